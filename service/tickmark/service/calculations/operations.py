"""What the words of a question say of an average or a total over periods, and which part of which whole they name.

Read from the words alone; operations over several things are for :mod:`tickmark.service.calculations.plans`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tickmark.index.asked.currency import CURRENCY_NAME
from tickmark.index.asked.plainer import AVERAGE_PERSON

__all__ = [
    "Over",
    "Share",
    "mixed",
    "over_periods_asked",
    "shares_asked",
    "without_operation",
]

Over = Literal["average", "total"]


class Share(NamedTuple):
    """A part and its whole as the question words them; ``ratio`` where one need not be a part of the other."""

    part: str
    whole: str
    ratio: bool = False


_BE: Final = r"(?:is|are|was|were|did|does|do|has|have)"
_LEAD: Final = re.compile(
    r"^(?:(?:for|in|at|as of|during|on)\s*,?\s+)?(?:(?:what|how much|how many)\s+)?"
    r"(?:(?:is|are|was|were|would be|did)\s+)?"
    r"(?:the\s+)?(?:(?:calculate|compute|work out|give me|tell me)\s+(?:the\s+)?)?"
    r"(?:(?:value|amount|figure)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:[\s,]+(?:in|for|at|as of|as at|during|on|from|to|between|and|the|both|year|years|fiscal|ended|end|respectively"
    r"|compared|with))+$",
    re.IGNORECASE,
)
_WHOLLY_AVERAGE: Final = re.compile(
    r"\b(?:on average|(?:average|mean) (?:annual|yearly|of)|(?:annual|yearly) (?:average|mean)"
    r"|(?:average|mean)\b.{0,60}\b(?:over|across|between)|(?:over|across)\b.{0,60}\b(?:average|mean))\b"
    r"|平均每年|年均",
    re.IGNORECASE,
)
_WHOLLY_TOTAL: Final = re.compile(
    r"\b(?:cumulative(?:ly)?(?!.{0,20}\breturns?\b)|in total (?:over|across|between|from)"
    r"|(?:sum|total)\b.{0,60}\b(?:over|across)|add(?:ed)? (?:up|together)|altogether)\b|累计|累計|合共",
    re.IGNORECASE,
)
_AVERAGE: Final = re.compile(r"\b(?:average|mean)\b|平均", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"^\W*(?:what|how much)\s+(?:is|was|were)\s+the\s+(?:total|sum|combined|aggregate)\b|\bsum of\b", re.IGNORECASE
)
_EACH: Final = re.compile(r"\b(?:respectively|each|every|by year|per year|yearly|annually)\b", re.IGNORECASE)
_CHANGES: Final = re.compile(r"\b(?:change|difference|increase|decrease|growth|ratio|proportion)\b", re.IGNORECASE)
# "the total: increase 2023 over 2022" adds nothing up
_CHANGE_OVER: Final = re.compile(
    r"\b(?:increase|decrease|growth|change|rise|fall|drop|decline)\b[^,;?]{0,30}\bover\b", re.IGNORECASE
)
_OPERATION_WORDS: Final = re.compile(
    r"\b(?:the\s+)?(?:on average|(?:average|mean) (?:annual|yearly)(?: (?:totals?|amounts?|values?)(?: of)?)?"
    r"|(?:annual|yearly) (?:average|mean)(?: of)?|altogether|in total|added (?:up|together)"
    r"|cumulatively"
    r"|(?:over|for|across|in|during)\s+(?:the\s+|all\s+)*(?:\d+|two|three|four|five)[- ]"
    r"(?:(?:reported|reporting|disclosed|printed|listed|shown|fiscal|financial)\s+)?years?(?:\s+(?:period|reported"
    r"|shown))?"
    r"|(?:average|mean|sum|total|combined|aggregate|cumulative)(?:\s+(?:amount|value|number))?"
    r"(?:\s+of(?:\s+the)?)?)\b|平均每年|年均|平均|累计|累計|合共",
    re.IGNORECASE,
)

_PCT: Final = r"(?:percentage|percent|per\s?cent|pct|%|share|proportion|portion|fraction)"
_FROM: Final = (
    r"(?:(?:comprised|composed|made up)\s+(?:of|by)|attribut(?:able|ed)\s+to|represented\s+by|related\s+to|due\s+to"
    r"|accounted\s+for\s+by|incurred\s+from|derived\s+from|spent\s+on|came\s+from|come\s+from|comes\s+from|went\s+to"
    r"|goes\s+to|generated\s+(?:by|from)|belong(?:s|ed|ing)?\s+to|(?:held|owned)\s+by"
    r"|(?:based|located|situated|employed|working|stationed|placed"
    r"|(?<!who )(?<!that )(?:works?|sits?|lives?))\s+(?:in|at))"
)
_AS: Final = rf"(?:(?:expressed\s+)?as\s+(?:an?\s+)?{_PCT}|in\s+(?:percent|per\s?cent|%))\s+of"
_IS: Final = rf"{_BE}\s+(?:been\s+)?"
_IN: Final = r"(?:in|among|over|out\s+of|to|against|relative\s+to|within)"
_OF: Final = r"(?:(?:of\s+)?constitution\s+)?of"
_MAKES: Final = r"(?:comprises?d?|represent(?:s|ed)?|ma[dk]es?\s+up|accounts?(?:ed)?\s+for)"
_SHARES: Final[tuple[tuple[str, bool], ...]] = (
    (rf"^(?P<part>.{{3,110}}?),?\s+(?:is\s+)?{_AS}\s+(?P<whole>.{{3,90}})$", False),
    (rf"^as\s+an?\s+{_PCT}\s+of\s+(?P<whole>.{{3,60}}?),?\s+(?:how\s+\w+\s+|what\s+)?{_IS}(?P<part>.{{3,80}})$", False),
    (rf"what\s+{_PCT}\s+of\s+(?P<whole>.{{3,80}}?)\s+(?:{_IS})?{_FROM}\s+(?P<part>.{{3,80}})$", False),
    (rf"what\s+{_PCT}\s+of\s+(?P<whole>.{{3,80}}?)\s+{_IS}(?P<part>.{{3,80}})$", False),
    (
        rf"^of\s+(?P<whole>.{{3,80}}?),?\s+(?:what|which)\s+{_PCT}\s+(?:(?:{_IS})?{_FROM}|{_IS})\s*"
        r"(?P<part>.{3,80}?)(?:['’]s?)?$",
        False,
    ),
    (rf"^(?P<part>.{{3,60}}?)['’]s?\s+{_PCT}\s+(?:of|in)\s+(?P<whole>.{{3,80}})$", False),
    (rf"{_PCT}\s+of\s+(?P<whole>.{{3,60}}?)\s+(?:{_IS})?{_FROM}\s+(?P<part>.{{3,80}})$", False),
    (rf"{_PCT}\s+of\s+(?P<whole>.{{3,60}}?)\s+(?:that|who|which)\s+\w+\s+(?P<part>.{{3,80}})$", False),
    (rf"(?P<part>.{{3,80}}?)\s+{_MAKES}\s+(?:what|which)\s+{_PCT}\s+of\s+(?P<whole>.{{3,80}})$", False),
    (
        rf"{_PCT}\s+(?:(?:of\s+)?constitution\s+)?of\s+(?P<part>.{{3,80}}?)\s+{_IN}\s+(?P<whole>.{{3,80}}?)(?:,\s*%)?$",
        False,
    ),
    (r"ratio\s+(?:\(.{1,20}\)\s+)?of\s+(?P<part>.{3,80}?)\s+to\s+(?P<whole>.{3,80})$", True),
    (r"^(?P<part>.{3,80}?)\s+as\s+a\s+(?:ratio|multiple)\s+(?:of|to)\s+(?P<whole>.{3,80})$", True),
    (r"\b(?P<part>[\w&' ]{3,40}?)[- ]to[- ](?P<whole>[\w&' ]{3,40}?)\s+ratio$", True),
    (r"\((?P<part>[\w&' -]{3,60}?)\s*(?:/|÷|divided by|over)\s*(?P<whole>[\w&' -]{3,60})\)", False),
    (r"(?P<part>[\w&' -]{3,60}?)\s+divided by\s+(?P<whole>[\w&' -]{3,60})", False),
    (r"^(?P<part>[\w&' -]{3,60}?)\s+over\s+(?P<whole>[\w&' -]{3,60})$", False),
    (
        r"(?P<whole>\S{2,20}?)(?:总数|總數|总量|總量)?[中里裡]的?(?P<part>[^中里裡\s]{1,20}?)"
        r"(?:所?[占佔]的?(?:比例?|比重|多少|百分比)|的?(?:比例|比重))",
        False,
    ),
    (
        r"(?P<part>\S{2,20}?)所?[占佔](?P<whole>[^占佔\s]{2,20}?)(?:总数|總數|总量|總量)?的?"
        r"(?:比例|比重|百分比|百分之|多少|几成)",
        False,
    ),
)
_SOURCES: Final = re.compile(
    r"^\W*(?:check|recompute|recalculate)\b\W*|[,;]?\s*\b(?:using|based on|according to|from|as per)\s+(?:the\s+)?"
    r"(?:[\w&]+\s+){0,6}(?:reports?|announcements?|documents?|filings?|results|statements?|sheets?)\b.*$",
    re.IGNORECASE,
)
_IN_PERCENT: Final = re.compile(
    rf"\(\s*(?:in\s+)?{CURRENCY_NAME}\s*\)|"
    r"\((?:(?:in|as)\s+)?(?:an?\s+)?(?:percentage|percent|%)\)|\s*,\s*(?:in\s+)?(?:%|percent|per cent|pct)\W*$",
    re.IGNORECASE,
)
_SHARE_PATTERNS: Final = tuple((re.compile(pattern, re.IGNORECASE), ratio) for pattern, ratio in _SHARES)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _IN_PERCENT.sub(" ", _SOURCES.sub("", text))).strip(" ?.!,")


def _trimmed(side: str) -> str:
    """A side without the words that a period left behind ("... for", "... in both")."""
    return _TAIL.sub("", re.sub(r"^(?:the|both|its|their)\s+", "", side.strip(" ,"), flags=re.IGNORECASE)).strip(" ,")


def over_periods_asked(text: str, periods: int) -> tuple[Over | None, bool]:
    """Whether the average or the total over the periods asked for is wanted, and whether that is said outright.

    "Average revenue in 2022 and 2023" says it, unless what is printed is an average itself: that is for the caller to
    see, where the second value is false. An average of no period in particular is a figure to be found ("average age").
    """
    text = AVERAGE_PERSON.sub(" ", text)
    average, total = _WHOLLY_AVERAGE.search(text) is not None, _WHOLLY_TOTAL.search(text) is not None
    total = total and _CHANGE_OVER.search(text) is None
    if average != total:
        return ("average" if average else "total"), True
    if average or periods == 1 or _EACH.search(text) or _CHANGES.search(text):
        return None, False
    if not periods:
        return None, False
    if _AVERAGE.search(text):
        return "average", False
    return ("total", False) if _TOTAL.search(text) else (None, False)


def mixed(text: str) -> bool:
    """Whether a change of an average, or the like, is asked for: two operations at once, which are not worked out."""
    return _AVERAGE.search(text) is not None and _CHANGES.search(text) is not None


def without_operation(text: str) -> str:
    """The question for the figures themselves: what is to be averaged or added up."""
    return re.sub(r"\s+", " ", _OPERATION_WORDS.sub(" ", text)).strip()


def shares_asked(rest: str) -> Iterator[Share]:
    """Parts and wholes as the question words them, the likeliest reading first."""
    text = _TAIL.sub("", _LEAD.sub("", _plain(rest)))
    whole_text = _TAIL.sub("", _plain(rest))
    for pattern, ratio in _SHARE_PATTERNS:
        for said in dict.fromkeys((text, whole_text)):
            if found := pattern.search(said):
                part, whole = _trimmed(found["part"]), _trimmed(found["whole"])
                if part and whole:
                    yield Share(part, whole, ratio)
                break
