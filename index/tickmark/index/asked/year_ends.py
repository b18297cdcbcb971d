"""Years and quarters called by the month that they end in: "the June 2022 year", "FY2021 (to 31 Mar 2022)"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["by_their_end"]

_YEAR: Final = r"(?:19|20)\d{2}"
_BEHIND: Final = re.compile(
    rf"\b(?P<m>{MONTH})\.?\s+(?P<y>{_YEAR})\s+(?:(?:fiscal|financial|full|reporting|business)[- ])?"
    r"(?P<p>year|quarter)\b(?![- ]end)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"\bFYE?\s+(?:(?:to|end(?:ed|ing)?)\s+)?(?P<day>(?:\d{{1,2}}\s+)?{MONTH}\.?,?\s+(?:\d{{1,2}},?\s+)?{_YEAR})\b",
    re.IGNORECASE,
)
# the brackets say when that year ends
_IN_BRACKETS: Final = re.compile(
    rf"\b(?:FY\s?['’]?(?:{_YEAR}|\d{{2}})|(?:fiscal|financial|business)\s(?:year\s)?{_YEAR}|{_YEAR})\s*\(\s*"
    r"(?:(?:the\s+)?(?:fiscal\s+|financial\s+)?(?:year|(?:12|twelve)\s+months|5[23]\s+weeks)\s+)?"
    r"(?:(?:to|end(?:ed|ing|s)?|through|until)\s+(?:on\s+)?)?"
    rf"(?P<day>(?:\d{{1,2}}\s+)?{MONTH}\.?,?\s+(?:\d{{1,2}},?\s+)?{_YEAR})\s*\)",
    re.IGNORECASE,
)
# "FYE22", "full-year 22"
_SHORT: Final = re.compile(
    rf"\b(?:FYE\s?['’-]?\s?|(?:full|fiscal|financial)[- ]year\s+['’]?)(?P<y>{_YEAR}|(?:1[89]|2\d|3[0-5]))\b"
    rf"(?!\s*(?:{MONTH})\b)"
    r"(?![\d%]|[.,/-]\d|\s*(?:%|percent|per cent|pct|million|billion|thousand|days?|hours?|weeks?|months?)\b)",
    re.IGNORECASE,
)
# "end-23", "end '23"
_END_OF: Final = re.compile(
    r"\b(?:year-?)?end(?:-['’]?|\s['’])(?P<y>1[89]|2\d|3[0-5])\b(?![\d%]|[.,/-]\d|\s*(?:%|to\b|-))", re.IGNORECASE
)
# "YE21-YE23": each of these ends
_ENDS: Final = re.compile(
    rf"\b(?:YE|year[- ]?ends?)\s?['’-]?(?P<a>{_YEAR}|\d{{2}})\s?(?:-|–|—|~|→|to|through|thru)\s?(?:YE"
    rf"|year[- ]?end)?\s?['’-]?"
    rf"(?P<b>{_YEAR}|\d{{2}})\b(?![\d%]|[.,/-]\d)",
    re.IGNORECASE,
)
# "the beginning of the Reporting Period (the year ended December 31, 2023)"
_OPENED: Final = re.compile(
    r"\b(?:start|beginning|opening|commencement)\s+of\s+(?:the\s+)?(?:(?:reporting|fiscal|financial)\s+)?(?:period|year)\b"
    r"[^?;.]{0,40}?\byear\s+ended\s+(?:on\s+)?(?:31\s+December|December\s+31)\s*,?\s+"
    rf"(?P<y>{_YEAR})\b\s*\)?",
    re.IGNORECASE,
)


def by_their_end(text: str) -> str:
    """A question with such periods put as filings put them: "year ended June 2022"."""
    text = _OPENED.sub(r"start of \g<y>", text)
    text = _ENDS.sub(lambda m: f"{_full(m['a'])} to {_full(m['b'])}" if _full(m["a"]) < _full(m["b"]) else m[0], text)
    text = _END_OF.sub(r"end of 20\g<y>", text)
    for pattern in (_IN_BRACKETS, _BEFORE):
        text = pattern.sub(r"year ended \g<day>", text)
    text = _SHORT.sub(lambda m: f"FY{m['y'] if len(m['y']) == 4 else '20' + m['y']}", text)
    return _BEHIND.sub(r"\g<p> ended \g<m> \g<y>", text)


def _full(digits: str) -> str:
    return digits if len(digits) == 4 else f"20{digits}"
