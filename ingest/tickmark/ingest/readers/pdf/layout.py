"""One page of words to blocks in reading order: paragraphs, headings and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.ingest.readers.pdf.cells import Column, TableRow
from tickmark.ingest.readers.pdf.columns import columns_of
from tickmark.ingest.readers.pdf.grids import columns_of_values, rows_of_table
from tickmark.ingest.readers.pdf.page import Page, Row
from tickmark.ingest.readers.pdf.prose import Letters, Paragraph, paragraphs_of
from tickmark.ingest.readers.pdf.regions import Line, Region, regions_of

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
    for rows in columns_of(page.words):
        blocks += _column(page, rows, letters)
    return blocks


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
