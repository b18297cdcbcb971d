"""Which reader? The bytes say, not the name."""

from __future__ import annotations

from collections.abc import Callable

from tickmark.ingest.readers.csv import is_csv, read_csv
from tickmark.ingest.readers.docx import read_docx
from tickmark.ingest.readers.draft import Reader
from tickmark.ingest.readers.html import looks_like_html, read_html
from tickmark.ingest.readers.ooxml import is_refused, kind_of, refuse
from tickmark.ingest.readers.pdf import looks_like_pdf, read_pdf
from tickmark.ingest.readers.plain import read_plain
from tickmark.ingest.readers.xlsx import read_xlsx

__all__ = ["choose"]

# The first test that says yes decides; formats with a mark of their own stand before those that only look like one.
_READERS: tuple[tuple[Callable[[bytes], bool], Reader], ...] = (
    (looks_like_pdf, read_pdf),
    (lambda data: kind_of(data) == "docx", read_docx),
    (lambda data: kind_of(data) == "xlsx", read_xlsx),
    (is_refused, refuse),
    (looks_like_html, read_html),
    (is_csv, read_csv),
)


def choose(data: bytes) -> Reader:
    """The reader for a document that begins and looks like ``data``; what no other can read goes to plain text."""
    return next((reader for fits, reader in _READERS if fits(data)), read_plain)
