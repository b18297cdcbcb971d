"""Which rows of a column of text are tables: rows of a label and numbers, lines between them, and the header above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tickmark.ingest.readers.pdf.lines import YEAR, Line, apart, line_of, not_label
from tickmark.ingest.readers.pdf.page import Row
from tickmark.ingest.readers.pdf.segments import Segment

__all__ = ["Region", "regions_of"]

_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\bended\b|\bas (?:at|of)\b|^(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"^(?:[A-Z]{0,3}[$£€¥](?:['’]?000s?|m|k|bn)?|RMB.{0,12}|%|No\.?|['’]000|人民[币幣].{0,4}|[万萬千]?元)$"
)
_DAY = re.compile(r"^(?:\d{1,2},|\d{1,2})$")
_SENTENCE = re.compile(r"[.:;]$")
_CLOSED = re.compile(r"(?:[a-z]{5}|\b(?:19|20)\d\d)[.]$")  # what is shorter may be an abbreviation
_MOST_BETWEEN = 8
_SENTENCE_WORDS = 10
_COLUMN_BLANK = 1.5  # of the letters' height
_MOST_HEADER = 12
_FAR = 3.2  # of the letters' height: rows further apart belong to different tables
_HEADED_FAR = 2.6
_WORDS_OFF = 30.0  # points: a column of words begins this far from the labels


@dataclass(eq=False)
class Region:
    """A table: its header lines and its body lines, which may hold lines without values."""

    header: list[Line]
    body: list[Line]
    first: int
    last: int


def regions_of(rows: list[Row], width: tuple[float, float]) -> tuple[list[Line], list[Region]]:
    """The lines of a column of text and the tables among them; ``width`` is the column's left and right edge."""
    lines = [line_of(row) for row in rows]
    regions: list[Region] = []
    at = 0
    floor = 0
    while at < len(lines):
        if not lines[at].values or (lines[at].single and not _beside(lines, at)):
            at += 1
            continue
        last = _grow(lines, at)
        top, body = _header(lines, at, last, floor, width)
        last = _tail(lines, last)
        region = Region(lines[top:body], lines[body : last + 1], top, last)
        if _is_table(region):
            regions.append(region)
            floor = at = last + 1
        else:
            at += 1
    return lines, regions


def _beside(lines: list[Line], at: int) -> bool:
    """Whether a number that stands alone has a line of values near it."""
    return any(
        len(other.values) > 0
        and not other.single
        and any(v.over(lines[at].values[0].x0, lines[at].values[0].x1) for v in other.values)
        for other in lines[at + 1 : at + 3]
    )


def _grow(lines: list[Line], start: int) -> int:
    """The last line of the body that begins at ``start``."""
    columns: list[tuple[float, float]] = [(v.x0, v.x1) for v in lines[start].values]
    last = start
    at = start + 1
    while at < len(lines) and at - last <= _MOST_BETWEEN:
        if apart(lines[at - 1], lines[at]) > _FAR:
            break
        line = lines[at]
        if line.values:
            if not _goes_on(lines, last, at, columns):
                break
            columns += [(v.x0, v.x1) for v in line.values]
            columns = _merged(columns)
            last = at
        elif _is_prose(lines, at, columns) or _heads(lines, at, columns):
            break
        at += 1
    return last


def _merged(columns: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted(columns):
        if merged and x0 < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged


def _is_prose(lines: list[Line], at: int, columns: list[tuple[float, float]]) -> bool:
    """Whether a line without values is a sentence across the table: another such line beside it, or a full stop."""
    if not _crosses(lines[at], columns):
        return False
    beside = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    if any(
        _crosses(x, columns) and not x.values and apart(*sorted((x, lines[at]), key=lambda y: y.row.base)) < 1
        for x in beside
    ):
        return True
    return len(lines[at].row.words) > 7 and _SENTENCE.search(lines[at].row.text) is not None


def _heads(lines: list[Line], at: int, columns: list[tuple[float, float]]) -> bool:
    """Whether a line without values heads columns: a table of its own begins there."""
    line = lines[at]
    if len(line.segments) > 1 and all(_SIGN.match(s.text) for s in line.segments):
        return True
    edge = min(x0 for x0, _ in columns) - 30
    over = [s for s in line.segments if s.x0 > edge]
    if not over or (len(over) < len(line.segments) and not not_label(line.segments[:1])):
        return False
    dated = sum(YEAR.match(s.text) is not None or _PERIOD.search(s.text) is not None for s in over)
    return len(over) > 1 or dated == len(over)


def _crosses(line: Line, columns: list[tuple[float, float]]) -> bool:
    """Whether a run of words reaches from the labels over a column of values."""
    first = min(x0 for x0, _ in columns)
    return any(
        s.x0 < first - 12 and s.x1 > min(x1 for x0, x1 in columns if x0 == first) and not s.numeric
        for s in line.segments
    )


def _goes_on(lines: list[Line], last: int, at: int, columns: list[tuple[float, float]]) -> bool:
    """Whether a line of values belongs to the table above: its values stand in the same columns, or right below it."""
    line = lines[at]
    shared = sum(any(v.over(*c) > 0.2 for c in columns) for v in line.values)
    if at == last + 1:
        return shared > 0 or apart(lines[last], line) < 1.2
    if not shared:
        return False
    headed = any(len(x.segments) > 1 or YEAR.match(x.segments[0].text) for x in lines[last + 1 : at])
    return not headed or 2 * shared >= len(line.values)


def _header(lines: list[Line], start: int, last: int, floor: int, width: tuple[float, float]) -> tuple[int, int]:
    """First and past the last of the lines that head the columns; between them lines over the labels alone go along."""
    body = [x for x in lines[start : last + 1] if x.values]
    left = min(v.x0 for x in body for v in x.values)
    right = max(v.x1 for x in body for v in x.values)
    edge = min(x.row.x0 for x in lines[start : last + 1])
    size = sorted(x.row.size for x in body)[len(body) // 2]
    labels = max((x.label.x1 for x in body if x.label and x.label.x1 < left), default=edge)
    found: list[int] = []
    at = start - 1
    while at >= max(floor, start - _MOST_HEADER):
        line = lines[at]
        if line.values or apart(line, lines[at + 1]) > (_HEADED_FAR if found or at < start - 1 else _FAR):
            break
        over = [
            s
            for s in line.segments
            if s.x1 > left - 4
            and s.middle > (labels + left) / 2 - 0.35 * (s.x1 - s.x0)
            and (s.x0 > edge + 0.3 * (left - edge) or left - edge < 30)
        ]
        if len(over) < 2 and any(w.size > 1.15 * size for w in line.row.words):
            break  # a title in larger letters
        if _is_sentence(line) and not _heads_rows(line, lines[at + 1], left):
            break
        beside = [s for s in line.segments if s not in over]
        if any(s.x1 > left + 0.3 * (right - left) for s in beside):
            break  # a sentence that reaches over the columns
        if over and _is_title(over, beside, (left, right), width):
            break
        if over:
            found.append(at)
        elif found and not _unit_like(line.row.text) and not _stacked(line, lines[at + 1], edge):
            break
        at -= 1
    return (min(found), max(found) + 1) if found else (start, start)


def _heads_rows(line: Line, below: Line, left: float) -> bool:
    """Whether a long line over the labels alone is the group of the rows below it, or a label that goes on there."""
    if not line.single or line.row.x1 > left - 2:
        return False
    label = below.label
    goes_on = label is None or re.match(r"[a-z(⁰¹²³⁴-⁹]", label.text) is not None
    return line.row.text.endswith(":") or (goes_on and bool(below.values))


def _stacked(line: Line, below: Line, edge: float) -> bool:
    """Whether a header line holds only the upper word of a column of words: "Fair" over "Value" over "Level"."""
    return all(
        s.x0 > edge + _WORDS_OFF and any(s.over(under.x0, under.x1) > 0.6 for under in below.segments)
        for s in line.segments
    )


def _is_sentence(line: Line) -> bool:
    """Whether a line is of running text: many words, and nowhere between them the distance of two columns."""
    words = line.row.words
    if line.single and len(words) > 2 and _CLOSED.search(line.row.text):
        return True
    if len(words) < _SENTENCE_WORDS or 2 * len({w.text for w in words}) <= len(words):
        return False  # "Jun 30, Jun 30, Jun 30, Jun 30," says the same over every column
    return all(after.x0 - before.x1 < _COLUMN_BLANK * line.row.size for before, after in pairwise(words))


def _unit_like(text: str) -> bool:
    return (
        re.match(
            r"^\(?(?:in |dollars|\$|£|€|RMB|HK|US|unaudited|amounts|expressed|millions|thousands)", text, re.IGNORECASE
        )
        is not None
    )


def _is_title(
    over: list[Segment], beside: list[Segment], columns: tuple[float, float], width: tuple[float, float]
) -> bool:
    """Whether a line is centred on the whole column of text (a title), not on the columns of values."""
    if len(over) > 1 or beside:
        return False
    middle = over[0].middle
    return abs(middle - (width[0] + width[1]) / 2) < 4 < abs(middle - (columns[0] + columns[1]) / 2)


def _tail(lines: list[Line], last: int) -> int:
    """The last line, with what its label goes on with on the lines below."""
    at = last + 1
    while at < len(lines) and at - last <= 3:
        line, above = lines[at], lines[at - 1]
        if line.values or not line.single or apart(above, line) > 0.6 or not re.match(r"^[a-z(]", line.row.text):
            break
        label = lines[last].label
        if label is None or line.row.x0 < label.x0 - 1 or line.row.x1 > lines[last].values[0].x0:
            break
        at += 1
    return at - 1


def _is_table(region: Region) -> bool:
    valued = [x for x in region.body if x.values]
    most = max((len(x.values) for x in valued), default=0)
    if len(valued) == 1:
        return bool(region.header) and (most > 1 or valued[0].label is not None)
    return len(valued) > 1
