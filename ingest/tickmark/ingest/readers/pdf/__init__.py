"""PDF files: from the characters on the pages to text in reading order, headings and tables.

The passes, each a module of its own: ``glyphs``, ``rules`` and ``load`` (what PDFium says of a page), ``words``
(characters to words to rows), ``overprint`` (words in one place), ``furniture`` (running heads and page numbers set
aside), ``ruled`` (tables in ruled cells), ``columns`` (reading order), ``segments`` and ``regions`` (which other rows
are tables), ``grids`` and ``heads`` (their columns, header and rows), ``prose`` (paragraphs, headings), ``compose``
(the text, and where each character stands).
"""

from __future__ import annotations

import re
import time
from typing import Literal

from pypdfium2 import PdfDocument

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.pdf.cells import Cell, TableRow
from tickmark.ingest.readers.pdf.compose import Composer, known_words
from tickmark.ingest.readers.pdf.furniture import set_aside_furniture
from tickmark.ingest.readers.pdf.joined import join_tables
from tickmark.ingest.readers.pdf.layout import Block, PageTable, blocks_of
from tickmark.ingest.readers.pdf.load import load_page
from tickmark.ingest.readers.pdf.opening import MOST_PAGES, MOST_SECONDS, ONE_AT_A_TIME, open_pdf
from tickmark.ingest.readers.pdf.page import Page
from tickmark.ingest.readers.pdf.prose import Paragraph, letters_of
from tickmark.ingest.readers.pdf.words import rows_of
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["looks_like_pdf", "read_pdf"]

_HEADER = re.compile(rb"(?:^|[\r\n\x00])%PDF-\d")
_NOTHING = Marked("", (), 0)


def looks_like_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF file; some begin with a few bytes of something else."""
    return _HEADER.search(data[:1024]) is not None


def read_pdf(data: bytes, source: str) -> Draft:
    """The draft of a PDF file.

    Raises:
        UnreadableFile: it is encrypted, damaged, or none of its pages holds text.
    """
    with ONE_AT_A_TIME, open_pdf(data, source) as document:
        pages, warnings = _load(document)
    warnings += _unread(pages, source)
    return _draft(pages, warnings)


def _load(document: PdfDocument) -> tuple[list[Page], list[str]]:
    """The pages of a document, as many as the bounds let in, and what the bounds kept out."""
    count, began = min(len(document), MOST_PAGES), time.monotonic()
    pages: list[Page] = []
    for index in range(count):
        if time.monotonic() - began > MOST_SECONDS:
            return pages, [f"pages {index + 1}-{len(document)} were not read: the first took {MOST_SECONDS} seconds"]
        pages.append(load_page(document, index))
    left_out = f"pages {count + 1}-{len(document)} were not read: {MOST_PAGES} pages are the most"
    return pages, [left_out] if count < len(document) else []


def _draft(pages: list[Page], warnings: list[str]) -> Draft:
    touched = set_aside_furniture(pages)
    if touched:
        warnings.append(f"running heads, feet and page numbers were set aside on {touched} pages")
    letters = letters_of(pages)
    writer = _Writer(Composer(known_words([row for page in pages for row in rows_of(page.words, glue=False)])))
    blocks = [blocks_of(page, letters) for page in pages]
    join_tables(blocks)
    for page, found in zip(pages, blocks, strict=True):
        writer.page(page, found)
    text, places = writer.composer.finish()
    return Draft(
        text, Lines(text), writer.pieces, "application/pdf", places=places, pages=places.starts, warnings=warnings
    )


def _unread(pages: list[Page], source: str) -> list[str]:
    """What of the pages could not be read; a file without any text is refused."""
    if not any(page.words for page in pages):
        raise UnreadableFile(_nothing(pages), where=source, hint="Run text recognition over it first")
    warnings = []
    named = (
        ("hold only pictures: not read", [p for p in pages if not p.words and p.pictures and not p.broken]),
        ("are damaged: not read", [p for p in pages if p.broken]),
        ("draw letters that their fonts do not name: these were not read", [p for p in pages if p.unmapped]),
        ("print different words over each other: these were not read", [p for p in pages if p.overprinted]),
        ("hold more characters than are read of one page: the rest was cut", [p for p in pages if p.cut]),
    )
    for what, which in named:
        if which:
            warnings.append(f"pages {_ranges([p.number for p in which])} {what}")
    return warnings


def _nothing(pages: list[Page]) -> str:
    """Why a file has no words."""
    if any(p.unmapped for p in pages):
        return "the PDF's fonts do not say which letters they draw"
    return (
        "the PDF holds only pictures of pages, no text" if any(p.pictures for p in pages) else "the PDF holds no text"
    )


def _ranges(numbers: list[int]) -> str:
    """Numbers as a person lists them: 3-5, 8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


class _Writer:
    """Writes blocks as text and notes the pieces."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.pieces: list[Piece] = []
        self.tables = 0

    def page(self, page: Page, blocks: list[Block]) -> None:
        """One page: its blocks, then what is set at another angle; a table that goes on over its end comes last."""
        self.composer.page(page.number)
        over = [b for b in blocks if isinstance(b, PageTable) and b.further]
        for block in [b for b in blocks if b not in over]:
            if isinstance(block, PageTable):
                self._table(block)
            else:
                self._paragraph(block)
        for row in rows_of(page.aside):
            self._paragraph(Paragraph([row]))
        for table in over:
            self._table(table)

    def _paragraph(self, block: Paragraph) -> None:
        first = self.composer.line
        marked = self.composer.lines([row.words for row in block.rows])
        self.composer.sign("\n\n")
        kind: Literal["heading", "text"] = "heading" if block.level else "text"
        last = self.composer.line - 2
        self.pieces.append(
            Piece(kind, marked, (first, last), block.level, item=block.item, note=block.note, styled=True)
        )

    def _table(self, block: PageTable) -> None:
        first = self.composer.line
        width = len(block.columns) + 1
        rows = self._rows(block.rows, width)
        for number, further in block.further:
            self.composer.page(number)
            rows += self._rows(further, width)
        self.composer.sign("\n")
        grid = Grid(tuple(rows), exact=True, spans=True, index=self.tables, whole=True)
        self.tables += 1
        self.pieces.append(Piece("grid", _NOTHING, (first, self.composer.line - 2), grid=grid))

    def _rows(self, rows: list[TableRow], width: int) -> list[GridRow]:
        left = min((c.lines[0][0].x0 for row in rows for c in row.cells.values() if c.column == 0), default=0.0)
        written = [(row, self._row(row, width, left)) for row in rows if row.cells]
        return [grid_row for row, grid_row in written if not row.again]

    @staticmethod
    def _indent(cell: Cell, left: float) -> float:
        return round(cell.lines[0][0].x0 - left, 1) if cell.column == 0 else 0.0

    def _row(self, row: TableRow, width: int, left: float) -> GridRow:
        line, start = self.composer.line, self.composer.length
        cells: list[GridCell | None] = [GridCell(Marked("", (), start), header=row.header) for _ in range(width)]
        for column in sorted(row.cells):
            cell = row.cells[column]
            if self.composer.length > start:
                self.composer.sign("\t")
            marked = self.composer.lines(cell.lines, " ")
            bold = all(word.bold for words in cell.lines for word in words)
            cells[column] = GridCell(marked, cell.width, row.header, bold=bold, indent=self._indent(cell, left))
            for covered in range(column + 1, column + cell.width):
                cells[covered] = None
        chars = (start, self.composer.length)
        self.composer.sign("\n")
        return GridRow(tuple(cells), line, chars)
