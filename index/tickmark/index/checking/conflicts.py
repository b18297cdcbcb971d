"""Figures that contradict each other: claims of one metric, of one issuer and time, that differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.checking.sameness import (
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
from tickmark.index.question import fillers
from tickmark.index.search import FigureCandidate
from tickmark.index.words.stems import stem
from tickmark.index.words.tagged import other_tag
from tickmark.index.words.terms import all_terms, terms
from tickmark.ingest.model import Figure

__all__ = ["conflicting", "disagreeing", "distinct"]

_WHOLLY: Final = 0.9
_TOTAL: Final = re.compile(r"\btotal\b", re.IGNORECASE)
_SUPPOSED: Final = re.compile(r"\bpro[- ]forma\b|\bconstant (?:currenc|exchange)|\bnon-gaap\b", re.IGNORECASE)
_PARTS_TOLD: Final = 3


def conflicting(best: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Other figures that claim to be the same metric of the same issuer at the same time, and differ.

    Either their labels name the same thing, or both are wholly what was asked for and neither says more than that.
    """
    found = [*_same_labels(best, candidates), *_same_answer(best, candidates)]
    found = [other for other in found if not (_told_elsewhere(best, other) or _is_other_sum(best, other))]
    parted = _told_by_parts(found)
    return [c for c in found if c.filing.id not in parted or c.figure.cell is None]


def disagreeing(one: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Other figures under labels that name the same as this one's, of the same issuer and time, that differ from it."""
    return _same_labels(one, candidates)


def _told_elsewhere(best: FigureCandidate, other: FigureCandidate) -> bool:
    """Whether the one is a line of a statement, and the other stands elsewhere in that filing: a part of it, mostly.

    Notes print the names of the statement's lines again for what they are about: which of them bear the share-based
    compensation, what each segment or subsidiary has of them. A sentence says "revenue" where it speaks of one.
    """
    return best.in_statement and not other.in_statement and best.filing.id == other.filing.id


def _is_other_sum(best: FigureCandidate, other: FigureCandidate) -> bool:
    """Whether one is the total of the other's table, or what would have been ("pro forma", at constant rates)."""
    if _SUPPOSED.search(best.row.index_text) is None and _SUPPOSED.search(other.row.index_text) is not None:
        return True
    totals = {bool(_TOTAL.search(" ".join(c.figure.label_path[-1:]))) for c in (best, other)}
    return len(totals) > 1 and best.filing.id == other.filing.id and best.row.table == other.row.table is not None


def _of_one_column(a: Figure, b: Figure) -> bool:
    """Whether two cells stand in one column of one table: its rows are different things, one perhaps their total."""
    return a.cell is not None and b.cell is not None and (a.cell.table, a.cell.column) == (b.cell.table, b.cell.column)


def _names_it_itself(candidate: FigureCandidate) -> bool:
    """Whether the innermost label says what was asked for: "All other" under "Operating income" is a part of it."""
    inner = candidate.figure.label_path[-1] if candidate.figure.label_path else ""
    return not candidate.features.wanted.isdisjoint(all_terms(inner))


def _same_labels(best: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Figures under labels that name the same. Sentences are left out: their labels are too loose for that."""
    if best.figure.status != "value" or best.figure.origin == "prose" or not of_period_column(best.figure):
        return []
    named = in_full(best.figure, best.row)
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
        and differ(best.figure, other.figure)
        and besides(best.figure) == besides(other.figure)
        and same_metric(named, in_full(other.figure, other.row))
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
        and _names_it_itself(best) == _names_it_itself(other)
        and not (best.filing.id == other.filing.id and _of_one_column(best.figure, other.figure))
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
