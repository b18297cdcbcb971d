"""The tables of a document whose grids are certain, with what stands around each of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from tickmark.ingest.figures.units import currency_of
from tickmark.ingest.model import Table
from tickmark.ingest.readers.event_above import events_above
from tickmark.ingest.readers.foot_units import foot_line
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.readers.sheet_prose import with_sentences
from tickmark.ingest.source import Source
from tickmark.ingest.tables.contents import lists_pages
from tickmark.ingest.tables.events import Event, speaks_of_event
from tickmark.ingest.tables.inherited import ends_heads
from tickmark.ingest.tables.sheet import Sheet, SheetContext, read_sheet
from tickmark.ingest.tables.unit_notes import UnitNote, note_for_all, note_of

__all__ = ["Sheets"]

_SIGN = re.compile(r"(?:US|HK|C|A|NT|S)?\$|[€£¥₹₩]|\bRMB\b")
# a page's foot and head: its number, the way back to the contents, a title said again
_EDGE = re.compile(
    r"\W*(?:[A-Z]{1,2}-)?\d{0,4}\W*|(?:back\s+to\s+)?(?:table\s+of\s+)?contents|index(?:\s+to\s+.{0,60})?|page\s+\d+"
    r"|(?:see|the)\s+accompanying\s+notes\b.{0,120}|.{0,100}[(\[]?\bcontinued[)\]]?\W*",
    re.IGNORECASE,
)
_LONGEST_BETWEEN = 160
_MOST_BETWEEN = 3
_MOST_BEFORE = 5
_FURTHEST = 8
_FAR_ABOVE = 120  # pieces: some four pages


class Sheets:
    """Reads the tables of one document in order; remembers unit notes that hold on, and the table above."""

    def __init__(self, source: Source, pieces: list[Piece]) -> None:
        self.source = source
        self.pieces = pieces
        self.currency = _currency(pieces)
        self.earlier: tuple[int, Sheet] | None = None
        self.heading: tuple[int, Sheet] | None = None
        self._said = False
        self._looked = 0
        self._usual = _usual_note(pieces)
        self._contents = 0
        self._unclear = 0

    def read(self, index: int, section: tuple[str, ...]) -> Table:
        """The table that is piece ``index``."""
        grid = self.pieces[index].grid
        assert grid is not None
        before, caption = self._before(index)
        events = self._events(index, [grid.caption or caption, *before[:2]])
        foot = foot_line(self.pieces, index)
        note, titles = self._note(index), self._titles(index, section)
        context = SheetContext(section, grid.caption or caption, before, note, self.currency, events, foot, titles)
        earlier = None
        if self.earlier is not None and self._near(self.pieces[self.earlier[0] + 1 : index]):
            # one that has its header from above hands it on below only as far as that header holds (_heading)
            earlier = self.earlier[1] if self.earlier[1].fit is None else None
        if self.earlier is not None and index - self.earlier[0] == 1 and context.note is None:
            context = replace(context, note=self.earlier[1].note)  # set together: one scale for both
        if not before and earlier is not None:
            context = replace(context, before=earlier.context.before)
        goes_on = earlier is not None and earlier.context.contents
        if lists_pages(grid, (*((grid.caption,) if grid.caption else ()), *before), self.source.pages, goes_on):
            context = replace(context, contents=True)
            self._contents += 1
        sheet = read_sheet(grid, context, self.source, earlier, self._heading(index))
        self.earlier = (index, sheet)
        if sheet.heads:
            self.heading = self.earlier
        elif self.heading is not None:
            self.heading = (index, self.heading[1])
        table, unclear = with_sentences(sheet, self.source)
        self._unclear += unclear
        return table

    def report(self) -> None:
        """Says how many tables were set aside as lists of pages, and how many numbers for want of a clear scale."""
        if self._contents:
            counted = "1 table of contents" if self._contents == 1 else f"{self._contents} tables of contents"
            self.source.warnings.append(f"{counted}: their page numbers are no figures")
        if self._unclear:
            numbers = "1 number" if self._unclear == 1 else f"{self._unclear} numbers"
            self.source.warnings.append(
                f"{numbers} in sentences inside scaled tables: their scale is unclear, no figures"
            )

    def _titles(self, index: int, section: tuple[str, ...]) -> tuple[str, ...]:
        """The headings over a table that may say its period.

        Of pages, the letters alone tell how deep a heading is: one far above, in the letters of a brochure's page, is
        over all that follows, but says nothing of it.
        """
        if self.source.places is None:
            return section
        near = {p.text.text for p in self.pieces[max(0, index - _FAR_ABOVE) : index] if p.kind == "heading"}
        return tuple(text for text in section if text in near)

    def _near(self, between: list[Piece]) -> bool:
        """Whether a table may go on with the one above: few short texts between, what a page's edge prints left out."""
        if len(between) > _FURTHEST or any(len(piece.text.text) >= _LONGEST_BETWEEN for piece in between):
            return False
        told = [piece for piece in between if not _EDGE.fullmatch(piece.text.text.strip())]
        return len(told) <= _MOST_BETWEEN

    def _heading(self, index: int) -> Sheet | None:
        """The last table with a header of dates, as long as nothing between says that something else begins."""
        if self.heading is None:
            return None
        at, sheet = self.heading
        between = self.pieces[at + 1 : index]
        if len(between) > _FURTHEST or any(ends_heads(p.text.text, p.level) for p in between):
            self.heading = None
            return None
        return sheet

    def _events(self, index: int, texts: list[str]) -> tuple[Event, ...]:
        """The acquisitions or sales that the words over a table speak of, from the text under its heading."""
        if not speaks_of_event([*texts, *self._first_rows(index)]):
            return ()
        return events_above(self.pieces, index)

    def _first_rows(self, index: int) -> list[str]:
        grid = self.pieces[index].grid
        return [c.text.text for row in grid.rows[:4] for c in row.cells[:1] if c] if grid else []

    def _before(self, index: int) -> tuple[tuple[str, ...], str]:
        """The texts above a table, nearest first, as far as the table above it; and the nearest heading."""
        before: list[str] = []
        caption = ""
        for back in range(index - 1, max(-1, index - 1 - _FURTHEST), -1):
            piece = self.pieces[back]
            if piece.kind == "grid":
                break
            if piece.note and piece.kind != "heading":
                continue
            before.append(piece.text.text)
            if piece.kind == "heading" and not caption:
                caption = piece.text.text
            if len(before) >= _MOST_BEFORE:
                break
        return tuple(before), caption

    def _note(self, index: int) -> UnitNote | None:
        """The filing's usual unit note, where one stands on its own above piece ``index``."""
        for at in range(self._looked, index):
            text = self.pieces[at].text.text
            if self.pieces[at].kind != "grid":
                self._said = self._said or note_for_all(text) is not None
        self._looked = index
        return self._usual if self._said else None


def _usual_note(pieces: list[Piece]) -> UnitNote | None:
    """The unit note that the filing prints most: on its own, in a heading, or in the first rows of a table."""
    counted: Counter[UnitNote] = Counter()
    for piece in pieces:
        if piece.grid is None:
            text = piece.text.text
            note = note_for_all(text) or (note_of(text) if len(text) < 160 else None)
            if note is not None:
                counted[note] += 1
            continue
        for row in piece.grid.rows[:3]:
            counted.update(note for c in row.cells if c and len(c.text.text) < 160 and (note := note_of(c.text.text)))
    return counted.most_common(1)[0][0] if counted else None


def _currency(pieces: list[Piece]) -> tuple[str, str] | None:
    """The currency whose sign the document prints most."""
    counted: Counter[str] = Counter()
    for piece in pieces:
        if piece.grid is None:
            counted.update(_SIGN.findall(piece.text.text))
        else:
            for row in piece.grid.rows:
                for cell in row.cells:
                    if cell is not None:
                        counted.update(_SIGN.findall(cell.text.text))
    return currency_of(counted.most_common(1)[0][0]) if counted else None
