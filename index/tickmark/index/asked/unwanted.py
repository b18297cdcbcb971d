"""Where a question says what it does not want before it asks, or behind what it means.

"I don't need the running total: how much was spent in 2023?", "tonnes handled (loaded not unloaded)".
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tickmark.index.asked.courtesies import ASKS

__all__ = ["Unwanted", "unwanted", "without_unwanted"]

_WHAT: Final = r"(?P<what>(?:(?!\s-\s)[^:;.?!()–—]){1,60}?)"
_FIRST: Final = re.compile(
    r"^\W*(?:(?:i|we)\s+(?:really\s+)?(?:do\s?n['’]?t|do\s+not)\s+(?:need|want|mean|care\s+(?:about|for))"
    r"|(?:(?:i['’]?m|we['’]?re|i\s+am|we\s+are)\s+)?not\s+(?:interested\s+in|asking\s+(?:for|about)|after"
    r"|looking\s+for)|never\s+mind|forget(?:\s+about)?|no\s+need\s+(?:for|of)|(?:please\s+)?ignore|leave\s+(?:out|aside)|skip"
    r"|not(?=\s+(?:the|those|just)\b))\s+"
    rf"(?:(?:the|an?|any|its|their|those|just)\s+)*{_WHAT}"
    r"(?:\s*[.!]?\s*$|(?:\s*[:;,.]|\s+[-–—]+)\s*(?:(?:but|just|only|rather|instead|so)\s+)*"
    rf"(?={ASKS}\b|give\b|tell\b|show\b|i\b|the\b|by\s+how\b|in\s+\w+[ ,]+how\b))",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:[,;:(–—]|\s-)\s*(?P<this>(?:numbers?\s+of\s+)?[a-z]+(?:\s+[a-z]+)?|%)\s+not\s+"
    r"(?P<what>(?:(?!\s-\s)[^,;.?!()–—]){1,30}?)(?:\)|(?=\s*(?:[,;.?!]|$)))",
    re.IGNORECASE,
)
# what is said of a state sets nothing aside: "ships, vessels not chartered"; "(hired not bought)" tells two apart
_DONE: Final = re.compile(
    r"^(?:\w+(?:ed|own|awn|ought|aught)|made|paid|laid|taken|given|written|sold|held|told|spent|sent|lent|lost|kept|met|cut"
    r"|put|set|left|burnt|built|won|hired)$",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"^(?:in|at|on|by|for|from|to|under|within|with|of|subject|due|available|yet|including|counting|incl|excluding|more"
    r"|less|only|an?|the|being|been|able|part|used|as|so|too|very|exceeding|\w+(?:able|ible))\b",
    re.IGNORECASE,
)
_VERBS: Final = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must|why|if|or|and|but)$",
    re.IGNORECASE,
)


class Unwanted(NamedTuple):
    """What is not wanted, and the question without that clause; what the clause means instead stays."""

    what: str
    rest: str


def unwanted(text: str) -> Unwanted | None:
    """What a question says first that it does not want, or behind what it means ("heads not percentages")."""
    if first := _FIRST.match(text):
        return Unwanted(first["what"], text[first.end() :])
    for behind in _BEHIND.finditer(text):
        this, what = behind["this"], behind["what"]
        one_state = _DONE.match(what.split()[0]) and not _DONE.match(this)
        if not (one_state or _STATE.match(what) or _VERBS.search(this)):
            return Unwanted(what, f"{text[: behind.start()]}, {this} {text[behind.end() :]}")
    return None


def without_unwanted(text: str) -> str:
    """A question without the clause that says what it does not want; one that is nothing else keeps it."""
    found = unwanted(text)
    return found.rest if found is not None and found.rest.strip() else text
