"""Exact arithmetic over cited figures: difference, growth and share, with the expression as a person would write it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from tickmark.index.question import Question
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, number_words, period_words

if TYPE_CHECKING:
    from tickmark.service.decide import Decision

__all__ = ["calculate"]

_PERCENT = re.compile(
    r"%|percent|per cent|growth|grow|rate|yoy|year[- ]on[- ]year|how fast|同比|增长率|百分", re.IGNORECASE
)
_HUNDREDTH = Decimal("0.01")


def calculate(decision: Decision, question: Question) -> Decision:
    """Fills in the calculation of a decision from its two operands, the earlier first."""
    first, last = decision.operands[0].figure, decision.operands[-1].figure
    if first.value is None or last.value is None:
        return decision
    difference = last.value - first.value
    unit = last.unit
    if _PERCENT.search(question.text) and first.value != 0:
        result = (difference / first.value * 100).quantize(_HUNDREDTH, ROUND_HALF_UP)
        expression = f"({number_words(last.value)} - {number_words(first.value)}) / {number_words(first.value)} x 100"
        unit, said = "%", f"{result}%"
    else:
        result = difference
        expression = f"{number_words(last.value)} - {number_words(first.value)}"
        said = f"{number_words(difference)}{' ' + unit if unit else ''}"
    text = (
        f"{label_of(last)}: change of {said}, from {amount(first)} {period_words(first.period)} "
        f"to {amount(last)} {period_words(last.period)}."
    )
    return replace(
        decision,
        text=re.sub(r"\s+", " ", text),
        figures=list(decision.operands),
        calculation=Calculation(expression, result, unit),
    )
