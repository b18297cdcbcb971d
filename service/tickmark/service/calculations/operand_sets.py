"""Figures that say between them what a question asks to be reckoned with: operands by what they cover.

No operand of a calculation says all that is asked. A set of them does: each says something that the others leave out,
their labels say little that was not asked for, and they can be set against each other: one unit, one time, one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tickmark.index.checking.sameness import COMMON, DIVIDING, JOINING
from tickmark.index.question import WEAK_CONCEPTS, fillers
from tickmark.index.ranking.coverage import Coverage
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import all_terms, is_concept, terms
from tickmark.service.calculations.operands import addable, of_each_one, of_other_limits, says_apart, takes_off
from tickmark.service.fitting import LIMITS
from tickmark.service.model import Calculation
from tickmark.service.parts.siblings import column_of

__all__ = ["TOTAL", "OperandSet", "Pool", "clearly_best"]

_LOOKED_AT: Final = 250
_MOST_MEMBERS: Final = 60
_TABLES: Final = 3  # whose columns are looked at for what is too briefly named to be drawn
_PRECISE: Final = 0.3  # share of the words of an operand's labels that has to be asked for,
_SAID_ALONE: Final = 0.6  # unless it says so much of the question by itself
_TOLD_APART: Final = 0.1  # weight of what one operand has to say that another does not
_COVERED: Final = 0.9  # share of the question that the labels of a set have to say
_NEARLY: Final = 0.78  # that will do where only plain words are left out
_MOST: Final = 0.75  # of the question beside the divisor: what is divided has to say it
_UNASKED: Final = 0.1  # what speaks against a set for each concept of its labels that was not asked for
_MARGIN: Final = 0.03  # how much less well a set has to fit for another one to count alone
_WEIGHTS: Final = (1.0, 0.5, 0.3, 0.15)  # of own coverage, of coverage around, of precision, of standing together
TOTAL: Final = re.compile(r"(?:(?:sub|grand)[- ]?)?totals?|合[计計]|[总總](?:[计計额額数數])", re.IGNORECASE)
_RATE: Final = re.compile(r"/|\b(?:per|average|mean|rate|ratio|intensity)\b|每|人均|平均|率", re.IGNORECASE)
_RATES: Final = frozenset({"%", "percentage points"})


@dataclass(frozen=True, slots=True)
class OperandSet:
    """Operands in the order in which they are reckoned with, and how well they fit together what is asked."""

    members: tuple[FigureCandidate, ...]
    own: float
    score: float


class Pool:
    """The figures of a search that may be operands, and what each says of the question."""

    def __init__(self, result: SearchResult, coverage: Coverage, *, rates: bool) -> None:
        self.result, self.coverage = result, coverage
        self._text = result.question.text
        fitting = [c for c in result.figures[:_LOOKED_AT] if self._may_be(c, rates=rates)]
        self.members = sorted(fitting, key=lambda c: -coverage.together([c.figure.id]))[:_MOST_MEMBERS]

    def _may_be(self, candidate: FigureCandidate, *, rates: bool) -> bool:
        figure, features = candidate.figure, candidate.features
        if figure.value is None or (figure.unit in _RATES and not rates):
            return False
        if features.change < 0 or features.target < LIMITS.unit or features.period < LIMITS.period:
            return False
        if says_apart(figure, self._text) or of_other_limits(figure, self._text):
            return False
        if not self.coverage.own.get(figure.id):
            return False
        return features.precision >= _PRECISE or self.coverage.together([figure.id]) >= _SAID_ALONE

    def add_totals(self, searcher: Searcher) -> None:
        """Adds what stands in the columns of the figures that say most, and is a total or named like one there.

        What a part is a part of is often named by a word or two: too little for a search to draw it.
        """
        first: dict[tuple[str, int | None], FigureCandidate] = {}
        for part in self.members:
            if part.figure.cell is not None:
                first.setdefault((part.filing.id, part.row.table), part)
        known = {c.figure.id for c in self.members}
        found = [
            c
            for part in list(first.values())[:_TABLES]
            for c in column_of(searcher, part)
            if c.figure.id not in known and self._is_whole(c, part)
        ]
        self.coverage = self.coverage.joined(searcher.coverage(self.result.question, found))
        self.members = [*self.members, *found]

    def _is_whole(self, candidate: FigureCandidate, part: FigureCandidate) -> bool:
        figure = candidate.figure
        if figure.value is None or figure.unit in _RATES or says_apart(figure, self._text):
            return False
        concepts = {term for term in _telling(figure.label_path) if is_concept(term)}
        said = WEAK_CONCEPTS | set(self.coverage.weights) | all_terms(_said(part))
        named = all_terms(" ".join(figure.label_path)) & set(self.coverage.weights)
        return _is_total(candidate) or (bool(named) and concepts <= said)

    def rated(
        self, members: Sequence[FigureCandidate], coverage: Coverage | None = None, *, more: float = 0.0
    ) -> OperandSet:
        """A set with how well it fits; ``more`` is what else speaks for it. ``coverage``: of figures from elsewhere."""
        ids, known = [c.figure.id for c in members], coverage or self.coverage
        own, around = known.together(ids), known.together(ids, own=False)
        precise = [c.features.precision for c in members]
        precision = (sum(precise) / len(precise) + min(precise)) / 2
        near = min(_nearness(a, b) for a, b in combinations(members, 2)) if len(members) > 1 else 1.0
        parts = (own, around, precision, near)
        unasked = {term for c in members for term in _telling(c.figure.label_path) if is_concept(term)}
        more -= _UNASKED * len(unasked - WEAK_CONCEPTS - set(self.coverage.weights))
        return OperandSet(tuple(members), own, more + sum(w * p for w, p in zip(_WEIGHTS, parts, strict=True)))

    def pairs(self, *, same_unit: bool = True) -> Iterator[tuple[FigureCandidate, FigureCandidate]]:
        """Two figures that can be set against each other and are not of one name."""
        for a, b in combinations(self.members, 2):
            alike = not same_unit or (addable([a, b]) and of_each_one(a.figure) == of_each_one(b.figure))
            if alike and _same_time(a, b) and _aligned(a, b):
                yield a, b

    def apart(self, a: FigureCandidate, b: FigureCandidate) -> float:
        """The weight of what the labels of one figure say of the question and those of another do not."""
        return sum(self.coverage.beyond(a.figure.id, b.figure.id).values())

    def adds_up(self, *figures: FigureCandidate) -> bool:
        """Whether figures are amounts or counts: what is told of each one, a rate, does not add up."""
        return not any(_RATE.search(" ".join((*c.figure.label_path[-1:], c.figure.unit or ""))) for c in figures)

    def differ(self, a: FigureCandidate, b: FigureCandidate) -> bool:
        """Whether one says something of the question that the other does not."""
        return self.apart(a, b) > 0 or self.apart(b, a) > 0

    def told_apart(self, a: FigureCandidate, b: FigureCandidate) -> bool:
        """Whether each says something of the question that the other does not."""
        return self.apart(a, b) >= _TOLD_APART and self.apart(b, a) >= _TOLD_APART

    def in_one_column(self, members: Sequence[FigureCandidate]) -> bool:
        """Whether figures stand in one column of one table, under one outer label."""
        first = members[0]
        heads = {c.figure.column_path for c in members}
        return len(heads) == 1 and all(_one_table(first, c) and _nearness(first, c) == 1.0 for c in members[1:])

    def names(self, candidate: FigureCandidate, words: str) -> bool:
        """Whether a figure's labels say something of the question that stands in these words."""
        return bool(set(terms(words)) & set(self.coverage.own.get(candidate.figure.id, {})))

    def says_rest(self, candidate: FigureCandidate, divisor: str) -> bool:
        """Whether a figure's labels say most of what is asked beside what it is to be divided by."""
        own, by = self.coverage.own.get(candidate.figure.id, {}), set(terms(divisor))
        rest = {term: weight for term, weight in self.coverage.weights.items() if term not in by}
        said = sum(weight * own.get(term, 0.0) for term, weight in rest.items())
        return not divisor or said >= _MOST * sum(rest.values())

    def side_by_side(self, a: FigureCandidate, b: FigureCandidate) -> bool:
        """Whether two rows stand under one outer label: parts of one whole, none of them the whole of another."""
        return len(a.figure.label_path) > 1 and a.row.id != b.row.id and _nearness(a, b) == 1.0

    def part_of(self, part: FigureCandidate, whole: FigureCandidate) -> bool:
        """Whether one figure is a part of the other: it says all that the whole does of the question, and more.

        The whole's label names nothing that the part's does not.
        """
        if self.apart(part, whole) < _TOLD_APART or self.apart(whole, part) >= _TOLD_APART:
            return False
        if _is_total(whole):
            return part.figure.column_path == whole.figure.column_path and _one_table(part, whole)
        if self.side_by_side(part, whole):
            return False
        concepts = {term for term in _telling(whole.figure.label_path) if is_concept(term)}
        return concepts - WEAK_CONCEPTS <= all_terms(_said(part))

    def unbound(self, candidate: FigureCandidate) -> bool:
        """Whether a figure stands by itself, or under a group that the question speaks of: no part of another whole."""
        outer = candidate.figure.label_path[:-1]
        said = frozenset(self.coverage.weights)
        return all(_telling((name,)) & said for name in outer)

    def covers(self, found: OperandSet) -> bool:
        """Whether a set says what is asked."""
        text = self._text
        if takes_off(text) and not any(takes_off(_said(c)) for c in found.members):
            return False
        if found.own >= _COVERED:
            return True
        said = {term for c in found.members for term in self.coverage.own.get(c.figure.id, {})}
        return found.own >= _NEARLY and all(self._may_be_missed(term) for term in set(self.coverage.weights) - said)

    def _may_be_missed(self, term: str) -> bool:
        """Whether a word is one that labels may well leave out: no concept, no name, no number."""
        named = is_concept(term) and term not in WEAK_CONCEPTS
        return not (named or term.isdigit() or term in self.result.question.names)


def _is_total(candidate: FigureCandidate) -> bool:
    return TOTAL.fullmatch(" ".join(candidate.figure.label_path[-1:]).strip(" :")) is not None


def _said(candidate: FigureCandidate) -> str:
    figure = candidate.figure
    return " ".join((*figure.label_path, *figure.column_path, candidate.row.label))


def _telling(path: Iterable[str]) -> frozenset[str]:
    """What labels say beside that they are totals, numbers, or divided by something."""
    return frozenset(terms(" ".join(path))) - COMMON - DIVIDING - JOINING - fillers()


def _same_time(a: FigureCandidate, b: FigureCandidate) -> bool:
    ours, theirs = a.figure.period, b.figure.period
    if ours is None or theirs is None:
        return ours is theirs and a.filing.id == b.filing.id
    return ours.end == theirs.end and (ours.start == theirs.start or "instant" in {ours.kind, theirs.kind})


def _one_table(a: FigureCandidate, b: FigureCandidate) -> bool:
    x, y = a.figure.cell, b.figure.cell
    return x is not None and y is not None and a.filing.id == b.filing.id and x.table == y.table


def _aligned(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two cells of one table stand in one row or one column; any others may be set against each other."""
    x, y = a.figure.cell, b.figure.cell
    if x is None or y is None or not _one_table(a, b):
        return a.filing.issuer == b.filing.issuer
    return x.row == y.row or x.column == y.column or a.figure.column_path == b.figure.column_path


def _nearness(a: FigureCandidate, b: FigureCandidate) -> float:
    """How near to each other two figures stand: in one group of one column, in one table, in one filing."""
    if _one_table(a, b):
        return 1.0 if a.figure.label_path[:-1] == b.figure.label_path[:-1] else 0.8
    return 0.2 if a.filing.id == b.filing.id else 0.0


def clearly_best(found: Iterable[tuple[OperandSet, Calculation]]) -> tuple[OperandSet, Calculation] | None:
    """The set that fits best with its outcome; None where another fits about as well and comes out otherwise."""
    ranked = sorted(found, key=lambda one: -one[0].score)
    if not ranked:
        return None
    best, made = ranked[0]
    near = (other for fit, other in ranked[1:] if fit.score > best.score - _MARGIN)
    return None if any(other.result != made.result for other in near) else (best, made)
