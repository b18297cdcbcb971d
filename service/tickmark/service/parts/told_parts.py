"""Parts that stand elsewhere than in rows of one column: the votes on a motion, and the numbers of one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from tickmark.index.asked.parts import dimension_terms
from tickmark.index.checking.sameness import unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.service.fitting import Decision, fits
from tickmark.service.parts.named_parts import WAYS, one_way
from tickmark.service.parts.siblings import across_listed, fullest_row, listed, row_of

__all__ = ["each_told", "running_on", "told_together", "voted"]

_TOTAL: Final = re.compile(r"\btotal\b|合[计計]", re.IGNORECASE)
_LOOKED_AT: Final = 10
_RUN: Final = 3  # figures told one after the other of one thing


def voted(searcher: Searcher, result: SearchResult) -> Decision | None:
    """How a motion was voted on, each way: all columns of votes in its row; in per cent, where that is asked for.

    None where one of the ways is named alone.
    """
    if one_way(result.question) or not any(a.term.startswith("VOTE") for a in result.question.asked):
        return None
    percent = result.question.strong_percent
    fitting = [c for c in result.figures[:_LOOKED_AT] if fits(c) and c.figure.cell is not None]
    for one in map(partial(fullest_row, fitting), fitting):
        above = one.figure.column_path[:-1]
        row = [c for c in row_of(searcher, result, one) if (c.figure.unit == "%") == percent]
        ways = [c for c in row if c.figure.column_path[:-1] == above and not _TOTAL.search(c.figure.column_path[-1])]
        heads = [frozenset(terms(c.figure.column_path[-1])) for c in ways]
        if len(ways) > 1 and len(set(heads)) == len(heads) and sum(not head.isdisjoint(WAYS) for head in heads) > 1:
            return across_listed(one, ways)
    return None


def told_together(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The numbers that a sentence tells as parts: they add up to the one that fits, or run on under one lead."""
    for one in (c for c in result.figures[:_LOOKED_AT] if fits(c) and c.figure.origin != "cell"):
        beside = [c for c in row_of(searcher, result, one) if c.figure.period == one.figure.period]
        for parts in (_summing_up(one, beside), running_on(one, beside)):
            if len(parts) > 1:
                return listed(one, parts)
    return None


def each_told(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The numbers that one sentence tells of one such thing each ("revenue in the salt segment", "... in the tea ...").

    Each says in its own label what the question divides by, of the same unit and time.
    """
    things = {want.term for want in result.question.asked} & dimension_terms()
    if not things:
        return None
    for one in (c for c in result.figures[:_LOOKED_AT] if fits(c) and c.figure.origin != "cell"):
        parts = [c for c in row_of(searcher, result, one) if _told_alike(c, one) and things & _own(c)]
        if len(parts) > 1 and any(c.figure.id == one.figure.id for c in parts) and _told_apart(parts):
            return listed(one, parts)
    return None


def _own(candidate: FigureCandidate) -> frozenset[str]:
    return frozenset(terms(" ".join(candidate.figure.label_path[-1:])))


def _told_alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    return unit_key(a.figure) == unit_key(b.figure) and a.figure.period == b.figure.period


def _told_apart(parts: Sequence[FigureCandidate]) -> bool:
    """Whether each says something that no other does: the same thing told twice is not two."""
    said = [_own(c) for c in parts]
    return all(own - frozenset[str]().union(*said[:i], *said[i + 1 :]) for i, own in enumerate(said))


def _summing_up(whole: FigureCandidate, beside: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The figures under the name of the whole, where they come to it exactly."""
    path, unit = whole.figure.label_path, unit_key(whole.figure)
    if not path or whole.figure.value is None:
        return []
    for lead, total in ((path, whole.figure.value), (path[:-1], None)):
        parts = [c for c in beside if c.figure.label_path[:-1] == lead != () and unit_key(c.figure) == unit]
        values = [c.figure.value for c in parts if c.figure.value is not None]
        heads = [c.figure.value for c in beside if c.figure.label_path == lead and unit_key(c.figure) == unit]
        if len(values) == len(parts) and sum(values, Decimal(0)) in ([total] if total is not None else heads):
            return parts
    return []


def running_on(one: FigureCandidate, beside: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The figures of a list ("covers 3 agencies, 21 colleges and 9 firms"), the first with its lead in its label."""
    leads = {c.figure.label_path[:-1] for c in beside if len(c.figure.label_path) > 1}
    for lead in sorted(leads, key=len, reverse=True):
        parts = [
            c
            for c in beside
            if c.figure.label_path[:-1] == lead
            or (c.figure.label_path[:-1] == lead[:-1] and c.figure.label_path[-1].startswith(f"{lead[-1]} "))
        ]
        if len(parts) >= _RUN and any(c.figure.id == one.figure.id for c in parts):
            return parts
    return []
