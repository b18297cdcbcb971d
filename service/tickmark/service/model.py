"""The nouns of the second floor: an answer and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from tickmark.index.model import FigureHit, Interpretation, PassageHit

if TYPE_CHECKING:
    from tickmark.service.explanation import Explanation

__all__ = ["Answer", "AnswerStatus", "Calculation", "Verdict"]

AnswerStatus = Literal["answered", "not_disclosed", "conflicting", "not_found"]


@dataclass(frozen=True, slots=True)
class Calculation:
    """Exact arithmetic over cited operands: ``expression`` as a person would write it."""

    expression: str
    result: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Tickmark says. ``reason`` is given whenever ``status`` is not ``answered``."""

    status: AnswerStatus
    text: str
    figure_ids: tuple[str, ...] = ()
    passage_ids: tuple[str, ...] = ()
    calculation: Calculation | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, the same for every door. ``figures`` and ``passages`` are best first."""

    query: str
    interpretation: Interpretation
    verdict: Verdict
    figures: tuple[FigureHit, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    explanation: Explanation | None = None
