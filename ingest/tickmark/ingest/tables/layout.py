"""Pass 3: which columns hold values, units, row numbers and labels, and what the header says of each value column.

Two layouts are known. *Positional*: a cell belongs to the column it is printed in. *Right-aligned*: header cells that
spanned columns were flattened, so rows are shifted against the header, and only the run of values at the end of each
row can be matched, last to last. A table is positional unless values would stand under no header.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tickmark.ingest.figures.readings import CellReading
from tickmark.ingest.figures.units import NO_UNIT, is_unit
from tickmark.ingest.tables.grid import Grid, GridRow
from tickmark.ingest.tables.header import BANNER, Band

__all__ = ["Layout", "find_layout", "value_run"]

_UNIT_HEAD = re.compile(r"^(?:units?|unit of measure(?:ment)?|单位|單位|计量单位|計量單位)\W*$", re.IGNORECASE)
_NOTE_HEAD = re.compile(r"^(?:notes?|ref(?:erence)?s?\.?|附注|附註|注释|註釋)\W*$", re.IGNORECASE)
_BRACKET = re.compile(
    r"(?:below|under|above|over|≤|≥|<|>)?\s*\d{1,3}\s?[-–—~至]\s?\d{1,3}(?:\s?(?:years?|岁|歲))?", re.IGNORECASE
)
_ROW_NUMBER = re.compile(r"^\(?(?:\d{1,3}|[ivx]{1,4}|[A-Za-z])[.)、]?$")
_NUMBER_HEAD = re.compile(r"^(?:no\.?|#|s/?n|item no\.?|序号|序號|编号|編號)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Roles of grid columns. ``values`` are grid columns when positional, else ``None`` stands for "from the right".

    ``paths[i]`` is the header path of value column ``i``; ``stub`` the header cells over the labels.
    """

    positional: bool
    paths: tuple[tuple[str, ...], ...]
    values: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    unit: int | None = None
    has_unit: bool = False
    number: int | None = None
    note: bool = False
    stub: tuple[str, ...] = ()


def value_run(row: GridRow, readings: list[CellReading]) -> list[int]:
    """Grid columns of the run of value-like cells at the end of a row, trailing blanks left out."""
    filled = [i for i, r in enumerate(readings) if r.kind != "empty" and i < row.width and row.cells[i] is not None]
    run: list[int] = []
    for column in reversed(filled):
        if column == 0 or readings[column].kind not in {"value", "nothing", "noise"}:
            break
        run.insert(0, column)
    return run


def _header_paths(grid: Grid, band: Band, columns: list[int]) -> dict[int, tuple[str, ...]]:
    """Header path of each grid column: stacked lines are one text, a cell over several columns is an outer level."""
    rows = [grid.rows[i] for i in band.header]
    paths: dict[int, list[str]] = {c: [] for c in columns}
    for level, row in enumerate(rows):
        last = level == len(rows) - 1
        if not last and not grid.spans and (over_all := _over_all(row)):
            for column in columns:
                if any(r.text(column) for r in rows[level + 1 :]):
                    paths[column].append(over_all)
            continue
        current, reach = "", -1
        for column in range(max(columns, default=-1) + 1):
            cell = row.cells[column] if column < row.width else None
            if cell is not None and cell.text:
                current, reach = cell.text.text, column + cell.width - 1
            free = not band.stacked or BANNER.search(current) is not None
            spread = not last and free and not grid.spans and current and column > reach
            if spread and any(r.text(column) for r in rows[level + 1 :]):
                reach = column  # a flattened spanning cell reaches over the blanks that have their own header below
            if column in paths and column <= reach and current:
                paths[column].append(current)
    if band.stacked and not grid.exact:
        return {c: (" ".join(p),) if p else () for c, p in paths.items()}
    return {c: tuple(dict.fromkeys(p)) for c, p in paths.items()}


def _over_all(row: GridRow) -> str:
    """A lone period over the columns that complete it ("For the year ended"), set in the middle of them."""
    text = row.text(row.filled[0]) if len(row.filled) == 1 and row.filled[0] > 0 else ""
    return text if BANNER.search(text) else ""


def _row_number_column(rows: list[GridRow], header: str) -> bool:
    """Whether the first column only counts the rows, beside a label column."""
    firsts = [row.text(0) for row in rows if row.text(0)]
    counted = [t for t in firsts if _ROW_NUMBER.match(t)]
    if not counted or len(counted) < max(1, 0.6 * len(firsts)):
        return False
    labelled = sum(bool(re.search(r"[^\W\d_]{2}", row.text(1))) for row in rows if _ROW_NUMBER.match(row.text(0)))
    return labelled >= 0.8 * len(counted) and (not header or _NUMBER_HEAD.match(header) is not None or labelled > 0)


def _misfits(grid: Grid, band: Band, readings: list[list[CellReading]]) -> float:
    """Share of value cells (and of "not disclosed" ones) that stand under no header cell, or under a unit header."""
    if not band.header:
        return 0.0
    headed = _header_paths(grid, band, list(range(grid.width)))
    astray = total = 0
    for index in band.body:
        for column in value_run(grid.rows[index], readings[index]):
            reading = readings[index][column]
            if reading.kind != "value" and reading.status != "not_disclosed":
                continue  # a dash says little: unit columns are full of them
            total += 1
            path = headed.get(column, ())
            astray += not path or _UNIT_HEAD.match(path[-1]) is not None
    return astray / total if total else 0.0


def _right_aligned(grid: Grid, band: Band, readings: list[list[CellReading]], numbered: bool) -> Layout:
    heads = [grid.rows[band.header[-1]].text(c) for c in grid.rows[band.header[-1]].filled]
    unit_at = next((i for i, h in enumerate(heads) if _UNIT_HEAD.match(h)), None)
    note_at = next((i for i, h in enumerate(heads) if i and _NOTE_HEAD.match(h)), None)
    if unit_at is not None or note_at is not None:
        wanted = len(heads) - max(-1 if unit_at is None else unit_at, -1 if note_at is None else note_at) - 1
    else:
        runs = Counter(len(value_run(grid.rows[i], readings[i])) for i in band.body)
        runs.pop(0, None)
        wanted = min(runs.most_common(1)[0][0], len(heads)) if runs else 0
    filled = grid.rows[band.header[-1]].filled[len(heads) - wanted :]
    paths = _header_paths(grid, band, filled)
    return Layout(
        positional=False,
        paths=tuple(paths[c] for c in filled),
        has_unit=unit_at is not None,
        number=0 if numbered else None,
        note=note_at is not None,
        stub=tuple(h for h in heads[: len(heads) - wanted] if not _UNIT_HEAD.match(h) and not _NOTE_HEAD.match(h)),
    )


def _grouping_column(rows: list[GridRow], column: int, head: str) -> bool:
    """Whether a text column after the first is a further level of the label, not a column of its own."""
    if not head:
        return True
    if any(_BRACKET.fullmatch(r.text(column)) for r in rows):
        return True
    outer_blank = any(not r.text(column - 1) and r.text(column) for r in rows)
    outer = Counter(r.text(column - 1) for r in rows if r.text(column - 1) and r.text(column))
    return outer_blank or any(count > 1 for count in outer.values())


def _brackets(rows: list[GridRow], column: int) -> bool:
    """Whether the values of a column are age groups and the like ("31-40") beside words: labels, not figures."""
    texts = [r.text(column) for r in rows if r.text(column)]
    ranges = sum(_BRACKET.fullmatch(t) is not None for t in texts)
    worded = sum(re.search(r"[^\W\d_]{2}", t) is not None for t in texts)
    return ranges > 0 and ranges + worded == len(texts)


def _is_unit_column(rows: list[GridRow], column: int, head: str) -> bool:
    if _UNIT_HEAD.match(head):
        return True
    if head:
        return False
    texts = [r.text(column) for r in rows if r.text(column).lower() not in NO_UNIT]
    return bool(texts) and sum(map(is_unit, texts)) >= 0.8 * len(texts)


def _positional(grid: Grid, band: Band, readings: list[list[CellReading]], numbered: bool) -> Layout:
    rows, width = [grid.rows[i] for i in band.body], grid.width
    headed = _header_paths(grid, band, list(range(width)))
    head = {c: " ".join(headed[c]) for c in headed}
    kinds: dict[int, Counter[str]] = {
        c: Counter(readings[i][c].kind for i in band.body if c < len(readings[i])) for c in range(width)
    }
    start = 1 if numbered else 0
    unit = next((c for c in range(start + 1, width) if _is_unit_column(rows, c, head.get(c, ""))), None)
    labels, column = [start], start + 1
    while column < width and column != unit:
        values_here = kinds[column]["value"] and not _brackets(rows, column)
        if values_here or not _grouping_column(rows, column, head.get(column, "")):
            break
        if kinds[column]["text"] or kinds[column]["value"]:
            labels.append(column)
        column += 1
    notes = {c for c in range(start + 1, width) if _NOTE_HEAD.match(head.get(c, ""))}
    used = {*labels, *notes, unit, 0 if numbered else None}
    values = [
        c for c in range(column, width) if c not in used and (head.get(c) or kinds[c]["value"] or kinds[c]["text"])
    ]
    before = range(min(values, default=width))
    stub = tuple(dict.fromkeys(head[c] for c in before if head.get(c) and c != unit and c not in notes))
    return Layout(
        positional=True,
        paths=tuple(headed.get(c, ()) for c in values),
        values=tuple(values),
        labels=tuple(labels),
        unit=unit,
        has_unit=unit is not None,
        number=0 if numbered else None,
        note=bool(notes),
        stub=stub,
    )


def find_layout(grid: Grid, band: Band, readings: list[list[CellReading]], earlier: Layout | None) -> Layout:
    """The layout of one band; a header in the middle of a table keeps the label columns of the one before it."""
    rows = [grid.rows[i] for i in band.body]
    if earlier is not None and (band.repeats or not band.header):
        return earlier
    head = grid.rows[band.header[-1]].text(0) if band.header else ""
    numbered = grid.width > 2 and _row_number_column(rows, head)
    if not grid.exact and band.header and _misfits(grid, band, readings) > 0.05:
        return _right_aligned(grid, band, readings, numbered)
    return _positional(grid, band, readings, numbered)
