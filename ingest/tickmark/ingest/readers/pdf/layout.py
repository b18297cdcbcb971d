"""One page of words to blocks in reading order: paragraphs, headings and tables."""

from __future__ import annotations

from dataclasses import dataclass

from tickmark.ingest.readers.pdf.columns import columns_of
from tickmark.ingest.readers.pdf.grids import Column, TableRow, columns_of_values, rows_of_table
from tickmark.ingest.readers.pdf.page import Page, Row
from tickmark.ingest.readers.pdf.prose import Letters, Paragraph, paragraphs_of
from tickmark.ingest.readers.pdf.regions import Line, Region, regions_of

__all__ = ["PageTable", "blocks_of"]


@dataclass(slots=True)
class PageTable:
    """A table as one page prints it."""

    columns: list[Column]
    rows: list[TableRow]


def blocks_of(page: Page, letters: Letters) -> list[Paragraph | PageTable]:
    """The blocks of a page in reading order."""
    blocks: list[Paragraph | PageTable] = []
    for rows in columns_of(page.words):
        blocks += _column(page, rows, letters)
    return blocks


def _column(page: Page, rows: list[Row], letters: Letters) -> list[Paragraph | PageTable]:
    width = min(r.x0 for r in rows), max(r.x1 for r in rows)
    lines, regions = regions_of(rows, width)
    blocks: list[Paragraph | PageTable] = []
    at = 0
    for region in [*regions, Region([], [], len(lines), len(lines))]:
        loose = lines[at : region.first]
        blocks += _paragraphs(loose, width, letters)
        if region.body:
            columns = columns_of_values(region.body)
            blocks.append(PageTable(columns, rows_of_table(region, columns, page.rules)))
        at = region.last + 1
    return blocks


def _paragraphs(lines: list[Line], width: tuple[float, float], letters: Letters) -> list[Paragraph | PageTable]:
    pieces = {id(x.row) for x in lines if len(x.segments) > 1}
    return [*paragraphs_of([x.row for x in lines], width, letters, pieces)]
