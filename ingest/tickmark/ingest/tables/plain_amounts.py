"""Tables whose amounts are plain although the filing counts in thousands: people's pay, prices, "($)" over a column.

A scale that a filing says once for all its tables is that of its statements. What stands outside them is printed in
full: what directors earn and own, the fees of the auditor, the prices at which a share was traded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tickmark.ingest.tables.condense import Item
from tickmark.ingest.tables.printed_signs import in_hundredths

__all__ = ["plain_amounts"]

_THOUSANDS = Decimal(1_000)
_SIGN_OVER = re.compile(r"[(\[]\s*(?:in\s+)?(?:(?:US|HK|NT|A|C|S)\s?)?[$£€¥]\s*[)\]]")
_OF_PEOPLE = re.compile(
    r"\b(?:summary|executives?(?:\s+officers?)?|directors?|named\s+executive\s+officers?|board|trustees?)['’]?s?['’]?"
    r"\s+compensation(?:\s+table)?\b(?!\s+(?:plans?|programs?|schemes?|arrangements?|expenses?|costs?)\b)"
    r"|\bcompensation\s+of\s+(?:our\s+)?(?:directors|executives|named|trustees)\b|\boutstanding\s+equity\s+awards\b"
    r"|\bbase\s+salar(?:y|ies)\b|\bgrants\s+of\s+plan[- ]based\b|\bfees\s+earned\s+or\s+paid\s+in\s+cash\b"
    r"|\ball\s+other\s+compensation\b|\bbeneficial(?:ly)?\s+own\w+\b|\bpay\s+versus\s+performance\b"
    r"|\b(?:audit|accountant|accounting)\w*['’]?s?\s+fees\s+and\s+services\b",
    re.IGNORECASE,
)


def plain_amounts(
    heads: Sequence[tuple[str, ...]], around: Iterable[str], numbers: Iterable[Item], scale: Decimal
) -> bool:
    """Whether a table that says no scale is not in that of the filing.

    Args:
        heads: the header over each value column.
        around: its titles and the words above it.
        numbers: its numbers.
        scale: the filing's usual one; thousands have no cents.
    """
    words = [text for path in heads for text in path]
    if any(_SIGN_OVER.search(text) for text in words) or any(_OF_PEOPLE.search(text) for text in (*words, *around)):
        return True
    return scale == _THOUSANDS and in_hundredths(numbers)
