"""Words around a metric that name another thing or none: "instances of", "fine dust", "per trained employee"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.currency import CURRENCY

__all__ = ["AVERAGE_PERSON", "PLAINER"]

_SO_MUCH: Final = r"(?:['’]?\b(?:\d[\d,.]*\s?k?|000s?|(?:ten |hundred )?thousand|million|m|mn|k)\b)"

# "how many hours did the average employee get": so many for each, and no average over the years
AVERAGE_PERSON: Final = re.compile(
    r"\b(?:the|an?)\s+(?:average|typical)\s+(?:employee|worker|person|staff(?:er|\s+member)|member\s+of\s+staff"
    r"|colleague)"
    r"(?=\W*$|[,?]|\s+(?:(?:in|at|during|over|each|per)|(?:get|got|receive|have|had|do|complete|spen[dt]|take|took"
    r"|train|earn)(?:e?[sd])?)\b)",
    re.IGNORECASE,
)
"""Somebody who stands for all of them, where no noun follows: "the average employee turnover" is an average."""

PLAINER: Final = (
    # "for every thousand yuan of sales", "per RMB'000 of revenue": an intensity, however its divisor is written
    (
        re.compile(
            rf"\b(?:per|(?:for\s+)?(?:each|every))\s+(?:{CURRENCY}\s?{_SO_MUCH}?|{_SO_MUCH}(?:\s+of)?\s?{CURRENCY}?)\s*"
            r"(?:(?:of|in)\s+(?:revenues?|sales|turnover|income|takings)|(?:earned|sold|taken in))\b",
            re.IGNORECASE,
        ),
        "per thousand of revenue",
    ),
    (AVERAGE_PERSON, "each employee"),
    # the people that a company has are its staff, and none that have just come
    (
        re.compile(
            r"\bhow\s+many\s+(?:people|persons|folks|heads|ppl)\s+(?P<did>did|does|do|has|have|had)\s+"
            r"(?P<who>it|they|(?:the\s+)?(?:company|firm|group|business))\s+have\b",
            re.IGNORECASE,
        ),
        r"how many employees \g<did> \g<who> have",
    ),
    # "how many shares did it have in issue"
    (
        re.compile(
            r"\bshares\s+(?P<did>did|does|do|has|had)\s+(?P<who>[^?,;]{2,40}?)\s+have\s+(?P<way>in\s+issue|outstanding)\b",
            re.IGNORECASE,
        ),
        r"shares \g<way> \g<did> \g<who> have",
    ),
    # votes fall on either side: nothing falls
    (
        re.compile(
            r"\bhow\s+did\s+(?:the\s+)?(?:votes?|voting|ballots?)\s+(?:fall|split|break(?:\s+down)?|land|come\s+out|go|divide)\b",
            re.IGNORECASE,
        ),
        "votes",
    ),
    (
        re.compile(r"\bwhen\s+(?:the\s+)?(?P<of>[AH])(?:[\s-]share)?[\s-]?(?:share)?holders\s+met\b", re.IGNORECASE),
        r"at the \g<of> shares class meeting",
    ),
    # "volunteer time": so many hours
    (re.compile(r"\b(volunteer(?:ing)?|training|teaching|learning)\s+time\b", re.IGNORECASE), r"\1 hours"),
    # "outside the three main provinces": the row for the others
    (
        re.compile(
            r"\boutside(?:\s+of)?\s+(?:the|its|their|these|those)\s+(?:\d|two|three|four|five|six)\s+(?:(?:main|big"
            r"|major|biggest|largest|named|home"
            r"|core|key)\s+)*(?:provinces|regions|areas|cities|countries|states)\b",
            re.IGNORECASE,
        ),
        "in rest",
    ),
    # "what share of the parts was up to standard"
    (
        re.compile(
            r"\b(?:what|which)\s+(?:percentage|percent|share|proportion|%)\s+of\s+(?P<what>[^?,;]{3,50}?)"
            r"(?:\s+(?:bought|purchased|procured|received)(?:\s+in)?\b"
            r"(?P<when>\s+(?:in|during|for)\s+[\w ]{2,12}?)?)?\s+"
            r"(?:(?:was|were|is|are|came|proved)\s+(?:found\s+)?up\s+to\s+(?:standard|scratch|spec(?:ification)?"
            r"|the\s+mark)|met\s+the\s+(?:quality\s+|required\s+)?(?:standards?|spec(?:ification)?s?))\b",
            re.IGNORECASE,
        ),
        r"what was the pass rate of \g<what>\g<when>",
    ),
    # "did they manage to cut": no managers
    (re.compile(r"\b(?<!\bno\s)manag(?:e[ds]?|ing)\s+to\s+(?=[a-z])", re.IGNORECASE), ""),
    # "how many instances of rough handling": what is counted stands behind
    (
        re.compile(
            r"\b(how many|number of|count of)\s+(?:(?:recorded|reported)\s+)?(?:instances|occurrences|episodes"
            r"|examples) of\s+",
            re.I,
        ),
        r"\1 ",
    ),
    # "came out of the quicker method": it was made by that process
    (
        re.compile(
            r"\b(?:came|come|comes|coming)\s+out\s+of\s+(?P<how>(?:the|its|their|this|that|an?)\s+[^?;]{3,60}?)\s+"
            r"(?:methods?|techniques?|routes?|process(?:es)?)\b",
            re.I,
        ),
        r"were produced with \g<how> process",
    ),
    # of grains, and no penalty
    (
        re.compile(
            r"\bfine\s+(?=(?:dusts?|particles?|particulates?|powders?|grains?|chemicals?|wires?|sand|soot)\b)", re.I
        ),
        "",
    ),
    # "helped to avoid": who else did is not asked
    (re.compile(r"\bhelp(?:s|ed|ing)?\s+(?:to\s+)?(?=(?:avoid|cut|reduc|sav|prevent|lower|curb|spar)\w*\b)", re.I), ""),
    # "lower and mid-level managers" are one grade
    (
        re.compile(
            r"\b(?:(?P<low>lower|junior)(?:[- ](?:level|ranking|tier))?\s*(?:and|&|to|/|-)\s*mid(?:dle)?"
            r"|mid(?:dle)?(?:[- ](?:level|ranking|tier)?)?\s*(?:and|&|to|/|-)\s*(?:lower|junior))(?:[- ](?:level"
            r"|ranking|tier))?\s+"
            r"(?=(?:manage|executive|leader|cadre|staff|ranks))",
            re.IGNORECASE,
        ),
        "junior-middle ",
    ),
    # which years those are is not asked
    (
        re.compile(
            r"(?<=years)\s+(?:that\s+|which\s+)?(?:the|this|its)\s+(?:\w+\s+)?(?:report|filing)\s+"
            r"(?:covers|spans|reports on)\b",
            re.IGNORECASE,
        ),
        "",
    ),
    # "3-year total 2021-2023": the years are named
    (
        re.compile(
            r"\b(?:[2-6]|two|three|four|five)[- ]year\s+(total|average)\b(?:\s+(?:for|over))?\s+(?=20\d\d)",
            re.IGNORECASE,
        ),
        r"\1 over ",
    ),
    # "by how many points did it move"
    (re.compile(r"\b(by how (?:much|many)\b[^?]{3,80}?)\b(?:moved?|shift(?:ed)?)\b", re.I), r"\1change"),
    # "team awards": no staff is counted
    (re.compile(r"\bteam(?=\s+(?:\([^()]*\)\s+)?(?:awards?|prizes?|bonus(?:es)?|medals?|honou?rs)\b)", re.I), "group"),
    # "awards handed to staff": whom else; "for employees as a whole": all of them
    (
        re.compile(
            r"\b(?P<verb>(?:handed|given|awarded|presented|granted|distributed)(?:\s+out)?)\s+to\s+(?:(?:its|the|our"
            r"|their|all)\s+)?"
            r"(?:staff(?:\s+members)?|employees|workers|personnel|people|colleagues)\b(?!\s+(?:(?:and|or|vs|who)\b"
            r"|in\s+(?!(?:FY\s?)?['’]?\d)))",
            re.IGNORECASE,
        ),
        r"\g<verb>",
    ),
    (re.compile(r"\b(?:for|of)\s+(?:employees|staff|the workforce)\s+as a whole\b", re.I), "overall"),
    # a margin of the owners alone is of their profit: no line is called so
    (
        re.compile(
            r"\bnet\s+(?:profit\s+|income\s+)?margins?\s+(?P<whose>attributable\s+to\s+(?:the\s+)?(?:share|stock)?(?:holders|owners))",
            re.I,
        ),
        r"net profit \g<whose> as a percentage of revenue",
    ),
    # "what did it pay to train one employee"
    (
        re.compile(
            r"\b(?:to\s+train|(?:in|on|for|of)\s+training)\s+(?:up\s+)?(?:one|each|every|a\s+single|an?(?:\s+(?:average"
            r"|typical))?)\s+"
            r"(?:employee|worker|person|head|individual|staff\s+member|member\s+of\s+staff|colleague)\b",
            re.IGNORECASE,
        ),
        "for training per capita",
    ),
)
"""Patterns, each with what stands in its place."""
