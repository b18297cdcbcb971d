"""Whole turns of phrase that name a metric by none of its words, put as a filing names it.

"How big was the balance sheet" asks for total assets, and what operations bring in is neither revenue nor profit.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked_short import SHORTHAND
from tickmark.index.intents import MOVED

__all__ = ["as_filings_say", "for_and_against"]

_YES_NO: Final = re.compile(
    r"\b(?:yes|yea|aye)(?:es|s)?(\s*[/,]\s*)(?:no|nay)(?:es|s)?(?=\s*(?:[/,]|and\b|or\b|$))", re.IGNORECASE
)

_TURNS: Final = (
    # "the share count (before the 60% jump)": which one is meant
    (
        re.compile(
            r"\((?:before|after|until|ahead of|following)\s+(?:the|its|this|that)\s[^()]*\d[\d.]*\s?%[^()]*\)", re.I
        ),
        " ",
    ),
    # "GF Sec": a house of brokers; "RE raw mat": what magnets are made of
    (re.compile(r"(?<=[A-Z]{2}\s)Secs?\b(?!\s*[\d(])|(?<=[A-Z][a-z]{2}\s)Secs?\b(?!\s*[\d(])"), "Securities"),
    (re.compile(r"\braw mats?\b\.?", re.IGNORECASE), "raw materials"),
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
    (
        re.compile(
            r"\b(?:what|which|how (?:big|large|great)) (?:an? |the )?"
            r"(?:equity|ownership|shareholding|beneficial) interest\b",
            re.IGNORECASE,
        ),
        r"what percentage held",
    ),
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
    (re.compile(r"\b(how (?:many|much)\b[^?,;]{0,80}?)\b(?:sit|sits|sat|sitting) on\b", re.IGNORECASE), r"\1hold"),
    (
        re.compile(r"\b(r ?(?:&|and) ?d|research(?: (?:and|&) development)?) intensity\b", re.IGNORECASE),
        r"\1 as a percentage of revenue",
    ),
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
    # "sales in 2023, before they jumped 60%": what happened later
    (
        re.compile(
            r"(?<=\d)\s*,\s*(?:before|until|and then|after which)\s+(?:it|they|this|that)\s+(?:(?:then|later)\s+)?"
            r"(?:rose|fell|grew|dropped|increased|decreased|declined|went (?:up|down)"
            rf"|{MOVED})\b[^?;]*",
            re.IGNORECASE,
        ),
        "",
    ),
    # "how many shares made up the capital"
    (re.compile(r"\b(how many [a-z]+) (?:make|makes|made) up\b", re.IGNORECASE), r"\1 in"),
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


def as_filings_say(text: str) -> str:
    """A question with what is typed short written out, and turns of phrase put as a filing names the metric."""
    for pattern, words_for in (*SHORTHAND, *_TURNS):
        text = pattern.sub(words_for, text)
    return text


def for_and_against(text: str) -> str:
    """A question with the ways to vote as a table heads them: "yes / no / abstain" is for, against, abstain."""
    return _YES_NO.sub(r"for\1against", text)
