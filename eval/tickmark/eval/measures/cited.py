"""Whether the first figure points at the place where the answer is printed: the cell, the line, the row."""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.measures.match import alternatives, match
from tickmark.eval.model import Question, Response

__all__ = ["Cited"]


class Cited(Measure):
    """The right number at the right place. Two rows may print the same number; only one of them answers."""

    name = "figure cited"
    help = "the first figure has the right number and points at a place that the judgements name"
    needs = "figures"

    def value(self, question: Question, response: Response) -> float | None:
        """1 where it does."""
        golds = [gold for gold in alternatives(question) if gold.places]
        if not golds:
            return None
        if not response.figures:
            return 0.0
        first = response.figures[0]
        return float(
            any(match(first, gold).number and any(place.meets(first.place) for place in gold.places) for gold in golds)
        )
