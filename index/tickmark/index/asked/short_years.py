"""A year of two digits that nothing else says is one: "diesel 23 (MWh)", "suppliers in the north 22", "23 headcount".

Two digits may as well be an amount, a day or a rank. They are read as a year where the question names no other time,
where they are one of the years that reports are of, and where they stand as people put a year: behind what is asked
for, before its unit, or within a query of a few words.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["written_out"]

_NEAR: Final = range(18, 31)  # 2018 to 2030
_DATED: Final = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?!\d)|['’]\d{2}\b|\b(?:FY|CY|YE)\s?\d{2}\b|\b(?:[QH][1-4]|[1-4][QH]|9M)\b", re.IGNORECASE
)
_AGES: Final = re.compile(r"\b(?:age[ds]?|ageing|old|older|younger|born|years?|yrs?)\b", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"\b(?:what|how|which|who|whose|when|where|why|is|are|was|were|did|does|do|has|have|had|can|could|would|will|please"
    r"|tell|give|show)\b",
    re.IGNORECASE,
)
_WHETHER: Final = re.compile(r"^\W*(?:is|are|was|were|did|does|do|has|have|had|who|which)\b", re.IGNORECASE)
_FEW: Final = 9  # words of a query that is no sentence
_LONE: Final = re.compile(r"(?<![\w.,/%$€£¥+–—-])(?P<y>\d{2})(?![\w%]|[.,/:]\d|\s*[-–—/+]\s*\d)")
# what a number belongs to that stands behind it
_NUMBERS: Final = re.compile(
    r"(?:\b(?:scope|top|phase|level|type|cat(?:egory)?|tier|grade|item|nos?\.?|nr\.?|number|note|form|class|stage|part"
    r"|section|schedule|table|line|chapter|clause|articles?|rule|resolution|page|p\.|version|model|series|than|over"
    r"|under|above|below|about|around|roughly|approx\.?|nearly|almost|exactly|least|most|to|of|by|at|and|or|plus|minus"
    r"|times|some|all|these|those|the|first|last|past|next|every|each|per|for|in|from|among|with|between|have|has|had"
    r"|holds?|owns?|got|gets?|IFRS|IAS|HKFRS|HKAS|FRS|ASC|ISO|SDGs?|GRI"
    rf"|{MONTH})|[&+×x*=<>~≥≤#@])\s*$",
    re.IGNORECASE,
)
# what a number counts that stands before it
_COUNTED: Final = re.compile(
    r"\s*(?:(?:%|per\s?cent|pct|percentage|points?|pp|bps?|k|thousands?|mn?|millions?|bn|billions?|days?|weeks?|months?"
    rf"|hours?|hrs?|minutes?|times|and|or|to|of|in|th|st|nd|rd|{MONTH})\b|[&+×x*=<>])",
    re.IGNORECASE,
)
_UNIT: Final = (
    r"(?:percentage points?|%|pct|t|kt|tco2e?|tonnes?|tons?|kg|mwh|kwh|gwh|mw|gj|m[23³²]|cubic met(?:re|er)s?|sqm"
    r"|hours?|hrs?|days?|persons?|people|heads?|pax|times|shares|votes|sets?|units?|pcs|pieces|cases?|(?:in\s+)?"
    r"(?:rmb|cny|usd|us\$|hkd|hk\$|eur|gbp|yuan)(?:\s?(?:k|mn?|mln|mm|bn|['’]?000s?|millions?|thousands?|billions?))?)"
)
_CLOSES: Final = re.compile(rf"\s*(?:[,;:–—-]?\s*[(\[]?\s*(?:in\s+)?{_UNIT}\s*[)\]]?)?\s*[?!.]*\s*$", re.IGNORECASE)
_DONE: Final = re.compile(r"\b(?:[a-z]+ed|paid|sold|bought|made|gave|took|met|left|lost|won|ran)\s*$", re.IGNORECASE)
_BREAKS: Final = re.compile(r"\s*(?:[,;:)(]|\s[–—-]\s)")


def written_out(text: str) -> str:
    """A question with its one bare year of two digits in full; as it is where these may be something else."""
    found = list(_LONE.finditer(text))
    if len(found) != 1 or _DATED.search(text) or _AGES.search(text) or int(found[0]["y"]) not in _NEAR:
        return text
    (year,) = found
    before, behind = text[: year.start()], text[year.end() :]
    if _NUMBERS.search(before) or not any(map(str.isalpha, before + behind)):
        return text
    closes = before.strip() and not _WHETHER.match(text) and _CLOSES.match(behind)
    terse = len(text.split()) <= _FEW and not _ASKS.search(text) and not _COUNTED.match(behind)
    terse = terse and not _DONE.search(before)
    breaks = before.strip() and _BREAKS.match(behind) and not _WHETHER.match(text)
    return f"{before}20{year['y']}{behind}" if closes or terse or breaks else text
