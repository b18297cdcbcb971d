"""Pass 6: rows, cells and figures, with units, scales and periods resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from tickmark.ingest.figures.make import Around, make_figure, split_marks
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.figures.units import UnitSpec, parse_unit
from tickmark.ingest.markup import Marked
from tickmark.ingest.model import Cell, CellRef, Column, Figure, Period, Row
from tickmark.ingest.source import Source
from tickmark.ingest.tables.align import Slot
from tickmark.ingest.tables.columns import PERCENT, is_per_share, label_unit, per_share
from tickmark.ingest.tables.labels import Entry

__all__ = ["RowMaker"]

ONE = Decimal(1)
_SAME_PERIOD_CHANGE = re.compile(r"same period|compared|year-on-year", re.IGNORECASE)


class RowMaker:
    """Makes the rows of one table: knows its columns, its own unit and its own period."""

    def __init__(
        self,
        source: Source,
        table: int,
        section: tuple[str, ...],
        unit: UnitSpec,
        period: Period | None,
        prefix: str = "",
    ) -> None:
        self.source = source
        self.table = table
        self.section = section
        self.unit = unit
        self.period = period
        self.prefix = prefix

    def row(self, entry: Entry, columns: list[Column], offset: int, measured: set[int]) -> Row:
        """One row; ``offset`` counts the columns of earlier bands; ``measured`` are the columns that hold numbers."""
        label, marks = split_marks(entry.label.text, self.source.marks)
        group = tuple(split_marks(g, self.source.marks)[0] for g in entry.group)
        path = (*group, label) if label else group
        own = parse_unit(entry.line.unit) if entry.line.unit else UnitSpec()
        row_unit = own or label_unit(label) or next((u for g in reversed(group) if (u := label_unit(g))), UnitSpec())
        period = self._row_period(path)
        cells = []
        for slot in sorted(entry.line.slots, key=lambda s: s.column):
            column = columns[slot.column] if slot.column < len(columns) else Column(())
            around = Around(
                origin="cell",
                label_path=path,
                column_path=column.path,
                period=column.period or period or self.period,
                unit=self._unit(row_unit, own, column, path),
                section=self.section,
                cell=CellRef(self.table, entry.line.grid_row, slot.grid_column),
                footnotes=marks,
            )
            cells.append(self._cell(slot, offset, around, slot.column in measured))
        span = self.source.span(entry.line.chars)
        return Row(
            label_path=path,
            cells=tuple(cells),
            span=span,
            grid_row=entry.line.grid_row,
            number=entry.line.number,
            unit=row_unit.unit,
            currency=row_unit.currency,
            scale=row_unit.scale,
            footnotes=marks,
        )

    def _row_period(self, path: tuple[str, ...]) -> Period | None:
        """A period that the label itself states ("Balance at 31 December 2023"); relative words do not count."""
        found = [m for m in find_periods(path[-1], self.source.calendar) if not m.relative] if path else []
        return found[-1].period if found else None

    def _unit(self, row: UnitSpec, own: UnitSpec, column: Column, path: tuple[str, ...]) -> UnitSpec:
        """Which unit wins for a cell that prints none: a percent column, the row, the column, the table."""
        headed = UnitSpec(column.unit, column.currency, column.scale)
        label = " ".join(path)
        if column.unit in {"%", "votes"}:
            return headed
        if row:
            if row.unit is None:
                base = headed if headed.unit else self.unit
                return UnitSpec(base.unit, base.currency, row.scale)
            return row
        base = headed if headed.unit else self.unit
        if is_per_share(label) and not own:
            return per_share(base) or base
        if headed:
            unit, currency = (headed.unit, headed.currency) if headed.unit else (self.unit.unit, self.unit.currency)
            return UnitSpec(
                unit, currency, headed.scale if headed.scale != ONE or headed.currency is None else self.unit.scale
            )
        return self.unit

    def _cell(self, slot: Slot, offset: int, around: Around, measured: bool) -> Cell:
        printed = " ".join(p.text for p in slot.pieces)
        chars = (slot.pieces[0].chars()[0], slot.pieces[-1].chars()[1])
        around = replace(around, context=self._context(around, printed))
        figures: list[Figure] = []
        if slot.reading.kind == "value" and measured:
            for part, mention in enumerate(slot.reading.mentions):
                figures.append(self._figure(slot, mention, around, part))
        elif slot.reading.kind == "nothing" and measured:
            status = slot.reading.status
            figures.append(make_figure(self.source, slot.pieces[0].chars(), printed, None, around, status))
        return Cell(slot.column + offset, slot.grid_column, printed, self.source.span(chars), tuple(figures))

    def _figure(self, slot: Slot, mention: Mention, around: Around, part: int) -> Figure:
        piece, start, stop = _locate(slot.pieces, mention)
        printed = mention.printed if len(slot.reading.mentions) > 1 else " ".join(p.text for p in slot.pieces)
        if mention.footnotes:
            printed = mention.printed
        if part and mention.unit is None:
            around = replace(around, unit=PERCENT if around.unit.unit == "votes" else UnitSpec())
        return make_figure(self.source, piece.chars(start, stop), printed, mention, around)

    def _context(self, around: Around, printed: str) -> str:
        parts = [self.prefix, " > ".join(around.label_path), " > ".join(around.column_path)]
        return f"{', '.join(p for p in parts if p)}: {printed}"


def _locate(pieces: list[Marked], mention: Mention) -> tuple[Marked, int, int]:
    """The piece that prints the digits of a mention, and the mention's bounds within it."""
    at = 0
    for piece in pieces:
        stop = at + len(piece.text)
        if at <= mention.core[0] < stop:
            start = max(mention.start, at) - at
            return piece, start, min(mention.stop, stop) - at
        at = stop + 1
    return pieces[-1], 0, len(pieces[-1].text)
