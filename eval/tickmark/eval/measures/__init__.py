"""The measures. One measure, one small file; :func:`measures` puts them in the order of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from tickmark.eval.measures.base import Measure, Score
from tickmark.eval.measures.calculation import CalculationRight
from tickmark.eval.measures.cited import Cited
from tickmark.eval.measures.evidence import EvidenceWithin
from tickmark.eval.measures.figure import FirstFigure, Part
from tickmark.eval.measures.figure_within import FigureWithin
from tickmark.eval.measures.latency import Latency
from tickmark.eval.measures.members import Members
from tickmark.eval.measures.printed import PrintedWithin
from tickmark.eval.measures.ranked import Ranked
from tickmark.eval.measures.refusal import Refusal
from tickmark.eval.measures.status import StatusRight
from tickmark.eval.measures.wrong import WrongFigure

__all__ = ["RANKED", "Measure", "Score", "measures"]

RANKED = ("nDCG@10", "R@5", "RR@3", "RR")
_LEVELS: tuple[Literal["document", "evidence"], ...] = ("document", "evidence")


def measures(ranked: Sequence[str] = RANKED) -> list[Measure]:
    """Every measure. ``ranked`` are names of ir_measures, each taken over documents and over evidence."""
    parts: tuple[Part, ...] = get_args(Part)
    return [
        *(FirstFigure(part) for part in parts),
        FigureWithin(5),
        Cited(),
        WrongFigure(),
        Members(),
        CalculationRight(),
        StatusRight(),
        Refusal("precision"),
        Refusal("recall"),
        EvidenceWithin(2000),
        EvidenceWithin(4000),
        PrintedWithin(1),
        PrintedWithin(5),
        *(Ranked(level, name) for level in _LEVELS for name in ranked),
        Latency(50),
        Latency(95),
    ]
