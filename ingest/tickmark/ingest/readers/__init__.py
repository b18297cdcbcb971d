"""From bytes to a filing: one format, one file. :func:`read` picks the reader by content, not by name."""

from __future__ import annotations

import hashlib

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import clean
from tickmark.ingest.metadata import Face, is_face_line, language_of, read_face
from tickmark.ingest.model import Filing, Metadata
from tickmark.ingest.readers.decode import decode
from tickmark.ingest.readers.pieces import Piece, cut
from tickmark.ingest.readers.text import footnotes, read_blocks
from tickmark.ingest.reporting import calendar_of
from tickmark.ingest.source import Source

__all__ = ["read"]


def read(data: bytes, source: str, given: Metadata | None = None) -> Filing:
    """Reads one filing.

    Args:
        data: the bytes of the file.
        source: its name as given; it stands in every citation.
        given: metadata that wins over what the filing says of itself.

    Returns:
        The filing with its blocks, tables and figures.

    Raises:
        UnreadableFile: the file is empty, binary, or in an unknown encoding.
    """
    text, read_as = decode(data, source)
    warnings = list(read_as)
    given = given or Metadata()
    filing_id = hashlib.sha256(data).hexdigest()[:16]
    lines = Lines(text)
    pieces = list(cut(text, lines, warnings))
    face = read_face(
        [(line, p.level) for p in pieces if p.kind != "grid" for line in _face_lines(p, text, lines)], text
    )
    calendar = calendar_of(text, face)
    place = Source(filing_id, text, lines, calendar, footnotes(pieces), warnings)
    blocks = read_blocks(place, pieces)
    warnings += _missing(given, face, calendar)
    names = tuple(dict.fromkeys(n for n in (given.issuer, *face.names) if n))
    return Filing(
        id=filing_id,
        source=source,
        text=text,
        blocks=blocks,
        title=given.title or face.title,
        issuer=given.issuer or face.issuer,
        issuer_names=names,
        stock_code=given.stock_code or face.stock_code,
        form=given.form or face.form,
        published=given.published or face.published,
        period=calendar.reporting,
        language=given.language or language_of(text),
        media_type="text/markdown" if source.lower().endswith((".md", ".markdown")) else "text/plain",
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _face_lines(piece: Piece, text: str, lines: Lines) -> list[str]:
    """A piece as the face of a filing prints it: a block of names, codes and dates line by line, a paragraph whole."""
    first, last = piece.lines
    if piece.kind != "text" or not 0 < last - first < 12:
        return [piece.text.text]
    printed = [clean(text, *lines.bounds(number)).text for number in range(first, last + 1)]
    return printed if any(is_face_line(line) for line in printed) else [piece.text.text]


def _missing(given: Metadata, face: Face, calendar: Calendar) -> list[str]:
    """What neither the filing nor the person says, although answers lean on it."""
    missing = []
    if not (given.issuer or face.issuer):
        missing.append("no issuer was found: give one, so that questions can name it")
    if not (given.published or face.published):
        missing.append("no date of publication was found")
    if calendar.reporting is None:
        missing.append("no reporting period was found: figures without a period of their own have none")
    return missing
