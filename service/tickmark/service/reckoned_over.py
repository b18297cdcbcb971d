"""A metric of several periods reckoned with as the question's cues say: by how much it moved, how many times it grew.

The periods are those asked for, the last with an earlier one that is only counted back to ("two years earlier").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.model import Period
from tickmark.service.arithmetic import average_or_total
from tickmark.service.between import divided_by_earlier
from tickmark.service.compute import changed
from tickmark.service.demand import Demand, demanded
from tickmark.service.fitting import LIMITS, Decision, metric_fits
from tickmark.service.members import asked_for, over_periods, over_time
from tickmark.service.operands import addable, another

__all__ = ["reckoned_over"]

_BACK: Final = frozenset({"difference", "change", "times", "ratio"})
_OVER: Final = _BACK | {"average", "sum"}
_COUNTS: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "一": 1, "两": 2, "兩": 2, "二": 2, "三": 3,
}  # fmt: skip
_EARLIER: Final = re.compile(
    r"\b(?:(?:the\s+)?(?P<n>a|one|two|three|four|five|[1-5])\s+(?:(?:full|fiscal|financial)\s+)?years?"
    r"\s+(?:earlier|before|previously|prior|ago)|(?:the\s+)?(?:year|twelve months)\s+(?:before|earlier|prior)"
    r"|(?:the\s+)?(?:prior|previous|preceding|last)(?:[- ]year|\s+12 months))(?:['’]s?)?\b"
    r"|(?P<z>[一两兩二三])年前|上一?年(?:度|同期)?|去年(?:同期)?",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 80


def reckoned_over(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What a metric comes to over the periods asked for; None where there are not two, or no operation is asked for."""
    question = result.question
    spans = _spans(question)
    if len(spans) < 2 and question.newest < 2:
        return None
    counted_back = len({span.end for span in question.spans}) == 1
    for demand in demanded(question):
        if demand.kind not in (_BACK if counted_back else _OVER):
            continue
        bare = _EARLIER.sub(" ", demand.bare)
        issuer = question.issuers[0] if question.issuers else ""
        found = searcher.again(f"{issuer} {bare}", result)
        members = _members(found, spans) if spans else over_periods(found)
        if len(members) > 1 and (made := _made(demand, members, question)):
            return made
    return None


def _spans(question: Question) -> list[Period]:
    """The periods asked for, one an end, oldest first; with a single one the earlier one that it is set against."""
    ends = {span.end: span for span in question.spans if span.end}
    spans = sorted(ends.values(), key=lambda span: span.end or "")
    found = _EARLIER.search(question.text)
    if len(spans) != 1 or found is None:
        return spans
    said = (found["n"] or found["z"] or "a").lower()
    return [_years_before(spans[0], _COUNTS.get(said) or int(said)), *spans]


def _years_before(span: Period, years: int) -> Period:
    start, end = (f"{int(day[:4]) - years}{day[4:]}" if day else None for day in (span.start, span.end))
    return replace(span, start=start, end=end)


def _members(found: SearchResult, spans: Sequence[Period]) -> list[FigureCandidate]:
    """The metric that fits best, of each of the periods; empty where one of them is not there."""
    fitting = [c for c in found.figures[:_LOOKED_AT] if metric_fits(c) and _is_level(c)]
    fitting = [c for c in fitting if not another(found.question.text, c.figure)]
    if not fitting:
        return []
    tables = [c for c in fitting if c.figure.origin == "cell" and len(c.row.figure_ids) > 1]
    for best in [*tables[:1], fitting[0]]:
        over = [m for m in over_time(found, best) if m.figure.value is not None]
        chosen = [asked_for(over, [span]) for span in spans]
        members = [each[-1] for each in chosen if each]
        if len({m.figure.id for m in members}) == len(spans) and addable(members):
            return members
    return []


def _is_level(candidate: FigureCandidate) -> bool:
    figure, features = candidate.figure, candidate.features
    if figure.value is None or figure.period is None:
        return False
    return features.change <= 0 and features.unit > LIMITS.unit


def _made(demand: Demand, members: list[FigureCandidate], question: Question) -> Decision | None:
    if demand.kind in {"average", "sum"}:
        return average_or_total("average" if demand.kind == "average" else "total", members)
    if demand.kind in {"times", "ratio"}:
        return divided_by_earlier(members[-1], members[0])
    return changed(members[0], members[-1], question)
