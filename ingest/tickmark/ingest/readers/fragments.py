"""HTML table fragments inside text: from ``<table>`` to a printed grid, with the exact place of every cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import clean
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["fragment_grid", "fragment_ranges"]

_OPEN = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
_EDGE = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_MOST_SPAN = 200


def fragment_ranges(source: str) -> list[tuple[int, int]]:
    """Character ranges of the outermost ``<table>`` elements; one that is never closed runs to the end of its block."""
    ranges: list[tuple[int, int]] = []
    at = 0
    while found := _OPEN.search(source, at):
        depth, end = 0, None
        for edge in _EDGE.finditer(source, found.start()):
            depth += -1 if edge[1] else 1
            if depth == 0:
                end = edge.end()
                break
        if end is None:
            blank = re.compile(r"\n\s*\n").search(source, found.end())
            end = blank.start() if blank else len(source)
        ranges.append((found.start(), end))
        at = end
    return ranges


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

    def __init__(self, source: str, start: int) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [start]
        self._starts += [start + m.end() for m in re.finditer("\n", source[start:])]
        self.rows: list[_Row] = []
        self.caption: tuple[int, int] | None = None
        self._cell: _Open | None = None
        self._depth = 0

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _close_cell(self, end: int) -> None:
        if self._cell is not None and self.rows:
            self.rows[-1].cells.append((self._cell, end))
            self.rows[-1].end = end
        self._cell = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens tables, rows and cells; nested tables are text of their cell."""
        here = self._here()
        if tag == "table":
            self._depth += 1
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


def fragment_grid(source: str, lines: Lines, start: int, end: int) -> Grid:
    """The grid of one fragment. A cell over several rows is printed in its first row only, as on the page."""
    parser = _Cells(source, start)
    parser.feed(source[start:end])
    parser.close()
    taken: dict[tuple[int, int], bool] = {}
    rows: list[GridRow] = []
    for index, row in enumerate(parser.rows):
        cells: dict[int, GridCell] = {}
        column = 0
        for opened, stop in row.cells:
            while (index, column) in taken:
                column += 1
            cells[column] = GridCell(clean(source, opened.start, stop), opened.colspan, opened.header)
            for down in range(opened.rowspan):
                for right in range(opened.colspan):
                    taken[index + down, column + right] = True
            column += opened.colspan
        width = max((c + cell.width for c, cell in cells.items()), default=0)
        width = max(width, max((c + 1 for r, c in taken if r == index), default=0))
        printed = tuple(cells.get(c) for c in range(width))
        rows.append(GridRow(printed, lines.line_of(row.start), (row.start, row.end or row.start)))
    caption = clean(source, *parser.caption).text if parser.caption else ""
    return Grid(tuple(r for r in rows if r.cells), exact=True, spans=True, caption=caption)
