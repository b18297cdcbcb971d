"""The header of a table by geometry: which columns each of its cells stands over, and cells set over several lines."""

from __future__ import annotations

import math
import re

from tickmark.ingest.readers.pdf.cells import Cell, Column, TableRow
from tickmark.ingest.readers.pdf.lines import Line
from tickmark.ingest.readers.pdf.page import Rule, Word
from tickmark.ingest.readers.pdf.segments import Segment

__all__ = ["header_rows"]

_WIDE_BLANK = 0.38  # of the letters' height: wider than a blank between two words
_GOES_ON = re.compile(r"(?:[Ee]nd(?:ed|ing)|ENDED|ENDING)\b|[a-z]")
_SAME_CENTRE = 0.6  # of the letters' height
_FEWEST_SHARES = 2
_SMALLEST_SHARE = 3
_UNCOVERED = 1.0  # points
_OFF = 1.3  # of the letters' height: a cell stands no further off the centre of the columns it is over


def header_rows(lines: list[Line], columns: list[Column], rules: list[Rule]) -> list[TableRow]:
    """The header rows of a table, from the top.

    They are told from the lowest up: once the cells over single columns are known, their centres say better than the
    numbers below (which are set flush right) what a cell over several columns is centred on.
    """
    middles = [c.middle for c in columns]
    known: set[int] = set()
    rows: list[TableRow] = []
    below: list[tuple[Segment, tuple[int, int]]] = []
    for line in reversed(lines):
        over = _over_columns(line, columns)
        runs = (_even_shares(over, middles) if len(known) == len(columns) else None) or _runs(
            over, columns, middles, rules
        )
        runs = [_with_rest(segment, run, below) for segment, run in zip(over, runs, strict=True)]
        below = list(zip(over, runs, strict=True))
        rows.insert(0, _row(line, over, runs))
        for segment, (a, b) in zip(over, runs, strict=True):
            if a == b and a not in known:
                middles[a] = segment.middle
                known.add(a)
    return _stacked(rows, rules)


def _over_columns(line: Line, columns: list[Column]) -> list[Segment]:
    """The segments of a header line that stand over values; the others stand over the labels."""
    first = columns[0].x0 if columns else 0.0
    return [
        part
        for s in line.segments
        for part in _parts(s, columns)
        if columns and not (s.x1 < first or (s.middle < first - 6 and s.x0 < first - 30 and not _reaches(s, columns)))
    ]


def _parts(segment: Segment, columns: list[Column]) -> list[Segment]:
    """A header cell, or the two that stand so close over neighbouring columns that they came as one."""
    size = segment.words[0].size
    for at in range(1, len(segment.words)):
        if segment.words[at].x0 - segment.words[at - 1].x1 < _WIDE_BLANK * size:
            continue
        left, right = Segment(segment.words[:at]), Segment(segment.words[at:])
        under = [{i for i, c in enumerate(columns) if part.over(c.x0, c.x1) > 0.3} for part in (left, right)]
        if all(under) and not under[0] & under[1]:
            return [left, *_parts(right, columns)]
    return [segment]


def _reaches(segment: Segment, columns: list[Column]) -> bool:
    return any(segment.x0 <= c.middle <= segment.x1 for c in columns)


def _row(line: Line, over: list[Segment], runs: list[tuple[int, int]]) -> TableRow:
    row = TableRow(header=True, base=line.row.base, size=line.row.size)
    taken = {id(word) for segment in over for word in segment.words}
    for segment in line.segments:
        if not any(id(word) in taken for word in segment.words):
            row.put(0, 1, segment.words)
    done = -1
    for segment, (a, b) in zip(over, runs, strict=True):
        start = max(a, done + 1)
        if start > b:
            row.put(done + 1, 1, segment.words)  # two over one column: one text
            continue
        row.put(start + 1, b - start + 1, segment.words)
        done = b
    return row


def _runs(over: list[Segment], columns: list[Column], middles: list[float], rules: list[Rule]) -> list[tuple[int, int]]:
    """First and last of the columns that each header cell of a line stands over, together off centre the least.

    Every column that no cell stands over costs a little, so that of two runs with the same centre the wider one wins.
    """
    count = len(columns)
    best: list[tuple[float, list[tuple[int, int]]]] = [(_UNCOVERED * i, []) for i in range(count + 1)]
    for segment in over:
        choices = _choices(segment, over, columns, middles, rules)
        following: list[tuple[float, list[tuple[int, int]]]] = [(math.inf, [])] * (count + 1)
        for past in range(1, count + 1):
            skipped = following[past - 1]
            candidates = [(skipped[0] + _UNCOVERED, skipped[1])]
            for a, b, cost in choices:
                if b == past - 1:
                    before = best[a]
                    candidates.append((before[0] + cost, [*before[1], (a, b)]))
            following[past] = min(candidates, key=lambda c: c[0])
        best = following
    if best[-1][0] < math.inf:
        return best[-1][1]
    return [_nearest(s, middles) for s in over]  # more cells than columns


def _with_rest(segment: Segment, run: tuple[int, int], below: list[tuple[Segment, tuple[int, int]]]) -> tuple[int, int]:
    """The columns of the cell below that goes on with this one: "Three months" over "ended June 30,"."""
    size = segment.words[0].size
    for lower, under in below:
        goes_on = _GOES_ON.match(" ".join(w.text for w in lower.words)) is not None
        if (
            goes_on
            and abs(lower.middle - segment.middle) < _SAME_CENTRE * size
            and run[0] <= under[0] <= under[1] <= run[1]
        ):
            return under
    return run


def _even_shares(over: list[Segment], middles: list[float]) -> list[tuple[int, int]] | None:
    """Cells that stand over the middle column of three, five or seven each: over all of them, in equal shares.

    "June 30, 2023" and "December 31, 2022" over "Gross", "Amortization" and "Net" twice.
    """
    share, rest = divmod(len(middles), max(len(over), 1))
    if len(over) < _FEWEST_SHARES or rest or share < _SMALLEST_SHARE or share % 2 == 0:
        return None
    if any(_nearest(segment, middles)[0] != n * share + share // 2 for n, segment in enumerate(over)):
        return None
    return [(n * share, n * share + share - 1) for n in range(len(over))]


def _nearest(segment: Segment, middles: list[float]) -> tuple[int, int]:
    near = min(range(len(middles)), key=lambda i: abs(middles[i] - segment.middle))
    return near, near


def _choices(
    segment: Segment, over: list[Segment], columns: list[Column], middles: list[float], rules: list[Rule]
) -> list[tuple[int, int, float]]:
    """Runs of columns that a header cell may stand over, and how far off their centre it stands."""
    if ruled := _ruled_span(segment, over, columns, rules):
        return [(*ruled, 0.0)]
    size = segment.words[0].size
    held = [i for i, middle in enumerate(middles) if segment.x0 - 1 <= middle <= segment.x1 + 1]
    single = [(i, i, abs(middle - segment.middle)) for i, middle in enumerate(middles)]
    near, _ = _nearest(segment, middles)
    aligned = min(abs(columns[near].x1 - segment.x1), abs(middles[near] - segment.middle)) < 0.7 * size
    if len(held) < 2 and aligned:
        return [(a, b, 0.0 if a == near else off) for a, b, off in single]
    runs = single if len(held) < 2 else []
    for a in range(len(columns)):
        for b in range(a + 1, len(columns)):
            if held and not a <= held[0] <= held[-1] <= b:
                continue
            off = abs((middles[a] + middles[b]) / 2 - segment.middle)
            if off < _OFF * size or held == list(range(a, b + 1)):
                runs.append((a, b, off))
    return runs


def _ruled_span(
    segment: Segment, beside: list[Segment], columns: list[Column], rules: list[Rule]
) -> tuple[int, int] | None:
    """The columns over which a rule right below the cell runs, where the rule is this cell's alone."""
    bottom, size = max(w.base for w in segment.words), segment.words[0].size
    for rule in rules:
        if not -2 < rule.y0 - bottom < 1.1 * size or rule.x0 > segment.x0 + 2 or rule.x1 < segment.x1 - 2:
            continue
        if any(s is not segment and s.over(rule.x0, rule.x1) > 0.3 for s in beside):
            continue
        under = [i for i, c in enumerate(columns) if rule.x0 - 3 <= c.middle <= rule.x1 + 3]
        if under and rule.x0 > 0:
            return under[0], under[-1]
    return None


def _stacked(rows: list[TableRow], rules: list[Rule]) -> list[TableRow]:
    """Header cells set over several lines put together, on the lowest of their lines."""
    for at, upper in enumerate(rows):
        for column, cell in list(upper.cells.items()):
            lower = next((r for r in rows[at + 1 :] if any(_overlaps(c, cell) for c in r.cells.values())), None)
            below = lower.cells.get(column) if lower else None
            if lower is None or below is None or below.width != cell.width or _of_its_own(below.lines[0]):
                continue
            if lower.base - upper.base > 2.2 * max(upper.size, 1.0) or (column and _ruled_between(cell, below, rules)):
                continue
            below.lines = [*cell.lines, *below.lines]
            del upper.cells[column]
    return [row for row in rows if row.cells]


def _overlaps(a: Cell, b: Cell) -> bool:
    return a.column < b.column + b.width and b.column < a.column + a.width


def _of_its_own(words: list[Word]) -> bool:
    """Whether a header line is a unit or a remark, which is no part of the words above it."""
    text = " ".join(w.text for w in words)
    return (
        re.match(r"^[(]?(?:[A-Z]{0,3}[$£€¥]|%|RMB|['’]000|(?:un)?audited|restated|notes?$)", text, re.IGNORECASE)
        is not None
    )


def _ruled_between(upper: Cell, lower: Cell, rules: list[Rule]) -> bool:
    a, b = upper.lines[-1], lower.lines[0]
    top, bottom = max(w.base for w in a), min(w.base for w in b)
    x0, x1 = min(w.x0 for w in a), max(w.x1 for w in a)
    return any(top < r.y0 < bottom - 2 and r.x0 <= x0 + 2 and r.x1 >= x1 - 2 for r in rules)
