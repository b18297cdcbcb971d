"""What every format reader hands on: a text, and the pieces cut from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Metadata
from tickmark.ingest.readers.ixbrl import Fact
from tickmark.ingest.readers.pieces import Piece

__all__ = ["Draft", "Places", "Reader"]

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
    it prints: it wins over what is read off the face, and loses to what a person gives. ``facts`` are its tagged
    numbers (inline XBRL), ``pages`` the offsets in ``text`` at which the pages of a paged document begin, if any.
    """

    text: str
    lines: Lines
    pieces: list[Piece]
    media_type: str = "text/plain"
    places: Places | None = None
    pages: tuple[int, ...] = ()
    said: Metadata = field(default_factory=Metadata)
    warnings: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words of the document without its markup: one paragraph or table row a line, tabs between cells."""
        if self.media_type != "text/html":
            return self.text
        return "\n".join(line for piece in self.pieces for line in _words(piece))


def _words(piece: Piece) -> Iterator[str]:
    if piece.grid is None:
        yield piece.text.text
    else:
        for row in piece.grid.rows:
            yield "\t".join(cell.text.text for cell in row.cells if cell and cell.text)


Reader = Callable[[bytes, str], Draft]
"""``(data, source name) -> Draft``; raises :class:`~tickmark.ingest.errors.UnreadableFile`."""
