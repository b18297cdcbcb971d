"""When a header, a caption or a label speaks of: the parts of a period that it prints, and how parts are completed.

Statements print a period in pieces: "Three MonthsEnded" over "June 30," over "2024" and "2023"; "Years ended December
31" over the labels, and a bare year over each column. :func:`when_of` reads the pieces that a text prints;
:func:`resolve` makes them a period, with what is missing taken from the texts around and, last, the filing's calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from tickmark.ingest.figures.calendar import (
    MONTH,
    Calendar,
    by_weeks,
    duration,
    fiscal_year,
    instant,
    month_of,
    months_ended,
)
from tickmark.ingest.figures.counts import COUNT, count_of
from tickmark.ingest.model import Period

__all__ = ["When", "closing", "fiscal_start", "resolve", "when_of"]

_COUNT = rf"(?P<n>{COUNT})"
_YEAR = r"(?P<y>(?:19[5-9]|20[0-9])\d)"
_STRETCH = re.compile(rf"\b{_COUNT}[\s-]+(?P<unit>months?|weeks?)\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(?:(?P<o>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?:fiscal\s+)?quarters?|q(?P<q>[1-4])\b"
    r"|(?P<e>quarters?(?:ly)?(?:\s+periods?)?\s+(?:end|to\b)|fiscal\s+quarters?))",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?P<h>first|second)[\s-]+half\b|\bhalf[\s-]+years?\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\b(?:(?:fiscal|financial|calendar)\s+)?years?\s*(?:-\s*)?(?:then\s+)?(?:end(?:ed|ing|s)?\b|to\b)"
    r"|\bfiscal\s+years?\b"
    r"|\bfor\s+the\s+(?:fiscal\s+)?years?\b|\bfiscal\b(?=\s*(?:19|20)\d\d)|\byear\b(?!-end|\s*end\b)"
    r"|\bannual\b(?!\s+(?:general\s+)?meeting)"
    r"|\bFY\b",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"year[- ]to[- ]date|\bytd\b", re.IGNORECASE)
_PERIODS_ENDED = re.compile(r"\bperiods?\s+(?:then\s+)?ended\b", re.IGNORECASE)
_MDY = re.compile(
    rf"(?P<m>{MONTH})\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)\s*(?:,?\s*(?:of\s+)?{_YEAR})?", re.IGNORECASE
)
_DMY = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH})(?:\s*,?\s*{_YEAR})?", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d/.])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:20)?\d{2})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH})[\s,-]+{_YEAR}", re.IGNORECASE)
_MONTH_SHORT = re.compile(rf"\b(?P<m>{MONTH})\s?(?:[-–]\s?['’]?|['’])(?P<y>\d{{2}})\b(?!\s*,|[-/])", re.IGNORECASE)
_BARE_YEAR = re.compile(rf"(?<![\d.,$/-])(?:FY\s?)?{_YEAR}(?![\d%]|[.,]\d|/\d)", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?:\bFY\s?|['’])(?P<y>\d{2})\b", re.IGNORECASE)
_LONGEST = 2_000  # characters: what is longer is a page of text, and neither a header nor a label
# how long, not when: "less than 12 months", "1 year or greater", "due within one year"
_BUCKET = re.compile(
    r"\b(?:less|fewer|more|greater|longer|within|over|after|under|up\s+to|through|beyond|due\s+in"
    r"|terms?\s+of)\s+(?:than\s+)?(?:or\s+equal\s+to\s+)?"
    r"(?:\w+\s+(?:to|through|and|[-–])\s+)?[\w-]{1,40}\s+(?:months?|years?|weeks?)\b"
    r"|\b[\w-]{1,40}\s+(?:months?|years?|weeks?)\s+or\s+(?:more|greater|longer|less|fewer|over)\b"
    r"|\b(?:next|coming|following)\s+[\w-]{1,40}\s+(?:months?|years?|weeks?)\b"
    r"|\b\w{1,40}\s*(?:to|through|[-–])\s*\w{1,40}\s+(?:months|years)\b|\b(?:in|per)\s+years\b"
    r"|\byears?\s+of\s+(?:maturity|origination|service)\b",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"\bas\s+(?:of|at)\b|\bat\s+(?=[A-Z0-9])|\bat\s+(?:year|period)[\s-]end|\bas\s+of\s*$", re.IGNORECASE
)
_FROM_TO = re.compile(r"^(?!.*\band\b).*(?:\bto\b|through|[-–—])", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class When:
    """The parts of a period that a text prints. ``days``: full dates; ``day``: (month, day) without a year."""

    months: int | None = None
    weeks: int | None = None
    quarter: int | None = None
    stretch: bool = False
    moment: bool = False
    to_date: bool = False
    days: tuple[date, ...] = ()
    day: tuple[int, int] | None = None
    years: tuple[int, ...] = ()
    month_only: bool = False
    text: str = ""

    @property
    def dated(self) -> bool:
        """Whether it says at least a year."""
        return bool(self.days or self.years)

    @property
    def unmeasured(self) -> bool:
        """Whether it names a stretch without its length: "period ended"."""
        return self.stretch and not (self.months or self.weeks or self.to_date)

    def __bool__(self) -> bool:
        return bool(self.days or self.years or self.day or self.stretch or self.moment)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


@lru_cache(maxsize=16_384)
def when_of(text: str, day_first: bool = False) -> When:
    """The parts of a period that ``text`` prints; ``day_first`` says how "01/02/2024" is meant."""
    if len(text) > _LONGEST or not re.search(
        r"\d|month|week|quarter|year|half|as\s+(?:of|at)|fiscal|period", text, re.IGNORECASE
    ):
        return When()
    when = _stretch(text)
    days, day, rest, month_only = _days(text, day_first)
    years = tuple(dict.fromkeys(int(found["y"]) for found in _BARE_YEAR.finditer(rest)))
    if not years and (short := _SHORT_YEAR.search(rest)):
        years = (2000 + int(short["y"]),)
    return replace(
        when, days=tuple(d for _, d in sorted(days)), day=day, years=years, month_only=month_only,
        moment=_MOMENT.search(text) is not None and not when.stretch,
    )  # fmt: skip


def _days(text: str, day_first: bool) -> tuple[list[tuple[int, date]], tuple[int, int] | None, str, bool]:
    """``(full dates with their places, a day without a year, the rest of the text, a month alone)``."""
    days: list[tuple[int, date]] = []
    day: tuple[int, int] | None = None
    rest = text
    for pattern in (_ISO, _MDY, _DMY, _NUMERIC):
        for found in pattern.finditer(rest):
            place = _place(found, day_first)
            if place is None:
                continue
            month, number, year = place
            if year is None:
                day = day or ((month, number) if _date(2024, month, number) else None)
            elif at := _date(year, month, number):
                days.append((found.start(), at))
            else:
                continue
            rest = _blanked(rest, found)
    month_only = False
    for found in (*_MONTH_YEAR.finditer(rest), *_MONTH_SHORT.finditer(rest)):
        first = date(_full(found["y"]), month_of(found["m"]), 1)
        days.append(
            (found.start(), date(first.year + (first.month == 12), first.month % 12 + 1, 1) - timedelta(days=1))
        )
        month_only = True
        rest = _blanked(rest, found)
    return days, day, rest, month_only


def _blanked(text: str, found: re.Match[str]) -> str:
    return text[: found.start()] + " " * len(found[0]) + text[found.end() :]


def _stretch(text: str) -> When:
    """How long a stretch a text names: months, weeks, a quarter, a half, a year."""
    when = When(text=text)
    text = _BUCKET.sub(" ", text)
    if found := _STRETCH.search(text):
        count = count_of(found["n"])
        named = found["unit"].lower().startswith("month")
        if (named and count <= 12) or (not named and 4 <= count <= 53):
            when = replace(when, stretch=True, months=count if named else None, weeks=None if named else count)
    if not when.stretch and (found := _QUARTER.search(text)):
        order = {"f": 1, "s": 2, "t": 3, "1": 1, "2": 2, "3": 3, "4": 4}
        word = (found["o"] or found["q"] or "").lower()
        quarter = 4 if word.startswith("fourth") else order[word[0]] if word else None
        when = replace(when, stretch=True, months=3, quarter=quarter)
    if not when.stretch and (found := _HALF.search(text)):
        when = replace(when, stretch=True, months=6, quarter=2 if (found["h"] or "").lower() == "first" else None)
    if not when.stretch and _TO_DATE.search(text):
        when = replace(when, stretch=True, to_date=True)
    if not when.stretch and _YEARS.search(text):
        when = replace(when, stretch=True, months=12)
    if not when.stretch and _PERIODS_ENDED.search(text):
        when = replace(when, stretch=True)
    return when


def _place(found: re.Match[str], day_first: bool) -> tuple[int, int, int | None] | None:
    groups = found.groupdict()
    if "s" in groups:
        first, second = int(found["a"]), int(found["b"])
        if found["s"] == "." or day_first or first > 12:
            first, second = second, first
        return (first, second, _full(found["y"])) if 1 <= first <= 12 else None
    month = found["m"]
    return int(month) if month.isdigit() else month_of(month), int(found["d"]), int(found["y"]) if found["y"] else None


def closing(year: int, day: tuple[int, int] | None, calendar: Calendar) -> date:
    """The day in ``year`` on which a period closes: that day, or the one near it that the filing itself names."""
    month, number = day or calendar.fiscal_end
    wanted = _date(year, month, number) or date(year, month, 28)
    often = {d.year for d in calendar.closings[:6] if (d.month, d.day) == (wanted.month, wanted.day)}
    if wanted.year in often and len(often) > 1:
        return wanted  # a year that ends on the same day every time
    last = calendar.reporting.end if calendar.reporting else None
    near = [
        d
        for d in calendar.closings
        if abs((d - wanted).days) <= 8 and not (d.day == 1 and last and d.isoformat() > last)
    ]  # January 1 of a year to come is the day that it begins
    return near[0] if near else wanted


def resolve(when: When, calendar: Calendar, *, flow: bool, text: str) -> Period | None:
    """The period of ``when``; ``flow`` decides between a stretch and a moment where the text does not."""
    months, weeks = when.months, when.weeks
    if when.days:
        end = max(when.days) if len(when.days) == 1 else when.days[-1]
        if len(when.days) == 2 and not when.stretch and when.days[0] < end and _FROM_TO.search(when.text):
            return duration(when.days[0], end, text)
    elif when.years:
        end = _year_end(when, calendar, flow or when.stretch)
    else:
        return None
    if when.month_only and not when.stretch and flow and not when.moment:
        return duration(date(end.year, end.month, 1), end, text)
    if when.stretch or (flow and not when.moment):
        if weeks:
            return duration(end - timedelta(days=7 * weeks - 1), end, text)
        if when.to_date:
            return duration(fiscal_start(end, calendar), end, text)
        if months is None:
            reporting = calendar.reporting
            if reporting is not None and reporting.start and reporting.end and not when.years:
                length = date.fromisoformat(reporting.end) - date.fromisoformat(reporting.start)
                if abs(length.days - 365) > 20:
                    return duration(end - length, end, text)
            months = 12
        return duration(_start(end, months, calendar), end, text)
    return instant(end, text)


def _year_end(when: When, calendar: Calendar, flow: bool) -> date:
    """The last day that a text means which prints a year, and perhaps a month and a day, or a quarter."""
    year = when.years[0] if len(when.years) == 1 else when.years[-1]
    if when.day is not None:
        return closing(year, when.day, calendar)
    if when.quarter is not None:
        _, last = fiscal_year(year, calendar)
        wanted = months_ended(last, 3 * (4 - when.quarter)) - timedelta(days=1) if when.quarter < 4 else last
        near = [d for d in calendar.closings if abs((d - wanted).days) <= 8]
        return near[0] if near else wanted
    reporting = calendar.reporting
    if when.months != 12 and reporting is not None and reporting.end:
        end = date.fromisoformat(reporting.end)
        interim = abs((end - closing(end.year, None, calendar)).days) > 10
        if interim and flow and (when.stretch or when.to_date):
            return closing(year, (end.month, end.day), calendar) if year != end.year else end
        if interim and not flow and year == end.year:
            return end  # "2023" and "2022" of an interim balance sheet: its own day, and the end of the year before
    return closing(year, None, calendar)


def _start(end: date, months: int, calendar: Calendar) -> date:
    """The first day of the months that end on ``end``; where periods close on weekdays, the day after one did."""
    wanted = months_ended(end, months)
    if end not in calendar.closings or not by_weeks(calendar):
        return wanted
    near = [d for d in calendar.closings if abs((d + timedelta(days=1) - wanted).days) <= 9 and not (end - d).days % 7]
    if near:
        return near[0] + timedelta(days=1)
    closed = date.fromisoformat(calendar.reporting.end) if calendar.reporting and calendar.reporting.end else end
    if (closed - end).days % 7 or months % 3:
        return wanted
    return end - timedelta(days=91 * months // 3 - 1)


def fiscal_start(end: date, calendar: Calendar) -> date:
    """The first day of the fiscal year that ``end`` stands in."""
    for year in (end.year, end.year + 1):
        last = closing(year, None, calendar)
        if end <= last:
            return closing(year - 1, None, calendar) + timedelta(days=1)
    return months_ended(end, 12)
