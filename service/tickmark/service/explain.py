"""Why the figures rank as they do: for each candidate where it came from, what counted, and why it was (not) given."""

from __future__ import annotations

from tickmark.index.ranking.confidence import confidence, threshold
from tickmark.index.ranking.matching import contributions
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.explanation import CandidateExplained, Explanation, PassageExplained
from tickmark.service.fitting import LIMITS, Decision, is_number, needed, vetoed

__all__ = ["explain"]

_SHOWN = 10


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
