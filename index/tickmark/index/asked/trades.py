"""What people of a trade type short: "NPAtt ex one-offs", "LTI lost days", "mid mgmt", "votes agst", "total wt of".

Each is written out only beside what tells what it is short for, or where it is short for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

__all__ = ["TRADES"]


def _in_full(found: re.Match[str]) -> str:
    """The words that letters stand for; both as they were where these are not their initials."""
    initials = "".join(word[0] for word in re.split(r"[\s-]", found["words"]))
    return found["words"] if initials.upper() == found["letters"] else found[0]


_MANAGERS: Final = r"(?:mgmt|mgt|mgrs?|management|managers?|mgr)\b"

_Put: TypeAlias = str | Callable[[re.Match[str]], str]

TRADES: Final[tuple[tuple[re.Pattern[str], _Put], ...]] = (
    # profit that belongs to the owners, as each desk abbreviates it
    (
        re.compile(
            r"\b(?:(?:NP(?:AT)?|(?-i:PAT))[\s-]?att(?:rib|ribut|r|bl)?"
            r"|(?:NP(?:AT)?|(?-i:PAT)|net\s+profit|net\s+income)\s+to\s+(?:sh|shs|shldrs?|parent|ow?ners?))\b\.?"
            r"(?!\s*(?:to|able)\b)",
            re.IGNORECASE,
        ),
        "net profit attributable to shareholders",
    ),
    (re.compile(r"\bparent\s+(?:NP(?:AT)?|net\s+profit)\b"), "net profit attributable to shareholders"),
    (re.compile(r"(?<![\w/])y[/-]o?-?y(?![\w/])", re.IGNORECASE), "yoy"),
    (re.compile(r"(?<![\w/])w/\s*&\s*w/o(?![\w/])", re.IGNORECASE), "with and without"),
    (re.compile(r"(?<![\w/])w/o(?![\w/])", re.IGNORECASE), "without"),
    (re.compile(r"(?<![\w/])o/s(?![\w/])", re.IGNORECASE), "outstanding"),
    (re.compile(r"(?<![\w#])#\s*(?:of\s+)?(?=[a-z]{3})", re.IGNORECASE), "number of "),
    (re.compile(r"\bcapex\s*/\s*opex\b", re.IGNORECASE), "spend"),
    (re.compile(r"\b(?P<class>[AH])-?shr?s?\b(?=\.?\s)"), r"\g<class> share"),
    (re.compile(r"\bttl\b\.?(?=\s)", re.IGNORECASE), "total"),
    (re.compile(r"(?<=[a-z]\s)cnt\b", re.IGNORECASE), "count"),
    # what it is short for stands behind it, in brackets: "WRF (work-related fatalities)"
    (re.compile(r"\b(?P<letters>[A-Z]{2,6})\s?\((?P<words>[A-Za-z]+(?:[\s-][A-Za-z]+){1,5})\)"), _in_full),
    # a level of management
    (re.compile(rf"\bmid(?:dle)?[\s-]+(?:lvl|level)?\s*(?={_MANAGERS})", re.IGNORECASE), "middle "),
    (re.compile(rf"\b(?:snr|sr)\b\.?\s+(?:lvl|level)?\s*(?={_MANAGERS})", re.IGNORECASE), "senior "),
    (re.compile(rf"\bjr\b\.?\s+(?:lvl|level)?\s*(?={_MANAGERS})", re.IGNORECASE), "junior "),
    (re.compile(r"(?<=[a-z]\s)(?:mgmt|mgt)\b\.?", re.IGNORECASE), "management"),
    (re.compile(r"(?<=[a-z]\s)mgrs\b\.?", re.IGNORECASE), "managers"),
    (re.compile(r"\b(?:agst|agnst|aganst)\b\.?", re.IGNORECASE), "against"),
    (re.compile(r"\babst\b\.?", re.IGNORECASE), "abstain"),
    # how heavy; "wt%" is a share of a mixture, "wt avg" an average
    (re.compile(r"\bwt\b\.?(?=\s+(?:of|in|for|by|kg|shipped|sold)\b|\s*[,(?]|\s*$)", re.IGNORECASE), "weight"),
    # the days that injuries cost
    (re.compile(r"\bLTIs?\s+(?=(?:lost|missed)\s+(?:work(?:ing)?\s*)?(?:days?|time)\b)"), ""),
    (re.compile(r"\bLTIs?\s+days?(?:\s+(?:lost|missed))?\b"), "lost days"),
    (
        re.compile(
            r"\b(lost\s+(?:work)?days?|days?\s+lost),?\s+(?:\(?\s*)?(?:(?:due\s+)?to|from|on|through|for)?\s*LTIs?\b\)?"
        ),
        r"\1",
    ),
    # "sup. committee"
    (
        re.compile(r"\bsup(?:v|erv|ervis)?\.?\s+(?=(?:committee|cttee|cmte|ctee|board)\b)", re.IGNORECASE),
        "supervisory ",
    ),
    (re.compile(r"\b(?:cttee|cmte|cmtee|ctee)\b\.?", re.IGNORECASE), "committee"),
    (re.compile(r"\bvot(?P<end>ed|ing)\s+down\b", re.IGNORECASE), r"vot\g<end> against"),
    # "A-class mtg"
    (
        re.compile(
            r"\b(?P<class>[AH])(?:[\s-]sh(?:are|r)?s?)?[\s-]class\s+(?:mtg|meeting)\b(?!\s+(?:motion|resolution|proposal)s?\b)",
            re.IGNORECASE,
        ),
        r"\g<class> shares class meeting",
    ),
    # what water carries
    (re.compile(r"\btotal\s+N\b(?=\s+(?:in|discharg\w*|emi\w+|load|effluent|FY|20\d\d))"), "nitrogen"),
    (re.compile(r"\btotal\s+P\b(?=\s+(?:in|discharg\w*|emi\w+|load|effluent|FY|20\d\d))"), "phosphorus"),
    (re.compile(r"\bnon-?HW\b"), "non-hazardous waste"),
    (
        re.compile(
            r"\bHW\b(?=\s+(?:generated|generation|treated|treatment|dispos\w+|landfill\w*|incinerat\w*|burnt"
            r"|intensity|tonn\w+|total|sent))"
        ),
        "hazardous waste",
    ),
    (re.compile(r"\b10\s?kt\b", re.IGNORECASE), "in tonnes"),
    (re.compile(r"\bex-(?=poverty\b|poor\b)", re.IGNORECASE), "former "),
    (re.compile(r"(?<=\bunlocked\s)RSs?\b|(?<=\bvested\s)RSs?\b|(?<=\bgranted\s)RSs?\b"), "restricted shares"),
    # what is pledged, of what its holder has
    (re.compile(r"占(?:其|该股东|自身)所持(?:有)?(?:的)?(?:比例|比率|比重)"), "占其所持股份比例"),
    # so much for each of them: "hrs/head"
    (re.compile(r"(?<=[a-z])\s?/\s?(?:head|hd|ee|empl|cap|capita|person)\b\.?(?!\w|\s+office)"), " per capita"),
    (
        re.compile(
            r"\bees?\b(?=\s+(?:sat|satisfaction|turnover|attrition|headcount|count|training|trg)\b)", re.IGNORECASE
        ),
        "employee",
    ),
    (re.compile(r"\bsoc\.?\s+(?:ins|sec)\b\.?", re.IGNORECASE), "social insurance"),
    (re.compile(r"\bHPF\b"), "housing provident fund"),
    # sales, or the people who left
    (re.compile(r"(?<![\w/])t/o(?![\w/])", re.IGNORECASE), "turnover"),
    (re.compile(r"(?<![\w-])H(?:2|₂)O\b"), "water"),
    (re.compile(r"(?<=\d)[\s-]?yrs?\b(?=\s+(?:cum\w*|total|sum|aggregate)\b)", re.IGNORECASE), " years"),
    # learning and development
    (
        re.compile(
            r"\bL\s?&\s?D\b(?=\s+(?:hrs?|hours?|spend\w*|budget|costs?|sess\w*|courses?|programmes?|programs?))"
        ),
        "training",
    ),
    (
        re.compile(
            r"\b(?P<who>staff|empl?oyees?|worker|customer|cust|client)\.?\s+sat\b\.?"
            r"(?=\s*(?:score|rate|survey|index|level|%|pct|FY|20\d\d|[,?;:]|$))",
            re.IGNORECASE,
        ),
        r"\g<who> satisfaction",
    ),
    # "new joiners (F)"
    *(
        (
            re.compile(
                rf"\b(?P<who>joiners|hires|recruits|leavers|staff|employees|headcount|hc|workforce|turnover|attrition)\s*[,(]?\s*"
                rf"{letter}\b\)?(?=\s*(?:FY|CY|YE|20\d\d|[,?;:]|$))"
            ),
            rf"\g<who> {sex}",
        )
        for letter, sex in (("F", "female"), ("M", "male"))
    ),
    # a company of the group
    (re.compile(r"\b(?P<name>[A-Z][a-z]{2,})\s+sub\b\.?(?!-)"), r"\g<name> subsidiary"),
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
