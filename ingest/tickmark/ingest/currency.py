"""The currency that a filing reports in: as it says, else the one that most of its money figures carry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from tickmark.ingest.model import Figure

__all__ = ["currency_of"]

_NAMES: Final = (
    (r"RMB|Renminbi|人民[币幣]|yuan", "CNY"),
    (r"US\$|U\.?S\.?\s+dollars?|United\s+States\s+dollars?|USD|美元", "USD"),
    (r"HK\$|Hong\s+Kong\s+dollars?|HKD|港[币幣元]", "HKD"),
    (r"euros?\b|EUR\b|€", "EUR"),
    (r"(?:pounds?\s+)?sterling|GBP|British\s+pounds?|£", "GBP"),
    (r"Canadian\s+dollars?|CAD|C\$", "CAD"),
    (r"Australian\s+dollars?|AUD|A\$", "AUD"),
    (r"(?:Japanese\s+)?yen|JPY", "JPY"),
    (r"Swiss\s+francs?|CHF", "CHF"),
    (r"South\s+African\s+rands?|rands?\b|ZAR", "ZAR"),
    (r"Singapore\s+dollars?|SGD|S\$", "SGD"),
    (r"(?:Indian\s+)?rupees?|INR|₹", "INR"),
    (r"New\s+Taiwan\s+dollars?|NT\$|TWD|新台[币幣]", "TWD"),
)
_ANY: Final = "|".join(rf"(?P<{code}>{names})" for names, code in _NAMES)
_SAYS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:presentation(?:al)?|reporting)\s+currency\b[^.;\n]{{0,80}}?(?:\bis|\bas|\bare|:|\bof|,)\s+(?:the\s+"
        rf"|in\s+)?(?:{_ANY})",
        rf"(?:financial\s+statements|report|figures|amounts)\b[^.;\n]{{0,80}}?\b(?:presented|expressed|stated|reported"
        rf"|prepared)\s+in\s+"
        rf"(?:thousands?\s+of\s+|millions?\s+of\s+|the\s+)?(?:{_ANY})",
    )
)
_LOOKED_AT = 600_000
_ENOUGH = 10
_MOST = 0.7


def currency_of(words: str, figures: Iterable[Figure]) -> str | None:
    """The ISO 4217 code of the reporting currency, or None where neither the words nor the figures make it plain.

    Args:
        words: the words of the filing, without markup.
        figures: its figures.
    """
    for pattern in _SAYS:
        said = Counter(found.lastgroup for found in pattern.finditer(words[:_LOOKED_AT]))
        if said:
            return said.most_common(1)[0][0]
    carried = Counter(f.currency for f in figures if f.currency and f.origin == "cell")
    if carried.total() < _ENOUGH:
        return None
    code, count = carried.most_common(1)[0]
    return code if count >= _MOST * carried.total() else None
