"""Tables whose cells are ruled off on all sides: the lines say what belongs together, however many lines a cell has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tickmark.ingest.figures.units import currency_of, is_unit
from tickmark.ingest.readers.pdf.cells import Cell, Column, TableRow
from tickmark.ingest.readers.pdf.page import Row, Rule, Word
from tickmark.ingest.readers.pdf.segments import is_numeric, segments_of
from tickmark.ingest.readers.pdf.words import rows_of

__all__ = ["RuledTable", "ruled_tables"]

_SAME = 2.5  # points: lines that are one line
_ENDS = 4.0  # points: rules of one table begin and end so close together
_FEWEST_ROWS = 3
_MOST_HEADER = 3
_MOST_NUMBERS = 2  # in one cell
_WIDEST_SHARE = 0.6  # of the width of the text: what is narrower may stand beside text
_CROSSED = 0.8  # of a row's height that a line between its cells runs down
_SEVERAL = 0.1  # of the rows: where more hold several numbers in a cell, not every row is ruled off


@dataclass(slots=True)
class RuledTable:
    """A table of ruled cells: where it stands, its columns of values (that of the labels left out), its rows."""

    box: tuple[float, float, float, float]
    columns: list[Column]
    rows: list[TableRow]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Lines across the page that begin and end together (``levels``, downwards), and the lines down between them."""

    x0: float
    x1: float
    levels: list[float]
    down: list[Rule]

    @property
    def edges(self) -> list[float]:
        """Where the columns of the whole table begin and end."""
        return _clusters([x for top, bottom in pairwise(self.levels) for x in self.edges_between(top, bottom)])

    def edges_between(self, top: float, bottom: float) -> list[float]:
        """The edges of the cells of one row."""
        least = _CROSSED * (bottom - top)
        return _clusters([r.x0 for r in self.down if min(r.y1, bottom) - max(r.y0, top) > least])


def ruled_tables(words: list[Word], rules: list[Rule]) -> list[RuledTable]:
    """The tables of a page that are ruled off cell by cell, from top to bottom."""
    if not words:
        return []
    width = max(w.x1 for w in words) - min(w.x0 for w in words)
    found = (_table(frame, words) for frame in _frames(rules) if frame.x1 - frame.x0 > _WIDEST_SHARE * width)
    return [table for table in found if table is not None]


def _clusters(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _frames(rules: list[Rule]) -> Iterator[_Frame]:
    """Runs of full lines, each with the next one joined by at least three lines down."""
    down = [r for r in rules if not r.across]
    across = sorted((r for r in rules if r.across), key=lambda r: (r.y0, r.x0 - r.x1))
    ends: list[tuple[float, float, list[float]]] = []
    for rule in across:
        alike = next((e for e in ends if abs(e[0] - rule.x0) < _ENDS and abs(e[1] - rule.x1) < _ENDS), None)
        if alike is None:
            ends.append((rule.x0, rule.x1, [rule.y0]))
        elif rule.y0 - alike[2][-1] > _SAME:
            alike[2].append(rule.y0)
    for x0, x1, levels in ends:
        inside = [r for r in down if x0 - _ENDS < r.x0 < x1 + _ENDS]
        run = [levels[0]]
        for top, bottom in pairwise([*levels, float("inf")]):
            edges = _clusters([r.x0 for r in inside if min(r.y1, bottom) - max(r.y0, top) > _CROSSED * (bottom - top)])
            if len(edges) >= _FEWEST_ROWS:
                run.append(bottom)
                continue
            if len(run) > _FEWEST_ROWS:
                yield _Frame(x0, x1, run, inside)
            run = [bottom]


def _table(frame: _Frame, words: list[Word]) -> RuledTable | None:
    edges = frame.edges
    if abs(edges[0] - frame.x0) > _ENDS or abs(edges[-1] - frame.x1) > _ENDS:
        return None  # open at its sides: the lines down it part some columns only
    rows: list[TableRow] = []
    several = valued = 0
    for top, bottom in pairwise(frame.levels):
        inside = [w for w in words if top < w.base - 0.3 * w.size < bottom and frame.x0 < (w.x0 + w.x1) / 2 < frame.x1]
        row = TableRow(base=bottom, size=max((w.size for w in inside), default=0.0))
        for a, b in pairwise(frame.edges_between(top, bottom)):
            lines = rows_of([w for w in inside if a <= (w.x0 + w.x1) / 2 < b])
            if any(_in_pieces(line) for line in lines) or (len(lines) == 1 and _ALONE.match(lines[0].text)):
                return None  # not every column is ruled off, or its signs are as well
            if lines:
                column, past = _nearest(edges, a), _nearest(edges, b)
                row.cells[column] = Cell(_lines(lines), column, max(1, past - column))
        numbers = [_numbers(cell) for column, cell in row.cells.items() if column]
        if max(numbers, default=0) > _MOST_NUMBERS:
            return None
        several += max(numbers, default=0) > 1
        valued += any(numbers)
        if row.cells:
            rows.append(row)
    if len(rows) < _FEWEST_ROWS or several > _SEVERAL * max(valued, 1) or not _is_filled(rows):
        return None
    for row in rows[: _header_rows(rows)]:
        row.header = True
    columns = [Column(a, b) for a, b in pairwise(edges)][1:]
    return RuledTable((frame.x0, frame.levels[0], frame.x1, frame.levels[-1]), columns, rows)


def _header_rows(rows: list[TableRow]) -> int:
    """How many rows stand over the first that has a number; of a table of words, the first names the columns."""
    first = next((at for at, row in enumerate(rows) if any(map(_is_value, row.cells.values()))), len(rows))
    return first if first <= _MOST_HEADER else 1


def _is_filled(rows: list[TableRow]) -> bool:
    """Whether most rows have something in more than one cell; a form, or a picture in a box, has not."""
    return 2 * sum(len(row.cells) > 1 for row in rows) > len(rows)


def _nearest(edges: list[float], place: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - place))


def _lines(rows: list[Row]) -> list[list[Word]]:
    """The lines of a cell; a unit set over its number stands behind it, as it is read."""
    lines = [[word for segment in segments_of(row) for word in segment.words] for row in rows]
    if len(rows) > 1 and is_unit(rows[0].text) and is_numeric(rows[1].text) and not currency_of(rows[0].text):
        lines[:2] = lines[1::-1]
    return lines


_ALONE = re.compile(r"^[$£€¥()%]+$")


def _in_pieces(row: Row) -> bool:
    """Whether a line of a cell holds numbers set apart from each other or from words."""
    segments = segments_of(row)
    numbers = sum(segment.numeric for segment in segments)
    return len(segments) > 1 and numbers > 0


_YEAR = re.compile(r"^(?:FY\s?)?(?:19|20)\d\d(?:/\d\d)?$")


def _numbers(cell: Cell) -> int:
    return sum(is_numeric(" ".join(w.text for w in line)) for line in cell.lines)


def _is_value(cell: Cell) -> bool:
    """Whether a cell beside the labels holds a number that is no year."""
    said = [" ".join(w.text for w in line) for line in cell.lines]
    return cell.column > 0 and any(
        is_numeric(text) and any(char.isdigit() for char in text) and not _YEAR.match(text) for text in said
    )
