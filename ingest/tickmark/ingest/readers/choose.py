"""Which reader? The bytes say, not the name."""

from __future__ import annotations

from tickmark.ingest.readers.draft import Reader
from tickmark.ingest.readers.html import looks_like_html, read_html
from tickmark.ingest.readers.pdf import looks_like_pdf, read_pdf
from tickmark.ingest.readers.plain import read_plain

__all__ = ["choose"]


def choose(data: bytes) -> Reader:
    """The reader for a document that begins and looks like ``data``."""
    if looks_like_pdf(data):
        return read_pdf
    if looks_like_html(data):
        return read_html
    return read_plain
