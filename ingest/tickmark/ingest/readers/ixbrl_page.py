"""What the source prints around a tag: the sign before a number, its row and column, and what is not shown at all."""

from __future__ import annotations

import html
import re

from tickmark.ingest.readers.ixbrl_tags import marked

__all__ = ["hidden_ranges", "place_in_table", "printed_sign", "row_label"]

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
_OPENING_TAG = re.compile(r"<([A-Za-z][\w:.-]*)(?:[^<>\"']++|\"[^\"<]*\"|'[^'<]*')*+>")
_VOID = frozenset({"br", "hr", "img", "input", "col", "meta", "link", "wbr"})
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


def place_in_table(source: str, table: tuple[int, int], at: int) -> tuple[int, int]:
    """Row and column (0-based, column spans expanded) of what stands at ``at``; cells that reach down are not seen."""
    rows = [row.start() for row in _ROW.finditer(source, table[0], at)]
    if not rows:
        return 0, 0
    column = 0
    cells = list(_CELL.finditer(source, rows[-1], at))
    for cell in cells[:-1]:
        spans = _COLSPAN.search(cell[1])
        column += max(1, int(spans[1])) if spans else 1
    return len(rows) - 1, column


def row_label(source: str, table: tuple[int, int], at: int) -> str:
    """The words of the first cell with letters in the row of what stands at ``at``, before it or around it."""
    rows = [row.start() for row in _ROW.finditer(source, table[0], at)]
    cells = list(_CELL.finditer(source, rows[-1], at)) if rows else []
    for n, cell in enumerate(cells):
        stop = cells[n + 1].start() if n + 1 < len(cells) else _end_of_cell(source, at)
        words = marked(source, (cell.end(), stop)).text
        if _LETTERS.search(words):
            return words
    return ""


def _end_of_cell(source: str, at: int) -> int:
    edge = _CELL_END.search(source, at)
    return edge.start() if edge else len(source)


def hidden_ranges(source: str) -> list[tuple[int, int]]:
    """Stretches of the source whose style hides them; an element that is never closed hides nothing."""
    ranges: list[tuple[int, int]] = []
    left = _MOST_TAGS
    for style in _HIDING.finditer(source):
        opening = _OPENING_TAG.match(source, source.rfind("<", 0, style.start()))
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
