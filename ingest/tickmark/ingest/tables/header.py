"""Pass 2: header rows, at the top and in the middle of a table, and the rows that each of them governs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tickmark.ingest.figures.calendar import MONTH
from tickmark.ingest.figures.periods import find_period
from tickmark.ingest.figures.readings import CellReading
from tickmark.ingest.figures.units import is_unit
from tickmark.ingest.tables.grid import Grid, GridRow
from tickmark.ingest.tables.unit_notes import is_note_alone

__all__ = ["BANNER", "Band", "find_bands", "is_year_like"]

_YEARISH = re.compile(
    r"^(?:(?:FY|CY|H[12]|Q[1-4]|[12]H|[1-4]Q)[\s-]?)?'?(?:19|20)\d{2}(?:/\d{2,4})?\s?年?度?"
    r"(?:\s?\((?:restated|unaudited|audited)\))?[¹²³⁴-⁹*]*$",
    re.IGNORECASE,
)
_HEADER_WORDS = re.compile(
    r"\b(?:period|year|quarter|month|unit|total|change|increase|decrease|note|number|amount|%|percent|for"
    r"|against|abstain"
    r"|beginning|end|value|proportion|ratio)|[%年期]|20\d\d",
    re.IGNORECASE,
)
_STARTS_MONTH = re.compile(rf"^{MONTH}\b", re.IGNORECASE)
# a period that its columns complete: "Six months ended 30 June" over "2024" and "2023"
BANNER = re.compile(
    r"\b(?:months?|years?|quarters?|weeks?)\s+(?:period\s+)?end(?:ed|ing)?\b|\bas\s+(?:at|of)\b|^(?:year|quarter)s?$",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"\(?(?:un)?audited\)?|\(?restated\)?|notes?|（?未经审计）?|（?經審核）?|（?未經審核）?|附[注註]", re.IGNORECASE
)
# how long until something falls due, as columns are headed: "Less than 1 year", "1-3 years", "After 5 years"
_TERM = re.compile(
    r"^(?:(?:less|more|greater) than|within|under|over|after|beyond|up to|between)?\s*\d{1,3}"
    r"(?:\s*(?:-|–|—|to|and)\s*\d{1,3})?\s*(?:years?|months?|days?)"
    r"(?:\s+(?:or less|or more|and (?:over|after|beyond)))?$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"20\d\d\s?[-–—]\s?(?:20)?\d\d")  # "2021-2022" beside "(In thousands)"
_DAY = re.compile(rf"{MONTH}\s+\d{{1,2}},?|\d{{1,2}}\s+{MONTH}", re.IGNORECASE)
_MOST_HEADER_ROWS = 12

Readings = list[list[CellReading]]


@dataclass(frozen=True, slots=True)
class Band:
    """Header rows (grid indices) and the body rows under them, up to the next header.

    ``repeats``: the header only says the columns of the band above again. ``group``: what it says over the labels
    ("Special resolutions"), which is the name of the group below it. ``narrow``: the header is set one word a line, so
    labels wrap as well; a stack of whole things (a date, a year, a unit) is not.
    """

    header: tuple[int, ...]
    body: tuple[int, ...]
    repeats: bool = False
    group: str = ""
    narrow: bool = False

    @property
    def stacked(self) -> bool:
        """Whether the header is set over so many lines that they make one text, rather than levels."""
        return len(self.header) >= 3


def is_year_like(text: str) -> bool:
    """A bare year or fiscal label: a header, although it is a number."""
    return _YEARISH.match(text.strip()) is not None


def _header_like(row: GridRow, readings: list[CellReading]) -> bool:
    """No cell of the row is a value, apart from years, periods and, where there are several, terms."""
    terms = sum(_TERM.match(row.text(i)) is not None for i in row.filled if i > 0) > 1
    noted = bool(row.text(0)) and is_note_alone(row.text(0))
    return not any(
        reading.kind == "value"
        and not is_year_like(row.text(i))
        and not _is_period(row.text(i))
        and not (terms and _TERM.match(row.text(i)))
        and not (noted and _YEARS.fullmatch(row.text(i)))
        for i, reading in enumerate(readings)
        if i > 0 or len(readings) == 1
    )


def _is_period(text: str) -> bool:
    return len(text) < 40 and re.search(r"[A-Za-z年]", text) is not None and find_period(text) is not None


def _days_over_months(grid: Grid, readings: Readings, index: int) -> bool:
    """A row of a stacked header that prints days ("31") over the months they belong to ("December")."""
    if index + 1 >= len(grid.rows):
        return False
    row, below = grid.rows[index], grid.rows[index + 1]
    values = [i for i, r in enumerate(readings[index]) if i > 0 and r.kind == "value"]
    return bool(values) and all(
        re.fullmatch(r"[12]?\d|3[01]", row.text(i)) and _STARTS_MONTH.match(below.text(i)) for i in values
    )


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


def _goes_on_below(grid: Grid, readings: Readings, index: int) -> bool:
    """Whether the row goes on with a header in the middle of a table that is set over several lines."""
    if index >= len(grid.rows):
        return False
    row = grid.rows[index]
    return (
        not row.text(0)
        and len(row.filled) > 1
        and _header_like(row, readings[index])
        and all(readings[index][i].kind == "text" or row.text(i).strip("()（） ") == "%" for i in row.filled)
    )


def _sub_header(grid: Grid, readings: Readings, index: int) -> bool:
    """Whether a row under the marked header is a further level of it: texts under blanks that stand beside a header."""
    if not 0 < index < len(grid.rows):
        return False
    row, above = grid.rows[index], grid.rows[index - 1]
    under_blank = [i for i in row.filled if i > 0 and not above.text(i)]
    dated = [i for i in row.filled if i > 0 and _is_whole(row.text(i))]
    return (
        (len(under_blank) > 1 or (bool(under_blank) and len(dated) > 1))
        and _header_like(row, readings[index])
        and all(readings[index][i].kind == "text" or is_year_like(row.text(i)) for i in under_blank)
        and any(_has_value(grid.rows[i], readings[i]) for i in range(index + 1, min(index + 4, len(grid.rows))))
    )


def _noisy(row: GridRow, readings: list[CellReading]) -> bool:
    """Whether text recognition left something in the row: then it is a label over its values, no header."""
    return bool(row.text(0)) and any(
        r.kind == "noise" and re.search(r"\d", row.text(i)) is not None for i, r in enumerate(readings)
    )


def _top_header(grid: Grid, readings: Readings) -> int:
    """How many rows at the top are header. A label alone over the data is not: it is a wrapped label or a group."""
    rows = grid.rows
    first = next(
        (
            i
            for i, row in enumerate(rows)
            if not _header_like(row, readings[i]) and not _days_over_months(grid, readings, i)
        ),
        len(rows),
    )
    if all(row.cells and row.cells[0] and row.cells[0].header for row in rows[:1]):
        flagged = next((i for i, r in enumerate(rows) if not all(c.header for c in r.cells if c and c.text)), len(rows))
        limit = first
        first = min(first, max(flagged, 1)) if first else flagged
        while first < limit and not grid.spans and _sub_header(grid, readings, first):
            first += 1
    if first == len(rows):
        return 1 if len(rows) > 1 and len(rows[0].filled) > 1 else 0
    named = next((i for i in range(first) if len(rows[i].filled) > 1), first)
    if not grid.exact and named == first:
        return 0  # labels alone ("Attributable to:") head nothing
    while (
        first > named + 1
        and (rows[first - 1].filled == [0] or _noisy(rows[first - 1], readings[first - 1]))
        and not is_note_alone(rows[first - 1].text(0))
    ):
        first -= 1
    return first if first <= _MOST_HEADER_ROWS or grid.exact else named + 1


def _narrow(grid: Grid, header: list[int]) -> bool:
    """Whether most cells of a header over three lines or more are parts of words, not dates, years, units or notes."""
    texts = [grid.rows[i].text(c) for i in header for c in grid.rows[i].filled]
    whole = sum(map(_is_whole, texts))
    return len(header) >= 3 and 2 * whole < len(texts)


def _is_whole(text: str) -> bool:
    return (
        is_year_like(text)
        or _NOTED.fullmatch(text) is not None
        or BANNER.search(text) is not None
        or is_unit(text)
        or (len(text) < 30 and re.search(r"\d", text) is not None and find_period(text) is not None)
        or _DAY.fullmatch(text) is not None
    )


def _over_labels(grid: Grid, header: list[int]) -> str:
    """What the last header row says in a column that an earlier header row has named already."""
    if len(header) < 2 or grid.spans:
        return ""
    last = grid.rows[header[-1]]
    labels = [i for i in last.filled[:2] if i < 2 and not _is_whole(last.text(i))]
    named = [i for i in labels if any(grid.rows[h].text(i) for h in header[:-1])]
    return last.text(named[-1]) if named and grid.exact else ""


def _said_again(grid: Grid, header: list[int], index: int) -> str | None:
    """The group that a repeated header names, "" when it names none; None when the row is not the header again."""
    if not header:
        return None
    row, last = grid.rows[index], grid.rows[header[-1]]
    same = [i for i in row.filled if row.text(i) == last.text(i)]
    other = [i for i in row.filled if i not in same]
    if len(same) < 2 or len(other) > 1 or (other and other[0] > 1):
        return None
    return row.text(other[0]) if other else ""


def find_bands(grid: Grid, readings: Readings) -> list[Band]:
    """Splits the rows into bands: one for the header at the top, one more for each header in the middle."""
    rows = grid.rows
    first = _top_header(grid, readings)
    bands: list[Band] = []
    header: list[int] = list(range(first))
    body: list[int] = []
    repeats, group = False, _over_labels(grid, header)
    index = first
    while index < len(rows):
        again = _said_again(grid, header, index) if header and _header_like(rows[index], readings[index]) else None
        if again is not None:
            bands.append(Band(tuple(header), tuple(body), repeats, group, _narrow(grid, header)))
            body, repeats, group = [], True, again
        elif body and _middle_header(grid, readings, index):
            bands.append(Band(tuple(header), tuple(body), repeats, group, _narrow(grid, header)))
            header, body, repeats, group = [index], [], False, ""
            while _goes_on_below(grid, readings, index + 1):
                index += 1
                header.append(index)
        else:
            body.append(index)
        index += 1
    bands.append(Band(tuple(header), tuple(body), repeats, group, _narrow(grid, header)))
    return bands
