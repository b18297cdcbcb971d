"""Whether the page as printed and the tag say the same of a number.

Only a contradiction counts. Silence is none: a unit that the page does not print, a scale where it prints no unit
either. Nor is another way to say the same: the year 2024 over a balance at its end, weeks that end a few days off the
month, cents tagged as hundredths of a dollar, a plain count under a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from tickmark.ingest.model import Period, Reading, ReadingField
from tickmark.ingest.readers.ixbrl import Fact

__all__ = ["disagreements", "same_stretch"]

_DAYS_OFF: Final = 7  # 52/53-week years end up to a week off the month that they are named for
_CENT: Final = Decimal("0.01")


def disagreements(page: Reading, fact: Fact) -> Iterator[ReadingField]:
    """The fields in which the page and the tag contradict one another. Signs are never compared: see decision 7."""
    if fact.number is not None and abs(page.number or Decimal(0)) != fact.number:
        yield "value"
    in_cents = _kind(page.unit, page.currency) == "cents" and fact.scale == _CENT
    said = page.unit is not None or page.scale != 1
    if fact.number is not None and said and page.scale != fact.scale and not in_cents:
        yield "scale"
    if fact.unit is not None and page.unit is not None and not in_cents and _units_differ(page, fact):
        yield "unit"
    if page.period is not None and fact.period is not None and not same_stretch(page.period, fact.period):
        yield "period"


def _kind(unit: str | None, currency: str | None) -> str:
    """What sort of unit it is: money, money per something, cents, a percentage, basis points, or a count."""
    word = (unit or "").lower()
    if "%" in word or word.startswith("percent"):
        return "percent"
    if word in {"bps", "bp", "basis point", "basis points"}:
        return "basis points"
    if currency is None:
        return "count"
    if "/" in word:
        return "money per"
    return "cents" if word.split()[-1:] in (["cents"], ["pence"]) else "money"


def _units_differ(page: Reading, fact: Fact) -> bool:
    if page.currency and fact.currency and page.currency != fact.currency:
        return True
    return _kind(page.unit, page.currency) != _kind(fact.unit, fact.currency)


def same_stretch(a: Period, b: Period) -> bool:
    """Whether two periods are the same, give or take a week; an instant goes with a stretch that it begins or ends."""
    if "none" in {a.kind, b.kind} or not a.end or not b.end:
        return True
    if a.kind == b.kind == "duration" and a.start and b.start:
        return _near(a.start, b.start) and _near(a.end, b.end)
    starts = [p.start for p in (a, b) if p.kind == "duration" and p.start]
    instant = b if b.kind == "instant" else a
    return _near(a.end, b.end) or any(_near(start, instant.end or "") for start in starts)


def _near(a: str, b: str) -> bool:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _DAYS_OFF
    except ValueError:
        return a == b
