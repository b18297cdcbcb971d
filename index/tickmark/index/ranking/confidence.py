"""How sure it is that a candidate measures what was asked for: a logistic model over the features of its match.

Similarity alone does not make good abstention; what was *not* found does: a concept that the label lacks, a number that
differs, a name that stands nowhere near. The coefficients are learned by ``benchmarks/tune.py`` from questions with
known answers and are data (``data/confidence.json``), with the scores of the run that made them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul

from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.ranking.matching import Features
from tickmark.index.words.terms import is_concept
from tickmark.ingest.model import FigureOrigin

__all__ = ["INPUTS", "confidence", "inputs", "threshold"]

INPUTS = (
    "cover", "own", "precision", "dense", "lexical", "unit", "change", "missing_concepts", "missing_numbers",
    "prose", "score", "cover_and_dense", "asked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Model:
    coefficients: tuple[float, ...]
    intercept: float
    threshold: float
    told: float


@cache
def _model() -> _Model:
    raw: Mapping[str, object] = json.loads((files("tickmark.index") / "data" / "confidence.json").read_text("utf-8"))
    weights = raw["coefficients"]
    assert isinstance(weights, dict)
    return _Model(
        tuple(float(weights[name]) for name in INPUTS),
        *(float(str(raw[name])) for name in ("intercept", "threshold", "threshold_prose")),
    )


def inputs(features: Features, score: float) -> tuple[float, ...]:
    """The model's inputs, in the order of :data:`INPUTS`."""
    concepts = sum(is_concept(t) and t not in WEAK_CONCEPTS for t in features.missing)
    numbers = sum(t[:1].isdigit() for t in features.missing)
    return (
        features.cover,
        features.own,
        features.precision,
        features.dense,
        features.lexical,
        features.unit,
        features.change,
        float(concepts),
        float(numbers),
        float(features.origin < 0.5),
        score,
        features.cover * features.dense,
        min(features.asked, 5) / 5,
    )


def confidence(features: Features, score: float) -> float:
    """The probability, in [0, 1], that a candidate with these features is what was asked for."""
    model = _model()
    total = model.intercept + sum(map(mul, model.coefficients, inputs(features, score)))
    return 1 / (1 + math.exp(-total))


def threshold(origin: FigureOrigin = "cell") -> float:
    """From which confidence on a figure of this origin is given.

    A sentence is seldom worded like a question, and seldom like one about something else: less is asked of it.
    """
    return _model().told if origin == "prose" else _model().threshold
