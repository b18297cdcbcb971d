"""Words near in meaning: "outlay" and "investment", "in hock" and "pledged".

Looser than the synonyms of :mod:`tickmark.index.words.terms`, which put words under one name: a kindred word that
stands where another was asked for counts at a discount. The groups are data (``data/kindred/*.txt``), not code.

A line is a group, of which each word stands for any other. Where it has a ">", words and phrases (``in_hock``) before
it are those of questions, and the words behind it those of filings that may tell them: nothing follows the other way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final

from tickmark.index.words.analysis import STOP_WORDS
from tickmark.index.words.stems import stem

__all__ = ["JOINT", "kindred", "parts_of", "phrases", "read_groups"]

JOINT: Final = "_"  # between the words of a phrase, in the data and in its term

_Pair = tuple[str, str]
_JOINING: Final = frozenset(map(stem, STOP_WORDS)) | {"down", "off", "on", "out", "over", "up"}


def read_groups(lines: Iterable[str]) -> Iterator[_Pair]:
    """(asked, told) for every word of a question and word of a filing that may tell it, as terms."""
    for line in lines:
        asked, one_way, told = line.partition("#")[0].partition(">")
        left = [_term(word) for word in asked.split()]
        right = [_term(word) for word in told.split()] if one_way else left
        yield from ((one, other) for one, other in product(left, right) if one != other)


def _term(word: str) -> str:
    return JOINT.join(map(stem, word.split(JOINT)))


@cache
def _near() -> Mapping[str, frozenset[str]]:
    """The terms that may tell each term that is asked for, itself left out."""
    near: dict[str, set[str]] = {}
    for file in sorted((files("tickmark.index") / "data" / "kindred").iterdir(), key=lambda file: file.name):
        for asked, told in read_groups(file.read_text("utf-8").splitlines()):
            near.setdefault(asked, set()).add(told)
    # the words of a phrase tell it as well
    return {asked: frozenset(told.union(_words_of(asked)) - {asked}) for asked, told in near.items()}


def _words_of(term: str) -> list[str]:
    return [word for word in term.split(JOINT) if word not in _JOINING]


def parts_of(term: str) -> list[str]:
    """The words of a phrase that say something, in order; of any other term the term itself."""
    return _words_of(term) if JOINT in term and term in _near() else [term]


def kindred(term: str) -> frozenset[str]:
    """The terms that are near in meaning to one that is asked for; none for a concept, which has words of its own."""
    return _near().get(term, frozenset())


@cache
def phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """The phrases of questions, in stems and with their term, by the first stem and the longest first."""
    known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term in _near():
        if JOINT in term:
            stems = tuple(term.split(JOINT))
            known.setdefault(stems[0], []).append((stems, term))
    return {first: sorted(found, key=lambda phrase: (-len(phrase[0]), phrase)) for first, found in known.items()}
