"""Whether the page as printed and the tag say the same of a number.

Only a contradiction of what is printed counts. What the reading of the page had to conclude (the unit of a bare number,
the period of a sentence, how long "2024" is) is no evidence against a tag; nor is silence, nor another way to say the
same: the year 2024 over a balance at its end, weeks that end a few days off the month, cents tagged as hundredths of a
dollar. Signs are never compared: see decision 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from tickmark.ingest.figures.calendar import MONTH
from tickmark.ingest.model import Figure, Period, ReadingField
from tickmark.ingest.readers.ixbrl import Fact

__all__ = ["disagreements", "same_stretch"]

_DAYS_OFF: Final = 7  # 52/53-week years end up to a week off the month that they are named for
_MONEY_SIGN = re.compile(r"[$€£¥₹₩]|\b(?:RMB|USD|EUR|GBP|HKD|CNY|JPY)")
_PLAIN_DOLLAR = re.compile(r"(?<![A-Z])\$")
_DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD", "MXN"})
_OPENING = re.compile(r"\b(?:beginning|opening|start|prior|previous)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b{MONTH}(?![a-z])", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LENGTH = re.compile(r"month|quarter|week|half|year|annual|twelve", re.IGNORECASE)


def disagreements(page: Figure, fact: Fact) -> Iterator[ReadingField]:
    """The fields in which a tag contradicts what the page prints of a figure, as it was read off the page alone."""
    if fact.number is not None and page.low is None and abs(page.number or Decimal(0)) != fact.number:
        yield "value"
    if fact.number and _scales_differ(page, fact):
        yield "scale"
    if fact.unit is not None and _units_differ(page, fact):
        yield "unit"
    if fact.period is not None and page.period is not None and _periods_differ(page, page.period, fact.period):
        yield "period"


def _scales_differ(page: Figure, fact: Fact) -> bool:
    """Amounts of money in one table share its scale; of counts and rates the header does not say which it means."""
    money = page.origin == "cell" and _is_money(page.unit, page.currency) and _is_money(fact.unit, fact.currency)
    return money and page.currency == fact.currency and page.scale != fact.scale


def _is_money(unit: str | None, currency: str | None) -> bool:
    return currency is not None and "/" not in (unit or "") and not _in_cents(unit)


def _in_cents(unit: str | None) -> bool:
    return (unit or "").lower().split("/")[0].endswith(("cents", "pence"))


def _units_differ(page: Figure, fact: Fact) -> bool:
    """A sign printed with the number against the tag's unit, or one currency against another."""
    percent = fact.unit in {"%", "basis points"}
    if "%" in page.printed:
        return not percent
    if _MONEY_SIGN.search(page.printed) and not fact.currency:
        return True
    if not page.currency or not fact.currency or page.currency == fact.currency:
        return False
    loose = {page.currency, fact.currency} <= _DOLLARS  # "$" is the dollar of whoever prints it
    return not loose or (_MONEY_SIGN.search(page.printed) is not None and not _PLAIN_DOLLAR.search(page.printed))


def _periods_differ(page: Figure, printed: Period, fact: Period) -> bool:
    """The period that the column's header prints against the tag's."""
    head = " ".join(page.column_path)
    if page.origin != "cell" or not printed.end or printed.end[:4] not in head:
        return False
    words, said = set(_WORD.findall(head.lower())), set(_WORD.findall(printed.text.lower()))
    if re.search(r"\d", printed.text) and not (words <= said or said <= words):
        return False  # a date in the label ("notes due May 2029") was taken for the period
    if fact.kind == "instant" and _OPENING.search(" ".join(page.label_path[-1:])):
        return False  # the balance at the beginning, under the day at the end
    told = f"{head} {printed.text}"
    if not _MONTH.search(told) and fact.end and fact.end[:4] in head:
        return False
    return not same_stretch(printed, fact, lengths=_LENGTH.search(told) is not None)


def same_stretch(a: Period, b: Period, *, lengths: bool = True) -> bool:
    """Whether two periods are the same, give or take a week; an instant goes with a stretch that it begins or ends.

    Without ``lengths`` two stretches are the same if they end together.
    """
    if "none" in {a.kind, b.kind} or not a.end or not b.end:
        return True
    if a.kind == b.kind == "duration" and a.start and b.start:
        return _near(a.end, b.end) and (not lengths or _near(a.start, b.start))
    starts = [p.start for p in (a, b) if p.kind == "duration" and p.start]
    instant = b if b.kind == "instant" else a
    return _near(a.end, b.end) or any(_near(start, instant.end or "") for start in starts)


def _near(a: str, b: str) -> bool:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _DAYS_OFF
    except ValueError:
        return a == b
