"""The days of acquisitions and sales that the text above a table tells, as far as the heading that it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.events import Event, events_of

__all__ = ["events_above"]

_FURTHEST = 24
_FURTHEST_PARENT = 60


def events_above(pieces: list[Piece], index: int) -> tuple[Event, ...]:
    """What happened by the text between piece ``index`` and its heading, nearest first, or else by its parent's.

    Right under the heading over that heading stands what holds for all below it ("Acquisition of ..." over "Purchase
    Consideration"), as long as a single day is told there.
    """
    above: list[str] = []
    for back in range(index - 1, max(-1, index - 1 - _FURTHEST), -1):
        piece = pieces[back]
        if piece.kind != "grid":
            above.append(piece.text.text)
        if piece.kind == "heading":
            break
    if found := events_of(above):
        return found
    told = events_of(_of_parent(pieces, index))
    return told if len({event.period.end for event in told}) == 1 else ()


def _of_parent(pieces: list[Piece], index: int) -> list[str]:
    """The texts between the heading over the nearest heading above and the first that stands under it."""
    texts: list[str] = []
    level: int | None = None
    for piece in _upwards(pieces, index):
        if piece.kind == "text":
            texts.append(piece.text.text)
        elif piece.kind == "heading":
            level = level or piece.level
            if 0 < piece.level < level:
                return texts
            texts.clear()
    return []


def _upwards(pieces: list[Piece], index: int) -> Iterator[Piece]:
    return (pieces[back] for back in range(index - 1, max(-1, index - 1 - _FURTHEST_PARENT), -1))
