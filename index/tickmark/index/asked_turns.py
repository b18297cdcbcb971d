"""Whole turns of phrase that name a metric by none of its words, put as a filing names it.

"How big was the balance sheet" asks for total assets, and what operations bring in is neither revenue nor profit.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["TURNS"]

TURNS: Final = (
    # "how much money did the business bring in from operations": no revenue, and no profit
    (
        re.compile(
            r"\bhow much (?:money|cash)\b[^?,;]{0,60}?\b(?:br(?:ing|ought)|generate|throw|threw|come|came|flow(?:ed)?"
            r"|take|took|pull(?:ed)?|collect|produce)\b(?:\s+(?:in|off|out))?\s+(?:from|by|through|out of)\s+"
            r"(?:(?:its|the|their|day-to-day|core|normal)\s+)*(?:operations|operating activities)\b",
            re.IGNORECASE,
        ),
        "net cash flow from operating activities",
    ),
    # votes: "yes / no / abstain"
    (
        re.compile(
            r"\b(?:yes|yea|aye)(?:es|s)?(\s*[/,]\s*)(?:no|nay)(?:es|s)?(?=\s*(?:[/,]|and\b|or\b|$))", re.IGNORECASE
        ),
        r"for\1against",
    ),
    # "the hours they worked, added up": one thing, the total of it
    (
        re.compile(
            r"^(?P<what>(?:(?!\b(?:and|plus|with)\b|[&+,/]).)*?),?\s*"
            r"\b(?:all )?(?:added|summed|totted) up\b(?!\s+to\b)",
            re.IGNORECASE,
        ),
        r"total \g<what>",
    ),
    (
        re.compile(
            r"\bhow (?:big|large) (?:is|was) (?:the|its|their|[\w.&]+['’]s) (?:[\w-]+ ){0,2}?balance sheet\b",
            re.IGNORECASE,
        ),
        "total assets",
    ),
)
"""Patterns, each with what stands in its place."""
