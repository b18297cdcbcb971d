"""Names of currencies in a question, and the one that an answer has to be in: "(in USD)", "in Japanese yen"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["CURRENCY", "CURRENCY_NAME", "demanded_currency", "without_currency"]

CURRENCY_NAME: Final = r"(?:rmb|cny|yuan|renminbi|usd|(?:us )?dollars?|hkd|eur|euros?|gbp|pounds?|jpy|yen)"
"""How people type the common currencies, as a pattern for small letters or any; a word's edges are not in it."""
CURRENCY: Final = rf"(?<![a-z])(?:{CURRENCY_NAME}(?![a-z])|(?:us|hk)?\$|[€£¥])"
"""The same or a sign."""

_CODES: Final = (
    r"(?:USD|EUR|GBP|JPY|CNY|RMB|HKD|AUD|CAD|CHF|INR|NOK|SEK|DKK|SGD|NZD|ZAR|KRW|TWD|BRL|MXN|PLN|CZK|HUF|TRY|ILS|THB"
    r"|IDR"
    r"|MYR|PHP|SAR|AED|RUB|VND|KZT)"
)
_CODE = re.compile(
    rf"(?:\bin\s+|\(\s*(?:in\s+)?)(?P<c>{_CODES}|US\s+dollars?|U\.S\.\s+dollars?|euros?|pounds\s+sterling"
    r"|Japanese\s+yen|yen|Australian\s+dollars?|Canadian\s+dollars?|Swiss\s+francs?)\b",
    re.IGNORECASE,
)
_CODED = re.compile(
    rf"\(\s*(?:in\s+)?{_CODES}\s*\)|\bin\s+{_CODES}\b|\b{_CODES}(?=\s+(?:amounts?|figures?|values?|terms|sum)\b)"
    rf"|[,–—-]\s*{_CODES}\s*(?=\W*$)",
    re.IGNORECASE,
)
_NAMED: Final = {
    "rmb": "CNY", "us dollar": "USD", "u.s. dollar": "USD", "euro": "EUR", "pounds sterling": "GBP",
    "japanese yen": "JPY", "yen": "JPY", "australian dollar": "AUD", "canadian dollar": "CAD", "swiss franc": "CHF",
}  # fmt: skip


def demanded_currency(text: str) -> str | None:
    """The ISO code of the currency that a question wants its answer in, if it says so."""
    found = _CODE.search(text)
    if found is None:
        return None
    name = re.sub(r"\s+", " ", found["c"]).lower()
    return _NAMED.get(name) or _NAMED.get(name.removesuffix("s")) or name.upper()


def without_currency(text: str) -> str:
    """A metric without the words of the currency that it is asked for in."""
    bare = re.sub(r"\(\s*\)", " ", re.sub(r"\(\s*%\s*\)", " % ", _CODED.sub(" ", text)))
    return bare if any(c.isalnum() for c in bare) else text
