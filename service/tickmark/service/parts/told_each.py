"""Whether a figure is told for each of something: by how its labels and its unit are worded."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.search import FigureCandidate

__all__ = ["PER_SOMETHING", "told_each"]

PER_SOMETHING: Final = re.compile(r"\bper\b|/|\b(?:intensity|density)\b|\baverage\b|每|人均|密度", re.IGNORECASE)
"""What says that something is told per something else."""
# how labels word what is of each one, of a day, or of so many hours
_TOLD_EACH: Final = re.compile(
    rf"{PER_SOMETHING.pattern}|\b(?:each|every|apiece|rates?|ratio|mean|typical|unit|prices?|fees?|tariffs?|factors?"
    rf"|yields?|speed|(?:dai|week|month|hour|year)ly"
    r"|annual|one)\b|[均率价價]",
    re.IGNORECASE,
)


def told_each(candidate: FigureCandidate) -> bool:
    """Whether a figure is of each one, of a day or of so many hours, and not of all together."""
    figure = candidate.figure
    return _TOLD_EACH.search(" ".join((*figure.label_path, *figure.column_path, figure.unit or ""))) is not None
