"""A filing whose source is markup, shown as it was read: headings, paragraphs, tables as printed, the cited place lit.

Showing the markup itself, line by line, would show nobody anything. Everything of the filing is escaped; its own markup
never reaches the page. Every figure has its anchor (``c<start>-<end>``), so that a citation opens here as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from tickmark.ingest.model import Callout, Cell, Figure, Filing, Heading, Paragraph, Table
from tickmark.service.web.source_table import Chars, anchor_of, as_html

__all__ = ["blocks_html"]

_MOST_COLUMNS = 200


def blocks_html(filing: Filing, chars: Chars | None) -> Iterator[str]:
    """The blocks of the filing in reading order, as HTML; ``chars`` is lit."""
    named: set[Chars] = set()
    for block in filing.blocks:
        if isinstance(block, Heading):
            level = min(6, block.level + 1)
            lit = ' class="lit"' if _covers(chars, block.span.chars) else ""
            start, end = block.span.chars
            yield f'<h{level}{lit} data-chars="{start}-{end}">{as_html(block.text)}</h{level}>\n'
        elif isinstance(block, Table):
            yield _table(block, chars, named)
        else:
            yield _text(block, chars, named)


def _covers(chars: Chars | None, place: Chars) -> bool:
    """Whether what is asked for holds the whole of a place."""
    return chars is not None and chars[0] <= place[0] and place[1] <= chars[1] and place[0] < place[1]


def _named(figure: Figure, named: set[Chars]) -> str:
    """The attribute that names a figure's place; a name is given once."""
    place = figure.span.chars
    if place in named:
        return ""
    named.add(place)
    return f' id="{anchor_of(place)}"'


def _text(block: Paragraph | Callout, chars: Chars | None, named: set[Chars]) -> str:
    """A paragraph: its figures are found in its words one after the other, and marked where they stand."""
    out: list[str] = []
    at = 0
    start, end = block.span.chars
    whole = _covers(chars, block.span.chars)
    found_any = False
    for figure in sorted(block.figures, key=lambda each: each.span.chars):
        printed = figure.printed
        place = block.text.find(printed, at)
        first, last = figure.span.chars
        lit = chars == figure.span.chars and not whole
        found_any |= lit
        attributes = f'{_named(figure, named)} data-chars="{first}-{last}"' + (' class="lit"' if lit else "")
        if place < 0:
            out.append(f"<span{attributes}></span>")
            whole |= lit
            continue
        out += (as_html(block.text[at:place]), f"<span{attributes}>{as_html(printed)}</span>")
        at = place + len(printed)
    out.append(as_html(block.text[at:]))
    inside = chars is not None and start <= chars[0] < chars[1] <= end and not found_any
    shown = ' class="lit"' if whole or inside else ""
    return f'<p{shown} data-chars="{start}-{end}">{"".join(out)}</p>\n'


def _table(table: Table, chars: Chars | None, named: set[Chars]) -> str:
    """A table as printed, blank rows and columns left out; header rows are marked as such."""
    cells = {(row.grid_row, cell.grid_column): cell for row in table.rows for cell in row.cells}
    width = min(_MOST_COLUMNS, max((len(row) for row in table.grid), default=0))
    used = [c for c in range(width) if any(c < len(row) and row[c] for row in table.grid)]
    rows = []
    for number, row in enumerate(table.grid):
        if not any(row):
            continue  # set for the distance between rows
        tag = "th" if number < table.header_rows else "td"
        printed = "".join(
            _cell(row[c] if c < len(row) else "", cells.get((number, c)), tag, chars, named) for c in used
        )
        rows.append(f"<tr>{printed}</tr>\n")
    caption = f"<caption>{as_html(table.caption)}</caption>" if table.caption else ""
    body = "".join(rows)
    return f'<div class="table"><table data-table="{table.index}">{caption}<tbody>{body}</tbody></table></div>\n'


def _cell(text: str, cell: Cell | None, tag: str, chars: Chars | None, named: set[Chars]) -> str:
    if cell is None:
        return f"<{tag}>{as_html(text)}</{tag}>"
    start, end = cell.span.chars
    lit = chars is not None and (
        chars in [figure.span.chars for figure in cell.figures] or start <= chars[0] < chars[1] <= end
    )
    anchors = "".join(f"<a{name}></a>" for figure in cell.figures if (name := _named(figure, named)))
    attributes = f' data-chars="{start}-{end}"' + (' class="lit"' if lit else "")
    return f"<td{attributes}>{anchors}{as_html(text)}</td>"
