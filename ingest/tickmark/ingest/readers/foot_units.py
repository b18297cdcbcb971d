"""The unit of a table where it stands below it: a foot line, or the sentence that announces the table.

A page that is put together from a filing may print a table first and the words that led to it after it: "Other assets
consisted of the following (in thousands):" with no table after it. Such words are taken only where no other table
follows them, and only from the lines right below: a scale is never guessed from further away.
"""

from __future__ import annotations

import re

from tickmark.ingest.figures.units import UnitSpec
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.unit_notes import is_note_alone, note_of

__all__ = ["foot_line", "unit_below"]

_NEAR = 3  # pieces: a foot line stands under the notes of its table at most
_REACH = 8
_LONGEST = 1_200
_ANNOUNCES = re.compile(
    r"\b(?:follow(?:s|ing)|below|tables?|consist(?:s|ed)?|compris(?:es|ed)|summar\w+|components?|set\s+forth|presents?"
    r"|presented)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(r"\bnotes\s+to\s+(?:the\s+)?(?:\w+\s+){0,3}(?:statements|accounts)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?:])\s+(?=[A-Z(])")
_HEAD = re.compile(
    r"[^()]{0,120}[(（]\s*(?:all\s+)?(?:tabular\s+)?(?:amounts|dollars)?\s*(?:expressed\s+)?in\b[^()]*[)）]\W*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）][\s.:;]*$|[(（]([^()（）]*)[)）]")
_EXPRESSED = re.compile(
    r"^\(?\s*(?:all\s+|tabular\s+)?(?:amounts?\s+)?(?:expressed|stated|amounts?|tables?|in)\b", re.IGNORECASE
)


def foot_line(pieces: list[Piece], index: int) -> str:
    """The line under table ``index`` that says its unit and nothing else; empty where none does."""
    for at in range(index + 1, min(index + 1 + _NEAR, len(pieces))):
        piece = pieces[at]
        if piece.kind != "text":
            break
        if is_note_alone(piece.text.text):
            return "" if _leads_on(pieces, at) else piece.text.text
    return ""


def unit_below(pieces: list[Piece], index: int) -> UnitSpec:
    """The unit that the words below table ``index`` give it; empty where they give none, or speak of another table."""
    for at in range(index + 1, min(index + 1 + _REACH, len(pieces))):
        piece = pieces[at]
        if piece.kind == "grid":
            break
        text = piece.text.text
        if not (said := _said(text)):
            continue
        if _leads_on(pieces, at):
            break
        note = note_of(said)
        if note is None:
            continue
        unit, currency = note.currency or (None, None)
        return UnitSpec(unit, currency, note.scale)
    return UnitSpec()


def _said(text: str) -> str:
    """The words of a text that say the unit of a table: a note, a page's head, an announcement; empty if none do."""
    if is_note_alone(text) or (len(text) < 200 and (_EXPRESSED.match(text) or _HEAD.fullmatch(text))):
        return text
    found: list[str] = []
    for sentence in _SENTENCE.split(text[:_LONGEST]):
        if _ANNOUNCES.search(sentence) or sentence.rstrip().endswith(":") or _NOTES.search(sentence[:160]):
            found += [f"({said})" for m in _BRACKETS.finditer(sentence) if note_of(said := m[1] or m[2])]
    scales = {note.scale for said in found if (note := note_of(said))}
    return found[0] if len(scales) == 1 else ""  # two that differ speak of two tables


def _leads_on(pieces: list[Piece], at: int) -> bool:
    """Whether another table follows right below, so that the words are its own."""
    return any(piece.kind == "grid" for piece in pieces[at + 1 : at + 3])
