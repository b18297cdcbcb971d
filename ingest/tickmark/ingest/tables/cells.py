"""Pass 6: rows, cells and figures, with units, scales and periods resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from tickmark.ingest.figures.make import Around, make_figure, split_marks
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.figures.units import UnitSpec, currency_of, parse_unit
from tickmark.ingest.markup import Marked
from tickmark.ingest.model import Cell, CellRef, Column, Figure, Period, Row
from tickmark.ingest.source import Source
from tickmark.ingest.tables.align import Slot
from tickmark.ingest.tables.columns import PERCENT, counted, is_per_share, label_unit, per_share
from tickmark.ingest.tables.grid import TableContext
from tickmark.ingest.tables.labels import Entry

__all__ = ["RowMaker"]

ONE = Decimal(1)
_CHANGE = frozenset({"increase", "decrease"})
_STATED = {
    "estimated": re.compile(r"\bestimated?\b|\(e\)|预计|預計", re.IGNORECASE),
    "unaudited": re.compile(r"\bunaudited\b|未经审计|未經審計|未經審核", re.IGNORECASE),
    "restated": re.compile(r"\brestated\b|retrospectively adjusted|经重述|經重列", re.IGNORECASE),
}
_ANY_STATED = re.compile("|".join(pattern.pattern for pattern in _STATED.values()), re.IGNORECASE)


class RowMaker:
    """Makes the rows of one table: knows its columns, its own unit and its own period."""

    def __init__(
        self,
        source: Source,
        table: int,
        context: TableContext,
        *,
        unit: UnitSpec,
        period: Period | None,
    ) -> None:
        self.source = source
        self.table = table
        self.context = context
        self.unit = unit
        self.period = period
        self.people: str | None = None

    def row(self, entry: Entry, columns: list[Column], offset: int, measured: set[int]) -> Row:
        """One row; ``offset`` counts the columns of earlier bands; ``measured`` are the columns that hold numbers."""
        label, marks = split_marks(entry.label.text, self.source.marks)
        group = tuple(split_marks(g, self.source.marks)[0] for g in entry.group)
        path = (*group, label) if label else group
        own = parse_unit(entry.line.unit) if entry.line.unit else UnitSpec()
        row_unit = own or label_unit(label) or next((u for g in reversed(group) if (u := label_unit(g))), UnitSpec())
        count = None if row_unit else self._counted(path, entry.line.unit is None)
        period = self._row_period(path)
        cells = []
        for slot in sorted(entry.line.slots, key=lambda s: s.column):
            at = self._column_at(entry, slot, columns)
            column = columns[at] if at < len(columns) else Column(())
            around = Around(
                origin="cell",
                label_path=path,
                column_path=column.path,
                period=column.period or period or self.period,
                unit=self._unit(row_unit, own, column, path, count),
                section=self.context.section,
                cell=CellRef(
                    self.table,
                    entry.line.grid_row if slot.grid_row is None else slot.grid_row,
                    slot.grid_column,
                ),
                context=self._context(path, column.path, slot.printed),
                footnotes=marks,
                qualifiers=self._stated(" ".join((*path, *column.path)), marks),
            )
            cells.append(self._cell(slot, offset + at, around, slot.column in measured))
        span = self.source.span(entry.line.chars)
        return Row(
            label_path=path,
            cells=tuple(cells),
            span=span,
            grid_row=entry.line.grid_row,
            number=entry.line.number,
            unit=row_unit.unit or count,
            currency=row_unit.currency,
            scale=row_unit.scale,
            footnotes=marks,
        )

    def _column_at(self, entry: Entry, slot: Slot, columns: list[Column]) -> int:
        """The column a cell speaks of: a change printed under a row, over several columns, speaks of the latest."""
        if not entry.inherits or not any(_CHANGE.intersection(m.qualifiers) for m in slot.reading.mentions):
            return slot.column
        later = [s.column for s in entry.line.slots if s.column > slot.column]
        reach = range(slot.column, min([*later, len(columns)]))
        dated = [c for c in reach if columns[c].period is not None]
        return max(dated, key=lambda c: (columns[c].period or Period("none")).end or "", default=slot.column)

    def _counted(self, path: tuple[str, ...], unitless: bool) -> str | None:
        """What a row without any unit counts; the parts of a number of employees (by age, by region) are employees.

        ``unitless``: the row has no unit cell at all, rather than a dash, which says that it is a plain count.
        """
        outer = path[0] if path and re.search(r"\bnumber of\b|\bby\b", path[0], re.IGNORECASE) else ""
        things = (counted(path[-1]) if path else None) or counted(outer)
        if things == "employees" and not unitless:
            return None
        if things is not None or len(path) < 2 or not unitless:
            self.people = things
            return things
        return self.people

    def _stated(self, text: str, marks: tuple[str, ...]) -> tuple[str, ...]:
        """What the header, the label or a footnote says of the row: "estimated", "unaudited", "restated"."""
        known = self.source.notes
        notes = " ".join(known.get(mark) or known.get(f"^{mark}") or "" for mark in marks)
        said = f"{text} {notes}"
        if not _ANY_STATED.search(said):
            return ()
        return tuple(word for word, pattern in _STATED.items() if pattern.search(said))

    def _row_period(self, path: tuple[str, ...]) -> Period | None:
        """A period that the label itself states ("Balance at 31 December 2023"); relative words do not count."""
        found = [m for m in find_periods(path[-1], self.source.calendar) if not m.relative] if path else []
        return found[-1].period if found else None

    def _unit(self, row: UnitSpec, own: UnitSpec, column: Column, path: tuple[str, ...], count: str | None) -> UnitSpec:
        """Which unit wins for a cell that prints none: a percent column, the row, the column, the table.

        What a row counts (``count``) was not printed as a unit: it wins over an amount of money, and nothing else.
        """
        headed = UnitSpec(column.unit, column.currency, column.scale)
        label = " ".join(path)
        if column.unit in {"%", "votes"}:
            return headed
        if count and not headed.unit and (self.unit.currency or not self.unit.unit):
            return UnitSpec(count)
        base = headed if headed.unit else self.unit
        if is_per_share(label) and (not own or (own.currency and "/" not in (own.unit or ""))):
            return _of_a_share(row if row.currency else base) or row or base
        if row:
            if row.unit is None:
                return UnitSpec(base.unit, base.currency, row.scale)
            if row.currency and row.scale == ONE and "/" not in row.unit and base.currency in {None, row.currency}:
                return UnitSpec(row.unit, row.currency, base.scale)  # "$" in a cell of its own, "in millions" above
            return row
        if headed.unit and headed.unit == self.unit.unit and headed.scale == ONE:
            return self.unit
        if headed:
            unit, currency = (headed.unit, headed.currency) if headed.unit else (self.unit.unit, self.unit.currency)
            return UnitSpec(
                unit, currency, headed.scale if headed.scale != ONE or headed.currency is None else self.unit.scale
            )
        return self.unit

    def _cell(self, slot: Slot, column: int, around: Around, measured: bool) -> Cell:
        printed = slot.printed
        chars = (slot.pieces[0].chars()[0], slot.pieces[-1].chars()[1])
        figures: list[Figure] = []
        if slot.reading.kind == "value" and measured:
            for part, mention in enumerate(slot.reading.mentions):
                figures.append(self._figure(slot, mention, around, part))
        elif slot.reading.kind == "nothing" and measured:
            status = slot.reading.status
            figures.append(make_figure(self.source, slot.pieces[0].chars(), printed, None, around, status=status))
        return Cell(column, slot.grid_column, printed, self.source.span(chars), tuple(figures))

    def _figure(self, slot: Slot, mention: Mention, around: Around, part: int) -> Figure:
        piece, start, stop = _locate(slot.pieces, mention)
        printed = mention.printed if len(slot.reading.mentions) > 1 else slot.printed
        if mention.footnotes:
            printed = mention.printed
        if mention.unit and is_per_share(" ".join(around.label_path)) and currency_of(mention.unit):
            mention = replace(mention, unit=f"{mention.unit}/share")
        if part and mention.unit is None:
            around = replace(around, unit=PERCENT if around.unit.unit == "votes" else UnitSpec())
        return make_figure(self.source, piece.chars(start, stop), printed, mention, around)

    def _context(self, label: tuple[str, ...], head: tuple[str, ...], printed: str) -> str:
        around = ", ".join(p for p in (self.context.caption, " > ".join(label), " > ".join(head)) if p)
        return f"{around}: {printed}"


def _of_a_share(money: UnitSpec) -> UnitSpec:
    return money if "/" in (money.unit or "") else per_share(money)


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
