"""One page of words to blocks in reading order: paragraphs, headings and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.ingest.readers.pdf.cells import Column, TableRow
from tickmark.ingest.readers.pdf.columns import columns_of
from tickmark.ingest.readers.pdf.grids import columns_of_values, rows_of_table
from tickmark.ingest.readers.pdf.lines import Line
from tickmark.ingest.readers.pdf.page import Page, Row, Word
from tickmark.ingest.readers.pdf.prose import Letters, Paragraph, paragraphs_of
from tickmark.ingest.readers.pdf.regions import Region, regions_of
from tickmark.ingest.readers.pdf.ruled import ruled_tables

__all__ = ["Block", "PageTable", "blocks_of"]


@dataclass(slots=True)
class PageTable:
    """A table as one page prints it."""

    columns: list[Column]
    rows: list[TableRow]
    further: list[tuple[int, list[TableRow]]] = field(default_factory=list)  # (page, rows) on the pages after it


Block = Paragraph | PageTable


def blocks_of(page: Page, letters: Letters) -> list[Block]:
    """The blocks of a page in reading order."""
    blocks: list[Block] = []
    left = page.words
    for table in ruled_tables(page.words, page.rules):
        x0, top, x1, bottom = table.box
        over = [w for w in left if w.base - 0.3 * w.size <= top]
        taken = [w for w in left if top < w.base - 0.3 * w.size < bottom and x0 < (w.x0 + w.x1) / 2 < x1]
        gone = {id(w) for w in (*over, *taken)}
        left = [w for w in left if id(w) not in gone]
        blocks += [*_loose(page, over, letters), PageTable(table.columns, table.rows)]
    return blocks + _loose(page, left, letters)


def _loose(page: Page, words: list[Word], letters: Letters) -> list[Block]:
    """The blocks of words that no ruled cells hold."""
    return [block for rows in columns_of(words) for block in _column(page, rows, letters)]


def _column(page: Page, rows: list[Row], letters: Letters) -> list[Block]:
    width = min(r.x0 for r in rows), max(r.x1 for r in rows)
    lines, regions = regions_of(rows, width)
    blocks: list[Block] = []
    at = 0
    for region in [*regions, Region([], [], len(lines), len(lines))]:
        loose = lines[at : region.first]
        blocks += _paragraphs(loose, width, letters)
        if region.body:
            columns = columns_of_values(region.body)
            blocks.append(PageTable(columns, rows_of_table(region, columns, page.rules)))
        at = region.last + 1
    return blocks


def _paragraphs(lines: list[Line], width: tuple[float, float], letters: Letters) -> list[Block]:
    pieces = {id(x.row) for x in lines if len(x.segments) > 1}
    return [*paragraphs_of([x.row for x in lines], width, letters, pieces)]
