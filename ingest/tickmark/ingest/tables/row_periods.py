"""Which period the label of a row gives its numbers, on top of that of their column.

A label may print days of its own ("June 30, 2024"), a stretch ("Quarter ended March 31"), or name what is there at
either end of a stretch ("Balance at beginning of year", "Total assets").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tickmark.ingest.figures.calendar import Calendar, by_weeks, ends_month
from tickmark.ingest.model import Period
from tickmark.ingest.tables.flows import moved
from tickmark.ingest.tables.standing import always_stands
from tickmark.ingest.tables.tells_time import tells_time
from tickmark.ingest.tables.turns import dated, from_to, opened_before, stretched
from tickmark.ingest.tables.when import When, closing, resolve, when_of

__all__ = ["RowPeriods"]

_OF_STOCK = re.compile(
    r"funded status|accumulated benefit obligation|net amount recognized|expected\s+to\s+vest"
    r"|recognized in(?!\s+(?:net\s+|the\s+|other\s+)*(?:earnings|income|operations|expenses?|comprehensive|profit))"
    r"|\bexercisable\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:net\s+)?changes?\s+in\b", re.IGNORECASE)
# beside amounts of a year by segment, what is there at its end
_BALANCES = re.compile(
    r"(?:total\s+)?(?:inventor(?:y|ies)(?:,\s+net)?|(?:accounts|trade)\s+receivables?(?:,\s+net)?|goodwill"
    r"|property,\s+plant\s+and\s+equipment(?:,\s+net)?|cash\s+and\s+(?:cash\s+)?equivalents)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RowPeriods:
    """The rows of one band. ``over``: the stretch that its own header or titles name, if they name one.

    ``flow``: undated amounts are of a stretch of time; ``future``: they are yet to come; ``events``: labels that are
    days say when something happens, not when the amounts are; ``segments``: several columns are named and not dated;
    ``turns``: there are balances at either end.
    """

    calendar: Calendar
    over: When | None
    flow: bool
    future: bool
    events: bool
    segments: bool
    turns: bool

    def of(self, label: str, base: Period | None, turned: str | None = None) -> Period | None:
        """The period that a label gives its row, on top of that of its column; ``turned``: a column of balances."""
        when = when_of(label)
        if (moved_in := from_to(label)) is not None and not self.future:
            return moved_in
        if (whole := stretched(label)) is not None:
            return base if self.future else resolve(whole, self.calendar, flow=True, text=label)
        if len(when.days) == 1 and dated(label) and not self.events:
            over = self.over
            if over is not None and tells_time(label) and not when.moment:
                when = replace(when, stretch=True, months=over.months, weeks=over.weeks)
            flow = self.flow and when.month_only and tells_time(label)
            found = resolve(when, self.calendar, flow=flow, text=label)
            return self._opened(found) if found and not when.month_only else found
        if base is None or not base.end:
            return base
        if when.stretch and not when.dated and (when.quarter or when.day) and tells_time(label):
            return resolve(replace(when, years=(int(base.end[:4]),)), self.calendar, flow=True, text=label)
        if when.day is not None and not when.dated and tells_time(label) and (quarter := self._quarter_over()):
            whole = replace(when, stretch=True, months=quarter, years=(int(base.end[:4]),))
            return resolve(whole, self.calendar, flow=True, text=label) or base
        return self._turned(label, when, base, moved(label) or turned)

    def _opened(self, found: Period) -> Period:
        """A balance on the first day of a quarter opens it: it is what the day before closed with."""
        day = date.fromisoformat(found.end or "")
        starts = day.day == 1 and (day.month - self.calendar.fiscal_end[0]) % 3 == 1
        if found.start or not starts or not ends_month(_last(self.calendar)) or by_weeks(self.calendar):
            return found
        return replace(found, end=(day - timedelta(days=1)).isoformat())

    def _quarter_over(self) -> int | None:
        """How many months the rows are of, where the header over days without a year says so: "Quarter ended"."""
        over = self.over
        return over.months if over and over.months and over.months < 12 and not over.day and not over.dated else None

    def _turned(self, label: str, when: When, base: Period, kind: str | None) -> Period:
        """The period of a row under a column of ``base``: a moment where it states what was there at either end."""
        if not base.end:
            return base
        if when.day is not None and not when.dated and base.start and dated(label):
            first, last = date.fromisoformat(base.start), date.fromisoformat(base.end)
            opens = when.day in {(first.month, first.day), _day_before(first)} and when.day != (last.month, last.day)
            kind = "opening" if opens else "closing" if when.day == (last.month, last.day) else kind
        if kind is None and self.segments and _BALANCES.fullmatch(label):
            kind = "closing"
        if _CHANGED.match(label):
            return base
        if kind is None and ((self.turns and _OF_STOCK.search(label)) or always_stands(label)):
            kind = "closing"
        if kind == "opening" and base.start:
            return Period("instant", None, (date.fromisoformat(base.start) - timedelta(days=1)).isoformat(), label)
        if kind == "closing" and base.start:
            return Period("instant", None, base.end, label)
        if kind == "opening" and (before := opened_before(label, base.end)):
            return Period("instant", None, before, label)
        return base


def _last(calendar: Calendar) -> date:
    return closing(2023, None, calendar)


def _day_before(day: date) -> tuple[int, int]:
    before = day - timedelta(days=1)
    return before.month, before.day
