"""Whether a question asks how something changed: "how much did sales grow", and not "the improved process"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.intents import MOVED

__all__ = ["STATE", "asks_change", "without_change"]

_CHANGE = re.compile(
    r"\b(?:growth|grow|grows|grew|grown|rise|rises|rose|rising|increase[ds]?|increasing|decrease[ds]?"
    r"|drop(?:ped|s)?|f[ae]ll|fallen|decline[ds]?|change[ds]?|yoy|year[- ]on[- ]year"
    r"|how much (?:more|less|higher|lower|better)|improve[ds]?|improvement|uplift"
    r"|(?:go|goes|went|going) (?:up|down)|jump(?:ed)?|climb(?:ed)?|surged?|soar(?:ed)?"
    r"|plunged?|slump(?:ed)?|shr[aiu]nk|expand(?:ed)?|faster|slower"
    r"|gained|(?:was|were|been) added to|did\b[^,?]{3,60} gain"
    r"|by (?:what|how (?:much|many))\b[^?]{0,60}?\b(?:cut|reduced?|lower(?:ed)?|trim(?:med)?|slash(?:ed)?)"
    rf"|{MOVED})\b|同比|增长|增長"
    r"|下降|增减|增減|升幅|降幅|(?:增加|减少|減少|上升|提高|降低|多|少)了|[涨升增跌降减](?:长|长了)?多少"
    r"|[变變](?:化|动|動)了?(?:多少|[几幾])",
    re.IGNORECASE,
)

# how things stood before or after a change: no question for the change, and no column of changes
STATE: Final = re.compile(
    r"\b(?:before|after|upon|prior to|following|pre|post)[\s-]+(?:(?:the|this|that)\s+)?"
    r"(?:changes?|increases?|decreases?)\b",
    re.IGNORECASE,
)

# a participle before its noun: "the improved process" asks for no improvement
_PARTICIPLE = re.compile(
    r"\b(?:the|an?|its|this|that|these)\s+(?:improved|increased|decreased|reduced|expanded|changed)\b", re.IGNORECASE
)


def asks_change(rest: str) -> bool:
    """Whether a question, without issuer and period, asks for a change and not for a level."""
    return _CHANGE.search(_PARTICIPLE.sub(" ", STATE.sub(" ", rest))) is not None


def without_change(rest: str) -> str:
    """A question without its words for a change."""
    return _CHANGE.sub(" ", rest)
