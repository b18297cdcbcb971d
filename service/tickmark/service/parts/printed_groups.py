"""The groups that a table prints: rows under one outer label, or under a heading that says by what they are divided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tickmark.index.asked.parts import dimension_terms, dimensions_in, divided_alike
from tickmark.index.checking.sameness import COMMON
from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.search import FigureCandidate, SearchResult
from tickmark.index.words.glossary import glossary
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import all_terms, is_concept, terms
from tickmark.service.fitting import LIMITS, fits

__all__ = ["ASKING_PARTS", "divided_by", "group_fit", "named_by", "of_metric", "one_a_table", "undivided", "unsaid"]

_DIVIDED_BY: Final = re.compile(r"\b(?:by|per|each|every)\b(.*)$|按(\S{1,6})", re.IGNORECASE)
_SEXES: Final = frozenset({"MALE", "FEMALE"})
_RANKS: Final = frozenset(
    {"SENIOR_MANAGEMENT", "MIDDLE_MANAGEMENT", "JUNIOR_MANAGEMENT", "MANAGEMENT", "NON_MANAGEMENT"}
)
# words that only ask for parts
ASKING_PARTS: Final = frozenset(
    stem(word)
    for word in (
        "structure",
        "distribution",
        "profile",
        "mix",
        "split",
        "breakdown",
        "composition",
        "wise",
        "tonnage",
        "tonnages",
        "divide",
        "divided",
        "consist",
    )
)
# "across all levels": of all together, where that is printed
_ALL_AT_ONCE: Final = re.compile(
    r"^(?!.*\b(?:each|every|respective(?:ly)?|separate(?:ly)?|one by one|splits?|breakdown|broken down)\b)"
    r".*\bacross\s+all\b",
    re.IGNORECASE,
)
_SAYS_ALL: Final = 0.95
_LOOKED_AT: Final = 5
_HALF: Final = 0.5
_JUST_NAMED: Final = 0.75


def divided_by(candidate: FigureCandidate) -> frozenset[str]:
    """The dimensions of the group that a figure stands in: behind "by" in its names, or by what its own label is."""
    figure = candidate.figure
    names = (*figure.label_path[-2:-1], *figure.section[-1:], *figure.column_path)
    said = [dimensions_in(m[1] or m[2] or "") for name in names for m in _DIVIDED_BY.finditer(name)]
    own = frozenset(terms(figure.label_path[-1])) if figure.label_path else frozenset()
    if any(term.startswith("AGE_") for term in own):
        said.append(frozenset({"age"}))
    if len(figure.label_path) > 1 and own <= _SEXES:
        said.append(frozenset({"gender"}))
    if own & _RANKS:
        said.append(frozenset({"level"}))
    return frozenset[str]().union(*said)


def undivided(result: SearchResult) -> SearchResult | None:
    """The result led by what is asked for across all, where that is printed; None where only its parts are.

    It is a figure that says all of the question by itself, and is no part of a printed group.
    """
    if not _ALL_AT_ONCE.search(result.question.text):
        return None
    leading = (c for c in result.figures[:_LOOKED_AT] if fits(c) and c.features.own >= _SAYS_ALL)
    asked = frozenset(want.term for want in result.question.asked)
    whole = next((c for c in leading if not _is_part(c, asked)), None)
    return replace(result, figures=[whole, *(c for c in result.figures if c is not whole)]) if whole else None


def _is_part(candidate: FigureCandidate, asked: frozenset[str]) -> bool:
    """Whether a figure stands in a group that says by what it is divided, or is of one sex, age or rank not asked for.

    What names several of these is of all of them.
    """
    path = candidate.figure.label_path
    if _DIVIDED_BY.search(" ".join(path[-2:-1])):
        return True
    own = frozenset(terms(" ".join(path[-1:])))
    kinds = (own & _SEXES, own & _RANKS, frozenset(term for term in own if term.startswith("AGE_")))
    return any(len(kind) == 1 and not kind <= asked for kind in kinds)


def named_by(best: FigureCandidate, group: Sequence[FigureCandidate], *, each: bool) -> frozenset[str]:
    """The terms of what a group is divided by: behind "by" in its names; of each, said by more than one label too."""
    figure = best.figure
    names = (*figure.label_path[-2:-1], *figure.section[-1:])
    said = {term for name in names for m in _DIVIDED_BY.finditer(name) for term in terms(m[1] or m[2] or "")}
    labels = Counter(term for c in group for term in frozenset(terms(c.figure.label_path[-1])))
    return frozenset(said) | {term for term, count in labels.items() if count > 1 and each}


def unsaid(result: SearchResult, candidate: FigureCandidate, aside: frozenset[str]) -> float:
    """The share of the metric that nothing around a figure says, but for the words of the question set ``aside``.

    What a label names more narrowly is said: "issued shares" for share capital.
    """
    narrower = terms(" ".join(candidate.figure.label_path))
    aside |= {broad for term in narrower if (broad := glossary().broader.get(term))}
    weights = {a.term: a.weight for a in result.question.asked if a.term not in aside | dimension_terms()}
    total = sum(weights.values())
    missing = sum(weights.get(term, 0.0) for term in candidate.features.missing)
    return missing / total if total else 0.0


def of_metric(result: SearchResult, candidate: FigureCandidate, aside: frozenset[str], *, surely: bool = False) -> bool:
    """Whether a figure is of what a question divides: most of its metric is said there.

    Less will do where its concepts are; ``surely``: none of them may be told elsewhere.
    """
    concepts = {a.term for a in result.question.asked if is_concept(a.term)} - aside - dimension_terms() - COMMON
    concepts -= WEAK_CONCEPTS
    untold = concepts & frozenset(candidate.features.missing)
    if surely and untold:
        return False
    return unsaid(result, candidate, aside) <= (_JUST_NAMED if concepts and not untold else _HALF)


def one_a_table(candidates: Iterable[FigureCandidate]) -> list[FigureCandidate]:
    """The first candidate of each table, three tables at most."""
    first: dict[tuple[str, int | None], FigureCandidate] = {}
    for candidate in candidates:
        first.setdefault((candidate.filing.id, candidate.row.table), candidate)
    return list(first.values())[:3]


def group_fit(
    candidate: FigureCandidate, asked: frozenset[str], dimension: frozenset[str], by: frozenset[str]
) -> float:
    """How well the group a figure stands in is the one to be broken down; 0 when it has nothing of the question.

    A group is named by its outer label, or by the heading over its table when that says both what is divided and by
    what ("Revenue by segment"). One that is divided by another thing than the question says is none.

    Args:
        candidate: the figure.
        asked: the terms of the question.
        dimension: those of them that say by what it divides.
        by: the dimensions that these name.
    """
    figure = candidate.figure
    if not figure.label_path or figure.cell is None or candidate.features.period < LIMITS.period:
        return 0.0
    inside = frozenset(terms(figure.label_path[-2])) if len(figure.label_path) > 1 else frozenset()
    heading = frozenset(terms(" ".join((*figure.section[-1:], *figure.column_path))))
    printed = divided_by(candidate)
    alike = divided_alike(by, printed) if by else 0.0
    if by and printed and not alike:
        return 0.0
    named_by_heading = bool(dimension & heading) and bool(asked & heading - dimension)
    if not asked & inside and not named_by_heading:
        return 0.0
    inside |= asked & all_terms(figure.label_path[-2]) if inside else inside  # "new employees" are employees too
    around = inside | heading
    further = inside - asked - dimension
    # "per capita", a concept of its own, makes another metric of it; a plain word seldom does
    other = 0.15 * len(further) + 0.35 * sum(is_concept(term) and term not in COMMON for term in further)
    fit = len(asked & around) + 0.5 * len(asked & inside) - other
    # numbers of people and their rates are often divided alike: the unit tells which is asked for
    return fit + (2.0 if dimension & around else 2.0 * alike) + candidate.score + candidate.features.unit
