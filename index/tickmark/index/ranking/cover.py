"""How much of what is asked stands in a text: by the very term, a broader concept, another spelling, a kindred word.

A question is compared with hundreds of figures. What can stand for each of its terms is therefore worked out once for a
question, and how much each term counts once for a figure: what is left is a look-up for each term.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import itemgetter
from typing import NamedTuple

from tickmark.index.question import Asked
from tickmark.index.words.glossary import glossary
from tickmark.index.words.kindred import kindred
from tickmark.index.words.likeness import Spellings
from tickmark.index.words.stems import stem

__all__ = ["KINDRED", "Level", "Wanted", "cover_of", "worth_of"]

Level = tuple[frozenset[str], float]
"""Terms of a text and how much they count there, from above 0 to 1."""

_COUNTING = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# "top 10" and "top ten"
_WRITTEN = {str(n): stem(word) for n, word in enumerate(_COUNTING, 1)}
_WRITTEN |= {word: number for number, word in _WRITTEN.items()}
_NEAR = 0.8  # what a broader concept or another spelling counts
KINDRED = 0.65  # what a word near in meaning counts


_Other = tuple[tuple[str, ...], float]


class _Want(NamedTuple):
    """A term, its weight, and what can stand for it: words and how much they count, tried in this order.

    ``others`` are all of those words: most texts have none of them, which one look tells.
    """

    term: str
    weight: float
    instead: tuple[_Other, ...]
    others: frozenset[str]


class Wanted:
    """What a question asks for, made ready to be looked for in many texts.

    Attributes:
        terms: What it asks for, without the weights.
        words: Those of them that are no numbers.
        near: Words of the texts that are near in meaning to what it asks for.
        frequency: Weighs any term by how rare it is.
    """

    def __init__(
        self, asked: Collection[Asked], frequency: Mapping[str, float], spellings: Spellings, *, loosely: bool = True
    ) -> None:
        """``spellings`` knows the words of all texts to be looked at; ``loosely`` lets kindred ones count as well."""
        self.frequency = frequency
        named = {want.term for want in asked}
        self.words = frozenset(term for term in named if not term.isdigit())
        self.terms = frozenset(named | {glossary().loose[term] for term in named if term in glossary().loose})
        near = {term: spellings.known_among(kindred(term)) if loosely else () for term in named}
        self.near = frozenset(word for words in near.values() for word in words)
        self._wants = [_want(want, frequency, spellings, near[want.term]) for want in asked]
        self._total = sum(want.weight for want in self._wants)

    def cover(self, worth: Mapping[str, float]) -> float:
        """The share of what was asked, by weight, that stands in a text (:func:`worth_of`)."""
        found = 0.0
        said = worth.keys()
        for term, weight, instead, others in self._wants:
            counts = worth.get(term)
            if counts is None and others and not said.isdisjoint(others):
                counts = _other_worth(instead, worth)
            if counts:
                found += weight * counts
        return found / self._total if self._total else 0.0

    @property
    def weights(self) -> dict[str, float]:
        """What each term that is asked for counts in :meth:`cover`."""
        return {want.term: want.weight for want in self._wants}

    def each(self, worth: Mapping[str, float]) -> dict[str, float]:
        """How much of each term that is asked for stands in a text, from above 0 to 1; the others are left out."""
        found = {want.term: worth.get(want.term) or _other_worth(want.instead, worth) for want in self._wants}
        return {term: counts for term, counts in found.items() if counts}

    def missing(self, worth: Mapping[str, float]) -> tuple[str, ...]:
        """The terms for which nothing stands in a text."""
        said = worth.keys()
        return tuple(
            want.term
            for want in self._wants
            if want.term not in worth and (said.isdisjoint(want.others) or not _other_worth(want.instead, worth))
        )


def _want(asked: Asked, frequency: Mapping[str, float], spellings: Spellings, near: tuple[str, ...]) -> _Want:
    term = asked.term
    broader, written = glossary().broader.get(term), _WRITTEN.get(term)
    meant = glossary().loose.get(term)
    rare = min(frequency.get(each, 1.0) for each in (term, meant or term))
    if term not in frequency and near:
        rare = max(frequency.get(each, 1.0) for each in near)  # as rare as what tells it
    instead = (
        ((meant,) if meant else (), 1.0),
        ((broader,) if broader else (), _NEAR),
        ((written,) if written else (), 1.0),
        (spellings.of(term), _NEAR),
        (near, KINDRED),
    )
    others = frozenset(word for words, _ in instead for word in words)
    return _Want(term, asked.weight * rare, tuple(other for other in instead if other[0]), others)


def _other_worth(instead: Collection[_Other], worth: Mapping[str, float]) -> float:
    """How much the first of the others that stands in a text counts; 0 where none does."""
    for words, share in instead:
        best = share * max([worth.get(word, 0.0) for word in words])
        if best > 0.0:
            return best
    return 0.0


def worth_of(levels: Collection[Level]) -> dict[str, float]:
    """How much each term of a text counts: as much as in the best level that has it."""
    worth: dict[str, float] = {}
    for level, counts in sorted(levels, key=itemgetter(1)):
        worth.update(dict.fromkeys(level, counts))
    return worth


def cover_of(
    asked: Collection[Asked], frequency: Mapping[str, float], levels: Collection[Level]
) -> tuple[float, tuple[str, ...]]:
    """(share of what was asked that stands in a single text, what is missing there).

    A text of many words has a kindred one for nearly everything: here only the words themselves count.
    """
    worth = worth_of(levels)
    wanted = Wanted(asked, frequency, Spellings(worth), loosely=False)
    return wanted.cover(worth), wanted.missing(worth)
