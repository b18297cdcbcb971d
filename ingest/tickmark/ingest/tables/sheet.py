"""A printed grid of certain geometry read as a table: the passes in order.

``condense`` (glue), ``bands_of`` (columns and headers), ``stubs_of`` (labels and groups), then for every number its
period and its unit. Each pass leaves its result as an attribute of :class:`Sheet`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from tickmark.ingest.figures.calendar import MONTH
from tickmark.ingest.figures.make import Around, make_figure, split_marks
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.units import UnitSpec, currency_of
from tickmark.ingest.model import Cell, CellRef, Column, Figure, Period, Row, Table
from tickmark.ingest.source import Source
from tickmark.ingest.tables.bands import Band, Lane, bands_of, lanes_of
from tickmark.ingest.tables.condense import Item, Strip, condense
from tickmark.ingest.tables.flows import moved, prefers_flow, titled
from tickmark.ingest.tables.grid import Grid
from tickmark.ingest.tables.stubs import Stub, stubs_of
from tickmark.ingest.tables.unit_notes import UnitNote, counts, note_of
from tickmark.ingest.tables.when import When, resolve, tells_time, when_of

__all__ = ["Sheet", "SheetContext", "read_sheet"]

ONE = Decimal(1)
_BALANCE = re.compile(r"^(?:\w+\s+){0,3}balances?\b", re.IGNORECASE)
MONTH_DAY = rf"{MONTH}\s*\d{{1,2}}|\d{{1,2}}\s+{MONTH}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d"
_THEREAFTER = re.compile(
    r"(?:and\s+)?thereafter\b|(?:years?\s+)?20\d\d\s*(?:and\s+(?:thereafter|beyond)|[-–]\s*20\d\d)", re.IGNORECASE
)
_VINTAGE = re.compile(r"\borigination\b|\bvintage\b", re.IGNORECASE)
_PERCENT = re.compile(r"(?<![\d.])\s?%|\bpercent(?:age)?s?\b", re.IGNORECASE)
_OF_STOCK = re.compile(
    r"funded status|accumulated benefit obligation|net amount recognized|recognized in|\bexercisable\b", re.IGNORECASE
)
_AT = re.compile(r"(?:^|[,–—-]|\b(?:at|of|on|balances?|outstanding|nonvested|unvested|total))\s*$", re.IGNORECASE)
_NOT_AT = re.compile(
    r"\b(?:due|through|expir\w*|matur\w*|since|after|before|until|issued|beginning|dated|from)\b", re.IGNORECASE
)
_DECIMALS = re.compile(r"\.\d\d")


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What stands around a table. ``before``: the texts above it, nearest first; ``note``: a unit note that holds."""

    section: tuple[str, ...] = ()
    caption: str = ""
    before: tuple[str, ...] = ()
    note: UnitNote | None = None
    currency: tuple[str, str] | None = None


class Sheet:
    """One table on its way from print to structure."""

    def __init__(self, grid: Grid, context: SheetContext, source: Source, earlier: Sheet | None = None) -> None:
        self.grid = grid
        self.context = context
        self.source = source
        self.index = grid.index or 0
        self.strips: list[Strip] = condense(grid)
        self.lanes: list[Lane] = lanes_of(self.strips)
        self.bands: list[Band] = bands_of(self.strips, self.lanes)
        self.earlier = earlier if earlier is not None and self._continues(earlier) else None
        self.edge = self.lanes[0].first if self.lanes else grid.width
        self.stubs: list[dict[int, Stub]] = [stubs_of(self.strips, band.body, self.edge) for band in self.bands]
        first = self.bands[0]
        self.titles = self._titles()
        self.note = self._note()
        self.labels = [s.label for stubs in self.stubs for s in stubs.values()]
        self.heads = [part for band in self.bands for path in band.paths for part in path]
        self.vintage = any(_VINTAGE.search(t) for t in (*first.stub, *self.context.before[:1], *self.heads))
        self.future = self._looks_ahead()
        self.rolls = len({kind for label in self.labels if (kind := moved(label))}) > 1
        self.flow = self._flow(earlier)
        self.around: When = self._around()
        self.signs = self._signs()
        self.table = self._table()

    # ---- what stands around

    def _looks_ahead(self) -> bool:
        """Whether it lists what falls due in years to come: at a moment, although its years look like periods."""
        if any(_THEREAFTER.match(text) for text in (*self.heads, *self.labels)):
            return True
        reporting = self.source.calendar.reporting
        year = int(reporting.end[:4]) if reporting and reporting.end else 9999
        years = [int(text) for text in (*self.heads, *self.labels) if re.fullmatch(r"20\d\d", text)]
        return len(years) > 1 and min(years) > year

    def _flow(self, earlier: Sheet | None) -> bool:
        """Whether undated amounts are of a stretch of time: as the nearest words say."""
        if self.rolls:
            return True
        if self.future:
            return False
        first = self.bands[0]
        near = [*first.stub, *reversed(first.titles), self.grid.caption, *self.context.before[:1]]
        near += [t for t in self.context.before[1:3] if len(t) < 80]
        said = titled(near)
        if said is None and earlier is not None and not self.context.before:
            return earlier.flow
        return prefers_flow(self.labels, self.titles) if said is None else said

    def _continues(self, earlier: Sheet) -> bool:
        """Whether this table goes on with the one above it, cut in two by a page: no header, the same columns."""
        return bool(self.lanes) and not any(self.bands[0].paths) and len(self.lanes) == len(earlier.lanes)

    def _titles(self) -> list[str]:
        """The texts that may speak for the whole table, nearest first."""
        first = self.bands[0]
        return [
            *first.stub,
            *reversed(first.titles),
            self.grid.caption,
            *self.context.before[:3],
            *reversed(self.context.section[-2:]),
        ]

    def _note(self) -> UnitNote | None:
        first = self.bands[0]
        heads = [" ".join(path) for path in first.paths]
        shared = [heads[0]] if heads and all(note_of(head) for head in heads) else []
        texts = [*first.notes, *first.stub, *first.titles, *shared]
        texts += [self.grid.caption, *self.context.before]
        for text in texts:
            if text and (note := note_of(text)):
                return note
        if self.earlier is not None:
            return self.earlier.note
        return self.context.note

    def _around(self) -> When:
        """The period that titles give the table, for columns that print none or a part of one."""
        for text in self.titles[:-1] if self.context.section else self.titles:
            if text and (when := when_of(text[-400:])):
                return when
        return When()

    def _signs(self) -> dict[int, str]:
        """The currency sign printed in each lane, the first of it."""
        signs: dict[int, str] = {}
        for strip in self.strips:
            for item in strip.numbers:
                lane = self._lane(item)
                if item.sign and lane is not None:
                    signs.setdefault(lane, item.sign)
        return signs

    def _lane(self, item: Item) -> int | None:
        best, most = None, -1
        for n, lane in enumerate(self.lanes):
            if lane.touches(item.first, item.last):
                shared = min(lane.last, item.last) - max(lane.first, item.first)
                inside = lane.touches(item.column, item.column)
                if shared + 100 * inside > most:
                    best, most = n, shared + 100 * inside
        return best

    # ---- periods

    def _column_period(self, path: tuple[str, ...], band: Band) -> Period | None:
        text = " ".join(part for part in path if tells_time(part))
        when = when_of(text)
        if not when:
            return None
        if (self.vintage or self.future) and not when.days:
            return None
        whole = self._completed(when, band)
        if not whole.dated:
            return None
        flow = self.flow and (not when.days or when.month_only)
        return resolve(whole, self.source.calendar, flow=flow, text=text)

    def _completed(self, when: When, band: Band) -> When:
        """``when`` with what it lacks taken from the header over the labels, and from the titles."""
        near = (*band.stub, *reversed(band.titles), self.grid.caption, *self.context.before[:2])
        for text in near if when.days else (*near, *self.titles):
            if not text:
                continue
            other = when_of(text[-400:])
            if not other:
                continue
            if not when.stretch and not when.moment and not when.days and other.stretch:
                when = replace(
                    when,
                    stretch=True,
                    months=other.months,
                    weeks=other.weeks,
                    to_date=other.to_date,
                    quarter=other.quarter,
                )
            elif not when.stretch and not when.moment and other.moment:
                when = replace(when, moment=True)
            elif not when.stretch and not when.moment and when.days and other.stretch and not other.moment:
                when = replace(when, stretch=True, months=other.months, weeks=other.weeks, to_date=other.to_date)
            same = [d for d in other.days if d.year == when.years[-1]] if when.years and not when.days else []
            if len(same) == 1 and when.day is None:
                when = replace(when, days=(same[0],))
            if not when.days and when.day is None and (other.day or len({(d.month, d.day) for d in other.days}) == 1):
                when = replace(when, day=other.day or (other.days[0].month, other.days[0].day))
            if when.day is not None and not when.days and not when.years and other.years:
                when = replace(when, years=other.years[:1])
            if when.day is not None and not when.days and not when.years and other.days:
                when = replace(when, years=(other.days[0].year,))
            if when.stretch and not when.dated and other.days:
                when = replace(when, days=other.days[:1])
            if when.dated and (when.stretch or when.moment):
                break
        return when

    def _table_period(self) -> Period | None:
        """The period of numbers whose column names none."""
        around = self.around
        if around.days and len(around.days) > 1:
            around = replace(around, days=around.days[:1])
        if around.dated and not self.future:
            flow = self.flow and not around.days
            if found := resolve(around, self.source.calendar, flow=flow, text=around.text[:80]):
                return found
        elif around.days:
            return Period("instant", None, around.days[0].isoformat(), around.text[:80])
        reporting = self.source.calendar.reporting
        if reporting is None or not reporting.end:
            return reporting
        if not self.flow or not reporting.start:
            return Period("instant", None, reporting.end, reporting.text)
        return reporting

    def _row_period(self, label: str, base: Period | None) -> Period | None:
        """The period that a label gives its row, on top of that of its column."""
        when = when_of(label)
        if len(when.days) == 1 and _dated(label):
            return resolve(when, self.source.calendar, flow=False, text=label)
        if base is None or not base.end:
            return base
        kind = moved(label)
        if when.day is not None and not when.dated and base.start and _dated(label):
            first, last = date.fromisoformat(base.start), date.fromisoformat(base.end)
            opens = when.day in {(first.month, first.day), _day_before(first)} and when.day != (last.month, last.day)
            kind = "opening" if opens else "closing" if when.day == (last.month, last.day) else kind
        if kind is None and self.rolls and base.start and _OF_STOCK.search(label):
            kind = "closing"
        if kind == "opening" and base.start:
            return Period("instant", None, (date.fromisoformat(base.start) - timedelta(days=1)).isoformat(), label)
        if kind == "closing" and base.start:
            return Period("instant", None, base.end, label)
        return base

    def _between(self, stubs: dict[int, Stub]) -> dict[int, Period]:
        """The periods of rows that stand between two dated balances: what moved from one to the other."""
        dated: list[tuple[int, date]] = []
        for row, stub in stubs.items():
            when = when_of(stub.label)
            if len(when.days) == 1 and not when.stretch and _dated(stub.label):
                dated.append((row, when.days[0]))
        periods: dict[int, Period] = {}
        for (row, first), (below, last) in pairwise(dated):
            if first < last:
                text = f"{first.isoformat()} to {last.isoformat()}"
                moves = Period("duration", (first + timedelta(days=1)).isoformat(), last.isoformat(), text)
                periods |= {at: moves for at in stubs if row < at < below}
        return periods

    # ---- units

    def _unit(self, item: Item, lane: int | None, stub: Stub, column: tuple[str, ...]) -> UnitSpec:
        head = " ".join(column)
        note = note_of(stub.label) or note_of(head) or self.note or UnitNote()
        if item.percent:
            return UnitSpec("%")
        words = counts(stub.label) or counts(head) or counts(" ".join(stub.group[-1:]))
        if words == "perhaps shares":
            words = None if self._money_in(lane) else "shares"
        if words == "count" and item.sign is None:
            return UnitSpec(None, None, ONE if note is self.note else note.scale)
        if words == "per share" and not (counts(stub.label) or counts(head)) and not _DECIMALS.search(item.text.text):
            words = None
        sign = item.sign
        if sign is None and words is None and (_percents(stub.label) or (_percents(head) and not self._money_in(lane))):
            return UnitSpec("%")
        money = self._money(sign, lane, note)
        if words == "shares" and sign is None:
            return UnitSpec("shares", None, note.scale if note.shares is None else note.shares)
        if words == "per share" and money:
            return UnitSpec(f"{money[0]}/share", money[1])
        if money is None:
            return UnitSpec(None, None, note.scale)
        return UnitSpec(money[0], money[1], note.scale)

    def _money_in(self, lane: int | None) -> bool:
        return lane is not None and lane in self.signs

    def _money(self, sign: str | None, lane: int | None, note: UnitNote) -> tuple[str, str] | None:
        """The currency of a number: its own sign, its column's, the table's, the note's, or the filing's."""
        own = sign or (self.signs.get(lane) if lane is not None else None) or next(iter(self.signs.values()), None)
        known = currency_of(own.replace(" ", "")) if own else None
        return known or note.currency or self.context.currency

    # ---- the table

    def _table(self) -> Table:
        columns: list[Column] = []
        rows: list[Row] = []
        general = self._table_period()
        for band, stubs in zip(self.bands, self.stubs, strict=True):
            offset = len(columns)
            paths = self.earlier.bands[-1].paths if self.earlier is not None and band is self.bands[0] else band.paths
            periods = [self._column_period(path, band) for path in paths]
            columns += [Column(path, period) for path, period in zip(paths, periods, strict=True)]
            section: Period | None = None
            between = self._between(stubs)
            for row in band.body:
                strip = self.strips[row]
                if row in stubs:
                    rows.append(self._row(strip, stubs[row], offset, columns, between.get(row) or section or general))
                elif strip.items and (when := when_of(strip.items[0].text.text)) and when.dated:
                    section = resolve(when, self.source.calendar, flow=self.flow, text=when.text)
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

    def _row(self, strip: Strip, stub: Stub, offset: int, columns: list[Column], general: Period | None) -> Row:
        label, marks = split_marks(stub.label, self.source.marks)
        group = tuple(split_marks(g, self.source.marks)[0] for g in stub.group)
        path = tuple(p for p in (*group, label, *stub.further) if p)
        cells = []
        for item in strip.items:
            if not (item.number or item.year) or item is stub.item:
                continue
            lane = self._lane(item)
            if lane is None:
                continue
            column = columns[offset + lane]
            period = self._row_period(" ".join((stub.label,)), column.period or general)
            around = Around(
                origin="cell",
                label_path=path,
                column_path=column.path,
                period=period,
                unit=self._unit(item, lane, stub, column.path),
                section=self.context.section,
                cell=CellRef(self.index, strip.row, item.column),
                footnotes=(*marks, *item.marks),
            )
            cells.append(self._cell(item, offset + lane, around))
        chars = self.grid.rows[strip.row].chars
        return Row(
            label_path=path, cells=tuple(cells), span=self.source.span(chars), grid_row=strip.row, footnotes=marks
        )

    def _cell(self, item: Item, column: int, around: Around) -> Cell:
        printed = item.text.text
        head = " > ".join(around.column_path)
        context = ", ".join(p for p in (self.context.caption, " > ".join(around.label_path), head) if p)
        around = replace(around, context=f"{context}: {printed}")
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
            mention = replace(mention, unit=around.unit.unit if around.unit.currency else mention.unit)
            if around.unit.currency == mention.currency:
                mention = replace(mention, unit=None, currency=None)
        return make_figure(self.source, chars, item.text.text if whole else mention.printed, mention, around)

    def _chars(self, item: Item) -> tuple[int, int]:
        """The source range of the cell of an item's digits; an entity at its end belongs to it whole."""
        start, end = item.core.chars()
        if self.source.text[end - 1 : end] == "&" and (close := self.source.text.find(";", end, end + 12)) >= 0:
            end = close + 1
        return start, end


def _day_before(day: date) -> tuple[int, int]:
    before = day - timedelta(days=1)
    return before.month, before.day


def _dated(label: str) -> bool:
    """Whether the date in a label is the day that its row speaks of ("Balance, June 30, 2023"), not one it mentions."""
    found = re.search(MONTH_DAY, label, re.IGNORECASE)
    before = label[: found.start()] if found else ""
    if found is None or _NOT_AT.search(before):
        return False
    short = len(before.split()) <= 3 and len(label) - found.end() < 8
    return short or _BALANCE.match(label) is not None or _AT.search(before) is not None


def _percents(text: str) -> bool:
    return _PERCENT.search(text) is not None


def read_sheet(grid: Grid, context: SheetContext, source: Source, earlier: Sheet | None = None) -> Sheet:
    """Reads one printed grid; ``earlier`` is the table that it may go on with."""
    return Sheet(grid, context, source, earlier)
