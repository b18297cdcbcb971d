"""The day of an event that a table lists the amounts of: "assets acquired ... as of the acquisition date".

The table prints no date; the text above it does: "On May 3, 2024, the Company completed its acquisition of ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tickmark.ingest.figures.calendar import MONTH
from tickmark.ingest.model import Period
from tickmark.ingest.tables.when import when_of

__all__ = ["Event", "events_of", "happened_to", "speaks_of_event"]

_AT_EVENT = re.compile(
    r"\bacquisition[\s-]date\b|\bdate\s+of\s+(?:the\s+)?(?:acquisition|closing|merger|business\s+combination|sale"
    r"|disposal)\b"
    r"|\b(?:acquisition|closing|merger)\s+date\b|\bassets\s+(?:and\s+liabilities\s+)?acquired\b"
    r"|\bpurchase\s+(?:price\s+(?:allocation|consideration)|consideration)\b|\bconsideration\s+transferred\b"
    r"|\ballocation\s+of\s+the\s+(?:total\s+)?(?:purchase\s+price|consideration)\b",
    re.IGNORECASE,
)
_DAY = rf"(?:{MONTH}\s+\d{{1,2}},?\s+20\d\d|\d{{1,2}}\s+{MONTH}\s+20\d\d|{MONTH}\s+20\d\d)"
# "the acquired assets", "assets acquired": what was bought, and not that it was bought
_BOUGHT = (
    r"acquired(?!\s+(?:(?:in)?tangible|identifiable|assets?|liabilit\w+|business(?:es)?|compan\w+|entit\w+|net)\b)"
)
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bCo)[.;]\s+(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,}\b")
# what is stated of a purchase, whose ever it is
_AMOUNT = re.compile(
    r"\b(?:values?|amounts?|li(?:fe|ves)|years?|goodwill|totals?|averages?|prices?|others?|assets?|liabilit\w+|costs?"
    r"|consideration|adjust\w+|preliminary|estimates?|rates?|periods?|methods?|notes?)\b",
    re.IGNORECASE,
)
_MOST = 40
_STEM = 5  # letters: "Europe" is told of "European"
_HAPPENED = re.compile(
    rf"\b(?:on|in|effective|as\s+of)\s+(?P<day>{_DAY})\b[^.;]{{0,160}}?\b(?:{_BOUGHT}|complet\w+|clos(?:ed|ing)"
    rf"|consummat\w+"
    rf"|merged|purchased|sold|acquisition\s+of)\b"
    rf"|\b(?:{_BOUGHT}|completed|closed|consummated|purchased|sold)\b[^.;]{{0,160}}?\b(?:on|in)\s+(?P<late>{_DAY})\b",
    re.IGNORECASE,
)


def speaks_of_event(texts: Iterable[str]) -> bool:
    """Whether the words over a table say that its amounts are those at the date of an acquisition or a sale."""
    return any(_AT_EVENT.search(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Event:
    """The sentence that tells of an acquisition or a sale, and its day."""

    told: str
    period: Period


def events_of(texts: Iterable[str]) -> tuple[Event, ...]:
    """What happened and when, from the texts above a table, in their order."""
    events: list[Event] = []
    for text in texts:
        for found in _HAPPENED.finditer(text):
            day = when_of(found["day"] or found["late"])
            if day.days:
                period = Period("instant", None, day.days[0].isoformat(), day.text)
                events.append(Event(_sentence(text, found), period))
    return tuple(events[:_MOST])


def _sentence(text: str, found: re.Match[str]) -> str:
    """The sentence that a match stands in."""
    start = max((m.end() for m in _STOP.finditer(text, 0, found.start())), default=0)
    stop = _STOP.search(text, found.end())
    return text[start : stop.start() if stop else len(text)]


def happened_to(head: str, events: Sequence[Event]) -> Period | None:
    """The day of the one event that tells of what heads a column: "Harrow Mills", acquired "on May 3, 2024"."""
    words = [] if _AMOUNT.search(head) else [word[:_STEM].casefold() for word in _WORD.findall(head)]
    days = {
        event.period.end: event.period
        for event in events
        if words and all(re.search(rf"\b{re.escape(word)}", event.told.casefold()) for word in words)
    }
    return next(iter(days.values())) if len(days) == 1 else None
