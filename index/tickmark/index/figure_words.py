"""The words by which a figure can be found, whatever is asked: its labels, its column, its sentence, its section.

They depend on the filing alone, so they are worked out once and kept between questions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tickmark.index.analysis import STOP_WORDS, words
from tickmark.index.asked_kind import counted_words
from tickmark.index.cover import worth_of
from tickmark.index.own_words import beside, full_path, limits, own_label, subject_names
from tickmark.index.question import STATE
from tickmark.index.tagged import tagged_terms
from tickmark.index.terms import all_terms, glossary, stem, terms
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
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What is said of a figure.

    Attributes:
        worth: How much each term counts, the most those of its own label.
        own: The same of its own labels, column and tag alone.
        told: (term, weight by depth) of the words of its labels that tell something: what its name is made of.
    """

    worth: Mapping[str, float]
    own: Mapping[str, float]
    told: tuple[tuple[str, float], ...]


def words_of(figure: Figure, row: FigureRow) -> FigureWords:
    """What is said of a figure in its row, column, sentence and section."""
    path = full_path(figure, row)
    tagged = tagged_terms(figure)
    subject = frozenset[str]()
    levels = [(_nearest(figure), 1.0), (all_terms(" ".join(path)), 0.95 if figure.origin == "cell" else 0.85)]
    if tagged:
        levels.append((tagged, 1.0))
    if figure.origin != "cell":
        subject = all_terms(" ".join(subject_names(figure)))
        levels.append((subject, 0.9))
        levels.append((all_terms(figure.context), 0.72))
    levels.append((all_terms(" ".join((*figure.section[-1:], figure.unit or ""))), 0.68))
    levels.append((all_terms(" ".join(figure.section[:-1])), 0.6))
    levels.append((all_terms(row.index_text) - _VOTES, 0.55))
    return FigureWords(worth_of(levels), worth_of(levels[: 3 if tagged else 2]), _told(_named(figure, path), subject))


def _nearest(figure: Figure) -> frozenset[str]:
    """The terms of the innermost label, the column, the unit, and in a sentence what stands beside the number."""
    found = all_terms(own_label(figure)) | all_terms(" ".join(figure.column_path))
    if figure.column_path and (head := figure.column_path[-1].strip().lower()) in _VOTE_HEADS:
        found |= {_VOTE_HEADS[head], "VOTE"}
    if figure.origin != "cell":
        measured = f"{figure.unit or ''} {' '.join(figure.label_path[-1:])}"  # "hours" over "of training"
        found |= all_terms(beside(figure)) | all_terms(measured)
    if figure.unit in {"%", "percentage points"}:
        found |= {"PERCENTAGE"}
    return found | all_terms(limits(figure)) | counted_words(figure)


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
    found = set(terms(STATE.sub(" ", _ASIDE.sub(" ", label)))) - _empty()
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
