"""Whether a system says the right kind of thing: answered, not disclosed, conflicting or not found."""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.model import Question, Response

__all__ = ["StatusRight"]


class StatusRight(Measure):
    """The status of the verdict."""

    name = "status"
    help = "the verdict is of the right kind: answered, not disclosed, conflicting, not found"
    needs = "status"

    def value(self, question: Question, response: Response) -> float | None:
        """1 where it is."""
        return None if question.status is None else float(response.status == question.status)
