"""Any measure of ir_measures (nDCG@10, R@5, RR@3 ...), over documents or over what a question needs.

At the level of documents, a document stands at the rank of its first passage. At the level of evidence, the things to
find are the question's needs: a passage that meets a need not met before stands for it; one that meets nothing, or only
what was met before, is a miss and takes its rank all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from tickmark.eval import heavy
from tickmark.eval.measures.base import Measure, Score
from tickmark.eval.model import Question, Response
from tickmark.eval.trec import by_document
from tickmark.ingest.errors import InputError

__all__ = ["Ranked", "needs_met"]


def needs_met(question: Question, response: Response) -> list[str]:
    """The ranking of a response over needs: ``need 0``, ``need 1`` ... where met, ``miss 3`` ... elsewhere."""
    ranking: list[str] = []
    met: set[int] = set()
    for rank, passage in enumerate(response.passages):
        new = [
            number
            for number, places in enumerate(question.needs)
            if number not in met and any(place.meets(passage.place) for place in places)
        ]
        met.update(new)
        ranking += [f"need {number}" for number in new] or [f"miss {rank}"]
    return ranking


class Ranked(Measure):
    """One measure of ir_measures at one level."""

    def __init__(self, level: Literal["document", "evidence"], name: str) -> None:
        self.level = level
        self.measure_name = name
        self.name = f"{level} {name}"
        self.help = f"{name} over {'documents' if level == 'document' else 'the things a question needs to be shown'}"

    @cached_property
    def measure(self) -> Any:
        """The measure itself. Raises InputError for a name that ir_measures does not know."""
        library = heavy.ir_measures()
        try:
            return library.parse_measure(self.measure_name)
        except (NameError, ValueError, SyntaxError) as error:
            raise InputError(
                f"there is no measure {self.measure_name!r}", hint="Names are those of ir-measures: nDCG@10, R@5, RR."
            ) from error

    def _gold(self, question: Question) -> dict[str, int]:
        if self.level == "document":
            return question.documents
        return {f"need {number}": 1 for number in range(len(question.needs))}

    def scores(self, questions: Sequence[Question], responses: Mapping[str, Response]) -> Iterator[Score]:
        """Every question with judgements; all go to ir_measures at once."""
        golds = {question.id: self._gold(question) for question in questions}
        qrels = {question: gold for question, gold in golds.items() if any(grade > 0 for grade in gold.values())}
        run: dict[str, dict[str, float]] = {}
        for question in questions:
            response = responses.get(question.id) or Response(question.id)
            ranking = by_document(response) if self.level == "document" else needs_met(question, response)
            run[question.id] = {name: float(len(ranking) - rank) for rank, name in enumerate(ranking)}
        if not qrels:
            return
        values = {
            metric.query_id: float(metric.value) for metric in heavy.ir_measures().iter_calc([self.measure], qrels, run)
        }
        for question in questions:
            if question.id in qrels:
                yield Score(question.id, self.name, values.get(question.id, float(self.measure.DEFAULT)))

    def value(self, question: Question, response: Response) -> float | None:
        """For one question alone."""
        return next((score.value for score in self.scores([question], {question.id: response})), None)
