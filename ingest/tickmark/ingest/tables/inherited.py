"""The header that a table has from one above it: statements cut into a table a block, or a table a row.

Programs that write accounts set the header ("2024", "2023") as one table and every block of rows, or every single row,
as another. Such a table prints no header of its own, and its grid columns are not those of the header; but the last
columns of both are the same, counted from the right, and what stands before them are references to notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tickmark.ingest.tables.bands import Band, Lane
from tickmark.ingest.tables.condense import Item, Strip
from tickmark.ingest.tables.tells_time import tells_time
from tickmark.ingest.tables.when import when_of

__all__ = ["REFERENCE", "Fit", "ends_heads", "fitted", "only_totals", "only_unit", "printed_heads", "under_heads"]

REFERENCE = re.compile(
    r"notes?(?:\s+no\.?)?|ref(?:erence)?s?\.?|page(?:\s+no\.?)?|exhibit(?:\s+(?:no|number)s?\.?)?", re.IGNORECASE
)
_NOTE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}|\s?\(?[a-z]\)?)?(?:\s?[,&]\s?\d{1,2})*", re.IGNORECASE)
_GROUPED = re.compile(r"\d[,\s]\d{3}|\d\.\d\d")
_ENDS = re.compile(r"page\s+\d{1,4}\b|\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z]|note\s+\d", re.IGNORECASE)
_UNIT_ALONE = re.compile(
    r"(?:(?:[A-Z]{1,3}\s?)?[$£€¥]|RMB)?\s?(?:['’]?000['’]?s?|m|k)?|%|(?:[A-Z]{2,3}\s)?(?:cents?|pence|p|c|¢)",
    re.IGNORECASE,
)
_LONGEST_BETWEEN = 120
_SHALLOW = 4


def dated(item: Item) -> bool:
    """Whether a header cell says when."""
    text = item.text.text
    return len(text) <= 60 and (item.year or (when_of(text).dated and tells_time(text)))


def printed_heads(strips: list[Strip], band: Band, lanes: list[Lane]) -> list[tuple[str, ...]]:
    """The columns that a header names, left to right, references left out; none where no column has a date."""
    if lanes:
        paths = [path for path in band.paths if path and not REFERENCE.fullmatch(path[-1])]
        return paths if any(when_of(" ".join(path)).dated for path in paths) else []
    rows = [strips[row].items for row in (*band.header, *band.body)]
    base = max(rows, key=lambda items: sum(map(dated, items)), default=[])
    first = next((n for n, item in enumerate(base) if dated(item)), len(base))
    base = base[first:]
    paths = [(item.text.text,) for item in base]
    for items in reversed(rows[: next((n for n, items in enumerate(rows) if items[first:] == base), 0)]):
        if 1 < len(items) < len(base) and len(base) % len(items) == 0:  # "Group" and "Company" over two years each
            each = len(base) // len(items)
            paths = [(items[n // each].text.text, *path) for n, path in enumerate(paths)]
    return paths if len(base) > 1 else []


@dataclass(frozen=True, slots=True)
class Fit:
    """The columns of a table under a header above it.

    ``ranks``: the column of each number by (row, grid column), where rows are not set in the same grid columns.
    """

    paths: list[tuple[str, ...]]
    lanes: list[Lane]
    ranks: dict[tuple[int, int], int]


def fitted(heads: Sequence[tuple[str, ...]], strips: list[Strip], lanes: list[Lane], bare: bool = False) -> Fit | None:
    """How the value columns of a table stand under the columns of a header above; None where they do not.

    ``bare``: its rows have no labels.
    """
    if not heads or not lanes:
        return None
    notes = _notes(heads, strips, lanes)
    if notes is not None:
        return Fit([*[("Note",)] * notes, *heads], lanes, {})
    return _ranked(heads, strips, bare)


def _notes(heads: Sequence[tuple[str, ...]], strips: list[Strip], lanes: list[Lane]) -> int | None:
    """How many columns of references stand before those of the header; None where the columns are others."""
    before = lanes[: len(lanes) - len(heads)]
    if len(lanes) < len(heads) or len(before) > 1:
        return None
    for lane in before:
        over = [item for strip in strips for item in strip.numbers if lane.touches(item.column, item.column)]
        if not all(_NOTE_NUMBER.fullmatch(item.text.text) for item in over):
            return None
    return len(before)


def _ranked(heads: Sequence[tuple[str, ...]], strips: list[Strip], bare: bool) -> Fit | None:
    """The columns by their order in each row, where every row has an amount in each of them."""
    ranks: dict[tuple[int, int], int] = {}
    reach: list[Lane | None] = [None] * (len(heads) + 1)
    for strip in strips:
        numbers = [item for item in strip.numbers if bare or item.column > 0]
        if not numbers:
            continue
        first = len(heads) + 1 - len(numbers)
        if first not in {0, 1} or (first == 0 and not _NOTE_NUMBER.fullmatch(numbers[0].text.text)):
            return None
        for n, item in enumerate(numbers, first):
            ranks[(item.row, item.column)] = n
            lane = reach[n] or Lane(item.first, item.last)
            reach[n] = Lane(min(lane.first, item.first), max(lane.last, item.last), lane.count + 1)
    if reach[0] is None:
        reach, ranks = reach[1:], {place: n - 1 for place, n in ranks.items()}
    found = [lane for lane in reach if lane is not None]
    paths: list[tuple[str, ...]] = [*[("Note",)] * (len(found) - len(heads)), *heads]
    return Fit(paths, found, ranks) if found and len(found) == len(reach) else None


def only_totals(strips: list[Strip], columns: int) -> bool:
    """Whether a table holds nothing but amounts, one for every column: totals under a statement's rows."""
    rows = [strip.items for strip in strips if strip.items]
    return (
        columns > 1
        and bool(rows)
        and all(
            len(items) == columns and all(i.value and (len(rows) == 1 or _GROUPED.search(i.text.text)) for i in items)
            for items in rows
        )
    )


def ends_heads(text: str, level: int) -> bool:
    """Whether a text between tables ends what the header above it speaks of: a heading, a sentence, a date, a page."""
    if 0 < level <= _SHALLOW or len(text) > _LONGEST_BETWEEN or _ENDS.match(text):
        return True
    return when_of(text).dated and tells_time(text)


def only_unit(path: tuple[str, ...]) -> bool:
    """Whether a header over a column says a unit and nothing else: "Cents", "£'000"."""
    return all(_UNIT_ALONE.fullmatch(text.strip()) for text in path)


def under_heads(heads: list[tuple[str, ...]], own: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The columns of a header above, each with the unit that the table itself prints over it."""
    if len(heads) != len(own):
        return heads
    return [
        (*(text for text in above if not _UNIT_ALONE.fullmatch(text)), *unit) if unit else above
        for above, unit in zip(heads, own, strict=True)
    ]
