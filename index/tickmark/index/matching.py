"""How well a figure (or a passage) is what was asked for: features, one small function each, and their weighted sum.

Every feature is kept on the candidate, so that a ranking can be explained. Scores are made for comparing candidates
of one question; the answer's threshold is on ``cover``, the share of what was asked (by weight) that was found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from rapidfuzz import fuzz

from tickmark.index.asked_unit import unit_fit
from tickmark.index.period_fit import period_fit
from tickmark.index.question import Asked, Question
from tickmark.index.tagged import tag_fit, tag_precision, tagged_terms
from tickmark.index.terms import all_terms, glossary, is_concept, terms
from tickmark.ingest.model import Figure, FigureRow, Period

__all__ = ["Features", "Weights", "contributions", "cover_of", "figure_features", "score_of"]

_VOTE_HEADS = {"for": "VOTE_FOR", "against": "VOTE_AGAINST", "abstain": "VOTE_ABSTAIN"}
_CHANGE_HEAD = re.compile(
    r"increas|decreas|change|growth|\b(?:up|down|ris(?:e|ing)|rose|gr[eo]w|fall|fell|drop)|year-on-year"
    r"|yoy|增减|增減|同比|變動|变动",
    re.IGNORECASE,
)
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
    ]
)
_TARGET = re.compile(r"\b(?:plans?|aims?|targets?|goal|will have|is to|strive)\b", re.IGNORECASE)


_PERIOD_EXPECTED = 0.9  # what a figure gets when no period was asked for: neither for it nor against it


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the features; tuned by ``benchmarks/tune.py`` on the sample corpus' questions."""

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
        if best == 0.0:
            best = max((0.8 * worth for level, worth in levels if _like(want.term, level)), default=0.0)
        if best == 0.0:
            missing.append(want.term)
        found += weight * best
    return (found / total if total else 0.0), tuple(missing)


def _precision(asked: frozenset[str], path: tuple[str, ...], frequency: Mapping[str, float]) -> float:
    """The share (by weight) of the label's own words that were asked for; outer levels count half."""
    total = found = 0.0
    for depth, part in enumerate(reversed(path)):
        for term in set(terms(part)):
            if term in _GENERIC:
                continue
            weight = frequency.get(term, 1.0) * (1.0 if depth == 0 else 0.5)
            if is_concept(term) and term not in asked:
                weight *= 1.4  # "per RMB 1,000 of revenue", "female": another metric, not more words for the same
            total += weight
            found += weight * (term in asked)
    return found / total if total else 0.0


def _is_change(figure: Figure) -> bool:
    """Whether a figure is a change against another period, not a level."""
    head = " ".join(figure.column_path)
    if _CHANGE_HEAD.search(head):
        return True
    if {"increase", "decrease"} & set(figure.qualifiers) and figure.unit in {"%", "percentage points"}:
        return True
    label = " ".join(figure.label_path[-1:])
    return figure.unit in {"%", "percentage points"} and _CHANGE_HEAD.search(label) is not None


_LATER = re.compile(r"\b(?:after|upon|current|closing|following)\b|期末|年末", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:before|prior|beginning|opening|previous)\b|期初|年初", re.IGNORECASE)


def _earlier_column(question: Question, figure: Figure) -> bool:
    """A column of how things stood at another time than asked: before, unless asked for; after, when before was."""
    head = " ".join(figure.column_path)
    if figure.period is not None and figure.period.text in head:
        return False  # a period column: the period decides
    return (_EARLIER if question.latest else _LATER).search(head) is not None


def _change_fit(question: Question, figure: Figure) -> float:
    if _is_change(figure):
        return 0.6 if question.change else (-0.4 if figure.origin == "prose" else -1.0)
    if question.change and figure.origin == "prose" and figure.unit in {"%", "percentage points"}:
        return 0.6 if _CHANGE_HEAD.search(figure.context) else -0.2
    return -0.2 if question.change else 0.0


_CLAUSE = re.compile(r"[,;:.，；。：()（）]\s|\d")


def _beside(figure: Figure) -> str:
    """The words right beside a number in its sentence, up to the next number or the end of the clause, and its unit."""
    at = figure.context.find(figure.printed)
    if at < 0:
        return figure.unit or ""
    before, after = figure.context[max(0, at - 70) : at], figure.context[at + len(figure.printed) :][:70]
    edges = [m.end() for m in _CLAUSE.finditer(before)]
    edge = _CLAUSE.search(after)
    return f"{before[edges[-1] :] if edges else before} {after[: edge.start()] if edge else after} {figure.unit or ''}"


def _inside_label(figure: Figure) -> bool:
    """Whether a number is printed in the label of its row ("net of allowances of $985"): an aside, not its value."""
    digits = figure.printed.strip("$€£() ")
    return figure.origin == "cell" and not figure.column_path and any(digits in part for part in figure.label_path)


def _off_target(question: Question, figure: Figure, published: str | None) -> bool:
    """A goal where a fact was asked for, an earlier state where the present one was, or a number inside a label."""
    if _earlier_column(question, figure) or _inside_label(figure):
        return True
    wants = any(a.term in {"TARGET", "FORECAST"} for a in question.asked)
    end = figure.period.end if figure.period else None
    if not wants and figure.origin != "cell" and published is not None and end is not None and end > published:
        return True
    return not wants and figure.origin == "prose" and _TARGET.search(figure.context) is not None


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
    own = all_terms(" ".join(figure.label_path))
    leaf = all_terms(figure.label_path[-1]) if figure.label_path else frozenset()
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
        levels[0] = (levels[0][0] | all_terms(_beside(figure)), 1.0)
        levels.append((all_terms(figure.context), 0.72))
    levels.append((all_terms(" ".join((*figure.section, figure.unit or ""))), 0.65))
    levels.append((all_terms(row.index_text) - votes, 0.55))
    cover, missing = cover_of(question.asked, frequency, levels)
    named, _ = cover_of(question.asked, frequency, levels[: 3 if tagged else 2])
    asked = frozenset(a.term for a in question.asked)
    path = figure.label_path
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
        period=period_fit(question, figure, filing, published),
        unit=unit_fit(question, figure),
        change=_change_fit(question, figure),
        origin={"cell": 1.0, "callout": 0.6, "prose": 0.3}[figure.origin],
        target=-1.0 if _off_target(question, figure, published) else 0.0,
        tag=tag_fit(asked, figure),
        missing=missing,
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
