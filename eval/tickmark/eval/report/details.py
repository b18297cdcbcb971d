"""Every question with what was wanted and what each run said, as rows of a report."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tickmark.eval.model import FoundFigure, GoldFigure, Question, Response
from tickmark.eval.record import Run
from tickmark.eval.score import Scores

__all__ = ["Detail", "Said", "details"]

# Which measure says at a glance whether a question went well: the first that a run was held to.
_GLANCE = ("figure", "members F1", "calculation", "status", "evidence@2000c", "document RR")
_SHOWN = 4


class Said(NamedTuple):
    """What one run said to one question. ``grade``: good, bad, part, or none where nothing is asked."""

    status: str
    text: str
    grade: str
    measure: str
    value: float | None


class Detail(NamedTuple):
    """One question."""

    id: str
    text: str
    kind: str
    language: str
    wanted: str
    said: list[Said]


def details(runs: Sequence[Run], scores: Sequence[Scores]) -> list[Detail]:
    """One row a question, in the order of the set."""
    return [
        Detail(
            question.id,
            question.text,
            question.kind,
            question.language,
            _wanted(question),
            [_said(run.responses.get(question.id), each, question.id) for run, each in zip(runs, scores, strict=True)],
        )
        for question in runs[0].questions
    ]


def _said(response: Response | None, scores: Scores, question: str) -> Said:
    name = next((name for name in _GLANCE if question in scores.each.get(name, {})), "")
    value = scores.each[name][question] if name else None
    grade = "none" if value is None else "good" if value >= 1 else "bad" if value <= 0 else "part"
    if response is None:
        return Said("", "no response", grade, name, value)
    if response.error:
        return Said("failed", response.error, grade, name, value)
    figures = "; ".join(_found(figure) for figure in response.figures[:_SHOWN] if figure.given)
    first = response.passages[0] if response.passages else None
    text = figures or response.text or (f"{first.doc}: {' '.join((first.text or '').split())[:160]}" if first else "")
    if response.calculation:
        text = f"{_plain(response.calculation.result)} {response.calculation.unit or ''} from {text}"
    return Said(response.status or "", text or "nothing found", grade, name, value)


def _wanted(question: Question) -> str:
    status = "" if question.status in {None, "answered"} else (question.status or "").replace("_", " ")
    figures = [_gold(figure) for figure in question.figures]
    shown = "; ".join(dict.fromkeys(figures[: None if len(figures) <= _SHOWN else _SHOWN]))
    if len(figures) > _SHOWN:
        shown += f" and {len(figures) - _SHOWN} more"
    if question.calculation:
        shown = f"{_plain(question.calculation.result)} {question.calculation.unit or ''} from {shown}"
    return " · ".join(part for part in (status, shown) if part)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:,f}"


def _times(scale: Decimal | None) -> str:
    return "" if scale in {None, 1} else f" × {scale:,f}"


def _gold(figure: GoldFigure) -> str:
    number = figure.printed or _plain(figure.number if figure.number is not None else figure.value)
    period = f" ({figure.period.end})" if figure.period else ""
    return f"{number}{_times(figure.scale)} {figure.unit or ''}{period}".strip()


def _found(figure: FoundFigure) -> str:
    period = f" ({figure.period.end})" if figure.period else ""
    return f"{figure.printed}{_times(figure.scale)} {figure.unit or ''}{period}, {figure.doc}".strip()
