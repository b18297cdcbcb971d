"""Plain text and Markdown, with the tables that stand inside them."""

from __future__ import annotations

from tickmark.ingest.lines import Lines
from tickmark.ingest.readers.decode import decode
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.pieces import cut

__all__ = ["read_plain"]


def read_plain(data: bytes, source: str) -> Draft:
    """The draft of a text or Markdown file.

    Raises:
        UnreadableFile: the file is empty, binary, or in an unknown encoding.
    """
    text, read_as = decode(data, source)
    warnings, lines = list(read_as), Lines(text)
    pieces = list(cut(text, lines, warnings))
    media_type = "text/markdown" if source.lower().endswith((".md", ".markdown")) else "text/plain"
    return Draft(text, lines, pieces, media_type, warnings=warnings)
