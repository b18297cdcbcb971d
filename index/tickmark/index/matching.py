"""How well a figure (or a passage) is what was asked for: features, one small function each, and their weighted sum.

Every feature is kept on the candidate, so that a ranking can be explained. Scores are made for comparing candidates
of one question; the answer's threshold is on ``cover``, the share of what was asked (by weight) that was found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields

from tickmark.index.asked_state import change_fit, off_target
from tickmark.index.asked_unit import unit_fit
from tickmark.index.figure_words import FigureWords, spelt, words_of
from tickmark.index.left_out import names_left_out
from tickmark.index.likeness import can_be_another_spelling, like
from tickmark.index.period_fit import period_fit
from tickmark.index.question import Asked, Question
from tickmark.index.tagged import tag_fit, tag_precision
from tickmark.index.terms import glossary, is_concept, stem
from tickmark.ingest.model import Figure, FigureRow, Period

__all__ = [
    "Features",
    "Weights",
    "contributions",
    "cover_of",
    "figure_features",
    "score_of",
    "total_of",
]

_COUNTING = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# "top 10" and "top ten"
_WRITTEN = {str(n): stem(word) for n, word in enumerate(_COUNTING, 1)}
_WRITTEN |= {word: number for number, word in _WRITTEN.items()}
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


_FEATURES = tuple(each.name for each in fields(Weights))


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


def cover_of(
    asked: Collection[Asked],
    frequency: Mapping[str, float],
    levels: Collection[tuple[frozenset[str], float]],
    all_words: frozenset[str] | None = None,
) -> tuple[float, tuple[str, ...]]:
    """(share of what was asked that stands in ``levels``, what is missing). A level is (terms, how much it counts).

    ``all_words`` are the terms of all levels or of more, where they are known: what is not among them need not be
    looked for in each.
    """
    total = found = 0.0
    missing = []
    for want in asked:
        weight = want.weight * frequency.get(want.term, 1.0)
        total += weight
        best = _worth(want.term, levels, all_words)
        if best == 0.0:
            missing.append(want.term)
        found += weight * best
    return (found / total if total else 0.0), tuple(missing)


def _worth(
    term: str, levels: Collection[tuple[frozenset[str], float]], all_words: frozenset[str] | None = None
) -> float:
    """How much the best level that has a term counts; 0.8 of it where it has only a broader or a similar one."""
    best = _level_with(term, levels) if all_words is None or term in all_words else 0.0
    if best == 0.0 and (broader := glossary().broader.get(term)):
        best = 0.8 * _level_with(broader, levels)
    if best == 0.0 and (other := _WRITTEN.get(term)):
        best = _level_with(other, levels)
    if best == 0.0 and can_be_another_spelling(term) and (all_words is None or like(term, all_words)):
        for level, worth in levels:
            if 0.8 * worth > best and like(term, level):
                best = 0.8 * worth
    return best


def _level_with(term: str, levels: Collection[tuple[frozenset[str], float]]) -> float:
    best = 0.0
    for level, worth in levels:
        if worth > best and term in level:
            best = worth
    return best


def _precision(asked: frozenset[str], told: Collection[tuple[str, float]], frequency: Mapping[str, float]) -> float:
    """The share (by weight) of the label's own words that were asked for; outer levels count half."""
    total = found = 0.0
    for term, depth in told:
        weight = frequency.get(term, 1.0) * depth
        known = float(term in asked)
        if not known and is_concept(term):
            known = 0.8 if spelt(term) & asked else 0.0  # "total capital" for the share capital
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
    said: FigureWords | None = None,
    covered: tuple[float, tuple[str, ...]] | None = None,
) -> Features:
    """All features of one figure for one question.

    ``said`` are its words, and ``covered`` what :func:`cover_of` gives of them, where they are known already.
    """
    said = said or words_of(figure, row)
    cover, missing = covered or cover_of(question.asked, frequency, said.levels, said.all_words)
    named, _ = cover_of(question.asked, frequency, said.levels[: said.own], said.all_words)
    asked = frozenset(a.term for a in question.asked)
    precision = max(_precision(asked, said.told, frequency), tag_precision(asked, figure, frequency))
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
        names=sum(name not in said.all_words for name in question.names)
        + names_left_out(" ".join(figure.label_path[-1:]), question.left_out),
    )


def contributions(features: Features, weights: Weights) -> dict[str, float]:
    """What each feature adds to the score (or takes off it), by the feature's name."""
    added = {each: getattr(weights, each) * getattr(features, each) for each in _FEATURES}
    added["period"] -= weights.period * _PERIOD_EXPECTED
    return added


def total_of(features: Features, weights: Weights) -> float:
    """The sum of the contributions: what candidates are ordered by. May lie a little outside of [0, 1]."""
    return sum(contributions(features, weights).values())


def score_of(features: Features, weights: Weights) -> float:
    """The sum of the contributions, clipped to [0, 1]: what is shown."""
    return max(0.0, min(1.0, total_of(features, weights)))
