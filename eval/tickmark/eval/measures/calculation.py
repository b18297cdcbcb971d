"""Whether a calculation comes to the right result."""

from __future__ import annotations

from decimal import Decimal

from tickmark.eval.measures.base import Measure
from tickmark.eval.measures.match import HUNDRED, unit_key
from tickmark.eval.model import FoundCalculation, GoldCalculation, Question, Response

__all__ = ["CalculationRight"]


def _right(found: FoundCalculation, gold: GoldCalculation) -> bool:
    """Equal once rounded to the digits that the gold result shows; its sign and unit must be right too.

    Where the set does not name the unit, a percentage may stand for its ratio, and the other way round.
    """
    exponent = gold.result.as_tuple().exponent
    places = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    results = [found.result]
    if gold.unit is None:
        results += [found.result / HUNDRED, found.result * HUNDRED]
    elif unit_key(gold.unit) != unit_key(found.unit):
        return False
    return any(abs(result - gold.result) <= places / 2 for result in results)


class CalculationRight(Measure):
    """The result of a calculation."""

    name = "calculation"
    help = "the calculation comes to the right result, in the right unit where the set names one"
    needs = "figures"

    def value(self, question: Question, response: Response) -> float | None:
        """1 where it does."""
        if question.calculation is None:
            return None
        return float(response.calculation is not None and _right(response.calculation, question.calculation))
