"""How long a question takes, from asking to the whole answer, one at a time."""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.model import Question, Response

__all__ = ["Latency"]


class Latency(Measure):
    """A quantile of wall-clock milliseconds."""

    better = "lower"
    unit = "ms"

    def __init__(self, percent: int) -> None:
        self.quantile = percent / 100
        self.name = f"latency p{percent}"
        self.help = f"milliseconds that {percent} % of the questions stay within"

    def value(self, question: Question, response: Response) -> float | None:
        """The milliseconds; None for a response that was read from a file."""
        return response.ms
