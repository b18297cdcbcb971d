"""What every format reader hands on: a text, and the pieces cut from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Metadata
from tickmark.ingest.readers.pieces import Piece

__all__ = ["MARKED_UP", "Draft", "Places", "Reader", "printed_lines"]

MARKED_UP: Final = frozenset({"text/html", "application/xhtml+xml"})
"""Media types whose text is markup: their words stand in the pieces alone."""

Box = tuple[float, float, float, float]


class Places(Protocol):
    """Where the characters of the text stand on the pages of a paged document."""

    def place(self, start: int, end: int) -> tuple[int, Box] | None:
        """The 1-based page of ``text[start:end]`` and its box there (left, top, right, bottom in points), if printed.

        What runs over a page's end is placed on the page where it begins.
        """
        ...


@dataclass(slots=True)
class Draft:
    """A document cut into pieces, before its tables and figures are read.

    ``text`` is what every span points into: the source itself where it is text (HTML tags included), the words in
    reading order where it is not (PDF, Word). ``said`` is what the format itself says of the document, apart from what
    it prints: it wins over what is read off the face, and loses to what a person gives.
    """

    text: str
    lines: Lines
    pieces: list[Piece]
    media_type: str = "text/plain"
    places: Places | None = None
    said: Metadata = field(default_factory=Metadata)
    warnings: list[str] = field(default_factory=list)


Reader = Callable[[bytes, str], Draft]
"""``(data, source name) -> Draft``; raises :class:`~tickmark.ingest.errors.UnreadableFile`."""


def printed_lines(draft: Draft) -> list[str]:
    """The document as lines of words, tables too: the cells of a row on one line, with tabs between them."""
    if draft.media_type not in MARKED_UP:
        return draft.text.split("\n")
    found: list[str] = []
    for piece in draft.pieces:
        if piece.grid is None:
            found += piece.text.text.split("\n")
        else:
            rows = [[cell.text.text for cell in row.cells if cell and cell.text] for row in piece.grid.rows]
            found += ["\t".join(row) for row in rows if row]
    return found
