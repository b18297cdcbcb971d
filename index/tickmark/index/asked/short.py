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
    (re.compile(r"\b(?:sat|sits?|sitting|stay(?:ed)?)\s+on\s+the\s+fence\s+over\b", re.IGNORECASE), "abstained on"),
    (re.compile(r"\b(?:sat|sits?|sitting|stay(?:ed)?)\s+on\s+the\s+fence\b", re.IGNORECASE), "abstained"),
    *(
        (re.compile(rf"\b{letter}\.\s?(?=[A-Z][a-z]{{3,}})"), f"{word} ")
        for letter, word in (("N", "North"), ("S", "South"), ("E", "East"), ("W", "West"))
    ),
    *(
        (re.compile(rf"\b{letter}\.?\s(?=(?:china|america|africa|asia|europe|korea)\b)", re.IGNORECASE), f"{word} ")
        for letter, word in (("N", "North"), ("S", "South"), ("E", "East"), ("W", "West"))
    ),
    *(
        (re.compile(rf"\b{size}watts?\b(?![\s-]?hours?)", re.IGNORECASE), f"{letter}W")
        for size, letter in (("kilo", "k"), ("mega", "M"), ("giga", "G"))
    ),
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
    (re.compile(r"\benviro\b\.?", re.IGNORECASE), "environmental"),
    (re.compile(r"%[\s-]?points?\b|%-?pts?\b", re.IGNORECASE), "percentage points"),
    (re.compile(r"\battrib\b\.?|\battr\.", re.IGNORECASE), "attributable"),
    (
        re.compile(
            r"\bop\.?(?=[\s-]+(?:profits?|margins?|income|earnings|cash|costs?|expenses?|loss(?:es)?|results?)\b)", re.I
        ),
        "operating",
    ),
    (re.compile(r"(\b(?:in|per)|[(,])\s?10\s?k\b", re.IGNORECASE), r"\1 ten thousand"),
    # "paid 2 shareholders": typed for "to"; what is numbered says of what ("scope 2", "phase 2")
    (re.compile(r"\b(lost|paid|sold|sent|owed|due|went|given|donated|related) 2 (?=[a-z])", re.IGNORECASE), r"\1 to "),
    (
        re.compile(rf"\bper\s+({CURRENCY})\s?1\s?k\b", re.IGNORECASE),
        r"per \1 thousand",
    ),
    (re.compile(r"\b(in|per) 1\s?k\b|\b(in|per) 1,?000s?\b(?! of\b)", re.IGNORECASE), r"\1\2 thousand"),
    (re.compile(r"\b(in|per) 1\s?(?:m|mn|mio|mm)\b", re.IGNORECASE), r"\1 million"),
    # an officer, and no cash flow
    (
        re.compile(r"\bCFO(?=\s+[A-Z][a-z]+\s+[A-Z][a-z]+)|(?<=\bpay its )CFO\b|(?<=\bpaid its )CFO\b"),
        "chief financial officer",
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
            r"(\b(?:gains?|loss(?:es)?|income|expenses?|charges?|benefits?|profits?|credits?)\s+"
            r"(?:from|on|due to|for|through|arising from|resulting from|related to))\s+(?:(?:the|a|its)\s+)?"
            r"(?:changes?|increases?|decreases?|declines?)\s+in\s+(?:the\s+)?(?=(?:fair|market)\s+value)",
            re.IGNORECASE,
        ),
        r"\1 the variation in ",
    ),
    # the one that was reported on last, and not the one before it
    (re.compile(r"\b(?:last|past)\s+(fiscal|financial|reported|completed)\s+year\b", re.IGNORECASE), r"latest \1 year"),
    # written out, as no filing has it; the hours in them are not what is asked for
    *(
        (re.compile(rf"\b{many}[-\s]?watt[-\s]?hours?\b|{chinese}瓦[时時]", re.IGNORECASE), unit)
        for many, chinese, unit in (("kilo", "千", " kWh"), ("mega", "兆", " MWh"), ("giga", "吉", " GWh"))
    ),
    # the scale of the answer: "in million cubic metres"
    (
        re.compile(
            r"\bin (?:thousand|million|billion)s?\s+(?:of\s+)?(?=(?:cubic|square|(?:metric )?tonn?e?s?\b"
            r"|[kmg]wh\b|m[23³²]|litres?|liters?))",
            re.IGNORECASE,
        ),
        "in ",
    ),
    (re.compile(r"\byr(s?)\b", re.IGNORECASE), r"year\1"),
    (re.compile(r"\bqtr(s?)\b", re.IGNORECASE), r"quarter\1"),
    # the scopes of emissions, one of them; and the people or things that were added to those there were
    (
        re.compile(
            r"(?:(?<=GHG\s)|(?<![+&/]\s)(?<![+&/])\b)S\s?([123])(?![\w.]|\s*[+&/])"
            r"(?=[^?]{0,30}\b(?:emissions?|GHG|carbon|t?CO2e?|yoy|change)\b)"
        ),
        r"scope \1",
    ),
    (
        re.compile(r"\bnet\s+(?P<what>[a-z][\w-]*(?:\s+[\w-]+)?)\s+(?:adds?|additions?)(?=\W|$)", re.IGNORECASE),
        r"change in \g<what>",
    ),
    (
        re.compile(
            r"\bnet\s+(?=(?:(?:change|growth)\s+in\s+(?:the\s+)?(?:number\s+of\s+)?)?"
            r"(?:headcount|staff|employees?|workforce|suppliers?|customers?|stores?|shops?)\b)",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"\bwith\s*(?:\+|&|/|plus)\s*(?=without\b)", re.IGNORECASE), "with and "),
    (re.compile(r"\b(?:ppts?|pps|pp)\b(?!\.?\s?\d)"), "percentage points"),
    # "with and without heat recovery, total tonnes": they are added
    (
        re.compile(r"(\bwith and without\s+[^,;?]{2,60}),\s*(?:in\s+)?total(?:\s+[\w³²]+)?(?=\s*\??$)", re.IGNORECASE),
        r"\1 combined",
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
