"""The words by which a figure can be found, whatever is asked: its labels, its column, its sentence, its section.

They depend on the filing alone, so they are worked out once and kept between questions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tickmark.index.asked.change import STATE
from tickmark.index.asked.kind import counted_words
from tickmark.index.ranking.cover import worth_of
from tickmark.index.ranking.holdings import of_encumbered
from tickmark.index.ranking.numerators import numerator
from tickmark.index.ranking.own_words import beside, full_path, limits, own_label, subject_names
from tickmark.index.ranking.owners_share import without_owner
from tickmark.index.ranking.stages import stage_of
from tickmark.index.words.analysis import STOP_WORDS, words
from tickmark.index.words.glossary import glossary
from tickmark.index.words.stems import stem
from tickmark.index.words.tagged import tagged_terms
from tickmark.index.words.terms import all_terms, terms
from tickmark.ingest.figures.clause_words import PART_OF
from tickmark.ingest.model import Figure, FigureRow

__all__ = ["FigureWords", "spelt", "words_of"]

_VOTE_HEADS = {"for": "VOTE_FOR", "against": "VOTE_AGAINST", "abstain": "VOTE_ABSTAIN"}
_VOTES = frozenset(_VOTE_HEADS.values())
_GENERIC = frozenset(
    [
        "total",
        "number",
        "amount",
        "valu",
        "of",
        "the",
        "and",
        "by",
        "in",
        "for",
        "year",
        "period",
        "unit",
        "rmb",
        "annual",
        "overall",
        "figur",
        "item",
        "indic",
        "volum",
        "compani",
        "group",
        "repres",
        "account",
    ]
)
_MARGINS = frozenset({"GROSS_MARGIN", "OPERATING_MARGIN", "NET_MARGIN"})
_OF_WHAT = 0.9  # what the amount is that a percentage is worked out from
_ANOTHERS = 0.5  # what is said of another number of the sentence
_LONGEST_HEAD = 60  # letters of what heads a column
_AROUND = 6  # numbers before and after one that are looked at: a sentence may list hundreds
# of a heading: "2. Results of the poll" is no second motion
_HEADING_NUMBER = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})*[.)、]\s*")
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What is said of a figure.

    Attributes:
        worth: How much each term counts, the most those of its own label.
        own: The same of its own labels, column and tag alone.
        told: (term, weight by depth) of the words of its labels that tell something: what its name is made of.
        stage: Whether it is said to be how much there is in all (1), or what one event added (-1).
        encumbered: Whether it is a share of pledged or restricted shares alone.
    """

    worth: Mapping[str, float]
    own: Mapping[str, float]
    told: tuple[tuple[str, float], ...]
    stage: int = 0
    encumbered: bool = False

    def lines(self, label: str) -> tuple[tuple[tuple[str, float], ...], ...]:
        """What names a line of a statement: all its labels, the innermost, or what that says before "of".

        The headings of a statement only divide it, and "depreciation and amortization of property" says of what.
        """
        inner = tuple(said for said in self.told if said[1] == 1.0)
        head = tuple((term, 1.0) for term in _telling(label.partition(" of ")[0]))
        return self.told, inner, head


def words_of(figure: Figure, row: FigureRow, others: Collection[Figure] = ()) -> FigureWords:
    """What is said of a figure in its row, column, sentence and section; ``others`` are the figures of the row."""
    path = full_path(figure, row)
    tagged = tagged_terms(figure)
    subject = said_of_others = frozenset[str]()
    levels = [(_nearest(figure), 1.0), (all_terms(" ".join(path)), 0.95 if figure.origin == "cell" else 0.85)]
    if tagged:
        levels.append((tagged, 1.0))
    part = numerator(figure, others)
    if part is not None:
        levels.append((all_terms(" ".join(part.column_path)), _OF_WHAT))
    if figure.origin != "cell":
        subject = all_terms(" ".join(subject_names(figure)))
        levels.append((subject, 0.9))
        said_of_others = _said_of_others(figure, others) - subject
        levels.append((_said_of_whole(figure, others), 0.85))
        levels.append((all_terms(figure.context) - said_of_others, 0.72))
        levels.append((said_of_others, _ANOTHERS))
    headings = [_HEADING_NUMBER.sub("", heading) for heading in figure.section]
    levels.append((all_terms(" ".join((*headings[-1:], figure.unit or ""))), 0.68))
    levels.append((all_terms(" ".join(headings[:-1])), 0.6))
    levels.append((all_terms(row.index_text) - _VOTES - said_of_others, 0.55))
    own = worth_of(levels[: 3 if tagged else 2])
    told = tuple((_in_money(term, figure), depth) for term, depth in _told(_named(figure, path), subject))
    if part is not None:  # "proportion to the shares held" is that of the shares pledged
        told += tuple((term, 0.5) for term in _telling(part.column_path[-1]) if term not in dict(told))
    return FigureWords(worth_of(levels), own, told, stage_of(figure, part), of_encumbered(figure, part))


def _is_part(figure: Figure) -> bool:
    return any(PART_OF.match(inner) for inner in figure.label_path[-1:])


def _said_of_whole(figure: Figure, others: Collection[Figure]) -> frozenset[str]:
    """The terms that follow the number that this one is a part of ("900 shares in issue, of which 40 ...")."""
    if not _is_part(figure):
        return frozenset()
    same = [other for other in others if other.context == figure.context]
    before = same[: next((place for place, other in enumerate(same) if other.id == figure.id), 0)]
    whole = next((other for other in reversed(before) if not _is_part(other)), None)
    return all_terms(beside(whole)) if whole else frozenset()


def _said_of_others(figure: Figure, others: Collection[Figure]) -> frozenset[str]:
    """The terms of a sentence that lead to another of its numbers, or follow it: they are not said of this one."""
    own = _nearest(figure)
    same = [other for other in others if other.context == figure.context]
    at = next((place for place, other in enumerate(same) if other.id == figure.id), 0)
    first = at if _is_part(figure) else max(0, at - _AROUND)  # "of which": what is before it is its own
    around = (other for other in same[first : at + _AROUND + 1] if other.id != figure.id)
    return frozenset[str]().union(*map(_nearest, around)) - own - all_terms(" ".join(figure.label_path))


def _nearest(figure: Figure) -> frozenset[str]:
    """The terms of the innermost label, the column, the unit, and in a sentence what stands beside the number."""
    found = all_terms(own_label(figure)) | all_terms(" ".join(_heads(figure)))
    if figure.column_path and (head := figure.column_path[-1].strip().lower()) in _VOTE_HEADS:
        found |= {_VOTE_HEADS[head], "VOTE"}
    if figure.origin != "cell":
        measured = f"{figure.unit or ''} {' '.join(figure.label_path[-1:])}"  # "hours" over "of training"
        found |= all_terms(beside(figure)) | all_terms(measured)
    if figure.unit in {"%", "percentage points"}:
        found |= {"PERCENTAGE"}
    found |= {_in_money(term, figure) for term in found}
    return found | all_terms(limits(figure)) | counted_words(figure)


def _heads(figure: Figure) -> tuple[str, ...]:
    """What a figure's column is headed with; of a number in a sentence of a cell, no more than a heading can be."""
    if figure.origin == "cell":
        return figure.column_path
    return tuple(head for head in figure.column_path if len(head) <= _LONGEST_HEAD)


def _in_money(term: str, figure: Figure) -> str:
    """What a margin is in money: "gross margin: $4,638 million" is the gross profit."""
    is_amount = figure.currency is not None and "/" not in (figure.unit or "")
    return glossary().ratios[term][0].upper() if is_amount and term in _MARGINS else term


def _named(figure: Figure, path: tuple[str, ...]) -> tuple[str, ...]:
    """The labels, with the column where that is no period: then it is part of the name."""
    column = figure.column_path
    if column and (figure.period is None or figure.period.text not in " ".join(column)):
        return (*path[:-1], *column[-1:], *path[-1:])
    return path


def _told(path: tuple[str, ...], subject: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """The telling terms of labels with their weights, without those of what the whole sentence is about."""
    return tuple(
        (term, 1.0 if depth == 0 else 0.5)
        for depth, part in enumerate(reversed(path))
        for term in _telling(part)
        if term not in subject
    )


@lru_cache(maxsize=32_768)
def _telling(label: str) -> tuple[str, ...]:
    """The terms of a label that tell something, asides in brackets left out."""
    found = set(terms(STATE.sub(" ", _ASIDE.sub(" ", without_owner(label))))) - _empty()
    return tuple(sorted(found))


@cache
def _empty() -> frozenset[str]:
    """Stems of the words of a label that name nothing: which company, which year, how it was put."""
    return _GENERIC | {stem(word) for word in STOP_WORDS}


@cache
def spelt(concept: str) -> frozenset[str]:
    """The plain stems that the ways to write a concept are made of, as far as they tell something."""
    phrases = glossary().words.get(concept, ())
    return frozenset(stem(word) for phrase in phrases for word in words(phrase)) - _empty()
