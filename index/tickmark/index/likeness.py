"""Whether a word is another spelling or form of one of a text's: "leak" and "leakage", "sinter" and "sintered".

Two such words begin with the same letter, so only the words of a text that do are looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from tickmark.index.terms import is_concept

__all__ = ["can_be_another_spelling", "like"]

_SHORTEST = 4


def can_be_another_spelling(term: str) -> bool:
    """Whether a term is a plain word, long enough for its likeness to another to mean something."""
    return len(term) >= _SHORTEST and not is_concept(term) and term.isascii() and not term.isdigit()


def like(term: str, others: frozenset[str]) -> bool:
    """Whether a word (:func:`can_be_another_spelling`) is a misspelling or another form of one of ``others``."""
    return any(_near(term, other) for other in _by_initial(others).get(term[0], ()))


@lru_cache(maxsize=16_384)
def _by_initial(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The plain words of a text that are long enough, by their first letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        if len(word) >= _SHORTEST and not is_concept(word):
            found[word[0]] = (*found.get(word[0], ()), word)
    return found


def _near(term: str, other: str) -> bool:
    longer = len(other) - len(term)
    if abs(longer) > 4:
        return False
    if term[:6] == other[:6] and min(len(term), len(other)) >= 6:
        return True
    if 0 <= longer <= 3 and other.startswith(term):
        return True  # "leak" and "leakage"
    return abs(longer) <= 2 and fuzz.ratio(term, other) >= 84
