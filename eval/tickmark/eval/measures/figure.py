"""Whether the first figure that a system names is right, as a whole and part by part."""

from __future__ import annotations

from typing import Literal

from tickmark.eval.measures.base import Measure
from tickmark.eval.measures.match import Match, alternatives, match
from tickmark.eval.model import Question, Response

__all__ = ["FirstFigure", "Part"]

Part = Literal["whole", "number", "scale", "unit", "period"]
_HELP = {
    "whole": "the first figure has the right number, scale, unit and period",
    "number": "the first figure has the right number",
    "scale": "... with the right scale",
    "unit": "... with the right unit",
    "period": "... with the right period, where the answer has one",
}


class FirstFigure(Measure):
    """The first figure of a response. Asked of questions that one figure answers."""

    needs = "figures"

    def __init__(self, part: Part) -> None:
        self.part: Part = part
        self.name = "figure" if part == "whole" else f"figure {part}"
        self.help = _HELP[part]

    def value(self, question: Question, response: Response) -> float | None:
        """1 where it is right; of several gold figures the one that agrees best counts."""
        golds = alternatives(question)
        if not golds or (self.part == "period" and not any(gold.period for gold in golds)):
            return None
        if not response.figures:
            return 0.0
        best: Match = max((match(response.figures[0], gold) for gold in golds), key=sum)
        return float(getattr(best, self.part))
