"""Lists of periods as sentences write them: "years ended 30 June 2022, 2021 and 2020", "March 31 and June 30, 2022".

What a member leaves out, the one before it said ("2021": also a year that ended on 30 June), or, for a year, the one
after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tickmark.ingest.figures.calendar import MONTH, Calendar
from tickmark.ingest.figures.counts import COUNT
from tickmark.ingest.figures.periods import find_period
from tickmark.ingest.model import Period

__all__ = ["PeriodList", "period_lists"]

_YEAR = r"(?:19|20)\d{2}(?![\d%]|,\d|\.\d)"
_ENDED = r"(?:end(?:ed|ing)|to)(?:\s+on)?"
_ORDINAL = r"(?:first|second|third|fourth)"
_STRETCH = (
    rf"(?:(?:{COUNT})[- ](?:months?|weeks?)(?:\s+periods?)?\s+{_ENDED}|(?:half[- ]?years?|quarters?)\s+{_ENDED}"
    rf"|(?:(?:fiscal|financial|calendar|full)\s+)?years?(?:\s+{_ENDED})?|fiscal|financial|calendar|FY"
    rf"|{_ORDINAL}[- ](?:quarters?|half)(?:\s+of)?(?:\s+(?:fiscal|financial))?(?:\s+years?)?|end\s+of"
    r"|year[- ]end)"
)
_LEAD = r"(?:(?:for|in|during|over|at|as\s+(?:of|at)|on|by)\s+)?(?:(?:each\s+of|both|the|our|its)\s+){0,3}"
_DAY = rf"(?:{MONTH}\s+\d{{1,2}}(?!\d)|\d{{1,2}}\s+{MONTH})"
_ITEM = re.compile(
    rf"(?<![\w$£€¥.,]){_LEAD}(?:(?P<stretch>{_STRETCH})\s*)?(?:(?P<day>{_DAY})(?:\s*,?\s*(?P<year>{_YEAR}))?"
    rf"|(?P<only>{_YEAR}))",
    re.IGNORECASE,
)
_STRETCHES = re.compile(
    rf"(?:(?:for|in|during|over)\s+)?(?:the\s+)?(?P<parts>(?:three|six|nine|twelve|{_ORDINAL}|quarter)"
    rf"(?:(?:,|\s+and|,\s+and)\s+(?:the\s+)?(?:three|six|nine|twelve|{_ORDINAL}))+)[- ]"
    rf"(?P<unit>months?(?:\s+periods?)?|quarters?|half|halves)\s+(?P<rest>(?:{_ENDED}\s+{_DAY}\s*,?\s*"
    rf"|of\s+(?:fiscal\s+)?)"
    rf"{_YEAR})(?!\s*(?:,|and)\s*{_YEAR})",
    re.IGNORECASE,
)
_NOW_AND_BEFORE = re.compile(
    r"(?:(?:for|in|during)\s+)?(?:the\s+)?(?:current|this)\s+(?:(?:fiscal|financial|reporting)\s+)?(?:year\s+)?and\s+"
    r"(?:the\s+)?(?:prior|previous|last|preceding)\s+(?:(?:fiscal|financial)\s+)?years?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|or)\s+|,\s*|\s+(?:and|or)\s+|\s+&\s+)", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=\bquarter)s\b|(?<=\bperiod)s\b|(?<=\byear)s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PeriodList:
    """Two periods or more that a sentence names one after the other, and where it does."""

    start: int
    stop: int
    periods: tuple[Period, ...]


def period_lists(sentence: str, calendar: Calendar) -> list[PeriodList]:
    """The lists of periods of a sentence, left to right."""
    found = [*_of_stretches(sentence, calendar), *_of_years(sentence, calendar)]
    kept: list[PeriodList] = []
    for made in found:
        if not any(made.start < k.stop and k.start < made.stop for k in kept):
            kept.append(made)
    return sorted(kept, key=lambda made: made.start)


def _of_stretches(sentence: str, calendar: Calendar) -> Iterator[PeriodList]:
    """Reads "the three and six months ended 30 June 2022", "this year and last year"."""
    for found in _STRETCHES.finditer(sentence):
        parts = [part for part in re.split(r"[\s,]+|\band\b|\bthe\b", found["parts"]) if part]
        unit = _PLURAL.sub("", found["unit"])
        texts = [
            f"{part} {found['rest']}" if part.casefold() == "quarter" else f"{part} {unit} {found['rest']}"
            for part in parts
        ]
        yield from _made(found.start(), found.end(), texts, calendar)
    for found in _NOW_AND_BEFORE.finditer(sentence):
        yield from _made(found.start(), found.end(), ["this year", "last year"], calendar)


def _of_years(sentence: str, calendar: Calendar) -> Iterator[PeriodList]:
    """Reads "as of 31 December 2022 and 2021", "fiscal 2022, 2021 and 2020", "March 31 and June 30, 2022"."""
    run: list[re.Match[str]] = []
    for item in _ITEM.finditer(sentence):
        if run and not _SEPARATOR.fullmatch(sentence, run[-1].end(), item.start()):
            yield from _listed(run, calendar)
            run = []
        run.append(item)
    yield from _listed(run, calendar)


def _listed(run: list[re.Match[str]], calendar: Calendar) -> Iterator[PeriodList]:
    if len(run) < 2:
        return
    stretches, days = [item["stretch"] for item in run], [item["day"] for item in run]
    years = [item["year"] or item["only"] for item in run]
    for at in range(1, len(run)):
        if not stretches[at]:
            days[at] = days[at] or days[at - 1]
            stretches[at] = stretches[at - 1]
    for at in range(len(run) - 2, -1, -1):
        years[at] = years[at] or years[at + 1]
    texts = [
        " ".join(part for part in (stretch and _PLURAL.sub("", stretch), day, year) if part)
        for stretch, day, year in zip(stretches, days, years, strict=True)
    ]
    yield from _made(run[0].start(), run[-1].end(), texts, calendar)


def _made(start: int, stop: int, texts: list[str], calendar: Calendar) -> Iterator[PeriodList]:
    """The list, if each of its members says another time."""
    periods = [period for text in texts if (period := find_period(text, calendar)) is not None]
    if len(periods) == len(texts) == len({(p.start, p.end) for p in periods}):
        yield PeriodList(start, stop, tuple(periods))
