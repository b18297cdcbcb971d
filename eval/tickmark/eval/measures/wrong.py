"""A wrong figure is worse than none: how often one was given as the answer."""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.measures.match import alternatives, match
from tickmark.eval.model import Question, Response

__all__ = ["WrongFigure"]


class WrongFigure(Measure):
    """Answered, with a first figure that has the wrong number, or where there was nothing to answer."""

    name = "wrong figure"
    help = "a figure was given as the answer, and its number is wrong or there is nothing to answer"
    needs = "figures"
    better = "lower"

    def value(self, question: Question, response: Response) -> float | None:
        """1 where it happened; asked where one figure answers, or none does."""
        golds = alternatives(question)
        if not golds and question.status not in {"not_found", "not_disclosed"}:
            return None
        if response.status != "answered" or not response.figures:
            return 0.0
        return float(not any(match(response.figures[0], gold).number for gold in golds))
