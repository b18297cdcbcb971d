"""What kind of answer a question wants: one figure, a series, a breakdown, arithmetic, a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.asked.parts import parts_asked
from tickmark.index.asked.years import in_each_period
from tickmark.index.model import Intent
from tickmark.ingest.figures.periods import PeriodMention

__all__ = ["MOVED", "as_one", "asks_whether", "intent_of"]

_SERIES = re.compile(
    r"\b(?:trend|trends|develop|developed|(?<!\band )(?<!& )development|over time"
    r"|over the years|by year(?![- ]end)|each year|every year|all years"
    # "how many tonnes per year" is how much at a time, and no run of years
    r"|(?<!tonnes )(?<!tons )(?<!kwh )(?<!units )(?<!pieces )(?<!sets )per year"
    r"|(?:each|every|all)(?: of)?(?: the)? (?:[\w-]+ ){0,2}years|over the (?:three|3|two"
    r"|2|five|5) years|per year since|year by year|history|historical"
    r"|evolution|evolve|evolved|time series|progression|(?:last|past) (?:three|3|two|2|five|5|few) years"
    r"|since 20\d\d|annually|yearly|by quarter|each quarter|every quarter|quarter by quarter"
    r"|quarterly(?! (?:reports?|results|filings?|announcements?|dividends?)))\b"
    r"|近三年|近年|历年|歷年|逐年|趋势|趨勢|变化情况",
    re.IGNORECASE,
)

_BREAKDOWN = re.compile(
    r"\b(?:breakdown|break down|broken (?:down|out)|(?:how (?:many|much)|the (?:number|amount)) of each"
    r"|splits?|composition|structure|profile|mix of|divided? (?:up )?(?:into|between|among)"
    r"|(?<!for )(?<!to )distribution(?! (?:costs?|expenses?|agreements?|cent(?:er|re)s?|network|yield))"
    r"|consist(?:s|ed)? of"
    r"|(?:by|per|each|every) (?!the (?:[\w-]+ )?(?:group|business)\b)(?:[\w-]+ ){0,2}"
    r"(?:regions?|gender|age|types?|categor(?:y|ies)|kinds?|methods?"
    r"|locations?|countr(?:y|ies)|segments?|products?|geography"
    r"|departments?|levels?|sex|areas?|groups?|bands?|sources?|business|brands?|routes?|substances?"
    r"|channels?|grades?|tiers?|functions?|currency|maturity))\b"
    r"|按\S{1,6}(?:划分|劃分|分类|分類|分布|统计|統計|分别|分別|计算的各)|分布|构成|構成|各(?!年(?!龄|齡)|[家方自项項是有为為多])\S{1,4}",
    re.IGNORECASE,
)

# "各有多少": of each part, unless it is each year that is meant
_EACH_IS = re.compile("各[是有为為多]")

# "across all plants taken together", "across the whole group", "all managers (every level)": no parts, the whole
_AS_ONE = re.compile(
    r"\b(?:across|over|for|in|of)\s+(?:all|every|each)\b[^,?;]{0,50}\b(?:(?:taken |put |all )?together|combined"
    r"|altogether|in total|overall|as a whole)\b"
    r"|\bof\s+(?:all|every)\b[^?;]{0,60}\b(?:together|combined|altogether)\b"
    r"|\b(?:across|throughout|over)\s+(?:the|its|their)\s+(?:whole|entire)\b"
    r"|\b(?<!breakdown of )(?<!split of )(?:overall|total|combined)\b[^?;]{0,50}\b(?:across|over)\s+all\b"
    r"(?![^?;]*\bby\b)"
    r"|\ball\s+[a-z -]{3,30}\s*\((?:at |of |on |across )?(?:every|all|any)\s+[a-z]+\)",
    re.IGNORECASE,
)

# ways to say that a number rose or fell
MOVED: Final = (
    r"(?:jump|climb|surg|soar|balloon|swell|leap|rocket|slid|plung|slump|dip|tumbl|shrink|balloon|doubl|tripl|creep|edg"
    r"|spik|expand|widen)"
    r"(?:e|es|s|ed|ped|ing|ping)?|leapt|shrank|shrunk|crept|swelled|swollen|slid|slipped|sank|inched"
)

_CALCULATION = re.compile(
    r"\b(?:difference|how (?:much|many) (?:more|less|fewer)|growth|grow|grew|grown|rise|rose|rising"
    r"|increase|increased|decrease|decreased|drop|dropped|fall|fell|fallen|decline|declined"
    r"|change|changed|yoy|year[- ]on[- ]year|as (?:a )?(?:share|percentage|proportion|slice|portion|fraction|%) of"
    r"|(?:share|portion|proportion) of [\w ,&'-]+ in|ratio of|divided by|sum of|combined|what (?:percentage|share"
    r"|proportion|portion|%|percent) of|net margin|compared (?:with|to)|versus|vs|(?:go|goes|went"
    rf"|going) (?:up|down)|gained|(?:was|were|been) added to|did\b[^,?]{{3,60}} gain|{MOVED})\b"
    r"|同比|增长|增長|下降|减少了|增加了|差额|差額|占比|比.{2,12}[多少高低]多?少|相差"
    r"|[变變](?:化|动|動)了?(?:多少|[几幾])",
    re.IGNORECASE,
)

# "where does it want its capacity to be", "where did the ratio stand": a level, not a place
_WHERE: Final = (
    r"where(?!.*\b(?:wants?|expects?|plans?|aims?|hopes?|means?|sees?|targets?|intends?|wish(?:es)?)\b.*\b(?:be|stand"
    r"|reach)\b"
    r"|\s+(?:do|does|did|is|was|were|will|would)\b.*\b(?:stand|stood|standing|come in|land(?:ed)?)\b)"
)
# "when the audit ends, how many ...": a clause of time, and no question for it
_WHEN: Final = r"when(?![^,?]*,\s*(?:how (?:many|much)|what (?:number|percent\w*|share|amount))\b)"
# "For 2022, which ...", "Audit committee: who ..."
_LEAD = r"^\W*(?:(?:as of|as at|in|for|during|based on|considering)\b[^,?]{0,40},\s*|[^:?]{3,60}:\s+)?"

_FACT = re.compile(
    rf"{_LEAD}(?:who|whom|whose|why|{_WHERE}|{_WHEN}|describe|explain"
    r"|which (?!year|percent|share|part|fraction|proportion|portion|amount|number|figure|quantity|value|sum|volume"
    r"|total|score|price|rate\b|ratio|margin|headcount|count\b)"
    r"|what (?:is|are|was|were) (?:the )?(?:reason|purpose|name|policy|policies|plan|plans|main|going)"
    r"|what (?:drove|caused|explains|led to)\b"
    r"|how (?:is|are|was|were|do|does|did) "
    r"(?!.*(?:much|many|fast|big|large|high|low|happy|develop|dispos|split|total"
    r"|\b(?:grow|rise|fall|change|increase|decrease|decline|drop)"
    r"(?: (?:in|from|versus|vs|compared|between|over)\b|\s*\??$))))"
    r"|\b(?:what|which)\b.*\b(?<!cash )used for\b|(?<!cash )\bused for\W*$"
    r"|\b(?:reason for|purpose of|why did|who is|who was|who chairs|who acts|what kind of"
    r"|what does .* do)\b|谁|誰|为什么|為什麼|为何|原因|哪里|哪些|用途",
    re.IGNORECASE,
)

# "packaging used for products, tonnes": an amount, whatever it is used for
_IN_UNIT = re.compile(
    r"(?:,|\(|\bin)\s*(?:metric )?(?:tonnes?|tons?|kg|[kmg]wh|hours?|m[23³²]|rmb|usd|%|percent|cubic \w+|square \w+)"
    r"\)?\s*\??$",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(rf"{_LEAD}(?:who|whom|whose|why|{_WHERE}|{_WHEN}|describe|explain)\b", re.IGNORECASE)

# "who got a prize - I mean how many people": so many, and no names
_HOW_MANY = re.compile(
    r"\b(?:i mean|i\.e\.|that is|meaning)\W+how (?:many|much)\b"
    # "how many hours did a worker who is new get": one of a kind
    r"|\bhow (?:many|much)\b[^?;]*[a-z] who (?:is|was|acts)\b",
    re.IGNORECASE,
)

_YES_NO = re.compile(
    rf"{_LEAD}(?:is|are|was|were|did|does|do|has|have|had|can|will)\b|是否|有没有|有沒有", re.IGNORECASE
)


_WHICH = re.compile(
    r"\bwhich (?:of (?:the|these|them) )?(?:compan(?:y|ies)|issuers?|firms?|groups?|filers?)\b"
    r"|\b(?:all|each) (?:of the )?(?:compan(?:y|ies)|issuers?)\b|哪(?:家|个|個|一家)(?:公司|企业|企業)|各(?:家)?公司",
    re.IGNORECASE,
)


# the year in which something was highest: all of them are looked at
_WHEN_MOST = re.compile(
    r"\b(?:which|what) (?:(?:fiscal|financial) )?(?:year|quarter)\b"
    r".*\b(?:(?:high|low|larg|small|bigg|great|few)e(?:r|st)|most|least)\b|哪一?[年季].*最",
    re.IGNORECASE,
)


# what can be done in a year is a rate, whichever year it is told of
_CAN_A_YEAR = re.compile(
    r"\b(?:can|could)\b(?!\s+(?:you|u|i|we|someone|anyone)\b).*\b(?:(?:per|each|every|a) year|annually|yearly)\b"
    r"|\b(?:(?:per|each|every|a) year|annually|yearly)\s+(?:can|could)\b(?!\s+(?:you|u|i|we|someone|anyone)\b)"
    # and so is what has to be done in each
    r"|\b(?:(?:have|has|had|needs?|ought|supposed|meant|required|expected|obliged|bound|aims?|wants?|plans?|promises?|pledges?"
    r"|undertakes?)\s+to|must|should)\s+[a-z]+\b[^?;]{0,40}?\b(?:per|each|every|a) year\b"
    r"|每年(?:(?:大?[约約]|大概)?(?:可|能)|大[约約]|大概)",
    re.IGNORECASE,
)


_TWO = 2
# "2021 vs 2022 vs 2023", "women as % of staff 2021 2022 2023": the metric itself in each
_SHARE_OF = re.compile(r"\bas (?:an? )?(?:share|percentage|proportion|portion|fraction|%) of\b|占比", re.I)
_VERSUS = re.compile(r"\b(?:versus|vs|compared (?:with|to))\b", re.IGNORECASE)


def as_one(text: str) -> bool:
    """Whether a question takes all parts together."""
    return _AS_ONE.search(text) is not None


def asks_whether(text: str) -> bool:
    """Whether a question may be answered with yes or no, whatever else it is like."""
    return _YES_NO.search(text) is not None and not re.search(r"\bhow (?:much|many)\b", text, re.IGNORECASE)


def intent_of(text: str, periods: Sequence[PeriodMention], issuers: int = 0) -> Intent:
    """The intent, told by the words of the question without its issuers, and by how many issuers and periods it has."""
    if issuers > 1 or _WHICH.search(text):
        return "comparison"
    calculation = _CALCULATION.search(text) is not None
    ends = {m.period.end for m in periods}
    each = in_each_period(text) or _SERIES.search(text) is not None
    over_time = len(ends) > 1 or each
    each_part = _EACH_IS.search(text) is not None and not over_time
    parts = parts_asked(text)
    if (_BREAKDOWN.search(text) or each_part or (parts and parts.outright)) and not as_one(text):
        return "breakdown"
    if (
        (each and not _CAN_A_YEAR.search(text))
        or _WHEN_MOST.search(text)
        or (len(ends) > 1 and not calculation)
        or (len(ends) > _TWO and not _CALCULATION.search(_SHARE_OF.sub(" ", _VERSUS.sub(" ", text))))
    ):
        return "series"
    if _FACT.search(text) and not _HOW_MANY.search(text) and not (_IN_UNIT.search(text) and not _ASKS_WHO.search(text)):
        return "fact"
    if calculation:
        return "calculation"
    if asks_whether(text):
        return "yes_no"
    return "figure"
