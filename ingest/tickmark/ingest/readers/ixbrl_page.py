"""What the source prints around a tag: the sign before a number, its row and column, and what is not shown at all."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from itertools import accumulate

from tickmark.ingest.readers.ixbrl_tags import marked

__all__ = ["PrintedTable", "hidden_ranges", "printed_sign"]

_REACH = 2_000
_CELL_EDGE = re.compile(r"</?(?:td|th|tr|table|p|div|li)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_OPENING = re.compile(r"[(（]\s*(?:[A-Z]{0,3}[$€£¥])?\s*$")
_CLOSING = re.compile(r"\s*%?\s*[)）]")
_MONEY = r"(?:[A-Z]{0,3}[$€£¥]\s*)?"
_MINUS_IN_CELL = re.compile(rf"\s*\(?\s*{_MONEY}[-−–‐]\s*{_MONEY}\s*")
_BRACKET_IN_CELL = re.compile(rf"\s*{_MONEY}[(（]\s*{_MONEY}\s*")
_MINUS_IN_TEXT = re.compile(rf"(?:^|[\s(])[-−–‐]{_MONEY}$")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OPENING_TAG = re.compile(r"<([A-Za-z][\w:.-]*)(?>(?:[^<>\"']++|\"[^\"<]*\"|'[^'<]*')*)>")
_VOID = frozenset({"br", "hr", "img", "input", "col", "meta", "link", "wbr"})
_LONGEST_TAG = 20_000
_MOST_TAGS = 1_000_000
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b([^<>]*)>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dhr]\b|<t[dr]\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_COLSPAN = re.compile(r"\bcolspan\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)


def _shown(source: str) -> str:
    return html.unescape(_TAG.sub("", source))


def printed_sign(source: str, chars: tuple[int, int], prose: bool, tagged_negative: bool) -> bool:
    """Whether a number is printed as a negative one: a minus before it, or in brackets.

    In a cell that holds nothing else an opening bracket is enough: the closing one may stand in the next cell. In a
    sentence brackets may be an aside, so they count only round the number alone, and if the tag is negative as well.
    """
    start, stop = chars
    before, after = source[max(0, start - _REACH) : start], source[stop : stop + _REACH]
    edges = list(_CELL_EDGE.finditer(before))
    before = _shown(before[edges[-1].end() :] if edges else before)
    edge = _CELL_EDGE.search(after)
    after = _shown(after[: edge.start()] if edge else after)
    if _MINUS_IN_TEXT.search(before) if prose else _MINUS_IN_CELL.fullmatch(before):
        return True
    opening, closed = _OPENING.search(before), _CLOSING.match(after) is not None
    if opening is None or closed:
        return closed and opening is not None and (tagged_negative or not prose)
    return not prose and _BRACKET_IN_CELL.fullmatch(before) is not None and not _LETTERS.search(after)


class PrintedTable:
    """Rows and cells of one table by the tags in the source; found once, asked for each number that stands in it."""

    def __init__(self, source: str, chars: tuple[int, int]) -> None:
        self._source = source
        self._rows = [row.start() for row in _ROW.finditer(source, *chars)]
        self._cells = [cell.span() for cell in _CELL.finditer(source, *chars)]
        self._starts = [start for start, _ in self._cells]
        spans = (_COLSPAN.search(source, start, stop) for start, stop in self._cells)
        self._columns = [0, *accumulate(max(1, int(span[1])) if span else 1 for span in spans)]
        self._labels: dict[int, tuple[int, str]] = {}

    def place(self, at: int) -> tuple[int, int]:
        """Row and column (0-based, spans expanded) of what stands at ``at``; cells that reach down are unseen."""
        row = bisect_left(self._rows, at) - 1
        if row < 0:
            return 0, 0
        first, last = bisect_left(self._starts, self._rows[row]), bisect_left(self._starts, at)
        return row, self._columns[last - 1] - self._columns[first] if last > first else 0

    def label(self, at: int) -> str:
        """The words of the first cell with letters in the row of what stands at ``at``, before it or around it."""
        row = bisect_left(self._rows, at) - 1
        if row < 0:
            return ""
        if row not in self._labels:
            self._labels[row] = self._label(row)
        cell, words = self._labels[row]
        return words if cell < bisect_left(self._starts, at) else ""

    def _label(self, row: int) -> tuple[int, str]:
        """The first cell of a row that has letters, and its words."""
        first = bisect_left(self._starts, self._rows[row])
        last = bisect_left(self._starts, self._rows[row + 1]) if row + 1 < len(self._rows) else len(self._starts)
        for n in range(first, last):
            inside = self._cells[n][1]
            stop = self._starts[n + 1] if n + 1 < last else _end_of_cell(self._source, inside)
            words = marked(self._source, (inside, stop)).text
            if _LETTERS.search(words):
                return n, words
        return last, ""


def _end_of_cell(source: str, at: int) -> int:
    edge = _CELL_END.search(source, at)
    return edge.start() if edge else len(source)


def hidden_ranges(source: str) -> list[tuple[int, int]]:
    """Stretches of the source whose style hides them; an element that is never closed hides nothing."""
    ranges: list[tuple[int, int]] = []
    left = _MOST_TAGS
    looked_at = -1
    for style in _HIDING.finditer(source):
        start = source.rfind("<", max(0, style.start() - _LONGEST_TAG), style.start())
        if start <= looked_at:
            continue
        looked_at = start
        opening = _OPENING_TAG.match(source, start)
        if opening is None or opening.end() < style.end() or opening[0].endswith("/>") or left <= 0:
            continue
        if opening[1].lower() in _VOID or (ranges and opening.start() < ranges[-1][1]):
            continue
        depth = 1
        same = re.compile(rf"<(/?){re.escape(opening[1])}\b[^<>]*>", re.IGNORECASE)
        for tag in same.finditer(source, opening.end()):
            left -= 1
            depth += -1 if tag[1] else not tag[0].endswith("/>")
            if not depth:
                ranges.append((opening.start(), tag.end()))
            if not depth or left <= 0:
                break
    return ranges
