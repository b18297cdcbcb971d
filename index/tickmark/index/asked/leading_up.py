"""A first sentence that only leads up to the question: "How old is it? Give me the years of ...".

It asks for no number, and the sentence behind it tells which one would answer it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.asked.telling import leans

__all__ = ["leads_up"]

_HOW_IT_IS: Final = re.compile(
    r"^\W*how\s+(?!(?:many|much|long|often|far|fast|high|low|big|large|wide|tall|deep)\b)[a-z][\w-]*(?:[\s-]+[\w-]+)?\s+"
    r"(?:is|are|was|were)\b[^?\d]*\?\s*$",
    re.IGNORECASE,
)
_FIGURE: Final = (
    r"(?:numbers?|counts?|totals?|amounts?|sums?|shares?|percentages?|percent|%|proportions?|ratios?|rates?|breakdowns?"
    r"|headcounts?|averages?|mean|difference|gap|growth)"
)
_NAMES_ONE: Final = re.compile(
    rf"^\W*(?:(?:the|its)\s+)?(?:(?:percentage|%)\s+)?{_FIGURE}\s+(?:of|in|between)\b[^?]*$", re.IGNORECASE
)
_GIVES_ONE: Final = re.compile(
    r"^\W*(?:please\s+|kindly\s+)?(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?)?"
    r"(?:(?:give|tell|show|send)\s+(?:me|us)|list|name|(?:i|we)(?:['’]d|\s+would)\s+like(?:\s+to\s+(?:know|see|have))?"
    r"|(?:i|we)\s+(?:just\s+)?(?:need|want))\s+"
    rf"(?:(?:the|its|their|an?)\s+)?(?:[a-z-]+\s+)?(?:{_FIGURE}\s+(?:of|for|by|in|per|between)|how\s+(?:many|much))\s+\w",
    re.IGNORECASE,
)


def leads_up(sentences: Sequence[str]) -> bool:
    """Whether the first of some sentences only leads up to the second, that says which figure is wanted."""
    if len(sentences) < 2 or not _HOW_IT_IS.match(sentences[0]):
        return False
    second = sentences[1]
    return _NAMES_ONE.match(second) is not None or (_GIVES_ONE.match(second) is not None and not leans(second))
