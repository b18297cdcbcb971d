"""Answers as public sets write them, turned into gold.

* ``answer_type`` figure: a number with its scale applied, ``unit``, and ``period`` as "start/end" or "day".
* ``answer_type`` span with one answer that is a number: as printed, with ``scale`` in words (TAT-QA).
* ``answer_type`` arithmetic with a number: the result of a calculation (TAT-QA, FinQA).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from tickmark.eval.model import GoldCalculation, GoldFigure, GoldPeriod, Place

__all__ = ["gold_calculation", "gold_figure", "number_in"]

_SCALES = {"": 1, "percent": 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_NUMBER = re.compile(
    r"(?P<minus>[-(]?)\s*(?:US)?[$£€¥]?\s*(?P<minus2>-?)(?P<digits>\d[\d,]*(?:\.\d+)?)\s*%?\s*\)?\s*%?"
)


def number_in(text: str) -> Decimal | None:
    """The number that is all of a text, separators and currency sign resolved, brackets and minus read as a minus."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    number = Decimal(match["digits"].replace(",", ""))
    return -number if match["minus"] or match["minus2"] else number


def gold_figure(row: dict[str, Any], places: tuple[Place, ...]) -> GoldFigure | None:
    """The figure that answers, where the answer is one."""
    answer, kind = row.get("answer"), row.get("answer_type")
    if kind == "figure" and isinstance(answer, int | Decimal):
        return GoldFigure(places, value=Decimal(answer), unit=row.get("unit"), period=_period(row.get("period")))
    if kind == "span" and isinstance(answer, list) and len(answer) == 1:
        number = number_in(str(answer[0]))
        scale = _SCALES.get(str(row.get("scale") or ""))
        if number is not None and scale is not None:
            percent = row.get("scale") == "percent" or "%" in str(answer[0])
            factor = Decimal(scale)
            return GoldFigure(
                places,
                number=number,
                scale=factor,
                value=number * factor,
                unit="%" if percent else None,
                printed=str(answer[0]),
            )
    return None


def gold_calculation(row: dict[str, Any]) -> GoldCalculation | None:
    """The result of a calculation, where the answer is one. Its unit is not known."""
    if row.get("answer_type") != "arithmetic":
        return None
    answer = row.get("answer")
    if isinstance(answer, list):
        answer = answer[0] if len(answer) == 1 else None
    try:
        result = Decimal(str(answer).replace(",", ""))
    except InvalidOperation:
        return None
    factor = _SCALES.get(str(row.get("scale") or ""), 1)
    return GoldCalculation(result * factor, "%" if row.get("scale") == "percent" else None)


def _period(text: str | None) -> GoldPeriod | None:
    if not text:
        return None
    start, slash, end = text.partition("/")
    return GoldPeriod("duration", end, start) if slash else GoldPeriod("instant", text)
