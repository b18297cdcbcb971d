"""Which period each number of a printed grid is of: columns first, then what titles, group rows and labels add.

One :class:`Periods` serves one band (the rows under one header). A header that prints a part of a period is completed
by the words nearest to it: the cell over the labels, titles inside the table, the lines above, the filing's calendar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tickmark.ingest.figures.calendar import MONTH, Calendar, by_weeks
from tickmark.ingest.model import Period
from tickmark.ingest.tables.ahead import looks_ahead
from tickmark.ingest.tables.bands import Band
from tickmark.ingest.tables.completing import closed_by, completed, said_by, title_when, yet_to_come
from tickmark.ingest.tables.events import Event, happened_to
from tickmark.ingest.tables.flows import (
    flow_of_row,
    moved,
    moved_columns,
    only_flows,
    prefers_flow,
    titled,
)
from tickmark.ingest.tables.paired import beside
from tickmark.ingest.tables.row_periods import RowPeriods
from tickmark.ingest.tables.standing import between_equities, happened, recognized_so_far, said_of, written_off
from tickmark.ingest.tables.stubs import Stub
from tickmark.ingest.tables.tells_time import tells_time
from tickmark.ingest.tables.turns import (
    between,
    bracketed,
    closed_on,
    columns_between,
    days_turned,
    lease_rate,
    of_leases,
    settled,
    tells_events,
    year_said,
)
from tickmark.ingest.tables.when import When, resolve, when_of

__all__ = ["Periods"]

_VINTAGE = re.compile(r"(?:year|period|date)s?\s+of\s+origination|\borigination\s+years?|\bvintage\b", re.IGNORECASE)
_OF_BALANCES = re.compile(
    r"(?:net\s+)?(?:assets?|liabilit(?:y|ies)|carrying\s+(?:amount|value)|net\s+book\s+value)\W*$", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:plans?|programs?|notes?|acts?|agreements?|facility|acquisitions?|restructuring|bonds?|debentures?"
    r"|loans?|offering"
    r"|series|tranche|warrants?|awards?|grants?|due)\b",
    re.IGNORECASE,
)
# "as of and for the years ended": balances and what happened, side by side
_MIXED = re.compile(
    r"\bas\s+(?:of|at)\s*(?:/|,|\band\b|\bor\b)\s*(?:or\s+)?(?:for\b|(?:fiscal\s+)?years?\s+ended|\w+\s+months\b)",
    re.IGNORECASE,
)
_STANDS = re.compile(r"^(?:accrued|accruals?|balances?|reserves?|liabilit(?:y|ies)|outstanding)\b", re.IGNORECASE)
_TARGET = re.compile(r"^target\s+(?:asset\s+)?allocations?\b", re.IGNORECASE)
_DURING = re.compile(rf"\b(?:during|in|for)\s+(?:the\s+month\s+of\s+)?{MONTH}\s+20\d\d", re.IGNORECASE)


class Periods:
    """The periods of one band. ``near``: texts that speak for it, nearest first; ``far``: titles further away.

    ``events``: those whose amounts the table may list (acquisitions), nearest first, for a header without dates.
    """

    def __init__(
        self,
        band: Band,
        stubs: dict[int, Stub],
        near: Sequence[str],
        far: Sequence[str],
        calendar: Calendar,
        *,
        events: Sequence[Event] = (),
    ) -> None:
        self.calendar = calendar
        self.events = events
        self.own = [*band.stub, *reversed(band.titles)]
        self.near = [said for text in (*self.own, *near) if text for said in said_by(text)]
        self.mixed = any(_MIXED.search(text) for text in (*self.near[:3], *(p for path in band.paths for p in path)))
        self.paths = band.paths
        self.heads = [path[-1] if path else "" for path in band.paths]
        self.far = [text for text in far if text]
        labels = [stub.label for stub in stubs.values()]
        grouped = [" ".join((*stub.group[-1:], stub.label)) for stub in stubs.values()]
        heads = [part for path in band.paths for part in path]
        self.vintage = any(_VINTAGE.search(text) for text in (*self.near[:3], *heads))
        self.future = looks_ahead((*heads, *labels), calendar)
        self.days = days_turned(labels)
        self.rolls = len({kind for label in labels if (kind := moved(label))}) > 1 or len(self.days) > 1
        self.flow = self._flow(grouped, heads)
        self.moves = self.flow and only_flows(grouped)
        self.settled = settled({row: stub.label for row, stub in stubs.items()}) if self.rolls else None
        self.printed: list[When] = [self._when(path) for path in band.paths]
        self.whens: list[When] = [self._completed(when) if when else when for when in self.printed]
        self.columns: list[Period | None] = self._columns(band.paths)
        self.general: Period | None = self._general()
        bare = {row: stub.label for row, stub in stubs.items()}
        self.between = between(bare, weeks=by_weeks(calendar))
        self.bracketed = bracketed(bare)
        self.equities = between_equities(bare)
        self.leases = of_leases(grouped)
        self.turned = moved_columns(band.paths)
        self.rows = RowPeriods(
            calendar,
            next((when for text in self.own if (when := when_of(text)).stretch), None),
            flow=self.flow,
            future=self.future,
            events=tells_events((*band.stub, *band.notes)),
            segments=sum(bool(head) and not tells_time(head) for head in self.heads) > 1,
            turns=self.rolls or bool(self.between),
        )

    def _flow(self, labels: list[str], heads: list[str]) -> bool:
        """Whether undated amounts are of a stretch of time: as the nearest words say, else as the rows do."""
        if self.rolls:
            return True
        if self.future:
            return False
        if self.mixed:
            return True
        if any(_OF_BALANCES.match(head) for head in heads):
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
        if self._lists_events() and len(paths) > 1:
            return [happened_to(" ".join(path), self.events) for path in paths]
        periods = [
            self._resolved(when, " ".join(path)) if when else None for when, path in zip(self.whens, paths, strict=True)
        ]
        if any(when.stretch for when in self.printed):
            periods = [
                resolve(when, self.calendar, flow=False, text=period.text)
                if period and when.days and not when.stretch and any(map(_STANDS.search, path))
                else period
                for when, path, period in zip(self.printed, paths, periods, strict=True)
            ]
        periods = columns_between(beside(paths, periods), weeks=by_weeks(self.calendar))
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
        if flow and printed.days and not printed.moment and (closed := closed_by(base, self.calendar.reporting)):
            return closed
        if not printed.years or printed.stretch or printed.moment:
            return base
        whole = replace(self.whens[lane], moment=False) if flow else replace(self.whens[lane], stretch=False)
        return resolve(whole, self.calendar, flow=flow, text=base.text) or base

    def _resolved(self, when: When, text: str) -> Period | None:
        if self.vintage or not when.dated:
            return None
        if when.unmeasured and not self.flow and len(when.days) == 1:
            when = replace(when, stretch=False)  # "Period ended June 30, 2024" over nothing but balances
        if _TARGET.search(text):
            return None  # what is aimed at for a year to come is aimed at now
        if self.rolls and when.moment and not when.days:
            when = replace(when, moment=False)  # "As of December 31, 2024" over all that moved in the year
        flow = self.flow and (not when.days or when.month_only or self.rolls or self.moves)
        found = resolve(when, self.calendar, flow=flow, text=text)
        reporting = self.calendar.reporting
        if self.future and found and reporting and (found.end or "") > (reporting.end or "9"):
            return None
        return found

    def _completed(self, when: When) -> When:
        if when.years and not (when.days or when.day or when.stretch or when.moment):
            when = closed_on(when, self.days, self.calendar.fiscal_end)
        return completed(when, self.near, self.far, self.calendar, flow=self.flow)

    def _lists_events(self) -> bool:
        """Whether its amounts are those at the date of an acquisition: nothing printed over them says another."""
        return bool(self.events) and not any(self.printed) and not any(when_of(text).dated for text in self.own)

    # ---- the table, its groups and its rows

    def _general(self) -> Period | None:
        """The period of numbers whose column names none."""
        if self._lists_events():
            several = len({period.end for period in self.columns if period}) > 1
            return None if several else self.events[0].period  # a column that no sentence names is of none of them
        around = next(
            (
                when
                for text in (*self.near, *self.far[:3])
                if (when := title_when(text)) and (self.future or not yet_to_come(when, text, self.calendar.reporting))
            ),
            When(),
        )
        if around and not around.dated and not self.future:
            around = self._completed(around)
        if around.days and not self.future:
            around = replace(around, days=around.days[:1])
        elif len(around.years) > 1 and not self.future:
            around = replace(around, years=around.years[:1])
        if around.dated and not self.future:
            flow = self.flow and (not around.days or (around.month_only and _DURING.search(around.text) is not None))
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

    def group(self, text: str) -> When:
        """What a row without numbers says of the rows below it."""
        when = when_of(text)
        return when if when.dated and tells_time(text) else When()

    def of(
        self,
        lane: int,
        row: int,
        label: str,
        group: When,
        groups: Sequence[str] = (),
        *,
        year: int | None = None,
    ) -> Period | None:
        """The period of a number in value column ``lane`` of grid row ``row``.

        ``group``: what the group row above it says of time; ``groups``: all headings that its row stands under;
        ``year``: the year that the row itself prints before its numbers.
        """
        said = said_of(groups, self.paths[lane] if lane < len(self.paths) else (), label)
        base = self._column(lane, said)
        when = self.printed[lane] if lane < len(self.printed) else When()
        if group and not when.dated:
            whole = replace(when, years=group.years or tuple(d.year for d in group.days)[-1:]) if when else group
            whole = whole if whole.dated and when else self._completed(group)
            base = self._resolved(whole if whole.dated else group, group.text) or base
        elif (year := year or year_said(label)) is not None and not when.dated and not self._ahead(year):
            own = replace(when, years=(year,), text=when.text or str(year))
            whole = self._completed(own)
            whole = whole if whole.stretch or whole.moment else own  # a day that is only mentioned above closes no year
            base = self._resolved(whole, f"{when.text} {year}") or base
        moved_on = self.between.get(row)
        if moved_on and base and base.kind == "instant" and not when.days and flow_of_row(label) is not False:
            base = moved_on
        base = base or moved_on or self.general
        if self.vintage and base and (so_far := written_off(label, base, self.calendar)):
            return so_far
        if base and base.start and (row in self.equities or self._stands(lane, row, label, groups, said)):
            return Period("instant", None, base.end, label)
        turned = self.turned[lane] if lane < len(self.turned) else None
        if self.leases and lease_rate(groups, label):
            turned = "closing"
        return self.rows.of(label, base, turned or self.bracketed.get(row))

    def _stands(self, lane: int, row: int, label: str, groups: Sequence[str], said: bool | None) -> bool:
        """Whether a row states what is there in the end: beside what happened, or below the last closing balance."""
        if self.mixed and moved(label) is None and flow_of_row(f"{self._head(lane)} {label}") is False:
            return True
        if not self.rolls:
            return said is False
        if self.settled is None or row <= self.settled or said or happened(label):
            return False
        return said is False or flow_of_row(label) is False or recognized_so_far(label, groups)

    def _head(self, lane: int) -> str:
        return self.heads[lane] if lane < len(self.heads) else ""

    def _ahead(self, year: int) -> bool:
        """Whether a row's year is none that its amounts were of: one of maturity, of origination, one to come."""
        reporting = self.calendar.reporting
        last = int(reporting.end[:4]) if reporting and reporting.end else 9999
        return self.future or self.vintage or year > last
