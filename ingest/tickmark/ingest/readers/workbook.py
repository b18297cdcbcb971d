"""The parts of a spreadsheet (.xlsx): its sheets, and the cells of each as they are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tickmark.ingest.readers.bounds import MOST_CELLS, MOST_COLUMNS
from tickmark.ingest.readers.number_format import BUILT_IN, general, shown
from tickmark.ingest.readers.ooxml import Package, attribute, child, local, raised

__all__ = ["Sheet", "SheetPart", "Workbook"]

"""Filled cells of one workbook; what comes after them is reported, not read."""
_MOST_MERGES = 20_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
_TRUE = {"1", "true", "on"}


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    path: str
    hidden: bool
    kind: str


@dataclass(slots=True)
class Sheet:
    """The seen cells of a sheet: ``rows[n][c]`` is the text of row ``n`` (1-based), column ``c`` (0-based).

    ``merges`` are ranges (first row, first column, last row, last column), all included. What is not seen, or cannot
    be, is counted.
    """

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: int = 0
    in_hidden_columns: int = 0
    beyond: int = 0
    uncalculated: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    unformatted: list[str] = field(default_factory=list)
    cut: int | None = None


@dataclass(slots=True)
class Workbook:
    """What the sheets share: texts, formats, the calendar."""

    package: Package
    sheets: list[SheetPart]
    strings: list[str]
    formats: list[str]
    from_1904: bool
    cells: int = 0

    @classmethod
    def open(cls, package: Package) -> Workbook:
        """The workbook in a package. Raises UnreadableFile."""
        main = package.main()
        root, related = package.part(main), package.related(main)
        strings = next((path for kind, path in related.values() if kind == "sharedStrings"), "")
        styles = next((path for kind, path in related.values() if kind == "styles"), "")
        sheets = []
        for sheet in _children(root, "sheets"):
            kind, path = related.get(attribute(sheet, "id") or "", ("", ""))
            hidden = (attribute(sheet, "state") or "visible") != "visible"
            sheets.append(SheetPart(attribute(sheet, "name") or "", path, hidden, kind))
        from_1904 = attribute(child(root, "workbookPr"), "date1904") in _TRUE
        return cls(package, sheets, list(_strings(package, strings)), _formats(package.part(styles)), from_1904)

    def read(self, part: SheetPart, most_rows: int) -> Sheet:
        """The cells of a sheet, up to ``most_rows`` filled rows of it. Raises UnreadableFile."""
        sheet, row_number = Sheet(), 0
        data: Element | None = None
        for event, element in self.package.stream(part.path):
            name = local(element.tag)
            if event == "start":
                data = element if name == "sheetData" else data
            elif name == "col":
                _hide(sheet, element)
            elif name == "mergeCell" and len(sheet.merges) < _MOST_MERGES:
                if merge := _range(attribute(element, "ref") or ""):
                    sheet.merges.append(merge)
            elif name == "row":
                given = attribute(element, "r") or ""
                row_number = int(given) if given.isdecimal() and len(given) < 8 else row_number + 1
                if sheet.cut is None:
                    self._row(sheet, element, row_number)
                    if len(sheet.rows) >= most_rows or self.cells >= MOST_CELLS:
                        sheet.cut = row_number
                element.clear()
                if data is not None and data is not element:
                    data.clear()
        return sheet

    def _row(self, sheet: Sheet, element: Element, number: int) -> None:
        hidden, column = attribute(element, "hidden") in _TRUE, -1
        texts: dict[int, str] = {}
        for cell in element:
            if local(cell.tag) != "c":
                continue
            reference = attribute(cell, "r") or ""
            found = _REFERENCE.fullmatch(reference)
            column = _column(found[1]) if found else column + 1
            text = self._text(cell, "" if hidden else reference, sheet)
            if not text.strip():
                continue
            if column in sheet.hidden_columns:
                sheet.in_hidden_columns += not hidden
            elif column >= MOST_COLUMNS:
                sheet.beyond += 1
            else:
                texts[column] = text
        self.cells += len(texts)
        if hidden:
            sheet.hidden_rows += bool(texts)
        elif texts:
            sheet.rows.setdefault(number, {}).update(texts)

    def _text(self, cell: Element, reference: str, sheet: Sheet) -> str:
        """What a cell shows."""
        kind = attribute(cell, "t") or "n"
        if kind == "inlineStr":
            return _rich(child(cell, "is"))
        stored = child(cell, "v")
        value = (stored.text or "") if stored is not None else ""
        if not value:
            if reference and child(cell, "f") is not None and kind != "str":
                sheet.uncalculated.append(reference)
            return ""
        if kind == "s":
            at = int(value) if value.strip().isdecimal() and len(value) < 10 else -1
            return self.strings[at] if 0 <= at < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        if kind == "e" and reference:
            sheet.errors.append(reference)
        return value if kind != "n" else self._number(cell, value, reference, sheet)

    def _number(self, cell: Element, value: str, reference: str, sheet: Sheet) -> str:
        style = attribute(cell, "s") or "0"
        at = int(style) if style.isdecimal() and len(style) < 10 else -1
        code = self.formats[at] if 0 <= at < len(self.formats) else "General"
        text = shown(value, code, self.from_1904)
        if text is None:
            if reference:
                sheet.unformatted.append(reference)
            return general(value)
        return text


def _children(root: Element | None, name: str) -> Iterator[Element]:
    parent = child(root, name)
    yield from parent if parent is not None else ()


def _strings(package: Package, path: str) -> Iterator[str]:
    """The texts that cells share."""
    if package.has(path):
        for event, element in package.stream(path):
            if event == "end" and local(element.tag) == "si":
                yield _rich(element)
                element.clear()


def _rich(element: Element | None) -> str:
    """A text of runs, raised ones as superscripts; readings set over Chinese characters are not part of it."""
    said = []
    for run in element if element is not None else ():
        if local(run.tag) == "t":
            said.append(run.text or "")
        elif local(run.tag) == "r":
            text = child(run, "t")
            words = (text.text or "") if text is not None else ""
            above = attribute(child(run, "rPr", "vertAlign"), "val") == "superscript"
            said.append(raised(words) if above else words)
    return "".join(said)


def _formats(root: Element | None) -> list[str]:
    """The format code of each cell style."""
    codes = dict(BUILT_IN)
    for each in _children(root, "numFmts"):
        number = attribute(each, "numFmtId") or ""
        if number.isdecimal():
            codes[int(number)] = attribute(each, "formatCode") or "General"
    used = (attribute(each, "numFmtId") or "0" for each in _children(root, "cellXfs"))
    return [codes.get(int(number), "General") if number.isdecimal() else "General" for number in used]


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - 64
    return column - 1


def _range(reference: str) -> tuple[int, int, int, int] | None:
    """(first row, first column, last row, last column) of "B2:D3"."""
    found = [_REFERENCE.fullmatch(part) for part in reference.split(":")]
    if len(found) != 2 or not found[0] or not found[1]:
        return None
    return int(found[0][2]), _column(found[0][1]), int(found[1][2]), _column(found[1][1])


def _hide(sheet: Sheet, element: Element) -> None:
    if attribute(element, "hidden") in _TRUE:
        first, last = (attribute(element, name) or "" for name in ("min", "max"))
        if first.isdecimal() and last.isdecimal() and len(first) < 7 and len(last) < 7:
            sheet.hidden_columns |= set(range(int(first) - 1, min(int(last), 20_000)))
