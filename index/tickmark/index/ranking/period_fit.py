"""How well a figure's period is the one asked for."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tickmark.index.question import Question
from tickmark.ingest.model import Figure, Period

__all__ = ["PeriodFits", "period_fit"]


_WEEK = 8
_OLD, _LONG_AGO = 300, 1_000  # days before the end of the time that a filing reports on
_OVER_YEARS = (
    r"\b(?:since|cumulative(?:ly)?|accumulat\w+|to date|three[- ]year|recent (?:three|3|two|five) years)\b"
    r"|累计|累計|近三年"
)
_ADDED_UP = re.compile(_OVER_YEARS, re.IGNORECASE)
# "aggregate" and "in total" may ask for the sum of the years; a label adds things up by them within one
_ASKS_SUM = re.compile(rf"{_OVER_YEARS}|\b(?:aggregate[ds]?|in total)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:through|until|till|up to|by (?:the )?end|as of|as at|so far)\b|截至", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _days(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1


def _near(a: str | None, b: str | None) -> bool:
    """Whether two days are at most eight apart: years of 52 or 53 weeks end on a weekday near the month's last day."""
    return a is not None and b is not None and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _WEEK


def _evening_before(asked: str | None, found: str | None) -> bool:
    """Whether a day is the last of a month and the one asked for the first of the next: "as at 1 January" is it."""
    if asked is None or found is None or not asked.endswith("-01"):
        return False
    return (date.fromisoformat(asked) - date.fromisoformat(found)).days == 1


def _undated(asked: Period, filing: Period | None, published: str | None) -> float:
    """The fit of a figure without a period: that of its filing, or of the day on which this was published."""
    if (
        published is not None
        and asked.end is not None
        and (asked.start or asked.end) <= published <= asked.end
        and _days(asked) < 100
    ):
        return 0.75
    if filing is not None and filing.end == asked.end:
        return 0.75
    if (
        filing is not None
        and filing.end
        and asked.start
        and asked.start <= filing.end <= (asked.end or "")
        and _days(asked) > 300
    ):
        return 0.7
    inside = published is not None and asked.end is not None and (asked.start or asked.end) <= published <= asked.end
    return 0.6 if inside and filing is None else 0.0


@lru_cache(maxsize=16_384)
def _one_fit(asked: Period, found: Period | None, filing: Period | None, published: str | None) -> float:
    if found is None or found.end is None or found.kind == "none":
        return _undated(asked, filing, published)
    same_end = asked.end == found.end or (
        asked.kind == "duration" and _days(asked) > 80 and _near(asked.end, found.end)
    )
    if asked.kind == found.kind:
        if same_end and (asked.kind == "instant" or asked.start == found.start or _near(asked.start, found.start)):
            return 1.0
        if asked.kind == "duration" and same_end:
            return 0.6 if _days(found) > _days(asked) * 1.5 and _days(asked) > 300 else 0.2
        if asked.kind == "instant" and _evening_before(asked.end, found.end):
            return 0.95
    elif same_end and asked.kind == "duration" and _days(asked) > 300:
        return 0.95
    elif same_end:
        return 0.85
    if found.kind == "instant" and asked.start and asked.end and asked.start <= found.end <= asked.end:
        return 0.7
    if asked.kind == "instant" and found.start and asked.end and found.start <= asked.end < found.end:
        return 0.0
    if (
        found.kind == "duration"
        and found.start
        and asked.start
        and asked.end
        and asked.start <= found.start
        and found.end <= asked.end
    ):
        return 0.35 if _days(found) < 100 and _days(asked) > 300 else 0.3
    return 0.0


def _named(asked: Period, text: str) -> bool:
    """Whether a text names the month asked for, or a day of it: "In March 2023, volunteers ..."."""
    if asked.end is None or _days(asked) > 31:
        return False
    day = date.fromisoformat(asked.end)
    return re.search(rf"\b{day:%B}\b(?:\s+\d{{1,2}},)?\s+{day:%Y}\b", text, re.IGNORECASE) is not None


def _cumulative(figure: Figure) -> bool:
    """Whether a figure adds up several years, so that it is none of a single one."""
    return figure.origin != "prose" and _added_up(" ".join(figure.label_path))


@lru_cache(maxsize=16_384)
def _of_its_time(found: Period | None, filing: Period | None) -> float:
    """The fit where no time is asked for: less for what is older than the time that the filing reports on.

    "How many ships do they own" asks of now, not of the year before nor of ten years ago.
    """
    if found is None or found.end is None or filing is None or filing.end is None:
        return 0.9
    age = (date.fromisoformat(filing.end) - date.fromisoformat(found.end)).days
    return 0.9 if age <= _OLD else 0.8 if age <= _LONG_AGO else 0.6


@lru_cache(maxsize=4_096)
def _asks_sum(question: str) -> bool:
    return _ASKS_SUM.search(question) is not None


@lru_cache(maxsize=16_384)
def _added_up(text: str) -> bool:
    return _ADDED_UP.search(text) is not None


class PeriodFits:
    """How well the periods of figures fit one question (:func:`period_fit`).

    A question is compared with many figures of few periods: how near each of these is, is worked out once.
    """

    def __init__(self, question: Question) -> None:
        self._question = question
        self._known: dict[tuple[Period | None, Period | None, str | None], float] = {}

    def of(self, figure: Figure, filing: Period | None, published: str | None, around: str = "") -> float:
        """The fit of one figure; see :func:`period_fit`."""
        question = self._question
        if not question.periods:
            return _of_its_time(figure.period, filing)
        fit = self._near(figure.period, filing, published)
        told = figure.origin != "cell" or figure.period is None
        if told and fit < 0.8 and any(_named(a, around) for a in question.spans_for(filing)):
            return 0.8
        said = question.without_issuer or question.text  # "not the running total since 2021" asks for no sum
        if fit > 0.6 and _cumulative(figure) and not _asks_sum(said) and not _UNTIL.search(said):
            return 0.6
        return fit

    def _near(self, found: Period | None, filing: Period | None, published: str | None) -> float:
        key = found, filing, published
        fit = self._known.get(key)
        if fit is None:
            spans = self._question.spans_for(filing)
            fit = self._known[key] = max((_one_fit(a, found, filing, published) for a in spans), default=0.0)
        return fit


def period_fit(
    question: Question, figure: Figure, filing: Period | None, published: str | None, around: str = ""
) -> float:
    """1 for the very period asked for, less for one near it, 0 for another.

    0.9 when none was asked for, less for what is older than the time that the filing reports on.

    ``around`` is the text the figure stands in: an event of a month is often told in sentences that do not repeat it. A
    table's columns have dates of their own, and the row names all of them.
    """
    return PeriodFits(question).of(figure, filing, published, around)
