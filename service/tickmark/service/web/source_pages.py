"""The pages of a paged document on its source page: each as a picture with the cited place lit, over its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Filing, Heading, Span, Table
from tickmark.service.web.source_table import Chars, table_html

__all__ = ["paged_body", "place_of"]

Group = tuple[tuple[int, int], list[Table]]


def place_of(filing: Filing, chars: Chars) -> Span | None:
    """The narrowest thing that was read and holds the characters: a figure, a cell, a row, a block."""
    best: Span | None = None
    for span in _spans(filing):
        if span.chars[0] <= chars[0] and chars[1] <= span.chars[1] and span.box is not None:
            narrower = best is None or span.chars[1] - span.chars[0] < best.chars[1] - best.chars[0]
            best = span if narrower else best
    return best


def _spans(filing: Filing) -> Iterator[Span]:
    for block in filing.blocks:
        yield block.span
        if isinstance(block, Heading):
            continue
        if isinstance(block, Table):
            for row in block.rows:
                yield row.span
                yield from (cell.span for cell in row.cells)
        yield from (figure.span for figure in block.figures)


def paged_body(
    filing: Filing, chars: Chars | None, lines_html: Callable[[int, int], str], groups: Sequence[Group]
) -> Iterator[str]:
    """The pages in order.

    Args:
        filing: what is shown.
        chars: what is lit.
        lines_html: the source lines from one to another, both included.
        groups: the tables by the lines they cover, in order.
    """
    lines = Lines(filing.text)
    begins = [(lines.line_of(min(at, max(0, len(filing.text) - 1))), page) for page, at in enumerate(filing.pages, 1)]
    place = place_of(filing, chars) if chars is not None else None
    lit = place.page if place else None
    at = 1
    for (first, last), tables in [*groups, ((len(lines) + 1, len(lines)), [])]:
        while begins and begins[0][0] <= first:
            start, page = begins.pop(0)
            yield lines_html(at, start - 1)
            at = max(at, start)
            yield _page(filing, page, chars if page == lit else None)
        yield lines_html(at, first - 1)
        at = max(at, first)
        if not tables:
            continue
        yield from (table_html(table, chars) for table in tables)
        printed = lines_html(first, last)
        opened = " open" if "<mark" in printed else ""
        yield f"<details{opened}><summary>As read, lines {first} to {last}</summary>\n{printed}</details>\n"
        at = last + 1


def _page(filing: Filing, page: int, chars: Chars | None) -> str:
    """A page's heading and its picture, which is fetched when it is looked at."""
    address = f"/documents/{filing.id}/pages/{page}.png"
    lit = f"?chars={chars[0]}-{chars[1]}" if chars else ""
    return (
        f'<h2 class="page" id="page-{page}">Page {page}</h2>\n'
        f'<details class="page"{" open" if chars else ""}><summary>Page {page} as printed</summary>'
        f'<img src="{address}{lit}" data-page="{address}" alt="Page {page} as printed" loading="lazy"></details>\n'
    )
