"""Which amount of its row a percentage is a share with: what it is a share *of* its column says, not always what.

A table of holders prints "number of shares pledged", "in % of its holding", "in % of the capital", and before them the
shares held with a percentage of their own. Two columns may then have the same head; the amounts tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Final

from tickmark.ingest.model import Figure

__all__ = ["numerator"]

_MOST: Final = 12  # amounts of a row whose shares of one another are worked out
_HUNDRED: Final = Decimal(100)
_EARLIER: Final = re.compile(r"\b(?:before|prior|opening|previous)\b|前|期初", re.IGNORECASE)
_PROPORTION: Final = re.compile(r"%|\b(?:proportion|percent\w*|share|part|ratio)\b|比例|占比|百分比", re.IGNORECASE)


def numerator(figure: Figure, row: Collection[Figure]) -> Figure | None:
    """The amount in the same row that a percentage is worked out from, or None where nothing says so.

    That is one which, divided by another of the row, gives the percentage as printed; where none does (the whole
    stands elsewhere), the nearest amount to the left of a column of proportions. Columns of periods are no amounts of
    another kind, and beside an amount in its own cell ("120 (4 %)") a percentage has the same column to be told by.

    Args:
        figure: Any figure.
        row: All figures of its row, itself among them or not.
    """
    if figure.unit != "%" or figure.cell is None or not figure.column_path or _of_period(figure):
        return None
    amounts = [other for other in row if _is_amount(other) and _same_row(other, figure)]
    if any(other.cell == figure.cell for other in amounts):
        return None
    worked_out = (
        [] if len(amounts) > _MOST else [a for a in amounts if any(_gives(figure, a, b) for b in amounts if b is not a)]
    )
    beside = _present(amounts) if _PROPORTION.search(" ".join(figure.column_path)) else []
    left = [a for a in worked_out or beside if _column(a) < figure.cell.column]
    return max(left, key=_column, default=next(iter(worked_out), None))


def _present(amounts: Collection[Figure]) -> Collection[Figure]:
    """The amounts without those of an earlier state ("before the transfer"), where there are others."""
    return [a for a in amounts if not _EARLIER.search(" ".join(a.column_path))] or amounts


def _is_amount(figure: Figure) -> bool:
    percent = figure.unit in {"%", "percentage points"}
    return figure.number is not None and not percent and bool(figure.column_path) and not _of_period(figure)


def _of_period(figure: Figure) -> bool:
    return figure.period is not None and figure.period.text in " ".join(figure.column_path)


def _same_row(one: Figure, other: Figure) -> bool:
    return (
        one.cell is not None
        and other.cell is not None
        and (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
    )


def _column(figure: Figure) -> int:
    return figure.cell.column if figure.cell else -1


def _gives(percent: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a part of a whole, in percent, is what is printed, with the places that are printed."""
    if percent.number is None or not part.value or not whole.value or part.unit != whole.unit:
        return False
    step = Decimal((0, (1,), int(percent.number.as_tuple().exponent)))
    return abs(part.value / whole.value * _HUNDRED - percent.number) <= step / 2
