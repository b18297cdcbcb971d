"""The sentences in the cells of tables rebuilt from plain text: their figures are read as those of prose."""

from __future__ import annotations

import re
from dataclasses import replace

from tickmark.ingest.figures.make import Around
from tickmark.ingest.figures.prose import prose_figures
from tickmark.ingest.model import Cell, CellRef, Column, Figure, Row, Table
from tickmark.ingest.readers.sheet_prose import is_name
from tickmark.ingest.source import Source
from tickmark.ingest.tables.grid import Grid
from tickmark.ingest.tables.rebuild import Rebuild, is_contents

__all__ = ["with_prose"]

_FEWEST_WORDS = 13  # of a cell that holds sentences


def with_prose(table: Table, built: Rebuild, source: Source) -> Table:
    """Reads the sentences inside cells that hold paragraphs, so that their figures are not lost."""
    if is_contents(built):
        return table
    rows = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            at = _printed_row(built.grid, row.grid_row, cell)
            marked = None if at is None else built.grid.rows[at].cells[cell.grid_column]
            if cell.figures or at is None or marked is None or not re.search(r"\d", cell.printed):
                cells.append(cell)
                continue
            column = table.columns[cell.column] if cell.column < len(table.columns) else Column(())
            around = Around(
                "prose",
                label_path=_named_beside(row, cell),
                column_path=column.path,
                period=column.period,
                section=table.section,
                cell=CellRef(table.index, at, cell.grid_column),
            )
            figures = tuple(prose_figures(source, marked.text, around))
            cells.append(replace(cell, figures=figures))
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows), loose=(*table.loose, *_sentences_on_top(table, built, source)))


def _sentences_on_top(table: Table, built: Rebuild, source: Source) -> list[Figure]:
    """The figures of sentences in the header's place: the first row of a table that goes on from the page before."""
    figures: list[Figure] = []
    for at in built.bands[0].header:
        row = built.grid.rows[at]
        texts = [(i, cell.text) for i, cell in enumerate(row.cells) if cell and cell.text]
        if not any(_holds_sentences(text.text) for _, text in texts):
            continue
        names = tuple(t.text for _, t in texts if is_name(t.text))
        for column, text in texts:
            around = Around("prose", names, section=table.section, cell=CellRef(table.index, at, column))
            figures += [] if is_name(text.text) else prose_figures(source, text, around)
    return figures


def _holds_sentences(text: str) -> bool:
    return text.endswith((".", "。", "!", "?")) and len(text.split()) >= _FEWEST_WORDS


def _named_beside(row: Row, cell: Cell) -> tuple[str, ...]:
    """The label path of a row with the names that stand in the cells between it and a cell of sentences."""
    between = [c.printed for c in row.cells if c.grid_column < cell.grid_column and not c.figures]
    names = [name for name in between if is_name(name)]
    return (*row.label_path, *(name for name in names if name not in row.label_path))


def _printed_row(grid: Grid, first: int, cell: Cell) -> int | None:
    """The grid row that prints a cell of a row from ``first`` on: one set over several lines has cells in each."""
    for at in range(first, len(grid.rows)):
        row = grid.rows[at]
        if at > first and row.chars[0] > cell.span.chars[0]:
            break
        here = row.cells[cell.grid_column] if cell.grid_column < row.width else None
        if here is not None and here.text and here.text.chars()[0] == cell.span.chars[0]:
            return at
    return first if cell.grid_column < grid.rows[first].width else None
