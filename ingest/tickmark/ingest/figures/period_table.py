"""The table of period patterns, the most specific first.

Absolute words ("six months ended 30 June 2026", "FY2023", "2Q26") need only a fiscal calendar; relative ones
("the Reporting Period", "same period last year") need the filing's own reporting period. The third column says which.
The last column holds words (case folded): a pattern can match only a text that holds one of them, and looking for words
is so much faster than trying forty patterns on every sentence.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.ingest.figures import period_builders as build
from tickmark.ingest.figures.calendar import DATE, MONTH, MONTHS
from tickmark.ingest.figures.counts import COUNT

__all__ = ["PATTERNS"]

_YEAR = r"(?:19|20)\d{2}"
_NOT_NUMBER_BEFORE = r"(?<!PAS )(?<!ISO )(?<!IEC )(?<!Rule )(?<![\d.,$£€¥/])(?<!No\. )(?<!RMB )(?<!RMB)"
_NOT_NUMBER_AFTER = r"(?![\d%]|,\d|\.\d|\s?(?:tonnes|million|thousand|shares|kWh|hours))"
_THE_PERIOD = r"(?:the\s+)?(?:current\s+|present\s+)?(?:reporting\s+|financial\s+|fiscal\s+)?(?:period|year)"
_CENTURIES: Final = ("19", "20")
_QUARTERS: Final = ("q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q")
_DATED: Final = (*MONTHS, "年", "-", ".19", ".20")
_TABLE: Final[tuple[tuple[str, build.Build, bool, tuple[str, ...]], ...]] = (
    (rf"(?:from\s+)?(?P<a>{DATE})\s*(?:to|until|through|–|-|—|~|至)\s*(?P<b>{DATE})", build.date_range, False, _DATED),
    (
        rf"(?P<n>three|six|nine|twelve|3|6|9|12)[- ]months?\s+(?:period\s+)?(?:end(?:ed|ing)(?:\s+on)?"
        rf"|to)\s+(?P<d>{DATE})",
        build.months_up_to,
        False,
        ("month",),
    ),
    (
        rf"(?P<n>{COUNT})[- ]weeks?\s+(?:period\s+)?(?:end(?:ed|ing)(?:\s+on)?|to)\s+(?P<d>{DATE})",
        build.weeks_ended,
        False,
        ("week",),
    ),
    (
        rf"(?P<n>(?:half[- ])?years?|quarters?|half)\s+(?:end(?:ed|ing)(?:\s+on)?|to)\s+(?P<d>{DATE})",
        build.stretch_ended,
        False,
        ("year", "quarter", "half"),
    ),
    (
        rf"(?P<n>(?:half[- ])?year|quarter|(?:three|six|nine|twelve|3|6|9|12)[- ]months?)\s+(?:end(?:ed|ing)\s+"
        rf"|to\s+)(?:in\s+)?"
        rf"(?P<m>{MONTH})(?:\s*+,)?\s*+(?P<y>{_YEAR})",
        build.stretch_to_month,
        False,
        ("year", "quarter", "month"),
    ),
    (rf"截至(?P<d>{DATE})止(?P<n>[三六九369])[个個]月", build.cjk_months, False, ("截至",)),
    (
        rf"截至(?P<d>{DATE})止(?P<n>(?:[财財]政|[会會][计計])?年度|(?:十二|12)\s?[个個]月)?",
        build.stretch_ended,
        False,
        ("截至",),
    ),
    (rf"(?:as (?:at|of)|at|on|by|ended|to)\s+(?P<d>{DATE})|(?P<d2>{DATE})", build.single_date_any, False, _DATED),
    (
        rf"(?P<a>{MONTH})(?:\s*+(?P<y0>{_YEAR}))?\s*+(?:to|–|-|—|~)\s*+(?P<b>{MONTH})(?:\s*+,)?\s*+(?P<y>{_YEAR})",
        build.month_span,
        False,
        MONTHS,
    ),
    (
        rf"(?P<o>first|second|1st|2nd)[- ]half\s+(?:of\s+)?(?:the\s+)?(?:fiscal\s+"
        rf"|financial\s+)?(?:year\s+)?(?:FY)?(?P<y>{_YEAR})",
        build.half,
        False,
        ("half",),
    ),
    (
        rf"\b(?:H(?P<h>[12])|(?P<h2>[12])H)[ -]?(?:of\s+)?(?:FY\s?)?'?(?P<y>{_YEAR}|\d{{2}})\b",
        build.half,
        False,
        ("h1", "h2", "1h", "2h"),
    ),
    (rf"\b(?:FY\s?)?(?P<y>{_YEAR})[ -]?H(?P<h>[12])\b", build.half, False, ("h1", "h2")),
    (
        rf"\b(?:interim|half[- ]year(?:ly)?)\s+(?:results\s+|report\s+|period\s+)?(?:of\s+|for\s+"
        rf"|in\s+)?(?P<y>{_YEAR})",
        build.half,
        False,
        ("interim", "half"),
    ),
    (rf"(?P<y>{_YEAR})\s?年?(?P<h>上|下)半年", build.half, False, ("半年",)),
    (rf"(?P<y>{_YEAR})\s?年(?:半年度?|中期)", build.half, False, ("半年", "中期")),
    (
        rf"(?P<y>{_YEAR})\s?年\s?(?P<a>\d{{1,2}})\s?月?\s?[-–—~至]\s?(?P<b>\d{{1,2}})\s?月",
        build.cjk_month_span,
        False,
        ("月",),
    ),
    (
        rf"(?P<o>first|second|third|fourth|last|1st|2nd|3rd|4th)[- ]quarter\s+(?:of\s+)?(?:the\s+)?(?:fiscal\s+"
        rf"|financial\s+)?(?:year\s+)?(?:FY)?(?P<y>{_YEAR})",
        build.quarter,
        False,
        ("quarter",),
    ),
    (
        rf"\b(?:Q(?P<o>[1-4])|(?P<o2>[1-4])Q)[ -]?(?:of\s+)?(?:FY\s?)?'?(?P<y>{_YEAR}|\d{{2}})\b",
        build.quarter_any,
        False,
        _QUARTERS,
    ),
    (rf"\b(?:FY\s?)?(?P<y>{_YEAR})[ -]?Q(?P<o>[1-4])\b", build.quarter, False, _QUARTERS),
    (rf"(?P<y>{_YEAR})\s?年第?(?P<o>[一二三四1-4])季度?", build.quarter, False, ("季",)),
    (rf"\bsince\s+(?:the\s+)?(?:[a-z'’]+\s+){{0,6}}?(?P<y>{_YEAR})\b", build.since, True, ("since",)),
    (
        rf"(?:(?:at|by|as of|as at"
        rf"|until)\s+)?(?:the\s+)?\b(?:year[- ])?end\s+(?:of\s+)?(?:the\s+year\s+)?(?:FY\s?)?(?P<y>{_YEAR})",
        build.year_end,
        False,
        ("end",),
    ),
    (rf"\b(?P<y>{_YEAR})[- ]year[- ]end|(?:at\s+)?year[- ]?end\s+(?P<y2>{_YEAR})", build.year_end_any, False, ("end",)),
    (rf"(?P<y>{_YEAR})\s?年(?:末|底)", build.year_end, False, ("年末", "年底")),
    (
        rf"(?:at\s+)?(?:the\s+)?(?:beginning|start)\s+of\s+(?P<y>{_YEAR})",
        build.year_start,
        False,
        ("beginning", "start"),
    ),
    (rf"(?P<m>{MONTH})(?:\s*+,)?\s*+(?P<y>{_YEAR})", build.month_year, False, MONTHS),
    (rf"\bFY\s?'?(?:{_YEAR}|\d{{2}})?/?(?P<y>{_YEAR}|\d{{2}})\b", build.fiscal, False, ("fy",)),
    (
        rf"(?:fiscal|financial)\s+(?:years?\s+)?(?:of\s+)?'?(?P<y>{_YEAR})\b",
        build.fiscal,
        False,
        ("fiscal", "financial"),
    ),
    (
        rf"(?:for\s+)?(?:the\s+)?(?:full\s+)?years?\s+(?:of\s+)?(?P<y>{_YEAR}){_NOT_NUMBER_AFTER}",
        build.fiscal,
        False,
        ("year",),
    ),
    (rf"(?P<y>{_YEAR})\s?年度?(?!\d|[一二三四五六七八九十0-9]*月)", build.fiscal, False, ("年",)),
    (r"(?P<cy>[〇○零一二三四五六七八九]{4})年度?(?![一二三四五六七八九十]{1,3}月)", build.cjk_fiscal, False, ("年",)),
    (
        rf"{_NOT_NUMBER_BEFORE}\b(?:{_YEAR}/)?(?P<y>{_YEAR})\b{_NOT_NUMBER_AFTER}(?!/\d)",
        build.fiscal,
        False,
        _CENTURIES,
    ),
    (
        r"(?:as\s+(?:at|of)\s+)?(?:on\s+)?(?:the\s+)?date\s+(?:of\s+this\s+(?:announcement|report|notice|circular)"
        r"|hereof)|本公告日期?",
        build.announcement_day,
        True,
        ("date", "本公告日"),
    ),
    (
        rf"(?:(?:at|by|as at|as of)\s+)?(?:the\s+)?end\s+of\s+{_THE_PERIOD}|period[- ]end|year[- ]end|期末|年末",
        build.period_end,
        True,
        ("end", "期末", "年末"),
    ),
    (
        rf"(?:(?:at|as at|as of)\s+)?(?:the\s+)?(?:beginning|start)\s+of\s+{_THE_PERIOD}|期初|年初",
        build.period_start,
        True,
        ("beginning", "start", "期初", "年初"),
    ),
    (
        r"(?:the\s+)?(?:(?:same|corresponding|comparative|comparable)\s*)?(?:period|quarter|half)\s*+(?:of|in"
        r"|for)?\s*+(?:the\s+)?(?:last|previous|prior|preceding)\s+(?:financial\s+)?year|上年同期|去年同期",
        build.previous,
        True,
        ("year", "同期"),
    ),
    (
        r"\b(?:a|one|the)\s+year\s+(?:earlier|ago|before)\b|\btwelve\s+months\s+earlier\b",
        build.previous,
        True,
        ("year", "month"),
    ),
    (
        r"\b(?:last|previous|prior|preceding|past)\s+(?:financial\s+|fiscal\s+)?year|\b(?:previous|prior"
        r"|comparative)\s+period|上年|去年",
        build.previous,
        True,
        ("year", "period", "上年", "去年"),
    ),
    (
        r"(?:the\s+)?(?:current\s+)?reporting\s+(?:period|year)|\b(?:this|current|present)\s+(?:financial\s+|fiscal\s+"
        r"|reporting\s+)?(?:year|period)|(?:during|throughout|over|in)\s+the\s+(?:year|period)\b|for\s+the\s+year|本报告期"
        r"|本報告期|报告期|報告期|本年度?|今年",
        build.current,
        True,
        ("year", "period", "报告期", "報告期", "本年", "今年"),
    ),
)


PATTERNS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), builder, relative, words) for pattern, builder, relative, words in _TABLE
)
