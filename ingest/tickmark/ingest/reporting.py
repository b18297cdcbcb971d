"""The filing's calendar: its fiscal year end, and the period (or the day) that it reports on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Final

from tickmark.ingest.figures.calendar import DATE, Calendar, duration, instant, months_ended, parse_date, shift_years
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.fiscal import year_offset
from tickmark.ingest.metadata import EVENTS, Face
from tickmark.ingest.model import FiscalPeriod, Metadata, Period

__all__ = ["MONTHS", "Reporting", "calendar_of", "closings_of", "plausible", "reporting_of"]

_YEARS_ENDED = re.compile(
    rf"(?:(?:financial |fiscal )?years?\s+end(?:ed|ing)\s+(?:on\s+)?|截至)(?P<d>{DATE})(?!止\S{{0,2}}月)", re.IGNORECASE
)
_DEFINED = re.compile(
    r"[(（]\s*(?:the|hereinafter|以下简称|以下簡稱)?\s*[^()（）]{0,25}[\"“「『]\s*(?:the\s+)?(?:current\s+)?"
    r"(?:(?:reporting )?(?:period|year)|报告期|報告期|本期间|本期間)\s*[\"”」』]",
    re.IGNORECASE,
)
_COVERS = re.compile(r"\bcover(?:s|ing)?\b[^\n]{0,120}", re.IGNORECASE)
_HEADLINE = re.compile(
    rf"\b(?P<p>(?:(?:half[- ])?years?|quarter|(?:three|six|nine|twelve)\s+months|\d\d\s+weeks)\s+ended\s+{DATE})"
    r"(?:\s+and\s+20\d\d)?\W*$",
    re.IGNORECASE,
)
_ANNUAL = ("10-K", "20-F", "40-F", "11-K")
_DATE = re.compile(DATE, re.IGNORECASE)
_LONG_BLANK = re.compile(r"(\s{20})\s+")
_LOOKED_AT = 60_000
_MOST_CLOSINGS = 40
MONTHS: Final[dict[FiscalPeriod, int]] = {
    "FY": 12, "H1": 6, "H2": 6, "Q1": 3, "Q2": 3, "Q3": 3, "Q4": 3, "9M": 9,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reporting:
    """A filing's calendar, and whether the end of its fiscal year was read (``sure``) or only taken to be December."""

    calendar: Calendar
    sure: bool


def reporting_of(text: str, face: Face, given: Metadata | None = None) -> Reporting:
    """The filing's calendar, with what relative words ("the Reporting Period") and undated figures refer to.

    What a person or the format says of the period (``given``) comes before what the cover says, and that before what
    the text says.
    """
    given = given or Metadata()
    text = _LONG_BLANK.sub(r"\1", text)  # says nothing, and every pattern looks through it
    told = _told_period(given) or _cover_period(face)
    read = _told_year_end(given) or _cover_year_end(face) or _year_end(text) or _compared_year_end(text, told)
    fiscal = read or (12, 31)
    published = given.published or face.published
    newest = date.fromisoformat(told.end) if told and told.end else None
    calendar = Calendar(None, fiscal, published, year_offset(text, fiscal, newest, _months(told) != 3))
    reporting = told or _reporting(text[:_LOOKED_AT], face, calendar)
    return Reporting(replace(calendar, reporting=reporting), read is not None)


def _months(period: Period | None) -> int:
    """How many months a period has; 0 for none and for a moment."""
    if period is None or period.start is None or period.end is None:
        return 0
    return round(((date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1) / 30.44)


def _compared_year_end(text: str, told: Period | None) -> tuple[int, int] | None:
    """The end of the fiscal year by a quarterly report's balance sheets: the day it is compared with, named most."""
    if told is None or told.end is None or _months(told) != 3:
        return None
    end = date.fromisoformat(told.end)
    a_year_before = shift_years(end, -1)
    for day in closings_of(text):
        if 75 <= (end - day).days <= 300 and abs((day - a_year_before).days) > 40:
            return day.month, day.day
    return None


def calendar_of(text: str, face: Face, given: Metadata | None = None) -> Calendar:
    """The calendar of :func:`reporting_of`."""
    return reporting_of(text, face, given).calendar


def _cover_year_end(face: Face) -> tuple[int, int] | None:
    """The end of the fiscal year by the SEC cover: the year's end of an annual report, or the header's."""
    cover = face.cover
    annual = cover.form is not None and cover.form.startswith(_ANNUAL)
    return (cover.end.month, cover.end.day) if annual and cover.end and not cover.start else cover.fiscal_year_end


def _cover_period(face: Face) -> Period | None:
    """The period by the SEC cover: a year, a quarter, or the day of a current report."""
    cover, form = face.cover, face.cover.form
    if form is None or cover.end is None:
        return None
    words = cover.end.isoformat()
    if cover.start:
        return duration(cover.start, cover.end, words)
    if form.startswith((*_ANNUAL, "10-Q")):
        return duration(months_ended(cover.end, 3 if form.startswith("10-Q") else 12), cover.end, words)
    return instant(cover.end, words)


def _year_end(text: str) -> tuple[int, int] | None:
    """(month, day) on which most of the years that the text speaks of end."""
    ends: Counter[tuple[int, int]] = Counter()
    for found in _YEARS_ENDED.finditer(text[: 4 * _LOOKED_AT]):
        day = parse_date(found["d"])
        if day:
            ends[(day.month, day.day)] += 1
    return ends.most_common(1)[0][0] if ends else None


def _told_year_end(given: Metadata) -> tuple[int, int] | None:
    if not given.fiscal_year_end:
        return None
    month, day = given.fiscal_year_end.split("-")
    return int(month), int(day)


def _told_period(given: Metadata) -> Period | None:
    if not given.period_end:
        return None
    end = date.fromisoformat(given.period_end)
    start = given.period_start or months_ended(end, MONTHS[given.fiscal_period or "FY"]).isoformat()
    return Period("duration", start, given.period_end, given.period_end)


def plausible(face: Face, reporting: Period | None) -> bool:
    """Whether a report can have been published on the day it seems to bear: accounts come after their period."""
    accounts = re.search(r"annual (?:accounts|report|results)|interim report", face.form or "") is not None
    if not accounts or reporting is None or reporting.end is None or face.published is None:
        return True
    return face.published > reporting.end


def closings_of(words: str) -> tuple[date, ...]:
    """The days that a filing names twice or more, most named first."""
    counted = Counter(day for found in _DATE.finditer(words) if (day := parse_date(found[0])))
    return tuple(day for day, count in counted.most_common(_MOST_CLOSINGS) if count > 1)


def _durations(text: str, calendar: Calendar) -> list[Period]:
    return [m.period for m in find_periods(text, calendar) if m.period.kind == "duration" and not m.relative]


def _reporting(text: str, face: Face, calendar: Calendar) -> Period | None:
    """The reporting period: as the text defines it, else of its title, else the one the text speaks of most.

    A filing about one event (a poll, a pledge) reports on the day of the event.
    """
    for found in islice(_DEFINED.finditer(text), 50):
        before = _durations(text[max(0, found.start() - 120) : found.start()], calendar)
        if before:
            return before[-1]
    if (face.form or "").removesuffix("/A") in EVENTS:
        return _event_day(face, calendar)
    if headline := _headline(text):
        return headline[0]
    for covers in islice(_COVERS.finditer(text), 50):
        periods = _durations(covers[0], calendar)
        if periods:
            return periods[0]
    periods = _durations(face.title, calendar)
    return periods[0] if periods else _most_spoken_of(text, face, calendar)


def _headline(text: str) -> list[Period]:
    """The period of a headline at the top that says nothing else ("Financial statements for the year ended ...")."""
    lines = text[:8_000].split("\n")[:60]
    heads = [found for line in lines if len(line) < 140 and (found := _HEADLINE.search(line)) is not None]
    return _durations(heads[0]["p"], Calendar()) if heads else []


def _event_day(face: Face, calendar: Calendar) -> Period | None:
    days = [m.period for m in find_periods(face.title, calendar) if m.period.kind == "instant" and not m.relative]
    if days:
        return days[-1]
    return Period("instant", None, face.published, face.published) if face.published else None


def _most_spoken_of(text: str, face: Face, calendar: Calendar) -> Period | None:
    counted: Counter[tuple[str | None, str | None]] = Counter()
    kept: dict[tuple[str | None, str | None], Period] = {}
    for period in _durations(text, calendar):
        if face.published is None or (period.end or "") <= face.published:
            counted[(period.start, period.end)] += 1
            kept[(period.start, period.end)] = period
    return kept[counted.most_common(1)[0][0]] if counted else None
