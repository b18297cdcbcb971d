"""The beginning and the end of a time, both asked for: "the average of the opening and the closing balance"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tickmark.ingest.model import Period

__all__ = ["BOTH_ENDS", "opening_and_closing"]

_OF_IT: Final = r"(?:\s*(?:of|to|for)\s+(?:the|that|this)\s+(?:financial\s+|fiscal\s+)?(?:year|period))?"
_AMOUNT: Final = r"(?:[-\s](?:balances?|values?|figures?|levels?|numbers?|positions?|year|period))?"
_OPENING: Final = (
    r"(?:(?:year|period)[-\s](?:start|beginning)|start[-\s]of[-\s](?:year|period)|opening|beginning"
    r"|start(?:ing)?)"
)
_CLOSING: Final = r"(?:(?:year|period)[-\s]ends?|end[-\s]of[-\s](?:year|period)|closing|ending|end|close)"
BOTH_ENDS: Final = re.compile(
    rf"(?:\b(?:at|of|for|from|between)\s+)?(?:\b(?:the|its)\s+)?\b{_OPENING}{_AMOUNT}{_OF_IT}\s*(?:\band\b|\bto\b"
    rf"|\bplus\b|&|/|\+|,)"
    rf"\s*(?:at\s+)?(?:the\s+|its\s+)?{_CLOSING}{_AMOUNT}{_OF_IT}(?!\w)"
    r"(?:\s*\)?\s*(?:,?\s*(?:divided\s+by|over)\s+|/\s*)(?:two|2)\b)?(?:\s+of(?=\s*$|\s+the\s*$))?"
    r"|[年期]初[、和与與及/]?[年期]末(?:[数數]|余额|餘額)?的?",
    re.IGNORECASE,
)
"""How both are named, without what they are of."""


def opening_and_closing(text: str, spans: Sequence[Period]) -> list[Period]:
    """The day before a time begins and the day that it ends with, where a text asks for both; nothing otherwise."""
    span = spans[0] if len({span.end for span in spans}) == 1 else None
    if span is None or span.end is None or BOTH_ENDS.search(text) is None:
        return []
    begins = span.start or f"{span.end[:4]}-01-01"
    before = (date.fromisoformat(begins) - timedelta(days=1)).isoformat()
    return [replace(span, kind="instant", start=None, end=day, text="") for day in (before, span.end)]
