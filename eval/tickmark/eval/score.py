"""From responses to scores: one number for each measure and question, their means, and how sure the means are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from tickmark.eval import heavy
from tickmark.eval.measures import RANKED, Measure, measures
from tickmark.eval.model import Question, Response
from tickmark.eval.record import Run

__all__ = ["Scores", "Summary", "evaluate", "score", "statistic", "total"]

Values = npt.NDArray[np.float64]
RESAMPLES = 9999
# Resamples drawn at once: bounds the memory at this many times the number of questions.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Summary:
    """One measure over all questions. ``low`` and ``high`` bound the middle 95 % of bootstrap resamples."""

    name: str
    help: str
    better: Literal["higher", "lower"]
    value: float
    questions: int
    low: float | None = None
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """What a run comes to. ``by``: property of a question, its value, measure, number. ``each``: measure, question."""

    system: str
    dataset: str
    dataset_fingerprint: str
    index_fingerprint: str
    seed: int
    summaries: tuple[Summary, ...] = ()
    by: dict[str, dict[str, dict[str, float]]] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    each: dict[str, dict[str, float]] = field(default_factory=dict)

    def summary(self, name: str) -> Summary | None:
        """The measure of that name."""
        return next((summary for summary in self.summaries if summary.name == name), None)


def statistic(quantile: float | None) -> Callable[..., Values]:
    """What makes one number of many, along an axis, where a question that is not asked about is NaN."""
    if quantile is None:

        def mean(values: Values, axis: int = -1) -> Values:
            asked = ~np.isnan(values)
            count = asked.sum(axis=axis)
            sums = np.where(asked, values, 0.0).sum(axis=axis)
            return np.asarray(np.divide(sums, count, out=np.full(np.shape(sums), np.nan), where=count > 0))

        return mean

    def rank(values: Values, axis: int = -1) -> Values:
        if np.isnan(values).any():
            return np.asarray(np.nanquantile(values, quantile, axis=axis))
        return np.asarray(np.quantile(values, quantile, axis=axis))

    return rank


def total(values: Sequence[float], quantile: float | None = None) -> float:
    """The mean or quantile of values, none of them NaN."""
    return float(statistic(quantile)(np.asarray(values, dtype=np.float64)))


def evaluate(
    questions: Sequence[Question],
    responses: Mapping[str, Response],
    gives: Sequence[str],
    ranked: Sequence[str] = RANKED,
) -> list[tuple[Measure, dict[str, float]]]:
    """Every measure that can be taken of a system, with its value for every question that it asks about."""
    found = []
    for measure in measures(ranked):
        if measure.needs in gives:
            values = {score.question: score.value for score in measure.scores(questions, responses)}
            if values:
                found.append((measure, values))
    return found


def score(run: Run, *, ranked: Sequence[str] = RANKED, seed: int = 0, resamples: int = RESAMPLES) -> Scores:
    """Score a run.

    Args:
        run: As read back from its folder.
        ranked: Measures of ir_measures to take over documents and over evidence.
        seed: Of the bootstrap.
        resamples: How many; 0 leaves the intervals out.
    """
    taken = evaluate(run.questions, run.responses, run.record.gives, ranked)
    by: dict[str, dict[str, dict[str, float]]] = {}
    counts: dict[str, dict[str, int]] = {}
    for field_name in ("kind", "language"):
        groups: dict[str, set[str]] = {}
        for question in run.questions:
            groups.setdefault(getattr(question, field_name) or "-", set()).add(question.id)
        counts[field_name] = {group: len(ids) for group, ids in groups.items()}
        by[field_name] = {
            group: {
                measure.name: total(inside, measure.quantile)
                for measure, values in taken
                if (inside := [value for question, value in values.items() if question in ids])
            }
            for group, ids in groups.items()
        }
    return Scores(
        system=run.record.system,
        dataset=run.record.dataset,
        dataset_fingerprint=run.record.dataset_fingerprint,
        index_fingerprint=run.record.index_fingerprint,
        seed=seed,
        summaries=tuple(_summary(measure, list(values.values()), seed, resamples) for measure, values in taken),
        by=by,
        counts=counts,
        each={measure.name: values for measure, values in taken},
    )


def _summary(measure: Measure, values: list[float], seed: int, resamples: int) -> Summary:
    low = high = None
    if resamples and len(values) > 1:
        # Percentile bootstrap over questions (Efron and Tibshirani 1993, chapter 13).
        interval = (
            heavy.scipy_stats()
            .bootstrap(
                (np.asarray(values),),
                statistic(measure.quantile),
                vectorized=True,
                method="percentile",
                n_resamples=resamples,
                batch=BATCH,
                rng=np.random.default_rng(seed),
            )
            .confidence_interval
        )
        low, high = float(interval.low), float(interval.high)
    return Summary(
        measure.name,
        measure.help,
        measure.better,
        total(values, measure.quantile),
        len(values),
        low,
        high,
        measure.unit,
    )
