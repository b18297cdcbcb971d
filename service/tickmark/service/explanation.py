"""The nouns of an explanation: each candidate with where it came from, what counted, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.index.search import FigureCandidate, PassageCandidate

__all__ = ["CandidateExplained", "Explanation", "PassageExplained"]


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
