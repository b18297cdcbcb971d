"""Why the figures rank as they do: for each candidate where it came from, what counted, and why it was (not) given."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.index.confidence import confidence, threshold
from tickmark.index.matching import contributions
from tickmark.index.search import FigureCandidate, PassageCandidate, Searcher, SearchResult
from tickmark.service.fitting import LIMITS, Decision, is_number, needed, vetoed

__all__ = ["CandidateExplained", "Explanation", "PassageExplained", "explain"]

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class CandidateExplained:
    """One figure of the ranking.

    ``by_words`` and ``by_meaning`` say which searches drew its row, and how strongly: the BM25 score as a share of the
    best, and the cosine. ``points`` is what each feature adds to ``score`` ("filing": what it loses since other filings
    are nearer to the question). ``confidence`` is the probability that it
    measures what was asked for. ``verdict`` says in words why it was given or not.
    """

    rank: int
    candidate: FigureCandidate
    by_words: float
    by_meaning: float
    points: dict[str, float]
    confidence: float
    missing: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class PassageExplained:
    """One passage of the ranking: ``cover`` is the share of the question found in it, ``by_meaning`` the cosine."""

    rank: int
    candidate: PassageCandidate
    cover: float
    by_meaning: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was searched for, among how many filings, and the candidates, best first.

    ``asked`` holds the terms of the metric with their weights; capitals are concepts of the glossary.
    """

    asked: tuple[tuple[str, float], ...]
    filings: int
    threshold: float
    figures: tuple[CandidateExplained, ...] = ()
    passages: tuple[PassageExplained, ...] = field(default=())


def explain(searcher: Searcher, result: SearchResult, decision: Decision) -> Explanation:
    """The explanation of one answer."""
    given = {c.figure.id for c in decision.figures}
    ranked = list(enumerate(result.figures, 1))
    shown = [(rank, c) for rank, c in ranked if rank <= _SHOWN or c.figure.id in given][: 2 * _SHOWN]
    return Explanation(
        asked=tuple((want.term, want.weight) for want in result.question.asked),
        filings=len(result.filings),
        threshold=round(threshold(), 3),
        figures=tuple(_figure(searcher, rank, c, given=c.figure.id in given) for rank, c in shown),
        passages=tuple(
            PassageExplained(rank, p, round(p.cover, 3), round(p.dense, 3))
            for rank, p in enumerate(result.passages[:_SHOWN], 1)
        ),
    )


def _figure(searcher: Searcher, rank: int, candidate: FigureCandidate, *, given: bool) -> CandidateExplained:
    features = candidate.features
    points = contributions(features, searcher.weights) | {"filing": -candidate.behind}
    return CandidateExplained(
        rank=rank,
        candidate=candidate,
        by_words=round(features.lexical, 3),
        by_meaning=round(features.dense, 3),
        points={name: round(value, 3) for name, value in points.items() if round(value, 3)},
        confidence=round(confidence(features, candidate.score), 3),
        missing=features.missing,
        verdict=_verdict(candidate, given=given),
    )


def _verdict(candidate: FigureCandidate, *, given: bool) -> str:
    """The first reason against a figure, in the order in which a figure is judged."""
    features = candidate.features
    sure = confidence(features, candidate.score)
    if given:
        return "given as the answer"
    if vetoed(candidate):
        if features.names:
            return "a name in the question stands nowhere near it"
        if any(is_number(term) for term in features.missing):
            return "a number in the question is another one here"
        return "a goal or an aside, not what was asked for" if features.target < 0 else "nothing but numbers agree"
    enough = needed(candidate)
    if sure < enough:
        lacking = f": it lacks {', '.join(features.missing)}" if features.missing else ""
        return f"not surely the same metric ({sure:.2f}, and {enough:.2f} is needed){lacking}"
    if features.period < LIMITS.period:
        return "of another period"
    if features.unit <= LIMITS.unit:
        return "in another unit"
    return "it fits as well, and ranks lower"
