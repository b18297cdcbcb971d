"""Preformatted text: filings of the years before HTML, whose tables are set with blanks.

The position of a character on its line is its column, so such a table is a grid like any other: each run of text
without a wide gap is a cell at its position, as wide as it is long, and the numbers that stand under one another are
found by the same pass as in a marked-up table. Rules of dashes and leaders of dots are layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked
from tickmark.ingest.readers.bounds import MOST_COLUMNS
from tickmark.ingest.readers.html_nodes import Paragraph
from tickmark.ingest.readers.html_words import joined
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["pre_pieces"]

_PART = re.compile(r"(?:\$|[^\s.]|\.(?!\s?\.))(?:[^\s.]|\.(?!\s?\.)| (?=[^\s$.]|\$\d))*")
_RULE = re.compile(r"[-=_]{2,}")
_NUMBERS = re.compile(
    r"(?:(?<!\s)\s{2,}+|(?<!\.)\.{2,}+\s*+|\$\s*+)\(?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?%?(?=\s|$)"
    r"|(?<!\s)\s{3,}+-++\s*+$"
)
_MOST_BETWEEN = 3
_MOST_ABOVE = 8
_NOTHING = Marked("", (), 0)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    stop: int
    text: str


def _lines(source: str, paragraph: Paragraph) -> list[_Line]:
    """The printed lines of a paragraph; what tags stood between its runs is gone."""
    found: list[_Line] = []
    for start, stop, _ in paragraph.runs:
        at = start
        for part in source[start:stop].splitlines(keepends=True):
            text = part.rstrip("\r\n")
            found.append(_Line(at, at + len(text), text.replace("\t", " ")))
            at += len(part)
    return found


def _tables(lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Ranges of lines that are tables: rows of numbers with no more than a few other lines between them."""
    rows = [at for at, line in enumerate(lines) if _NUMBERS.search(line.text)]
    begin = 0
    for n, row in enumerate(rows):
        if n + 1 == len(rows) or rows[n + 1] - row > _MOST_BETWEEN + 1:
            if n - begin >= 2:
                first = rows[begin]
                above = first
                while above > 0 and first - above < _MOST_ABOVE and _heads(lines[above - 1].text):
                    above -= 1
                yield above, row + 1
            begin = n + 1


def _heads(text: str) -> bool:
    """Whether a line above the first numbers can belong to the table: blank, a rule, or words set apart."""
    bare = text.strip()
    return (
        not bare or len(list(_PART.finditer(text))) > 1 or text.startswith(" " * 8) or _RULE.fullmatch(bare) is not None
    )


def _row(source: str, numbered: Lines, line: _Line) -> GridRow:
    cells: list[GridCell | None] = []
    for found in _PART.finditer(line.text):
        if _RULE.fullmatch(found[0]):
            continue
        cells += [None] * (found.start() - len(cells))
        place = [(line.start + found.start(), line.start + found.end(), False)]
        cells.append(GridCell(joined(source, [Paragraph(runs=place)]), found.end() - found.start()))
        cells += [None] * (found.end() - len(cells))
    return GridRow(tuple(cells), numbered.line_of(line.start), (line.start, line.stop))


def pre_pieces(source: str, numbered: Lines, paragraph: Paragraph, index: int, warnings: list[str]) -> Iterator[Piece]:
    """Paragraphs and tables of a preformatted stretch; ``index`` is the number of its first table."""
    lines = _lines(source, paragraph)
    at = 0
    for first, last in [*_tables(lines), (len(lines), len(lines))]:
        table = lines[first:last]
        if any(len(line.text.rstrip()) > MOST_COLUMNS for line in table):
            line = numbered.line_of(table[0].start)
            warnings.append(f"line {line}: a table wider than {MOST_COLUMNS} characters is read as text")
            continue
        rows = tuple(row for line in table if (row := _row(source, numbered, line)).cells)
        yield from _texts(source, numbered, lines[at:first])
        if rows:
            span = numbered.span(table[0].start, table[-1].stop).lines
            yield Piece("grid", _NOTHING, span, grid=Grid(rows, exact=True, spans=True, index=index), styled=True)
            index += 1
        at = max(at, last)


def _texts(source: str, numbered: Lines, lines: list[_Line]) -> Iterator[Piece]:
    """Paragraphs: runs of lines without a blank one between."""
    block: list[_Line] = []
    for line in [*lines, _Line(0, 0, "")]:
        if line.text.strip() and not _RULE.fullmatch(line.text.strip()):
            block.append(line)
        elif block:
            text = joined(source, [Paragraph(runs=[(each.start, each.stop, False)]) for each in block])
            yield Piece("text", text, numbered.span(block[0].start, block[-1].stop).lines)
            block = []
