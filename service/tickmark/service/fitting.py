"""Whether a candidate is what was asked for, and what a decision about a question is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.ranking.confidence import confidence, threshold
from tickmark.index.search import FigureCandidate, PassageCandidate
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept
from tickmark.ingest.model import Figure
from tickmark.service.model import AnswerStatus, Calculation

__all__ = [
    "LIMITS",
    "Decision",
    "Thresholds",
    "fits",
    "is_number",
    "metric_fits",
    "needed",
    "stands_alone",
    "told_in_full",
    "vetoed",
]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a candidate is what was asked for, beside the learned confidence: features as in ``index/matching.py``."""

    cover: float = 0.62
    cover_without_number: float = 0.9
    own_change: float = 0.6
    score_change: float = 0.7
    own_share: float = 0.65
    precision: float = 0.6
    passage_cover: float = 0.5
    passage_cover_with_dense: float = 0.3
    passage_dense: float = 0.4
    period: float = 0.55
    unit: float = -0.75
    nearly: float = 0.06
    ahead: float = 0.08
    cover_alone: float = 0.3


@dataclass(slots=True)
class Decision:
    """The verdict and what it rests on.

    ``support`` are further places that say the same, ``superseded`` readings of the answer's figures that an amendment
    replaced (or, where the original was asked for, the amendment's own), each with the id of the figure that counts;
    ``disputed`` are figures elsewhere that contradict one of the answer's, each with the id of that one.
    """

    status: AnswerStatus
    text: str = ""
    reason: str | None = None
    figures: list[FigureCandidate] = field(default_factory=list)
    support: list[FigureCandidate] = field(default_factory=list)
    passages: list[PassageCandidate] = field(default_factory=list)
    conflicts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    superseded: list[tuple[FigureCandidate, str]] = field(default_factory=list)
    disputed: list[tuple[FigureCandidate, str]] = field(default_factory=list)
    calculation: Calculation | None = None


LIMITS = Thresholds()
# "the five biggest customers" and "the top 5": those up to three are words of many phrases
_COUNTING = frozenset(map(stem, ("four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty")))


def is_number(term: str) -> bool:
    """Whether a term is a number, in digits or written out."""
    return term[:1].isdigit() or term in _COUNTING


def vetoed(candidate: FigureCandidate) -> bool:
    """Whether something asked for by name or number is another one here: another company, another resolution."""
    features = candidate.features
    if features.names or features.only_numbers or features.untold:
        return True
    if any(map(is_number, features.missing)) and features.cover < LIMITS.cover_without_number:
        return True
    if candidate.figure.origin != "cell" and features.own == features.precision == 0:
        return True  # only what stands around it speaks of what was asked for
    return features.target < 0 and candidate.figure.origin != "cell" and features.precision < LIMITS.precision


def needed(candidate: FigureCandidate) -> float:
    """How sure it has to be: surer of what a sentence counts of another thing than was to be counted."""
    told = candidate.figure.origin == "prose" and candidate.features.unit >= 0
    return threshold("prose" if told else "cell")


def stands_alone(candidates: Sequence[FigureCandidate]) -> FigureCandidate | None:
    """The first candidate where it all but reaches its threshold, lacks nothing by name, and is far ahead of the rest.

    A question in other words than the filing's covers little of any row. Where one row is meant by it, that row leads;
    where none is, several follow each other closely.
    """
    able = [c for c in candidates if not vetoed(c) and c.features.period >= LIMITS.period and c.features.unit >= 0]
    if not able or able[0] is not candidates[0]:
        return None
    best = able[0]
    lacks = any(is_concept(term) and term not in WEAK_CONCEPTS for term in best.features.missing)
    if (
        lacks
        or best.features.cover < LIMITS.cover_alone
        or confidence(best.features, best.score) < needed(best) - LIMITS.nearly
    ):
        return None
    next_ = next((c for c in candidates[1:] if c.row.id != best.row.id and c.figure.value != best.figure.value), None)
    return best if next_ is None or best.score - next_.score >= LIMITS.ahead else None


def metric_fits(candidate: FigureCandidate) -> bool:
    """Whether the candidate measures what was asked for, periods and units aside."""
    return not vetoed(candidate) and confidence(candidate.features, candidate.score) >= needed(candidate)


def told_in_full(best: FigureCandidate, fitting: Sequence[FigureCandidate]) -> FigureCandidate:
    """The candidate, or where a table prints its number without any unit, the same number where one is told."""
    ours = best.figure
    if ours.unit is not None or ours.currency is not None or ours.scale != 1 or ours.number is None:
        return best
    same = (c for c in fitting if c.filing.id == best.filing.id and c.figure.number == ours.number)
    told = (c for c in same if _ends(c.figure) == _ends(ours) and c.figure.currency is not None)
    return next(told, best)


def _ends(figure: Figure) -> str | None:
    return figure.period.end if figure.period else None


def fits(candidate: FigureCandidate) -> bool:
    """Whether metric, period and unit are those asked for."""
    features = candidate.features
    return metric_fits(candidate) and features.period >= LIMITS.period and features.unit > LIMITS.unit
