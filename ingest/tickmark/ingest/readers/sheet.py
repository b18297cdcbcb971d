"""What the rows of a sheet are: tables divided by blank rows, and the captions, unit lines and notes around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tickmark.ingest.figures.readings import read_cell
from tickmark.ingest.markup import SUPERSCRIPTS
from tickmark.ingest.tables.header import is_year_like

__all__ = ["Part", "is_note", "parts_of"]

_NOTE = re.compile(
    rf"^\s*(?:[{SUPERSCRIPTS}]{{1,3}}|\[\w{{1,3}}\]|[*†‡]|\(\w{{1,2}}\)\s|notes?\b|sources?\b)", re.IGNORECASE
)
_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Part:
    """Rows ``[first, last)`` of a sheet: a table, or with a ``column`` the one cell that makes a line of text."""

    first: int
    last: int
    column: int | None = None


def is_note(text: str) -> bool:
    """Whether a line under a table is a note to it."""
    return _NOTE.match(text) is not None


def parts_of(rows: Sequence[Sequence[str]]) -> Iterator[Part]:
    """The parts of a sheet, from the printed text of its cells.

    Rows with one filled cell, the first of their block, are a caption or a unit line above a table and notes below it;
    between its rows they are labels, and stay. A blank row ends a table unless what is below it goes on with values
    and no header of its own ("Liabilities" after the assets).
    """
    filled = [[i for i, text in enumerate(row) if text.strip()] for row in rows]
    pending: tuple[int, int] | None = None
    for first, last in _blocks(filled):
        if pending is not None and _goes_on(rows, filled, pending, (first, last)):
            pending = pending[0], last
            continue
        if pending is not None:
            yield from _divided(rows, filled, *pending)
        pending = first, last
    if pending is not None:
        yield from _divided(rows, filled, *pending)


def _blocks(filled: list[list[int]]) -> Iterator[tuple[int, int]]:
    """Stretches of rows without a blank one."""
    start: int | None = None
    for index, columns in enumerate([*filled, []]):
        if columns and start is None:
            start = index
        elif not columns and start is not None:
            yield start, index
            start = None


def _goes_on(
    rows: Sequence[Sequence[str]], filled: list[list[int]], above: tuple[int, int], below: tuple[int, int]
) -> bool:
    """Whether the block below is the same table: its first row of several cells holds values in columns above."""
    last = above[1] - 1
    known = {column for i in range(*above) if len(filled[i]) > 1 for column in filled[i]}
    if not known or (len(filled[last]) == 1 and _stands_alone(rows[last][filled[last][0]])):
        return False
    row = next((i for i in range(*below) if len(filled[i]) > 1), None)
    if row is None or any(is_note(rows[i][filled[i][0]]) for i in range(below[0], row)):
        return False
    kinds = {c: read_cell(rows[row][c]).kind for c in filled[row][1:] if not is_year_like(rows[row][c])}
    return "value" in kinds.values() and set(kinds) <= known and len(kinds) == len(filled[row]) - 1


def _divided(rows: Sequence[Sequence[str]], filled: list[list[int]], first: int, last: int) -> Iterator[Part]:
    """The table of a block, and the lines of text above and below it."""
    left = min(columns[0] for columns in filled[first:last] if columns)
    top, bottom = first, last
    while top < last and filled[top] in ([left], []):
        top += 1
    while bottom > top and filled[bottom - 1] == [left] and _stands_alone(rows[bottom - 1][left]):
        bottom -= 1
    yield from (Part(i, i + 1, left) for i in range(first, top) if filled[i])
    if top < bottom:
        yield Part(top, bottom)
    yield from (Part(i, i + 1, left) for i in range(bottom, last))


def _stands_alone(text: str) -> bool:
    return is_note(text) or len(text) > _SENTENCE
