"""Figures of another thing than is asked for: what else is counted, what was sold of what is held, what a place has.

They share words with the question, and none of these is the noun that it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from functools import lru_cache
from typing import Final

from tickmark.index.asked.counted import alike, counted_nouns, counts_many
from tickmark.index.asked.terms import WEAK_CONCEPTS
from tickmark.index.issuers.places import is_place
from tickmark.index.question import Question
from tickmark.index.ranking.figure_words import FigureWords
from tickmark.index.ranking.own_words import beside
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms
from tickmark.ingest.model import Figure

__all__ = ["another_thing"]

_HOLDS: Final = re.compile(
    r"\bhow many\b[^?]*\bshares\b[^?]*\b(?:do|does|did)\b[^?]*\b(?:hold|own|have|keep|retain)\b"
    r"|\bshares\b[^?]*\b(?:still|were|was|is|are)\s+(?:held|owned|left|retained)\b",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:dispos\w+|sold|sell(?:s|ing)?|sales? of|bought|purchas\w+|acquir\w+|subscrib\w+|transferr\w+)\b",
    re.IGNORECASE,
)
# "number of drills for acid leaks": drills are counted
_NUMBER_FOR: Final = re.compile(
    r"(?:(?:total|annual|cumulative)\s+)?number\s+of\s+(?P<head>[^,;()]+?)\s+(?:for|on|against"
    r"|about)\s+(?P<purpose>.+)",
    re.IGNORECASE,
)
_KEPT: Final = re.compile(
    r"\b(?:h[eo]ld(?:s|ing|ings)?|own(?:s|ed)?|retain\w*|remain\w*|balance|interested|beneficial\w*|left|still)\b",
    re.IGNORECASE,
)


def another_thing(question: Question, figure: Figure, said: FigureWords, missing: Collection[str]) -> bool:
    """Whether a figure tells another thing than the one that a question asks for.

    Args:
        question: As understood.
        figure: The figure.
        said: The words that are said of it.
        missing: The terms asked for that nothing says of it.
    """
    return (
        _counts_another(question, figure, missing)
        or _moved(question, figure)
        or _something_else_there(question, figure, said)
    )


def _counts_another(question: Question, figure: Figure, missing: Collection[str]) -> bool:
    """Whether none of the words for what is to be counted is said: stores where "service bays" were asked for."""
    if not question.count or question.intent == "breakdown" or not missing or not counts_many(question.rest):
        return False
    nouns = counted_nouns(question.rest)
    if figure.origin == "cell" and _only_what_for(nouns, figure):
        return True
    counted = nouns & {want.term for want in question.asked}
    if any(want.term in nouns and want.weight < 1.0 for want in question.asked):
        return False  # a word that no filing uses is one that people say for theirs
    if not counted or any(map(is_concept, counted)) or not counted.issubset(missing):
        return False
    return not alike(stem((figure.unit or "").rsplit(" ", maxsplit=1)[-1].lower()), counted)


def _only_what_for(nouns: Set[str], figure: Figure) -> bool:
    """Whether a label names what is to be counted only as what something else is for: drills for leaks are no leaks."""
    label = _NUMBER_FOR.match(" ".join(figure.label_path[-1:]))
    if label is None:
        return False
    head, purpose = (frozenset(terms(label[part])) for part in ("head", "purpose"))
    return not nouns & head and bool(nouns & purpose)


def _moved(question: Question, figure: Figure) -> bool:
    """Whether what is held is asked for, and a sentence tells only what was bought or sold of it."""
    if figure.origin != "prose" or _HOLDS.search(question.rest) is None or _MOVED.search(figure.context) is None:
        return False
    return _KEPT.search(f"{' '.join(figure.label_path)} {beside(figure)}") is None


def _something_else_there(question: Question, figure: Figure, said: FigureWords) -> bool:
    """Whether a cell's labels name another thing, and of the question a name alone: the buildings in a country.

    That sales are spoken of around its table makes no sales of them.
    """
    if figure.origin != "cell" or not any(map(is_place, question.rest.lower().split())):
        return False
    wanted = {want.term for want in question.asked}
    metric = {term for term in wanted if is_concept(term) and term not in WEAK_CONCEPTS}
    if not metric or not metric.isdisjoint(said.own) or not wanted.intersection(said.own).issubset(question.names):
        return False
    return any(is_concept(term) and term not in WEAK_CONCEPTS for term in _named(figure.label_path))


@lru_cache(maxsize=16_384)
def _named(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The terms of labels, without headings that only divide: "By country"."""
    return terms(" > ".join(label for label in labels if not label.lower().startswith("by ")))
