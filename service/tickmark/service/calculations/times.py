"""Which times something is asked over: those named, one counted back to, the first year of what runs since then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tickmark.index.asked.intents import MOVED
from tickmark.index.question import Question
from tickmark.ingest.model import Period
from tickmark.service.calculations.both_ends import opening_and_closing
from tickmark.service.members import months_of

__all__ = ["EARLIER", "MOVES", "asked_times", "is_since", "moves", "spans_of", "years_before"]

_COUNTS: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "一": 1, "两": 2, "兩": 2, "二": 2, "三": 3,
}  # fmt: skip
EARLIER: Final = re.compile(
    r"\b(?:(?:the\s+)?(?P<n>a|one|two|three|four|five|[1-5])\s+(?:(?:full|fiscal|financial)\s+)?years?"
    r"\s+(?:earlier|before|previously|prior|ago)|(?:the\s+)?(?:year|twelve months)\s+(?:before|earlier|prior)"
    r"|(?:the\s+)?(?:prior|previous|preceding|last)(?:[- ]year|\s+12 months))(?:['’]s?)?\b"
    r"|(?:at\s+)?the\s+(?:beginning|start|opening)(?:\s+of\s+(?:the|that)\s+(?:year|period))?\b"
    r"|(?P<z>[一两兩二三])年前|上一?年(?:度|同期)?|去年(?:同期)?|[年期]初",
    re.IGNORECASE,
)
"""A time that is counted back to: "two years earlier"."""
_YEAR: Final = 12  # months
_SINCE: Final = re.compile(r"since\b|自", re.IGNORECASE)
MOVES: Final = (
    r"(?:change[ds]?|growth|grow|grows|grew|grown|growing|rise|rises|rose|risen|rising|increase[ds]?|increasing"
    r"|decrease[ds]?|decreasing"
    r"|drop(?:ped|s)?|f[ae]lls?|fallen|falling|declin(?:e|es|ed|ing)|gained|improve[ds]?|improvement|expan(?:d|ds|ded"
    r"|sion)|movement"
    rf"|net\s+additions?|additional|(?:go(?:es)?|went|gone)\s+(?:up|down)|{MOVED})"
)
"""Words for rising and falling, as a pattern."""


def moves(text: str) -> bool:
    """Whether a text says outright that something rose or fell."""
    return re.search(rf"\b{MOVES}\b|同比|增长|下降", text, re.IGNORECASE) is not None


def asked_times(question: Question) -> Sequence[Period]:
    """The times asked for. Since when a running total runs is none, where the time it has come to is named.

    What has moved since a year is set against that year.
    """
    spans = question.spans
    if len(spans) < 2 or all(map(is_since, spans)):
        return spans
    if moves(question.rest):
        return [_first_year(span) if is_since(span) else span for span in spans]
    return [span for span in spans if not is_since(span)]


def is_since(span: Period) -> bool:
    """Whether a stretch of years is told by when it began: "since 2021"."""
    return _SINCE.match(span.text or "") is not None and None not in (span.start, span.end) and months_of(span) > _YEAR


def spans_of(question: Question) -> list[Period]:
    """The times asked for, one an end, oldest first; with a single one an earlier one that it is set against."""
    if both := opening_and_closing(question.text, question.spans):
        return both
    ends = {span.end: span for span in asked_times(question) if span.end}
    spans = sorted(ends.values(), key=lambda span: span.end or "")
    found = EARLIER.search(question.text)
    if len(spans) != 1 or found is None:
        return spans
    said = (found["n"] or found["z"] or "a").lower()
    return [years_before(spans[0], _COUNTS.get(said) or int(said)), *spans]


def _first_year(span: Period) -> Period:
    """The year that something is told since, where it is set against a later one: "since 2021, up to 2023"."""
    day = date.fromisoformat(span.start or "")
    return replace(span, end=(day.replace(year=day.year + 1, day=1) - timedelta(days=1)).isoformat(), text="")


def years_before(span: Period, years: int) -> Period:
    """The same stretch or day so many years earlier."""
    start, end = (f"{int(day[:4]) - years}{day[4:]}" if day else None for day in (span.start, span.end))
    return replace(span, start=start, end=end, text="")
