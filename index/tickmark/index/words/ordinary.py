"""Ordinary English words: one that the filings do not use is no slip of the pen ("vetted" is not "vested")."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from spellchecker import SpellChecker

__all__ = ["one_slip_away", "ordinary", "plain"]


@cache
def _dictionary() -> SpellChecker:
    """Read at the first word that no filing has: a quarter of a second, once."""
    return SpellChecker(language="en", distance=1)


def ordinary(word: str) -> bool:
    """Whether a lower-case word is one of English, as it stands."""
    return word in _dictionary()


def one_slip_away(word: str) -> set[str]:
    """The words of English that a lower-case word is one wrong, missing, added or exchanged letter away from."""
    dictionary = _dictionary()
    return set(dictionary.known(dictionary.edit_distance_1(word)))


@cache
def _companies() -> frozenset[str]:
    lines = (files("tickmark.index") / "data" / "company_words.txt").read_text("utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


def plain(word: str) -> bool:
    """Whether a lower-case word is one of English that no well-known company is called by."""
    return word not in _companies() and ordinary(word)
