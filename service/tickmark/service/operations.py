"""What a question asks to be worked out: which operation, and over which things that it names.

Read from the words alone; whether the things are there, and are of one unit and one time, is seen when they are looked
for (:mod:`tickmark.service.operands`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from tickmark.index.sameness import PARTS
from tickmark.index.terms import terms

__all__ = [
    "Operation",
    "Over",
    "Share",
    "mixed",
    "named_operation",
    "over_periods_asked",
    "shares_asked",
    "without_operation",
]

Kind = Literal["difference", "sum", "quotient", "average"]
Over = Literal["average", "total"]


class Operation(NamedTuple):
    """An operation and the things it is done to, as the question words them."""

    kind: Kind
    sides: tuple[str, ...]


class Share(NamedTuple):
    """A part and its whole as the question words them; ``ratio`` where one need not be a part of the other.

    ``about`` is what is said of both before ("after the change, what share of ...").
    """

    part: str
    whole: str
    ratio: bool = False
    about: str = ""


_SIDE: Final = r"[^()]{2,90}?"
_BE: Final = r"(?:is|are|was|were|did|does|do|has|have)"
_TOGETHER: Final = (
    r"(?:(?:(?:taken |added )?together|combined|jointly|altogether|added(?: up)?|summed(?: up)?"
    r"|in (?:total|sum|aggregate))"
    r"|合[计計]|[总總]共|一共|共[计計]|加起[来來]|之和|[总總]和|相加)"
)
# the sides, as the question without issuer and period words them
_WORDED: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "difference",
        rf"^(?:(?P<c>.{{3,80}}?)[:,]\s+)?by how (?:much|many \w+(?: points)?)\s+{_BE}\s+(?P<a>.{{3,80}}?)\s+"
        r"(?:more|higher|larger|greater|bigger|above|(?P<low>less|lower|smaller|fewer|below))\s+(?:than\s+)?"
        r"(?P<b>.{3,80})$",
    ),
    (
        "sum",
        r"^(?:adding|add|summing|sum)\s+(?:(?:up|together)\s+)?(?P<all>.{3,160}?),\s+"
        r"(?P<c>(?:how|what|which)\b.{3,80})$",
    ),
    ("sum", rf"^(?P<all>.{{3,160}}?)\s*{_TOGETHER}\s*(?:[:：,，-]|的)\s*(?P<c>.{{2,80}})$"),
    (
        "sum",
        r"^(?:how (?:many|much)\s+)?(?P<c>[\w' ]{3,60}?)\s+(?:do|does|did)\s+(?P<all>.{3,120}?)\s+(?:\w+\s+)?"
        rf"{_TOGETHER}$",
    ),
    (
        "difference",
        r"\b(?:difference|gap)\s+(?:in|of)\s+(?P<c>.{3,80}?)\s+between\s+(?P<a>.{2,80}?)\s+and\s+(?P<b>.{2,80})$",
    ),
    (
        "difference",
        r"\b(?:difference|gap)\s+between\s+(?P<a>.{3,60}?)\s+and\s+(?P<b>.{3,60}?)\s+(?:of|for|in)\s+(?:the\s+)?(?P<c>.{3,60})$",
    ),
    ("difference", r"\b(?:difference|gap)\s+between\s+(?P<a>.{3,80}?)\s+and\s+(?P<b>.{3,80})$"),
    (
        "difference",
        rf"^(?:how\s+much\s+)?(?:more|higher|larger|greater|bigger)\s+(?:{_BE}\s+)?(?P<a>.{{3,80}}?)\s+than\s+(?P<b>.{{3,80}})$",
    ),
    ("difference", rf"(?P<a>{_SIDE})\s+(?:minus|less(?!\s+than\b))\s+(?P<b>{_SIDE})$"),
    ("sum", r"\b(?:sum|(?:combined |added )?total)\s+of\s+(?P<all>.{3,160})$"),
    ("sum", r"\bcombined\s+(?P<all>.{3,160})$"),
    ("sum", rf"(?P<all>.{{3,160}}?)\s*{_TOGETHER}$"),
    ("sum", rf"(?P<a>{_SIDE})\s+plus\s+(?P<b>{_SIDE})$"),
    ("average", r"\b(?:average|mean)\s+of\s+(?P<all>.{3,160})$"),
    ("quotient", rf"(?P<a>{_SIDE})\s+(?:per|for each|for every)\s+(?P<b>.{{3,60}})$"),
)
_OPERATIONS: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WORDED)
# a word that every one of them has: most questions ask for no operation, and these patterns take long to find none
_CUE: Final = re.compile(
    rf"{_TOGETHER}|by how|difference|gap|than|minus|less|plus|add|sum|total|average|mean|per|for e(?:ach|very)",
    re.IGNORECASE,
)
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
_LIST: Final = re.compile(r"\s*(?:,\s*and\b|[,;&+、]|\band\b|\bplus\b|[和与與及])\s*", re.IGNORECASE)
# what is said of all of a list at once: "how many shares do these three hold"
_ALL_OF_THEM: Final = re.compile(
    r"\b(?:(?:do|does|did|have|has|had|are|is|were|was)\s+)?"
    r"(?:they|both|(?:these|those|the)\s+(?:two|three|four|five|six)(?:\s+\w+)?)\b"
    r"|\b(?:how (?:many|much)|what (?:is|are|was|were))\b",
    re.IGNORECASE,
)
_BEFORE_NAME: Final = re.compile(
    r"^(?P<c>.{3,60}?\s(?:in|of|for|from|by|at|with|to|among|across|within|under)\s+(?:the\s+)?)(?P<name>.{2,60})$",
    re.IGNORECASE,
)

_WHOLLY_AVERAGE: Final = re.compile(
    r"\b(?:on average|average (?:annual|yearly|of)|annual average|(?:average|mean)\b.{0,60}\b(?:over|across|between))\b"
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
_OPERATION_WORDS: Final = re.compile(
    r"\b(?:the\s+)?(?:on average|average (?:annual|yearly)|annual average|altogether|in total|added (?:up|together)"
    r"|cumulatively"
    r"|(?:over|for|across|in|during)\s+(?:the\s+|all\s+)?(?:\d+|two|three|four|five)[- ]years?(?:\s+period)?"
    r"|(?:average|mean|sum|total|combined|aggregate|cumulative)(?:\s+(?:amount|value|number))?"
    r"(?:\s+of(?:\s+the)?)?)\b|平均每年|年均|平均|累计|累計|合共",
    re.IGNORECASE,
)

_PCT: Final = r"(?:percentage|percent|per\s?cent|pct|%|share|proportion|portion|fraction)"
_FROM: Final = (
    r"(?:(?:comprised|composed|made up)\s+(?:of|by)|attribut(?:able|ed)\s+to|represented\s+by|related\s+to|due\s+to"
    r"|accounted\s+for\s+by|incurred\s+from|derived\s+from|spent\s+on|came\s+from|come\s+from|comes\s+from|went\s+to"
    r"|goes\s+to|generated\s+(?:by|from)|belong(?:s|ed|ing)?\s+to|(?:held|owned)\s+by"
    r"|(?:based|located|situated|employed|working|placed)\s+(?:in|at))"
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
    r"\(\s*(?:in\s+)?(?:rmb|usd|gbp|eur|hkd|yuan|dollars|pounds|euros)\s*\)|"
    r"\((?:(?:in|as)\s+)?(?:an?\s+)?(?:percentage|percent|%)\)|\s*,\s*(?:in\s+)?(?:%|percent|per cent|pct)\W*$",
    re.IGNORECASE,
)
_OF_BOTH: Final = re.compile(
    r"^\W*(?P<about>(?:after|before|following|upon|prior to)\s+[^,]{3,60}?)\s*(?:,.*)?$", re.IGNORECASE
)
_SHARE_PATTERNS: Final = tuple((re.compile(pattern, re.IGNORECASE), ratio) for pattern, ratio in _SHARES)


_ANNOUNCED: Final = re.compile(r"^[^:：]{2,60}[:：]\s+")  # "Check: assets less equity"
_SAME: Final = re.compile(r"^(?:the\s+)?same\s+(?:figure|amount|number|metric|measure|item|value|one|thing)\b", re.I)
_IN_SHARES: Final = re.compile(rf"\b{_PCT}\s+(?:difference|gap)\b", re.IGNORECASE)  # of two things: not worked out


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _IN_PERCENT.sub(" ", _SOURCES.sub("", text))).strip(" ?.!,")


def _trimmed(side: str) -> str:
    """A side without the words that a period left behind ("... for", "... in both")."""
    return _TAIL.sub("", re.sub(r"^(?:the|both|its|their)\s+", "", side.strip(" ,"), flags=re.IGNORECASE)).strip(" ,")


@lru_cache(maxsize=256)
def named_operation(rest: str) -> tuple[Operation, ...]:
    """What the words ask to be done with which things; the question is given without issuer and periods.

    Asked of a question several times on the way to its answer, and remembered.
    """
    return tuple(_operations(rest))


def _operations(rest: str) -> Iterator[Operation]:
    plain = _plain(rest)
    if not _CUE.search(plain):
        return
    announced = [part for part in [_ANNOUNCED.sub("", plain)] if part != plain]
    said = [_TAIL.sub("", _LEAD.sub("", part)) for part in (plain, *announced)]
    for text, (kind, pattern) in ((text, operation) for text in said for operation in _OPERATIONS):
        found = pattern.search(text)
        if found is None or _IN_SHARES.search(text[: found.start()] + found[0][:12]):
            continue
        for sides in _sides(found.groupdict()):
            if len(sides) > 1:
                yield Operation(kind, tuple(sides if kind == "quotient" else _spelled_out(sides)))


def _sides(groups: Mapping[str, str | None]) -> Iterator[list[str]]:
    """The things that an operation is done to, each with the words said once for all: the likeliest reading first."""
    common = _ALL_OF_THEM.sub(" ", groups.get("c") or "").strip(" ,")
    if not groups.get("all"):
        first, second = (_trimmed(groups[name] or "") for name in "ab")
        way = -1 if groups.get("low") else 1  # "how much lower is A than B": B less A
        if (led := _BEFORE_NAME.match(first)) and common:
            yield [f"{common} {first}", f"{common} {led['c']} {second}"][::way]
        yield [f"{common} {side}".strip() for side in (first, second) if side][::way]
        return
    sides = [side for part in _LIST.split(groups["all"] or "") if (side := _trimmed(part))]
    if common:
        yield [f"{side} {common}" for side in sides]
        return
    if sides and (led := _BEFORE_NAME.match(sides[0])) and not any(_BEFORE_NAME.match(side) for side in sides[1:]):
        yield [sides[0], *(f"{led['c']}{side}" for side in sides[1:])]  # "sales in Germany and France"
    yield sides


def _spelled_out(sides: Sequence[str]) -> list[str]:
    """The sides with the words that they share: "female and male turnover rate" are two turnover rates.

    A side before the last that only names a part ("female"), or is numbered like it ("line 1 and line 2 passengers"),
    leaves out what the last says after as many words; "the same figure" is what the first side names.
    """
    if any(_SAME.match(side) for side in sides[1:]):
        return [sides[0], *(_SAME.sub(sides[0], side) for side in sides[1:])]
    last = sides[-1].split()
    short = [side.split() for side in sides[:-1]]
    if any(len(words) >= len(last) or not _leaves_out(words, last) for words in short):
        return list(sides)
    return [*(" ".join([*words, *last[len(words) :]]) for words in short), sides[-1]]


def _leaves_out(words: Sequence[str], last: Sequence[str]) -> bool:
    numbered = len(words) == 2 and words[0].lower() == last[0].lower() and words[1].isdigit() and last[1].isdigit()
    return numbered or set(terms(" ".join(words))) <= PARTS


def over_periods_asked(text: str, periods: int) -> tuple[Over | None, bool]:
    """Whether the average or the total over the periods asked for is wanted, and whether that is said outright.

    "Average revenue in 2022 and 2023" says it, unless what is printed is an average itself: that is for the caller to
    see, where the second value is false. An average of no period in particular is a figure to be found ("average age").
    """
    average, total = _WHOLLY_AVERAGE.search(text) is not None, _WHOLLY_TOTAL.search(text) is not None
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
                    led = _OF_BOTH.match(said[: found.start()])
                    yield Share(part, whole, ratio, led["about"] if led else "")
                break
