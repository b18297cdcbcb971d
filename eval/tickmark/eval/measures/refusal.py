"""Refusing: saying that the filings do not answer (``not_found``) or do not disclose (``not_disclosed``).

Precision: of the questions that were refused, those that had to be. Recall: of those that had to be, those that were.
A question without a response was not refused; it was not answered either, and counts against recall where it had to be.
"""

from __future__ import annotations

from typing import Literal

from tickmark.eval.measures.base import Measure
from tickmark.eval.model import Question, Response

__all__ = ["Refusal"]

_REFUSED = frozenset({"not_found", "not_disclosed"})


class Refusal(Measure):
    """Precision or recall of refusals."""

    needs = "status"

    def __init__(self, of: Literal["precision", "recall"]) -> None:
        self.of = of
        self.name = f"refusal {of}"
        self.help = (
            "of the refusals, those that were right" if of == "precision" else "of what had to be refused, what was"
        )

    def value(self, question: Question, response: Response) -> float | None:
        """1 or 0 for what was refused (precision), or had to be (recall)."""
        if question.status is None:
            return None
        refused, had_to_be = response.status in _REFUSED, question.status in _REFUSED
        if self.of == "precision":
            return float(had_to_be) if refused else None
        return float(refused) if had_to_be else None
