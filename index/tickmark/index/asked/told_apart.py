"""Turns of phrase around a calculation or a list, put in the words in which both are asked for otherwise.

Who "stayed home" for a meeting are the votes there were less those that came; "its weight in the total" is a share of
it; "item by item" of votes is for each resolution.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["TOLD_APART"]

_SAVED: Final = r"(?:avoid(?:s|ed)?|save[sd]?|spare[sd]?|prevent(?:s|ed)?|cut|cuts)"
_BY_PROXY: Final = (
    r"(?:in\s+person\s*(?:or|nor)\s*(?:there\s+|present\s+)?by\s+proxy|by\s+proxy\s+(?:or|nor)\s+in\s+person)"
)
_ABSENT: Final = (
    rf"(?:neither\s+(?:(?:there|present|represented|attending|voted)\s+)?{_BY_PROXY}"
    rf"|(?:not|never)\s+(?:there|present|represented|voted)(?:\s+(?:either\s+)?{_BY_PROXY})?"
    r"|absent|unrepresented|(?:did\s+not|didn['’]t)\s+(?:turn\s+(?:up|out)|show\s+up|attend|take\s+part)"
    r"|stayed\s+(?:at\s+)?(?:home|away))"
)
_NOR_BY: Final = r"in\s+person,?\s*(?:and|or|nor)\s+(?:not\s+)?by\s+proxy"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_MEETING: Final = r"(?:[\w-]+\s+){0,5}?(?:[AE]GM|meeting)s?"

TOLD_APART: Final = (
    # "a third stayed home for the AGM - how many shares were neither there in person nor by proxy?"
    (
        re.compile(
            rf"^(?:[^?]*?(?P<before>\b(?:for|from|at|of)\s+the\s+{_MEETING})\b[^?]*?\s[-–—]+\s+)?"
            rf"how\s+many\s+(?P<kind>(?:[AH]\s+)?)shares(?:\s+(?:exactly|just|simply))?\s+(?:(?:were|was|are|had\s+been)\s+)?{_ABSENT}"
            rf"(?P<at>\s+(?:at|for|from)\s+the\s+{_MEETING}\b[^?,]*)?(?:,\s*(?:not|neither)\s+{_NOR_BY})?(?=\s*(?:\?|$))",
            re.IGNORECASE,
        ),
        r"total number of \g<kind>shares entitling the holders to attend and vote \g<before>\g<at> minus"
        r" shares represented by shareholders attending in person or by proxy \g<before>\g<at>",
    ),
    # "no votes, item by item": what is voted on
    (
        re.compile(r"(\bvotes?\b.*?)[,;]?\s*\b(item|motion|resolution) by \2\b", re.IGNORECASE),
        r"\1 for each resolution",
    ),
    # "the recycled tonnage's weight in total use": a share of it; "weight in kg" is none
    (
        re.compile(r"(?<=['’]s )weight in (?=(?:the |its |all )?(?:total|annual|overall|whole|group)\b)", re.I),
        "share of ",
    ),
    # "how much carbon did the new kiln avoid": emissions that were avoided
    (
        re.compile(
            r"\bhow\s+(?:much|many)\s+(?:(?:tonnes|tons|t)\s+of\s+)?(?:carbon|co2e?|ghg)\b(?:\s+emissions?)?"
            rf"(?:\s+(?:a|per|each)\s+year)?\s+(?:did|does|do|has|have|was"
            rf"|were)\s+(?P<who>[^?;]{{3,120}}?)\s+(?:help\s+(?:to\s+)?)?{_SAVED}\b"
            r"(?!\s+(?:on|up|for)\b)",
            re.IGNORECASE,
        ),
        r"carbon emissions avoided by \g<who>",
    ),
    # what a group of holders has in all is the total of its table
    (
        re.compile(r"控股股[东東](?:及|和|与|與)(?:其)?一致行[动動]人(?=合[计計])"),
        "",
    ),
    # "which lines did the May 2022 profit alert name": when it came out is no period
    (
        re.compile(
            rf"(?<=\bthe )(?:{_MONTH})\s+20\d\d\s+(?=(?:profit|earnings) (?:estimates?|alert|warning|forecast)\b)", re.I
        ),
        "",
    ),
)  # fmt: skip
"""What is to be worked out, and what is to be told of each, in plainer words."""
