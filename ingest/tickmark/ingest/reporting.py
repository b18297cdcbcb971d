"""The filing's calendar: its fiscal year end, and the period (or the day) that it reports on."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import islice

from tickmark.ingest.figures.calendar import DATE, Calendar, duration, months_ended, parse_date
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.metadata import EVENTS, Face
from tickmark.ingest.model import Period

__all__ = ["calendar_of", "closings_of"]

_YEARS_ENDED = re.compile(
    rf"(?:(?:financial |fiscal )?years?\s+end(?:ed|ing)\s+(?:on\s+)?|截至)(?P<d>{DATE})(?!止\S{{0,2}}月)", re.IGNORECASE
)
_DEFINED = re.compile(
    r"[(（]\s*(?:the|hereinafter|以下简称|以下簡稱)?\s*[^()（）]{0,25}[\"“「『]\s*(?:the\s+)?(?:current\s+)?"
    r"(?:(?:reporting )?(?:period|year)|报告期|報告期|本期间|本期間)\s*[\"”」』]",
    re.IGNORECASE,
)
_COVERS = re.compile(r"\bcover(?:s|ing)?\b[^\n]{0,120}", re.IGNORECASE)
_COVER = re.compile(
    rf"\bfor\s+the\s+(?:(?:fiscal|financial)\s+)?(?P<n>year|quarter(?:ly)?(?:\s+period)?|half[- ]year|(?:three"
    rf"|six|nine)\s+months)"
    rf"\s+end(?:ed|ing):?\s*(?P<d>{DATE})",
    re.IGNORECASE,
)
_DATE = re.compile(DATE, re.IGNORECASE)
_SEC = re.compile(r"securities\s+and\s+exchange\s+commission", re.IGNORECASE)
_LOOKED_AT = 60_000
_MOST_CLOSINGS = 40


def calendar_of(text: str, face: Face) -> Calendar:
    """The filing's calendar, with what relative words ("the Reporting Period") and undated figures refer to."""
    ends: Counter[tuple[int, int]] = Counter()
    for found in _YEARS_ENDED.finditer(text[: 4 * _LOOKED_AT]):
        day = parse_date(found["d"])
        if day:
            ends[(day.month, day.day)] += 1
    fiscal = ends.most_common(1)[0][0] if ends else (12, 31)
    calendar = Calendar(None, fiscal, face.published)
    return Calendar(_reporting(text[:_LOOKED_AT], face, calendar), fiscal, face.published)


def closings_of(words: str) -> tuple[date, ...]:
    """The days that a filing names twice or more, most named first."""
    counted = Counter(day for found in _DATE.finditer(words) if (day := parse_date(found[0])))
    return tuple(day for day, count in counted.most_common(_MOST_CLOSINGS) if count > 1)


def _of_cover(text: str) -> Period | None:
    """The period that the cover of a report to the SEC names ("For the quarterly period ended ...")."""
    if not _SEC.search(text[:8_000]) or not (found := _COVER.search(text[:20_000])):
        return None
    end, word = parse_date(found["d"]), found["n"].lower()
    months = {"thr": 3, "six": 6, "nin": 9, "hal": 6, "qua": 3, "yea": 12}[word[:3]]
    return duration(months_ended(end, months), end, found[0]) if end else None


def _durations(text: str, calendar: Calendar) -> list[Period]:
    return [m.period for m in find_periods(text, calendar) if m.period.kind == "duration" and not m.relative]


def _reporting(text: str, face: Face, calendar: Calendar) -> Period | None:
    """The reporting period: as the text defines it, else of its title, else the one the text speaks of most.

    A filing about one event (a poll, a pledge) reports on the day of the event.
    """
    if cover := _of_cover(text):
        return cover
    for found in islice(_DEFINED.finditer(text), 50):
        before = _durations(text[max(0, found.start() - 120) : found.start()], calendar)
        if before:
            return before[-1]
    if face.form in EVENTS:
        return _event_day(face, calendar)
    for covers in islice(_COVERS.finditer(text), 50):
        periods = _durations(covers[0], calendar)
        if periods:
            return periods[0]
    periods = _durations(face.title, calendar)
    return periods[0] if periods else _most_spoken_of(text, face, calendar)


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
