"""Dates of what a question tells before it asks.

In "The 2023 figure is printed twice. What was it in 2021?" only 2021 is asked for.
Where what asks has dates of its own, those told before it are of something else: they are taken out, so that neither
the period nor the kind of answer (a figure of each year) is read from them. Where a change is asked for, the date told
may be the one it is reckoned from.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.change import asks_change
from tickmark.index.asked.periods import periods_of
from tickmark.index.asked.sentences import asks, sentences
from tickmark.ingest.figures.calendar import Calendar

__all__ = ["without_told_dates"]

# "Of the money spent since 2021, how much ...?"
_OF_A_WHOLE: Final = re.compile(
    r"^(?P<told>\W*(?:out\s+)?of\s+(?:all\s+)?(?:the|its|their|those|these)\s[^?;:]{3,80}?),\s+"
    r"(?=(?:how|what|which)\b)",
    re.IGNORECASE,
)


def without_told_dates(text: str, calendar: Calendar) -> str:
    """A question without the dates of what it tells first, where what it asks has dates of its own.

    Args:
        text: a question without the names of its issuers.
        calendar: resolves "last year" and the like.
    """
    told, asking = _parted(text)
    if not told or not periods_of(asking, calendar)[0] or asks_change(asking):
        return text
    undated = [periods_of(one, calendar)[1] for one in told]
    return text if undated == told else " ".join((*undated, asking))


def _parted(text: str) -> tuple[list[str], str]:
    """What is told first, and what asks behind it; nothing is told where that asks as well."""
    if whole := _OF_A_WHOLE.match(text):
        return [whole["told"] + ","], text[whole.end() :]
    *told, asking = sentences(text)
    return ([], text) if any(map(asks, told)) or not asks(asking) else (told, asking)
