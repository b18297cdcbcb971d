"""What a measure is: a name, and a value for every question that it asks about.

The vocabulary is that of ir_measures: a :class:`Score` is a question, a measure and a value; a question that a system
did not answer gets the value of an empty response, so that nothing vanishes from the mean.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from tickmark.eval.model import Question, Response
from tickmark.eval.systems.base import Gives

__all__ = ["Measure", "Score"]


class Score(NamedTuple):
    """The value of one measure for one question."""

    question: str
    measure: str
    value: float


class Measure(ABC):
    """A measure.

    ``needs`` is what a system has to give for the measure to be taken at all: a system that never names figures is not
    wrong about them. ``better`` says which way is up.
    """

    name: str
    help: str
    needs: Gives = "passages"
    better: Literal["higher", "lower"] = "higher"
    unit: str = ""

    @abstractmethod
    def value(self, question: Question, response: Response) -> float | None:
        """The value for one question; None where the measure does not ask about it."""

    def scores(self, questions: Sequence[Question], responses: Mapping[str, Response]) -> Iterator[Score]:
        """The value for every question that the measure asks about, in their order."""
        for question in questions:
            value = self.value(question, responses.get(question.id) or Response(question.id))
            if value is not None:
                yield Score(question.id, self.name, value)

    #: How values become one number: the mean, or that quantile of them.
    quantile: float | None = None
