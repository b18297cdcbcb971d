"""Periods as people write them, in headers, sentences and questions.

:func:`find_periods` goes through a table of patterns (:mod:`.period_table`), the most specific first; what one has
taken, the next does not see.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.period_builders import prior_year
from tickmark.ingest.figures.period_table import PATTERNS
from tickmark.ingest.model import Period

__all__ = ["PeriodMention", "find_period", "find_periods", "own_period", "own_periods", "prior_year"]


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period and where in the text it was read; ``relative`` when it leans on the filing's reporting period."""

    start: int
    stop: int
    period: Period
    relative: bool = False


# every pattern needs at least one of these
_HINT = re.compile(
    r"(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4}年|\bFY|[1-4]Q|Q[1-4]|[12]H|H[12]|period|year|date|twelve\s+months|[年期]",
    re.IGNORECASE,
)


# the patterns that each word may belong to, by their place in the table
_BY_WORD: defaultdict[str, set[int]] = defaultdict(set)
for _place, (*_, _words) in enumerate(PATTERNS):
    for _word in _words:
        _BY_WORD[_word].add(_place)


def find_periods(text: str, calendar: Calendar | None = None) -> list[PeriodMention]:
    """Every period in ``text``, in the order of the text; overlapping readings resolved to the most specific."""
    if not _HINT.search(text):
        return []
    calendar = calendar or Calendar()
    taken: list[PeriodMention] = []
    rest, used, folded = text, bytearray(len(text)), text.casefold()
    possible = set().union(*(places for word, places in _BY_WORD.items() if word in folded))
    for place in sorted(possible):
        pattern, build, relative, _ = PATTERNS[place]
        before = len(taken)
        for found in pattern.finditer(rest):
            start, stop = found.span()
            period = None if any(used[start:stop]) else build(found, calendar)
            if period is not None:
                taken.append(PeriodMention(start, stop, period, relative))
                used[start:stop] = b"\1" * (stop - start)
        if len(taken) > before:
            rest = _without(rest, taken[before:])
    return sorted(taken, key=lambda m: m.start)


def _without(text: str, taken: list[PeriodMention]) -> str:
    """The text with what was taken made unreadable; not white space, which every pattern would look through."""
    chars = list(text)
    for mention in taken:
        width = mention.stop - mention.start
        chars[mention.start : mention.stop] = f" {chr(0) * (width - 2)} "[:width]
    return "".join(chars)


def find_period(text: str, calendar: Calendar | None = None) -> Period | None:
    """The period that ``text`` speaks of first, or None."""
    found = find_periods(text, calendar)
    return found[0].period if found else None


_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|comparing (?:with|to)|as against|against|versus|vs\.?|from(?: that of)?|over"
    r"|relative to|on) (?:the |that of |those of |that in |those in |in |at |for |during )?$|[较較比与與]$",
    re.IGNORECASE,
)


def own_periods(text: str, calendar: Calendar | None = None) -> list[PeriodMention]:
    """The periods that a text speaks of itself, without those it only compares with ("than the previous year")."""
    found = find_periods(text, calendar)
    return [
        m
        for m in found
        if not _COMPARED.search(text[max(0, m.start - 60) : m.start])
        or re.match(r"(?:on|from)\b", m.period.text, re.IGNORECASE)
    ]


def own_period(text: str, calendar: Calendar | None = None) -> Period | None:
    """The first of :func:`own_periods`, or None."""
    found = own_periods(text, calendar)
    return found[0].period if found else None
