"""Dates and fiscal calendars: the arithmetic under :mod:`.periods`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tickmark.ingest.model import Period

__all__ = [
    "DATE",
    "MONTH",
    "MONTHS",
    "Calendar",
    "by_weeks",
    "cjk_number",
    "day_of_year",
    "duration",
    "ends_month",
    "fiscal_year",
    "instant",
    "month_of",
    "months_ended",
    "parse_date",
    "shift_years",
]

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (  # looks ahead first: twelve names need not be tried on every letter
    r"(?=[JFMASOND])(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d{2}"
DATE: Final = (
    rf"(?=[JFMASOND\d〇○零一二三四五六七八九])(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*+,)?\s++{_YEAR}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?{MONTH}(?:\s*+,)?\s++{_YEAR}"
    rf"|[〇○零一二三四五六七八九]{{4}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
    rf"|{_YEAR}-\d{{2}}-\d{{2}}|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|{_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)"
)
_MDY = re.compile(rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*+,)?\s++({_YEAR})$", re.IGNORECASE)
_DMY = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({MONTH})(?:\s*+,)?\s++({_YEAR})$", re.IGNORECASE)
_ISO = re.compile(rf"({_YEAR})-(\d{{2}})-(\d{{2}})$")
_DOTTED = re.compile(rf"(\d{{1,2}})\.(\d{{1,2}})\.({_YEAR})$")
_CJK = re.compile(rf"({_YEAR})\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日$")
_CJK_WORDS = re.compile(r"(\D{4})年(\D{1,2})月(\D{1,3})日$")
_CJK_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative words refer to: the filing's reporting period, its fiscal year end, the day it was published.

    ``offset`` is how many years before the one it ends in a fiscal year is named after: 1 for an issuer whose fiscal
    2022 ends in January 2023.

    ``closings``: days that the filing names again and again, most named first: where its periods close, also when a
    year ends on "the Saturday nearest to" a day.
    """

    reporting: Period | None = None
    fiscal_end: tuple[int, int] = (12, 31)
    published: str | None = None
    offset: int = 0
    closings: tuple[date, ...] = ()


def month_of(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    stem = word.lower().rstrip(".")[:3]
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(stem))


def cjk_number(words: str) -> int:
    """A year ("二零二三") or a day ("二十一") in Chinese numerals."""
    if "十" not in words:
        return int("".join(str(_CJK_DIGITS[c]) for c in words))
    tens, _, ones = words.partition("十")
    return 10 * (_CJK_DIGITS[tens] if tens else 1) + (_CJK_DIGITS[ones] if ones else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """The date that ``text`` is, in any form of :data:`DATE`; None when it is none, or no such day exists."""
    text = text.strip()
    if found := _MDY.match(text):
        return _day(int(found[3]), month_of(found[1]), int(found[2]))
    if found := _DMY.match(text):
        return _day(int(found[3]), month_of(found[2]), int(found[1]))
    if found := _ISO.match(text) or _CJK.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _CJK_WORDS.match(text):
        try:
            return _day(*(cjk_number(part) for part in found.groups()))
        except KeyError:  # "十十月" fits the pattern, but is no number
            return None
    if found := _DOTTED.match(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    return None


def duration(start: date, end: date, text: str) -> Period:
    """A duration period; both days are inside it."""
    return Period("duration", start.isoformat(), end.isoformat(), text)


def instant(day: date, text: str) -> Period:
    """An instant period: the close of ``day``."""
    return Period("instant", None, day.isoformat(), text)


def day_of_year(year: int, month: int, day: int) -> date:
    """That day of a year; the last of the month where the month has fewer days."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def shift_years(day: date, years: int) -> date:
    """The same day ``years`` later; month ends stay month ends."""
    last = day.day == monthrange(day.year, day.month)[1]
    return day_of_year(day.year + years, day.month, 31 if last else day.day)


def ends_month(day: date) -> bool:
    """Whether a day is the last of its month."""
    return (day + timedelta(days=1)).day == 1


def by_weeks(calendar: Calendar) -> bool:
    """Whether the filing's years are made of whole weeks: its periods close on a weekday, not on a day of the month."""
    reporting = calendar.reporting
    if reporting is None or not reporting.start or not reporting.end:
        return False
    end = date.fromisoformat(reporting.end)
    if not ends_month(end):
        return True
    earlier = (d for d in calendar.closings if not ends_month(d) and d.day != 1 and (end - d).days % 7 == 0)
    return any(abs((shift_years(end, -years) - d).days) <= 7 for d in earlier for years in (1, 2))


def fiscal_year(year: int, calendar: Calendar) -> tuple[date, date]:
    """First and last day of the fiscal year that is called ``year``: the one that ends in it, with no offset."""
    end = day_of_year(year + calendar.offset, *calendar.fiscal_end)
    return shift_years(end, -1) + timedelta(days=1), end


def months_ended(end: date, months: int) -> date:
    """The first day of the ``months`` months that end on ``end``."""
    index = end.year * 12 + end.month - months
    year, month = divmod(index, 12)
    if end.day == monthrange(end.year, end.month)[1]:
        return date(year, month + 1, 1)
    return day_of_year(year if month else year - 1, month or 12, end.day) + timedelta(days=1)
