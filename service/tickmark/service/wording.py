"""Figures in words: "105,925 tCO2e in 2022", "RMB 354 million", "between RMB 400 million and RMB 460 million"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.checking.footing import Misfit
from tickmark.ingest.model import Figure, Period

__all__ = [
    "OPERATIONS",
    "amount",
    "disagreement",
    "label_of",
    "misfit_words",
    "number_words",
    "operand_words",
    "period_words",
    "scale_words",
    "unit_words",
    "with_unit",
    "without_zeros",
]

OPERATIONS: Final = {
    "share": " as a share of ",
    "times": " over ",
    "ratio": " over ",
    "per": " per ",
    "sum": " plus ",
    "difference": " less ",
    "rest": " less ",
}
"""What stands between the names of the operands of each kind of calculation."""
_SCALE_WORDS: Final = {
    Decimal(1_000): "thousand",
    Decimal(10_000): "ten thousand",
    Decimal(100_000): "hundred thousand",
    Decimal(1_000_000): "million",
    Decimal(10_000_000): "ten million",
    Decimal(100_000_000): "hundred million",
    Decimal(1_000_000_000): "billion",
    Decimal(1_000_000_000_000): "trillion",
}
_QUALIFIERS: Final = {
    "approximate": "approximately",
    "at least": "at least",
    "at most": "at most",
    "more than": "more than",
    "less than": "less than",
}


def scale_words(scale: Decimal) -> str:
    """A scale in words ("thousand", "million"); empty where nothing was scaled."""
    return _SCALE_WORDS.get(scale, "")


def number_words(number: Decimal) -> str:
    """A number with thousands separators, its decimals as printed."""
    return f"{number:,f}"


def operand_words(value: Decimal) -> str:
    """A number inside an expression, without the zeros of its scale; a negative one in brackets."""
    words = number_words(without_zeros(value))
    return words if value >= 0 else f"({words})"


def unit_words(figure: Figure) -> str | None:
    """The unit of a figure, or its currency where it has none."""
    return figure.unit or figure.currency


def with_unit(number: Decimal, unit: str | None) -> str:
    """A number that was worked out, with its unit: "5.22%", "121,800,000 USD"; without the zeros of its scale."""
    if unit == "%":
        return f"{number_words(number)}%"
    return " ".join(part for part in (number_words(without_zeros(number)), unit) if part)


def without_zeros(number: Decimal) -> Decimal:
    """A number without zeros behind the point, of an amount the two of its pence excepted."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1))
    exponent = number.normalize().as_tuple().exponent
    shown = number.as_tuple().exponent
    return number.quantize(Decimal((0, (1,), max(int(shown), min(int(exponent), -2)))))


def _with_unit(number: Decimal, figure: Figure) -> str:
    unit = figure.unit or ""
    scale = scale_words(figure.scale)
    if figure.currency and unit and "/" not in unit:
        sign = "-" if number < 0 else ""
        return " ".join(p for p in (f"{sign}{unit}", number_words(abs(number)), scale) if p).replace("- ", "-")
    if unit in {"%"}:
        return f"{number_words(number)}%"
    if figure.currency and "/" in unit:
        money, _, per = unit.partition("/")
        return f"{money} {number_words(number)} per {per}"
    return " ".join(p for p in (number_words(number), scale, unit) if p)


def amount(figure: Figure) -> str:
    """The figure with scale, unit and qualifier, as a person would say it."""
    lead = next((_QUALIFIERS[q] for q in figure.qualifiers if q in _QUALIFIERS), "")
    if figure.low is not None and figure.high is not None:
        return f"between {_with_unit(figure.low, figure)} and {_with_unit(figure.high, figure)}"
    if figure.number is None:
        return figure.printed
    return f"{lead} {_with_unit(figure.number, figure)}".strip()


def disagreement(figure: Figure) -> str:
    """Where the figure's tag and the page as printed differ, in a sentence; empty where they do not."""
    page = figure.printed_as
    if page is None or not figure.disagrees:
        return ""
    alone = replace(
        figure, number=page.number, scale=page.scale, unit=page.unit, currency=page.currency, low=None, high=None
    )
    said = " ".join(part for part in (amount(alone), period_words(page.period)) if part)
    return f"The page and its tag disagree on the {' and the '.join(figure.disagrees)}: the page alone reads {said}."


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def period_words(period: Period | None) -> str:
    """A period as in a sentence: "in 2022", "at 31 December 2023"; empty where there is none."""
    if period is None or period.end is None:
        return ""
    if period.start is None:
        return f"at {_day(period.end)}"
    start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"in {start.year}" if start.year == end.year else f"from {start.year} to {end.year}"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    words = {1: "month", 3: "three months", 6: "six months", 9: "nine months", 12: "year"}
    if start.day == 1 and months in words:
        return f"in the {words[months]} to {_day(period.end)}"
    return f"from {_day(period.start)} to {_day(period.end)}"


def misfit_words(misfit: Misfit) -> str:
    """What does not add up or recompute, in a sentence: "Total costs in 2022 is printed as 1,343 (line 8), ..."."""
    figure = misfit.figure
    when = period_words(figure.period)
    head = (
        f"{label_of(figure)}{' ' + when if when else ''} is printed as {figure.printed} (line {figure.span.lines[0]})"
    )
    if misfit.kind == "change":
        after, before = misfit.operands
        came = f"{misfit.recomputed.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
        return f"{head}, but from {before.printed} to {after.printed} it is {came}."
    came = number_words(misfit.recomputed / figure.scale)
    if misfit.kind == "difference":
        after, before = misfit.operands
        return f"{head}, but from {before.printed} to {after.printed} it is {came}."
    return f"{head}, but its {len(misfit.operands)} rows add up to {came}."


# what a column is told in is told with the number
_IN_WHAT: Final = re.compile(
    r"[(（](?:in )?(?:(?:10|100|1,?000|ten|hundred) ?)?(?:thousand|million|billion)s?[)）]$", re.IGNORECASE
)


def label_of(figure: Figure) -> str:
    """The label of a figure in one line; for prose, what was read off the sentence."""
    path = [p for p in figure.label_path if p]
    label = ": ".join(path[-2:]) if path else ""
    head = _IN_WHAT.sub("", figure.column_path[-1].strip()).strip() if figure.column_path else ""
    if (figure.period is None and head) or (
        head and figure.period is not None and not any(c.isdigit() for c in head) and len(head) < 60
    ):
        label = f"{label} ({head})" if label else head
    return label or "The figure"
