"""Tables by geometry: from the lines of a table to a grid of cells, by the places where its values stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tickmark.ingest.readers.pdf.cells import Cell, Column, TableRow
from tickmark.ingest.readers.pdf.heads import header_rows
from tickmark.ingest.readers.pdf.lines import Line
from tickmark.ingest.readers.pdf.page import Rule, Word
from tickmark.ingest.readers.pdf.regions import Region
from tickmark.ingest.readers.pdf.segments import Segment, is_dash, is_numeric

__all__ = ["columns_of_values", "rows_of_table"]

_HALF = 0.85  # of the letters' height: as far as half of a label of two lines stands from values set in its middle
_ALIGNED = 0.4  # of the letters' height: right edges as far apart as this may still be one column


def columns_of_values(body: list[Line]) -> list[Column]:
    """The columns of a table from left to right, that of the labels left out."""
    found = [(at, s) for at, line in enumerate(body) for s in line.values]
    groups = [g for group in _overlapping(found) for g in _told_apart(group, body)]
    columns = sorted((_column(g) for g in groups), key=lambda c: c.middle)
    columns = _without_labels(columns, body)
    columns = _joined(columns, body)
    return _with_texts(columns, body)


_Placed = tuple[int, Segment]


def _column(group: list[_Placed]) -> Column:
    return Column(
        min(s.x0 for _, s in group),
        max(s.x1 for _, s in group),
        {at for at, _ in group},
        all(is_dash(s.text) for _, s in group),
    )


def _overlapping(found: list[_Placed]) -> list[list[_Placed]]:
    """Values whose places overlap, one with the next."""
    groups: list[tuple[float, list[_Placed]]] = []
    for at, segment in sorted(found, key=lambda f: f[1].x0):
        if groups and segment.x0 < groups[-1][0] - 1:
            reach, group = groups.pop()
            groups.append((max(reach, segment.x1), [*group, (at, segment)]))
        else:
            groups.append((segment.x1, [(at, segment)]))
    return [group for _, group in groups]


def _told_apart(group: list[_Placed], body: list[Line]) -> list[list[_Placed]]:
    """A group in which some line has two values is several columns: told apart by the right edges of the numbers."""
    lines = [at for at, _ in group]
    if len(set(lines)) == len(lines):
        return [group]
    parts: list[list[_Placed]] = []
    for at, segment in sorted(group, key=lambda f: _edge(f[1])):
        size = body[at].row.size
        if parts and _edge(segment) - _edge(parts[-1][-1][1]) < _ALIGNED * size:
            parts[-1].append((at, segment))
        else:
            parts.append([(at, segment)])
    return _settled(parts)


def _settled(parts: list[list[_Placed]]) -> list[list[_Placed]]:
    """Small groups join a neighbour that they overlap and never share a line with."""
    parts = list(parts)
    at = 0
    while at < len(parts):
        small = parts[at]
        for other in (at - 1, at + 1):
            if not 0 <= other < len(parts) or len(small) > len(parts[other]):
                continue
            lines = {a for a, _ in parts[other]}
            column = _column(parts[other])
            if not lines & {a for a, _ in small} and all(s.over(column.x0, column.x1) > 0.3 for _, s in small):
                parts[other] = parts[other] + small
                del parts[at]
                at = -1
                break
        at += 1
    return parts


def _edge(segment: Segment) -> float:
    """The right edge of a number's digits: what hangs over (a bracket, a sign, a mark) is left out."""
    last = segment.words[-1]
    tail = re.search(r"[^\d]*$", last.text)
    hanging = len(tail[0]) if tail else 0
    if not 0 < hanging < len(last.text):
        return segment.x1
    return last.x1 - 0.7 * hanging * (last.x1 - last.x0) / len(last.text)  # brackets and signs are narrow


def _without_labels(columns: list[Column], body: list[Line]) -> list[Column]:
    """Numbers at the left that stand where other lines have their labels (years, ages) are labels."""
    if len(columns) < 2:
        return columns
    first = columns[0]
    labelled = [x.label for x in body if x.label is not None and x.values]
    under = any(s.over(first.x0, first.x1) > 0.3 or s.x0 > first.x0 - 2 for s in labelled)
    alone = not labelled and all(x.values[0].x0 - first.x0 < 3 for x in body if x.values and x.values[0].x1 <= first.x1)
    if not under and not (alone and any(len(body[at].values) > 1 for at in first.lines)):
        return columns
    for line in body:
        if line.values and line.values[0].x1 <= first.x1 + 1:
            line.values = line.values[1:]
    return columns[1:]


def _joined(columns: list[Column], body: list[Line]) -> list[Column]:
    """Neighbours that no line has both of, close together, are one column (a dash is set elsewhere than a number)."""
    size = max((x.row.size for x in body), default=8.0)
    at = 1
    while at < len(columns):
        a, b = columns[at - 1], columns[at]
        few = min(len(a.lines), len(b.lines)) <= 0.34 * max(len(a.lines), len(b.lines)) or a.dashes or b.dashes
        if not a.lines & b.lines and few and b.x0 - a.x1 < 1.6 * size:
            columns[at - 1 : at + 1] = [Column(a.x0, b.x1, a.lines | b.lines, a.dashes and b.dashes)]
        else:
            at += 1
    return columns


def _with_texts(columns: list[Column], body: list[Line]) -> list[Column]:
    """Columns of words between or beside those of numbers."""
    loose: list[_Placed] = [
        (at, segment)
        for at, line in enumerate(body)
        for segment in (line.segments[1:] if line.values else [])
        if segment not in line.values and not any(segment.over(c.x0, c.x1) > 0.3 for c in columns)
    ]
    edge = max((x.label.x1 for x in body if x.label and x.values and len(x.segments) > 1), default=0.0)
    for group in _overlapping(loose):
        column = _column(group)
        if column.x0 >= min(edge, columns[0].x0 if columns else edge) - 2 or len(column.lines) > 2:
            columns.append(column)
    return sorted(columns, key=lambda c: c.middle)


def rows_of_table(region: Region, columns: list[Column], rules: list[Rule]) -> list[TableRow]:
    """The rows of a table: header rows first, then its body with wrapped labels put together."""
    return [*header_rows(region.header, columns, rules), *_body(region.body, columns)]


def _body(body: list[Line], columns: list[Column]) -> list[TableRow]:
    fit = _fit(body, columns)
    rows: list[TableRow] = []
    waiting: list[Line] = []
    for at, line in enumerate(body):
        if not line.values and len(line.segments) == 1:
            if rows and rows[-1].centred and line.row.base - rows[-1].base < _HALF * line.row.size:
                rows[-1].cells[0].lines.append(line.segments[0].words)
            elif rows and not waiting and _tail_of(body[at - 1], line, fit, rows[-1]):
                rows[-1].cells[0].lines.append(line.segments[0].words)
                rows[-1].base = line.row.base
            else:
                waiting.append(line)
            continue
        row = _cells(line, columns)
        if 0 not in row.cells and waiting and row.base - waiting[-1].row.base < _HALF * line.row.size:
            row.put(0, 1, waiting.pop().segments[0].words)
            row.centred = True
        while waiting and 0 in row.cells and _goes_on(waiting[-1], row, line, fit):
            row.cells[0].lines.insert(0, waiting.pop().segments[0].words)
        rows += [_alone(x) for x in waiting]
        waiting = []
        rows.append(row)
    return [*rows, *(_alone(x) for x in waiting)]


def _alone(line: Line) -> TableRow:
    return TableRow({0: Cell([list(line.segments[0].words)], 0)}, base=line.row.base, size=line.row.size)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How far labels reach, and the usual distance of rows in heights of their letters."""

    limit: float
    pitch: float


def _fit(body: list[Line], columns: list[Column]) -> _Fit:
    first = columns[0].x0 if columns else 1e9
    edges = [x.label.x1 for x in body if x.label is not None and x.label.x1 < first + 2]
    steps = sorted((b.row.base - a.row.base) / max(1.0, a.row.size) for a, b in pairwise(body) if a.values and b.values)
    return _Fit(max(edges, default=first), steps[len(steps) // 2] if steps else 1.3)


def _goes_on(upper: Line, row: TableRow, line: Line, fit: _Fit) -> bool:
    """Whether a line without values is the beginning of the label below it.

    Lines of one label are closer than rows where the rows of a table have room between them; where they have not, a
    line was broken only if the next word had no room on it.
    """
    above, below = upper.segments[0], row.cells[0].lines[0]
    text = " ".join(w.text for w in below)
    pitch = (min(w.base for w in below) - upper.row.base) / max(1.0, upper.row.size)
    if pitch > 1.9 or above.text.endswith((":", "：")) or below[0].x0 < above.x0 - 1.5:
        return False
    if re.match(r"^[a-z&]", text):
        return True
    if all(w.bold for w in above.words) != all(w.bold for w in below) or pitch > 1.03 * fit.pitch:
        return False
    wide = above.x1 + 0.22 * upper.row.size + (below[0].x1 - below[0].x0)
    if pitch < 0.94 * fit.pitch:
        return wide > fit.limit - 0.15 * (fit.limit - above.x0)
    return wide > fit.limit - 1 and len(above.words) > 2 and below[0].x0 < above.x0 + 3


def _tail_of(above: Line, line: Line, fit: _Fit, row: TableRow) -> bool:
    """Whether a line without values goes on with the label of the row above it."""
    cell = row.cells.get(0)
    if cell is None or not cell.lines[-1]:
        return False
    last = cell.lines[-1]
    pitch = (line.row.base - above.row.base) / max(1.0, line.row.size)
    deeper = line.row.x0 >= cell.lines[0][0].x0 - 1.5
    if pitch > 1.9 or not deeper or last[-1].text[-1] in ":." or line.row.bold != all(w.bold for w in last):
        return False
    if re.match(r"^[a-z&]", line.row.text):
        return True
    wide = last[-1].x1 + 0.22 * line.row.size + (line.row.words[0].x1 - line.row.words[0].x0)
    return pitch < 0.94 * fit.pitch and wide > fit.limit - 1


def _cells(line: Line, columns: list[Column]) -> TableRow:
    row = TableRow(base=line.row.base, size=line.row.size)
    for at, segment in enumerate(line.segments):
        held = segment in line.values
        if at == 0 and not held:
            for column, words in _split_label(segment, line, columns):
                row.put(column, 1, words)
            continue
        if not columns:
            row.put(0, 1, segment.words)
            continue
        near = max(
            range(len(columns)),
            key=lambda i: (segment.over(columns[i].x0, columns[i].x1), -abs(columns[i].middle - segment.middle)),
        )
        if not held and segment.x1 < columns[0].x0 and segment.over(columns[near].x0, columns[near].x1) == 0:
            row.put(0, 1, segment.words)
        else:
            row.put(near + 1, 1, segment.words)
    return row


def _split_label(segment: Segment, line: Line, columns: list[Column]) -> Iterable[tuple[int, list[Word]]]:
    """A label, and a value set so close to it that they came as one."""
    words = segment.words
    if len(words) > 1 and is_numeric(words[-1].text) and columns:
        last = Segment(words[-1:])
        for i, column in enumerate(columns):
            free = not any(v.over(column.x0, column.x1) > 0.3 for v in line.values)
            if free and abs(last.x1 - column.x1) < 2.5 and last.x0 > column.x0 - 2:
                return [(0, words[:-1]), (i + 1, words[-1:])]
    return [(0, words)]
