"""Reading order: a page is cut into columns of text, and these are read one after the other.

A gutter is a strip that no word crosses over several rows, with text on both sides that fills its side. The numbers
of a table leave strips free as well; what tells them apart is that one side of such a strip is no prose. A table may
stand beside prose, though: it has labels of its own then, and the prose runs on from line to line as labels do not.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from tickmark.ingest.readers.pdf.page import Row, Word
from tickmark.ingest.readers.pdf.words import rows_of

__all__ = ["columns_of"]

_FEWEST_ROWS = 4
_GUTTER = 7.0  # points
_STEP = 3.0
_NARROWEST = 40.0
_PIECES = 1.5  # of the letters' height: a blank between two cells
_WIDEST = 14_400.0  # points: the widest page that PDF allows; a word may be set anywhere
_MOST_TRIED = 60
_SAME = 0.7
_LETTERS = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[^\w]*\d[\d,.]*[^\w]*")
_FEWEST_LABELLED = 3
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Gutter:
    """Rows ``[first, last)`` leave the strip around ``x`` free."""

    x: float
    first: int
    last: int


def columns_of(words: list[Word], depth: int = 0) -> list[list[Row]]:
    """The rows of each stretch of text, in reading order: what stands over columns, then each column, then the rest."""
    rows = rows_of(words)
    if len(rows) < _FEWEST_ROWS or depth > _DEEPEST:
        return [rows] if rows else []
    gutter = _best(rows)
    if gutter is None:
        return [rows]
    inside = [w for row in rows[gutter.first : gutter.last] for w in row.words]
    parts = [
        [w for row in rows[: gutter.first] for w in row.words],
        [w for w in inside if w.x0 < gutter.x],
        [w for w in inside if w.x0 >= gutter.x],
        [w for row in rows[gutter.last :] for w in row.words],
    ]
    return [column for part in parts if part for column in columns_of(part, depth + 1)]


def _best(rows: list[Row]) -> _Gutter | None:
    """The gutter that the most rows leave free."""
    left = min(r.x0 for r in rows) + _NARROWEST
    steps = int(min(_WIDEST, max(r.x1 for r in rows) - _NARROWEST - left) / _STEP) + 1
    if steps < 1:
        return None
    crossed = [0] * steps  # by step across the page: the rows that have a word there, one bit a row
    for at, row in enumerate(rows):
        for word in row.words:
            first, last = math.ceil((word.x0 - 1 - left) / _STEP), math.floor((word.x1 + 1 - left) / _STEP)
            for step in range(max(0, first), min(steps - 1, last) + 1):
                crossed[step] |= 1 << at
    strips: list[tuple[int, int, int, int]] = []  # (first row, past the last, first step, last step)
    open_strips: dict[tuple[int, int], int] = {}
    for step, mask in enumerate([*crossed, -1]):
        runs = _free(mask, len(rows)) if mask >= 0 else []
        closed = [r for r in open_strips if r not in runs]
        strips += [(*run, open_strips.pop(run), step - 1) for run in closed]
        for run in runs:
            open_strips.setdefault(run, step)
    tried = 0
    for first, last, begin, end in sorted(strips, key=lambda s: (s[0] - s[1], s[2] - s[3])):
        found = _trimmed(rows, left + (begin + end) / 2 * _STEP, first, last)
        if found is None:
            continue
        tried += 1
        if _columnar(rows[found.first : found.last], found.x):
            return found
        if _beside_table(rows[first:last], found.x):
            return _Gutter(found.x, first, last)  # the prose may begin above the table and end below it
        if tried > _MOST_TRIED:
            break
    return None


def _free(mask: int, count: int) -> list[tuple[int, int]]:
    """Runs of rows whose bit is not set."""
    runs: list[tuple[int, int]] = []
    start = 0
    for at in range(count + 1):
        if at == count or mask >> at & 1:
            if at - start >= _FEWEST_ROWS:
                runs.append((start, at))
            start = at + 1
    return runs


def _trimmed(rows: list[Row], x: float, first: int, last: int) -> _Gutter | None:
    """The run without rows at its ends that have only one side, where the strip is wide enough."""
    left = [i for i in range(first, last) if rows[i].x0 < x]
    right = [i for i in range(first, last) if rows[i].x1 > x]
    if not left or not right:
        return None
    first = max(left[0], right[0])
    last = min(left[-1], right[-1]) + 1 if len(left) == len(right) else last
    if last - first < _FEWEST_ROWS:
        return None
    ends = [w.x1 for i in range(first, last) for w in rows[i].words if w.x1 < x]
    starts = [w.x0 for i in range(first, last) for w in rows[i].words if w.x0 > x]
    if not ends or not starts:
        return None
    width = min(starts) - max(ends)
    return _Gutter((min(starts) + max(ends)) / 2, first, last) if width >= _GUTTER else None


def _sides(rows: list[Row], x: float) -> tuple[list[list[Word]], list[list[Word]]]:
    """The words of each row on either side of ``x``."""
    return [[w for w in row.words if w.x0 < x] for row in rows], [[w for w in row.words if w.x0 >= x] for row in rows]


def _beside_table(rows: list[Row], x: float) -> bool:
    """Whether one side of ``x`` is running text, and the other a table with labels of its own."""
    left, right = ([words for words in side if words] for side in _sides(rows, x))
    return any(_runs_on(text) and _is_table(table) for text, table in ((left, right), (right, left)))


def _runs_on(side: list[list[Word]]) -> bool:
    """Whether lines are filled, and most go on with the sentence of the line before: they begin small."""
    return _fills(side) and 2 * sum(line[0].text[:1].islower() for line in side[1:]) > len(side)


def _is_table(side: list[list[Word]]) -> bool:
    """Whether most rows are a label with letters and, set apart from it, a number."""
    labelled = sum(
        _LETTERS.search(row[0].text) is not None
        and any(_NUMBER.fullmatch(b.text) and b.x0 - a.x1 > _PIECES * b.size for a, b in pairwise(row))
        for row in side
    )
    return labelled >= _FEWEST_LABELLED and 2 * labelled > len(side)


def _columnar(rows: list[Row], x: float) -> bool:
    """Whether both sides of ``x`` are columns of text."""
    left, right = _sides(rows, x)
    filled = [_fills([s for s in side if s]) for side in (left, right)]
    if all(filled):
        return True
    # set on base lines of their own, the sides are not rows of one table, whatever they hold
    both = sum(bool(a and b) and abs(a[0].base - b[0].base) < _SAME for a, b in zip(left, right, strict=True))
    dense = all(sum(map(bool, side)) > 0.4 * len(rows) for side in (left, right))
    if not (any(filled) and dense and both < 0.3 * len(rows)) or _in_pieces(left) or _in_pieces(right):
        return False
    return _is_worded(left) and _is_worded(right)


def _in_pieces(side: list[list[Word]]) -> bool:
    """Whether most rows of a side are bits set apart, as the header of a table is."""
    rows = [s for s in side if s]
    apart = [s for s in rows if max((b.x0 - a.x1 for a, b in pairwise(s)), default=0.0) > _PIECES * s[0].size]
    return 2 * len(apart) >= len(rows)


def _is_worded(side: list[list[Word]]) -> bool:
    words = [w for s in side for w in s]
    return sum(_LETTERS.search(w.text) is not None for w in words) > 0.6 * len(words)


def _fills(side: list[list[Word]]) -> bool:
    """Whether most rows of a side are words that reach from near its left to near its right edge."""
    if len(side) < _FEWEST_ROWS:
        return False
    x0, x1 = min(s[0].x0 for s in side), max(s[-1].x1 for s in side)
    wide = x1 - x0
    worded = [s for s in side if sum(_LETTERS.search(w.text) is not None for w in s) >= max(2, 0.6 * len(s))]
    full = [s for s in side if s[-1].x1 - s[0].x0 > 0.7 * wide]
    loose = [s for s in worded if max((b.x0 - a.x1 for a, b in pairwise(s)), default=0) > 2.2 * s[0].size]
    return (
        wide > 90 and len(worded) >= 0.6 * len(side) and len(full) >= 0.5 * len(side) and len(loose) < 0.4 * len(side)
    )
