"""Pass 4: each printed row becomes label parts, a unit and value cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tickmark.ingest.figures.readings import CellReading
from tickmark.ingest.figures.units import NO_UNIT
from tickmark.ingest.markup import Marked
from tickmark.ingest.tables.grid import GridRow
from tickmark.ingest.tables.layout import Layout, value_run

__all__ = ["Line", "Slot", "align_row"]


@dataclass(slots=True)
class Slot:
    """One value cell of a line: its value column, its grid column, its text (pieces, when set over several lines).

    ``grid_row`` is set where it is not the line's: a cell of a lower row that was joined to this line.
    """

    column: int
    grid_column: int
    pieces: list[Marked]
    reading: CellReading
    grid_row: int | None = None

    @property
    def printed(self) -> str:
        """Its text, pieces together."""
        return self.pieces[0].text if len(self.pieces) == 1 else " ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Line:
    """One printed row, told apart. ``labels`` keeps blanks: a blank before a label says that it belongs to a group."""

    grid_row: int
    rows: list[int]
    labels: list[Marked]
    slots: list[Slot] = field(default_factory=list)
    number: str | None = None
    unit: str | None = None
    chars: tuple[int, int] = (0, 0)

    @property
    def label(self) -> Marked | None:
        """The innermost label, if any."""
        return next((m for m in reversed(self.labels) if m), None)

    @property
    def valued(self) -> bool:
        """Whether any cell holds a value or a sign for nothing."""
        return any(s.reading.kind in {"value", "nothing"} for s in self.slots)

    @property
    def noisy(self) -> bool:
        """Whether any cell is noise."""
        return any(s.reading.kind == "noise" for s in self.slots)


_EMPTY = Marked("", (), 0)
_NOTE = re.compile(r"^\(?\d{1,2}(?:[.(][\da-z]{1,3}\)?)*\)?(?:\s?[,&/]\s?\d{1,2})*$")
_NUMBERED = re.compile(r"^\(?(?:\d{1,3}|[ivx]{1,4}|[A-Za-z])[.)、]?$")


def _text(row: GridRow, column: int) -> Marked:
    cell = row.cells[column] if column < row.width else None
    return cell.text if cell else _EMPTY


def _from_right(row: GridRow, readings: list[CellReading], layout: Layout) -> tuple[list[int], list[int]]:
    """(columns of label cells, columns of value cells), values matched from the right."""
    run = value_run(row, readings)[-len(layout.paths) :] if layout.paths else []
    first = run[0] if run else max((i for i in row.filled), default=-1) + 1
    heads = list(range(first))
    if layout.note and run and first > 1 and _NOTE.match(row.text(first - 1)):
        heads.pop()
    return heads, run


def align_row(row: GridRow, index: int, readings: list[CellReading], layout: Layout) -> Line:
    """Tells the cells of one printed row apart by the layout of its band."""
    line = Line(grid_row=index, rows=[index], labels=[], chars=row.chars)
    if layout.positional:
        heads, values = list(layout.labels), [(i, c) for i, c in enumerate(layout.values) if c < row.width]
        line.unit = row.text(layout.unit) if layout.unit is not None else None
    else:
        heads, run = _from_right(row, readings, layout)
        offset = len(layout.paths) - len(run)
        values = [(offset + i, c) for i, c in enumerate(run)]
        if layout.has_unit and run and heads and len([c for c in heads if _text(row, c)]) > 1:
            at = max(c for c in heads if _text(row, c))
            line.unit = row.text(at)
            heads = [c for c in heads if c < at]
    if layout.number is not None and (not layout.positional or layout.number not in heads):
        printed = row.text(layout.number)
        if _NUMBERED.match(printed):
            line.number = printed
        heads = [c for c in heads if c != layout.number] if _NUMBERED.match(printed) or not printed else heads
    line.labels = [_text(row, c) for c in heads]
    line.slots = [
        Slot(column, c, [_text(row, c)], readings[c])
        for column, c in values
        if row.cells[c] is not None and _text(row, c)
    ]
    if line.unit is not None and line.unit.strip() in NO_UNIT:
        line.unit = None
    return line
