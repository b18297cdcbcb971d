"""The day of an event that a table lists the amounts of: "assets acquired ... as of the acquisition date".

The table prints no date; the text above it does: "On May 3, 2024, the Company completed its acquisition of ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tickmark.ingest.figures.calendar import MONTH
from tickmark.ingest.model import Period
from tickmark.ingest.tables.when import when_of

__all__ = ["event_of", "speaks_of_event"]

_AT_EVENT = re.compile(
    r"\bacquisition[\s-]date\b|\bdate\s+of\s+(?:the\s+)?(?:acquisition|closing|merger|business\s+combination|sale"
    r"|disposal)\b"
    r"|\b(?:acquisition|closing|merger)\s+date\b|\bassets\s+(?:and\s+liabilities\s+)?acquired\b"
    r"|\bpurchase\s+(?:price\s+(?:allocation|consideration)|consideration)\b|\bconsideration\s+transferred\b"
    r"|\ballocation\s+of\s+the\s+(?:total\s+)?(?:purchase\s+price|consideration)\b",
    re.IGNORECASE,
)
_DAY = rf"(?:{MONTH}\s+\d{{1,2}},?\s+20\d\d|\d{{1,2}}\s+{MONTH}\s+20\d\d|{MONTH}\s+20\d\d)"
_HAPPENED = re.compile(
    rf"\b(?:on|in|effective|as\s+of)\s+(?P<day>{_DAY})\b[^.;]{{0,160}}?\b(?:acquired|complet\w+|clos(?:ed|ing)"
    rf"|consummat\w+"
    rf"|merged|purchased|sold|acquisition\s+of)\b"
    rf"|\b(?:acquired|completed|closed|consummated|purchased|sold)\b[^.;]{{0,160}}?\b(?:on|in)\s+(?P<late>{_DAY})\b",
    re.IGNORECASE,
)


def speaks_of_event(texts: Iterable[str]) -> bool:
    """Whether the words over a table say that its amounts are those at the date of an acquisition or a sale."""
    return any(_AT_EVENT.search(text) for text in texts)


def event_of(texts: Iterable[str]) -> Period | None:
    """The moment at which it happened, from the texts above a table, nearest first."""
    for text in texts:
        found = next(_HAPPENED.finditer(text), None)
        day = when_of(found["day"] or found["late"]) if found else None
        if day and day.days:
            return Period("instant", None, day.days[0].isoformat(), day.text)
    return None
