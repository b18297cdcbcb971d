"""A filing as a web page, opened at the very characters that a citation points at.

The page shows the source line by line. The text of all the ``<code>`` elements, one after the other, is the source
text to the character (line ends included), and the text of the ``<mark>`` elements is the quote of the citation, so
that what a person sees lit is what was read, whatever the filing holds. A table that was rebuilt stands above its
source lines, with the cited cell lit. An HTML filing is shown as it was read instead (:mod:`.source_blocks`).

A place can be asked for twice over: ``?chars=start-end`` is lit here, in the HTML, and ``#cstart-end`` by the page's
script, which needs ``data-at`` (the offset of a line's first character). Without the script the fragment still scrolls
to the figure and lights its line or cell: every figure has an anchor of that name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tickmark.ingest.errors import InputError
from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Filing, Heading, Table
from tickmark.service.web.source_blocks import blocks_html
from tickmark.service.web.source_pages import paged_body
from tickmark.service.web.source_table import Chars, anchor_of, as_html, can_show, table_html

__all__ = ["chars_of", "source_page"]

_CHARS = re.compile(r"([0-9]{1,10})-([0-9]{1,10})")


def chars_of(asked: str, filing: Filing) -> Chars:
    """The character range written ``start-end``.

    Raises:
        InputError: it is not written so, or lies outside the filing.
    """
    found = _CHARS.fullmatch(asked)
    if found is None:
        raise InputError(f"{asked!r} is not a range of characters", where="chars", hint="Write it as start-end.")
    start, end = int(found[1]), int(found[2])
    if not start <= end <= len(filing.text):
        raise InputError(
            f"{start}-{end} lies outside the document", where="chars", hint=f"It has {len(filing.text)} characters."
        )
    return start, end


def source_page(filing: Filing, chars: Chars | None = None) -> str:
    """The page, with ``chars`` lit."""
    return (
        _templates()
        .get_template("source.html")
        .render(filing=filing, chars=chars, body=Markup("".join(_shown(filing, chars))))  # noqa: S704 - escaped below
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("tickmark.service", "web/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Source:
    """The lines of a filing as HTML."""

    def __init__(self, filing: Filing, chars: Chars | None, elsewhere: frozenset[Chars]) -> None:
        self._text = filing.text
        self._lines = Lines(filing.text)
        self._chars = chars
        figures = {f.span.chars for block in filing.blocks if not isinstance(block, Heading) for f in block.figures}
        # An id may be there only once: figures that a rebuilt table shows have theirs in that table.
        self._anchors = sorted(figures - elsewhere)

    def __len__(self) -> int:
        return len(self._lines)

    def html(self, first: int, last: int) -> str:
        """These lines, both included."""
        return "".join(self._line(number) for number in range(first, last + 1))

    def _line(self, number: int) -> str:
        """One numbered line: its text with its line end, anchors where figures begin, the cited part in a mark."""
        start = self._lines.bounds(number)[0]
        end = self._lines.bounds(number + 1)[0] if number < len(self) else len(self._text)
        marks = self._marks(start, end, last_line=number == len(self))
        begin = bisect_left(self._anchors, (start, 0))
        anchors = self._anchors[begin : bisect_left(self._anchors, (end, 0), begin)]
        tags = [(at, f'<a id="{anchor_of((at, stop))}"></a>') for at, stop in anchors]
        # Sorting keeps the order of what stands at one place: the mark opens before an anchor, and closes before it.
        tags = sorted([*marks, *tags], key=lambda tag: tag[0])
        out = [f'<div class="line" id="L{number}"><a class="no" href="#L{number}">{number}</a><code data-at="{start}">']
        at = start
        for place, tag in tags:
            out += (as_html(self._text[at:place]), tag)
            at = place
        out += (as_html(self._text[at:end]), "</code></div>\n")
        return "".join(out)

    def _marks(self, start: int, end: int, *, last_line: bool) -> list[tuple[int, str]]:
        """Where the mark opens and closes within the line that is ``[start, end)``."""
        if self._chars is None:
            return []
        first, last = max(start, self._chars[0]), min(end, self._chars[1])
        if first < last:
            return [(first, "<mark>"), (last, "</mark>")]
        # Nothing between: a place. It is on the line that begins there, not on the one that ends there.
        here = first == self._chars[0] == self._chars[1] and (first < end or last_line)
        return [(first, "<mark></mark>")] if here else []


def _shown(filing: Filing, chars: Chars | None) -> Iterator[str]:
    return _paged(filing, chars) if filing.pages else _body(filing, chars)


def _paged(filing: Filing, chars: Chars | None) -> Iterator[str]:
    """Page by page: the page itself as a picture, and its lines."""
    shown = [table for table in filing.tables if can_show(table)]
    source = _Source(filing, chars, frozenset(f.span.chars for table in shown for f in table.figures))
    return paged_body(filing, chars, source.html, _groups(shown))


def _body(filing: Filing, chars: Chars | None) -> Iterator[str]:
    """The lines, and above those of each table the table; of markup, what was read in it."""
    if filing.media_type == "text/html":
        yield from blocks_html(filing, chars)
        return
    shown = [table for table in filing.tables if can_show(table)]
    source = _Source(filing, chars, frozenset(f.span.chars for table in shown for f in table.figures))
    at = 1
    for (first, last), tables in _groups(shown):
        yield source.html(at, first - 1)
        yield from (table_html(table, chars) for table in tables)
        printed = source.html(first, last)
        opened = " open" if "<mark" in printed else ""
        numbers = f"line {first}" if first == last else f"lines {first} to {last}"
        yield f"<details{opened}><summary>As printed, {numbers}</summary>\n{printed}</details>\n"
        at = last + 1
    yield source.html(at, len(source))


def _groups(tables: Sequence[Table]) -> list[tuple[tuple[int, int], list[Table]]]:
    """The tables by the lines they cover; those that share a line (nested, or all of it on one line) go together."""
    groups: list[tuple[tuple[int, int], list[Table]]] = []
    for table in sorted(tables, key=lambda each: each.span.lines):
        first, last = table.span.lines
        if groups and first <= groups[-1][0][1]:
            (start, end), together = groups.pop()
            groups.append(((start, max(end, last)), [*together, table]))
        else:
            groups.append(((first, last), [table]))
    return groups
