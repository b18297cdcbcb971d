"""Ways to ask for a period that filings do not use: "FY24 Q2", "fiscal '22", "9M 2024", "last quarter".

Each gives the period as the same words in a filing would, so that there is one place where a quarter is computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from tickmark.ingest.figures.calendar import Calendar, duration, fiscal_year, months_ended
from tickmark.ingest.figures.periods import PeriodMention, find_periods
from tickmark.ingest.fiscal import fiscal_year_of
from tickmark.ingest.model import Period

__all__ = ["LastYears", "asked_ways", "last_years"]

_Y: Final = r"'?(?P<y>(?:19|20)\d{2}|\d{2})(?![\d,.%]\d|\d|%)"
_FY: Final = r"(?:(?:fiscal|financial)(?:\s+year)?|FY)"
_ORDINAL: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4}
_NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "six": 6, "nine": 9}
_ORDER: Final = "|".join(_ORDINAL)

Build = Callable[[re.Match[str], Calendar], Period | None]


def _full(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _part(found: re.Match[str], calendar: Calendar) -> Period | None:
    """A quarter or half of a fiscal year, the year named before or behind it."""
    groups = found.groupdict()
    letter = "H" if (groups.get("h") or "half" in found[0].lower()) else "Q"
    part = groups.get("h") or groups.get("q") or str(_ORDINAL[found["o"].lower()])
    return _read(f"{letter}{part} {_full(found['y'])}", calendar)


def _year(found: re.Match[str], calendar: Calendar) -> Period | None:
    return _read(f"FY{_full(found['y'])}", calendar)


def _calendar_year(found: re.Match[str], _: Calendar) -> Period | None:
    year = _full(found["y"])
    return duration(date(year, 1, 1), date(year, 12, 31), found[0])


def _months(found: re.Match[str], calendar: Calendar) -> Period | None:
    """The first months of a fiscal year."""
    said = found["n"].lower()
    count = int(said) if said.isdigit() else _NUMBERS[said]
    first, last = fiscal_year(_full(found["y"]), calendar)
    return duration(first, months_ended(last, 12 - count) - timedelta(days=1), found[0])


def _read(words: str, calendar: Calendar) -> Period | None:
    mentions = find_periods(words, calendar)
    return mentions[0].period if mentions else None


def _month(found: re.Match[str], _: Calendar) -> Period | None:
    first = date(int(found["y"]), int(found["m"]), 1)
    return duration(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), found[0])


_ABSOLUTE: Final[tuple[tuple[str, Build], ...]] = (
    (rf"\b{_FY}\s*{_Y}\s*[-,]?\s*(?:Q(?P<q>[1-4])|H(?P<h>[12]))\b", _part),
    (rf"\b(?:{_FY}\s+)?Q(?P<q>[1-4])\s*(?:,|of|in|for)?\s*(?:the\s+)?{_FY}\s*{_Y}", _part),
    (rf"\b{_FY}\s+Q(?P<q>[1-4])\s*(?:of\s+)?{_Y}", _part),
    (rf"\bH(?P<h>[12])\s*(?:,|of|in|for)?\s*(?:the\s+)?{_FY}\s*{_Y}", _part),
    (rf"\b(?:{_FY}\s+)?(?P<o>{_ORDER})[- ](?:quarter|half)\s*(?:,|of|in|for)?\s*(?:the\s+)?{_FY}\s*{_Y}", _part),
    (rf"\b{_FY}\s+(?P<o>{_ORDER})[- ](?:quarter|half)\s*(?:of\s+)?{_Y}", _part),
    (rf"\b(?P<n>[69])M\s*(?:of\s+)?(?:{_FY}\s*)?{_Y}", _months),
    (rf"\b(?:first\s+)?(?P<n>three|six|nine|3|6|9)\s+months\s+(?:of|in)\s+(?:{_FY}\s*)?{_Y}", _months),
    (rf"\b(?:fiscal|financial)(?:\s+year)?\s+{_Y}", _year),
    (rf"\b(?:calendar(?:\s+year)?|CY)\s*{_Y}", _calendar_year),
    (r"(?P<y>(?:19|20)\d{2})\s?年\s?(?P<m>1[0-2]|0?[1-9])\s?月(?:份|中|间)?(?!\s?(?:\d|[-–—~至到]))", _month),
)  # fmt: skip


def _newest_quarter(calendar: Calendar) -> tuple[date, date] | None:
    """First and last day of the newest quarter reported on; of a longer period, its last three months."""
    reporting = calendar.reporting
    if reporting is None or reporting.kind != "duration" or reporting.end is None or reporting.start is None:
        return None
    end, start = date.fromisoformat(reporting.end), date.fromisoformat(reporting.start)
    return (start if (end - start).days < 100 else months_ended(end, 3)), end


def _this_quarter(found: re.Match[str], calendar: Calendar) -> Period | None:
    newest = _newest_quarter(calendar)
    return duration(*newest, found[0]) if newest else None


def _last_quarter(found: re.Match[str], calendar: Calendar) -> Period | None:
    newest = _newest_quarter(calendar)
    if newest is None:
        return None
    end = newest[0] - timedelta(days=1)
    return duration(months_ended(end, 3), end, found[0])


def _years_back(count: int, found: re.Match[str], calendar: Calendar) -> Period | None:
    """The fiscal year so many before the newest one reported on."""
    reporting = calendar.reporting
    if reporting is None or reporting.end is None:
        return None
    newest = fiscal_year_of(date.fromisoformat(reporting.end), calendar)
    return duration(*fiscal_year(newest - count, calendar), found[0])


def _years_ago(found: re.Match[str], calendar: Calendar) -> Period | None:
    return _years_back(_NUMBERS.get(found["n"].lower()) or int(found["n"]), found, calendar)


def _this_year(found: re.Match[str], calendar: Calendar) -> Period | None:
    return _years_back(0, found, calendar)


def _last_year(found: re.Match[str], calendar: Calendar) -> Period | None:
    """Only where the newest filing is of a part of a year: else the words mean the period before it, as in filings."""
    reporting = calendar.reporting
    if reporting is None or reporting.start is None or reporting.end is None:
        return None
    days = (date.fromisoformat(reporting.end) - date.fromisoformat(reporting.start)).days
    return _years_back(1, found, calendar) if days < 340 else None


_LEANING: Final[tuple[tuple[str, Build], ...]] = (
    (r"\b(?:this|(?:the\s+)?(?:current|latest|most\s+recent|newest))\s+(?:fiscal\s+)?quarter\b", _this_quarter),
    (r"\b(?:the\s+)?(?:last|previous|prior|preceding)\s+(?:fiscal\s+)?quarter\b", _last_quarter),
    (r"\b(?:the\s+)?(?:latest|most\s+recent|newest)\s+(?:(?:full|fiscal|financial)\s+)*year\b", _this_year),
    (r"\b(?P<n>two|three|[23])\s+(?:fiscal\s+)?years\s+(?:ago|earlier|back)\b", _years_ago),
    (
        r"(?<!same period )(?<!same quarter )\b(?:last|previous|prior)\s+(?:(?:full|fiscal|financial)\s+)*year\b"
        r"(?!\s*[-']?s?\s+quarter)",
        _last_year,
    ),
)  # fmt: skip
_WAYS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), build, leaning)
    for ways, leaning in ((_ABSOLUTE, False), (_LEANING, True))
    for pattern, build in ways
)


def asked_ways(text: str, calendar: Calendar) -> Iterator[PeriodMention]:
    """The periods that a question names in one of these ways; none overlap."""
    taken: list[tuple[int, int]] = []
    for pattern, build, leaning in _WAYS:
        for found in pattern.finditer(text):
            start, stop = found.span()
            if any(a < stop and start < b for a, b in taken):
                continue
            period = build(found, calendar)
            if period is not None:
                taken.append((start, stop))
                yield PeriodMention(start, stop, replace(period, text=found[0]), leaning)


class LastYears(NamedTuple):
    """How many of the newest years or quarters a question is about, and the question without those words."""

    years: int
    rest: str


_COUNTS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "两": 2, "二": 2, "兩": 2, "三": 3, "四": 4, "五": 5,
}  # fmt: skip
_LAST_YEARS: Final = re.compile(
    r"(?:\b(?:over|in|for|during|across|of|from)\s+)?(?:\bthe\s+)?\b(?:last|past|recent|previous|latest)\s+"
    r"(?P<n>[2-9]|two|three|four|five|six)\s+"
    r"(?:(?:fiscal|financial|full|reporting|reported)\s+)?(?:years|yrs|quarters)\b"
    r"|\b(?<!rolling )(?P<t>[2-9]|two|three|four|five|six)[- ]?(?:years?|yrs?|y)[- ](?:trend|series|history"
    r"|view|run|record|path|evolution|development|progression|comparison|picture)s?\b"
    r"|(?:最近|过去|過去|近)(?P<z>[2-9]|[两二兩三四五])年(?:来|來|间|間)?",
    re.IGNORECASE,
)


def last_years(text: str) -> LastYears | None:
    """The last so many years that a text names ("over the last 3 years"): the number is of none of its metrics."""
    found = _LAST_YEARS.search(text)
    if found is None:
        return None
    said = next(filter(None, found.groups())).lower()
    return LastYears(_COUNTS.get(said) or int(said), f"{text[: found.start()]} {text[found.end() :]}")
