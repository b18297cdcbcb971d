"""The unit that a question names: "how much water in tonnes", "how many hours of training"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["COUNTED_ENDS", "HOW_MANY", "UNITS", "unit_asked"]

UNITS: Final = re.compile(
    r"(?<!per )\b(?P<u>percentage points?|tco2e|tonnes?|tons?|units|kg|kilo(?:gram)?s?|mwh|kwh|gwh|mw|gw|m[23³²]"
    r"|cubic met(?:re|er)s?|hours?|hrs?|(?<!\bthe )(?<!\bthat )(?<!\bsame )days?|sq\.? ?m(?:et(?:re|er)s?)?|sqm"
    r"|square met(?:re|er)s?"
    r"|(?<![ABH]\s)shares|votes)\b|(?P<z>吨|噸|小时|小時)",
    re.IGNORECASE,
)
_HOW_MUCH_MONEY: Final = re.compile(r"\b(?:how much|what (?:sum|amount) of) (?:money|cash)\b", re.IGNORECASE)
HOW_MANY: Final = re.compile(
    r"\bhow many\s+(?P<counted>[\w&-]+(?:['’]s?)?(?:\s+[\w&-]+(?:['’]s?)?){0,4})", re.IGNORECASE
)
COUNTED_ENDS: Final = re.compile(
    r"\b(?:in|on|at|for|to|by|with|from|who|that|which|when|where|were|was|are|is|be|been|did|does|do|has|have|had|per"
    r"|during"
    r"|can|could|will|would|may|held|holds?|got|gets?|own(?:s|ed)?)\b.*",
    re.IGNORECASE,
)
_SAYS_UNIT: Final = re.compile(r"(?:\b(?:in|as)\s+(?:[\w,]+\s+)?(?:of\s+)?|[(（,:/]\s*)$", re.IGNORECASE)
_DAYS: Final = frozenset({"day", "days"})
_OF_HOLDERS: Final = frozenset({"shares", "votes"})
_THOSE: Final = re.compile(
    r"\b(?:against|for|on|by|with|from|to)\s+(?:the|its|their|these|those|his|her)\s+$", re.IGNORECASE
)
_THAT_DAY: Final = re.compile(r"\b(?:on|at|by|from|until|till)\s+(?:the\s+)?(?:same\s+|very\s+)?$", re.IGNORECASE)


def unit_asked(rest: str) -> str | None:
    """The unit that an answer is to be in: "how many shares were in issue on the day of the meeting" asks for no days.

    Where a thing is counted, it is that thing or a unit that is said to be one ("in tonnes").
    """
    if _HOW_MUCH_MONEY.search(rest):
        return None
    counted = HOW_MANY.search(rest)
    stop = counted.start("counted") + len(COUNTED_ENDS.sub("", counted["counted"])) if counted else 0
    for found in UNITS.finditer(rest):
        before, unit = rest[: found.start()], (found["u"] or found["z"]).lower()
        if before[-1:].isdigit() or before[-2:-1].isdigit() or (unit in _DAYS and _THAT_DAY.search(before)):
            continue  # "per 200,000 hours", "on the day"
        if counted is None and unit in _OF_HOLDERS and _THOSE.search(before):
            continue  # "the loan against the shares": of what, not how much
        if counted is None or found.start() < stop or _SAYS_UNIT.search(before):
            return unit
    return None
