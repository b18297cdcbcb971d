"""How well a figure (or a passage) is what was asked for: features, one small function each, and their weighted sum.

Every feature is kept on the candidate, so that a ranking can be explained. Scores are made for comparing candidates
of one question; the answer's threshold is on ``cover``, the share of what was asked (by weight) that was found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from rapidfuzz import fuzz

from tickmark.index.analysis import STOP_WORDS, words
from tickmark.index.asked_kind import counted_words
from tickmark.index.asked_state import change_fit, off_target
from tickmark.index.asked_unit import unit_fit
from tickmark.index.own_words import beside, full_path, limits, own_label
from tickmark.index.period_fit import period_fit
from tickmark.index.question import STATE, Asked, Question
from tickmark.index.tagged import tag_fit, tag_precision, tagged_terms
from tickmark.index.terms import all_terms, glossary, is_concept, stem, terms
from tickmark.ingest.model import Figure, FigureRow, Period

__all__ = ["Features", "Weights", "contributions", "cover_of", "figure_features", "score_of"]

_VOTE_HEADS = {"for": "VOTE_FOR", "against": "VOTE_AGAINST", "abstain": "VOTE_ABSTAIN"}
_GENERIC = frozenset(
    [
        "total",
        "number",
        "amount",
        "valu",
        "of",
        "the",
        "and",
        "by",
        "in",
        "for",
        "year",
        "period",
        "unit",
        "rmb",
        "annual",
        "overall",
        "figur",
        "item",
        "indic",
        "volum",
        "compani",
        "group",
        "repres",
        "account",
    ]
)
_COUNTING = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# "top 10" and "top ten"
_WRITTEN = {str(n): stem(word) for n, word in enumerate(_COUNTING, 1)}
_WRITTEN |= {word: number for number, word in _WRITTEN.items()}
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")


_PERIOD_EXPECTED = 0.9  # what a figure gets when no period was asked for: neither for it nor against it


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the features, set by hand; ``benchmarks/tune.py`` learns only when a figure is given at all."""

    cover: float = 0.55
    precision: float = 0.20
    dense: float = 0.15
    lexical: float = 0.05
    period: float = 0.25
    unit: float = 0.25
    change: float = 0.22
    origin: float = 0.03
    target: float = 0.10
    tag: float = 0.10


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for and against a candidate; shares lie in [0, 1], penalties in [-1, 1].

    ``own`` is the share of what was asked that the figure's own labels and column name; ``cover`` counts, at a
    discount, what its sentence, caption and section say as well.
    """

    cover: float
    own: float
    precision: float
    dense: float
    lexical: float
    period: float
    unit: float
    change: float
    origin: float
    target: float
    tag: float = 0.0
    missing: tuple[str, ...] = ()
    wanted: frozenset[str] = frozenset()
    names: int = 0
    asked: int = 0
    only_numbers: bool = False


@lru_cache(maxsize=200_000)
def _like(term: str, others: frozenset[str]) -> bool:
    """Whether a plain word is a misspelling or another form of one of ``others``."""
    if is_concept(term) or len(term) < 4 or not term.isascii() or term.isdigit():
        return False
    for other in others:
        if is_concept(other) or len(other) < 4 or abs(len(other) - len(term)) > 4:
            continue
        if term[:6] == other[:6] and min(len(term), len(other)) >= 6:
            return True
        if other.startswith(term) and len(other) - len(term) <= 3:
            return True  # "leak" and "leakage"
        if abs(len(other) - len(term)) <= 2 and term[0] == other[0] and fuzz.ratio(term, other) >= 84:
            return True
    return False


def cover_of(
    asked: Collection[Asked], frequency: Mapping[str, float], levels: Collection[tuple[frozenset[str], float]]
) -> tuple[float, tuple[str, ...]]:
    """(share of what was asked that stands in ``levels``, what is missing). A level is (terms, how much it counts)."""
    total = found = 0.0
    missing = []
    for want in asked:
        weight = want.weight * frequency.get(want.term, 1.0)
        total += weight
        best = max((worth for level, worth in levels if want.term in level), default=0.0)
        if best == 0.0 and (broader := glossary().broader.get(want.term)):
            best = max((0.8 * worth for level, worth in levels if broader in level), default=0.0)
        if best == 0.0 and (other := _WRITTEN.get(want.term)):
            best = max((worth for level, worth in levels if other in level), default=0.0)
        if best == 0.0:
            best = max((0.8 * worth for level, worth in levels if _like(want.term, level)), default=0.0)
        if best == 0.0:
            missing.append(want.term)
        found += weight * best
    return (found / total if total else 0.0), tuple(missing)


@cache
def _empty() -> frozenset[str]:
    """Stems of the words of a label that name nothing: which company, which year, how it was put."""
    return _GENERIC | {stem(word) for word in STOP_WORDS}


@cache
def _spelt(concept: str) -> frozenset[str]:
    """The plain stems that the ways to write a concept are made of, as far as they tell something."""
    phrases = glossary().words.get(concept, ())
    return frozenset(stem(word) for phrase in phrases for word in words(phrase)) - _empty()


def _precision(asked: frozenset[str], path: tuple[str, ...], frequency: Mapping[str, float]) -> float:
    """The share (by weight) of the label's own words that were asked for; outer levels count half."""
    total = found = 0.0
    for depth, part in enumerate(reversed(path)):
        for term in set(terms(STATE.sub(" ", _ASIDE.sub(" ", part)))):
            if term in _empty():
                continue
            weight = frequency.get(term, 1.0) * (1.0 if depth == 0 else 0.5)
            known = float(term in asked)
            if is_concept(term) and not known:
                known = 0.8 if _spelt(term) & asked else 0.0  # "total capital" for the share capital
                weight *= 1.0 if known else 1.4  # "per RMB 1,000 of revenue", "female": another metric
            total += weight
            found += weight * known
    return found / total if total else 0.0


def _empty_cell(figure: Figure) -> bool:
    """A zero in a table: who asks how much there is takes it that there is some."""
    return figure.origin == "cell" and figure.number == 0


def figure_features(
    question: Question,
    row: FigureRow,
    figure: Figure,
    frequency: Mapping[str, float],
    *,
    dense: float,
    lexical: float,
    filing: Period | None,
    published: str | None,
) -> Features:
    """All features of one figure for one question."""
    path = full_path(figure, row)
    own = all_terms(" ".join(path))
    leaf = all_terms(own_label(figure))
    column = all_terms(" ".join(figure.column_path))
    votes = frozenset(_VOTE_HEADS.values())
    if figure.column_path and (head := figure.column_path[-1].strip().lower()) in _VOTE_HEADS:
        column |= {_VOTE_HEADS[head], "VOTE"}
    levels: list[tuple[frozenset[str], float]] = [
        (leaf | column, 1.0),
        (own, 0.95 if figure.origin == "cell" else 0.85),
    ]
    if tagged := tagged_terms(figure):
        levels.append((tagged, 1.0))
    if figure.origin != "cell":
        measured = f"{figure.unit or ''} {' '.join(figure.label_path[-1:])}"  # "hours" over "of training"
        levels[0] = (levels[0][0] | all_terms(beside(figure)) | all_terms(measured), 1.0)
        levels.append((all_terms(figure.context), 0.72))
    if figure.unit in {"%", "percentage points"}:
        levels[0] = (levels[0][0] | {"PERCENTAGE"}, 1.0)
    levels[0] = (levels[0][0] | all_terms(limits(figure)) | counted_words(figure), 1.0)
    levels.append((all_terms(" ".join((*figure.section[-1:], figure.unit or ""))), 0.68))
    levels.append((all_terms(" ".join(figure.section[:-1])), 0.6))
    levels.append((all_terms(row.index_text) - votes, 0.55))
    cover, missing = cover_of(question.asked, frequency, levels)
    named, _ = cover_of(question.asked, frequency, levels[: 3 if tagged else 2])
    asked = frozenset(a.term for a in question.asked)
    if (figure.column_path and figure.period is None) or (
        figure.period is not None and figure.period.text not in " ".join(figure.column_path)
    ):
        path = (*path[:-1], *figure.column_path[-1:], *path[-1:])  # the column is part of the name
    precision = max(_precision(asked, path, frequency), tag_precision(asked, figure, frequency))
    if figure.dimensions:
        precision = tag_precision(asked, figure, frequency)
    if figure.origin == "prose":
        precision *= 0.6
    return Features(
        cover=cover,
        own=named,
        precision=precision,
        dense=dense,
        lexical=lexical,
        period=period_fit(question, figure, filing, published, row.index_text),
        unit=unit_fit(question, figure),
        change=change_fit(question, figure),
        origin={"cell": 1.0, "callout": 0.6, "prose": 0.3}[figure.origin],
        target=-1.0 if off_target(question, figure, published) else (-0.3 if _empty_cell(figure) else 0.0),
        tag=tag_fit(asked, figure),
        missing=missing,
        wanted=asked,
        asked=len(question.asked),
        only_numbers=all(want.term.isdigit() for want in question.asked if want.term not in missing),
        names=sum(not any(name in level for level, _ in levels) for name in question.names),
    )


def contributions(features: Features, weights: Weights) -> dict[str, float]:
    """What each feature adds to the score (or takes off it), by the feature's name."""
    added = {each.name: getattr(weights, each.name) * getattr(features, each.name) for each in fields(weights)}
    added["period"] -= weights.period * _PERIOD_EXPECTED
    return added


def score_of(features: Features, weights: Weights) -> float:
    """The sum of the contributions, clipped to [0, 1]."""
    return max(0.0, min(1.0, sum(contributions(features, weights).values())))
