"""Lines that are no table: paragraphs put together, headings told by their letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tickmark.ingest.readers.pdf.page import Page, Row

__all__ = ["Letters", "Paragraph", "letters_of", "paragraphs_of"]

_ITEM = re.compile(r"^(?:[-*•●▪◦‣·►■□➢✓]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\))(?:\s+\S|$)")
_NOTE = re.compile(r"^(?:[⁰¹²³⁴-⁹ᵃ-ᶻ]{1,3}|\[\w{1,3}\])\s*\S")
_ENDED = re.compile(r"[.:;?!。：；？！]['\"”’)]*$")
_UNITS = re.compile(
    r"^\(?(?:(?:(?:dollars?|dollar|amounts?|tabular|figures|expressed|stated|shown|presented|all|are|except|shares?|and"
    r"|US|U\.S\."
    r"|RMB|HK\$|[$£€])\s+){0,6}in\s+(?:(?:[A-Z]{0,3}[$£€]|RMB|U\.S\.)\s?)?(?:(?:millions?|thousands?|billions?"
    r"|['’]000)\b"
    r"|(?:dollars|RMB)\b)|millions\b|thousands\b|\(?(?:un)?audited\b|units?\s?:|单位|單位)",
    re.IGNORECASE,
)
_LARGER = 1.1
_MOST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Letters:
    """How the document is set: the height of its text, whether that is bold, and the larger heights, largest first."""

    size: float
    bold: bool
    larger: tuple[float, ...]


@dataclass(slots=True)
class Paragraph:
    """Rows that are one paragraph or heading; ``level`` is 0 for a paragraph."""

    rows: list[Row]
    level: int = 0
    item: bool = False
    note: bool = False


def letters_of(pages: list[Page]) -> Letters:
    """How most of the document is set."""
    sizes: Counter[float] = Counter()
    bold = total = 0
    for page in pages:
        for word in page.words:
            sizes[round(2 * word.size) / 2] += len(word.text)
            bold += word.bold * len(word.text)
            total += len(word.text)
    if not sizes:
        return Letters(10.0, False, ())
    size = sizes.most_common(1)[0][0]
    larger = sorted((s for s in sizes if s > _LARGER * size), reverse=True)
    return Letters(size, 2 * bold > total, tuple(larger))


def paragraphs_of(rows: list[Row], width: tuple[float, float], letters: Letters, apart: set[int]) -> list[Paragraph]:
    """The paragraphs of consecutive rows; ``apart`` are ids of rows that are set in pieces and stand alone."""
    lead = _lead(rows)
    found: list[list[Row]] = []
    for row in rows:
        if found and id(row) not in apart and id(found[-1][-1]) not in apart and _goes_on(found[-1], row, width, lead):
            found[-1].append(row)
        else:
            found.append([row])
    return [_paragraph(each, letters) for each in found]


def _lead(rows: list[Row]) -> float:
    """The usual distance of base lines, in heights of the letters."""
    steps = sorted((b.base - a.base) / a.size for a, b in pairwise(rows) if 0 < b.base - a.base < 1.8 * a.size)
    return steps[len(steps) // 3] if steps else 1.2


def _goes_on(above: list[Row], row: Row, width: tuple[float, float], lead: float) -> bool:
    last, first = above[-1], above[0]
    step = (row.base - last.base) / max(1.0, last.size)
    if not 0 < step <= 1.25 * lead + 0.08 or abs(row.size - last.size) > 0.08 * last.size:
        return False
    if row.bold != last.bold and (len(above) == 1 or row.bold):
        return False
    if _ITEM.match(row.text) or _NOTE.match(row.text) or _is_units(row.text) or _is_units(last.text):
        return False
    left = min(first.x0, last.x0)
    wide = max(60.0, width[1] - width[0])
    if row.x0 > left + 6 and len(above) > 1 and abs(last.x0 - left) < 3 and not _ITEM.match(first.text):
        return False  # a first line set in
    ended = _ENDED.search(last.text) is not None
    room = width[1] - last.x1
    following = row.words[0].x1 - row.words[0].x0
    if room > following + 0.3 * row.size + 0.08 * wide:
        # the next word had room on the line above: the line was ended on purpose, unless it is centred or set ragged
        return not ended and room < 0.5 * wide and not row.text[:1].isupper()
    return True


def _is_units(text: str) -> bool:
    """A line of its own that says in what the figures are given."""
    return len(text) < 100 and _UNITS.match(text) is not None and len(text.split()) < 16


def _paragraph(rows: list[Row], letters: Letters) -> Paragraph:
    text = rows[0].text
    level = _level(rows, letters)
    return Paragraph(
        rows, level, not level and _ITEM.match(text) is not None, not level and _NOTE.match(text) is not None
    )


def _level(rows: list[Row], letters: Letters) -> int:
    """The level of a heading: by the size of its letters, then capitals, then bold; 0 for text."""
    text = " ".join(r.text for r in rows)
    if (
        _is_units(text)
        or len(text) > _MOST_HEADING
        or len(rows) > 3
        or not re.search(r"[^\W\d_]{2}", text)
        or re.match(r"^[a-z(]", text)
    ):
        return 0
    large = rows[0].size > _LARGER * letters.size
    bold = all(r.bold for r in rows) and not letters.bold
    if not (large or bold) or re.search(r"[,;]$|(?<!\b[A-Z])\.$" if large else r"[.,;]$", text):
        return 0
    if len(re.findall(r"\d", text)) > 0.3 * len(text):
        return 0
    if large:
        rank = sum(s > 1.04 * rows[0].size for s in letters.larger)
        return 1 + min(2, rank // 2)
    upper = text.upper() == text
    return 4 if upper else 6 if all(r.italic for r in rows) else 5
