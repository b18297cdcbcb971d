"""The scale that the notes of a filing say once for their sentences too: "(Amounts in thousands)" over every page.

Most filings say the scale of their tables, and name that of an amount in a sentence beside it. Some write sentences as
they write tables: "depreciation was $1,234" under a head that says thousands. Words alone do not tell the two apart, so
a filing is believed only where its sentences print amounts of its scaled tables number for number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tickmark.ingest.model import Block, Callout, Figure, Heading, Paragraph, Table
from tickmark.ingest.tables.unit_notes import UnitNote, is_note_alone, note_of

__all__ = ["Stretch", "amounts", "stretches"]

ONE = Decimal(1)
_LONGEST_HEAD = 200
_NEAR = 3  # blocks: a page's head has a name, a title and a note
_NOTES = re.compile(
    r"\bnotes\s+(?:to|on|forming\s+part\s+of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}(?:statements|accounts)\b", re.IGNORECASE
)
_HEAD = re.compile(
    r"[^()]{0,120}[(]\s*(?:all\s+)?(?:amounts|figures|dollars)?\s*(?:are\s+)?(?:expressed|stated"
    r"|presented)?\s*in\b[^()]*[)]\W*",
    re.IGNORECASE,
)
_TABLES = re.compile(r"\b(?:tabular|tables?)\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:statements|amounts|figures|units|values|numbers)\b[^.;]{0,120}?\b(?:in"
    r"|of)\s+(?:the\s+)?(?:[\w.$£€¥]+\s+){0,3}"
    r"(?:thousands|millions)\b[^.;]{0,80}?\b(?:unless|except\s+(?:where|when|as)|if\s+not)\b[^.;]{0,30}?"
    r"\b(?:otherwise|stated|noted|indicated)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:(?:the\s+)?report\s+of\s+independent|independent\s+auditor|item\s+\d{1,2}[a-c]?\b|part\s+[ivx]{1,3}\b"
    r"|signatures?\W*$"
    r"|exhibits?\b|index\s+to\s+exhibits|management['’]s\s+(?:discussion|report)|directors['’]?\s+report"
    r"|remuneration\s+report|corporate\s+(?:governance|information)|glossary|investor\s+information)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks ``first`` up to ``stop`` (left out), over which ``note`` says a scale."""

    note: UnitNote
    first: int
    stop: int


def stretches(blocks: Sequence[Block]) -> Iterator[Stretch]:
    """The stretches of a filing over which a head or a sentence says one scale for all amounts."""
    note: UnitNote | None = None
    first = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            continue
        said = _note(blocks, at, block.text)
        ended = note is not None and len(block.text) < _LONGEST_HEAD and _ENDS.match(block.text) is not None
        if note is not None and (ended or (said is not None and said.scale != note.scale)):
            yield Stretch(note, first, at)
            note = None
        if said is not None and note is None:
            note, first = said, at
    if note is not None:
        yield Stretch(note, first, len(blocks))


def _note(blocks: Sequence[Block], at: int, text: str) -> UnitNote | None:
    """The scale that a block says for the sentences after it; None for one that speaks of tables."""
    said = _SAID.search(text)
    if said is not None:
        note = None if _TABLES.search(said[0]) else note_of(said[0])
    elif len(text) < _LONGEST_HEAD and (_HEAD.fullmatch(text) or is_note_alone(text)) and not _TABLES.search(text):
        note = note_of(text) if _NOTES.search(" ".join(_above(blocks, at))) else None
    else:
        note = None
    return note if note is not None and note.scale != ONE else None


def _above(blocks: Sequence[Block], at: int) -> Iterator[str]:
    """A block's own words, and those of the short ones right above it."""
    for block in blocks[max(0, at - _NEAR) : at + 1]:
        if isinstance(block, Heading | Paragraph | Callout) and len(block.text) < _LONGEST_HEAD:
            yield block.text


_OWN_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion)s?\b|\d\s?(?:k|mn?|bn)\b|[千万萬亿億]", re.IGNORECASE)
# what is printed in full whatever the tables do: prices, limits set by law, what people are paid, what recurs
_IN_FULL = re.compile(
    r"\b(?:FDIC|insured|minimum\s+wage|per\s+(?:annum|year|month|day|hour|person|employee)|each\s+share"
    r"|par\s+value|nominal\s+value|face\s+value|annually|monthly|weekly|salar(?:y|ies)|retainers?|severance"
    r"|principal\s+amount\s+of\s+(?:the\s+)?notes)\b",
    re.IGNORECASE,
)
_PRICE_BEFORE = re.compile(
    r"\b(?:(?:exercise|conversion|offering|share|stock|market|trading|closing|strike|unit|average|sale)\s+prices?|each"
    r"|every|per)\b"
    r"[^,;.]{0,40}$",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(
    r"\s*(?:per\b|each\b|apiece\b|/|an?\s+(?:share|unit|year|month|day|hour)\b|principal\s+amount)", re.IGNORECASE
)
_DECIMALS = re.compile(r"\.\d")
_LOOKED_AT = 90


def amounts(figures: Iterable[Figure], *, decimals: bool) -> Iterator[Figure]:
    """The figures of sentences that are whole sums of money and name no scale, so that one said above may be theirs.

    ``decimals``: the tables of that scale print decimals.
    """
    for figure in figures:
        if figure.origin == "cell" or figure.number is None or figure.scale != ONE or figure.currency is None:
            continue
        if figure.unit != figure.currency and figure.unit not in {"RMB"}:
            continue
        if (decimals or not _DECIMALS.search(figure.printed)) and not _plain(figure):
            yield figure


def _plain(figure: Figure) -> bool:
    """Whether the words of a sentence say that its amounts are written out."""
    if _OWN_SCALE.search(figure.context) or _IN_FULL.search(figure.context):
        return True
    at = figure.context.find(figure.printed)
    before, after = figure.context[max(0, at - _LOOKED_AT) : at], figure.context[at + len(figure.printed) :]
    return at < 0 or _PRICE_BEFORE.search(before) is not None or _EACH_AFTER.match(after) is not None
