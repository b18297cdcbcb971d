"""From bytes to a filing: one format, one file. :func:`read` picks the reader by content, not by name."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import clean
from tickmark.ingest.metadata import Face, is_face_line, language_of, read_face
from tickmark.ingest.model import Filing, Metadata
from tickmark.ingest.readers.choose import choose
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.readers.text import footnotes, read_blocks
from tickmark.ingest.reporting import calendar_of
from tickmark.ingest.source import Source

__all__ = ["read"]

_FACE = 4_000  # characters: a block of names, codes and dates is short


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
    draft = choose(data)(data, source)
    return _filing(draft, hashlib.sha256(data).hexdigest()[:16], source, _over(given or Metadata(), draft.said))


def _filing(draft: Draft, filing_id: str, source: str, given: Metadata) -> Filing:
    """The filing of a draft: its face, its calendar, and with these its tables and figures."""
    text, lines, pieces = draft.text, draft.lines, draft.pieces
    face = read_face(
        [(line, p.level) for p in pieces if p.kind != "grid" for line in _face_lines(p, text, lines)], text
    )
    calendar = calendar_of(text, face)
    place = Source(filing_id, text, lines, calendar, footnotes(pieces), draft.warnings, draft.places)
    blocks = read_blocks(place, pieces)
    warnings = [*draft.warnings, *_missing(given, face, calendar)]
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
        media_type=draft.media_type,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _over(given: Metadata, said: Metadata) -> Metadata:
    """What a person gives, and for the rest what the format says."""
    return replace(said, **{f.name: value for f in fields(given) if (value := getattr(given, f.name)) is not None})


def _face_lines(piece: Piece, text: str, lines: Lines) -> list[str]:
    """A piece as the face of a filing prints it: a block of names, codes and dates line by line, a paragraph whole."""
    first, last = piece.lines
    if piece.kind != "text" or not 0 < last - first < 12 or lines.bounds(last)[1] - lines.bounds(first)[0] > _FACE:
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
