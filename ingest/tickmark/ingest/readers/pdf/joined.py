"""Tables that go on over the end of a page: the same columns, and no header or the same one again."""

from __future__ import annotations

from tickmark.ingest.readers.pdf.cells import TableRow
from tickmark.ingest.readers.pdf.layout import Block, PageTable

__all__ = ["join_tables"]

_SAME = 12.0  # points between the right edges of what is one column


def join_tables(pages: list[list[Block]]) -> None:
    """Moves the rows of a table at the top of a page to the table at the foot of the page before, where it goes on."""
    open_table: PageTable | None = None
    for number, blocks in enumerate(pages, 1):
        first = blocks[0] if blocks else None
        if open_table is not None and isinstance(first, PageTable) and _goes_on(open_table, first):
            for row in _again(open_table, first):
                row.again = True
            open_table.further.append((number, first.rows))
            del blocks[0]
            if not blocks:
                continue  # it may go on over the next page as well
        last = blocks[-1] if blocks else None
        open_table = last if isinstance(last, PageTable) else None


def _goes_on(table: PageTable, further: PageTable) -> bool:
    if len(table.columns) != len(further.columns) or not table.columns:
        return False
    for a, b in zip(table.columns, further.columns, strict=True):
        if abs(a.x1 - b.x1) > _SAME and not (a.x0 <= b.middle <= a.x1 or b.x0 <= a.middle <= b.x1):
            return False
    return not _header(further) or bool(_again(table, further))


def _header(table: PageTable) -> list[TableRow]:
    return [row for row in table.rows if row.header]


def _again(table: PageTable, further: PageTable) -> list[TableRow]:
    """The header rows of the second part, where they say what those of the first say."""
    said, again = _header(table), _header(further)
    return again if [_words(r) for r in said] == [_words(r) for r in again] else []


def _words(row: TableRow) -> dict[int, str]:
    return {
        column: " ".join(w.text for line in cell.lines for w in line) for column, cell in row.cells.items() if column
    }
