"""Rows that turn a table in time: labels with a day of their own, balances at both ends, what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tickmark.ingest.figures.calendar import MONTH, ends_month, months_ended
from tickmark.ingest.model import Period
from tickmark.ingest.tables.flows import moved
from tickmark.ingest.tables.when import When, when_of

__all__ = [
    "between",
    "bracketed",
    "closed_on",
    "columns_between",
    "dated",
    "days_turned",
    "from_to",
    "lease_rate",
    "of_leases",
    "opened_before",
    "settled",
    "stretched",
    "tells_events",
    "year_said",
]

_MONTH_DAY = re.compile(
    rf"{MONTH}\s*\d{{1,2}}(?!\d)|\d{{1,2}}\s+{MONTH}|{MONTH}[\s,-]+(?:19|20)\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d",
    re.IGNORECASE,
)
_BALANCE = re.compile(r"^(?:\w+\s+){0,3}balances?\b", re.IGNORECASE)
_AT = re.compile(r"(?:^|[,–—-]|\b(?:at|of|on|balances?|outstanding|nonvested|unvested|total))\s*$", re.IGNORECASE)
_NOT_AT = re.compile(
    r"\b(?:due|through|expir\w*|matur\w*|since|after|before|until|issued|beginning\s+(?:on|in|from)|dated|from"
    r"|retired|resigned|appointed|elected|joined|left|ceased|acquired|sold|dissolved|incorporated|commenced"
    r"|effective)\b"
    r"|\d\s?%|^\W{0,2}[$€£]\s?\d",  # a coupon, a face value: "$750 3.5%, Feb 2027" is the name of a note
    re.IGNORECASE,
)
# over labels that are days: what happens on them, so that they say nothing of when the amounts are
_EVENTS = re.compile(
    r"\bmaturit(?:y|ies)\b|\bmatur(?:es|ing)\b"
    r"|\b(?:declar\w+|record|payable|payment|expir\w+|due)\s+dates?\b"
    r"|\bdates?\s+(?:of\s+(?:\w+\s+)?)?(?:declar\w+|payment|expir\w+)\b|\b(?:date|dividends?)\s+(?:declared|payable)\b",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    rf"\b(?:months?|weeks?|quarters?|years?|periods?)\s+(?:then\s+)?(?:ended"
    rf"|ending)\s+{MONTH}\s*\d{{1,2}},?\s+20\d\d\W*$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"(?P<first>{MONTH}\s*\d{{1,2}})(?:,?\s*(?P<year>20\d\d))?\s*(?:-|–|—|\bto\b|\bthrough\b)\s*"
    rf"(?P<last>{MONTH}\s*\d{{1,2}},?\s*20\d\d)\W*(?:\(\w{{1,2}}\))?",
    re.IGNORECASE,
)
_LEASE_TERM = re.compile(r"\bremaining\s+(?:lease\s+)?term\b", re.IGNORECASE)
_LEASE_RATE = re.compile(
    r"\bweighted[\s-]+average\b.*\b(?:discount\s+rate|(?:remaining|lease)\s+(?:lease\s+)?term)\b", re.IGNORECASE
)
_OF_YEAR = re.compile(r"\byear\b", re.IGNORECASE)
# "net of depreciation of $540 ($480 at June 30, 2022)": the day of the amount in brackets, not of the row
_OTHER = re.compile(
    r"[(,;]\s{0,3}[$€£¥]?\s?\d[\d,.]{0,20}\s(?:(?:million|billion|thousand)\s)?(?:as\s+(?:of|at)|at|on)\s{1,3}$",
    re.IGNORECASE,
)
_YEAR_SAID = re.compile(r"(?:(?:fiscal|financial|calendar)(?:\s+year)?|FY|year)\s*(?P<year>20\d\d)", re.IGNORECASE)
_GOES_ON = re.compile(r"[$€£¥]\s?\d|\bper\b", re.IGNORECASE)
_MOST_INSIDE = 2


def dated(label: str) -> bool:
    """Whether the date in a label is the day that its row speaks of ("Balance, June 30, 2023"), not one it mentions."""
    found = _MONTH_DAY.search(label)
    before = label[: found.start()] if found else ""
    if found is None or _NOT_AT.search(before) or _OTHER.search(before):
        return False
    short = len(before.split()) <= 3 and len(label) - found.end() < 8
    return short or _BALANCE.match(label) is not None or _AT.search(before) is not None


def tells_events(stub: Iterable[str]) -> bool:
    """Whether the header over the labels says that their days are those of events: "Maturity", "Payment date"."""
    return any(_EVENTS.search(text) for text in stub)


def from_to(label: str) -> Period | None:
    """The stretch from one day to another that a label is: "January 1 - January 31, 2024"."""
    found = _FROM_TO.fullmatch(label.strip())
    last = when_of(found["last"]).days if found else ()
    if not found or not last:
        return None
    first = when_of(f"{found['first']}, {found['year'] or last[0].year}").days
    return (
        Period("duration", first[0].isoformat(), last[0].isoformat(), label) if first and first[0] < last[0] else None
    )


def year_said(label: str) -> int | None:
    """The year that a label is and nothing else: "Fiscal 2024", "Fiscal year 2024", "FY2024"."""
    found = _YEAR_SAID.fullmatch(label.strip())
    return int(found["year"]) if found else None


def stretched(label: str) -> When | None:
    """The stretch that a label names in full: "Costs incurred for the three months ended March 31, 2025"."""
    if _STRETCH.search(label) is None:
        return None
    when = when_of(label)
    return when if when.stretch and len(when.days) == 1 else None


def of_leases(labels: Iterable[str]) -> bool:
    """Whether a table states the terms of leases, which are what they are at a moment."""
    return any(_LEASE_TERM.search(label) for label in labels)


def lease_rate(group: Sequence[str], label: str) -> bool:
    """Whether a row states a term or a discount rate of leases."""
    return _LEASE_RATE.search(" ".join((*group[-1:], label))) is not None


def opened_before(label: str, closed: str) -> str | None:
    """The day a year's opening balance stands at, under a header that prints the day of its close."""
    if moved(label) != "opening" or not _OF_YEAR.search(label):
        return None
    end = date.fromisoformat(closed)
    following = end + timedelta(days=1)
    before = following.replace(year=following.year - 1) if (following.month, following.day) != (2, 29) else end
    return (before - timedelta(days=1)).isoformat()


def days_turned(labels: Iterable[str]) -> frozenset[tuple[int, int]]:
    """The days without a year, month first, that rows are dated by: "January 1", "December 31"."""
    whens = [(label, when_of(label)) for label in labels]
    return frozenset(when.day for label, when in whens if when.day and not when.dated and dated(label))


def closed_on(when: When, days: frozenset[tuple[int, int]], fiscal_end: tuple[int, int]) -> When:
    """A bare year over rows of its first day and one other ("January 1", "June 30"): the stretch between the two."""
    first = _following(fiscal_end)
    opening = days & {fiscal_end, first}
    closing = sorted(days - opening)
    if len(opening) != 1 or len(closing) != 1:
        return when
    months = (closing[0][0] - fiscal_end[0]) % 12
    return replace(when, stretch=True, months=months, day=closing[0]) if months else when


def _following(day: tuple[int, int]) -> tuple[int, int]:
    after = date(2023, day[0], min(day[1], 28 if day[0] == 2 else day[1])) + timedelta(days=1)
    return after.month, after.day


def settled(labels: Mapping[int, str]) -> int | None:
    """The row of the last closing balance: what follows it states what is there then."""
    turns = [(row, kind) for row, label in labels.items() if (kind := moved(label))]
    opened = max((row for row, kind in turns if kind == "opening"), default=-1)
    return next((row for row, kind in turns if kind == "closing" and row > opened), None)


def between(labels: Mapping[int, str], *, weeks: bool = False) -> dict[int, Period]:
    """The periods of rows that stand between two dated balances: what moved from one to the other.

    "January 1" opens a year that ends with a month; where years are made of ``weeks``, it may be the day one closed.
    """
    days: list[tuple[int, date]] = []
    for row, label in labels.items():
        when = when_of(label)
        if len(when.days) == 1 and not when.stretch and dated(label) and _dated_last(label):
            days.append((row, when.days[0]))
    periods = _since_opening(labels, days)
    for (row, first), (below, last) in pairwise(days):
        if first < last:
            text = f"{first.isoformat()} to {last.isoformat()}"
            moves = Period("duration", _begins(first, last, weeks).isoformat(), last.isoformat(), text)
            periods |= {at: moves for at in labels if row < at < below}
    return periods


def _dated_last(label: str) -> bool:
    """Whether nothing but a unit or a mark follows the day: "Dividend, March 2024 $0.20 a share" is no balance."""
    found = _MONTH_DAY.search(label)
    return found is None or _GOES_ON.search(label, found.end()) is None


def _since_opening(labels: Mapping[int, str], days: Sequence[tuple[int, date]]) -> dict[int, Period]:
    """Rows from an opening balance without a day to the first dated one, where one quarter later is the next."""
    opened = next((row for row, label in labels.items() if moved(label) == "opening"), None)
    if opened is None or len(days) < 2 or opened > days[0][0]:
        return {}
    (row, first), (_, second) = days[:2]
    if months_ended(second, 3) != first + timedelta(days=1):
        return {}
    start = months_ended(first, 3).isoformat()
    moves = Period("duration", start, first.isoformat(), f"{start} to {first.isoformat()}")
    return {at: moves for at in labels if opened <= at < row}


def bracketed(labels: Mapping[int, str]) -> dict[int, str]:
    """Rows between two balances of one kind: what is taken from the first to make the second, at the same moment.

    "Reserves at beginning of year", "Less reinsurance recoverables", "Net reserves at beginning of year".
    """
    rows = list(labels)
    turns = [(at, kind) for at, row in enumerate(rows) if (kind := moved(labels[row]))]
    inside: dict[int, str] = {}
    for (first, kind), (last, other) in pairwise(turns):
        if kind == other and 0 < last - first - 1 <= _MOST_INSIDE:
            inside |= {rows[at]: kind for at in range(first + 1, last)}
    return inside


def columns_between(periods: list[Period | None], *, weeks: bool = False) -> list[Period | None]:
    """Columns between two dated balances ("July 2022", additions, disposals, "July 2023") are of the time between."""
    days = [(at, p) for at, p in enumerate(periods) if p is not None]
    moved_on = list(periods)
    for (at, first), (after, last) in pairwise(days):
        if after - at > 1 and first.kind == last.kind == "instant" and (first.end or "") < (last.end or ""):
            closed = date.fromisoformat(last.end or "")
            start = _begins(date.fromisoformat(first.end or ""), closed, weeks)
            moves = Period("duration", start.isoformat(), last.end, f"{first.text} to {last.text}")
            moved_on[at] = Period("instant", None, (start - timedelta(days=1)).isoformat(), first.text)
            moved_on[at + 1 : after] = [moves] * (after - at - 1)
    return moved_on


def _begins(opened: date, closed: date, weeks: bool) -> date:
    """The first day of what moved between two balances: January 1 itself, but the day after December 31."""
    return opened if opened.day == 1 and ends_month(closed) and not weeks else opened + timedelta(days=1)
