"""HTML table fragments inside text: from ``<table>`` to a printed grid, with the exact place of every cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import clean
from tickmark.ingest.readers.bounds import MOST_COLUMNS, rows_read
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["fragment_grid", "fragment_ranges"]

_BLANK = re.compile(r"\n[^\S\n]*\n")
_EDGE = re.compile(r"<(/?)table\b[^<>]{0,2000}>", re.IGNORECASE)
_MOST_SPAN = 200


def fragment_ranges(source: str) -> list[tuple[int, int]]:
    """Character ranges of the outermost ``<table>`` elements; one that is never closed runs to the end of its block."""
    ranges: list[tuple[int, int]] = []
    edges = list(_EDGE.finditer(source))
    closes = _closing(edges)
    at = 0
    for index, edge in enumerate(edges):
        if edge[1] or edge.start() < at:
            continue
        end = closes.get(index)
        if end is None:
            blank = _BLANK.search(source, edge.end())
            end = blank.start() if blank else len(source)
        ranges.append((edge.start(), end))
        at = end
    return ranges


def _closing(edges: list[re.Match[str]]) -> dict[int, int]:
    """Where each opening tag's element ends, by its index; the ones that are never closed are left out."""
    closes: dict[int, int] = {}
    open_tags: list[int] = []
    for index, edge in enumerate(edges):
        if not edge[1]:
            open_tags.append(index)
        elif open_tags:
            closes[open_tags.pop()] = edge.end()
    return closes


@dataclass(slots=True)
class _Open:
    start: int
    colspan: int
    rowspan: int
    header: bool


@dataclass(slots=True)
class _Row:
    start: int
    end: int = 0
    cells: list[tuple[_Open, int]] = field(default_factory=list)


class _Cells(HTMLParser):
    """Collects rows and the character range of each cell; a cell or row may be closed by what follows it."""

    def __init__(self, source: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [start]
        self._starts += [start + m.end() for m in re.finditer("\n", source[start:end])]
        self.rows: list[_Row] = []
        self.caption: tuple[int, int] | None = None
        self._cell: _Open | None = None
        self._depth = 0
        self.nested = 0

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _close_cell(self, end: int) -> None:
        if self._cell is not None and self.rows:
            self.rows[-1].cells.append((self._cell, end))
            self.rows[-1].end = end
        self._cell = None

    def finish(self, end: int) -> None:
        """Closes the cell that is still open where the text ends."""
        self._close_cell(end)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens tables, rows and cells; nested tables are text of their cell."""
        here = self._here()
        if tag == "table":
            self._depth += 1
            self.nested += self._depth > 1
        elif self._depth > 1:
            return
        elif tag == "tr":
            self._close_cell(here)
            self.rows.append(_Row(here))
        elif tag == "caption":
            after = here + len(self.get_starttag_text() or "")
            self.caption = (after, after)
        elif tag in {"td", "th"}:
            self._close_cell(here)
            if not self.rows:
                self.rows.append(_Row(here))
            given = dict(attrs)
            after = here + len(self.get_starttag_text() or "")
            self._cell = _Open(after, _span(given.get("colspan")), _span(given.get("rowspan")), tag == "th")

    def handle_endtag(self, tag: str) -> None:
        """Closes what the tag closes."""
        if tag == "table":
            self._depth -= 1
        if tag == "caption" and self.caption is not None:
            self.caption = (self.caption[0], self._here())
        if tag in {"td", "th", "tr", "table"} and self._depth <= 1:
            self._close_cell(self._here())


def _span(value: str | None) -> int:
    return max(1, min(int(value), _MOST_SPAN)) if value and value.strip().isdigit() else 1


def fragment_grid(source: str, lines: Lines, start: int, end: int, warnings: list[str]) -> Grid:
    """The grid of one fragment. A cell over several rows is printed in its first row only, as on the page."""
    parser = _Cells(source, start, end)
    parser.feed(source[start:end])
    parser.close()
    parser.finish(end)
    rows: list[GridRow] = []
    reaching: list[tuple[int, int, int]] = []  # (first column, past the last, last row) of cells over several rows
    most = rows_read(len(row.cells) for row in parser.rows)
    for index, row in enumerate(parser.rows[:most]):
        reaching = [r for r in reaching if r[2] >= index]
        cells, width = _placed(source, row, index, reaching)
        printed = tuple(cells.get(c) for c in range(width))
        rows.append(GridRow(printed, lines.line_of(row.start), (row.start, row.end or row.start)))
    line = lines.line_of(start)
    if most < len(parser.rows):
        warnings.append(f"line {line}: a table of {len(parser.rows)} rows: only {most} are read")
    if parser.nested:
        warnings.append(f"line {line}: {parser.nested} nested tables are read as text of their cells")
    if any(row.width >= MOST_COLUMNS for row in rows):
        warnings.append(f"line {line}: a table of more than {MOST_COLUMNS} columns was cut")
    caption = clean(source, *parser.caption).text if parser.caption else ""
    return Grid(tuple(r for r in rows if r.cells), exact=True, spans=True, caption=caption)


def _placed(
    source: str, row: _Row, index: int, reaching: list[tuple[int, int, int]]
) -> tuple[dict[int, GridCell], int]:
    """The cells of a row by grid column, and its width; cells that reach down from rows above keep their place."""
    taken = sorted(reaching)
    cells: dict[int, GridCell] = {}
    column = at = 0
    for opened, stop in row.cells:
        while at < len(taken) and taken[at][0] <= column:
            column = max(column, taken[at][1])
            at += 1
        if column >= MOST_COLUMNS:
            break
        width = min(opened.colspan, MOST_COLUMNS - column)
        cells[column] = GridCell(clean(source, opened.start, stop), width, opened.header)
        if opened.rowspan > 1:
            reaching.append((column, column + width, index + opened.rowspan - 1))
        column += width
    return cells, max(column, max((stop for _, stop, _ in taken), default=0))
