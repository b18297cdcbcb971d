"""The nouns of Tickmark: what a filing is once it has been read.

Everything above this module (index, service, eval) speaks in these types, and this module imports nothing
but the standard library. All of them are frozen: a filing that has been read does not change.

Places are given three ways, so that each reader of a citation finds the one it needs:

* ``Span.chars``: half-open ``(start, end)`` offsets into :attr:`Filing.text`, in Unicode code points;
* ``Span.lines``: 1-based ``(first, last)`` lines of the same text, both included;
* ``CellRef``: 0-based table, row and column of the grid as printed, header rows included, spans expanded.

The invariant that the whole system stands on: for every figure ``f`` of filing ``d``,
``d.text[slice(*f.span.chars)] == f.quote``.

Numbers are :class:`decimal.Decimal` from the first character to the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

__all__ = [
    "Block",
    "Callout",
    "Cell",
    "CellRef",
    "Column",
    "Figure",
    "FigureOrigin",
    "FigureRow",
    "FigureStatus",
    "Filing",
    "FiscalPeriod",
    "Heading",
    "Language",
    "Metadata",
    "Paragraph",
    "Passage",
    "PassageKind",
    "Period",
    "PeriodKind",
    "Reading",
    "ReadingField",
    "Row",
    "SetAside",
    "Span",
    "Table",
]

PeriodKind = Literal["duration", "instant", "none"]
FigureStatus = Literal["value", "not_disclosed", "nil"]
FigureOrigin = Literal["cell", "callout", "prose"]
ReadingField = Literal["value", "scale", "unit", "period"]
PassageKind = Literal["prose", "table", "callout"]
Language = Literal["en", "zh-Hant", "zh-Hans"]
FiscalPeriod = Literal["FY", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "9M"]

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the source text (and on the page, where there are pages)."""

    chars: tuple[int, int]
    lines: tuple[int, int]
    page: int | None = None
    box: tuple[float, float, float, float] | None = None

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.chars[0] <= other.chars[0] and other.chars[1] <= self.chars[1]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time or a moment, with the words it was read from.

    ``start`` and ``end`` are ISO dates. An instant has no ``start``; ``none`` has neither.
    """

    kind: PeriodKind
    start: str | None = None
    end: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CellRef:
    """A cell of the grid as printed: 0-based table of the document, row and column."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A second reading of a number: that of the page as printed, where the figure itself is as its tag says."""

    number: Decimal | None = None
    scale: Decimal = ONE
    unit: str | None = None
    currency: str | None = None
    period: Period | None = None

    @property
    def value(self) -> Decimal | None:
        """The number with its scale applied."""
        return None if self.number is None else self.number * self.scale


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as a record.

    ``number`` is the number as printed, sign and separators resolved; ``value`` is ``number * scale``.
    Percentages stay as printed, with unit ``%``. A range has ``low`` and ``high`` and no ``number``.
    ``unit`` is the unit in a normal written form ("tCO2e", "RMB", "RMB/share", "%"); ``currency`` is ISO 4217.
    ``context`` is the sentence, call-out or row that the number stands in, without markup: what a person
    would read aloud with the number.

    Where the filing tags its numbers (inline XBRL), ``concept`` is the tag's concept ("us-gaap:Assets"), ``dimensions``
    its (axis, member) pairs, and number, scale, unit, currency and period are those of the tag; the sign is the one
    printed. ``tagged_value`` is the value as the tag reports it, with the tag's own sign and percentages as fractions;
    ``other_concepts`` are the concepts of further tags on the same number. ``printed_as`` is how the page alone reads,
    if it could be read; ``disagrees`` names where the two differ.
    """

    id: str
    printed: str
    quote: str
    span: Span
    origin: FigureOrigin
    status: FigureStatus = "value"
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = ONE
    unit: str | None = None
    currency: str | None = None
    period: Period | None = None
    label_path: tuple[str, ...] = ()
    column_path: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    cell: CellRef | None = None
    section: tuple[str, ...] = ()
    context: str = ""
    concept: str | None = None
    dimensions: tuple[tuple[str, str], ...] = ()
    tagged_value: Decimal | None = None
    other_concepts: tuple[str, ...] = ()
    printed_as: Reading | None = None
    disagrees: tuple[ReadingField, ...] = ()

    @property
    def value(self) -> Decimal | None:
        """The number with its scale applied; ``None`` for ranges and for what is not disclosed."""
        return None if self.number is None else self.number * self.scale


@dataclass(frozen=True, slots=True)
class Column:
    """One value column: its header path from outermost to innermost, and what the header says of its cells."""

    path: tuple[str, ...]
    period: Period | None = None
    unit: str | None = None
    currency: str | None = None
    scale: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell. ``column`` counts the table's value columns, ``grid_column`` those of the printed grid."""

    column: int
    grid_column: int
    printed: str
    span: Span
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the rebuilt table. ``number`` is the printed row number ("2."), kept apart from the label."""

    label_path: tuple[str, ...]
    cells: tuple[Cell, ...]
    span: Span
    grid_row: int
    number: str | None = None
    unit: str | None = None
    currency: str | None = None
    scale: Decimal = ONE
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece of the source that was recognised as noise: reported, never read as a figure."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the outermost."""

    text: str
    level: int
    span: Span
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, without markup, and the figures read in it."""

    text: str
    span: Span
    section: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Callout:
    """Numbers and their captions printed on lines of their own ("13,226 tonnes" over "produced with ...")."""

    text: str
    span: Span
    section: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid after reconstruction.

    ``index`` is 0-based over every table of the document. ``unit_line`` is the table's own unit line
    ("Unit: RMB"), ``lead_in`` the sentence that introduces it. ``stub`` holds the header cells over the labels.
    ``grid`` holds the cells as printed (markup removed), for showing the table as it stands. ``loose`` holds
    figures that stand in no value cell: tagged ones in labels, headers and notes, and those of cells with sentences.
    """

    index: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    span: Span
    section: tuple[str, ...] = ()
    caption: str = ""
    lead_in: str = ""
    unit_line: str = ""
    stub: tuple[str, ...] = ()
    noise: tuple[SetAside, ...] = ()
    grid: tuple[tuple[str, ...], ...] = ()
    header_rows: int = 0
    loose: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the table, in reading order."""
        figures = [f for row in self.rows for cell in row.cells for f in cell.figures]
        return tuple(sorted((*figures, *self.loose), key=lambda f: f.span.chars) if self.loose else figures)


Block = Heading | Paragraph | Callout | Table


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a person, or the format itself, says of a filing: it wins over what was read off the filing's face.

    Fields are named as in :class:`Filing` and hold the same; a field that is ``None`` or empty says nothing.
    ``period_start`` and ``period_end`` are the ISO dates of :attr:`Filing.period`; without a start, the period is the
    stretch that ``fiscal_period`` names (a whole year if that is not said either) up to the end.
    """

    title: str | None = None
    issuer: str | None = None
    stock_code: str | None = None
    form: str | None = None
    published: str | None = None
    language: Language | None = None
    issuer_names: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    cik: str | None = None
    accession: str | None = None
    currency: str | None = None
    fiscal_year: int | None = None
    fiscal_period: FiscalPeriod | None = None
    fiscal_year_end: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    amends: str | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """One document as read. ``id`` is the SHA-256 (first 16 hex digits) of the bytes; ``text`` the decoded source.

    ``issuer_names`` are the names people call the issuer by, the full one first: short names, tickers, Chinese names.
    ``stock_code`` is the code to show; ``tickers`` are all the trading symbols printed, ``cik`` the SEC's number of the
    issuer (ten digits), ``accession`` the SEC's number of the filing ("0000320193-24-000123"). ``currency`` is the one
    the filing reports in (ISO 4217). ``period`` is the period reported on; ``fiscal_period`` says which part of the
    fiscal year that is, ``fiscal_year`` what the issuer calls that year, and ``fiscal_year_end`` the day on which its
    fiscal years end ("06-30"). ``amends`` holds the words in which the filing says that it amends an earlier one
    ("10-K/A", "Amendment No. 1", "supplemental announcement"). What was not found is ``None``: never a guess.
    A paged document (PDF) has ``pages``, the offset in ``text`` at which each page begins, and right after reading
    ``original``, its bytes: an index keeps them, to show the page itself, and hands them out only when asked.
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    issuer: str = ""
    issuer_names: tuple[str, ...] = ()
    stock_code: str | None = None
    form: str | None = None
    published: str | None = None
    period: Period | None = None
    language: Language = "en"
    media_type: str = "text/plain"
    warnings: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    cik: str | None = None
    accession: str | None = None
    currency: str | None = None
    fiscal_year: int | None = None
    fiscal_period: FiscalPeriod | None = None
    fiscal_year_end: str | None = None
    amends: str | None = None
    pages: tuple[int, ...] = ()
    original: bytes | None = field(default=None, compare=False, repr=False)

    def page_of(self, offset: int) -> int | None:
        """The 1-based page on which the character at ``offset`` stands; None where there are no pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))

    def figures(self) -> Iterator[Figure]:
        """Every figure of the filing, in reading order."""
        for block in self.blocks:
            if not isinstance(block, Heading):
                yield from block.figures


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk. ``text`` is to show, as in the filing; ``index_text`` is to find, with its context line.

    ``index_text`` starts with one context line: issuer, form, period, section, caption, unit.
    """

    id: str
    filing_id: str
    kind: PassageKind
    text: str
    index_text: str
    span: Span
    section: tuple[str, ...] = ()
    table: int | None = None
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures that share a label: one table row, one call-out line or one sentence. The unit of figure search.

    ``label`` is the label path joined; ``index_text`` adds the caption, section, columns and units around it.
    """

    id: str
    filing_id: str
    label: str
    index_text: str
    figure_ids: tuple[str, ...]
    origin: FigureOrigin
    span: Span
    section: tuple[str, ...] = ()
    table: int | None = None
