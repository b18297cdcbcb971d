"""Which operation a question asks for, told by cue words wherever they stand; and the question without them.

How a sentence is cut into the things to be reckoned with has no end of forms. The words for reckoning are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tickmark.index.asked.currency import CURRENCY_NAME
from tickmark.index.question import Question
from tickmark.index.words.unit_families import family

__all__ = ["Demand", "Kind", "demanded"]

Kind = Literal["change", "average", "times", "ratio", "share", "per", "sum", "difference", "rest", "joint"]


class Demand(NamedTuple):
    """An operation that a question has a cue for, and its text without the cues.

    ``divisor`` is what is named right after "per" or "divided by", if anything is.
    """

    kind: Kind
    bare: str
    divisor: str = ""


_MORE: Final = (
    r"(?:more|fewer|less|higher|lower|larger|greater|bigger|smaller|longer|shorter|older|younger|better|worse|above"
    r"|below)"
)
_PCT: Final = r"(?:\b(?:percentage|percent|per\s?cent|pct)|%)"
_PART: Final = r"(?:share(?!s|\s+(?:capital|premium|price|count|option))|portion|proportion|fraction|slice)"
_DO: Final = r"(?:did|do|does|was|were|is|are|has|have|had)"
# in this order: what says it outright comes before what only hints at it
_CUES: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "times",
        rf"\bhow many times\b(?=.*\b(?:as|than|the)\b)|\btimes\s+(?:as\s+(?:many|much|high|large|big)|{_MORE})\b"
        rf"|\b(?:(?:as\s+)?(?:an?|what|which)|as)\s+(?:multiple|factor)(?:\s+of)?\b|\b(?:\w+-?)?fold\b|(?:几|幾|多少)倍|倍数",
    ),
    (
        "ratio",
        r"\bratio(?:\s+(?:of|between))?\b|\bdivided\s+by\b|\brelative\s+to\b|比率"
        r"|\bover(?=\s+(?!(?:the|all|last|past|time|a|each|these|two|three)\b)[a-z])",
    ),
    (
        "share",
        rf"\b(?:what|which|how (?:big|large|great|high|small)(?: of)? an?)\s+(?:{_PART}|{_PCT})(?:\s+(?:of|{_DO}))?\b"
        rf"|\b(?:expressed\s+)?as\s+(?:an?\s+)?(?:{_PART}|{_PCT}|part(?=\s+of))(?:\s+of\b)?|(?:\b{_PART}"
        rf"|{_PCT})\s+(?:of|in)\b"
        r"|\b(?:what|which)\s+part\s+of\b|\bweight\s+in\b"
        rf"|['’]s?\s+{_PART}\b|\bhow much of\b(?!\s+each\b)|\bin\s+{_PCT}(?:\s+terms\b)?|{_PCT}"
        r"|\baccount(?:s|ed)?\s+for\b|所?[占佔](?:比|的?比例|的?比重)?|比例|比重|百分比|百分之[几幾]|几成|幾成",
    ),
    ("per", r"\b(?:per|for\s+(?:each|every)|apiece)\b(?!\s?cent|\s+(?:annum|year)\b)|每"),
    (
        "average",
        r"\b(?:on\s+average|(?:annual\s+|yearly\s+|simple\s+|arithmetic\s+)*(?:averages?|averaged|mean)"
        r"(?:\s+(?:annual|yearly|value))?(?:\s+of)?)\b|年均|平均每年|平均",
    ),
    (
        "sum",
        r"\b(?:taken\s+|added\s+|put\s+)?(?:together|combined|jointly|altogether|all\s+told)\b"
        r"|\b(?:grand|overall|\w+[- ]year)\s+totals?\b|\btotal\s+(?:over|across)\b|\bin\s+(?:total|sum|aggregate"
        r"|all)\b"
        r"|\b(?:the\s+)?(?:sum|aggregate|combined\s+total|total)\s+of\b|\bsum(?:med|ming|s)?(?:\s+up)?\b"
        r"|\badd(?:ed|ing|s)?(?:\s+(?:up|together))?\b|\bplus\b"
        r"|合[计計]|[总總]共|一共|共[计計]|加起[来來]|之和|[总總]和|相加",
    ),
    (
        "difference",
        rf"\b(?:by\s+)?how\s+(?:much|many)\s+{_MORE}\b|\b{_MORE}\b(?=.*\bthan\b)|\bthan\b"
        r"|\b(?:the\s+)?(?:absolute\s+)?(?:differences?|gap|spread(?!\s+(?:it|that|them|over|across|out)\b)|distance)(?:\s+(?:between|in|of))?\b"
        r"|\b(?:exceed(?:s|ed|ing)?|outnumber(?:s|ed|ing)?|surpass(?:es|ed)?)\b|\bin\s+excess\s+of\b"
        r"|\b(?:how\s+far\s+)?short\s+of\b|\bminus\b|\bless\b"
        r"|\b(?:subtract|deduct)(?:ed|ing|s)?\b|差额|差額|相差|差距|(?<![同环環占佔分之对對])比(?![例重率])(?=.*[多少高低])|较(?=.*[多少高低])"
        r"|(?<![减減])[多少高低]出?(?:多少|[几幾])",
    ),
    (
        "rest",
        rf"\b(?:{_DO}\s+)?(?:not|never)\b|\boutside(?:\s+of)?\b|\b(?:other\s+than|apart\s+from|aside\s+from"
        rf"|except(?:\s+for)?)\b"
        r"|\b(?:the\s+)?(?:rest|remainder|balance)\s+of\b"
        r"|\b(?:(?<!who\s)(?<!that\s)(?<!people\s)(?<!staff\s)(?<!employees\s)left(?:\s+(?:over|of))?|remain(?:s|ed"
        r"|ing)?)\b|以外|之外|其余|其餘|剩",
    ),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CUES)
_BY_KIND: Final = dict(_PATTERNS)
_JOINTLY: Final = re.compile(
    r"\b(?:together|jointly|combined|add(?:ed)?|sum)\b|合[计計]|加起[来來]|之和|[总總]和|相加|一共", re.IGNORECASE
)
# how a part belongs to its whole, and what is reckoned with how often: none of it names a metric
_RELATION: Final = re.compile(
    r"\b(?:(?:comprised|composed|consist(?:s|ed|ing)?|made\s+up)\s+(?:of|by)|attribut(?:able|ed)\s+to|(?:represented"
    r"|accounted\s+for)\s+by"
    r"|(?:derived|stem(?:s|med)?|arising|aris(?:es|en)|originat(?:es|ed)|com(?:es|ing)|came)\s+from|(?:spent"
    r"|put)\s+(?:on|into)"
    r"|(?:went|goes|going|belong(?:s|ed|ing)?|fell|falls?)\s+(?:to|on|under|into)|(?:generated|contributed|funded"
    r"|financed|provided|covered)\s+by"
    r"|(?:based|located|situated|employed|working|stationed|placed|living|found)\s+(?:in|at)|compared\s+(?:with|to)"
    r"|versus|vs\.?)(?=\W|$)",
    re.IGNORECASE,
)
# what is reckoned, in what it is told, and on which day it was so: words that no label says
_AROUND: Final = re.compile(
    r"\b(?:combined|together|altogether|jointly|each)\b|\bwork(?:s|ed|ing)?\s+out(?:\s+to)?\b|\bas\s+(?:large|big|high"
    r"|great|many|much)\s+as\b|\b(?:percentage\s+)?points?\b|\bpp\b"
    r"|\bi\.?e\.?\b|\b(?:nearly|almost|roughly|about)\s+(?:the\s+same|equal)\b|\b(?:between\s+)?the\s+two\b"
    r"|\bat\s+the\s+close\s+of\b"
    r"|\b(?:on|at)\s+the\s+(?:day|date|time)\s+of\s+the\b.{0,30}?\b(?:[ae]gm|meetings?)\b"
    r"|\bat\s+the\b.{0,30}?\b[ae]gm\s+(?:date|day)\b"
    rf"|[(,]?\s*\b(?:in\s+)?{CURRENCY_NAME}(?:\s+(?:millions?|mn|m|billions?|bn|thousands?))?\b\)?",
    re.IGNORECASE,
)
_DIVISOR: Final = re.compile(
    r"\b(?:per|for\s+(?:each|every)|divided\s+by)\s+(?:the\s+)?(?P<by>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2})",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:(?:absolute|net|overall|actual)\s+)?(?:change|increase|decrease|movement|growth)s?(?:\s+(?:in|of))?\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]+")
_HEADS: Final = re.compile(r"\b(?:per|a|for\s+each|for\s+every)\s+(?:head|capita)\b|人均", re.IGNORECASE)


def demanded(question: Question) -> Iterator[Demand]:
    """The operations that a question has cues for, the surest first.

    "joint" is the share that several things have together.
    """
    text = _HEADS.sub(" per employee ", question.without_issuer)
    if not set(_WORD.findall(question.rest.lower())) <= set(_WORD.findall(text.lower())):  # "avarage"
        text = " ".join((_HEADS.sub(" per employee ", question.rest), *(span.text for span in question.spans)))
    cued = {kind for kind, pattern in _PATTERNS if pattern.search(text)}
    if family(question.unit or "") == "points":
        cued -= {"share"}  # one share less another
    if {"share", "sum"} <= cued and _JOINTLY.search(text):
        yield Demand("joint", _plain(_BY_KIND["sum"].sub(" ", _BY_KIND["share"].sub(" ", text))))
    for kind, pattern in _PATTERNS:
        if kind in cued and not (kind == "average" and "per" in cued and len(question.spans) < 2):
            divisor = _DIVISOR.search(text) if kind in {"per", "ratio"} else None
            yield Demand(kind, _plain(pattern.sub(" ", text)), divisor["by"] if divisor else "")
    if question.change:
        yield Demand("change", _plain(_CHANGE.sub(" ", text)))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _AROUND.sub(" ", _RELATION.sub(" ", text))).strip()
