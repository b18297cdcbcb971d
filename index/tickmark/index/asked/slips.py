"""Slips of the pen in the words that a question is put with: "splti by age", "averge of", "wich regions".

What is asked for is put right by the words of the filings (:mod:`tickmark.index.words.spelling`). The words around it
stand in no filing, and have to be right before anything is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tickmark.index.words.ordinary import ordinary
from tickmark.index.words.stems import stem

__all__ = ["without_slips"]

_WORDS: Final = (
    "split", "breakdown", "broken", "divided", "composition", "average", "total", "combined", "together", "number",
    "percentage", "percent", "proportion", "share", "ratio", "compared", "versus", "against", "change", "growth",
    "increase", "decrease", "difference", "between", "which", "where", "when", "what", "many", "much", "each",
    "every", "year", "years", "annual", "annually", "quarter", "series", "trend", "highest", "lowest",
    "latest", "beginning", "ended", "ending", "announcement", "preliminary", "including", "excluding", "without",
)  # fmt: skip
_HOW: Final = re.compile(
    r"\b(?!(?:so|too|as|who|now|low|show|not|hot|no)\b)(?P<how>[a-z]{2,4})\s+(?=(?:many|much)\b)", re.IGNORECASE
)
_MANY: Final = re.compile(r"(?<=\bhow )(?:mny|mnay|mani|amny|manny|mch|muhc|mcuh|muc)\b", re.IGNORECASE)
_TYPED: Final = re.compile(r"(?<![\w'’.-])[a-z]{4,}(?![\w'’-])")
_SLIPS: Final = 1  # letters that are wrong, left out, too many, or two that have changed places (OSA, Damerau 1964)


def without_slips(text: str, known: Callable[[str], bool]) -> str:
    """A question with its own words put right; a word of English or of the filings (``known``) stays as it is."""
    return _TYPED.sub(lambda typed: _meant(typed[0], known), _MANY.sub(_many, _HOW.sub(_how, text)))


def _how(typed: re.Match[str]) -> str:
    return "how " if OSA.distance(typed["how"].lower(), "how") <= _SLIPS else typed[0]


def _many(typed: re.Match[str]) -> str:
    return "many" if "n" in typed[0].lower() else "much"


def _meant(typed: str, known: Callable[[str], bool]) -> str:
    if typed in _WORDS:
        return typed
    near = process.extractOne(typed, _WORDS, scorer=OSA.distance, score_cutoff=_SLIPS)
    if near is None or ordinary(typed) or (known(typed) and stem(typed) != stem(near[0])):
        return typed
    return str(near[0])
