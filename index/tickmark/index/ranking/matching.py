"""How well a figure (or a passage) is what was asked for: features, one small function each, and their weighted sum.

Every feature is kept on the candidate, so that a ranking can be explained. Scores are made for comparing candidates
of one question; the answer's threshold is on ``cover``, the share of what was asked (by weight) that was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter, mul

from tickmark.index.asked.left_out import names_left_out, without_asked
from tickmark.index.asked.state import change_fit, not_the_largest, off_target, otherwise_diluted
from tickmark.index.issuers.called_so import forenames_by_initial, in_a_name, only_named
from tickmark.index.question import Question
from tickmark.index.ranking.another_sense import in_another_sense
from tickmark.index.ranking.another_thing import another_thing
from tickmark.index.ranking.cover import KINDRED, Wanted
from tickmark.index.ranking.figure_words import FigureWords, spelt
from tickmark.index.ranking.holdings import another_holding, not_the_free_ones
from tickmark.index.ranking.joint import of_several
from tickmark.index.ranking.stages import stage_fit
from tickmark.index.words.glossary import glossary
from tickmark.index.words.tagged import tag_fit, tag_precision
from tickmark.index.words.terms import is_concept
from tickmark.ingest.model import Figure

__all__ = [
    "Features",
    "Weights",
    "contributions",
    "figure_features",
    "score_of",
    "total_of",
]

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
    joint: float = 0.03


_FEATURES = tuple(each.name for each in fields(Weights))
_PERIOD = _FEATURES.index("period")
_values: Callable[[Weights | Features], tuple[float, ...]] = attrgetter(*_FEATURES)


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for and against a candidate; shares lie in [0, 1], penalties in [-1, 1].

    ``own`` is the share of what was asked that the figure's own labels and column name; ``cover`` counts, at a
    discount, what its sentence, caption and section say as well. ``untold``: it says nothing of what it would have to
    be called by (an interest rate, a salary), or no more than a name.
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
    joint: float = 0.0
    missing: tuple[str, ...] = ()
    wanted: frozenset[str] = frozenset()
    names: int = 0
    asked: int = 0
    only_numbers: bool = False
    untold: bool = False


def _precision(wanted: Wanted, told: Collection[tuple[str, float]]) -> float:
    """The share (by weight) of the label's own words that were asked for; outer levels count half."""
    asked, near, frequency = wanted.terms, wanted.near, wanted.frequency
    total = found = 0.0
    for term, depth in told:
        weight = frequency.get(term, 1.0) * depth
        known = 1.0 if term in asked else KINDRED if term in near else 0.0
        if not known and is_concept(term):
            known = 0.8 if spelt(term) & asked else 0.0  # "total capital" for the share capital
            weight *= 1.0 if known else 1.4  # "per RMB 1,000 of revenue", "female": another metric
        total += weight
        found += weight * known
    return found / total if total else 0.0


def _empty_cell(figure: Figure) -> bool:
    """A zero in a table: who asks how much there is takes it that there is some."""
    return figure.origin == "cell" and (figure.number == 0 or figure.status == "nil")


_RATE = re.compile(r"\b(?:per|yields?|prices?|spreads?|coupons?)\b", re.IGNORECASE)


def _is_rate(figure: Figure) -> bool:
    """Whether a figure is a rate of itself, which is an average though nobody calls it one ("rate per day")."""
    if "/" in (figure.unit or ""):
        return True
    return _RATE.search(" ".join((*figure.label_path[-1:], *figure.column_path[-1:]))) is not None


def _target(question: Question, figure: Figure, published: str | None) -> float:
    if off_target(question, figure, published):
        return -1.0
    return -0.3 if _empty_cell(figure) else 0.0


def figure_features(
    question: Question,
    figure: Figure,
    said: FigureWords,
    wanted: Wanted,
    *,
    cover: float,
    period: float,
    unit: float,
    dense: float,
    lexical: float,
    published: str | None,
    line: bool = False,
) -> Features:
    """All features of one figure for one question.

    Args:
        question: As understood.
        figure: The figure.
        said: The words that are said of it.
        wanted: What the question asks for.
        cover: The share of what is wanted that is said of the figure.
        period: How well its period is the one asked for (:func:`tickmark.index.ranking.period_fit.period_fit`).
        unit: How well its unit is the one asked for (:func:`tickmark.index.asked.unit.unit_fit`).
        dense: The cosine of the row and the question.
        lexical: The row's BM25 as a share of the best.
        published: The day of the filing.
        line: Whether it is a line of a primary statement, whose headings name nothing.
    """
    asked, frequency, missing = wanted.terms, wanted.frequency, wanted.missing(said.worth)
    names = said.lines(figure.label_path[-1]) if line and figure.label_path else (said.told,)
    precision = tag_precision(asked, figure, frequency)
    if not figure.dimensions:
        precision = max(precision, *[_precision(wanted, told) for told in names])
    if figure.origin == "prose":
        precision *= 0.6
    return Features(
        cover=cover,
        own=wanted.cover(said.own),
        precision=precision,
        dense=dense,
        lexical=lexical,
        period=period,
        unit=unit,
        change=change_fit(question, figure),
        origin={"cell": 1.0, "callout": 0.6, "prose": 0.3}[figure.origin],
        target=_target(question, figure, published) + stage_fit(question, said.stage),
        tag=tag_fit(asked, figure),
        joint=-1.0 if figure.origin != "cell" and of_several(" ".join(figure.label_path[-1:]), asked) else 0.0,
        missing=missing,
        wanted=asked,
        asked=len(question.asked),
        only_numbers=wanted.words.issubset(missing),
        names=_other_names(question, figure, said, missing, asked),
        untold=_untold(missing, said) or only_named(question, asked, missing) or in_a_name(figure),
    )


def _other_names(
    question: Question, figure: Figure, said: FigureWords, missing: Sequence[str], asked: frozenset[str]
) -> int:
    """How many names that the question gives are not those of the figure, or are what it does not mean."""
    others = 0
    if question.names and (unsaid := _names_unsaid(question.names, said, missing, asked)):
        others = len(unsaid) - forenames_by_initial(question.names, unsaid, figure)
    if question.people_apart:
        apart = [term for term in missing if term in question.people_apart]
        others += sum(not (term == "PER_CAPITA" and _is_rate(figure)) for term in apart)
    if question.left_out:
        others += names_left_out(" ".join(figure.label_path[-1:]), question.left_out)
    others += without_asked(" ".join(figure.label_path[-1:]), asked, question.rest)
    others += not_the_largest(question.rest, figure)
    others += in_another_sense(question, figure, missing)
    others += another_thing(question, figure, said, missing)
    others += not_the_free_ones(question, figure, said.own)
    others += another_holding(question, figure, said.encumbered)
    return others + otherwise_diluted(question, figure)


def _names_unsaid(
    names: Sequence[str], said: FigureWords, missing: Collection[str], asked: frozenset[str]
) -> list[str]:
    """The names for which a figure has nothing, in no other form either: "France" stands for "French"."""
    return [name for name in names if name not in said.worth and (name in missing or name not in asked)]


def _untold(missing: Sequence[str], said: FigureWords) -> bool:
    """Whether a figure says none of the words that it would have to say, to be what is asked for."""
    exact = glossary().exact
    return any(exact[term].isdisjoint(said.worth) for term in missing if term in exact)


def contributions(features: Features, weights: Weights) -> dict[str, float]:
    """What each feature adds to the score (or takes off it), by the feature's name."""
    return dict(zip(_FEATURES, _added(features, weights), strict=True))


def _added(features: Features, weights: Weights) -> list[float]:
    added = list(map(mul, _values(weights), _values(features)))
    added[_PERIOD] -= weights.period * _PERIOD_EXPECTED
    return added


def total_of(features: Features, weights: Weights) -> float:
    """The sum of the contributions: what candidates are ordered by. May lie a little outside of [0, 1]."""
    return sum(_added(features, weights))


def score_of(features: Features, weights: Weights) -> float:
    """The sum of the contributions, clipped to [0, 1]: what is shown."""
    return max(0.0, min(1.0, total_of(features, weights)))
