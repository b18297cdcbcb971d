"""Which of several figures of one name counts: the one that another table of the filing prints as well.

A note may tell a part of a metric under the metric's own name, or print a table of the year before that names no year.
What the statements say of the metric stands in several places.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tickmark.index.checking.sameness import far_apart, same_value
from tickmark.index.search import FigureCandidate

__all__ = ["said_again"]

_TIED: Final = 0.005  # by how little the first may lead


def said_again(fitting: Sequence[FigureCandidate]) -> FigureCandidate:
    """The first of the figures that fit, or one of its name that another table prints too, as none does the first.

    Only amounts of money of one filing, name and period that are far apart: what differs by little is a conflict, and
    is told.
    """
    first = fitting[0]
    if first.figure.origin != "cell" or first.figure.currency is None:
        return first
    rivals = [c for c in fitting[1:] if first.score - c.score <= _TIED and _of_one_name(first, c)]
    if not rivals or _stands_elsewhere(first, fitting):
        return first
    return next((c for c in rivals if _stands_elsewhere(c, fitting)), first)


def _of_one_name(one: FigureCandidate, other: FigureCandidate) -> bool:
    """Whether two cells of different tables are called the same, and are of amounts far apart."""
    ours, theirs = one.figure, other.figure
    if one.filing.id != other.filing.id or theirs.origin != "cell" or one.row.table == other.row.table:
        return False
    if ours.label_path[-1:] != theirs.label_path[-1:] or ours.unit != theirs.unit or _end(one) != _end(other):
        return False
    return far_apart(ours, theirs)


def _stands_elsewhere(one: FigureCandidate, found: Sequence[FigureCandidate]) -> bool:
    """Whether another table of its filing prints the same value for the same period."""
    others = (c for c in found if c.filing.id == one.filing.id and c.row.table != one.row.table)
    return any(_end(c) == _end(one) and same_value(c.figure, one.figure) for c in others)


def _end(candidate: FigureCandidate) -> str | None:
    return candidate.figure.period.end if candidate.figure.period else None
