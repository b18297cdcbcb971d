"""Ordinary English words: one that the filings do not use is no slip of the pen ("vetted" is not "vested")."""

from __future__ import annotations

from functools import cache

from spellchecker import SpellChecker

__all__ = ["ordinary"]


@cache
def _dictionary() -> SpellChecker:
    """Read at the first word that no filing has: a quarter of a second, once."""
    return SpellChecker(language="en", distance=1)


def ordinary(word: str) -> bool:
    """Whether a lower-case word is one of English, as it stands."""
    return word in _dictionary()
