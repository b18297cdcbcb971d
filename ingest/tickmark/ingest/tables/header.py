"""Pass 2: header rows, at the top and in the middle of a table, and the rows that each of them governs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tickmark.ingest.figures.numbers import CellReading
from tickmark.ingest.figures.periods import find_period
from tickmark.ingest.tables.grid import Grid, GridRow

__all__ = ["Band", "find_bands", "is_year_like"]

_YEARISH = re.compile(
    r"^(?:(?:FY|CY|H[12]|Q[1-4]|[12]H|[1-4]Q)[\s-]?)?'?(?:19|20)\d{2}(?:/\d{2,4})?\s?年?度?(?:\s?\((?:restated|unaudited|audited)\))?[¹²³⁴-⁹*]*$",
    re.IGNORECASE,
)
_HEADER_WORDS = re.compile(
    r"\b(?:period|year|quarter|month|unit|total|change|increase|decrease|note|number|amount|%|percent|for|against|abstain"
    r"|beginning|end|value|proportion|ratio)|[%年期]|20\d\d",
    re.IGNORECASE,
)

Readings = list[list[CellReading]]


@dataclass(frozen=True, slots=True)
class Band:
    """Header rows (grid indices) and the body rows under them, up to the next header."""

    header: tuple[int, ...]
    body: tuple[int, ...]
    middle: bool = False

    @property
    def stacked(self) -> bool:
        """Whether the header is set one word a line, in narrow columns (so labels wrap as well)."""
        return len(self.header) >= 3


def is_year_like(text: str) -> bool:
    """A bare year or fiscal label: a header, although it is a number."""
    return _YEARISH.match(text.strip()) is not None


def _header_like(row: GridRow, readings: list[CellReading]) -> bool:
    """No cell of the row is a value, apart from years and periods."""
    return not any(
        reading.kind == "value" and not is_year_like(row.text(i)) and not _is_period(row.text(i))
        for i, reading in enumerate(readings)
        if i > 0 or len(readings) == 1
    )


def _is_period(text: str) -> bool:
    return find_period(text) is not None and len(text) < 40 and re.search(r"[A-Za-z年]", text) is not None


def _has_value(row: GridRow, readings: list[CellReading]) -> bool:
    return any(r.kind == "value" and i > 0 and not is_year_like(row.text(i)) for i, r in enumerate(readings))


def _middle_header(grid: Grid, readings: Readings, index: int) -> bool:
    """A header inside the table: nothing over the labels, several texts over the values, data below."""
    row = grid.rows[index]
    filled = row.filled
    if len(filled) < 2 or (row.text(0) and not is_year_like(row.text(1))) or not _header_like(row, readings[index]):
        return False
    if any(readings[index][i].kind in {"noise", "nothing"} for i in filled):
        return False
    texts = [row.text(i) for i in filled]
    if sum(bool(_HEADER_WORDS.search(t)) for t in texts) < (len(texts) + 1) // 2:
        return False
    return any(_has_value(grid.rows[i], readings[i]) for i in range(index + 1, min(index + 4, len(grid.rows))))


def _top_header(grid: Grid, readings: Readings) -> int:
    """How many rows at the top are header. A label standing alone over the data is not: it is a wrapped label or a group."""
    rows = grid.rows
    first = next((i for i, row in enumerate(rows) if not _header_like(row, readings[i])), len(rows))
    if all(row.cells and row.cells[0] and row.cells[0].header for row in rows[:1]):
        flagged = next((i for i, r in enumerate(rows) if not all(c.header for c in r.cells if c and c.text)), len(rows))
        first = min(first, max(flagged, 1)) if first else flagged
    if first == len(rows):
        return 1 if len(rows) > 1 and len(rows[0].filled) > 1 else 0
    named = next((i for i in range(first) if len(rows[i].filled) > 1), first)
    while first > named + 1 and rows[first - 1].filled == [0]:
        first -= 1
    return first


def find_bands(grid: Grid, readings: Readings) -> list[Band]:
    """Splits the rows into bands: one for the header at the top, one more for each header in the middle."""
    rows = grid.rows
    first = _top_header(grid, readings)
    bands: list[Band] = []
    header, body = list(range(first)), []
    middle = False
    index = first
    while index < len(rows):
        if body and _middle_header(grid, readings, index):
            bands.append(Band(tuple(header), tuple(body), middle))
            header, body, middle = [index], [], True
        else:
            body.append(index)
        index += 1
    bands.append(Band(tuple(header), tuple(body), middle))
    return bands
