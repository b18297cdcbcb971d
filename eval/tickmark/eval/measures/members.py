"""Series, breakdowns, conflicts and operands: whether the verdict rests on all of the figures, and on no others."""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.measures.match import match
from tickmark.eval.model import Question, Response

__all__ = ["Members"]


class Members(Measure):
    """F1 of the figures that the verdict rests on, against members or operands: 2 right / (given + wanted)."""

    name = "members F1"
    help = "series, breakdowns, conflicts, operands: F1 of the figures that the verdict rests on"
    needs = "figures"

    def value(self, question: Question, response: Response) -> float | None:
        """Each figure stands for one gold figure at most."""
        wanted = [figure for figure in question.figures if figure.role != "alternative"]
        if not wanted:
            return None
        given = [figure for figure in response.figures if figure.given]
        left = list(wanted)
        right = 0
        for figure in given:
            hit = next((gold for gold in left if match(figure, gold).whole), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        return 2 * right / (len(given) + len(wanted))
