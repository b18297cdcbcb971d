"""Normalising pass of printed grids whose columns are certain: what belongs to one number becomes one item.

Filings set "$", "(", ")", "%" and footnote marks in cells of their own, and leave columns blank between. Here each row
becomes a strip of items from left to right: texts, and numbers with all that is printed of them. Every item remembers
the grid columns that it covers, and a number the very cell of its digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from tickmark.ingest.figures.readings import CellReading
from tickmark.ingest.markup import SUPERSCRIPTS, Marked, lowered
from tickmark.ingest.tables.grid import Grid, GridCell
from tickmark.ingest.tables.header import is_year_like
from tickmark.ingest.tables.item_reading import NIL, NUMERAL, SIGNS, item_reading, starts_number

__all__ = ["Item", "Strip", "condense"]

_OPENS = re.compile(rf"[-−–(]?\s*(?:{SIGNS})\s*\(?|\(|[-−](?=$)", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:[)\]]|%|％|pts?\.?|bps|x|¢|p\.p\.|\s)+(?:\((?:\d{{1,2}}|[a-z]{{1,2}})\)|[{SUPERSCRIPTS}*†‡]|\s)*"
)
_NOTE = re.compile(rf"(?:\s*(?:\((?:\d{{1,2}}|[a-z]{{1,2}}|[ivx]{{1,4}})\)|\[\w{{1,2}}\]|[{SUPERSCRIPTS}*†‡#,+])+)+")
_SIGN = re.compile(SIGNS, re.IGNORECASE)
_UNCLOSED = re.compile(rf"\(\s*(?:{SIGNS})?\s*[\d,.]+", re.IGNORECASE)
_SOLID = re.compile(rf"\(?(?:{SIGNS})?\s*\(?(?=(?:\D*\d){{3}}|\d+\.\d)[\d,.]+\)?%?", re.IGNORECASE)
_YEAR_AND_UNIT = re.compile(rf"(?:19|20)\d\d\s+(?:{SIGNS})(?:\s?['’]?\s?000s?|m|mn|million)?", re.IGNORECASE)
_YEAR_MARK = re.compile(r"(?<=^(?:19|20)\d\d)\s*\(\w{1,2}\)$")
_RULE = re.compile(r"(?:[-−–—―‒]\s?){4,}|[=_]{3,}")  # drawn over a total with characters: layout
_DIGITS = re.compile(r"\d")
# a code that is made of digits: "07002"; on the cover of a form, beside who files it, any five of them
_CODE = re.compile(r"0\d{3,}")
_POSTAL = re.compile(r"\d{5}(?:-\d{4})?")
_COVER = re.compile(
    r"jurisdiction\s+of\s+(?:incorporation|organi[sz]ation)|employer\s+identification|\bzip\s+code\b", re.IGNORECASE
)


@dataclass(slots=True)
class Item:
    """One text or number of a row. ``first`` and ``last`` are the grid columns it covers, glue and all.

    For a number ``column`` is the cell of its digits, ``core`` that cell's text, ``sign`` the currency sign printed
    with it, and ``text`` the whole as printed ("$(1,234)%").

    ``number``: whether it is a number or a sign for nothing (and no bare year); ``value``: whether it is a number that
    is no bare year; ``year``: whether it is a bare year, which is a header although it is a number. These are asked
    again and again, so they are kept.
    """

    row: int
    column: int
    first: int
    last: int
    text: Marked
    core: Marked
    reading: CellReading
    sign: str | None = None
    percent: bool = False
    marks: tuple[str, ...] = ()
    bold: bool = False
    indent: float = 0.0
    header: bool = False
    height: int = 1
    number: bool = field(init=False)
    value: bool = field(init=False)
    year: bool = field(init=False)

    def __post_init__(self) -> None:
        like, with_unit = _as_year(self.text.text)
        self.year = with_unit or (like and self.sign is None and not self.percent)
        self.number = self.reading.kind in {"value", "nothing"} and not self.year and not self.bucket
        self.value = self.number and self.reading.kind == "value"

    def is_text(self) -> None:
        """It is a text after all, although it is made of digits: a code."""
        self.reading, self.number, self.value = CellReading("text"), False, False

    @property
    def bucket(self) -> bool:
        """Whether it is a range without a unit ("31 - 60"): a header or a label, although it is made of numbers."""
        return (
            len(self.reading.mentions) == 1
            and self.reading.mentions[0].low is not None
            and not self.percent
            and not self.sign
        )


@lru_cache(maxsize=16_384)
def _as_year(text: str) -> tuple[bool, bool]:
    """Whether a text is a bare year, and whether it is a year over its unit ("2024 £")."""
    text = _YEAR_MARK.sub("", text.rstrip(":"))
    return is_year_like(text), _YEAR_AND_UNIT.fullmatch(text) is not None


@dataclass(slots=True)
class Strip:
    """The items of one printed row, from left to right."""

    row: int
    items: list[Item]

    @property
    def numbers(self) -> list[Item]:
        """Its numbers."""
        return [item for item in self.items if item.number]


def condense(grid: Grid) -> list[Strip]:
    """The strips of a grid, one for each of its rows."""
    rows = [
        [(c, cell) for c, cell in enumerate(row.cells) if cell and cell.text and not _RULE.fullmatch(cell.text.text)]
        for row in grid.rows
    ]
    solid = {
        place
        for cells in rows
        for column, cell in cells
        if _SOLID.fullmatch(cell.text.text)
        for place in range(column, column + cell.width)
    }
    solid |= set(range(grid.width)) if grid.whole else set()
    strips = [Strip(index, _strip(index, cells, solid)) for index, cells in enumerate(rows)]
    cover = any(_COVER.search(cell.text.text) for cells in rows for _, cell in cells)
    for item in (item for strip in strips for item in strip.items):
        if _CODE.fullmatch(item.text.text) or (cover and _POSTAL.fullmatch(item.text.text)):
            item.is_text()
    return strips


def _strip(row: int, cells: list[tuple[int, GridCell]], solid: set[int]) -> list[Item]:
    items: list[Item] = []
    at = 0
    while at < len(cells):
        item, at = _glued(row, cells, at, solid)
        items.append(item)
    return items


def _glued(row: int, cells: list[tuple[int, GridCell]], at: int, solid: set[int]) -> tuple[Item, int]:
    """The item that begins at cell ``at``, and the index of the cell after it.

    ``solid`` are the grid columns where undoubted numbers stand: a "(2)" there is a number and no footnote mark, a dash
    there is nothing and no minus sign.
    """
    first, opening = cells[at][0], at
    parts: list[Marked] = []
    while at + 1 < len(cells) and at - opening < 2 and _opens(cells, at):
        if cells[at][1].text.text in {"-", "−"} and cells[at][0] in solid:
            break
        parts.append(cells[at][1].text)
        at += 1
    column, cell = cells[at]
    core = cell.text
    if parts and not starts_number("".join(p.text for p in parts), core.text):
        at = opening
        column, cell = cells[at]
        core, parts = cell.text, []
    whole = _joined([*parts, core])
    numeric = (_DIGITS.search(core.text) is not None and len(core.text) < 60) or NIL.fullmatch(core.text) is not None
    numeric = numeric and (row > 0 or NUMERAL.fullmatch(core.text) is not None or bool(parts))
    last = column + cell.width - 1
    marks: tuple[str, ...] = ()
    at += 1
    reading = item_reading(whole)
    open_bracket = whole.text.count("(") > whole.text.count(")")
    while numeric and at < len(cells) and (reading.kind in {"value", "nothing"} or open_bracket):
        text = cells[at][1].text.text
        if cells[at][0] - last > 3 or not (
            _TAIL.fullmatch(text) or (_mark_cell(text) and cells[at][0] - last <= 2 and cells[at][0] not in solid)
        ):
            break
        if text.strip() == "x" or (text.startswith(")") and not open_bracket and reading.kind == "value"):
            break
        if _TAIL.fullmatch(text):
            found = _NOTE.search(text)
            kept = cells[at][1].text.part(0, found.start()) if found and found.start() else cells[at][1].text
            marks += _marks(text[found.start() :]) if found and found.start() else ()
            whole = _joined([whole, kept])
        else:
            marks += _marks(text)
        last = cells[at][0] + cells[at][1].width - 1
        at += 1
        reading = item_reading(whole)
        open_bracket = False
    if _UNCLOSED.fullmatch(whole.text):
        whole = Marked(whole.text + ")", (*whole.at, whole.at[-1]), whole.end)
        reading = item_reading(whole)
    sign = _SIGN.search(whole.text) if reading.kind in {"value", "nothing"} else None
    return (
        Item(
            row,
            column,
            first,
            last,
            whole,
            core,
            reading,
            sign[0].strip() if sign else None,
            "%" in whole.text and reading.kind in {"value", "nothing"},
            marks,
            cell.bold,
            cell.indent,
            cell.header,
            cell.height,
        ),
        at,
    )


def _mark_cell(text: str) -> bool:
    """A cell that holds footnote marks and nothing else."""
    return len(text) <= 12 and _NOTE.fullmatch(text) is not None


def _marks(text: str) -> tuple[str, ...]:
    return tuple(
        lowered(m.strip("()[]")) for m in re.findall(rf"\(\w{{1,4}}\)|\[\w{{1,2}}\]|[{SUPERSCRIPTS}*†‡#]", text)
    )


def _joined(parts: list[Marked]) -> Marked:
    if len(parts) == 1:
        return parts[0]
    return Marked("".join(p.text for p in parts), tuple(a for p in parts for a in p.at), parts[-1].end)


def _opens(cells: list[tuple[int, GridCell]], at: int) -> bool:
    """Whether a cell opens the number in the next one; a dash with a blank column after it is a nil of its own."""
    column, cell = cells[at]
    if _OPENS.fullmatch(cell.text.text) is None:
        return False
    return cell.text.text.strip() not in {"-", "−"} or cells[at + 1][0] == column + cell.width
