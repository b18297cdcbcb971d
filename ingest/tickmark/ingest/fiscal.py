"""Which fiscal year, and which part of it, a filing reports on."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Final

from tickmark.ingest.figures.calendar import Calendar, day_of_year
from tickmark.ingest.model import FiscalPeriod, Period

__all__ = ["fiscal_part", "fiscal_year_of", "year_offset"]

_NAMED = re.compile(
    r"\b(?:fiscal|financial)\s+(?:years?\s+)?(?P<y>20\d\d)\b|\bFY\s?'?(?P<s>\d{4}|\d{2})\b", re.IGNORECASE
)
_QUARTERS: Final[dict[int, FiscalPeriod]] = {1: "Q1", 2: "Q2", 3: "Q3", 4: "Q4"}
_WEEK: Final = timedelta(days=8)
_LOOKED_AT = 400_000


def year_offset(words: str, year_end: tuple[int, int], newest: date | None, annual: bool = True) -> int:
    """How many years before the one it ends in a fiscal year is named after: 1 where fiscal 2022 ends in 2023.

    Told by the words: the year that an annual report is about is spoken of at least half as often as the year before
    it, and an interim report speaks of it at all.

    Args:
        words: the words of the filing.
        year_end: (month, day) on which its fiscal years end.
        newest: the last day that it reports on.
        annual: whether it reports on a whole year.
    """
    if newest is None or year_end[0] > 6:
        return 0
    ends = _ending(newest, year_end).year
    named: Counter[int] = Counter()
    for found in _NAMED.finditer(words[:_LOOKED_AT]):
        digits = found["y"] or found["s"]
        named[int(digits) if len(digits) == 4 else 2000 + int(digits)] += 1
    if named[ends - 1] < 3:
        return 0
    return 1 if named[ends] * (2 if annual else 10) < named[ends - 1] else 0


def _ending(day: date, year_end: tuple[int, int]) -> date:
    """The end of the fiscal year that a day lies in; years of 52 weeks end up to a week off."""
    end = day_of_year(day.year, *year_end)
    return end if day <= end + _WEEK else day_of_year(day.year + 1, *year_end)


def fiscal_year_of(day: date, calendar: Calendar) -> int:
    """What the issuer calls the fiscal year that a day lies in."""
    return _ending(day, calendar.fiscal_end).year - calendar.offset


def fiscal_part(period: Period | None, calendar: Calendar, sure: bool) -> tuple[int | None, FiscalPeriod | None]:
    """(fiscal year as the issuer names it, part of it) of a reporting period; None for what cannot be told.

    Args:
        period: what the filing reports on.
        calendar: the filing's.
        sure: whether the end of the fiscal year was read, and not only assumed.
    """
    if period is None or period.kind != "duration" or period.start is None or period.end is None:
        return None, None
    start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    months = round(((end - start).days + 1) / 30.44)
    if months == 12:
        return end.year - calendar.offset, "FY"
    last = _ending(end, calendar.fiscal_end)
    left = (last - end).days
    parts = round(left / 91.31)
    if not sure or abs(left - parts * 91.31) > 12 or not 0 <= parts <= 3:
        return None, None
    year = last.year - calendar.offset
    if months == 3:
        return year, _QUARTERS[4 - parts]
    if months == 6 and parts in {0, 2}:
        return year, "H1" if parts == 2 else "H2"
    return (year, "9M") if months == 9 and parts == 1 else (year, None)
