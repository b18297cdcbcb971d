"""The change of a metric that a filing prints itself, beside the two values that it was worked out of."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, SearchResult
from tickmark.service.fitting import Decision

__all__ = ["of_year_before", "printed_beside"]

_LOOKED_AT: Final = 80
_CHANGE_IN: Final = re.compile(r"\bchange (?:in|of)\b", re.IGNORECASE)
_NAMES_IT: Final = re.compile(
    r"\b(?:growth|increase|decrease|decline|rise|reduction|yoy)\b|\byear[- ](?:on|over)[- ]year\b|增长率|增幅|降幅",
    re.IGNORECASE,
)
_BY_HOW_MUCH: Final = re.compile(r"\bby how much\b|\bhow (?:far|sharply|strongly|steeply|fast)\b", re.IGNORECASE)


def printed_beside(result: SearchResult, made: Decision) -> FigureCandidate | None:
    """The percentage in the row of two values that their change comes to; None where an amount was asked for.

    It has to agree with what was worked out, to its last digit.
    """
    outcome, question = made.calculation, result.question
    if outcome is None or len(made.figures) != 2 or made.figures[0].row.id != made.figures[1].row.id:
        return None
    first, last = (c.figure for c in made.figures)
    if first.period is None or last.period is None or first.period == last.period or not first.value:
        return None
    if last.value is None or last.unit == "%" or (outcome.unit != "%" and not _any_unit(question)):
        return None
    share = (last.value - first.value) / abs(first.value) * 100
    row = (c for c in result.figures[:_LOOKED_AT] if c.row.id == made.figures[1].row.id and c.figure.unit == "%")
    return next((c for c in row if _agrees(c, share)), None)


def _any_unit(question: Question) -> bool:
    """Whether a change may be told in percent: "by how much did it move", with no word of a unit or a currency."""
    said = question.unit is not None or question.count or question.currency or question.demanded is not None
    if said:
        return False
    alone = len({span.end for span in question.spans}) < 2 and _CHANGE_IN.search(question.text) is not None
    return alone or _BY_HOW_MUCH.search(question.text) is not None


def _agrees(printed: FigureCandidate, share: Decimal) -> bool:
    number = printed.figure.number
    if number is None:
        return False
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(abs(number) - abs(share)) <= step / 2 + step / 100


def of_year_before(question: Question, printed: FigureCandidate, made: Decision) -> bool:
    """Whether a cell prints the percentage that was worked out: of the year before to the one asked for.

    The question has to name it ("growth in outlay"), as the row does; "by how much did it grow" asks to work it out.
    """
    if _NAMES_IT.search(question.text) is None:
        return False
    if made.calculation is None or made.calculation.unit != "%" or printed.figure.origin != "cell":
        return False
    ends = sorted({span.end for span in question.spans if span.end is not None})
    own = printed.figure.period.end if printed.figure.period is not None else None
    if len(ends) != 2 or own != ends[1]:
        return False
    return 350 <= (date.fromisoformat(ends[1]) - date.fromisoformat(ends[0])).days <= 380
