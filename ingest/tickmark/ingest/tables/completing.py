"""What a header leaves out of a period, taken from the words above it: the sentence that leads to the table first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period
from tickmark.ingest.tables.tells_time import tells_time
from tickmark.ingest.tables.when import When, when_of

__all__ = ["LONGEST_HEAD", "closed_by", "completed", "said_by", "title_when", "yet_to_come"]

LONGEST_HEAD = 120
_LONGEST_TITLE = 400
_MEETING = re.compile(r"\bmeetings?\b", re.IGNORECASE)
_CITED = re.compile(r"\bfiled\s+with\b|\breport\s+on\s+form\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:!?]\s+(?=[A-Z])")


def completed(when: When, near: Sequence[str], far: Sequence[str], calendar: Calendar, *, flow: bool) -> When:
    """``when`` with what it lacks taken from the texts around, nearest first."""
    for text in near if when.days else (*near, *far):
        other = title_when(text)
        if not other or (other.month_only and len(text) > LONGEST_HEAD) or _MEETING.search(text):
            continue  # a sentence that mentions a month closes no year, nor does the day of a meeting
        if _only_signed(other, calendar):
            continue
        if not when.stretch and not when.moment:
            if other.stretch and flow and not (when.days and other.moment):
                when = replace(
                    when, stretch=True, months=other.months, weeks=other.weeks, to_date=other.to_date,
                    quarter=None if when.days else other.quarter,
                )  # fmt: skip
            elif other.moment and not flow:
                when = replace(when, moment=True)
        when = _with_day(when, other)
        if when.dated and (when.stretch or when.moment):
            break
    return when


def _only_signed(other: When, calendar: Calendar) -> bool:
    """Whether a text names a single day that closes no period: the one on which a report was signed."""
    if len(other.days) != 1 or other.stretch or other.moment or other.month_only or calendar.reporting is None:
        return False
    day = other.days[0]
    ends = [calendar.fiscal_end, *((d.month, d.day) for d in calendar.closings)]
    if calendar.reporting.end:
        last = date.fromisoformat(calendar.reporting.end)
        ends.append((last.month, last.day))
    return (day.month, day.day) not in ends and (day + timedelta(days=1)).day != 1


def said_by(text: str) -> list[str]:
    """A text above a table; of a paragraph of several sentences the last, which leads to the table, comes first."""
    if len(text) <= LONGEST_HEAD or not (ends := list(_SENTENCE.finditer(text))):
        return [text]
    last = text[ends[-1].end() :]
    return [last, text] if len(last) > 20 else [text]


def title_when(text: str) -> When:
    """What the end of a title or lead-in says of time; a bare year in a name ("2023 Program") says nothing."""
    if _CITED.search(text):
        return When()  # an "Annual Report on Form 10-K" is another paper: its days and years are none of the table
    when = when_of(text[-_LONGEST_TITLE:])
    if when.years and not (when.days or when.day or when.stretch or when.moment) and not tells_time(text):
        return When()
    return when


def yet_to_come(when: When, text: str, reporting: Period | None) -> bool:
    """Whether a sentence above (any text above, in a filing on an event) only mentions a later year.

    "each for a term that expires at the meeting to be held in 2028" does not date the votes below it.
    """
    years = [*when.years, *(day.year for day in when.days)]
    if not years or reporting is None or not reporting.end:
        return False
    mentioned = reporting.start is None or len(text) > LONGEST_HEAD
    return mentioned and min(years) > int(reporting.end[:4])


def _with_day(when: When, other: When) -> When:
    """``when`` with the day, or the year, that another text prints and it lacks."""
    if when.days:
        return when
    if when.years and when.day is None:
        same = [d for d in other.days if d.year == when.years[-1]]
        if len(same) == 1:
            return replace(when, day=(same[0].month, same[0].day))
    if when.day is None and when.quarter is None and (other.day or len({(d.month, d.day) for d in other.days}) == 1):
        when = replace(when, day=other.day or (other.days[0].month, other.days[0].day))
    if when.day is not None and not when.years:
        years = other.years[:1] or tuple(d.year for d in other.days[:1])
        when = replace(when, years=years)
    if when.quarter is not None and not when.dated and other.days:
        return replace(when, years=(other.days[0].year,))
    if when.stretch and not when.dated and other.days:
        when = replace(when, days=other.days[:1])
    return when


def closed_by(base: Period, reporting: Period | None) -> Period | None:
    """The stretch as long as the filing's own that ends on the day a column is headed by, a year or more apart."""
    if base.start or not base.end or not reporting or not reporting.start or not reporting.end:
        return None
    start, end, day = map(date.fromisoformat, (reporting.start, reporting.end, base.end))
    if (day.month, day.day) != (end.month, end.day):
        return None
    first = start.replace(
        year=start.year - end.year + day.year, day=min(start.day, 28) if start.month == 2 else start.day
    )
    return Period("duration", first.isoformat(), base.end, base.text)
