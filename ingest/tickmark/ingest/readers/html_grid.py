"""From a marked-up table to its printed grid, spans expanded; and whether it is a table at all, or only layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked
from tickmark.ingest.readers.bounds import MOST_COLUMNS, rows_read
from tickmark.ingest.readers.html_nodes import CellNode, Paragraph, RowNode, TableNode
from tickmark.ingest.readers.html_words import joined
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow
from tickmark.ingest.tables.tells_time import tells_time
from tickmark.ingest.tables.when import when_of

__all__ = ["grid_of", "is_layout", "nested_in"]

LONGEST_CELL = 20_000
_NUMBER = re.compile(r"[^\w]*\d[\d,.\s]*[^\w]*(?:[KMB%]|bn|million|billion)?\W*")
_YEAR = re.compile(r"\D*(?:19|20)\d\d\D*")
_BULLET = re.compile(
    r"(?:[•●▪◦‣■□○–—*·o\uf0b7§✓➢-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\(\d{1,2}\)|[*†‡]+|[¹²³⁴-⁹]+"
    r"|(?:item|note|part|exhibit)\s+\w{1,4}\.?)(?:\s*[.:])?",
    re.IGNORECASE,
)
_BLANK = Marked("", (), 0)


def nested_in(cell: CellNode) -> list[TableNode]:
    """The tables that stand inside a cell."""
    return [each for each in cell.flow if isinstance(each, TableNode)]


def grid_of(source: str, lines: Lines, table: TableNode, warnings: list[str]) -> tuple[Grid, list[Marked]]:
    """The printed grid, and what of its cells is too long for one: it is read below the table.

    A cell over several rows is printed in its first row only, and its columns stay taken below.
    """
    rows: list[GridRow] = []
    beyond: list[Marked] = []
    reaching: list[tuple[int, int, int]] = []  # (first column, past the last, last row) of cells over several rows
    cut = 0
    most = rows_read(len(row.cells) for row in table.rows)
    for index, row in enumerate(table.rows[:most]):
        reaching = [r for r in reaching if r[2] >= index]
        cells, lost = _placed(source, row, index, reaching, beyond)
        cut += lost
        width = max((column + cell.width for column, cell in cells.items()), default=0)
        rows.append(GridRow(tuple(cells.get(c) for c in range(width)), lines.line_of(row.start), (row.start, row.stop)))
    caption = _within(joined(source, [p for p in table.caption if isinstance(p, Paragraph)]), beyond).text
    if cut:
        warnings.append(f"table {table.index}: {cut} cells beyond column {MOST_COLUMNS} are not read")
    if beyond:
        warnings.append(
            f"table {table.index}: {len(beyond)} cells of more than {LONGEST_CELL} characters go on below the table"
        )
    if len(table.rows) > most:
        warnings.append(f"table {table.index}: only the first {most} of its {len(table.rows)} rows are read")
    return Grid(tuple(rows), exact=True, spans=True, caption=caption, index=table.index), beyond


def _placed(
    source: str, row: RowNode, index: int, reaching: list[tuple[int, int, int]], beyond: list[Marked]
) -> tuple[dict[int, GridCell], int]:
    """The printed cells of a row by grid column, and how many stand beyond the last column."""
    taken = sorted(reaching)
    cells: dict[int, GridCell] = {}
    column = at = lost = 0
    for node in row.cells:
        while at < len(taken) and taken[at][0] <= column:
            column = max(column, taken[at][1])
            at += 1
        if column >= MOST_COLUMNS:
            lost += bool(node.flow)
            continue
        width = min(node.colspan, MOST_COLUMNS - column)
        cell = _cell(source, node, width, beyond)
        if cell.text:
            cells[column] = cell
        if node.rowspan > 1:
            reaching.append((column, column + width, index + node.rowspan - 1))
        column += width
    return cells, lost


def _cell(source: str, node: CellNode, width: int, beyond: list[Marked]) -> GridCell:
    """A printed cell; what is too long for one goes ``beyond``."""
    paragraphs = [p for p in node.flow if isinstance(p, Paragraph)]
    if not paragraphs:
        return GridCell(_BLANK, width, node.header, node.rowspan)
    text = _within(joined(source, paragraphs), beyond)
    bold = 2 * sum(p.bold for p in paragraphs) > sum(p.length for p in paragraphs)
    return GridCell(text, width, node.header, node.rowspan, bold, paragraphs[0].indent)


def _within(text: Marked, beyond: list[Marked]) -> Marked:
    """As much of a text as a cell, or a caption, may hold; the rest of it goes ``beyond``."""
    if len(text.text) <= LONGEST_CELL:
        return text
    blank = text.text.rfind(" ", 1, LONGEST_CELL)
    cut = LONGEST_CELL if blank < 0 else blank
    beyond.append(text.part(cut, len(text.text)))
    return text.part(0, cut)


def _texts(source: str, row: RowNode) -> Iterator[str]:
    for cell in row.cells:
        paragraphs = [p for p in cell.flow if isinstance(p, Paragraph)]
        if paragraphs:
            yield joined(source, paragraphs[:6]).text


def is_layout(source: str, table: TableNode) -> bool:
    """Whether a table only sets text on the page: one column, bullets and their text, a page's head or foot."""
    if any(nested_in(cell) for row in table.rows for cell in row.cells):
        return not _has_numbers(source, table)
    filled = [texts for row in table.rows[:400] if (texts := list(_texts(source, row)))]
    if not filled:
        return True
    if max(map(len, filled)) <= 1:
        return True
    if _only_header(filled):
        return False
    if all(len(texts) == 1 or _bulleted(texts) for texts in filled):
        return True
    long = any(len(text) > 600 for texts in filled for text in texts)
    numbers = sum(_number(text) for texts in filled for text in texts[1:])
    if numbers:
        return False
    return long or len(filled) == 1 or (max(map(len, filled)) == 2 and len(filled) < 3)


def _only_header(filled: list[list[str]]) -> bool:
    """Whether it is a header alone, of columns with dates: the rows under it are tables of their own."""
    if len(filled) > 3 or any(len(text) > 40 for texts in filled for text in texts):
        return False
    return any(sum(when_of(text).dated and tells_time(text) for text in texts) > 1 for texts in filled)


def _bulleted(texts: list[str]) -> bool:
    return len(texts) == 2 and _BULLET.fullmatch(texts[0].strip()) is not None and not _number(texts[1])


def _number(text: str) -> bool:
    return len(text) < 40 and _NUMBER.fullmatch(text) is not None and not _YEAR.fullmatch(text)


def _has_numbers(source: str, table: TableNode) -> bool:
    return sum(_number(t) for row in table.rows[:400] for t in list(_texts(source, row))[1:]) > 2
