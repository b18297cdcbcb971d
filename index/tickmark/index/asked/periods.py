"""The periods a question asks for, and the question without their words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import partial
from time import strptime

from tickmark.index.asked.dates import plain_dates
from tickmark.index.asked.spans import plain_spans
from tickmark.index.asked.ways import asked_ways
from tickmark.index.asked.years import YearsNamed, years_named
from tickmark.index.model import FilingSummary
from tickmark.ingest.figures.calendar import MONTH, Calendar
from tickmark.ingest.figures.periods import PeriodMention, find_periods
from tickmark.ingest.model import Period

__all__ = ["fiscal_end_of", "newest_calendar", "periods_of"]

_YEAR = r"(?:19|20)\d{2}"

_COUNT_WORDS = {"the": 1, "a": 1, "one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}

_YEARS_BEFORE = re.compile(
    r"\b(?P<n>the|a|one|two|three|[123])\s+years?\s+(?:before|prior to"
    r"|ahead of|preceding)\s+(?:the\s+)?(?P<y>20\d\d)(?:\s+(?:annual\s+|ESG\s+)?report)?",
    re.IGNORECASE,
)

_OPENING = re.compile(
    r"\bopening\s+(?:balance\s+)?(?:of\s+|for\s+|in\s+)?(?P<y1>20\d\d)|\b(?P<y2>20\d\d)\s+opening(?:\s+balance)?",
    re.IGNORECASE,
)

# periods that share a year: "at the start and the end of 2023", "Q1 and Q2 2026"
_SHARED_YEAR = (
    (
        re.compile(
            rf"\b(?P<a>start|beginning|opening)\s+(?P<and>and|to|vs\.?|versus)\s+(?:at\s+)?(?:the\s+)?"
            rf"(?P<b>end|close)\s+of\s+(?P<y>{_YEAR})",
            re.IGNORECASE,
        ),
        r"start of \g<y> \g<and> end of \g<y>",
    ),
    (
        re.compile(rf"\b(?P<a>[QH][1-4])\s*(?P<and>and|to|vs\.?|versus|&|,)\s*(?P<b>[QH][1-4])\s+(?P<y>{_YEAR})", re.I),
        r"\g<a> \g<y> \g<and> \g<b> \g<y>",
    ),
)

# a part of a year that has its year from another one: "the second quarter as a share of the first half of 2025"
_PART = r"(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:quarter|half)|[QH][1-4]|[1-4][QH])"
_MONTHS = rf"(?:{MONTH})\s?(?:-|–|to)\s?(?:{MONTH})"
_PART_OF_YEAR = re.compile(rf"\b{_PART}\s*(?:of\s+|,\s*)?(?P<y>{_YEAR})\b", re.IGNORECASE)
_BARE_PART = re.compile(
    rf"(?<!\d )(?<![\d–-])\b(?:(?P<part>{_PART})(?!\s?\d|\s*(?:,\s*|of\s+(?:the\s+year\s+)?)?'?\d|[- ](?:end|on)\b)"
    rf"|(?P<months>{_MONTHS})(?!\s*,?\s*\d)(?:\s+(?:quarter|period|half|months?))?)\b",
    re.IGNORECASE,
)

# "H1 2026 against the same period of 2025": the same part of that year
_SAME_PART = re.compile(
    rf"\b(?:the\s+)?(?:same|corresponding|equivalent|comparable)\s+(?:period|quarter|half(?:[- ]year)?|months)\s+"
    rf"(?:in\s+|of\s+|from\s+)?(?:the\s+year\s+)?(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
_SAME_PART_ZH = re.compile(rf"(?P<y>{_YEAR})年?(?:的)?同期")

_AS_OF_MONTH = re.compile(rf"\bas (?:of|at) (?:the )?(?P<m>{MONTH}),? (?P<y>{_YEAR})\b", re.IGNORECASE)

_PART_ZH = r"(?:第?[一二三四]季度|[上下]半年)"
_PART_OF_YEAR_ZH = re.compile(rf"(?P<y>{_YEAR})年?(?:的)?{_PART_ZH}")
_BARE_PART_ZH = re.compile(rf"(?<![年\d的第]){_PART_ZH}")

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


def _with_its_year(text: str) -> str:
    """The text, where it names parts of one year alone, with that year behind each of them."""
    parts = {found["y"] for pattern in (_PART_OF_YEAR, _PART_OF_YEAR_ZH) for found in pattern.finditer(text)}
    if len(parts) != 1 or set(re.findall(rf"(?<!\d){_YEAR}(?!\d)", text)) != parts:
        return text
    (year,) = parts
    text = _BARE_PART.sub(lambda m: f"{m['part'] or m['months']} {year}", text)
    return _BARE_PART_ZH.sub(lambda m: f"{year}年{m[0]}", text)


def _its_part(found: re.Match[str]) -> str:
    """The part of a year without the year itself: "H1", "上半年"."""
    return found[0].replace(found["y"], "").lstrip(" ,年的").rstrip(" ,").removesuffix(" of")


def _of_year(form: str, part: str, found: re.Match[str]) -> str:
    return form.format(part=part, year=found["y"])


def _the_same_part(text: str) -> str:
    """The text with the part of a year that "the same period of 2025" is, where one part of another year is named."""
    for pattern, same, form in (
        (_PART_OF_YEAR, _SAME_PART, "{part} of {year}"),
        (_PART_OF_YEAR_ZH, _SAME_PART_ZH, "{year}年{part}"),
    ):
        named = {_its_part(found) for found in pattern.finditer(text)}
        if len(named) == 1:
            (part,) = named
            text = same.sub(partial(_of_year, form, part), text)
    return text


def _at_year_end(text: str, calendar: Calendar) -> str:
    """The text with "as of Dec 2022" as the last day of that month, where a fiscal year ends in it."""
    closing = {12, calendar.fiscal_end[0]}

    def last_day(found: re.Match[str]) -> str:
        year, month = int(found["y"]), strptime(found["m"][:3], "%b").tm_mon
        return f"as of {monthrange(year, month)[1]} {found['m']} {year}" if month in closing else found[0]

    return _AS_OF_MONTH.sub(last_day, text)


def _year_span(text: str, calendar: Calendar) -> tuple[list[PeriodMention], YearsNamed | None]:
    """Every year of a span or list such as "2021-2023", "21-23", "21 22 23" or "between 2021 and 2023"."""
    found = years_named(text)
    if found is None:
        return [], None
    mentions = [
        PeriodMention(found.start, found.stop, m.period)
        for year in found.years
        for m in find_periods(str(year), calendar)
    ]
    return mentions, found


def periods_of(text: str, calendar: Calendar) -> tuple[list[PeriodMention], str]:
    """The periods asked for, earliest first, and the text without their words."""
    text = plain_dates(plain_spans(text))
    for pattern, spelled_out in _SHARED_YEAR:
        text = pattern.sub(spelled_out, text)
    text = _at_year_end(_with_its_year(_the_same_part(text)), calendar)
    spans, span = _year_span(text, calendar)
    rest = text
    if span is not None:
        rest = rest[: span.start] + " " * (span.stop - span.start) + rest[span.stop :]
    rest = _YEARS_BEFORE.sub(_years_before, rest)
    rest = _OPENING.sub(lambda m: f"start of {m['y1'] or m['y2']}".rjust(len(m[0])), rest)
    rest = re.sub(r"\bprior year \((20\d\d)\)", lambda m: m[1].rjust(len(m[0])), rest)
    rest = re.sub(r"\ba year earlier \(([^()]+)\)", lambda m: m[1].rjust(len(m[0])), rest)
    ways = list(asked_ways(rest, calendar))
    for way in ways:
        rest = rest[: way.start] + " " * (way.stop - way.start) + rest[way.stop :]
    mentions = spans + ways + find_periods(rest, calendar)
    for bare in re.finditer(rf"(?<![\w.])(?<!\d,){_YEAR}(?![\w])(?!,\d{{3}}\b)", rest):
        # in a question a year is a year, whatever stands behind it ("2022 tonnes")
        if not any(m.start <= bare.start() < m.stop for m in mentions):
            mentions += [PeriodMention(*bare.span(), m.period) for m in find_periods(bare[0], calendar)]
    against = [m for m in mentions if _AGAINST.search(rest[: m.start])]
    # "shorter than in 2022": a year only compared with is not the year asked for
    meant = [] if len(against) == len(mentions) else [m for m in mentions if not (m.relative and m in against)]
    absolute = [m for m in meant if not m.relative or _SINCE.match(m.period.text)]
    # "this year" and "in the period" name no period of their own: the newest figure is meant
    chosen = absolute or [m for m in meant if m in ways or _EARLIER_YEAR.search(m.period.text)]
    for m in mentions:
        rest = rest[: m.start] + " " * (m.stop - m.start) + rest[m.stop :]
    return sorted(chosen, key=lambda m: (m.period.end or "", m.start)), rest


def newest_calendar(filings: Sequence[FilingSummary]) -> Calendar:
    """What "this year" and "FY2024" mean among these filings: the newest one's period, and their fiscal year.

    Fiscal years of 52 weeks end some days apart; filings whose years end in other months share none, and years are
    then calendar years unless a filing is asked on its own (:meth:`~tickmark.index.question.Question.spans_for`).
    """
    dated = [f for f in filings if f.period is not None]
    newest = max(dated, key=lambda f: (f.published or "", f.period.end or "" if f.period else ""), default=None)
    ends = {f.id: end for f in dated if (end := _fiscal_end(f))}
    days = [30 * month + day for month, day in ends.values()]
    shared = max(days) - min(days) <= 8 if days else False
    last = max((f for f in dated if f.id in ends), key=lambda f: f.published or "", default=None)
    fiscal = ends[last.id] if shared and last is not None else (12, 31)
    offset = max((_offset(f) for f in dated), default=0) if shared else 0
    return Calendar(newest.period if newest else None, fiscal, newest.published if newest else None, offset)


def _fiscal_end(filing: FilingSummary) -> tuple[int, int] | None:
    """(month, day) on which the fiscal year of a filing's issuer ends: as read, else as its own period shows."""
    if filing.fiscal_year_end:
        month, day = filing.fiscal_year_end.split("-")
        return int(month), int(day)
    return fiscal_end_of(filing.period)


def _offset(filing: FilingSummary) -> int:
    """How many years before the one it ends in a fiscal year of this issuer is named after."""
    end = filing.period.end if filing.period else None
    if filing.fiscal_period != "FY" or filing.fiscal_year is None or end is None:
        return 0
    return min(1, max(0, int(end[:4]) - filing.fiscal_year))


def fiscal_end_of(period: Period | None) -> tuple[int, int] | None:
    """(month, day) on which a filing's fiscal year ends, where its period is a whole year."""
    if period is None or period.start is None or period.end is None or period.kind != "duration":
        return None
    days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days
    return (int(period.end[5:7]), int(period.end[8:10])) if 350 <= days <= 380 else None
