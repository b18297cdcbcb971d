"""A rebuilt table as HTML: the header as it was understood, a row a row, the cited cell lit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tickmark.ingest.model import Cell, Column, Row, Table

__all__ = ["Chars", "anchor_of", "as_html", "can_show", "table_html"]

Chars = tuple[int, int]

# HTML cannot hold these; the replacement takes one place, as they did, so that every offset stays right.
_NO_HTML = re.compile("[\x00\ud800-\udfff]")


def as_html(text: str) -> str:
    """``text`` as HTML that parses back to it: a bare carriage return would be read as a line feed."""
    return escape(_NO_HTML.sub("\ufffd", text)).replace("\r", "&#13;")


def anchor_of(chars: Chars) -> str:
    """The name of a place, as in the URL of a citation."""
    return f"c{chars[0]}-{chars[1]}"


def can_show(table: Table) -> bool:
    """Whether there is anything to show beyond the source lines."""
    return bool(table.columns and table.rows)


def table_html(table: Table, chars: Chars | None) -> str:
    """The table; the cell that holds ``chars`` is lit."""
    title = " · ".join(part for part in (table.caption, table.unit_line) if part)
    caption = f"<caption>{as_html(title)}</caption>" if title else ""
    with_units = any(row.unit for row in table.rows)
    body = "".join(_row(row, table, chars, with_units=with_units) for row in table.rows)
    return (
        f'<div class="table"><table data-table="{table.index}">{caption}'
        f"<thead>{_header(table, with_units=with_units)}</thead><tbody>{body}</tbody></table></div>\n"
    )


def _header(table: Table, *, with_units: bool) -> str:
    """The header paths as rows, outermost first; neighbours under one banner share its cell."""
    depth = max((len(column.path) for column in table.columns), default=0)
    rows = []
    for level in range(depth):
        stub = as_html(" / ".join(table.stub)) if level == depth - 1 else ""
        unit = ('<th scope="col">Unit</th>' if level == depth - 1 else "<td></td>") if with_units else ""
        rows.append(f"<tr><td>{stub}</td>{''.join(_banners(table.columns, level, depth))}{unit}</tr>")
    return "".join(rows)


def _banners(columns: Sequence[Column], level: int, depth: int) -> Iterator[str]:
    """The header cells of one level. Shorter paths stand at the bottom, beside the columns they name."""
    padded = [("",) * (depth - len(column.path)) + column.path for column in columns]
    if level == depth - 1:  # one cell a column, even where two have the same words
        yield from (f'<th scope="col">{as_html(path[-1])}</th>' for path in padded)
        return
    for path, group in groupby(padded, key=lambda path: path[: level + 1]):
        yield f'<th scope="colgroup" colspan="{len(list(group))}">{as_html(path[-1])}</th>'


def _row(row: Row, table: Table, chars: Chars | None, *, with_units: bool) -> str:
    cells = {cell.column: cell for cell in row.cells}
    label = as_html(" › ".join(row.label_path))
    notes = f"<small>{as_html('; '.join(row.footnotes))}</small>" if row.footnotes else ""
    values = "".join(_cell(cells.get(column), chars) for column in range(len(table.columns)))
    unit = f"<td>{as_html(row.unit or '')}</td>" if with_units else ""
    return f'<tr data-line="{row.span.lines[0]}"><th scope="row">{label} {notes}</th>{values}{unit}</tr>\n'


def _cell(cell: Cell | None, chars: Chars | None) -> str:
    if cell is None:
        return "<td></td>"
    start, end = cell.span.chars
    inside = [figure.span.chars for figure in cell.figures]
    lit = chars is not None and (chars in inside or (start <= chars[0] < chars[1] <= end))
    anchors = "".join(f'<a id="{anchor_of(place)}"></a>' for place in dict.fromkeys(inside))
    attributes = f' data-chars="{start}-{end}"' + (' class="lit"' if lit else "")
    return f"<td{attributes}>{anchors}{as_html(cell.printed)}</td>"
