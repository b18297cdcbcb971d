"""Which reader? The bytes say, not the name."""

from __future__ import annotations

from tickmark.ingest.readers.draft import Reader
from tickmark.ingest.readers.pdf import read_pdf
from tickmark.ingest.readers.plain import read_plain

__all__ = ["choose"]


def choose(data: bytes) -> Reader:
    """The reader for a document that begins and looks like ``data``."""
    if b"%PDF-" in data[:1024]:
        return read_pdf
    return read_plain
