"""Values separated by commas or semicolons: the tables of a file that is nothing but tables.

The text is the file itself, so that a citation points at the very field. Tabs and bars are read as plain text reads
them, with or without prose around (:mod:`.pieces`).

Where semicolons divide, commas may be decimal ("1.276,5"). A file that shows it is read so, and says so in its
warnings: its numbers are handed on with a decimal point, each character still at its place in the file.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked, clean
from tickmark.ingest.readers.bounds import MOST_COLUMNS, rows_read
from tickmark.ingest.readers.decode import decode
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.readers.sheet import Part, is_note, parts_of
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["MEDIA_TYPE", "is_csv", "read_csv"]

MEDIA_TYPE = "text/csv"
_DELIMITERS = ",;"
_LOOKED_AT = 65_536
_LONGEST = 20_000
_LINE_END = re.compile(r"\r\n|\n|\r")
_OTHER = re.compile(r"^[^\S\r\n]*(?:#{1,6}\s|\||<|[-=]{3,})", re.MULTILINE)  # Markdown, HTML
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_DECIMAL_COMMA = re.compile(r"[-+(]?\s*\d{1,3}(?:\.\d{3})+,\d+\)?\s*%?|[-+(]?\s*\d+,(?:\d{1,2}|\d{4,})\)?\s*%?")
_NUMBER = re.compile(r"[-+(]?\s*(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\)?\s*%?")
_POINTS = str.maketrans(".,", ",.")
_NOTHING = Marked("", (), 0)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Record:
    """One row of the file: the ranges of its fields, without the quotation marks, and its own."""

    fields: tuple[Range, ...]
    chars: Range


def is_csv(data: bytes) -> bool:
    """Whether a file is rows of fields, and nothing else: the same number of them in nearly every row."""
    return _delimiter(_head(data)) is not None


def _head(data: bytes) -> str:
    """The first lines of a file, whole ones; all of it where lines are longer than what is looked at."""
    boms = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
    wide = next((encoding for bom, encoding in boms if data.startswith(bom)), "")
    if b"\0" in data[:_LOOKED_AT] and not wide:
        return ""
    text = data[:_LOOKED_AT].decode(wide or "utf-8", "ignore")
    if len(data) <= _LOOKED_AT or text.count("\n") + text.count("\r") < 20:
        return data.decode(wide or "utf-8", "ignore")
    return text[: max(text.rfind("\n"), text.rfind("\r")) + 1]


def _delimiter(text: str) -> str | None:
    """The delimiter of a text that is rows of fields; None when it is prose, Markdown or anything else."""
    if text.count("\t") > 1 or _OTHER.search(text):
        return None
    return next((each for each in _DELIMITERS if each in text and _divides(text, each)), None)


def _divides(text: str, delimiter: str) -> bool:
    """Whether a delimiter divides a text into rows of the same length.

    Prose has commas too: as many in every line only by chance, followed by a blank, and inside numbers.
    """
    records = [r for r in _records(text, delimiter) if text[slice(*r.chars)].strip()]
    rows = [r for r in records if len(r.fields) > 1]
    if len(rows) < 2:
        return False
    usual, count = Counter(len(r.fields) for r in rows).most_common(1)[0]
    single = len(records) - len(rows)
    if usual == 2 and (len(rows) < 3 or count < len(rows) or single > 0.2 * len(records)):
        return False
    if count < 0.9 * len(rows) or single > 0.6 * len(records):
        return False
    headed = usual > 2 and len(rows[0].fields) == usual and _is_header(text, rows[0])
    if delimiter == "," and not headed and 2 * sum(_inside_number(text, r) for r in rows) >= len(rows):
        return False
    fields = [text[slice(*field)] for r in rows for field in r.fields]
    spaced = sum(text[r.fields[i][0] : r.fields[i][0] + 1] == " " for r in rows for i in range(1, len(r.fields)))
    if 2 * spaced > len(fields) - len(rows):
        numbers = sum(any(c.isdigit() for c in field) and not any(c.isalpha() for c in field) for field in fields)
        return usual > 2 and count == len(rows) and 3 * numbers >= len(fields)
    return sum(len(field) > 200 for field in fields) <= 0.1 * len(fields)


def _groups(text: str, record: _Record) -> list[bool]:
    """Of each comma of a row, whether it may group the digits of a number."""
    commas = [stop for _, stop in record.fields[:-1]]
    return [text[at : at + 1] == "," and _GROUPED.match(text, max(0, at - 1)) is not None for at in commas]


def _inside_number(text: str, record: _Record) -> bool:
    """Whether the commas of a row, the first and most of them, group the digits of numbers ("Revenue 6,687").

    In "Plant 12,450,380,1200" one does not: an item that ends with a digit stands before fields of three.
    """
    groups = _groups(text, record)
    return groups[0] and 2 * sum(groups) > len(groups)


def _is_header(text: str, record: _Record) -> bool:
    """Whether a row can only be names of columns: every field begins with what it says, no comma groups digits."""
    names = [text[slice(*field)] for field in record.fields]
    return not any(_groups(text, record)) and all(name and name == name.strip() for name in names)


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    """The rows of a text; a field in quotation marks may hold delimiters, line ends and doubled marks."""
    at, open_ended = 0, False
    plain = re.compile(rf"[^{delimiter}\r\n]*")
    quote = re.compile(r'[ \ufeff]*"')
    while at < len(text):
        start, fields = at, []
        while True:
            opened = None if open_ended else quote.match(text, at)
            closing = _closing(text, opened.end()) if opened else -1
            open_ended = open_ended or (opened is not None and closing < 0)
            if opened and closing >= 0:
                fields.append((opened.end(), closing))
                at = _end(plain, text, closing + 1)
            else:
                fields.append((at, _end(plain, text, at)))
                at = fields[-1][1]
            if text[at : at + 1] != delimiter:
                break
            at += 1
        yield _Record(tuple(fields), (start, at))
        ended = _LINE_END.match(text, at)
        at = ended.end() if ended else len(text)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _closing(text: str, at: int) -> int:
    """Where the quotation mark stands that closes a field; -1 where none does."""
    while (found := text.find('"', at)) >= 0:
        if text[found + 1 : found + 2] != '"':
            return found
        at = found + 2
    return -1


def read_csv(data: bytes, source: str) -> Draft:
    """The draft of a file of separated values.

    Raises:
        UnreadableFile: the file is empty, binary, or in an unknown encoding.
    """
    text, read_as = decode(data, source)
    delimiter = _delimiter(_head(data)) or ","
    records, warnings = list(_records(text, delimiter)), list(read_as)
    fields = (text[slice(*field)].strip() for record in records for field in record.fields)
    decimal_comma = delimiter == ";" and any(_DECIMAL_COMMA.fullmatch(field) for field in fields)
    if decimal_comma:
        warnings.append("numbers have a decimal comma here: 1.234,5 is read as 1,234.5")
    file = _File(text, Lines(text), records, warnings, decimal_comma)
    return Draft(text, file.lines, list(file.pieces()), MEDIA_TYPE, warnings=file.warnings)


@dataclass(frozen=True, slots=True)
class _File:
    """A file on its way to pieces."""

    text: str
    lines: Lines
    records: list[_Record]
    warnings: list[str]
    decimal_comma: bool

    def pieces(self) -> Iterator[Piece]:
        """The tables, and the lines above and below them."""
        rows = [[self.text[slice(*field)].strip("\ufeff \t") for field in record.fields] for record in self.records]
        for part in parts_of(rows):
            if part.column is None:
                yield from self._table(part, rows)
            else:
                field = self.records[part.first].fields[part.column]
                yield from self._texts(field, is_note(rows[part.first][part.column]))

    def _texts(self, chars: Range, note: bool = False) -> Iterator[Piece]:
        """A field as running text, in parts of bounded length."""
        start, stop = chars
        while start < stop:
            end = min(stop, start + _LONGEST)
            blank = self.text.rfind(" ", start + 1, end) if end < stop else -1
            end = blank if blank > 0 else end
            yield Piece("text", _field(self.text, (start, end)), self.lines.span(start, end).lines, note=note)
            start = end

    def _table(self, part: Part, rows: list[list[str]]) -> Iterator[Piece]:
        """The table of a part, then what of its cells is too long for a cell."""
        line = self.lines.line_of(self.records[part.first].chars[0])
        most = rows_read(sum(map(bool, rows[i])) for i in range(part.first, part.last))
        last = part.first + most
        if last < part.last:
            self.warnings.append(f"line {line}: a table of {part.last - part.first} rows: only {most} are read")
        used = sorted({c for i in range(part.first, last) for c, cell in enumerate(rows[i]) if cell})
        if len(used) > MOST_COLUMNS:
            self.warnings.append(f"line {line}: a table of more than {MOST_COLUMNS} columns was cut")
        beyond: list[Range] = []
        filled = [self.records[i] for i in range(part.first, last) if any(rows[i])]
        printed = tuple(self._row(record, used[:MOST_COLUMNS], beyond) for record in filled)
        end = self.lines.span(*printed[-1].chars).lines[1]
        yield Piece("grid", _NOTHING, (printed[0].line, end), grid=Grid(printed, exact=True))
        for chars in beyond:
            line = self.lines.line_of(chars[0])
            self.warnings.append(f"line {line}: a cell of more than {_LONGEST} characters goes on below its table")
            yield from self._texts(chars)

    def _row(self, record: _Record, used: list[int], beyond: list[Range]) -> GridRow:
        """A row; of a cell longer than any has, what is left goes ``beyond``."""
        cells: list[GridCell | None] = []
        for column in used:
            start, stop = record.fields[column] if column < len(record.fields) else (0, 0)
            if stop - start > _LONGEST:
                blank = self.text.rfind(" ", start + 1, start + _LONGEST)
                cut = blank if blank > 0 else start + _LONGEST
                beyond.append((cut, stop))
                stop = cut
            marked = _field(self.text, (start, stop))
            if self.decimal_comma and _NUMBER.fullmatch(marked.text):
                marked = Marked(marked.text.translate(_POINTS), marked.at, marked.end)
            cells.append(GridCell(marked) if stop > start else None)
        return GridRow(tuple(cells), self.lines.line_of(record.chars[0]), record.chars)


def _field(text: str, chars: Range) -> Marked:
    """The words of a field; a doubled quotation mark is one."""
    marked = clean(text, *chars)
    if '""' not in marked.text:
        return marked
    kept = [found.start() for found in re.finditer(r'""?|[^"]', marked.text)]
    return Marked("".join(marked.text[i] for i in kept), tuple(marked.at[i] for i in kept), marked.end)
