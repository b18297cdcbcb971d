"""A printed grid of certain geometry read as a table: the passes in order.

``condense`` (glue), ``bands_of`` (columns and headers), ``stubs_of`` (labels and groups), then for every number its
period (:class:`.Periods`) and its unit (:class:`.Units`). Each pass leaves its result on :class:`Sheet`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tickmark.ingest.figures.make import Around, make_figure, split_marks
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.units import UnitSpec
from tickmark.ingest.model import Cell, CellRef, Column, Figure, Row, Table
from tickmark.ingest.source import Source
from tickmark.ingest.tables.bands import bands_of, best_lane, lanes_of, unlabelled
from tickmark.ingest.tables.condense import Item, Strip, condense
from tickmark.ingest.tables.counted import counts
from tickmark.ingest.tables.grid import Grid
from tickmark.ingest.tables.inherited import (
    REFERENCE,
    Fit,
    fitted,
    only_totals,
    only_unit,
    printed_heads,
    under_heads,
)
from tickmark.ingest.tables.plain_amounts import plain_amounts
from tickmark.ingest.tables.printed_signs import in_hundredths, percents_of, signs_of
from tickmark.ingest.tables.row_units import RowUnits
from tickmark.ingest.tables.sheet_context import SheetContext
from tickmark.ingest.tables.sheet_periods import Periods
from tickmark.ingest.tables.sheet_units import Units
from tickmark.ingest.tables.stubs import Stub, stubs_of
from tickmark.ingest.tables.unit_notes import UnitNote, is_note_alone, note_of
from tickmark.ingest.tables.when import When

__all__ = ["Sheet", "SheetContext", "read_sheet"]

_MARKED = re.compile(r"[(\[][a-z0-9]{1,2}[)\]]\s*[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
ONE = Decimal(1)
_SAID = 200  # characters: how much of the words above a table say what it counts


@dataclass(frozen=True, slots=True)
class _Under:
    """What a row stands under: the columns of its band (from ``offset`` on), its periods, the group row above it."""

    offset: int
    columns: list[Column]
    periods: Periods
    group: When


class Sheet:
    """One table on its way from print to structure."""

    def __init__(
        self,
        grid: Grid,
        context: SheetContext,
        source: Source,
        earlier: Sheet | None = None,
        heading: Sheet | None = None,
    ) -> None:
        self.grid = grid
        self.context = context
        self.source = source
        self.index = grid.index or 0
        self.strips: list[Strip] = condense(grid)
        bare = unlabelled(self.strips) or (heading is not None and only_totals(self.strips, len(heading.heads)))
        self.lanes = lanes_of(self.strips, bare)
        self.bands = bands_of(self.strips, self.lanes)
        self.fit: Fit | None = None
        self._found: dict[tuple[int, int, int], int | None] = {}
        self.earlier = self._goes_on_from(earlier, heading, bare)
        self.edge = self.lanes[0].first if self.lanes else grid.width
        edge = None if bare else self.edge
        self.stubs = [stubs_of(self.strips, band.body, edge) for band in self.bands]
        self.row_units = RowUnits(self.strips, self.bands, self.stubs)
        self.note = self._note()
        self.periods: list[Periods] = self._periods()
        self.references = {
            n for band in self.bands for n, path in enumerate(band.paths) if path and REFERENCE.fullmatch(path[-1])
        }
        heads = [path for band in self.bands for path in band.paths]
        lead = " ".join((*self.bands[0].stub, *self.bands[0].titles, *context.before[:1]))[-_SAID:]
        numbers = [(item, self._lane(item)) for strip in self.strips for item in strip.numbers]
        self.units: Units = Units(
            self.note,
            signs_of(numbers),
            percents_of(numbers),
            context.currency,
            self.earlier is not None,
            heads=heads,
            lead=lead,
            hundredths=in_hundredths(item for item, _ in numbers),
            goes_on=self.earlier.units.led if self.earlier is not None else None,
        )
        self.table = self._table()

    def _periods(self) -> list[Periods]:
        """The periods of each band; bands in the middle are under the titles of the first as well."""
        context, first = self.context, self.bands[0]
        near = [self.grid.caption, *_lead(context.before)]
        far = list(reversed(context.titles[-2:]))
        made = []
        for band, stubs in zip(self.bands, self.stubs, strict=True):
            over = [] if band is first else [*first.titles]
            if self.earlier is not None and band is first:
                above = self.fit.paths if self.fit else self.earlier.bands[-1].paths
                band.paths = under_heads(above, band.paths)
                over = self.earlier.periods[-1].near
            made.append(Periods(band, stubs, [*over, *near], far, self.source.calendar, events=context.events))
        return made

    def _goes_on_from(self, earlier: Sheet | None, heading: Sheet | None, bare: bool) -> Sheet | None:
        """The table above that this one, without a header, goes on with: cut in two by a page, or a header alone."""
        own = [path for path in self.bands[0].paths if path]
        if not self.lanes or (own and not (self.grid.whole and all(map(only_unit, own)))):
            return None
        if heading is not None and (fit := fitted(heading.heads, self.strips, self.lanes, bare)):
            self.fit, self.lanes = fit, fit.lanes
            return heading
        return earlier if earlier is not None and len(self.lanes) == len(earlier.lanes) else None

    @property
    def heads(self) -> list[tuple[str, ...]]:
        """The dated columns of its last header, for tables below that have none; empty where it has none itself."""
        return printed_heads(self.strips, self.bands[-1], self.lanes)

    def _note(self) -> UnitNote | None:
        first = self.bands[0]
        heads = [" ".join(path) for path in first.paths]
        shared = [heads[0]] if heads and all(note_of(head) for head in heads) else []
        texts = [*first.notes, *first.stub, *first.titles, *shared]
        texts += [self.grid.caption, *self.context.before, self._last_row(), self.context.foot]
        for text in texts:
            if text and (note := note_of(text)):
                return note
        if self.earlier is not None:
            return self.earlier.note
        usual = self.context.note
        around = [*first.titles, self.context.caption, *_lead(self.context.before)]
        amounts = [item for strip in self.strips for item in strip.numbers]
        if usual is not None and plain_amounts(first.paths, around, amounts, usual.scale):
            others = [item for item in amounts if not self._of_one(item)]  # beside prices, sums may be in thousands
            in_full = not others or plain_amounts(first.paths, around, others, usual.scale)
            return None if in_full else replace(usual, shares=ONE)
        if usual is not None and usual.shares is None and any(note_of(head) for head in heads):
            return replace(usual, shares=ONE)  # a header that says its scale means plain numbers where it says none
        return usual

    def _of_one(self, item: Item) -> bool:
        """Whether a number stands in a column of prices or of times: its decimals say nothing of the other columns."""
        lane, paths = self._lane(item), self.bands[0].paths
        return lane is not None and lane < len(paths) and counts(" ".join(paths[lane])) in {"per share", "count"}

    def _last_row(self) -> str:
        """The text that stands alone in the last row, where it is a note on all rows."""
        last = next((strip for strip in reversed(self.strips) if strip.items), None)
        text = last.items[0].text.text if last is not None and len(last.items) == 1 else ""
        return text if is_note_alone(text) else ""

    def _lane(self, item: Item) -> int | None:
        if self.fit is not None and (item.row, item.column) in self.fit.ranks:
            return self.fit.ranks[(item.row, item.column)]
        place = item.first, item.last, item.column
        if place not in self._found:
            self._found[place] = best_lane(self.lanes, *place)
        return self._found[place]

    # ---- the table

    def _table(self) -> Table:
        columns: list[Column] = []
        rows: list[Row] = []
        for band, stubs, periods in zip(self.bands, self.stubs, self.periods, strict=True):
            offset = len(columns)
            columns += [Column(path, period) for path, period in zip(band.paths, periods.columns, strict=True)]
            group = When()
            for row in band.body:
                strip = self.strips[row]
                if row in stubs:
                    rows.append(self._row(strip, stubs[row], _Under(offset, columns, periods, group)))
                elif strip.items:
                    group = periods.group(strip.items[0].text.text) or group
        context = self.context
        return Table(
            index=self.index,
            columns=tuple(columns),
            rows=tuple(rows),
            span=self.source.span((self.grid.rows[0].chars[0], self.grid.rows[-1].chars[1])),
            section=context.section,
            caption=context.caption,
            lead_in=context.before[0] if context.before else "",
            unit_line="",
            stub=tuple(self.bands[0].stub),
            grid=tuple(tuple(c.text.text if c else "" for c in row.cells) for row in self.grid.rows),
            header_rows=len(self.bands[0].header),
        )

    def _row(self, strip: Strip, stub: Stub, under: _Under) -> Row:
        label, marks = split_marks(stub.label, self.source.marks)
        outer = tuple(split_marks(g, self.source.marks)[0] for g in stub.group)
        named = tuple(p for p in (*outer, label) if p)
        year = next((int(i.text.text[:4]) for i in (stub.year, stub.item) if i is not None and _is_year(i)), None)
        told = self._own_units(strip, stub, under)
        cells: list[Cell] = []
        for item in () if self.context.contents else strip.items:
            lane = self._lane(item)
            if lane is None or item is stub.item or not (item.number or item.year) or lane in self.references:
                continue
            column = under.columns[under.offset + lane]
            # a text behind a number says more of the row, or names the row of a table beside this one
            said = tuple(f.text.text for f in stub.further if f.column < item.column)
            path = (*named, *said) if said else named
            around = Around(
                origin="cell",
                label_path=path,
                column_path=column.path,
                period=under.periods.of(lane, strip.row, stub.label, under.group, stub.group, year=year),
                unit=told.get(item.column) or self.units.of(item, lane, stub, column.path),
                section=self.context.section,
                cell=CellRef(self.index, strip.row, item.column),
                context=self._context(path, column.path, item.text.text),
                footnotes=(*marks, *item.marks),
            )
            cells.append(self._cell(item, under.offset + lane, around))
        edge = cells[0].grid_column if cells else self.grid.width
        path = (*named, *(f.text.text for f in stub.further if f.column < edge))
        span = self.source.span(self.grid.rows[strip.row].chars)
        return Row(label_path=path, cells=tuple(cells), span=span, grid_row=strip.row, footnotes=marks)

    def _own_units(self, strip: Strip, stub: Stub, under: _Under) -> dict[int, UnitSpec]:
        """The units of a row's numbers that its other cells tell, by grid column."""
        lanes = [(item, self._lane(item)) for item in strip.numbers if item is not stub.item]
        row = [(item, under.columns[under.offset + lane].path) for item, lane in lanes if lane is not None]
        return self.row_units.of(strip, stub, row)

    def _context(self, label: tuple[str, ...], head: tuple[str, ...], printed: str) -> str:
        around = ", ".join(p for p in (self.context.caption, " > ".join(label), " > ".join(head)) if p)
        return f"{around}: {printed}"

    def _cell(self, item: Item, column: int, around: Around) -> Cell:
        printed = item.text.text
        figures: list[Figure] = []
        if item.reading.kind == "value":
            figures += [self._figure(item, mention, around) for mention in item.reading.mentions]
        elif item.reading.kind == "nothing":
            status = item.reading.status
            figures.append(make_figure(self.source, self._chars(item), printed, None, around, status=status))
        return Cell(column, item.column, printed, self.source.span(item.core.chars()), tuple(figures))

    def _figure(self, item: Item, mention: Mention, around: Around) -> Figure:
        """A figure quotes the cell of its digits; the sign or bracket beside it is in ``printed``."""
        whole = len(item.reading.mentions) == 1
        chars = self._chars(item) if whole else item.text.chars(mention.start, mention.stop)
        if mention.unit and mention.currency and "/" not in mention.unit:
            share = around.label_path != () and counts(around.label_path[-1]) == "per share"
            own = f"{mention.unit}/share" if share else mention.unit
            mention = replace(mention, unit=around.unit.unit if around.unit.currency else own)
            if around.unit.currency == mention.currency:
                mention = replace(mention, unit=None, currency=None)
        return make_figure(self.source, chars, item.text.text if whole else mention.printed, mention, around)

    def _chars(self, item: Item) -> tuple[int, int]:
        """The source range of the cell of an item's digits; an entity at its end belongs to it whole."""
        start, end = item.core.chars()
        if self.source.text[end - 1 : end] == "&" and (close := self.source.text.find(";", end, end + 12)) >= 0:
            end = close + 1
        return start, end


def _is_year(item: Item) -> bool:
    return item.year and _YEAR.match(item.text.text) is not None


def _lead(before: tuple[str, ...]) -> list[str]:
    """Of the texts above a table, nearest first, those that speak of it: the nearest, and short ones (titles)."""
    lead: list[str] = []
    for text in before[:4]:
        if _MARKED.match(text):
            continue  # a note to the table above
        sole = all(is_note_alone(each) for each in lead)
        if len(text) < 160 or sole:
            lead.append(text)
    return lead


def read_sheet(
    grid: Grid, context: SheetContext, source: Source, earlier: Sheet | None = None, heading: Sheet | None = None
) -> Sheet:
    """Reads one printed grid; ``earlier``: the table that it may go on with, ``heading``: one whose header may hold."""
    return Sheet(grid, context, source, earlier, heading)
