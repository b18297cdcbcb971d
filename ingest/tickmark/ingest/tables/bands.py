"""Columns and headers of a printed grid whose geometry is certain.

Value columns are where numbers stand under one another (spacer columns hold none and vanish). A band is a run of rows
under one header; a header cell speaks of every value column that it stands over.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tickmark.ingest.tables.condense import Item, Strip
from tickmark.ingest.tables.counted import counts
from tickmark.ingest.tables.unit_notes import is_note_alone, note_of
from tickmark.ingest.tables.when import when_of

__all__ = ["Band", "Lane", "bands_of", "best_lane", "lanes_of", "unlabelled"]

_UNIT_WORDS = re.compile(
    r"\b(?:in|of)\s+(?:\w+\s+){0,3}(?:thousands|millions|billions)|^\(?\s*(?:\$|£|€|%"
    r"|US\$)?\s*(?:in\s+)?(?:thousands|millions|billions)"
    r"|\b000(?:['’]?s)?\b|^\(?(?:unaudited|audited|restated|dollars)\b|except per|except share",
    re.IGNORECASE,
)
_WORDY = re.compile(r"[^\W\d_]{2}")
_LARGE = re.compile(r"\d,\d{3}|\d{4}|[%.]")
_GROUPED = re.compile(r"\d,\d{3}")
_BRACKETS = re.compile(r"\([^()]*\)")
_DAYLIKE = re.compile(r"\(?\d{1,2}\)?,?")


@dataclass(slots=True)
class Lane:
    """A value column: the grid columns that its numbers cover."""

    first: int
    last: int
    count: int = 0

    def touches(self, first: int, last: int) -> bool:
        """Whether a stretch of grid columns and the lane have one in common."""
        return first <= self.last and last >= self.first


@dataclass(slots=True)
class Band:
    """Header rows, the rows under them, and what the header says over each lane and over the labels."""

    header: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    paths: list[tuple[str, ...]] = field(default_factory=list)
    stub: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


def _data(strip: Strip) -> bool:
    """Whether a row holds data: a number that is no year, beyond its first item or without a label."""
    return any(item.number for item in strip.items[1:]) or (
        len(strip.items) == 1 and strip.items[0].value and strip.items[0].column > 0
    )


def unlabelled(strips: list[Strip]) -> bool:
    """Whether the rows have no labels: every column has its header, and every row a large number in each of them.

    "Votes For", "Votes Against" and "Abstentions" over one row of three numbers: the first is no label.
    """
    data = [strip for strip in strips if _data(strip)]
    heads = [strip for strip in strips[: data[0].row] if strip.items] if data else []
    if heads and _years_ahead(heads[-1], data):
        return True
    if not heads or any(item.number or item.year for item in heads[-1].items):
        return False
    width = len(heads[-1].items)
    return width > 1 and all(
        len(strip.items) == width and all(i.value and _LARGE.search(i.text.text) for i in strip.items) for strip in data
    )


def _years_ahead(head: Strip, data: list[Strip]) -> bool:
    """Whether amounts stand right under years, the first of them as well: what is due in 2025, 2026 and thereafter."""
    first = head.items[0]
    return (
        len(head.items) > 1
        and first.year
        and all(item.year or item.reading.kind == "text" for item in head.items)
        and all(
            len(strip.items) == len(head.items)
            and strip.items[0].first <= first.last + 1
            and all(item.number for item in strip.items)
            and (strip.items[0].sign is not None or _GROUPED.search(strip.items[0].text.text) is not None)
            for strip in data
        )
    )


def lanes_of(strips: list[Strip], bare: bool) -> list[Lane]:
    """The value columns of a table, left to right: stretches where numbers of different rows overlap.

    ``bare``: its rows have no labels (:func:`unlabelled`).
    """
    spans = Counter(
        (item.first, item.last)
        for strip in strips
        if _data(strip)
        for item in strip.items[(0 if bare or strip.items[0].column > 0 else 1) :]
        if item.number
    )
    lanes: list[Lane] = []
    for (first, last), count in sorted(spans.items(), key=lambda each: (each[0][1] - each[0][0], -each[1], each[0])):
        touched = [lane for lane in lanes if lane.touches(first, last)]
        if not touched:
            lanes.append(Lane(first, last, count))
        elif len(touched) == 1:
            lane = touched[0]
            lane.first, lane.last, lane.count = min(lane.first, first), max(lane.last, last), lane.count + count
    return sorted(lanes, key=lambda lane: lane.first)


def _headlike(strip: Strip, lanes: list[Lane]) -> bool:
    """Whether a row without data has something to say over the lanes."""
    edge = lanes[0].first if lanes else 1
    over = [item for item in strip.items if item.last >= edge]
    if not over:
        return False
    return len(over) > 1 or over[0].column > 0  # else a title or a group that runs over the whole table


def _label_only(strip: Strip, lanes: list[Lane]) -> bool:
    return len(strip.items) == 1 and (strip.items[0].column == 0 or not lanes or strip.items[0].last < lanes[0].first)


def _says_header(strip: Strip, lanes: list[Lane]) -> bool:
    """Whether a row in the middle of a table is a header: years, dates or several texts over its lanes."""
    edge = lanes[0].first if lanes else 1
    over = [item for item in strip.items if item.last >= edge and (item.column > 0 or item is not strip.items[0])]
    if not over:
        return False
    label = strip.items[0] if strip.items[0] not in over else None
    dated = [item for item in over if item.year or when_of(item.text.text)]
    if dated and len(dated) * 2 >= len(over):
        return label is None or not _WORDY.search(label.text.text) or _unit_or_time(label.text.text) or label.bold
    texts = [item for item in over if item.reading.kind == "text" and _WORDY.search(item.text.text)]
    return len(texts) > 1 and (label is None or label.bold or _unit_or_time(label.text.text))


def _unit_or_time(text: str) -> bool:
    return _UNIT_WORDS.search(text) is not None or bool(when_of(text))


def bands_of(strips: list[Strip], lanes: list[Lane]) -> list[Band]:
    """The bands of a table: one for the header at the top, one more for each header in the middle."""
    band = Band()
    bands = [band]
    waiting: list[int] = []  # rows above the first data of a band that are titles of it, or groups of its rows
    started = False
    for strip in strips:
        if not strip.items:
            continue
        if _data(strip) and not _split_date(strip):
            _settle(band, waiting, strips)
            waiting, started = [], True
            band.body.append(strip.row)
        elif not started:
            if _label_only(strip, lanes) or not _headlike(strip, lanes):
                waiting.append(strip.row)
            else:
                band.header += [*waiting, strip.row]
                waiting = []
        elif not _label_only(strip, lanes) and _headlike(strip, lanes) and _says_header(strip, lanes):
            tail = _tail(strips, band, lanes)
            band, started = Band([*tail, strip.row]), False
            bands.append(band)
        else:
            band.body.append(strip.row)
    _settle(band, waiting, strips)
    for each in bands:
        _read_header(each, strips, lanes)
    return bands


def _settle(band: Band, waiting: list[int], strips: list[Strip]) -> None:
    """Rows of one text above the first data: a unit or a period heads the table, the rest head groups."""
    for row in waiting:
        item = strips[row].items[0]
        into = band.header if _unit_or_time(item.text.text) and len(item.text.text) < 160 else band.body
        into.append(row)


def _tail(strips: list[Strip], band: Band, lanes: list[Lane]) -> list[int]:
    """Rows at the end of a band that belong to the header after it: a banner above its years."""
    tail: list[int] = []
    while band.body and (strip := strips[band.body[-1]]) and not _data(strip) and not _label_only(strip, lanes):
        if strip.items[0].column == 0 or not _headlike(strip, lanes):
            break
        tail.insert(0, band.body.pop())
    return tail


def _split_date(strip: Strip) -> bool:
    """A header row of days and months set in cells of their own: "30" beside "June"."""
    numbers = [item for item in strip.items if item.number]
    return (
        bool(numbers)
        and all(
            _DAYLIKE.fullmatch(item.text.text) and 0 < int(re.sub(r"\D", "", item.text.text) or 0) < 32
            for item in numbers
        )
        and any(
            when_of(f"{item.text.text} 1").day
            for item in strip.items
            if item.reading.kind == "text" and len(item.text.text) < 12
        )
    )


def _read_header(band: Band, strips: list[Strip], lanes: list[Lane]) -> None:
    """Which header cells stand over which lane, and which over the labels."""
    paths: list[list[str]] = [[] for _ in lanes]
    edge = lanes[0].first if lanes else 1
    for row in band.header:
        strip = strips[row]
        over: list[tuple[Item, list[int]]] = []
        apart = len({note for item in strip.items if (note := note_of(item.text.text))}) > 1
        for item in strip.items:
            hit = [n for n, lane in enumerate(lanes) if lane.touches(item.first, item.last)]
            if (
                note_of(item.text.text)
                and not when_of(item.text.text)
                and not counts(item.text.text.split("except")[0])
                and not (0 < len(hit) < len(lanes) and (apart or _named(item.text.text)))
            ):
                band.notes.append(item.text.text)
                continue
            if item.column == 0 and item.last >= edge and len(strip.items) == 1:
                band.titles.append(item.text.text)
            elif hit:
                over.append((item, hit))
            elif item.last < edge and (item.column == 0 or edge - item.last > 2 or item is strip.items[0]):
                band.stub.append(item.text.text)
            elif lanes:
                over.append((item, []))
        taken = {n for _, hit in over for n in hit}
        for item, hit in over:
            near = hit or _nearest(item, lanes, taken)
            for n in near:
                paths[n].append(item.text.text)
    band.paths = [tuple(dict.fromkeys(path)) for path in paths]


def _named(text: str) -> bool:
    """Whether a header cell with a unit names its column as well: "Value of shares to be bought (in millions)"."""
    return (
        not is_note_alone(text)
        and len(_WORDY.findall(_BRACKETS.sub(" ", text))) > 0
        and _BRACKETS.search(text) is not None
    )


def _nearest(item: Item, lanes: list[Lane], taken: set[int]) -> list[int]:
    """The lane beside a header cell that stands over none, if it has no header of its own on that row."""
    apart = sorted(
        (min(abs(lane.first - item.last), abs(item.first - lane.last)), n)
        for n, lane in enumerate(lanes)
        if n not in taken
    )
    return [apart[0][1]] if apart and apart[0][0] <= 3 else []


def best_lane(lanes: list[Lane], first: int, last: int, column: int) -> int | None:
    """The lane that shares most with the grid columns ``first`` to ``last``, or holds the digits in ``column``."""
    best, most = None, -1
    for n, lane in enumerate(lanes):
        if lane.touches(first, last):
            shared = min(lane.last, last) - max(lane.first, first) + 100 * lane.touches(column, column)
            if shared > most:
                best, most = n, shared
    return best
