"""Figures in a few monospace lines: the rows of a table that were cited, or the members of a series.

A line longer than a Slack message is wide wraps and is no table any more, so there is a width. Whatever is shortened
for it ends in an ellipsis, and the caller is told, so that it can say where the whole stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tickmark.index.model import FigureHit
from tickmark.ingest.model import Figure, Table
from tickmark.service.slack.facts import amount, label, when
from tickmark.service.slack.words import clean

__all__ = ["Grid", "cited_rows", "member_rows"]

LABEL_WIDTH = 34
HEAD_WIDTH = 22
CELL_WIDTH = 60  # wide enough for any number: half a number is worse than a broken table
LINE_WIDTH = 84
MOST_ROWS = 15
MOST_LIT_COLUMNS = 5
LIT = ("→", "←")


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines of equal build, the header first; ``left_out`` counts rows, ``shortened`` is about cells and columns."""

    lines: tuple[str, ...]
    left_out: int = 0
    shortened: bool = False


def cited_rows(table: Table, cited: Sequence[Figure]) -> Grid | None:
    """The rows of the cited cells under their header, those cells between arrows.

    None where none of them is in the table, or where they stand in more columns than can be shown side by side.
    """
    lit = {(f.cell.row, f.cell.column) for f in cited if f.cell and f.cell.table == table.index}
    rows = [row for row in table.rows if any((row.grid_row, cell.grid_column) in lit for cell in row.cells)]
    if not rows:
        return None
    wanted = {cell.column for row in rows for cell in row.cells if (row.grid_row, cell.grid_column) in lit}
    if len(wanted) > MOST_LIT_COLUMNS:
        return None
    stub = clean(" / ".join(table.stub))
    heads = [_head(column.path) for column in table.columns]
    body = []
    for row in rows[:MOST_ROWS]:
        printed = {cell.column: _marked(cell.printed, (row.grid_row, cell.grid_column) in lit) for cell in row.cells}
        body.append([clean(" > ".join(row.label_path)), *(printed.get(at, "") for at in range(len(heads)))])
    chosen = _columns([stub, *heads], body, {at + 1 for at in wanted})
    return _grid(
        [[stub, *heads][at] for at in chosen],
        [[line[at] for at in chosen] for line in body],
        left_out=len(rows) - len(body),
        shortened=len(chosen) <= len(heads),
    )


def member_rows(hits: Sequence[FigureHit]) -> Grid:
    """One figure a line: what it is, of when, how much. What all of them share is left to the words around."""
    labels = [label(hit.figure) for hit in hits]
    periods = [when(hit.figure.period) for hit in hits]
    header, columns = ["Figure", "Period"], [labels, periods]
    if len({hit.filing.issuer for hit in hits}) > 1:
        header.insert(0, "Issuer")
        columns.insert(0, [clean(hit.filing.issuer) for hit in hits])
    body = [[*words, amount(hit.figure)] for words, hit in zip(zip(*columns, strict=True), hits, strict=True)]
    return _grid([*header, "Amount"], body[:MOST_ROWS], left_out=max(0, len(body) - MOST_ROWS), shortened=False)


def _head(path: Sequence[str]) -> str:
    """A column's name. Where all of its path is too long, the innermost part: that is where columns differ."""
    whole = clean(" / ".join(path))
    return whole if _width(whole) <= HEAD_WIDTH else f"… {clean(path[-1])}"


def _marked(printed: str, lit: bool) -> str:
    return f"{LIT[0]} {clean(printed)} {LIT[1]}" if lit else clean(printed)


def _columns(header: Sequence[str], body: Sequence[Sequence[str]], wanted: set[int]) -> list[int]:
    """The labels, the wanted columns, and their neighbours as far as the width goes."""

    def width(at: int) -> int:
        cells = max(_width(row[at]) for row in body)
        return 2 + max(min(_width(header[at]), HEAD_WIDTH), min(cells, LABEL_WIDTH if at == 0 else CELL_WIDTH))

    chosen = {0, *wanted}
    room = LINE_WIDTH - sum(map(width, chosen))
    for at in sorted(range(1, len(header)), key=lambda at: (min(abs(at - each) for each in wanted), at)):
        if at not in chosen and width(at) <= room:
            chosen.add(at)
            room -= width(at)
    return sorted(chosen)


def _grid(header: Sequence[str], body: Sequence[Sequence[str]], *, left_out: int, shortened: bool) -> Grid:
    cut = False

    def within(cell: str, at: int, width: int) -> str:
        nonlocal cut
        shown = _narrowed(cell, LABEL_WIDTH if at == 0 else width)
        cut = cut or shown != cell
        return shown

    rows = [[within(cell, at, HEAD_WIDTH) for at, cell in enumerate(header)]]
    rows += [[within(cell, at, CELL_WIDTH) for at, cell in enumerate(row)] for row in body]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(header))]
    lines = tuple(
        "  ".join(
            cell + _blanks(cell, width) if at == 0 else _blanks(cell, width) + cell
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return Grid(lines, left_out, shortened or cut)


def _blanks(cell: str, width: int) -> str:
    return " " * (width - _width(cell))


def _width(text: str) -> int:
    """Columns of a terminal: characters of Chinese take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _narrowed(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    kept = ""
    for char in text:
        if _width(kept + char) > width - 1:
            break
        kept += char
    return kept.rstrip() + "…"
