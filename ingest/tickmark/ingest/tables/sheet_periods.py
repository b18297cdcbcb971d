"""Which period each number of a printed grid is of: columns first, then what titles, group rows and labels add.

One :class:`Periods` serves one band (the rows under one header). A header that prints a part of a period is completed
by the words nearest to it: the cell over the labels, titles inside the table, the lines above, the filing's calendar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tickmark.ingest.figures.calendar import MONTH, Calendar
from tickmark.ingest.model import Period
from tickmark.ingest.tables.bands import Band
from tickmark.ingest.tables.flows import (
    flow_of_group,
    flow_of_row,
    moved,
    moved_columns,
    only_flows,
    prefers_flow,
    titled,
)
from tickmark.ingest.tables.stubs import Stub
from tickmark.ingest.tables.when import When, resolve, tells_time, when_of

__all__ = ["Periods", "looks_ahead"]

_MONTH_DAY = re.compile(rf"{MONTH}\s*\d{{1,2}}|\d{{1,2}}\s+{MONTH}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d", re.IGNORECASE)
_BALANCE = re.compile(r"^(?:\w+\s+){0,3}balances?\b", re.IGNORECASE)
_AT = re.compile(r"(?:^|[,–—-]|\b(?:at|of|on|balances?|outstanding|nonvested|unvested|total))\s*$", re.IGNORECASE)
_NOT_AT = re.compile(
    r"\b(?:due|through|expir\w*|matur\w*|since|after|before|until|issued|beginning\s+(?:on|in|from)|dated|from"
    r"|retired|resigned|appointed|elected|joined|left|ceased|acquired|sold|dissolved|incorporated|commenced|effective)\b",
    re.IGNORECASE,
)
_THEREAFTER = re.compile(
    r"(?:and\s+)?thereafter\b|(?:years?\s+)?20\d\d\s*(?:and\s+(?:thereafter|beyond)|[-–]\s*20\d\d)", re.IGNORECASE
)
_FALLS_DUE = re.compile(
    r"(?:due\s+|payable\s+|amounts\s+)*(?:not\s+)?(?:later|more|less)\s+than\s+(?:one|two|five|\d)\s+years?\b"
    r"|(?:due\s+|payable\s+)*(?:within|in\s+(?:less|more)\s+than|in|after|over)\s+(?:one|two|five|[125])\s+"
    r"(?:(?:to|and)\s+\w+\s+)?years?$"
    r"|(?:due\s+|payable\s+)*between\s+(?:one|two|[12])\s+and\s+(?:two|five|[25])\s+years?\b",
    re.IGNORECASE,
)
_VINTAGE = re.compile(r"(?:year|period|date)s?\s+of\s+origination|\borigination\s+years?|\bvintage\b", re.IGNORECASE)
_OF_STOCK = re.compile(
    r"funded status|accumulated benefit obligation|net amount recognized|recognized in|expected\s+to\s+vest"
    r"|\bexercisable\b",
    re.IGNORECASE,
)
_OF_BALANCES = re.compile(
    r"(?:net\s+)?(?:assets?|liabilit(?:y|ies)|carrying\s+(?:amount|value)|net\s+book\s+value)\W*$", re.IGNORECASE
)
_ALWAYS_STOCK = re.compile(
    r"^(?:total|segment|identifiable|long-lived)\s+(?:\w+\s+){0,2}assets\b|^total\s+equity$"
    r"|^(?:total\s+)?(?:[\w.,'’&]+\s+){0,5}(?:stock|share)holders?['’]s?\s+equity$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:plans?|programs?|notes?|acts?|agreements?|facility|acquisitions?|restructuring|bonds?|debentures?"
    r"|loans?|offering"
    r"|series|tranche|warrants?|awards?|grants?|due)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 400
_LONGEST_HEAD = 120


def looks_ahead(texts: Sequence[str], calendar: Calendar) -> bool:
    """Whether a table lists what falls due in years to come: at a moment, although its years look like periods."""
    if any(_THEREAFTER.match(text) or _FALLS_DUE.match(text) for text in texts):
        return True
    reporting = calendar.reporting
    year = int(reporting.end[:4]) if reporting and reporting.end else 9999
    years = [int(text) for text in texts if re.fullmatch(r"20\d\d", text)]
    return len(years) > 1 and min(years) > year


def _day_before(day: date) -> tuple[int, int]:
    before = day - timedelta(days=1)
    return before.month, before.day


def _dated(label: str) -> bool:
    """Whether the date in a label is the day that its row speaks of ("Balance, June 30, 2023"), not one it mentions."""
    found = _MONTH_DAY.search(label)
    before = label[: found.start()] if found else ""
    if found is None or _NOT_AT.search(before):
        return False
    short = len(before.split()) <= 3 and len(label) - found.end() < 8
    return short or _BALANCE.match(label) is not None or _AT.search(before) is not None


class Periods:
    """The periods of one band. ``near``: texts that speak for it, nearest first; ``far``: titles further away."""

    def __init__(
        self, band: Band, stubs: dict[int, Stub], near: Sequence[str], far: Sequence[str], calendar: Calendar
    ) -> None:
        self.calendar = calendar
        self.own = [*band.stub, *reversed(band.titles)]
        self.near = [text for text in (*self.own, *near) if text]
        self.far = [text for text in far if text]
        labels = [stub.label for stub in stubs.values()]
        grouped = [" ".join((*stub.group[-1:], stub.label)) for stub in stubs.values()]
        heads = [part for path in band.paths for part in path]
        self.vintage = any(_VINTAGE.search(text) for text in (*self.near[:3], *heads))
        self.future = looks_ahead((*heads, *labels), calendar)
        self.rolls = len({kind for label in labels if (kind := moved(label))}) > 1 or self._turns(labels)
        self.flow = self._flow(grouped, heads)
        self.moves = self.flow and only_flows(grouped)
        self.settled = self._settled(stubs)
        self.printed: list[When] = [self._when(path) for path in band.paths]
        self.whens: list[When] = [self._completed(when) if when else when for when in self.printed]
        self.columns: list[Period | None] = self._columns(band.paths)
        self.general: Period | None = self._general()
        self.between = self._between(stubs)
        self.turned = moved_columns(band.paths)

    def _turns(self, labels: list[str]) -> bool:
        """Whether rows are dated by a day without a year at both ends: "January 1", "December 31"."""
        days = {when.day for label in labels if (when := when_of(label)).day and not when.dated and _dated(label)}
        return len(days) > 1

    def _settled(self, stubs: dict[int, Stub]) -> int | None:
        """The row of the last closing balance, where what follows it states what is there then."""
        turns = [(row, kind) for row, stub in stubs.items() if (kind := moved(stub.label))]
        opened = max((row for row, kind in turns if kind == "opening"), default=-1)
        return next((row for row, kind in turns if kind == "closing" and row > opened), None) if self.rolls else None

    def _flow(self, labels: list[str], heads: list[str]) -> bool:
        """Whether undated amounts are of a stretch of time: as the nearest words say, else as the rows do."""
        if self.rolls:
            return True
        if self.future or any(_OF_BALANCES.match(head) for head in heads):
            return False
        said = titled(self.near)
        return prefers_flow(labels, self.far) if said is None else said

    # ---- columns

    def _when(self, path: tuple[str, ...]) -> When:
        """What a header path says of time, completed where it prints a part."""
        parts = [part for part in path if tells_time(part)]
        if not parts:
            parts = [part for part in path if when_of(part).years and not _NAMED.search(part)][:1]
        return when_of(" ".join(parts))

    def _columns(self, paths: list[tuple[str, ...]]) -> list[Period | None]:
        periods = [
            self._resolved(when, " ".join(path)) if when else None for when, path in zip(self.whens, paths, strict=True)
        ]
        periods = _moves(periods)
        named = {(p.kind, p.start, p.end): p for p in periods if p is not None}
        if len(named) == 1 and any(paths):
            only = next(iter(named.values()))
            return [p or (only if not when else None) for p, when in zip(periods, self.whens, strict=True)]
        return periods

    def _column(self, lane: int, flow: bool | None) -> Period | None:
        """The period of a column; under a heading that says ``flow``, a bare year means what the heading says."""
        base = self.columns[lane] if lane < len(self.columns) else None
        if flow is None or flow == self.flow or self.rolls or self.future or base is None:
            return base
        printed = self.printed[lane]
        if not printed.years or printed.stretch or printed.moment:
            return base
        whole = replace(self.whens[lane], moment=False) if flow else replace(self.whens[lane], stretch=False)
        return resolve(whole, self.calendar, flow=flow, text=base.text) or base

    def _resolved(self, when: When, text: str) -> Period | None:
        if self.vintage or not when.dated:
            return None
        flow = self.flow and (not when.days or when.month_only or self.rolls or self.moves)
        found = resolve(when, self.calendar, flow=flow, text=text)
        reporting = self.calendar.reporting
        if self.future and found and reporting and (found.end or "") > (reporting.end or "9"):
            return None
        return found

    def _completed(self, when: When) -> When:
        """``when`` with what it lacks taken from the texts around, nearest first."""
        for text in self.near if when.days else (*self.near, *self.far):
            other = _title_when(text)
            if not other or (other.month_only and len(text) > _LONGEST_HEAD):
                continue  # a sentence that mentions a month closes no year
            if not when.stretch and not when.moment:
                if other.stretch and self.flow and not (when.days and other.moment):
                    when = replace(
                        when, stretch=True, months=other.months, weeks=other.weeks, to_date=other.to_date,
                        quarter=None if when.days else other.quarter,
                    )  # fmt: skip
                elif other.moment and not self.flow:
                    when = replace(when, moment=True)
            when = _with_day(when, other)
            if when.dated and (when.stretch or when.moment):
                break
        return when

    # ---- the table, its groups and its rows

    def _general(self) -> Period | None:
        """The period of numbers whose column names none."""
        around = next(
            (
                when
                for text in (*self.near, *self.far[:3])
                if (when := _title_when(text)) and not self._yet_to_come(when, text)
            ),
            When(),
        )
        if around.days and not self.future:
            around = replace(around, days=around.days[:1])
        if around.dated and not self.future:
            flow = self.flow and not around.days
            if found := resolve(around, self.calendar, flow=flow, text=around.text[:80]):
                return found
        elif around.days:
            return Period("instant", None, around.days[0].isoformat(), around.text[:80])
        reporting = self.calendar.reporting
        if reporting is None or not reporting.end:
            return reporting
        if not self.flow or not reporting.start:
            return Period("instant", None, reporting.end, reporting.text)
        return reporting

    def _yet_to_come(self, when: When, text: str) -> bool:
        """Whether a sentence above (any text above, in a filing on an event) only mentions a later year.

        "each for a term that expires at the meeting to be held in 2028" does not date the votes below it.
        """
        reporting = self.calendar.reporting
        years = [*when.years, *(day.year for day in when.days)]
        if self.future or not years or reporting is None or not reporting.end:
            return False
        mentioned = reporting.start is None or len(text) > _LONGEST_HEAD
        return mentioned and min(years) > int(reporting.end[:4])

    def group(self, text: str) -> When:
        """What a row without numbers says of the rows below it."""
        when = when_of(text)
        return when if when.dated and tells_time(text) else When()

    def of(self, lane: int, row: int, label: str, group: When, groups: Sequence[str] = ()) -> Period | None:
        """The period of a number in value column ``lane`` of grid row ``row``.

        ``group``: what the group row above it says of time; ``groups``: all headings that its row stands under.
        """
        said = flow_of_group(groups)
        base = self._column(lane, said)
        when = self.printed[lane] if lane < len(self.printed) else When()
        if group and not when.dated:
            whole = replace(when, years=group.years or tuple(d.year for d in group.days)[-1:]) if when else group
            base = self._resolved(whole if whole.dated else group, group.text) or base
        base = base or self.between.get(row) or self.general
        if (
            self.settled is not None
            and row > self.settled
            and base
            and base.start
            and not said
            and flow_of_row(label) is False
        ):
            return Period("instant", None, base.end, label)
        turned = self.turned[lane] if lane < len(self.turned) else None
        return self._of_row(label, base or self.between.get(row) or self.general, turned)

    def _of_row(self, label: str, base: Period | None, turned: str | None = None) -> Period | None:
        """The period that a label gives its row, on top of that of its column; ``turned``: a column of balances."""
        when = when_of(label)
        if len(when.days) == 1 and _dated(label):
            over = next((other for text in self.own if (other := when_of(text)).stretch), None)
            if over is not None and tells_time(label) and not when.moment:
                when = replace(when, stretch=True, months=over.months, weeks=over.weeks)
            return resolve(when, self.calendar, flow=False, text=label)
        if base is None or not base.end:
            return base
        if when.stretch and not when.dated and (when.quarter or when.day) and tells_time(label):
            return resolve(replace(when, years=(int(base.end[:4]),)), self.calendar, flow=True, text=label)
        kind = moved(label) or turned
        if when.day is not None and not when.dated and base.start and _dated(label):
            first, last = date.fromisoformat(base.start), date.fromisoformat(base.end)
            opens = when.day in {(first.month, first.day), _day_before(first)} and when.day != (last.month, last.day)
            kind = "opening" if opens else "closing" if when.day == (last.month, last.day) else kind
        if kind is None and ((self.rolls and _OF_STOCK.search(label)) or _ALWAYS_STOCK.match(label)):
            kind = "closing"
        if kind == "opening" and base.start:
            return Period("instant", None, (date.fromisoformat(base.start) - timedelta(days=1)).isoformat(), label)
        if kind == "closing" and base.start:
            return Period("instant", None, base.end, label)
        return base

    def _between(self, stubs: dict[int, Stub]) -> dict[int, Period]:
        """The periods of rows that stand between two dated balances: what moved from one to the other."""
        dated: list[tuple[int, date]] = []
        for row, stub in stubs.items():
            when = when_of(stub.label)
            if len(when.days) == 1 and not when.stretch and _dated(stub.label):
                dated.append((row, when.days[0]))
        periods: dict[int, Period] = {}
        for (row, first), (below, last) in pairwise(dated):
            if first < last:
                text = f"{first.isoformat()} to {last.isoformat()}"
                moves = Period("duration", (first + timedelta(days=1)).isoformat(), last.isoformat(), text)
                periods |= {at: moves for at in stubs if row < at < below}
        return periods


def _moves(periods: list[Period | None]) -> list[Period | None]:
    """Columns between two dated balances ("July 2022", additions, disposals, "July 2023") are of the time between."""
    dated = [(at, p) for at, p in enumerate(periods) if p is not None]
    moved_on = list(periods)
    for (at, first), (after, last) in pairwise(dated):
        if after - at > 1 and first.kind == last.kind == "instant" and (first.end or "") < (last.end or ""):
            start = (date.fromisoformat(first.end or "") + timedelta(days=1)).isoformat()
            between = Period("duration", start, last.end, f"{first.text} to {last.text}")
            moved_on[at + 1 : after] = [between] * (after - at - 1)
    return moved_on


def _title_when(text: str) -> When:
    """What the end of a title or lead-in says of time; a bare year in a name ("2023 Program") says nothing."""
    when = when_of(text[-_LONGEST_TITLE:])
    if when.years and not (when.days or when.day or when.stretch or when.moment) and not tells_time(text):
        return When()
    return when


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
