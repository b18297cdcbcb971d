"""A figure of several things together ("looms, mills, and dye works") where one of them is asked for alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.words.terms import all_terms

__all__ = ["of_several"]

_LISTS: Final = re.compile(r",\s[^,]*\s?,?\s*(?:and|or)\s")
_PARTS: Final = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_LONGEST: Final = 6  # words of a member; of those at the ends, which have other words beside them, only the nearest
_NEAREST: Final = 3


@lru_cache(maxsize=16_384)
def _members(label: str) -> tuple[frozenset[str], ...]:
    """The terms of each of three or more things that a label lists; none where it lists fewer."""
    parts = [part.split() for part in _PARTS.split(label) if part.strip()]
    if not _LISTS.search(label) or len(parts) < 3 or any(not 1 < len(part) <= _LONGEST for part in parts[1:-1]):
        return ()  # "key, small and other customers" lists no things: they are all customers
    named = (parts[0][-_NEAREST:], *parts[1:-1], parts[-1][:_NEAREST])
    return tuple(all_terms(" ".join(words)) for words in named)


def of_several(label: str, asked: frozenset[str]) -> bool:
    """Whether a label lists three things or more, and a single one of them is among the terms asked for."""
    members = _members(label)
    common = frozenset[str]().union(*(one & other for one in members for other in members if one is not other))
    return len([1 for member in members if (member - common) & asked]) == 1
