"""What people type short, written out as a filing would: "shs", "op. profit", "in 10k shares", "yrs", "ppts".

A scale becomes a word ("per million hours"), so that no number of the question has to stand in the filing.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.currency import CURRENCY

__all__ = ["SHORTHAND"]

SHORTHAND: Final = (
    (re.compile(r"\bshs\b", re.IGNORECASE), "shares"),
    (re.compile(r"\bshr\b", re.IGNORECASE), "share"),
    (re.compile(r"\bppl\b", re.IGNORECASE), "people"),
    # a rate in per cent, and no share of what it is the rate of: "attrition % of the night shift"
    (
        re.compile(
            r"\b(attrition|turnover|churn|pass|recovery|utili[sz]ation|coverage|participation|attendance|completion"
            r"|retention|recycling|acceptance)\s*(?:%|pct\b|percent(?:age)?\b)(?=\s+(?:of|for|in|by|among)\b)",
            re.IGNORECASE,
        ),
        r"\1 rate",
    ),
    (re.compile(r"(?:\bnos?\.|#)\s?of\b", re.IGNORECASE), "number of"),
    (re.compile(r"\b([kmg])(?:ilo|ega|iga)watts?\b(?![\s-]?hours?)", re.IGNORECASE), r"\1W"),
    (re.compile(r"\bin\s+(?:chinese\s+)?(?:renminbi|yuan)\b", re.IGNORECASE), "in RMB"),
    # the scale that the answer is wanted in: "how many million yuan", ", 10 thousand yuan", "RMB'000"
    (
        re.compile(
            rf"\bhow\s+many\s+(?:ten\s+thousand|(?:hundred\s+)?million|billion|thousand)s?\s+(?:of\s+)?({CURRENCY})\b",
            re.I,
        ),
        r"how much \1",
    ),
    (re.compile(rf"[,(]\s*(?:in\s+)?(?:10|ten)\s+thousand\s+({CURRENCY})\b\)?(?=\W*$)", re.IGNORECASE), r", \1"),
    (re.compile(rf"\b(?:in\s+)?({CURRENCY})\s?['’]000\b(?!\s+of\b)", re.IGNORECASE), r"in \1"),
    (re.compile(r"(?<![A-Za-z])(?:t/(?:yr|y|a|year)|tpa)\b", re.IGNORECASE), "tonnes per annum"),
    (
        re.compile(
            r"\b(?:CO2e?|carbon)\s+(?:cut|saved|spared)\s+(?=(?:thanks\s+to|due\s+to|by|through|from|with)\b)", re.I
        ),
        "carbon reduction ",
    ),
    (re.compile(r"(?<=\s)w/\s?(?=[a-z])(?!o\b)", re.IGNORECASE), "with "),  # "burned w/ heat recovery"
    (re.compile(r"\bas\s+(?:an?\s+)?%\s+of\b", re.IGNORECASE), "as a percentage of"),
    # what workers are given to wear, and no property
    (
        re.compile(r"\bPPE(?=\s+(?:for|of|given\s+to|issued\s+to)\s+(?:[\w-]+\s+){0,2}(?:workers?|staff|employees)\b)"),
        "protective gear",
    ),
    (re.compile(r"\battrib\b\.?|\battr\.", re.IGNORECASE), "attributable"),
    (
        re.compile(
            r"\bop\.?(?=[\s-]+(?:profits?|margins?|income|earnings|cash|costs?|expenses?|loss(?:es)?|results?)\b)", re.I
        ),
        "operating",
    ),
    (re.compile(r"(\b(?:in|per)|[(,])\s?10\s?k\b", re.IGNORECASE), r"\1 ten thousand"),
    (
        re.compile(rf"\bper\s+({CURRENCY})\s?1\s?k\b", re.IGNORECASE),
        r"per \1 thousand",
    ),
    # "the 1.51m share pledge": which one is meant, and printed in another way
    (
        re.compile(
            r"(?<!over )(?<!above )(?<!than )(?<!under )(?<!below )(?<!least )(?<![\d.,$€£¥])"
            r"\b\d+\.\d+\s?(?:k|m|mn|bn)\b(?=\s+[a-z])"
        ),
        " ",
    ),
    # "rent inside SG&A"; what insiders know is no place
    (re.compile(r"\binside(?:\s+of)?(?=\s+(?:(?:the|its|their)\s|[A-Z]))"), "within"),
    # what a gain came from is no change that is asked for: "the gain from the change in fair value of warrants"
    (
        re.compile(
            r"(\b(?:gains?|loss(?:es)?|income|expenses?|charges?)\s+(?:from|on|due to|for))\s+(?:the\s+)?"
            r"changes?\s+in\s+(?:the\s+)?(?=fair\s+value)",
            re.IGNORECASE,
        ),
        r"\1 the variation in ",
    ),
    # the one that was reported on last, and not the one before it
    (re.compile(r"\b(?:last|past)\s+(fiscal|financial|reported|completed)\s+year\b", re.IGNORECASE), r"latest \1 year"),
    # written out, as no filing has it; the hours in them are not what is asked for
    (re.compile(r"\b([kmg])(?:ilo|ega|iga)[-\s]?watt[-\s]?hours?\b", re.IGNORECASE), r" \1Wh"),
    *((re.compile(rf"{many}瓦[时時]"), unit) for many, unit in (("千", " kWh"), ("兆", " MWh"))),
    # the scale of the answer: "in million cubic metres"
    (re.compile(r"\bin (?:thousand|million)s?\s+(?:of\s+)?(?=(?:cubic|square|tons?|tonnes?|[kmg]wh)\b)", re.I), "in "),
    (re.compile(r"\byr(s?)\b", re.IGNORECASE), r"year\1"),
    (re.compile(r"\bnet\s+([a-z][\w-]*(?:\s+[\w-]+)?)\s+add(?:s|itions?)?\b", re.IGNORECASE), r"change in \1"),
    (re.compile(r"%[\s-]?(?:points?|pts?)\b|\b(?:ppts?|pps|pp)\b(?!\.?\s?\d)"), "percentage points"),
    # "with + without heat recovery, total tonnes": they are added
    (
        re.compile(r"\bwith (?:\+|&|and) (without [^,;?]{2,60}), total\b(?: [\w³²]+)?(?=\s*\??$)", re.IGNORECASE),
        r"with and \1 combined",
    ),
    # what moves by points is a percentage; points that do not move may be anything
    (
        re.compile(
            r"(?<=\bhow many )(?:points|p\.?p\.?s?|ppts?|pts)"
            r"(?=\s.*\b(?:(?:fall|fell|rise|rose|drop|chang|mov|improv|increas|decreas|declin|slip|gain|los)\w*"
            r"|went|gone|go|up|down|higher|lower)\b)",
            re.IGNORECASE,
        ),
        "percentage points",
    ),
)
"""Patterns, each with what stands in its place, in the order in which they are tried."""
