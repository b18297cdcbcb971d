"""Stretches and ends of time as people call them, put as filings do: "FY-23", "between May and July 2025"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["plain_spans"]

_YEAR: Final = r"(?:19|20)\d{2}"
_NAMED: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)|\b(?:FY|YE|CY|[QH][1-4]|[1-4][QH])\s?['’]?\d{{2}}\b", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r",?\s*\b(?:in|for|of|during|at)?\s*(?:the|its)\s+(?:comparative|comparison|comparable)\s+(?P<what>year|period)\b",
    re.IGNORECASE,
)
_SPANS: Final = (
    # "FY-23", "YE-23"; "HY25" is its first half
    (re.compile(r"\b(FY|YE|CY)-(?P<y>\d{2})\b(?!\s?[-–/]\s?\d)", re.IGNORECASE), r"\1\g<y>"),
    (re.compile(r"\bHY\s?['’-]?(?P<y>(?:20)?\d{2})\b", re.IGNORECASE), r"H1 \g<y>"),
    (
        re.compile(
            r"\b(?:at|by|as\s+(?:of|at)|on)\s+(?:the\s+)?(?:prior|previous|preceding|earlier)[- ]year[- ]end\b",
            re.IGNORECASE,
        ),
        "at the end of the previous year",
    ),
    # "between 1 May and 31 July 2025"
    (
        re.compile(
            rf"\bbetween\s+(?P<a>(?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}})?)\s+and\s+"
            rf"(?P<b>(?:\d{{1,2}}\s+)?{MONTH}\.?(?:\s+\d{{1,2}},?)?\s+{_YEAR})\b",
            re.IGNORECASE,
        ),
        r"from \g<a> to \g<b>",
    ),
    (re.compile(rf"\bfirst\s+two\s+quarters\s+(?:of|in)\s+(?={_YEAR})", re.IGNORECASE), "first half of "),
    (re.compile(rf"\bfirst\s+three\s+quarters\s+(?:of|in)\s+(?={_YEAR})", re.IGNORECASE), "first nine months of "),
    (re.compile(r",?\s*\bthese\s+days\b", re.IGNORECASE), " currently"),
)


_YEAR_BEFORE: Final = re.compile(
    rf"\b(?:a|one)\s+year\s+(?:before|prior\s+to)\s+the\s+(?P<end>end|close|start|beginning)\s+of\s+(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)


def plain_spans(text: str) -> str:
    """A question with such times in plain words; "the comparison year" is the one before, where none is named."""
    for pattern, plain in _SPANS:
        text = pattern.sub(plain, text)
    text = _YEAR_BEFORE.sub(lambda m: f"at the {m['end']} of {int(m['y']) - 1}", text)
    if _COMPARED.search(text) is None:
        return text
    return _COMPARED.sub("", text) if _NAMED.search(text) else _COMPARED.sub(r" in the previous \g<what>", text)
