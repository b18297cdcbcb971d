"""Numbers that define a word: "a grave accident is one that hurts more than 50 people" tells of nobody hurt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate

__all__ = ["without_definitions"]

_DEFINES: Final = re.compile(
    r"\b(?P<what>[a-z]{4,}?)s?\s+(?:is|are|means?|refers?\s+to)\s+(?:an?|any|those|all)\s+(?:[a-z-]+\s+)?"
    r"(?:(?P=what)s?|one)\s+(?:that|which|where|whose|who|causing|involving|resulting|with)\b"
    r"|\b(?:is|are)\s+defined\s+as\b|\bshall\s+mean\b",
    re.IGNORECASE,
)
# what counts as one is asked
_ASKS: Final = re.compile(
    r"\b(?:defin\w*|mean(?:s|ing|t)?|counts?\s+as|counted\s+as|classed|classified|qualif\w*|constitut\w*|considered"
    r"|deemed|threshold|cut-?off|criteri\w+|(?:makes?|made)\s+(?:it\s+)?an?|before\s+(?:it|an?\s+\w+)\s+(?:is|becomes)"
    r"|call(?:s|ed)?|rank(?:s|ed)?\s+as|to\s+be\s+an?)\b|定义|定義|何谓|何謂|算作|才算",
    re.IGNORECASE,
)


def without_definitions(question: Question, figures: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The candidates without those whose sentence only says what a word means; all where that is what is asked."""
    if _ASKS.search(question.text):
        return list(figures)
    return [c for c in figures if c.figure.origin == "cell" or not _DEFINES.search(" ".join(c.figure.label_path))]
