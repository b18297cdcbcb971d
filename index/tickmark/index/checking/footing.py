"""Numbers of one table that contradict each other: totals that do not add up, changes that do not recompute.

A table says by its own numbers how it is built. What adds up to a total is told by the columns in which it does: a
total that its rows foot to in one year and not in another is printed wrong in one of them. Likewise a column of changes
is known by the rows that recompute from the same two columns. Where nothing vouches for how a table is built, nothing
is said: a false alarm costs more than a silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from tickmark.ingest.model import Figure, Row, Table

__all__ = ["Misfit", "misfits"]

Kind = Literal["total", "change", "difference"]

_TOTAL: Final = re.compile(
    r"^(?:sub-?\s?)?totals?\b|\btotals?$|^(?:小?合计|小?合計|总计|總計|小计|小計)|(?:合计|合計|总额|總額)$",
    re.IGNORECASE,
)
_GROUP_TOTAL: Final = re.compile(r"^(?:sub-?\s?)?totals?\s+", re.IGNORECASE)
_CHANGE: Final = re.compile(r"change|increase|decrease|variance|growth|yoy|增减|增減|變動|变动|同比", re.IGNORECASE)
_NOT_ADDED: Final = re.compile(r"%|percent|/|\bper\b|ratio|percentage points", re.IGNORECASE)
_MOST_ROWS: Final = 40
_HUNDRED: Final = Decimal(100)
_LARGEST_CHANGE: Final = Decimal(1_000)  # "not meaningful" begins somewhere
_STRUCTURE: Final = Decimal("0.1")  # further off than a tenth, the rows are not what adds up to the total


# a column of changes is known by at least so many rows that recompute, and at most this share that do not
_LEAST_RIGHT: Final = 3
_MOST_WRONG: Final = 0.2


@dataclass(frozen=True, slots=True)
class Misfit:
    """A figure that its table contradicts: what the others come to, and which they are."""

    kind: Kind
    figure: Figure
    recomputed: Decimal
    operands: tuple[Figure, ...]


Column = dict[int, Figure]


def misfits(table: Table) -> list[Misfit]:
    """Everything in a table that does not foot or recompute."""
    columns = [_column(table, i) for i in range(len(table.columns))]
    return [*_totals(table, columns), *_changes(table, columns)]


def _column(table: Table, index: int) -> Column:
    """The one figure of each row in a value column; cells with none or several are left out."""
    found: Column = {}
    for place, row in enumerate(table.rows):
        figures = [f for cell in row.cells if cell.column == index for f in cell.figures]
        if len(figures) == 1 and figures[0].low is None:
            found[place] = figures[0]
    return found


def _value(figure: Figure) -> Decimal | None:
    return Decimal(0) if figure.status == "nil" else figure.value


def _half(figure: Figure) -> Decimal:
    """Half a unit of the last digit printed."""
    exponent = figure.number.as_tuple().exponent if figure.number is not None else 0
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * figure.scale / 2


def _label(row: Row) -> str:
    return row.label_path[-1].strip(" :：") if row.label_path else ""


# totals


def _totals(table: Table, columns: Sequence[Column]) -> Iterator[Misfit]:
    members: dict[int, tuple[int, ...]] = {}
    for place, row in enumerate(table.rows):
        if not _TOTAL.search(_label(row)):
            continue
        runs = _vouched(place, columns, members)
        if runs:
            members[place] = runs[-1]
            yield from _off(place, runs, columns)
        elif parts := _under_heading(place, table.rows):
            members[place] = parts
            if sum(place in column for column in columns) == 1:
                yield from _off(place, [parts], columns)


def _runs(place: int, members: dict[int, tuple[int, ...]], whole: bool) -> Iterator[tuple[int, ...]]:
    """The runs of rows right above a total, longer and longer. A subtotal stands for its rows, unless ``whole``."""
    run: list[int] = []
    row = place - 1
    while row >= 0 and len(run) < _MOST_ROWS:
        run.append(row)
        if len(run) > 1:
            yield tuple(run)
        row = min(members[row]) - 1 if row in members and not whole else row - 1


def _vouched(place: int, columns: Sequence[Column], members: dict[int, tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Every run of rows that adds up to a total exactly in some column: a row that is nil there may belong to it."""
    return [
        parts
        for whole in (False, True)
        for parts in _runs(place, members, whole)
        if any(_foots(place, parts, column) for column in columns)
    ]


def _foots(place: int, parts: tuple[int, ...], column: Column) -> bool:
    present = [column[p] for p in parts if p in column]
    if place not in column or not column[place].value or len([f for f in present if f.value]) < 2:
        return False
    return _sum(present, column[place]) == column[place].value


def _under_heading(place: int, rows: Sequence[Row]) -> tuple[int, ...]:
    """The rows under the heading that a total names ("Total current assets" after the rows of "Current assets")."""
    named = _GROUP_TOTAL.sub("", _label(rows[place])).lower()
    parts = []
    for above in range(place - 1, -1, -1):
        path = rows[above].label_path
        if len(path) < 2 or path[-2].strip(" :：").lower() != named:
            break
        parts.append(above)
    return tuple(parts) if len(parts) > 1 else ()


def _sum(figures: Sequence[Figure], total: Figure) -> Decimal | None:
    """What figures add up to; None where they do not count the same as the total does."""
    summed = Decimal(0)
    for figure in figures:
        value = _value(figure)
        if value is None or _NOT_ADDED.search(figure.unit or ""):
            return None
        if figure.status != "nil" and figure.scale != total.scale:
            return None
        summed += value
    return None if _NOT_ADDED.search(total.unit or "") else summed


def _off(place: int, runs: Sequence[tuple[int, ...]], columns: Sequence[Column]) -> Iterator[Misfit]:
    """The columns in which a total is further than rounding explains from what each of the runs adds up to."""
    for column in columns:
        if place not in column or not column[place].value:
            continue
        found = [_gap(place, parts, column) for parts in runs]
        off = [misfit for misfit in found if misfit is not None]
        if off and len(off) == len(found):
            yield min(off, key=lambda m: abs(m.recomputed - (m.figure.value or 0)))


def _gap(place: int, parts: tuple[int, ...], column: Column) -> Misfit | None:
    """The misfit of a total with some rows; None where they add up to it, or cannot be held against it."""
    operands = [column[p] for p in sorted(parts) if p in column]
    summed, printed = _sum(operands, column[place]), column[place].value
    if summed is None or printed is None or len(operands) < len(parts):
        return None
    slack = sum(map(_half, operands), _half(column[place]))
    if not slack < abs(summed - printed) <= abs(printed) * _STRUCTURE or summed == -printed:
        return None
    return Misfit("total", column[place], summed, tuple(operands))


# changes


def _changes(table: Table, columns: Sequence[Column]) -> Iterator[Misfit]:
    """The changes that no two columns explain, in a column of changes that two columns explain nearly all of."""
    for index, head in enumerate(table.columns):
        if not _CHANGE.search(" ".join(head.path)):
            continue
        tried = [dict(_recomputed(columns[index], columns[a], columns[b])) for a, b in _pairs(table, index)]
        known = max(tried, key=lambda rows: sum(m is None for m in rows.values()), default={})
        wrong = {place: misfit for place, misfit in known.items() if misfit is not None}
        if len(known) - len(wrong) < _LEAST_RIGHT or len(wrong) > _MOST_WRONG * len(known):
            continue
        for place, misfit in wrong.items():
            if not any(place in rows and rows[place] is None for rows in tried):
                yield misfit


def _pairs(table: Table, change: int) -> Iterator[tuple[int, int]]:
    """Pairs of columns of two periods that a column of changes may compare, nearest first; later before earlier."""
    others = [
        i for i in range(len(table.columns)) if i != change and not _CHANGE.search(" ".join(table.columns[i].path))
    ]
    pairs = [(a, b) for a in others for b in others if a != b]
    yield from sorted(pairs, key=lambda p: (abs(change - p[0]) + abs(change - p[1]), p[0] > p[1]))


def _recomputed(changes: Column, later: Column, earlier: Column) -> Iterator[tuple[int, Misfit | None]]:
    """For each row that gives all three: None where the change recomputes, else the misfit."""
    for place, change in changes.items():
        if place not in later or place not in earlier:
            continue
        after, before, printed = later[place], earlier[place], change.number
        a, b = after.value, before.value
        if a is None or b is None or printed is None or not b or (a < 0) != (b < 0):
            continue
        if after.scale != before.scale or _NOT_ADDED.search(after.unit or "") or after.unit != before.unit:
            continue
        if change.unit == "%":
            expected = (a - b) / abs(b) * _HUNDRED
            spread = (_half(after) + _half(before) * abs(a / b)) / abs(b) * _HUNDRED
            kind: Kind = "change"
        elif change.unit == after.unit:
            expected, spread, kind = a - b, _half(after) + _half(before), "difference"
            printed = change.value or Decimal(0)
        else:
            continue
        if abs(expected) > _LARGEST_CHANGE and kind == "change":
            continue
        near = abs(abs(expected) - abs(printed)) <= spread + 2 * _half(change)
        yield place, None if near else Misfit(kind, change, expected, (after, before))
