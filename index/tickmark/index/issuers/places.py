"""Places: countries and continents as people type them without a capital too, and what stands behind a town.

Both are data (``data/places.txt``, ``data/regions.txt``).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["is_place", "is_region"]


def _lines(name: str) -> list[str]:
    lines = (files("tickmark.index") / "data" / name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if not line.startswith("#")]


@cache
def _places() -> frozenset[str]:
    return frozenset(" ".join(_lines("places.txt")).split())


@cache
def _regions() -> frozenset[str]:
    return frozenset(_lines("regions.txt"))


def is_place(word: str) -> bool:
    """Whether a word is the name of a country or a continent."""
    return word.lower() in _places()


def is_region(name: str) -> bool:
    """Whether a name with its capitals is that of a state, a province or a country: "NJ", "New Jersey", "Japan"."""
    return name in _regions() or is_place(name)
