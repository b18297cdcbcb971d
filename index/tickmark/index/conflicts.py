"""Figures that contradict each other: claims of one metric, of one issuer and time, that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tickmark.index.question import fillers
from tickmark.index.sameness import (
    COMMON,
    DIVIDING,
    JOINING,
    PEOPLE,
    besides,
    differ,
    far_apart,
    in_full,
    of_period_column,
    same_metric,
    same_time,
    same_value,
    unit_key,
)
from tickmark.index.search import FigureCandidate
from tickmark.index.tagged import other_tag
from tickmark.index.terms import stem, terms
from tickmark.ingest.model import Figure

__all__ = ["conflicting", "disagreeing", "distinct"]

_WHOLLY: Final = 0.9
_PARTS_TOLD: Final = 3


def conflicting(best: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Other figures that claim to be the same metric of the same issuer at the same time, and differ.

    Either their labels name the same thing, or both are wholly what was asked for and neither says more than that.
    """
    found = [*_same_labels(best, candidates), *_same_answer(best, candidates)]
    parted = _told_by_parts(found)
    return [c for c in found if c.filing.id not in parted or c.figure.cell is None]


def disagreeing(one: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Other figures under labels that name the same as this one's, of the same issuer and time, that differ from it."""
    return _same_labels(one, candidates)


def _same_labels(best: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Figures under labels that name the same. Sentences are left out: their labels are too loose for that."""
    if best.figure.status != "value" or best.figure.origin == "prose" or not of_period_column(best.figure):
        return []
    return [
        other
        for other in candidates
        if other.figure.status == "value"
        and other.figure.origin != "prose"
        and other.row.id != best.row.id
        and of_period_column(other.figure)
        and other.filing.issuer == best.filing.issuer
        and unit_key(other.figure) == unit_key(best.figure)
        and same_time(best, other)
        and same_metric(in_full(best.figure, best.row), in_full(other.figure, other.row))
        and besides(best.figure) == besides(other.figure)
        and differ(best.figure, other.figure)
    ]


def _same_answer(best: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Other figures that the question asks for just as well, whatever their labels are like."""
    if best.figure.status != "value" or best.features.own < _WHOLLY or not of_period_column(best.figure):
        return []
    return [
        other
        for other in candidates
        if other.figure.status == "value"
        and other.row.id != best.row.id
        and other.features.own >= _WHOLLY
        and _level(other) == _level(best)
        and other.features.target >= 0
        and of_period_column(other.figure)
        and other.filing.issuer == best.filing.issuer
        and _counts_alike(other.figure, best.figure)
        and same_time(best, other)
        and _extra(best) == _extra(other)
        and not other_tag(best.figure, other.figure)
        and not far_apart(best.figure, other.figure)
        and besides(best.figure) == besides(other.figure)
        and differ(best.figure, other.figure)
    ]


def _told_by_parts(candidates: Sequence[FigureCandidate]) -> frozenset[str]:
    """The filings that print the metric several times over, each time another value: once for each segment or use.

    Who contradicts himself does so once or twice. The captions would tell, but they are worded in too many ways.
    """
    values: dict[str, list[Figure]] = {}
    for candidate in candidates:
        told = values.setdefault(candidate.filing.id, [])
        if candidate.figure.cell is not None and not any(same_value(candidate.figure, other) for other in told):
            told.append(candidate.figure)
    return frozenset(filing for filing, told in values.items() if len(told) >= _PARTS_TOLD)


def _level(candidate: FigureCandidate) -> int:
    """1 for a change where one was asked for, 0 for a level where one was, -1 for the other of the two."""
    change = candidate.features.change
    return (change > 0) - (change < 0)


def _extra(candidate: FigureCandidate) -> frozenset[str]:
    """The telling words of a figure's labels that were not asked for."""
    figure = in_full(candidate.figure, candidate.row)
    said = frozenset(terms(" ".join((figure.unit or "", *figure.label_path))))
    unit = frozenset(stem(word) for word in (figure.unit or "").lower().split())
    return said - candidate.features.wanted - COMMON - DIVIDING - JOINING - unit - fillers()


def _counts_alike(a: Figure, b: Figure) -> bool:
    """Whether two figures have one unit; people may be called people, persons or employees."""
    if unit_key(a) == unit_key(b):
        return True
    return a.currency is None and b.currency is None and all((f.unit or "").lower() in PEOPLE for f in (a, b))


def distinct(candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """One candidate a value, at most four."""
    kept: list[FigureCandidate] = []
    for candidate in candidates:
        if not any(same_value(candidate.figure, k.figure) for k in kept):
            kept.append(candidate)
    return kept[:4]
