"""The table of period patterns, the most specific first, and how each one becomes a period.

Absolute words ("six months ended 30 June 2026", "FY2023", "2Q26") need only a fiscal calendar; relative ones
("the Reporting Period", "same period last year") need the filing's own reporting period.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tickmark.ingest.figures.calendar import (
    DATE,
    MONTH,
    Calendar,
    cjk_number,
    duration,
    fiscal_year,
    instant,
    month_of,
    months_ended,
    parse_date,
    shift_years,
)
from tickmark.ingest.model import Period

__all__ = ["PATTERNS", "prior_year"]

_YEAR = r"(?:19|20)\d{2}"
_NOT_NUMBER_BEFORE = r"(?<!PAS )(?<!ISO )(?<!IEC )(?<!Rule )(?<![\d.,$£€¥/])(?<!No\. )(?<!RMB )(?<!RMB)"
_NOT_NUMBER_AFTER = r"(?![\d%]|,\d|\.\d|\s?(?:tonnes|million|thousand|shares|kWh|hours))"
_WORD_MONTHS: Final = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4}
_CJK_DIGIT: Final = {"一": 1, "二": 2, "三": 3, "四": 4}

_Build = Callable[[re.Match[str], Calendar], Period | None]


def _full_year(two_or_four: str) -> int:
    return int(two_or_four) if len(two_or_four) == 4 else 2000 + int(two_or_four)


def _part_of_year(year: int, part: int, parts: int, calendar: Calendar, text: str) -> Period:
    """The ``part``-th of ``parts`` equal stretches (2 halves, 4 quarters) of a fiscal year."""
    _, last = fiscal_year(year, calendar)
    months = 12 // parts
    first_day = months_ended(last, 12 - months * (part - 1))
    end = months_ended(last, 12 - months * part) - timedelta(days=1) if part < parts else last
    return duration(first_day, end, text)


def _date_range(m: re.Match[str], _: Calendar) -> Period | None:
    first, last = parse_date(m["a"]), parse_date(m["b"])
    return duration(first, last, m[0]) if first and last and first < last else None


def _months_ended(m: re.Match[str], _: Calendar) -> Period | None:
    last = parse_date(m["d"])
    return duration(months_ended(last, _WORD_MONTHS[m["n"].lower()]), last, m[0]) if last else None


def _weeks_ended(m: re.Match[str], _: Calendar) -> Period | None:
    last = parse_date(m["d"])
    return duration(last - timedelta(days=7 * int(m["n"]) - 1), last, m[0]) if last else None


def _stretch_ended(m: re.Match[str], _: Calendar) -> Period | None:
    last = parse_date(m["d"])
    word = m["n"].lower()
    months = 3 if "quarter" in word else 6 if "half" in word else 12
    return duration(months_ended(last, months), last, m[0]) if last else None


def _month_span(m: re.Match[str], _: Calendar) -> Period | None:
    year, first, last = int(m["y"]), month_of(m["a"]), month_of(m["b"])
    start_year = int(m["y0"]) if m["y0"] else (year if first <= last else year - 1)
    end = date(year + (last == 12), last % 12 + 1, 1) - timedelta(days=1)
    return duration(date(start_year, first, 1), end, m[0])


def _half(m: re.Match[str], calendar: Calendar) -> Period | None:
    groups = m.groupdict()
    part = groups.get("o") or groups.get("h") or groups.get("h2") or "1"
    number = _ORDINALS.get(part.lower()) or {"上": 1, "下": 2}.get(part) or int(part)
    return _part_of_year(_full_year(m["y"]), number, 2, calendar, m[0]) if number in {1, 2} else None


def _quarter(m: re.Match[str], calendar: Calendar) -> Period | None:
    part = m["o"].lower()
    number = _ORDINALS.get(part) or _CJK_DIGIT.get(part) or int(part)
    return _part_of_year(_full_year(m["y"]), number, 4, calendar, m[0])


def _year_end(m: re.Match[str], calendar: Calendar) -> Period | None:
    return instant(fiscal_year(_full_year(m["y"]), calendar)[1], m[0])


def _year_start(m: re.Match[str], calendar: Calendar) -> Period | None:
    return instant(fiscal_year(_full_year(m["y"]), calendar)[0] - timedelta(days=1), m[0])


def _fiscal(m: re.Match[str], calendar: Calendar) -> Period | None:
    return duration(*fiscal_year(_full_year(m["y"]), calendar), m[0])


def _cjk_months(m: re.Match[str], _: Calendar) -> Period | None:
    last = parse_date(m["d"])
    months = {"三": 3, "六": 6, "九": 9}.get(m["n"]) or int(m["n"])
    return duration(months_ended(last, months), last, m[0]) if last else None


def _cjk_month_span(m: re.Match[str], _: Calendar) -> Period | None:
    year, first, last = int(m["y"]), int(m["a"]), int(m["b"])
    if not 1 <= first <= last <= 12:
        return None
    return duration(date(year, first, 1), date(year + (last == 12), last % 12 + 1, 1) - timedelta(days=1), m[0])


def _cjk_fiscal(m: re.Match[str], calendar: Calendar) -> Period | None:
    year = cjk_number(m["cy"])
    return duration(*fiscal_year(year, calendar), m[0]) if 1900 <= year < 2100 else None


def _since(m: re.Match[str], calendar: Calendar) -> Period | None:
    """From the first day of that year to the end of the reporting period."""
    base = _base(calendar)
    first, _ = fiscal_year(int(m["y"]), calendar)
    if base is None or base.end is None or base.end < first.isoformat():
        return None
    return Period("duration", first.isoformat(), base.end, m[0])


def _month_year(m: re.Match[str], _: Calendar) -> Period | None:
    first = date(int(m["y"]), month_of(m["m"]), 1)
    return duration(first, date(first.year + (first.month == 12), first.month % 12 + 1, 1) - timedelta(days=1), m[0])


def _stretch_to_month(m: re.Match[str], _: Calendar) -> Period | None:
    """ "The year to June 2024", "six months ended June 2026": up to the last day of that month."""
    first = date(int(m["y"]), month_of(m["m"]), 1)
    last = date(first.year + (first.month == 12), first.month % 12 + 1, 1) - timedelta(days=1)
    word = m["n"].lower()
    months = next((n for name, n in _WORD_MONTHS.items() if word.startswith(name)), 0)
    months = months or (3 if "quarter" in word else 6 if "half" in word else 12)
    return duration(months_ended(last, months), last, m[0])


def _base(calendar: Calendar) -> Period | None:
    reporting = calendar.reporting
    return reporting if reporting is not None and reporting.end else None


def _current(m: re.Match[str], calendar: Calendar) -> Period | None:
    base = _base(calendar)
    return Period(base.kind, base.start, base.end, m[0]) if base else None


def prior_year(period: Period, text: str) -> Period:
    """The same stretch (or moment) one year earlier."""
    start = shift_years(date.fromisoformat(period.start), -1).isoformat() if period.start else None
    end = shift_years(date.fromisoformat(period.end), -1).isoformat() if period.end else None
    return Period(period.kind, start, end, text)


def _previous(m: re.Match[str], calendar: Calendar) -> Period | None:
    base = _base(calendar)
    return prior_year(base, m[0]) if base else None


def _period_end(m: re.Match[str], calendar: Calendar) -> Period | None:
    base = _base(calendar)
    return Period("instant", None, base.end, m[0]) if base else None


def _period_start(m: re.Match[str], calendar: Calendar) -> Period | None:
    base = _base(calendar)
    if base is None or base.start is None:
        return None
    return instant(date.fromisoformat(base.start) - timedelta(days=1), m[0])


def _announcement_day(m: re.Match[str], calendar: Calendar) -> Period | None:
    return instant(date.fromisoformat(calendar.published), m[0]) if calendar.published else None


def _single_date_any(m: re.Match[str], _: Calendar) -> Period | None:
    day = parse_date(m["d"] or m["d2"])
    return instant(day, m[0]) if day else None


def _quarter_any(m: re.Match[str], calendar: Calendar) -> Period | None:
    return _part_of_year(_full_year(m["y"]), int(m["o"] or m["o2"]), 4, calendar, m[0])


def _year_end_any(m: re.Match[str], calendar: Calendar) -> Period | None:
    return instant(fiscal_year(int(m["y"] or m["y2"]), calendar)[1], m[0])


_THE_PERIOD = r"(?:the\s+)?(?:current\s+|present\s+)?(?:reporting\s+|financial\s+|fiscal\s+)?(?:period|year)"
_TABLE: Final[tuple[tuple[str, _Build, bool], ...]] = (
    (rf"(?:from\s+)?(?P<a>{DATE})\s*(?:to|until|through|–|-|—|~|至)\s*(?P<b>{DATE})", _date_range, False),
    (
        rf"(?P<n>three|six|nine|twelve|3|6|9|12)[- ]months?\s+(?:period\s+)?(?:end(?:ed|ing)(?:\s+on)?"
        rf"|to)\s+(?P<d>{DATE})",
        _months_ended,
        False,
    ),
    (
        rf"(?P<n>\d{{1,2}})[- ]weeks?\s+(?:period\s+)?(?:end(?:ed|ing)(?:\s+on)?|to)\s+(?P<d>{DATE})",
        _weeks_ended,
        False,
    ),
    (
        rf"(?P<n>(?:half[- ])?years?|quarters?|half)\s+(?:end(?:ed|ing)(?:\s+on)?|to)\s+(?P<d>{DATE})",
        _stretch_ended,
        False,
    ),
    (
        rf"(?P<n>(?:half[- ])?year|quarter|(?:three|six|nine|twelve|3|6|9|12)[- ]months?)\s+(?:end(?:ed|ing)\s+"
        rf"|to\s+)(?:in\s+)?"
        rf"(?P<m>{MONTH})\s*,?\s*(?P<y>{_YEAR})",
        _stretch_to_month,
        False,
    ),
    (rf"截至(?P<d>{DATE})止(?P<n>[三六九369])[个個]月", _cjk_months, False),
    (rf"截至(?P<d>{DATE})止(?P<n>年度)?", _stretch_ended, False),
    (rf"(?:as (?:at|of)|at|on|by|ended|to)\s+(?P<d>{DATE})|(?P<d2>{DATE})", _single_date_any, False),
    (rf"(?P<a>{MONTH})\s*(?P<y0>{_YEAR})?\s*(?:to|–|-|—|~)\s*(?P<b>{MONTH})\s*,?\s*(?P<y>{_YEAR})", _month_span, False),
    (
        rf"(?P<o>first|second|1st|2nd)[- ]half\s+(?:of\s+)?(?:the\s+)?(?:fiscal\s+"
        rf"|financial\s+)?(?:year\s+)?(?:FY)?(?P<y>{_YEAR})",
        _half,
        False,
    ),
    (rf"\b(?:H(?P<h>[12])|(?P<h2>[12])H)[ -]?(?:of\s+)?(?:FY\s?)?'?(?P<y>{_YEAR}|\d{{2}})\b", _half, False),
    (rf"\b(?:FY\s?)?(?P<y>{_YEAR})[ -]?H(?P<h>[12])\b", _half, False),
    (
        rf"\b(?:interim|half[- ]year(?:ly)?)\s+(?:results\s+|report\s+|period\s+)?(?:of\s+|for\s+"
        rf"|in\s+)?(?P<y>{_YEAR})",
        _half,
        False,
    ),
    (rf"(?P<y>{_YEAR})\s?年?(?P<h>上|下)半年", _half, False),
    (rf"(?P<y>{_YEAR})\s?年(?:半年度?|中期)", _half, False),
    (rf"(?P<y>{_YEAR})\s?年\s?(?P<a>\d{{1,2}})\s?月?\s?[-–—~至]\s?(?P<b>\d{{1,2}})\s?月", _cjk_month_span, False),
    (
        rf"(?P<o>first|second|third|fourth|last|1st|2nd|3rd|4th)[- ]quarter\s+(?:of\s+)?(?:the\s+)?(?:fiscal\s+"
        rf"|financial\s+)?(?:year\s+)?(?:FY)?(?P<y>{_YEAR})",
        _quarter,
        False,
    ),
    (rf"\b(?:Q(?P<o>[1-4])|(?P<o2>[1-4])Q)[ -]?(?:of\s+)?(?:FY\s?)?'?(?P<y>{_YEAR}|\d{{2}})\b", _quarter_any, False),
    (rf"\b(?:FY\s?)?(?P<y>{_YEAR})[ -]?Q(?P<o>[1-4])\b", _quarter, False),
    (rf"(?P<y>{_YEAR})\s?年第?(?P<o>[一二三四1-4])季度?", _quarter, False),
    (rf"\bsince\s+(?:the\s+)?(?:[a-z'’]+\s+){{0,6}}?(?P<y>{_YEAR})\b", _since, True),
    (
        rf"(?:(?:at|by|as of|as at"
        rf"|until)\s+)?(?:the\s+)?\b(?:year[- ])?end\s+(?:of\s+)?(?:the\s+year\s+)?(?:FY\s?)?(?P<y>{_YEAR})",
        _year_end,
        False,
    ),
    (rf"\b(?P<y>{_YEAR})[- ]year[- ]end|(?:at\s+)?year[- ]?end\s+(?P<y2>{_YEAR})", _year_end_any, False),
    (rf"(?P<y>{_YEAR})\s?年(?:末|底)", _year_end, False),
    (rf"(?:at\s+)?(?:the\s+)?(?:beginning|start)\s+of\s+(?P<y>{_YEAR})", _year_start, False),
    (rf"(?P<m>{MONTH})\s*,?\s*(?P<y>{_YEAR})", _month_year, False),
    (rf"\bFY\s?'?(?:{_YEAR}|\d{{2}})?/?(?P<y>{_YEAR}|\d{{2}})\b", _fiscal, False),
    (rf"(?:fiscal|financial)\s+(?:years?\s+)?(?:of\s+)?'?(?P<y>{_YEAR})\b", _fiscal, False),
    (rf"(?:for\s+)?(?:the\s+)?(?:full\s+)?years?\s+(?:of\s+)?(?P<y>{_YEAR}){_NOT_NUMBER_AFTER}", _fiscal, False),
    (rf"(?P<y>{_YEAR})\s?年度?(?!\d|[一二三四五六七八九十0-9]*月)", _fiscal, False),
    (r"(?P<cy>[〇○零一二三四五六七八九]{4})年度?(?![一二三四五六七八九十]{1,3}月)", _cjk_fiscal, False),
    (rf"{_NOT_NUMBER_BEFORE}\b(?:{_YEAR}/)?(?P<y>{_YEAR})\b{_NOT_NUMBER_AFTER}(?!/\d)", _fiscal, False),
    (
        r"(?:as\s+(?:at|of)\s+)?(?:on\s+)?(?:the\s+)?date\s+(?:of\s+this\s+(?:announcement|report|notice|circular)|hereof)|本公告日期?",
        _announcement_day,
        True,
    ),
    (
        rf"(?:(?:at|by|as at|as of)\s+)?(?:the\s+)?end\s+of\s+{_THE_PERIOD}|period[- ]end|year[- ]end|期末|年末",
        _period_end,
        True,
    ),
    (rf"(?:(?:at|as at|as of)\s+)?(?:the\s+)?(?:beginning|start)\s+of\s+{_THE_PERIOD}|期初|年初", _period_start, True),
    (
        r"(?:the\s+)?(?:same|corresponding|comparative|comparable)?\s*(?:period|quarter|half)\s*(?:of|in|for)?\s*(?:the\s+)?(?:last|previous|prior|preceding)\s+(?:financial\s+)?year|上年同期|去年同期",
        _previous,
        True,
    ),
    (r"\b(?:a|one|the)\s+year\s+(?:earlier|ago|before)\b|\btwelve\s+months\s+earlier\b", _previous, True),
    (
        r"\b(?:last|previous|prior|preceding|past)\s+(?:financial\s+|fiscal\s+)?year|\b(?:previous|prior|comparative)\s+period|上年|去年",
        _previous,
        True,
    ),
    (
        r"(?:the\s+)?(?:current\s+)?reporting\s+(?:period|year)|\b(?:this|current|present)\s+(?:financial\s+|fiscal\s+|reporting\s+)?(?:year|period)|(?:during|throughout|over|in)\s+the\s+(?:year|period)\b|for\s+the\s+year|本报告期|本報告期|报告期|報告期|本年度?|今年",
        _current,
        True,
    ),
)


PATTERNS: Final = tuple((re.compile(pattern, re.IGNORECASE), build, relative) for pattern, build, relative in _TABLE)
