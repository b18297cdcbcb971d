"""Whether what is worked out is to be told in points: only percentages differ by them, and scores."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.question import Question
from tickmark.index.words.unit_families import family

__all__ = ["IN_POINTS", "in_points", "of_points"]

_IN_POINTS: Final = re.compile(
    r"\b(?:in|as)\s+(?:percentage\s+)?points\b|\bhow\s+many\s+(?:percentage\s+)?points\b|\bpercentage[- ]points?\b"
    r"|百分点|百分點",
    re.IGNORECASE,
)
IN_POINTS: Final = frozenset({"%", "percentage points"})
"""Units that points tell the difference of."""


def in_points(question: Question) -> bool:
    """Whether a question asks for points, wherever it says so: "the gap, in points, between ..."."""
    return family(question.unit or "") == "points" or _IN_POINTS.search(question.text) is not None


def of_points(unit: str | None) -> bool:
    """Whether a unit can differ by points: a percentage, or a score that is counted in them."""
    return unit in IN_POINTS or (unit or "").rstrip("s") == "point"
