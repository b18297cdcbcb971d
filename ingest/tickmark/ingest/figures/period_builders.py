"""From a match of a period pattern (:mod:`.period_table`) to the period: one small function a way of saying it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tickmark.ingest.figures.calendar import (
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
from tickmark.ingest.figures.counts import count_of
from tickmark.ingest.model import Period

__all__ = [
    "Build",
    "announcement_day",
    "cjk_fiscal",
    "cjk_month_span",
    "cjk_months",
    "current",
    "date_range",
    "fiscal",
    "half",
    "month_span",
    "month_year",
    "months_up_to",
    "period_end",
    "period_start",
    "previous",
    "prior_year",
    "quarter",
    "quarter_any",
    "since",
    "single_date_any",
    "stretch_ended",
    "stretch_to_month",
    "weeks_ended",
    "year_end",
    "year_end_any",
    "year_start",
]

_WORD_MONTHS: Final = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4}
_CJK_DIGIT: Final = {"一": 1, "二": 2, "三": 3, "四": 4}

Build = Callable[[re.Match[str], Calendar], Period | None]


def full_year(two_or_four: str) -> int:
    return int(two_or_four) if len(two_or_four) == 4 else 2000 + int(two_or_four)


def part_of_year(year: int, part: int, parts: int, calendar: Calendar, text: str) -> Period:
    """The ``part``-th of ``parts`` equal stretches (2 halves, 4 quarters) of a fiscal year."""
    _, last = fiscal_year(year, calendar)
    months = 12 // parts
    first_day = months_ended(last, 12 - months * (part - 1))
    end = months_ended(last, 12 - months * part) - timedelta(days=1) if part < parts else last
    return duration(first_day, end, text)


def date_range(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "1 January 2023 to 31 March 2023"."""
    first, last = parse_date(m["a"]), parse_date(m["b"])
    return duration(first, last, m[0]) if first and last and first < last else None


def months_up_to(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "Six months ended 30 June 2026"."""
    last = parse_date(m["d"])
    return duration(months_ended(last, _WORD_MONTHS[m["n"].lower()]), last, m[0]) if last else None


def weeks_ended(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "52 weeks ended 29 June 2024", "thirteen weeks ended ..."."""
    last = parse_date(m["d"])
    return duration(last - timedelta(days=7 * count_of(m["n"]) - 1), last, m[0]) if last else None


def stretch_ended(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "Year ended", "half year to", "quarter ended" a day; a day up to which no stretch is named is a moment."""
    last = parse_date(m["d"])
    if m["n"] is None:
        return instant(last, m[0]) if last else None
    word = m["n"].lower()
    months = 3 if "quarter" in word else 6 if "half" in word else 12
    return duration(months_ended(last, months), last, m[0]) if last else None


def month_span(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "January – June 2026"."""
    year, first, last = int(m["y"]), month_of(m["a"]), month_of(m["b"])
    start_year = int(m["y0"]) if m["y0"] else (year if first <= last else year - 1)
    end = date(year + (last == 12), last % 12 + 1, 1) - timedelta(days=1)
    return duration(date(start_year, first, 1), end, m[0])


def half(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "First half of 2026", "H1 2026", "interim 2026"."""
    groups = m.groupdict()
    part = groups.get("o") or groups.get("h") or groups.get("h2") or "1"
    number = _ORDINALS.get(part.lower()) or {"上": 1, "下": 2}.get(part) or int(part)
    return part_of_year(full_year(m["y"]), number, 2, calendar, m[0]) if number in {1, 2} else None


def quarter(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "Second quarter of 2026"."""
    part = m["o"].lower()
    number = _ORDINALS.get(part) or _CJK_DIGIT.get(part) or int(part)
    return part_of_year(full_year(m["y"]), number, 4, calendar, m[0])


def year_end(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "The end of 2023"."""
    return instant(fiscal_year(full_year(m["y"]), calendar)[1], m[0])


def year_start(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "The beginning of 2023": the close of the day before."""
    return instant(fiscal_year(full_year(m["y"]), calendar)[0] - timedelta(days=1), m[0])


def fiscal(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "FY2023", "2023": the fiscal year."""
    return duration(*fiscal_year(full_year(m["y"]), calendar), m[0])


def cjk_months(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "截至二零二四年六月三十日止六個月"."""
    last = parse_date(m["d"])
    months = {"三": 3, "六": 6, "九": 9}.get(m["n"]) or int(m["n"])
    return duration(months_ended(last, months), last, m[0]) if last else None


def cjk_month_span(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "2026年1-6月"."""
    year, first, last = int(m["y"]), int(m["a"]), int(m["b"])
    if not 1 <= first <= last <= 12:
        return None
    return duration(date(year, first, 1), date(year + (last == 12), last % 12 + 1, 1) - timedelta(days=1), m[0])


def cjk_fiscal(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "二零二三年"."""
    year = cjk_number(m["cy"])
    return duration(*fiscal_year(year, calendar), m[0]) if 1900 <= year < 2100 else None


def since(m: re.Match[str], calendar: Calendar) -> Period | None:
    """From the first day of that year to the end of the reporting period."""
    base = _reporting(calendar)
    first, _ = fiscal_year(int(m["y"]), calendar)
    if base is None or base.end is None or base.end < first.isoformat():
        return None
    return Period("duration", first.isoformat(), base.end, m[0])


def month_year(m: re.Match[str], _: Calendar) -> Period | None:
    """Reads "March 2024": the whole month."""
    first = date(int(m["y"]), month_of(m["m"]), 1)
    return duration(first, date(first.year + (first.month == 12), first.month % 12 + 1, 1) - timedelta(days=1), m[0])


def stretch_to_month(m: re.Match[str], _: Calendar) -> Period | None:
    """Up to the last day of a month: "the year to June 2024", "six months ended June 2026"."""
    first = date(int(m["y"]), month_of(m["m"]), 1)
    last = date(first.year + (first.month == 12), first.month % 12 + 1, 1) - timedelta(days=1)
    word = m["n"].lower()
    months = next((n for name, n in _WORD_MONTHS.items() if word.startswith(name)), 0)
    months = months or (3 if "quarter" in word else 6 if "half" in word else 12)
    return duration(months_ended(last, months), last, m[0])


def _reporting(calendar: Calendar) -> Period | None:
    reporting = calendar.reporting
    return reporting if reporting is not None and reporting.end else None


def current(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "The Reporting Period", "this year"."""
    base = _reporting(calendar)
    return Period(base.kind, base.start, base.end, m[0]) if base else None


def prior_year(period: Period, text: str) -> Period:
    """The same stretch (or moment) one year earlier."""
    start = shift_years(date.fromisoformat(period.start), -1).isoformat() if period.start else None
    end = shift_years(date.fromisoformat(period.end), -1).isoformat() if period.end else None
    return Period(period.kind, start, end, text)


def previous(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "Last year", "the same period of the previous year"."""
    base = _reporting(calendar)
    return prior_year(base, m[0]) if base else None


def period_end(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "The end of the Reporting Period"."""
    base = _reporting(calendar)
    return Period("instant", None, base.end, m[0]) if base else None


def period_start(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "The beginning of the Reporting Period": the close of the day before."""
    base = _reporting(calendar)
    if base is None or base.start is None:
        return None
    return instant(date.fromisoformat(base.start) - timedelta(days=1), m[0])


def announcement_day(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "The date of this announcement"."""
    return instant(date.fromisoformat(calendar.published), m[0]) if calendar.published else None


def single_date_any(m: re.Match[str], _: Calendar) -> Period | None:
    """A day on its own."""
    day = parse_date(m["d"] or m["d2"])
    return instant(day, m[0]) if day else None


def quarter_any(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "Q2 2026", "2Q26"."""
    return part_of_year(full_year(m["y"]), int(m["o"] or m["o2"]), 4, calendar, m[0])


def year_end_any(m: re.Match[str], calendar: Calendar) -> Period | None:
    """Reads "2023 year-end", "year end 2023"."""
    return instant(fiscal_year(int(m["y"] or m["y2"]), calendar)[1], m[0])
