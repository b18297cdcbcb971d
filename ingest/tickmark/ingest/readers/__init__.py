"""From bytes to a filing: one format, one file. :func:`read` picks the reader by content, not by name."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace

from tickmark.ingest.currency import currency_of
from tickmark.ingest.dollars import in_own_dollars
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.fiscal import fiscal_part
from tickmark.ingest.markup import clean
from tickmark.ingest.metadata import Face, is_face_line, language_of, read_face
from tickmark.ingest.model import Filing, Metadata
from tickmark.ingest.readers.choose import choose
from tickmark.ingest.readers.decode import with_mark
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.ixbrl_overlay import with_tags
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.readers.prose_scale import with_prose_scales
from tickmark.ingest.readers.text import footnotes, read_blocks
from tickmark.ingest.reporting import closings_of, plausible, reporting_of
from tickmark.ingest.source import Source
from tickmark.ingest.tables.shared_scale import with_shared_scales

__all__ = ["read"]

_IN_GRIDS = frozenset({"text/html", "application/pdf"})  # formats whose tables are read by their geometry
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
    marked = with_mark(data)
    draft = choose(marked)(marked, source)
    if not draft.pieces:
        draft.warnings.append("there are no words in it: a page that a program fills is to be saved once it shows them")
    filing = _filing(draft, hashlib.sha256(data).hexdigest()[:16], source, _over(given or Metadata(), draft.said))
    return replace(filing, pages=draft.pages, original=data) if draft.pages else filing


def _filing(draft: Draft, filing_id: str, source: str, given: Metadata) -> Filing:
    """The filing of a draft: its face, its calendar, and with these its tables and figures."""
    text, lines, pieces, words = draft.text, draft.lines, draft.pieces, draft.words
    face = read_face(
        [(line, p.level) for p in pieces if p.kind != "grid" for line in _face_lines(p, draft)],
        words,
        words.split("\n"),
    )
    reporting = reporting_of(words, face, given)
    if not plausible(face, reporting.calendar.reporting):
        face = replace(face, published=None)
    calendar = reporting.calendar
    if draft.media_type in _IN_GRIDS:
        calendar = replace(calendar, closings=closings_of(words))
    place = Source(filing_id, text, lines, calendar, footnotes(pieces), draft.warnings, draft.places, len(draft.pages))
    blocks = read_blocks(place, pieces)
    if draft.media_type in _IN_GRIDS:
        blocks, took = with_shared_scales(blocks)
        if took:
            tables = "1 table prints" if took == 1 else f"{took} tables print"
            draft.warnings.append(f"{tables} no scale: read in that of a table with the same amounts")
    blocks, told = with_prose_scales(blocks)
    if told:
        draft.warnings.append(f"{told} amounts in sentences are read in the scale that is said above them")
    blocks = with_tags(blocks, draft.facts, place)
    warnings = [*draft.warnings, *_missing(given, face, calendar)]
    year, part = fiscal_part(calendar.reporting, calendar, reporting.sure)
    tickers = given.tickers or face.tickers
    names = (given.issuer, *given.issuer_names, *face.names, *tickers)
    filing = Filing(
        id=filing_id,
        source=source,
        text=text,
        blocks=blocks,
        title=given.title or face.title,
        issuer=given.issuer or face.issuer,
        issuer_names=tuple(dict.fromkeys(n for n in names if n)),
        stock_code=given.stock_code or next(iter(given.tickers), None) or face.stock_code,
        form=given.form or face.form,
        published=given.published or face.published,
        period=calendar.reporting,
        language=given.language or language_of(words),
        media_type=draft.media_type,
        warnings=tuple(dict.fromkeys(warnings)),
        tickers=tickers,
        cik=given.cik or face.cover.cik,
        accession=given.accession or face.cover.accession,
        fiscal_year=given.fiscal_year or year,
        fiscal_period=given.fiscal_period or part,
        fiscal_year_end="{:02}-{:02}".format(*calendar.fiscal_end) if reporting.sure else None,
        amends=given.amends or face.amends,
    )
    return in_own_dollars(replace(filing, currency=given.currency or currency_of(words, filing.figures())))


def _over(given: Metadata, said: Metadata) -> Metadata:
    """What a person gives, and for the rest what the format says."""
    return replace(said, **{f.name: value for f in fields(given) if (value := getattr(given, f.name))})


def _face_lines(piece: Piece, draft: Draft) -> list[str]:
    """A piece as the face of a filing prints it: a block of names, codes and dates line by line, a paragraph whole."""
    first, last = piece.lines
    long = draft.lines.bounds(last)[1] - draft.lines.bounds(first)[0] > _FACE
    if piece.styled or piece.kind != "text" or not 0 < last - first < 12 or long:
        return [piece.text.text]
    printed = [clean(draft.text, *draft.lines.bounds(number)).text for number in range(first, last + 1)]
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
