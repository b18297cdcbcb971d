"""Rows to segments: words that belong together, with the signs that are printed apart from their numbers put back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tickmark.ingest.markup import SUPERSCRIPTS
from tickmark.ingest.readers.pdf.page import Row, Word

__all__ = ["Segment", "is_dash", "is_numeric", "segments_of"]

_JOINED, _NUMBERS_JOINED, _SIGN_REACH = 0.72, 0.42, 14.0  # of the letters' height
_FEWEST_GAPS, _STRETCHED = 3, 1.25  # blanks in a line set to a width are alike
_MARKS = rf"(?:\s?[{SUPERSCRIPTS}*†‡§#^]+|\s?\((?:\d|[a-z])\)|\s?\[\w\])*"
_NUMBER = re.compile(
    rf"^[(\[~≈<>+−–—-]*\s?(?:(?:[A-Z]{{1,3}})?[$£€¥₹]|RMB|CHF)?\s?[(+−–—-]*\s?"
    rf"(?:\d(?:[\d,.'’]*\d)?|[.,]\d+)(?: \d{{3}})*\s?[)\]]*\s?"
    rf"(?:[%％‰]|pts?\.?|ppts?|bps?|pp|x|p|c|¢|m|bn)?\s?[)\]]*{_MARKS}$",
    re.IGNORECASE,
)
_DASH = re.compile(rf"^(?:[$£€¥]\s?)?[(]?[-–—−―]+[)]?\s?%?{_MARKS}$")
_NOTHING = re.compile(r"^(?:n/?a|n\.a\.|nil|n/?m|n\.m\.|nmf?|\*+)$", re.IGNORECASE)
_SIGN = re.compile(r"^(?:[A-Z]{0,3}[$£€¥₹]|RMB)?\s?[(\[−-]?$")
_CLOSER = re.compile(r"^[)\]]*[%％]?[)\]]*$|^(?:pts?|bps|pp)\.?[)\]]*$")
_OPEN_NUMBER = re.compile(r"\d$|^[(]?[$£€¥]?[(]?[-–—]$|\d\)$|%$")


@dataclass
class Segment:
    """Words set close together: one cell of a table's row, or a stretch of a line."""

    words: list[Word]

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return max(w.x1 for w in self.words)

    @cached_property
    def text(self) -> str:
        """The words, with blanks between those that have one."""
        return "".join(w.text if w.close or not i else f" {w.text}" for i, w in enumerate(self.words))

    @cached_property
    def numeric(self) -> bool:
        """Whether it is a number or a sign for nothing, as a cell of a table prints it."""
        return is_numeric(self.text)

    @property
    def middle(self) -> float:
        """Centre."""
        return (self.x0 + self.x1) / 2

    def over(self, x0: float, x1: float) -> float:
        """How much of the shorter of the two is covered by both, 0 to 1."""
        shared = min(self.x1, x1) - max(self.x0, x0)
        return max(0.0, shared) / max(0.1, min(self.x1 - self.x0, x1 - x0))


def is_dash(text: str) -> bool:
    """A dash in a cell of its own."""
    return _DASH.match(text) is not None


def is_numeric(text: str) -> bool:
    """A number, a dash, or letters that stand for no number."""
    return len(text) < 40 and (
        _NUMBER.match(text) is not None or _DASH.match(text) is not None or _NOTHING.match(text) is not None
    )


def segments_of(row: Row) -> list[Segment]:
    """The segments of a row, from left to right."""
    if _stretched(row):
        return [Segment(list(row.words))]
    parts: list[list[Word]] = []
    for at, word in enumerate(row.words):
        last = parts[-1] if parts else None
        following = row.words[at + 1] if at + 1 < len(row.words) else None
        join = _join(last, word, row.size, following) if last else None
        if last is None or join is None:
            parts.append([word])
        else:
            last.append(replace(word, close=True) if join == "close" and not word.close else word)
    return [Segment(part) for part in parts]


def _stretched(row: Row) -> bool:
    """Whether a line of running text is stretched to the width of its column: words apart, all equally far."""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(row.words) if not b.close and not b.raised)
    if len(gaps) < _FEWEST_GAPS or gaps[0] < _JOINED * row.size or gaps[-1] > _STRETCHED * gaps[0]:
        return False
    small = sum(word.text[:1].islower() for word in row.words)
    return 2 * small > len(row.words)


def _join(last: list[Word], word: Word, size: float, following: Word | None) -> str | None:
    """How a word goes on with the segment before it: "close" without a blank, "apart" with one, or not at all."""
    gap = word.x0 - last[-1].x1
    if word.close or gap < 0.02 * size:
        return "close"
    before = last[-1].text
    digits = re.match(r"^[($£€¥.−–—-]*\d|^[-–—]\)?$", word.text) is not None
    if _SIGN.match(before) and gap < _SIGN_REACH * size:
        if digits and (before[-1] not in "-−" or (gap < 0.3 * size and len(last) == 1)):
            return "close"
        if before[-1] in "$£€¥" and word.text == "(":
            return "close"
    if _CLOSER.match(word.text) and _OPEN_NUMBER.search(before) and gap < 1.7 * size:
        return "close"
    both = is_numeric(before) and is_numeric(word.text) and re.search(r"\d", before) is not None
    if word.raised:
        return "apart" if gap < 0.5 * size else None
    if _SIGN.match(word.text) and following is not None and _starts_number(following.text):
        # a sign belongs to what follows; it goes on with a sentence, not with a label far from it
        goes_on = gap < 0.6 * size and following.x0 - word.x1 < 0.3 * size and not is_numeric(before)
        return "apart" if goes_on else None
    if both and not before.endswith(","):
        return "apart" if gap < _NUMBERS_JOINED * size else None
    return "apart" if gap < _JOINED * size else None


def _starts_number(text: str) -> bool:
    return re.match(r"^[(−-]*\.?\d|^[-–—]$", text) is not None
