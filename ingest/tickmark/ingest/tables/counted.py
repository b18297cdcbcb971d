"""What a label or header counts where that is no money: shares, amounts per share, things. Told by its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

__all__ = ["Counted", "counts"]

Counted = Literal["shares", "perhaps shares", "per share", "count", "votes"]

# what a label says besides: "($0.10 per share)", "; 500 shares authorized", "$2.50 par value"
_ASIDE = re.compile(
    r"\([^()]*\d[^()]*\)|[,;:]?\s*[$£€]\s?[\d.,]+\s+(?:per|a)\s+[\w-]+|\b(?:par|stated)\s+value\b.*|,\s*no\s+par\b.*"
    r"|[;,.]\s*[\d,.]+\s+(?:\w+\s+)?(?:shares|units)\b.*",
    re.IGNORECASE,
)
_STOCK_LINE = re.compile(r"\b(?:par|stated)\s+value\b|\bno\s+par\b|;\s*[\d,]+\s+shares", re.IGNORECASE)
_UNIT = r"(?:share|unit|ADS|warrant|option)"
_PER_SHARE = re.compile(
    rf"\bper[\s-]+(?:[\w-]+[\s-]+){{0,2}}{_UNIT}s?\b|\bEPS\b|exercise\s+price|grant[\s-]date\s+fair\s+value"
    rf"|average\s+price|price\s+per"
    rf"|average\s+(?:\w+\s+){{0,3}}cost\s+per\s+{_UNIT}|conversion\s+price",
    re.IGNORECASE,
)
_FOR_PER_SHARE = re.compile(
    r"\b(?:for|used\s+(?:in|for)|numerator|computing|calculating|computation"
    r"|calculation)\b.*\bper[\s-]",
    re.IGNORECASE,
)
_OF_SHARES = re.compile(
    r"\bshares\s+(?:used|outstanding|issued)\b|weighted[\s-]+average\s+(?:[\w-]+\s+){0,5}(?:shares|units|stock"
    r"|outstanding)\b"
    r"|^(?:basic|diluted|dilutive|potentially\s+dilutive|anti-?dilutive|incremental|average|adjusted)\b.*\bshares\b"
    r"|^(?:plus:?\s*|add:?\s*)?(?:effect\s+of\s+)?(?:dilutive|dilution|assumed\s+exercise)\b|\bshares\s+outstanding\b"
    r"|\(in\s+shares\)|\bshares?\s+(?:issued|authorized|repurchased|purchased)$"
    r"|\bnumber\s+of\s+(?:[\w-]+\s+){0,4}(?:shares|units|options|awards|RSUs|PSUs|warrants|rights|stock)\b",
    re.IGNORECASE,
)
_NO_AVERAGE = re.compile(r"\b(?:price|rate|life|term|value|interest|yield|period|cost|duration)\b", re.IGNORECASE)
_NO_SHARES = re.compile(
    r"\bper\b|\bprice|value\b|proceeds|payments?|\bcost|expense|issuance of|repurchases? of|purchases? of"
    r"|compensation"
    r"|dividends|tax|income|earnings|capital|\$|premium|amount|redeem|settle|withh|cash|acquisition of|percent"
    r"|%|equity"
    r"|\bterm\b|\blife\b|volatility|yield|\brate",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\bshares?\b|\b(?:stock\s+)?options\b|\bRSUs?\b|\bPSUs?\b|restricted stock units|\bunits outstanding\b"
    r"|\bwarrants\b"
    r"|anti-?dilutive|\bawards\b",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"\b(?:votes?|non-votes|voted)\b|^(?:for|against|abstain(?:ed|ing)?|abstentions?|withheld|in favou?r)$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\bnumber\s+of\b|\bhead\s?count\b|(?:^|\s)(?:nos?\.|number|#)$", re.IGNORECASE)


@lru_cache(maxsize=8_192)
def counts(label: str) -> Counted | None:
    """What a label counts; None where it does not say, so that it may be money."""
    if _STOCK_LINE.search(label):
        return None
    bare = _ASIDE.sub(" ", label).strip()
    if _VOTES.search(bare) and len(bare) < 60:
        return "votes"
    if _OF_SHARES.search(bare) and not _NO_AVERAGE.search(bare):
        return "shares"
    if _PER_SHARE.search(bare) and not _FOR_PER_SHARE.search(bare):
        return "per share"
    if _NUMBER_OF.search(bare):
        return "count"
    if _COUNTS.search(bare) and not _NO_SHARES.search(bare):
        return "perhaps shares"
    return None
