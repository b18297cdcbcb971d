"""The passes in order: from a printed :class:`~tickmark.ingest.tables.grid.Grid` to a rebuilt table."""

from __future__ import annotations

import re
from dataclasses import replace

from tickmark.ingest.figures.readings import CellReading
from tickmark.ingest.figures.units import UnitSpec, currency_of
from tickmark.ingest.model import Column, Period, Row, SetAside, Table
from tickmark.ingest.source import Source
from tickmark.ingest.tables.align import Line, align_row
from tickmark.ingest.tables.cells import RowMaker
from tickmark.ingest.tables.columns import as_moments, column_of, of_a_moment, period_from, table_unit, with_reference
from tickmark.ingest.tables.grid import Grid, TableContext
from tickmark.ingest.tables.header import Band, find_bands
from tickmark.ingest.tables.labels import Entry, make_entries
from tickmark.ingest.tables.layout import Layout, find_layout, value_run
from tickmark.ingest.tables.unit_notes import is_note_alone

__all__ = ["Rebuild", "is_contents", "rebuild"]

_EMPTY_READING = CellReading("empty")
_CONTENTS = re.compile(r"^(?:table of )?contents?$|^目录$|^目錄$", re.IGNORECASE)


class Rebuild:
    """One table on its way from print to structure. Every pass leaves its result as an attribute."""

    def __init__(
        self, grid: Grid, context: TableContext, source: Source, index: int, earlier: Rebuild | None = None
    ) -> None:
        self.grid = grid
        self.context = context
        self.source = source
        self.index = index
        self.readings = [[cell.reading if cell else _EMPTY_READING for cell in row.cells] for row in grid.rows]
        self.unit_notes: list[str] = []
        self.bands: list[Band] = [self._without_notes(band) for band in find_bands(grid, self.readings)]
        goes_on = earlier is not None and not self.bands[0].header and self._fits(earlier.layouts[-1])
        self.continues = earlier if goes_on else None
        self.layouts: list[Layout] = self._layouts()
        self.lines: list[list[Line]] = [
            [align_row(grid.rows[i], i, self.readings[i], layout) for i in band.body]
            for band, layout in zip(self.bands, self.layouts, strict=True)
        ]
        self.entries: list[list[Entry]] = []
        self.noise: list[SetAside] = []
        self.last_columns: list[Column] = []
        for band, lines in zip(self.bands, self.lines, strict=True):
            entries, noise = make_entries(lines, band.narrow, band.group)
            self.entries.append(entries)
            self.noise += [SetAside(grid.rows[row].line, text) for row, text in noise]
        self.unit = self._unit()
        self.table = self._table()
        self._warn()

    def _without_notes(self, band: Band) -> Band:
        """The band less header rows that hold nothing but the unit of all columns ("(in millions)", set in the middle).

        A heading over all columns that ends with the unit ("Payments due (in millions)") is kept, and its unit noted.
        """
        if self.grid.spans or len(band.header) < 2:
            return band
        kept = []
        for index in band.header:
            row = self.grid.rows[index]
            text = row.text(row.filled[0]) if len(row.filled) == 1 and row.filled[0] > 0 else ""
            alone = is_note_alone(text)
            if alone or (text and table_unit(text)):
                self.unit_notes.append(text)
            if not alone:
                kept.append(index)
        return replace(band, header=tuple(kept)) if kept else band

    def _warn(self) -> None:
        """Says what of the table was not understood: columns without a name, values without a column."""
        first, last = self.table.span.lines
        if not self.textual and self.continues is None and not any(c.path for c in self.table.columns):
            self.source.warnings.append(f"lines {first}-{last}: a table without a header: its columns have no names")
        for band, layout in zip(self.bands, self.layouts, strict=True):
            beyond = [] if layout.positional else [i for i in band.body if self._overfull(i, layout)]
            if beyond:
                line = self.grid.rows[beyond[0]].line
                self.source.warnings.append(f"line {line}: more values than columns ({len(beyond)} rows of the table)")

    def _overfull(self, row: int, layout: Layout) -> bool:
        run = value_run(self.grid.rows[row], self.readings[row])
        while run and any(m.low is not None for m in self.readings[row][run[0]].mentions):
            run.pop(0)  # "41 – 50" is a label
        return len(run) > len(layout.paths) + layout.note and layout.number is None

    def _layouts(self) -> list[Layout]:
        layouts: list[Layout] = []
        earlier = self.continues.layouts[-1] if self.continues else None
        for band in self.bands:
            layout = find_layout(self.grid, band, self.readings, layouts[-1] if layouts else earlier)
            layouts.append(layout)
        return layouts

    def _fits(self, layout: Layout) -> bool:
        """Whether no row holds more values than the layout of the table above has columns."""
        runs = (len(value_run(self.grid.rows[i], self.readings[i])) for i in self.bands[0].body)
        return max(runs, default=0) <= len(layout.paths) + layout.note

    @property
    def textual(self) -> bool:
        """A table without figures: no values at all, or a list of page numbers."""
        if is_contents(self):
            return True
        return not any(s.reading.kind == "value" for entries in self.entries for e in entries for s in e.line.slots)

    def _unit(self) -> UnitSpec:
        """The unit of the whole table, from its unit line, stub, header, caption or lead-in, in that order."""
        stub = " ".join(self.layouts[0].stub)
        for text in (self.context.unit_line, stub, *self.unit_notes, self.context.caption, self.context.lead_in):
            if spec := table_unit(text):
                return spec if spec.unit else self._with_sign(spec)
        if below := self.context.below:
            return below if below.unit else self._with_sign(below)
        return self.continues.unit if self.continues else UnitSpec()

    def _with_sign(self, spec: UnitSpec) -> UnitSpec:
        """A scale alone ("in millions") counts the currency whose sign stands in the cells."""
        signs = {e.line.unit for entries in self.entries for e in entries if e.line.unit}
        money = {known for sign in signs if (known := currency_of(sign))}
        for slot in (s for entries in self.entries for e in entries for s in e.line.slots):
            money |= {(m.unit, m.currency) for m in slot.reading.mentions if m.unit and m.currency}
        return UnitSpec(*next(iter(money)), spec.scale) if len(money) == 1 else spec

    @property
    def period(self) -> Period | None:
        """The period of the whole table, where its columns give none."""
        for text in (self.context.lead_in, self.context.caption, *self.layouts[0].stub):
            if found := period_from(text, self.source.calendar):
                return found
        return self.source.calendar.reporting

    def _columns(self, layout: Layout) -> list[Column]:
        """The columns of one band, with what they mean beside each other and under this caption."""
        if self.continues is not None and layout is self.continues.layouts[-1]:
            return self.continues.last_columns
        columns = with_reference([column_of(p, self.source.calendar) for p in layout.paths], self.source.calendar)
        around = (self.context.caption, self.context.lead_in, *self.context.section[-1:])
        return as_moments(columns) if of_a_moment(*around) else columns

    def _table(self) -> Table:
        columns: list[Column] = []
        offset = 0
        rows: list[Row] = []
        textual = self.textual
        maker = RowMaker(self.source, self.index, self.context, unit=self.unit, period=self.period)
        for band_index, (layout, entries) in enumerate(zip(self.layouts, self.entries, strict=True)):
            repeats = self.bands[band_index].repeats
            if not repeats:
                self.last_columns, offset = self._columns(layout), len(columns)
                columns += self.last_columns
            measured = set() if textual else _measured(entries, self.last_columns)
            rows += [maker.row(entry, self.last_columns, offset, measured) for entry in entries]
        return Table(
            index=self.index,
            columns=tuple(columns),
            rows=tuple(rows),
            span=self.source.span((self.grid.rows[0].chars[0], self.grid.rows[-1].chars[1])),
            section=self.context.section,
            caption=self.context.caption,
            lead_in=self.context.lead_in,
            unit_line=self.context.unit_line,
            stub=self.layouts[0].stub,
            noise=tuple(self.noise),
            grid=tuple(tuple(c.text.text if c else "" for c in row.cells) for row in self.grid.rows),
            header_rows=len(self.bands[0].header),
        )


def _measured(entries: list[Entry], columns: list[Column]) -> set[int]:
    """Value columns that hold numbers, or would: in a column of words ("Pledgee"), a dash is no figure."""
    kinds: dict[int, set[str]] = {}
    for slot in (s for e in entries for s in e.line.slots):
        kinds.setdefault(slot.column, set()).add(slot.reading.kind)
    dated = {i for i, column in enumerate(columns) if column.period is not None}
    return {c for c, found in kinds.items() if "value" in found or (c in dated and found <= {"nothing", "noise"})}


def is_contents(table: Rebuild) -> bool:
    """A table of contents: two columns, the last only page numbers that never fall."""
    if table.context.section and _CONTENTS.match(table.context.section[-1]):
        return True
    rows = [r for r in table.grid.rows if r.filled]
    if len(rows) < 3 or any(len(r.filled) > 2 for r in rows) or table.bands[0].header:
        return False
    pages = [r.text(r.filled[-1]) for r in rows if len(r.filled) == 2]
    if len(pages) < 0.8 * len(rows) or not all(re.fullmatch(r"\d{1,3}", p) for p in pages):
        return False
    numbers = [int(p) for p in pages]
    return numbers == sorted(numbers)


def rebuild(grid: Grid, context: TableContext, source: Source, index: int, earlier: Rebuild | None = None) -> Rebuild:
    """Rebuilds one table; ``earlier`` is the table that it may continue (cut in two by a page, header not repeated)."""
    return Rebuild(grid, context, source, index, earlier)
