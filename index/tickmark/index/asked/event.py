"""What a question only tells of: an event of some month that comes before or behind what is asked.

"It shut its plant in May 2022 - what did that cost in the year?" asks for the year: the month is that of the event. And
who "only joined in October" has been told apart by a name already.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tickmark.index.asked.change import asks_change
from tickmark.index.asked.periods import periods_of
from tickmark.ingest.figures.calendar import Calendar

__all__ = ["without_event"]

_ASKING: Final = re.compile(
    r"(?:(?<=[.!])|[;:]|\s[-–—]+|,\s+(?:and|so|then))\s+(?=(?:(?:so|and|then)\s+)?(?:what|how|which)\b)", re.IGNORECASE
)
# who it is has been said by name
_WHO_JOINED: Final = re.compile(
    r",\s+who\s+(?:(?:only|first|just|had|has|then|recently|was|were)\s+)*(?:joined|left|became|retired|resigned"
    r"|started|stepped"
    r"|took|quit|appointed|elected|hired|promoted|succeeded|replaced|departed|arrived|came|served)\b[^?;,]*",
    re.IGNORECASE,
)
_THE_YEAR: Final = re.compile(
    r"\b(?:for|in|over|during|across)\s+(?:the|that)\s+(?:(?:full|whole|entire|fiscal|financial"
    r"|same)\s+)?year\b(?!\s+(?:end|to|before))",
    re.IGNORECASE,
)
_LONGEST_EVENT: Final = 31  # days


def without_event(text: str, calendar: Calendar) -> str:
    """A question without the date of an event that it only tells of, where it says of what time it asks."""
    text = _WHO_JOINED.sub(" ", text)
    cut = next(iter(_ASKING.finditer(text)), None)
    if cut is None:
        return text
    told, asking = text[: cut.start()], text[cut.end() :]
    mentions, rest = periods_of(told, calendar)
    if not mentions or asks_change(asking) or not all(_short(m.period.start, m.period.end) for m in mentions):
        return text
    years = {m.period.end[:4] for m in mentions if m.period.end}
    joined = f"{rest}{text[cut.start() : cut.end()]}"
    if periods_of(asking, calendar)[0]:
        return joined + asking
    if len(years) == 1 and _THE_YEAR.search(asking):
        return joined + _THE_YEAR.sub(f"in {years.pop()}", asking)
    return text


def _short(start: str | None, end: str | None) -> bool:
    """Whether a period is a day or a month."""
    if end is None:
        return False
    return start is None or (date.fromisoformat(end) - date.fromisoformat(start)).days <= _LONGEST_EVENT
