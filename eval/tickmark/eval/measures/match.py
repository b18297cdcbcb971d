"""Whether a figure that was found is a gold figure: number, scale, unit and period, each by itself."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from tickmark.eval.model import FoundFigure, GoldFigure, Question

__all__ = ["Match", "alternatives", "match", "unit_key"]

HUNDRED = Decimal(100)
_SAME = {"$": "usd", "us$": "usd", "£": "gbp", "€": "eur", "¥": "rmb", "cny": "rmb", "pure": "ratio"}
# Heads are counted under many names.
_SAME |= dict.fromkeys(("people", "employee", "staff", "headcount"), "person")
# a loss or a payment as pages print it: "(8,093)", "$(8,093)", "-8,093"
_NEGATIVE = re.compile(r"\s*[^\d\s]{0,3}\s*[(（–−-]")
_SPLIT = re.compile(r"\s*(?:/|\bper\b)\s*")


class Match(NamedTuple):
    """What is right of a figure. Without the right number nothing else is."""

    number: bool
    scale: bool
    unit: bool
    period: bool

    @property
    def whole(self) -> bool:
        """Whether all of it is."""
        return all(self)


def unit_key(unit: str | None) -> str:
    """A unit for comparing: case, blanks and plural aside; ``$`` is USD, CNY is RMB, employees are persons."""
    if not unit:
        return ""
    parts = []
    for part in _SPLIT.split(unit.casefold().strip()):
        words = [
            word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word for word in part.split()
        ]
        joined = " ".join(words)
        parts.append(_SAME.get(joined, joined))
    return "/".join(parts)


def alternatives(question: Question) -> list[GoldFigure]:
    """The figures each of which alone answers, as far as they are numbers."""
    if question.status not in {None, "answered"}:
        return []
    return [
        figure
        for figure in question.figures
        if figure.role == "alternative" and (figure.value is not None or figure.low is not None)
    ]


def match(found: FoundFigure, gold: GoldFigure) -> Match:
    """Hold one figure against one gold figure.

    Where the set knows only the value, any number with the same digits has the right number (a factor that is a power
    of ten), and the right scale if its value is that value. A percentage is a hundred times its ratio. Such a value is
    an XBRL tag's, whose sign is that of its element ("payments" are positive), while a page prints what is paid in
    brackets: read at the very place that is judged, the number is right with the sign that is printed there.
    """
    number, scale = _number_and_scale(found, gold)
    if not number:
        return Match(False, False, False, False)
    percent_of_ratio = found.unit == "%" and unit_key(gold.unit) == "ratio"
    unit = (
        gold.unit is None
        or percent_of_ratio
        or unit_key(gold.unit) in {unit_key(found.unit), unit_key(found.currency)}
        or (unit_key(gold.unit) == "ratio" and not found.unit)
    )
    return Match(number, scale, unit, gold.period is None or gold.period == found.period)


def _number_and_scale(found: FoundFigure, gold: GoldFigure) -> tuple[bool, bool]:
    if gold.low is not None:
        same = (found.low, found.high) == (gold.low, gold.high)
        return same, same and found.scale == gold.scale
    if found.number is None:
        return False, False
    if gold.number is not None:
        same = found.number == gold.number
        return same, same and found.scale == gold.scale
    if gold.value is None:
        return False, False
    wanted = gold.value
    printed_so = (found.number < 0) == (_NEGATIVE.match(found.printed) is not None)
    if (found.number < 0) != (wanted < 0) and printed_so and any(place.meets(found.place) for place in gold.places):
        wanted = -wanted
    value = found.number * found.scale
    percent = found.unit == "%" and unit_key(gold.unit) == "ratio"
    return _same_digits(found.number, wanted), value == wanted or (percent and value == wanted * HUNDRED)


def _same_digits(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by a power of ten at most."""
    first, second = one.normalize().as_tuple(), other.normalize().as_tuple()
    return (first.sign, first.digits) == (second.sign, second.digits)
