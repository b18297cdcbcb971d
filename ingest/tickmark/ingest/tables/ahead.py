"""Whether a table lists what falls due in years to come: lease payments, maturities, expected amortisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.ingest.figures.calendar import MONTH, Calendar

__all__ = ["looks_ahead"]

_THEREAFTER = re.compile(
    r"(?:and\s+)?thereafter\b|(?:years?\s+)?20\d\d\s*(?:and\s+(?:thereafter|beyond)|[-–]\s*20\d\d)", re.IGNORECASE
)
_FALLS_DUE = re.compile(
    r"(?:due\s+|payable\s+|amounts\s+)*(?:not\s+)?(?:later|more|less)\s+than\s+(?:one|two|five|\d)\s+years?\b"
    r"|(?:due\s+|payable\s+)*(?:within|in\s+(?:less|more)\s+than|in|after|over)\s+(?:one|two|five|[125])\s+"
    r"(?:(?:to|and)\s+\w+\s+)?years?$"
    r"|(?:due\s+|payable\s+)*between\s+(?:one|two|[12])\s+and\s+(?:two|five|[25])\s+years?\b",
    re.IGNORECASE,
)
_YEAR_TO_COME = re.compile(
    rf"(?:(?:fiscal|calendar|financial)\s+)?(?:years?\s+(?:ending"
    rf"|ended)\s+)?(?:{MONTH}\s+\d{{1,2}},?\s+)?(?P<year>20\d\d)",
    re.IGNORECASE,
)


def looks_ahead(texts: Sequence[str], calendar: Calendar) -> bool:
    """Whether the texts are those of such a table: it is of a moment, although its years look like periods."""
    if any(_THEREAFTER.match(text) or _FALLS_DUE.match(text) for text in texts):
        return True
    reporting = calendar.reporting
    year = int(reporting.end[:4]) if reporting and reporting.end else 9999
    years = [int(found["year"]) for text in texts if (found := _YEAR_TO_COME.fullmatch(text))]
    return len(years) > 1 and min(years) > year
