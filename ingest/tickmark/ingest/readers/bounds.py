"""How much of one table is read. No filing prints nearly as much: what stands beyond the bounds is reported."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["MOST_CELLS", "MOST_COLUMNS", "MOST_ROWS", "rows_read"]

MOST_COLUMNS = 500
MOST_ROWS = 20_000
MOST_CELLS = 500_000


def rows_read(widths: Iterable[int], most_rows: int = MOST_ROWS) -> int:
    """How many rows of a table are read; ``widths`` says how many cells each of them has."""
    rows = cells = 0
    for width in widths:
        cells += min(width, MOST_COLUMNS)
        if rows >= most_rows or cells > MOST_CELLS:
            break
        rows += 1
    return rows
