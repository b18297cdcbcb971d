"""Words cut short that no list knows ("occ health", "nat gas"), told by a word that stands beside them in the filings.

"occ" is "occupational" where a row of the filings says "occupational health" and the question "occ health". Beside
another word it may be short for anything, and stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from tickmark.index.words.stems import stem

__all__ = ["written_out"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 3, 6  # letters of a word cut short
_CUT: Final = 3  # letters that are missing at least
_VOWELS: Final = re.compile(r"[aeiou]")


def written_out(text: str, word: str, labels: Callable[[str], Iterable[str]]) -> str | None:
    """The one word of the filings that ``word`` of a question is short for; None where there is none, or several.

    Args:
        text: the question.
        word: a word of it that the filings do not use, in lower case.
        labels: the labels of rows in which a word stands.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
        return None
    said = [found[0].lower() for found in _WORD.finditer(text)]
    found: dict[str, str] = {}
    for place in (i for i, one in enumerate(said) if one == word):
        for beside, before in ((place + 1, False), (place - 1, True)):
            if 0 <= beside < len(said):
                found |= _found(word, said[beside], labels(said[beside]), before=before)
    return next(iter(found.values())) if len(found) == 1 else None


def _found(word: str, neighbour: str, labels: Iterable[str], *, before: bool) -> dict[str, str]:
    """Words, by their stems, that may be meant: they stand beside the neighbour, ``before`` saying that it leads."""
    near: dict[str, str] = {}
    for label in labels:
        said = [found[0].lower() for found in _WORD.finditer(label)]
        for first, second in pairwise(said):
            kept, full = (first, second) if before else (second, first)
            if stem(kept) == stem(neighbour) and _short_for(word, full):
                near[stem(full)] = full
    return near


def _short_for(word: str, full: str) -> bool:
    """Whether a word is the beginning of another, or its consonants ("mgmt")."""
    if len(full) < len(word) + _CUT or full[0] != word[0]:
        return False
    if full.startswith(word):
        return True
    letters = iter(full)
    return not _VOWELS.search(word[1:]) and all(letter in letters for letter in word)
