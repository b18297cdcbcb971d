"""A text composed in reading order, for formats whose source is no text (Word, spreadsheets), and its pieces.

A paragraph is one line (more where the document itself breaks it), with a blank line after it; a table is one line a
row, its cells separated by tabs, a tab for every grid column, so that what stands under each other is seen to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked, clean
from tickmark.ingest.readers.bounds import MOST_COLUMNS, rows_read
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["Composer", "Printed"]

_LONGEST = 20_000
_NOTHING = Marked("", (), 0)


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of one table cell; ``width`` is its column span. The columns that it spans hold ``None``."""

    text: str
    width: int = 1
    header: bool = False


def _folded(text: str) -> str:
    """White space folded; line breaks stay."""
    lines = (" ".join(line.replace("\u200b", " ").replace("\ufeff", " ").split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _cut(text: str) -> list[str]:
    """A text in parts of bounded length, cut between words."""
    parts, start = [], 0
    while len(text) - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        end = start + _LONGEST if blank < 0 else blank
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]


@dataclass(slots=True)
class Composer:
    """Takes paragraphs and tables in reading order; :meth:`draft` hands on the whole."""

    warnings: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _at: int = 0
    _line: int = 1
    _makers: list[Callable[[str, Lines], Piece]] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The line on which the next block will stand."""
        return self._line

    def _write(self, text: str) -> tuple[int, int]:
        start = self._at
        self._parts.append(text)
        self._at += len(text)
        self._line += text.count("\n")
        return start, self._at

    def paragraph(self, text: str, *, level: int = 0, item: bool = False, note: bool = False) -> None:
        """A paragraph, or with a ``level`` a heading; ``item`` of a list, ``note``: a footnote."""
        text = _folded(text)
        if not text:
            return
        if len(text) > _LONGEST:
            self.warnings.append(f"line {self.line}: a paragraph of {len(text)} characters is read in pieces")
        for part in _cut(text):
            chars = self._write(part)
            self._makers.append(_text_maker(chars, level, item, note))
        self._write("\n\n")

    def table(self, rows: Sequence[Sequence[Printed | None]], *, exact: bool = True) -> None:
        """A table; ``exact``: its columns are certain. Rows without a word are left out; too many rows are reported."""
        beyond: list[str] = []
        printed = [row for row in rows if any(cell and cell.text.strip() for cell in row)]
        most = rows_read(sum(1 for cell in row if cell and cell.text) for row in printed)
        if len(printed) > most:
            self.warnings.append(f"line {self.line}: a table of {len(printed)} rows: only {most} are read")
            printed = printed[:most]
        if any(len(row) > MOST_COLUMNS for row in printed):
            self.warnings.append(f"line {self.line}: a table of more than {MOST_COLUMNS} columns was cut")
        placed = [self._row(row[:MOST_COLUMNS], beyond) for row in printed]
        if not placed:
            return
        self._write("\n")
        self._makers.append(_grid_maker(placed, exact, _spans(printed)))
        for text in beyond:
            self.warnings.append(f"line {self.line}: a cell of more than {_LONGEST} characters goes on below its table")
            self.paragraph(text)

    def _row(self, row: Sequence[Printed | None], beyond: list[str]) -> _Row:
        start = self._at
        cells: list[tuple[Printed, tuple[int, int]] | None] = []
        for column, cell in enumerate(row):
            if column:
                self._write("\t")
            if cell is None:
                cells.append(None)
                continue
            text = _folded(cell.text).replace("\n", " ").replace("\t", " ")
            if len(text) > _LONGEST:
                beyond.append(text[len(_cut(text)[0]) :])
                text = _cut(text)[0]
            cells.append((cell, self._write(text)))
        stop = self._at
        self._write("\n")
        return _Row(cells, start, stop)

    def draft(self, media_type: str) -> Draft:
        """Everything taken in, as a draft."""
        text = "".join(self._parts).rstrip("\n") + "\n" if self._parts else ""
        lines = Lines(text)
        return Draft(text, lines, [make(text, lines) for make in self._makers], media_type, warnings=self.warnings)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[tuple[Printed, tuple[int, int]] | None]
    start: int
    stop: int


def _spans(rows: Sequence[Sequence[Printed | None]]) -> bool:
    """Whether some cell spans columns: then blanks beside the others are meant."""
    return any(cell.width > 1 for row in rows for cell in row if cell)


def _text_maker(chars: tuple[int, int], level: int, item: bool, note: bool) -> Callable[[str, Lines], Piece]:
    def make(text: str, lines: Lines) -> Piece:
        marked, on = clean(text, *chars), lines.span(*chars).lines
        return Piece("heading" if level else "text", marked, on, level, item=item, note=note)

    return make


def _grid_maker(rows: list[_Row], exact: bool, spans: bool) -> Callable[[str, Lines], Piece]:
    def make(text: str, lines: Lines) -> Piece:
        grid = Grid(
            tuple(
                GridRow(
                    tuple(
                        GridCell(clean(text, *placed[1]), placed[0].width, placed[0].header) if placed else None
                        for placed in row.cells
                    ),
                    lines.line_of(row.start),
                    (row.start, row.stop),
                )
                for row in rows
            ),
            exact=exact,
            spans=spans,
        )
        return Piece("grid", _NOTHING, (grid.rows[0].line, grid.rows[-1].line), grid=grid)

    return make
