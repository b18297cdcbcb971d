"""Whether a candidate is what was asked for, and what a decision about a question is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.search import FigureCandidate, PassageCandidate
from tickmark.index.terms import is_concept
from tickmark.service.model import AnswerStatus, Calculation

__all__ = ["LIMITS", "Decision", "Thresholds", "fits", "metric_fits"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a candidate is what was asked for.

    ``cover`` is the share of the question found beside the figure; less will do where meaning (``dense``) or the label's
    own words (``precision``) agree. A named concept that is missing altogether needs ``cover_without_concept``.
    """

    cover: float = 0.62
    cover_with_dense: float = 0.42
    dense: float = 0.56
    cover_with_precision: float = 0.5
    precision: float = 0.6
    cover_without_concept: float = 0.8
    cover_without_number: float = 0.9
    own_change: float = 0.6
    passage_cover: float = 0.5
    period: float = 0.55
    unit: float = -0.75


@dataclass(slots=True)
class Decision:
    """The verdict and what it rests on. ``support`` are further places that say the same."""

    status: AnswerStatus
    text: str = ""
    reason: str | None = None
    figures: list[FigureCandidate] = field(default_factory=list)
    support: list[FigureCandidate] = field(default_factory=list)
    passages: list[PassageCandidate] = field(default_factory=list)
    conflicts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    calculation: Calculation | None = None


LIMITS = Thresholds()


def metric_fits(candidate: FigureCandidate) -> bool:
    """Whether the candidate measures what was asked for, periods and units aside."""
    features = candidate.features
    absent = any(is_concept(t) and t not in WEAK_CONCEPTS for t in features.missing)
    if any(t[:1].isdigit() for t in features.missing) and features.cover < LIMITS.cover_without_number:
        return False  # "resolution 5", "scope 3": another number is another thing
    if absent and features.cover < LIMITS.cover_without_concept:
        return False
    if features.cover >= LIMITS.cover:
        return True
    if features.cover >= LIMITS.cover_with_precision and features.precision >= LIMITS.precision:
        return True
    return features.cover >= LIMITS.cover_with_dense and features.dense >= LIMITS.dense


def fits(candidate: FigureCandidate) -> bool:
    """Whether metric, period and unit are those asked for."""
    features = candidate.features
    return metric_fits(candidate) and features.period >= LIMITS.period and features.unit > LIMITS.unit
