"""Two runs on one set, question by question: how much they differ, and whether that could be chance.

The p-value is that of a paired randomisation test, two-sided: under the hypothesis that the systems are alike, the two
values of a question could as well be swapped (Smucker, Allan and Carterette, CIKM 2007). The interval is the percentile
bootstrap of the difference over questions. Since many measures are looked at together, each p-value is also given as
adjusted for the false discovery rate (Benjamini and Hochberg 1995).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

import numpy as np

from tickmark.eval import heavy
from tickmark.eval.measures import RANKED, Measure
from tickmark.eval.record import Run
from tickmark.eval.score import BATCH, RESAMPLES, Values, evaluate, statistic
from tickmark.ingest.errors import InputError

__all__ = ["Comparison", "Difference", "compare"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in two runs. ``difference`` is b - a; ``won`` are the questions that b is better at."""

    name: str
    better: Literal["higher", "lower"]
    a: float
    b: float
    difference: float
    questions: int
    low: float | None = None
    high: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    won: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    by_kind: dict[str, tuple[float | None, float | None, int]] = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs compared. ``only_a`` and ``only_b`` name measures that one of them alone could be held to."""

    a: str
    b: str
    dataset: str
    dataset_fingerprint: str
    seed: int
    resamples: int
    differences: tuple[Difference, ...]
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()


class _Draws(NamedTuple):
    """How chance is drawn."""

    seed: int
    resamples: int


def compare(a: Run, b: Run, *, ranked: Sequence[str] = RANKED, seed: int = 0, resamples: int = RESAMPLES) -> Comparison:
    """Compare two runs on the same set. Raises InputError when it is not the same."""
    if a.record.dataset_fingerprint != b.record.dataset_fingerprint:
        raise InputError(
            f"these runs are on different sets or questions ({a.record.dataset} {a.record.dataset_fingerprint}, "
            f"{b.record.dataset} {b.record.dataset_fingerprint})",
            hint="Only runs with the same documents, questions, judgements, limit and seed can be compared.",
        )
    taken_a = {measure.name: (measure, values) for measure, values in _evaluated(a, ranked)}
    taken_b = {measure.name: (measure, values) for measure, values in _evaluated(b, ranked)}
    kinds = {question.id: question.kind or "-" for question in a.questions}
    differences = [
        _difference(measure, values, taken_b[name][1], kinds, _Draws(seed, resamples))
        for name, (measure, values) in taken_a.items()
        if name in taken_b
    ]
    return Comparison(
        a=_label(a, b),
        b=_label(b, a),
        dataset=a.record.dataset,
        dataset_fingerprint=a.record.dataset_fingerprint,
        seed=seed,
        resamples=resamples,
        differences=_adjusted(differences),
        only_a=tuple(name for name in taken_a if name not in taken_b),
        only_b=tuple(name for name in taken_b if name not in taken_a),
    )


def _evaluated(run: Run, ranked: Sequence[str]) -> list[tuple[Measure, dict[str, float]]]:
    return evaluate(run.questions, run.responses, run.record.gives, ranked)


def _label(run: Run, other: Run) -> str:
    """The system's name, and the run's folder where both are of one system."""
    if run.record.system != other.record.system:
        return run.record.system
    return f"{run.record.system} ({run.folder.name})"


def _difference(
    measure: Measure,
    a: dict[str, float],
    b: dict[str, float],
    kinds: dict[str, str],
    draws: _Draws,
) -> Difference:
    # A measure may ask about other questions in each run (precision of refusals: those that were refused).
    ids = [question for question in kinds if question in a or question in b]
    one, two = (np.array([values.get(question, np.nan) for question in ids]) for values in (a, b))
    number = statistic(measure.quantile)
    sign = 1 if measure.better == "higher" else -1
    gap = {question: sign * (b[question] - a[question]) for question in ids if question in a and question in b}
    by_kind: dict[str, tuple[float | None, float | None, int]] = {}
    for kind in dict.fromkeys(kinds[question] for question in ids):
        inside = np.array([kinds[question] == kind for question in ids])
        by_kind[kind] = (_known(number(one[inside])), _known(number(two[inside])), int(inside.sum()))
    low, high, p = _chance(one, two, number, draws)
    return Difference(
        name=measure.name,
        better=measure.better,
        a=float(number(one)),
        b=float(number(two)),
        difference=float(number(two) - number(one)),
        questions=len(ids),
        low=low,
        high=high,
        p=p,
        won=tuple(question for question, value in gap.items() if value > 0),
        lost=tuple(question for question, value in gap.items() if value < 0),
        by_kind=by_kind,
        unit=measure.unit,
    )


def _chance(
    one: Values, two: Values, number: Callable[..., Values], draws: _Draws
) -> tuple[float | None, float | None, float | None]:
    """Interval of the difference and p-value; None where there are too few questions to say."""
    if draws.resamples == 0 or len(one) < 2:
        return None, None, None
    stats = heavy.scipy_stats()

    def gap(x: Values, y: Values, axis: int = -1) -> Values:
        return np.asarray(number(y, axis=axis) - number(x, axis=axis))

    shared = {"vectorized": True, "n_resamples": draws.resamples, "batch": BATCH}
    with warnings.catch_warnings():
        # A resample in which a measure asks about nothing has no difference; the interval is over the others.
        warnings.simplefilter("ignore", stats.DegenerateDataWarning)
        resampled = stats.bootstrap(
            (one, two), gap, paired=True, method="percentile", rng=np.random.default_rng(draws.seed), **shared
        ).bootstrap_distribution
    test = stats.permutation_test(
        (one, two), gap, permutation_type="samples", rng=np.random.default_rng(draws.seed), **shared
    )
    differences = resampled[~np.isnan(resampled)]
    if not len(differences) or np.isnan(test.statistic):
        return None, None, None
    low, high = np.quantile(differences, (0.025, 0.975))
    return float(low), float(high), float(test.pvalue)


def _known(number: Any) -> float | None:
    """A float for JSON, which has no NaN."""
    return None if np.isnan(number) else float(number)


def _adjusted(differences: list[Difference]) -> tuple[Difference, ...]:
    """The differences with their p-values adjusted for the false discovery rate."""
    tested = [difference for difference in differences if difference.p is not None]
    if not tested:
        return tuple(differences)
    adjusted = heavy.scipy_stats().false_discovery_control([difference.p for difference in tested])
    by_name = {difference.name: float(p) for difference, p in zip(tested, adjusted, strict=True)}
    return tuple(replace(difference, p_adjusted=by_name.get(difference.name)) for difference in differences)
