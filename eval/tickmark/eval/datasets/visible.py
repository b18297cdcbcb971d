"""What a person sees of a document, with its place in the source: text to chunk for systems that take plain text.

Written apart from Tickmark's own readers on purpose: what grades a reader must not share its mistakes. Text and
Markdown are seen as they are; of HTML, the text between the tags, cells separated by tabs and blocks by line ends.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["HtmlTable", "Visible", "see_html", "see_text"]

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article blockquote br caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li
        main nav ol p pre section table tbody tfoot thead title tr ul""",
    )
)
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"table", "tr", "caption"})
# Each mark with those that it takes the place of.
_MARKS = {"\n": " \t", "\t": " ", " ": ""}
# Inline XBRL keeps what is not printed in ix:header.
_HIDDEN = frozenset({"script", "style", "head", "noscript", "template", "ix:header"})
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """Where one ``<table>`` stands in the source, and each of its rows: half-open character ranges."""

    chars: tuple[int, int]
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Visible:
    """Text as seen. ``seen[i]`` and ``source[i]`` are where the i-th stretch starts in each; empty: the same text."""

    text: str
    seen: tuple[int, ...] = ()
    source: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tables: tuple[HtmlTable, ...] = ()

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that a range of the text as seen comes from."""
        if not self.seen:
            return start, end
        first = max(bisect_right(self.seen, start) - 1, 0)
        last = max(bisect_right(self.seen, max(end - 1, start)) - 1, 0)
        begin = min(self.source[first] + max(start - self.seen[first], 0), self.ends[first])
        stop = min(self.source[last] + max(end - self.seen[last], 0), self.ends[last])
        return begin, max(begin, stop)


def see_text(text: str) -> Visible:
    """Plain text and Markdown: what is written is what is seen."""
    return Visible(text)


def see_html(source: str) -> Visible:
    """The visible text of an HTML document, and its tables in the order of their opening tags, nested ones too."""
    parser = _Seer(source)
    parser.feed(source)
    parser.close()
    parser.finish()
    tables = tuple(HtmlTable((t.start, t.end), tuple((a, b) for a, b in t.rows)) for t in parser.tables)
    return Visible("".join(parser.pieces), tuple(parser.seen), tuple(parser.source), tuple(parser.ends), tables)


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    rows: list[list[int]] = field(default_factory=list)


class _Seer(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._hidden: list[str] = []
        self._stack: list[_Open] = []
        self.tables: list[_Open] = []
        self.pieces: list[str] = []
        self.seen: list[int] = []
        self.source: list[int] = []
        self.ends: list[int] = []
        self._length = 0

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _put(self, text: str, start: int, end: int) -> None:
        self.pieces.append(text)
        self.seen.append(self._length)
        self.source.append(start)
        self.ends.append(end)
        self._length += len(text)

    def _break(self, mark: str) -> None:
        """A line end or a tab, unless there is one already; it takes no room in the source."""
        last = self.pieces[-1] if self.pieces else "\n"
        if last in _MARKS[mark]:
            self.pieces[-1] = mark
        elif last not in _MARKS:
            self._put(mark, self._here(), self._here())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = self._here()
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag == "table":
            self._stack.append(_Open(here, len(self._text)))
            self.tables.append(self._stack[-1])
        elif tag == "tr" and self._stack:
            self._end_row(here)
            self._stack[-1].rows.append([here, -1])
        self._block(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._block(tag)

    def _block(self, tag: str) -> None:
        """A block starts or ends: a line of its own, but a blank inside a cell, so that a row stays one line."""
        if tag in _BLOCKS:
            self._break(" " if self._stack and tag not in _ROWS else "\n")

    def _end_row(self, end: int) -> None:
        rows = self._stack[-1].rows if self._stack else []
        if rows and rows[-1][1] < 0:
            rows[-1][1] = end

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag == "tr":
            self._end_row(self._here())
        elif tag == "table" and self._stack:
            self._end_row(self._here())
            self._stack.pop().end = self._here()
        if tag in _CELLS:
            self._break("\t")
        else:
            self._block(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        here, at = self._here(), 0
        # Runs of blanks are one blank, as in a browser; each stretch between them keeps its exact place.
        for match in [*_BLANKS.finditer(data), None]:
            stop = match.start() if match else len(data)
            if stop > at:
                self._put(data[at:stop], here + at, here + stop)
            if match:
                if self.pieces and self.pieces[-1] not in _MARKS:
                    self._put(" ", here + match.start(), here + match.end())
                at = match.end()

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};", 1 + len(name))

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};", 2 + len(name))

    def _reference(self, written: str, length: int) -> None:
        if self._hidden:
            return
        here = self._here()
        end = here + length
        end += self._text[end : end + 1] == ";"
        text = _BLANKS.sub(" ", html.unescape(written))
        if text != " " or (self.pieces and self.pieces[-1] not in _MARKS):
            self._put(text, here, end)

    def finish(self) -> None:
        """Rows left open end where their table does."""
        for table in self.tables:
            for row in table.rows:
                if row[1] < 0:
                    row[1] = table.end
