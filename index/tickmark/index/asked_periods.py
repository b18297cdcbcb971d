"""The periods a question asks for, and the question without their words."""

from __future__ import annotations

import re
from datetime import date

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import PeriodMention, find_periods
from tickmark.ingest.model import Period

__all__ = ["fiscal_end_of", "periods_of"]

_YEAR = r"(?:19|20)\d{2}"

_SPAN = re.compile(
    rf"(?:FY\s?)?(?P<a>{_YEAR}|'?\d{{2}})\s?(?:-|–|—|to|through|until|至|到)\s?(?:FY\s?)?(?P<b>{_YEAR}"
    rf"|'?\d{{2}})\b(?![-/]\d)",
    re.IGNORECASE,
)

_COUNT_WORDS = {"the": 1, "a": 1, "one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}

_YEARS_BEFORE = re.compile(
    r"\b(?P<n>the|a|one|two|three|[123])\s+years?\s+(?:before|prior to"
    r"|ahead of)\s+(?:the\s+)?(?P<y>20\d\d)(?:\s+(?:annual\s+|ESG\s+)?report)?",
    re.IGNORECASE,
)

_OPENING = re.compile(
    r"\bopening\s+(?:balance\s+)?(?:of\s+|for\s+|in\s+)?(?P<y1>20\d\d)|\b(?P<y2>20\d\d)\s+opening(?:\s+balance)?",
    re.IGNORECASE,
)

_AGAINST = re.compile(
    r"(?:\bvs\.?|versus|than|against|compared (?:with|to)|relative to)\s+"
    r"(?:in\s+|for\s+|at\s+|that of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)

_SINCE = re.compile(r"since\b", re.IGNORECASE)

_EARLIER_YEAR = re.compile(
    r"last|previous|prior|preceding|past|comparative|same|corresponding|beginning|start|end|去年|上年|期初|期末|年初|年末",
    re.IGNORECASE,
)


def _years_before(found: re.Match[str]) -> str:
    """Where "two years before the 2023 report" stood, 2021."""
    return f"{int(found['y']) - _COUNT_WORDS[found['n'].lower()]}".rjust(len(found[0]))


def _full_year(text: str) -> int:
    digits = text.strip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _year_span(text: str, calendar: Calendar) -> tuple[list[PeriodMention], re.Match[str] | None]:
    """Every year of a span such as "2021-2023" or "21-23"."""
    found = _SPAN.search(text)
    if not found:
        return [], None
    first, last = _full_year(found["a"]), _full_year(found["b"])
    if not 1 <= last - first <= 10 or first < 1990 or last > 2036:
        return [], None
    mentions = [
        PeriodMention(found.start(), found.end(), m.period)
        for year in range(first, last + 1)
        for m in find_periods(str(year), calendar)
    ]
    return mentions, found


def periods_of(text: str, calendar: Calendar) -> tuple[list[PeriodMention], str]:
    """The periods asked for, earliest first, and the text without their words."""
    spans, span = _year_span(text, calendar)
    rest = text
    if span is not None:
        rest = rest[: span.start()] + " " * (span.end() - span.start()) + rest[span.end() :]
    rest = _YEARS_BEFORE.sub(_years_before, rest)
    rest = _OPENING.sub(lambda m: f"start of {m['y1'] or m['y2']}".rjust(len(m[0])), rest)
    rest = re.sub(r"\bprior year \((20\d\d)\)", lambda m: m[1].rjust(len(m[0])), rest)
    rest = re.sub(r"\ba year earlier \(([^()]+)\)", lambda m: m[1].rjust(len(m[0])), rest)
    mentions = spans + find_periods(rest, calendar)
    for bare in re.finditer(rf"(?<![\w.,]){_YEAR}(?![\w,])", rest):
        # in a question a year is a year, whatever stands behind it ("2022 tonnes")
        if not any(m.start <= bare.start() < m.stop for m in mentions):
            mentions += [PeriodMention(*bare.span(), m.period) for m in find_periods(bare[0], calendar)]
    against = [m for m in mentions if _AGAINST.search(rest[: m.start])]
    # "shorter than in 2022": a year only compared with is not the year asked for
    meant = [] if len(against) == len(mentions) else [m for m in mentions if not (m.relative and m in against)]
    absolute = [m for m in meant if not m.relative or _SINCE.match(m.period.text)]
    # "this year" and "in the period" name no period of their own: the newest figure is meant
    chosen = absolute or [m for m in meant if _EARLIER_YEAR.search(m.period.text)]
    for m in mentions:
        rest = rest[: m.start] + " " * (m.stop - m.start) + rest[m.stop :]
    return sorted(chosen, key=lambda m: (m.period.end or "", m.start)), rest


def fiscal_end_of(period: Period | None) -> tuple[int, int] | None:
    """(month, day) on which a filing's fiscal year ends, where its period is a whole year."""
    if period is None or period.start is None or period.end is None or period.kind != "duration":
        return None
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days
    return (int(period.end[5:7]), int(period.end[8:10])) if 350 <= days <= 380 else None
