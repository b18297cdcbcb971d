"""Parts of a year told by their months: "the April to June quarter of 2026", "the last six months of 2025"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["by_their_months"]

_YEAR: Final = r"(?:19|20)\d{2}"
_OF: Final = r"(?:\s*,)?\s*(?:\b(?:of|in)\s+)?(?:the\s+)?(?:calendar\s+)?(?:year\s+)?"
_SO_LONG: Final = (
    r"(?:(?:the\s+)?(?:(?:three|six|nine|3|6|9)[- ]months?|(?:[\w]+\s)?quarter|half[- ]year|months|period|stretch)\s*)"
)
# from one month to another; "April to June 2026" itself is read as a filing's
_FROM_TO: Final = re.compile(
    rf"(?:{_SO_LONG}[,(]?\s*(?:(?:of|from|between|running(?:\s+from)?|covering|spanning|i\.?e\.?)\s+)*|\bfrom\s+)?"
    rf"\b(?P<a>{MONTH})\.?\s*(?:(?:-|–|—|\bto\b|\bthrough(?:\s+to)?\b|\bthru\b|\buntil\b|\btill\b|-to-"
    rf"|\bup to\b)\s*(?:the\s+end\s+of\s+)?"
    rf"|(?:,\s*(?:{MONTH})\.?\s*)+(?:,?\s*(?:and|&)\s*))(?P<b>{MONTH})\b\.?\)?"
    rf"(?:\s+(?:quarter|half|half[- ]year|period|months?|stretch|window|span|season))?{_OF}(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
# "the second quarter (April-June) of 2026": said twice
_TWICE: Final = re.compile(
    r"(?P<part>\b(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[- ](?:quarter|half)|[QH][1-4]|[1-4][QH]))"
    rf"\s*[(,]\s*(?:that is,?\s+|i\.?e\.?,?\s+)?(?:from\s+)?(?:{MONTH})\.?\s*(?:-|–|—|to"
    rf"|through)\s*(?:{MONTH})\b\.?\s*[),]?(?P<of>{_OF}{_YEAR}\b)",
    re.IGNORECASE,
)
# "1 January to 30 June 2026": both of that year
_DAYS: Final = re.compile(
    rf"(?<![\d./-])(?P<from>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})|(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd"
    rf"|th)?)(?!\s*,?\s*\d)"
    rf"\s*(?:-|–|—|to|through|until|till)\s*(?:the\s+)?"
    rf"(?P<to>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\b|(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd"
    rf"|th)?))\s*,?\s*(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
# "the June quarter of 2026"
_ENDING: Final = re.compile(
    rf"\b(?P<m>{MONTH})\.?[- ](?P<p>quarter|half)\s*(?:of|in|,)?\s*(?P<y>{_YEAR})\b", re.IGNORECASE
)
_ORDER: Final = {
    "first": 1,
    "opening": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 0,
    "last": 0,
    "closing": 0,
    "latter": 0,
}
# "the second three months of 2026", "the last six months of 2025", "the closing quarter of 2025"
_PARTS: Final = re.compile(
    rf"\b(?P<o>{'|'.join(_ORDER)})\s+(?P<n>three|six|3|6)[- ]months{_OF}(?P<y>{_YEAR})\b"
    rf"|\b(?P<oo>opening|final|closing|latter|back|front)\s+(?P<nn>quarter|half)\s*(?:of|in"
    rf"|,)\s*(?:the\s+year\s+)?(?P<yy>{_YEAR})\b",
    re.IGNORECASE,
)
_QUARTERS: Final = ("fourth", "first", "second", "third", "fourth")
_HALVES: Final = ("second", "first", "second")


def by_their_months(text: str) -> str:
    """A question with such parts put as filings put them: "April to June 2026", "second quarter of 2026"."""
    text = _TWICE.sub(r"\g<part>\g<of>", text)
    text = _DAYS.sub(r"\g<from> \g<y> to \g<to> \g<y>", text)
    text = _FROM_TO.sub(r"\g<a> to \g<b> \g<y>", text)
    text = _ENDING.sub(r"\g<p> ended \g<m> \g<y>", text)
    return _PARTS.sub(_part, text)


def _part(found: re.Match[str]) -> str:
    said = (found["o"] or found["oo"]).lower()
    year, length = found["y"] or found["yy"], (found["n"] or found["nn"]).lower()
    place = 1 if said == "front" else _ORDER.get(said, 0)
    halves = length in {"six", "6", "half"}
    if halves and place >= len(_HALVES):
        return found[0]
    return f"{_HALVES[place]} half of {year}" if halves else f"{_QUARTERS[place]} quarter of {year}"
