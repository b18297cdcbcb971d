"""Whether a right figure is among the first few."""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.measures.match import alternatives, match
from tickmark.eval.model import Question, Response

__all__ = ["FigureWithin"]


class FigureWithin(Measure):
    """A figure right as a whole among the first ``cutoff``."""

    needs = "figures"

    def __init__(self, cutoff: int) -> None:
        self.cutoff = cutoff
        self.name = f"figure@{cutoff}"
        self.help = f"one of the first {cutoff} figures has the right number, scale, unit and period"

    def value(self, question: Question, response: Response) -> float | None:
        """1 where one is."""
        golds = alternatives(question)
        if not golds:
            return None
        first = response.figures[: self.cutoff]
        return float(any(match(figure, gold).whole for figure in first for gold in golds))
