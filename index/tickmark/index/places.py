"""Countries and continents, as people type them without a capital too (``data/places.txt``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["is_place"]


@cache
def _places() -> frozenset[str]:
    lines = (files("tickmark.index") / "data" / "places.txt").read_text("utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())


def is_place(word: str) -> bool:
    """Whether a word is the name of a country or a continent."""
    return word.lower() in _places()
