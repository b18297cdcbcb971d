"""The header of a table by geometry: which columns each of its cells stands over, and cells set over several lines."""

from __future__ import annotations

import re

from tickmark.ingest.readers.pdf.cells import Cell, Column, TableRow
from tickmark.ingest.readers.pdf.page import Rule, Word
from tickmark.ingest.readers.pdf.regions import Line
from tickmark.ingest.readers.pdf.segments import Segment

__all__ = ["header_rows"]


def header_rows(lines: list[Line], columns: list[Column], rules: list[Rule]) -> list[TableRow]:
    """The header rows of a table, from the top."""
    last = len(lines) - 1
    return _stacked([_header_row(line, columns, rules, last=at == last) for at, line in enumerate(lines)], rules)


def _header_row(line: Line, columns: list[Column], rules: list[Rule], *, last: bool) -> TableRow:
    row = TableRow(header=True, base=line.row.base, size=line.row.size)
    first = columns[0].x0 if columns else 0.0
    over = [
        s
        for s in line.segments
        if not (s.x1 < first or (s.middle < first - 6 and s.x0 < first - 30 and _reach(s, columns) == 0))
    ]
    taken: list[tuple[int, int, Segment]] = []
    for segment in over:
        a, b = _span(segment, over, columns, rules, last=last)
        taken.append((a, b, segment))
    for segment in line.segments:
        if segment not in over:
            row.put(0, 1, segment.words)
    done = -1
    for a, b, segment in taken:
        start = max(a, done + 1)
        if start > b:
            row.put(done + 1, 1, segment.words)  # two over one column: one text
            continue
        row.put(start + 1, b - start + 1, segment.words)
        done = b
    return row


def _reach(segment: Segment, columns: list[Column]) -> int:
    return sum(segment.x0 <= c.middle <= segment.x1 for c in columns)


def _span(
    segment: Segment, beside: list[Segment], columns: list[Column], rules: list[Rule], *, last: bool
) -> tuple[int, int]:
    """First and last of the columns that a header cell stands over."""
    if found := _ruled_span(segment, beside, columns, rules):
        return found
    held = [
        i
        for i, c in enumerate(columns)
        if segment.x0 - 1 <= c.middle <= segment.x1 + 1 or segment.over(c.x0, c.x1) > 0.6
    ]
    others = [s for s in beside if s is not segment]
    free = [i for i, c in enumerate(columns) if not any(s.over(c.x0, c.x1) > 0.3 for s in others)]
    if len(held) > 1:
        return (held[0], held[-1]) if last else _centred(segment, columns, free, (held[0], held[-1]))
    near = min(range(len(columns)), key=lambda i: abs(columns[i].middle - segment.middle))
    if held:
        near = held[0]
    lone, size = columns[near], segment.words[0].size
    aligned = abs(lone.x1 - segment.x1) < 0.7 * size or abs(lone.middle - segment.middle) < 0.7 * size
    if aligned or (len(columns) == 1):
        return near, near
    best = (abs(lone.middle - segment.middle), near, near)
    for a in range(len(columns)):
        for b in range(a + 1, len(columns)):
            if not all(i in free for i in range(a, b + 1)) or (held and not a <= held[0] <= b):
                continue
            off = abs((columns[a].x0 + columns[b].x1) / 2 - segment.middle)
            if off < min(best[0] - 1, 1.2 * size):
                best = (off, a, b)
    return best[1], best[2]


def _centred(segment: Segment, columns: list[Column], free: list[int], held: tuple[int, int]) -> tuple[int, int]:
    """The widest run of free columns around those held that the cell is centred on."""
    a, b = held
    while a - 1 in free and b + 1 in free:
        if abs((columns[a - 1].x0 + columns[b + 1].x1) / 2 - segment.middle) > 2.5:
            break
        a, b = a - 1, b + 1
    return a, b


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
