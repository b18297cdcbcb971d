"""Whole turns of phrase that name a metric by none of its words, put as a filing names it.

"How big was the balance sheet" asks for total assets, and what operations bring in is neither revenue nor profit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.asked.abbreviations import abbreviations
from tickmark.index.asked.everyday import EVERYDAY
from tickmark.index.asked.examples import without_examples
from tickmark.index.asked.heat import with_heat
from tickmark.index.asked.plainer import PLAINER
from tickmark.index.asked.short import SHORTHAND
from tickmark.index.asked.told_apart import TOLD_APART

__all__ = ["as_filings_say", "for_and_against"]

_YES_NO: Final = re.compile(
    r"\b(?:yes|yea|aye)(?:es|s)?(\s*[/,]\s*)(?:no|nay)(?:es|s)?(?=\s*(?:[/,]|and\b|or\b|$))", re.IGNORECASE
)

_TURNS: Final = (
    # the classes of shares as a company's papers name them: "capital split A vs H", "mainland and Hong Kong classes"
    (
        re.compile(
            r"(\b(?:splits?|divided|broken\s+down|breakdown)(?:\s+(?:into|between|by))?)"
            r"\s+(?-i:A)(?:[\s-]+shares?)?\s*(?:vs\.?|versus|and|&|/|\+)\s*(?-i:H)(?![\w.'’&-])(?:[\s-]+shares?\b)?",
            re.IGNORECASE,
        ),
        r"\1 A shares and H shares",
    ),
    (
        re.compile(
            r"\b(?:mainland|domestic|onshore|PRC)(?P<class>[\s-](?:listed|share|class))?\s*(?:vs\.?|versus|and|&|/"
            r"|\+)\s*"
            r"(?:Hong[\s-]Kong|HK|H|offshore)(?P=class)?\s+(?:classes|shares|stock)\b",
            re.IGNORECASE,
        ),
        "A shares and H shares",
    ),
    # capital that is told apart by classes is counted in shares
    (
        re.compile(r"\b(?:issued\s+)?share\s+capital\b(?=[^?;]{0,60}\bA shares and H shares\b)", re.IGNORECASE),
        "issued shares",
    ),
    # "headcount in 2021, not now": which one is meant has been said
    (re.compile(r"(?<=\d),?\s*\(?\bnot\s+(?:now|today|the\s+latest)\b\)?(?=\s*[?.!,;:]|\s*$)", re.IGNORECASE), ""),
    # "how long was each session on average": so many hours
    (
        re.compile(
            r"\bhow\s+long,?(?:\s+on\s+average,?)?\s+(?:was|were|is|did|does)\s+(?:each|every|an?\s+average"
            r"|the\s+average)\s+"
            r"(?P<what>(?:[\w-]+\s+){0,5}?(?:session|course|class|lesson|seminar|workshop))\b(?:\s+(?:last|take|run))?",
            re.IGNORECASE,
        ),
        r"average hours per \g<what>",
    ),
    # "how far down on a year earlier": by how much it has moved
    (
        re.compile(r"\bhow\s+far\s+(?:up|down)\s+(?:on|from)\s+(?=(?:an?|the)\s+(?:year|yr|quarter)\b)", re.I),
        "change from ",
    ),
    # what holds shares back, by whatever name
    (re.compile(r"\bfree (?:of|from) (?:any )?(?:charge|encumbrance|lien)s?\b", re.IGNORECASE), "free of any pledge"),
    # "GF Sec": a house of brokers; "RE prices": of what magnets are made of
    (re.compile(r"(?<=[A-Z]{2}\s)Secs?\b(?!\s*[\d(])|(?<=[A-Z][a-z]{2}\s)Secs?\b(?!\s*[\d(])"), "Securities"),
    (re.compile(r"\bRE(?=\s+(?:raw|magnet|material|metal|oxide|element|ore|alloy|prices?\b))"), "rare earth"),
    # "一般(非危险)废弃物": what it is not is part of its name
    (re.compile(r"[(（](非[\u4e00-\u9fff]{1,6})[)）](?=[\u4e00-\u9fff])"), r"\1"),
    # "per diluted share", "per share (basic)": no share of anything, and nothing to be divided
    (
        re.compile(
            r"\bper\s+((?:fully\s+)?diluted|basic|ordinary|common)\s+share\b|\bper\s+share,?\s+\(?(diluted|basic)\b\)?",
            re.I,
        ),
        r"\1\2 per share",
    ),
    # an interest in a company is a share of its shares; interest alone is paid on a loan
    (re.compile(r"\bwhat (?:equity|ownership|beneficial) interest\b", re.IGNORECASE), "what percentage held"),
    (re.compile(r"\b(?:over|during|in) the course of\b", re.IGNORECASE), "during"),  # no course that is taught
    # "how much did they lay out on": spent; a report lays out a plan
    (re.compile(r"\b(how much\b[^?,;]{0,60}?)\b(?:lay|lays|laid) out\b", re.IGNORECASE), r"\1spend"),
    # "how much did they book for bad debts": what it is, and no book
    (
        re.compile(
            r"\b((?:how much|what)\b[^?,;]{0,20}?\b(?:do|does|did|has|have|had)\b[^?,;]{0,60}?)\b"
            r"(?:book|record|recogni[sz]e|expense)d?(?:ed)?\s+(?=(?:for|as|in|on)\b)",
            re.IGNORECASE,
        ),
        r"\1",
    ),
    (
        re.compile(r"\b(how (?:many|much)\b[^?,;]{0,80}?)\b(?:sit|sits|sat|sitting) on\b(?! the fence)", re.IGNORECASE),
        r"\1hold",
    ),
    (
        re.compile(r"\b(r ?(?:&|and) ?d|research(?: (?:and|&) development)?) intensity\b", re.IGNORECASE),
        r"\1 as a percentage of revenue",
    ),
    # "how much money did the business bring in from operations": no revenue, and no profit
    (
        re.compile(
            r"\bhow much (?:net )?(?:money|cash)\b[^?,;]{0,60}?\b(?:br(?:ing|ought)|generate|throw|threw|come|came"
            r"|flow(?:ed)?|take|took|pull(?:ed)?|collect|produce)\b(?:\s+(?:in|off|out))?\s+"
            r"(?:from|by|through|out of)\s+(?:(?:its|the|their|day-to-day|core|normal)\s+)*"
            r"(?:operations|operating activities)\b"
            r"|\bhow much (?:net )?(?:money|cash) (?:do|does|did|has|have|had)\b[^?,;]{0,40}?"
            r"\b(?:operations|operating activities)\s+"
            r"(?:bring|brought|generated?|throw|thrown|produced?|yield(?:ed)?)\b(?:\s+(?:in|off))?",
            re.IGNORECASE,
        ),
        "net cash flow from operating activities",
    ),
    # "energy use in 2021, before the new plant's ramp-up": what came after it
    (
        re.compile(
            r"(?<=\d)\s*,\s*(?:before|after|ahead of|prior to|following)\s+(?:the|its|their)\s+(?:[\w'’-]+\s+){0,3}?"
            r"(?:ramp-?\s?up|expansion|launch|opening|start-?up|move|merger|split|jump|rise|fall|drop|crash|crisis"
            r"|pandemic|covid"
            r"|lockdowns?|boom|slump|ipo|listing|takeover|acquisition|restructuring|reorgani[sz]ation)\W*$",
            re.IGNORECASE,
        ),
        "",
    ),
    # "any complaints in 2023? how many came in": one question
    (
        re.compile(
            r"^\W*(?:(?:were|are|was"
            r"|is) there\s+)?any\s+(?P<what>[^?？]{3,80})[?？]\s*(?:and\s+)?(?:if so,?\s*)?how (?P<n>many|much)"
            r"(?:\s+(?:came in|were there|was there|of them|in all|in total|exactly|did (?:they|it"
            r"|the company) (?:get|have|receive)))?"
            r"\W*$",
            re.IGNORECASE,
        ),
        r"how \g<n> \g<what>?",
    ),
    # "how many of the folks who joined": those are the new hires
    (
        re.compile(
            r"\b(?:folks|people|persons|staff|employees|workers|those|colleagues)\s+(?:who|that)\s+(?:have\s+"
            r"|had\s+)?(?:newly\s+)?joined\b(?:\s+up)?",
            re.IGNORECASE,
        ),
        "new hires",
    ),
    # "how many acted as trainers": they were
    (re.compile(r"\b(?:act(?:ed|ing|s)?|serv(?:ed?|es|ing)) as (?=(?:an? |the )?[a-z])", re.IGNORECASE), "were "),
    # shares that may be voted at a meeting, whoever came
    (
        re.compile(
            r"\b(?:(?:that |which )?(?:carried|carrying|carry|had|have|having|held|giving|gave|give"
            r"|with) (?:the |a )?right"
            r"|(?:that |which )?(?:were |was |are )?(?:entitled|eligible)) to (?:attend|vote)(?: (?:and|or"
            r"|&) (?:attend|vote))?\b",
            re.IGNORECASE,
        ),
        "entitling the holders to attend and vote",
    ),
    # "the supplier base (total, all regions)"
    (
        re.compile(
            r"[(,]\s*(?:(?:in )?(?:total|all|overall|combined|group),?\s*)?(?:across |over |of "
            r"|for )?all (?:the |its |their )?"
            r"(?:regions|countries|sites|segments|categories|ages|types|plants|locations|levels|grades|genders)"
            r"(?: (?:together|combined|taken together))?\s*\)?(?=\s*(?:[?.,;]|$))",
            re.IGNORECASE,
        ),
        " in total",
    ),
    # "the hours they worked, added up": one thing, the total of it
    (
        re.compile(
            r"^(?P<what>(?:(?!\b(?:and|plus|with)\b|[&+,/]).)*?),?\s*\b(?:all )?added up\b(?!\s+to\b)",
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


@lru_cache(maxsize=1024)  # a question is understood twice where it names its issuer, and once more for each reading
def as_filings_say(text: str) -> str:
    """A question with what is typed short written out, and turns of phrase put as a filing names the metric."""
    text = with_heat(abbreviations(without_examples(text)))
    for pattern, words_for in (*EVERYDAY, *SHORTHAND, *PLAINER, *_TURNS, *TOLD_APART):
        text = pattern.sub(words_for, text)
    return text


def for_and_against(text: str) -> str:
    """A question with the ways to vote as a table heads them: "yes / no / abstain" is for, against, abstain."""
    return _YES_NO.sub(r"for\1against", text)
