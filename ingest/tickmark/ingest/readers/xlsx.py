"""Spreadsheets (.xlsx): a heading for each sheet, and its tables with the lines above and below them.

Cells are read as they are seen (:mod:`.number_format`): a figure's ``printed`` is what the format shows of the stored
number, so that what is cited is what a person finds when looking it up, and totals foot or fail to as they do on the
page. Values are those that the program which saved the file last calculated. Hidden sheets, rows and columns are not
seen, so they are set aside; they are counted in the warnings, as are formulas without a value.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.readers.bounds import MOST_COLUMNS, MOST_ROWS
from tickmark.ingest.readers.compose import Composer, Printed
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.ooxml import Package
from tickmark.ingest.readers.sheet import is_note, parts_of
from tickmark.ingest.readers.workbook import Sheet, SheetPart, Workbook

__all__ = ["MEDIA_TYPE", "read_xlsx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_COVERED = 200_000
_UNNAMED = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio|工作表|シート)\s?\d{0,3}", re.IGNORECASE)


def read_xlsx(data: bytes, source: str) -> Draft:
    """The draft of a workbook.

    Raises:
        UnreadableFile: the package is damaged or encrypted, shows nothing, or unpacks to more than can be read.
    """
    package = Package.open(data, source)
    workbook = Workbook.open(package)
    composer = Composer()
    for part in workbook.sheets:
        if part.hidden:
            composer.warnings.append(f"sheet {part.name!r} is hidden: it is set aside")
        elif part.kind != "worksheet" or not package.has(part.path):
            composer.warnings.append(f"sheet {part.name!r} is no table (a chart): it is left out")
        else:
            sheet = workbook.read(part, MOST_ROWS)
            _report(part, sheet, composer.warnings)
            _compose(part, sheet, composer)
    names = package.archive.NameToInfo
    drawn = sum(name.startswith(("xl/charts/chart", "xl/media/")) for name in names)
    if drawn:
        composer.warnings.append(f"{drawn} charts or pictures are left out")
    draft = composer.draft(MEDIA_TYPE)
    if not draft.pieces:
        raise UnreadableFile("no sheet of this workbook shows anything", where=source, hint="Check that it was saved")
    return draft


def _report(part: SheetPart, sheet: Sheet, warnings: list[str]) -> None:
    """Says what of a sheet is not seen, or was not understood."""
    told = (
        (sheet.hidden_rows, "hidden rows are set aside"),
        (sheet.in_hidden_columns, "cells in hidden columns are set aside"),
        (sheet.beyond, f"cells beyond column {MOST_COLUMNS} are not read"),
        (len(sheet.uncalculated), f"formulas have no stored value ({_first(sheet.uncalculated)})"),
        (len(sheet.errors), f"cells show an error ({_first(sheet.errors)})"),
        (len(sheet.unformatted), f"numbers are shown without their format ({_first(sheet.unformatted)})"),
    )
    warnings += [f"sheet {part.name!r}: {count} {what}" for count, what in told if count]
    if sheet.cut is not None:
        warnings.append(f"sheet {part.name!r} is too large: nothing below row {sheet.cut} is read")


def _first(references: list[str]) -> str:
    return ", ".join(references[:3]) + (" ..." if len(references) > 3 else "")


def _compose(part: SheetPart, sheet: Sheet, composer: Composer) -> None:
    """A sheet: its name as a heading, then its parts in order."""
    if not sheet.rows:
        return
    cells = _placed(sheet)
    texts = [[cell.text if cell else "" for cell in row] for row in cells]
    parts = list(parts_of(texts))
    titled = composer.line == 1 and parts[0].column is not None  # the first sheet opens with the title of them all
    if not titled and not _UNNAMED.fullmatch(part.name.strip()):
        composer.paragraph(part.name, level=1)
    for found in parts:
        if found.column is not None:
            text = texts[found.first][found.column]
            composer.paragraph(text, note=is_note(text))
            continue
        rows = cells[found.first : found.last]
        composer.table(_without_blank_columns(rows))


def _placed(sheet: Sheet) -> list[list[Printed | None]]:
    """The rows of a sheet in order, one blank row where there are any between them; merged cells with their width.

    A cell merged over several rows is printed in the first of them.
    """
    numbers = sorted(sheet.rows)
    widths = _merged(sheet, numbers)
    placed: list[list[Printed | None]] = []
    for index, number in enumerate(numbers):
        if index and number > numbers[index - 1] + 1:
            placed.append([])
        texts = sheet.rows[number]
        row: list[Printed | None] = [None] * (max(texts) + 1)
        for column, text in texts.items():
            row[column] = Printed(text, widths.get((number, column), 1))
        placed.append(row)
    return placed


def _merged(sheet: Sheet, numbers: list[int]) -> dict[tuple[int, int], int]:
    """The width of each merged cell by its row and column; what other cells of the range keep is taken out of them."""
    widths: dict[tuple[int, int], int] = {}
    visited = 0
    for first, left, last, right in sheet.merges:
        covered = numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]
        visited += len(covered)
        if visited > _MOST_COVERED:
            break  # ranges that lie over each other: no program writes them
        for number in covered:
            kept = sheet.rows[number]
            for column in [c for c in kept if left <= c <= right and (number, c) != (first, left)]:
                kept[column] = ""  # no program shows it
        if right > left:
            widths[first, left] = min(right, MOST_COLUMNS - 1) - left + 1
    return widths


def _without_blank_columns(rows: list[list[Printed | None]]) -> list[list[Printed | None]]:
    """The rows of a table without the columns that only hold it apart; spans are counted in what is left."""
    used = sorted({c for row in rows for c, cell in enumerate(row) if cell and cell.text.strip()})
    kept: list[list[Printed | None]] = []
    for row in rows:
        line: list[Printed | None] = []
        for column in used:
            cell = row[column] if column < len(row) else None
            if cell is not None:
                reach = bisect_left(used, column + cell.width) - bisect_left(used, column)
                cell = Printed(cell.text, max(1, reach))
            line.append(cell)
        kept.append(line)
    return kept
