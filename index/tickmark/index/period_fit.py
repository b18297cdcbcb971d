"""How well a figure's period is the one asked for."""

from __future__ import annotations

from datetime import date

from tickmark.index.question import Question
from tickmark.ingest.model import Figure, Period

__all__ = ["period_fit"]


_WEEK = 8


def _days(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days + 1


def _near(a: str | None, b: str | None) -> bool:
    """Whether two days are at most eight apart: years of 52 or 53 weeks end on a weekday near the month's last day."""
    return a is not None and b is not None and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _WEEK


def _one_fit(asked: Period, found: Period | None, filing: Period | None, published: str | None) -> float:
    if found is None or found.end is None or found.kind == "none":
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
        inside = (
            published is not None and asked.end is not None and (asked.start or asked.end) <= published <= asked.end
        )
        return 0.6 if inside and filing is None else 0.0
    same_end = asked.end == found.end or (
        asked.kind == "duration" and _days(asked) > 80 and _near(asked.end, found.end)
    )
    if asked.kind == found.kind:
        if same_end and (asked.kind == "instant" or asked.start == found.start or _near(asked.start, found.start)):
            return 1.0
        if asked.kind == "duration" and same_end:
            return 0.6 if _days(found) > _days(asked) * 1.5 and _days(asked) > 300 else 0.2
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


def period_fit(question: Question, figure: Figure, filing: Period | None, published: str | None) -> float:
    """1 for the very period asked for, less for one near it, 0 for another; 0.9 when none was asked for."""
    if not question.periods:
        return 0.9
    return max((_one_fit(a, figure.period, filing, published) for a in question.spans_for(filing)), default=0.0)
