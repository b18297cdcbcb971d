"""Whether a filing prints itself what a calculation would come to."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate
from tickmark.service.calculations.points import IN_POINTS
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.parts.told_each import PER_SOMETHING

__all__ = ["prints", "prints_outcome"]

_LEFT_OUT: Final = re.compile(
    r"\b(?:not|non\w*|no|other|others|un\w+|free|outside|rest|without|exclu\w+|except\w*|apart|aside)\b|非|其他|未|[无無]",
    re.IGNORECASE,
)
_AVERAGE: Final = re.compile(r"\baverage\b|\bmean\b|平均", re.IGNORECASE)


def prints(candidate: FigureCandidate, kind: str) -> bool:
    """Whether a figure is by its unit or its label what an operation would come to."""
    figure = candidate.figure
    said = " ".join((*figure.label_path, *figure.column_path, figure.unit or ""))
    if kind in {"share", "ratio", "joint"}:
        return figure.unit == "%"
    if kind == "per":
        return PER_SOMETHING.search(said) is not None
    if kind == "rest":
        return _LEFT_OUT.search(said) is not None
    if kind == "average":
        return _AVERAGE.search(said) is not None
    return False


def prints_outcome(made: Decision, outcome: Calculation | None, question: Question) -> bool:
    """Whether the one figure of a decision is, to its last digit, what a calculation comes to.

    Or the share that was asked for, where it comes to an amount ("what portion is pledged in all").
    """
    if outcome is None or len(made.figures) != 1:
        return False
    printed = made.figures[0].figure
    if (
        printed.unit == "%"
        and outcome.unit not in IN_POINTS
        and (question.percent or question.strong_percent)
        and not question.change
    ):
        return True
    if printed.number is None:
        return False
    exponent = printed.number.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * printed.scale
    return abs(printed.number * printed.scale - outcome.result) <= step / 2
