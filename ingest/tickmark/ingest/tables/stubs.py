"""Labels of a printed grid's rows: which group a row stands in, by headings, indents and what ends a group."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tickmark.ingest.tables.condense import Item, Strip
from tickmark.ingest.tables.flows import moved
from tickmark.ingest.tables.offices import offices_of, with_office

__all__ = ["Stub", "stubs_of"]

_TOTAL = re.compile(r"^(?:sub)?-?total\b", re.IGNORECASE)
_NET = re.compile(r"net\b", re.IGNORECASE)
_ENDS = re.compile(r"^(?:total|net)\b", re.IGNORECASE)
_HANGING = re.compile(
    r"(?:\b(?:to|of|the|and|or|for|in|by|on|from|with|at|as|per|before|after|than|under|a|an|its|their|not)"
    r"|[,(–—/&-])$"
)
_CONTINUES = re.compile(r"^(?:[a-z(]|of\b|and\b)")
_SET_IN = 1.0  # points: less is how a line happens to stand


@dataclass(slots=True)
class Stub:
    """The label of a row: its group from outermost to innermost, its own words, and texts after it.

    ``year``: a year of the row itself, printed between its label and its numbers.
    """

    group: tuple[str, ...]
    label: str
    item: Item | None
    further: tuple[Item, ...] = ()
    year: Item | None = None


@dataclass(slots=True)
class _Heading:
    text: str
    indent: float
    column: int
    sets_in: bool | None = None  # whether its first row is set further in than it
    opened: bool = False  # whether a row under it is a balance at the beginning
    closed: bool = False  # and one a balance at the end


def stubs_of(strips: list[Strip], rows: list[int], edge: int | None) -> dict[int, Stub]:
    """The stubs of the rows that hold numbers; rows without numbers are headings of what follows, or wrapped labels.

    ``edge``: the first grid column of the numbers; None where no row has a label.
    """
    stubs: dict[int, Stub] = {}
    headings: list[_Heading] = []
    pending: list[Item] = []
    spanning: list[tuple[int, Item]] = []  # (past its last row, label over several rows)
    last: Stub | None = None
    offices = offices_of(strips, rows)
    under_names = {row for taken, _ in offices.values() for row in taken}
    for row in rows:
        strip = strips[row]
        if row in under_names and last is not None:
            if strip.numbers:  # an older year of the person above, beside the office
                stubs[row] = last = replace(last, further=(), year=next((i for i in strip.items if i.year), None))
            continue
        labels = [item for item in strip.items if _is_label(item, strip, edge)]
        spanning = [(end, item) for end, item in spanning if end > row]
        if not strip.numbers or (len(strip.numbers) == 1 and strip.numbers[0] in labels):
            _no_numbers(labels, headings, pending, last, strip)
            continue
        own = labels[0] if labels else None
        spanning += [(row + item.height, item) for item in labels if item.height > 1]
        above = [item for _, item in spanning if item not in labels]
        label = own.text.text if own else ""
        if own is not None:
            label = _unwrap(label, own, pending, headings)
        if own is not None and own.year and last is not None and _under_year(own, last):
            stubs[row] = last = Stub(last.group, last.label, last.item, year=own)
            continue
        for item in pending:
            _enter(headings, item)
        pending.clear()
        if own is not None:
            _settle(headings, own, label)
        group = tuple(h.text for h in headings)
        if above:
            group = (*group, *(item.text.text for item in above))
        if own is None and not above and last is not None:
            stub = Stub((*last.group, last.label) if last.label and not last.item else last.group, last.label, None)
            stubs[row] = Stub(group, "", None)
            continue
        year = next((i for i in strip.items if i.year and i is not own and edge is not None and i.last < edge), None)
        label = with_office(label, offices[row][1]) if row in offices else label
        stub = Stub(group, label, own, tuple(labels[1:]), year)
        stubs[row] = stub
        last = stub
    return stubs


def _under_year(own: Item, last: Stub) -> bool:
    """Whether a year stands under the year that the row above prints behind its label: it is a row of that label."""
    return own.column > 0 and last.year is not None and last.year.column == own.column


def _is_label(item: Item, strip: Strip, edge: int | None) -> bool:
    """Whether an item names its row: a text, or a number or year in front of the value columns."""
    if item.reading.kind == "text":
        return True
    if edge is None:
        return False
    return item is strip.items[0] and (item.column == 0 or item.last < edge) and len(strip.items) > 1


def _no_numbers(
    labels: list[Item], headings: list[_Heading], pending: list[Item], last: Stub | None, strip: Strip
) -> None:
    """A row without numbers: a heading, the first line of a wrapped label, or the last line of one."""
    if not labels:
        return
    item = labels[0]
    text = item.text.text
    if last is not None and not pending and _CONTINUES.match(text) and _HANGING.search(last.label):
        last.label = f"{last.label} {text}"
        return
    if len(text) <= 300:
        pending.append(item)


def _unwrap(label: str, own: Item, pending: list[Item], headings: list[_Heading]) -> str:
    """The label with the lines above it that it goes on from."""
    while pending:
        upper = pending[-1]
        text = upper.text.text
        if text.endswith(":") or not (_HANGING.search(text) or _CONTINUES.match(label)):
            break
        if upper.bold and not own.bold and not (_HANGING.search(text) and _CONTINUES.match(label)):
            break  # "Analysed as" in bold letters heads the rows below it
        label = f"{text} {label}"
        pending.pop()
    return label


def _enter(headings: list[_Heading], item: Item) -> None:
    """Enters a heading: those that are no further out are over."""
    text, indent = item.text.text, item.indent
    while headings and (headings[-1].indent >= indent - 0.1 or item.column < headings[-1].column):
        headings.pop()
    headings.append(_Heading(text, indent, item.column))


def _settle(headings: list[_Heading], own: Item, label: str) -> None:
    """Leaves the headings that a row stands under no more, and tells the innermost of the others of it."""
    while headings and _left(headings[-1], own, label):
        headings.pop()
    if not headings:
        return
    inner = headings[-1]
    if inner.sets_in is None:
        inner.sets_in = own.indent > inner.indent + _SET_IN
    inner.opened = inner.opened or moved(label) == "opening"
    inner.closed = inner.closed or moved(label) == "closing"


def _left(heading: _Heading, own: Item, label: str) -> bool:
    """Whether a row is no member of the heading above it any more."""
    if own.indent < heading.indent - 0.1:
        return True
    if own.indent > heading.indent + 0.1 or (heading.opened and moved(label) == "closing"):
        return False
    if heading.opened and not heading.closed and _NET.match(label):
        return False  # what moved between the balance at the beginning and the one at the end
    if not _ENDS.match(label):
        return heading.sets_in is True  # its rows are set further in than it, and this one is not
    rest = set(re.findall(r"\w+", label.lower())) - {"total", "net"}
    return not rest <= set(re.findall(r"\w+", heading.text.lower()))
