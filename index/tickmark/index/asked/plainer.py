"""Words around a metric that name another thing or none: "instances of", "fine dust", "per trained employee"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["PLAINER"]

PLAINER: Final = (
    # "how many instances of rough handling": what is counted stands behind
    (
        re.compile(
            r"\b(how many|number of|count of)\s+(?:(?:recorded|reported)\s+)?(?:instances|occurrences|episodes"
            r"|examples) of\s+",
            re.I,
        ),
        r"\1 ",
    ),
    # of grains, and no penalty
    (
        re.compile(
            r"\bfine\s+(?=(?:dusts?|particles?|particulates?|powders?|grains?|chemicals?|wires?|sand|soot)\b)", re.I
        ),
        "",
    ),
    # "helped to avoid": who else did is not asked
    (re.compile(r"\bhelp(?:s|ed|ing)?\s+(?:to\s+)?(?=(?:avoid|cut|reduc|sav|prevent|lower|curb|spar)\w*\b)", re.I), ""),
    # "lower and mid-level managers" are one grade
    (
        re.compile(
            r"\b(?:(?P<low>lower|junior)(?:[- ](?:level|ranking|tier))?\s*(?:and|&|to|/|-)\s*mid(?:dle)?"
            r"|mid(?:dle)?(?:[- ](?:level|ranking|tier)?)?\s*(?:and|&|to|/|-)\s*(?:lower|junior))(?:[- ](?:level"
            r"|ranking|tier))?\s+"
            r"(?=(?:manage|executive|leader|cadre|staff|ranks))",
            re.IGNORECASE,
        ),
        "junior-middle ",
    ),
    # a margin of the owners alone is of their profit: no line is called so
    (
        re.compile(
            r"\b(?P<what>net\s+(?:profit|income|earnings)|net)\s+margins?\s+(?P<whose>attributable\s+to\s+(?:the\s+)?(?:share|stock)?(?:holders|owners)"
            r"(?:\s+of\s+(?:the\s+)?(?:listed\s+)?(?:company|parent))?)",
            re.I,
        ),
        r"net profit \g<whose> as a percentage of revenue",
    ),
    (
        re.compile(
            r"\b(?:attributable|parent)\s+net\s+(?:(?:profit|income)\s+)?margins?\b|\bnet\s+attributable\s+margins?\b",
            re.I,
        ),
        "net profit attributable to shareholders as a percentage of revenue",
    ),
    (re.compile(r"归母(?:的)?净利(?:润)?率|歸母(?:的)?淨利(?:潤)?率"), "归母净利润占营业收入的比例"),
    # "what did it pay to train one employee", "the cost per trained employee"
    (
        re.compile(
            r"\b(?:to\s+train|(?:in|on|for|of)\s+training)\s+(?:up\s+)?(?:one|each|every|a\s+single|an?(?:\s+(?:average|typical))?)\s+"
            r"(?:employee|worker|person|head|individual|staff\s+member|member\s+of\s+staff|colleague)\b",
            re.IGNORECASE,
        ),
        "for training per capita",
    ),
    (
        re.compile(
            r"\b(?P<what>costs?|spen[dt](?:ing)?|paid|expenses?|expenditure|outlay|bill|budget|hours|time)\s+(?:per|for\s+(?:each|every))\s+"
            r"(?:train(?:ed|ing)\s+(?:employee|worker|person|head|participant)|trainee|(?:employee|worker|person|head)\s+(?:who\s+was\s+)?trained)\b",
            re.IGNORECASE,
        ),
        r"training \g<what> per capita",
    ),
)
"""Patterns, each with what stands in its place."""
