"""Why the candidates rank as they do, on the wire: the part of an answer that ``explain`` adds."""

from __future__ import annotations

from collections.abc import Callable

from tickmark.ingest.model import Period
from tickmark.service.explanation import CandidateExplained, Explanation
from tickmark.service.wire.shapes import Out, Pair, PeriodOut, SearchResponse

__all__ = [
    "ExplainedResponse",
    "ExplanationOut",
    "FigureExplainedOut",
    "PassageExplainedOut",
    "explanation_out",
]

PeriodToWire = Callable[[Period], PeriodOut]


class FigureExplainedOut(Out):
    """One candidate figure: where it came from, what each feature adds to its score, and why it was given or not."""

    rank: int
    figure_id: str
    printed: str
    label_path: list[str]
    column_path: list[str]
    period: PeriodOut | None
    source: str
    lines: Pair
    by_words: float
    by_meaning: float
    points: dict[str, float]
    score: float
    confidence: float
    missing: list[str]
    verdict: str


class PassageExplainedOut(Out):
    """One candidate passage: the share of the question found in it, and its cosine."""

    rank: int
    passage_id: str
    source: str
    lines: Pair
    cover: float
    by_meaning: float
    score: float


class ExplanationOut(Out):
    """What was searched for, among how many filings, and the candidates, best first."""

    asked: dict[str, float]
    filings: int
    threshold: float
    figures: list[FigureExplainedOut]
    passages: list[PassageExplainedOut]


class ExplainedResponse(SearchResponse):
    """An answer, and why the candidates rank as they do."""

    explanation: ExplanationOut


def explanation_out(explained: Explanation, period_out: PeriodToWire) -> ExplanationOut:
    """The explanation of an answer; ``period_out`` writes a period as the rest of the answer does."""
    return ExplanationOut(
        asked=dict(explained.asked),
        filings=explained.filings,
        threshold=explained.threshold,
        figures=[_figure_explained(each, period_out) for each in explained.figures],
        passages=[
            PassageExplainedOut(
                rank=each.rank,
                passage_id=each.candidate.passage.id,
                source=each.candidate.filing.source,
                lines=each.candidate.passage.span.lines,
                cover=each.cover,
                by_meaning=each.by_meaning,
                score=round(each.candidate.score, 3),
            )
            for each in explained.passages
        ],
    )


def _figure_explained(each: CandidateExplained, period_out: PeriodToWire) -> FigureExplainedOut:
    figure = each.candidate.figure
    return FigureExplainedOut(
        rank=each.rank,
        figure_id=figure.id,
        printed=figure.printed,
        label_path=list(figure.label_path),
        column_path=list(figure.column_path),
        period=period_out(figure.period) if figure.period else None,
        source=each.candidate.filing.source,
        lines=figure.span.lines,
        by_words=each.by_words,
        by_meaning=each.by_meaning,
        points=each.points,
        score=round(each.candidate.score, 3),
        confidence=each.confidence,
        missing=list(each.missing),
        verdict=each.verdict,
    )
