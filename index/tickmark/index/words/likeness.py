"""Whether a word is another spelling or form of one of a text's: "leak" and "leakage", "sinter" and "sintered".

Two such words begin with the same letter, so only the words of a text that do are looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz import fuzz

from tickmark.index.words.terms import is_concept

__all__ = ["Spellings", "can_be_another_spelling"]

_SHORTEST = 4


def can_be_another_spelling(term: str) -> bool:
    """Whether a term is a plain word, long enough for its likeness to another to mean something."""
    return len(term) >= _SHORTEST and not is_concept(term) and term.isascii() and not term.isdigit()


class Spellings:
    """The plain words of many texts, and which of them are misspellings or other forms of a word.

    A word is compared once with each of them: what it was found to be like is remembered, and words that are learned
    later are compared when it is next asked for.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._by_initial: dict[str, list[str]] = {}
        self._found: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.learn(words)

    def learn(self, words: Iterable[str]) -> None:
        """Take in the words of a text; those that are known already cost next to nothing."""
        for word in set(words) - self._known:
            self._known.add(word)
            if len(word) >= _SHORTEST and not is_concept(word):
                self._by_initial.setdefault(word[0], []).append(word)

    def known_among(self, words: Collection[str]) -> tuple[str, ...]:
        """Those of some words that stand in one of the texts, in the order of the alphabet."""
        return tuple(sorted(self._known.intersection(words)))

    def of(self, term: str) -> tuple[str, ...]:
        """The words that are like a term; none where it has no other spelling (:func:`can_be_another_spelling`)."""
        if not can_be_another_spelling(term):
            return ()
        listed = self._by_initial.get(term[0], [])
        compared, found = self._found.get(term, (0, ()))
        count = len(listed)  # another thread may be learning
        if compared < count:
            found += tuple(word for word in listed[compared:count] if _near(term, word))
            self._found[term] = count, found
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
