"""One metric of two periods set against itself: so many times as much, or what part of the year a quarter was."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.model import Period
from tickmark.service.calculations.operands import addable, another
from tickmark.service.calculations.rounding import rounded, so_many_times
from tickmark.service.fitting import Decision, metric_fits
from tickmark.service.members import months_of
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, operand_words, period_words

__all__ = ["divided_by_earlier", "of_two_periods"]

_TIMES: Final = re.compile(
    r"\bhow many times\b(?!\s+(?:did|do|does|has|have|had|per|a)\b)|\b(?:as\s+)?an?\s+multiple\s+of\b"
    r"|\bby what (?:factor|multiple)\b"
    r"|\bhow many[- ]?fold\b|(?:几|幾|多少)倍",
    re.IGNORECASE,
)
_PART: Final = (
    r"(?:\(?(?:in|as)\s+)?(?:an?\s+)?(?:percentage|percent|per\s?cent|pct|%|share|proportion|portion|fraction|part)"
)
_SHARE: Final = re.compile(
    rf"\b(?:what|which|as)\s+{_PART}\s+(?:of|did)\b|\b{_PART}\s+of\b|[占佔](?=.*(?:比|百分|多少|几成))", re.IGNORECASE
)
_WORDS: Final = re.compile(
    rf"{_TIMES.pattern}|\b(?:what|which|as)\s+{_PART}\s+of\b|\b{_PART}\s+of\b|[,(]?\s*\bin\s+(?:%|percent"
    rf"|per\s?cent)\)?|"
    r"\b(?:level|size|amount|that)\s+of\b|\blevel\b|\b(?:bigger|larger|higher|greater|more|than|as\s+(?:much|many|high"
    r"|large))\b|[占佔是]|的?(?:比例|比重|百分比)|百分之几|百分之幾",
    re.IGNORECASE,
)


def of_two_periods(searcher: Searcher, result: SearchResult) -> Decision | None:
    """A metric of one period over that of another: as a multiple, or as the share that a part of a year has of it.

    The multiple is of the later over the earlier one, unless the part is named first and is no year of its own.
    """
    question = result.question
    times, share = _TIMES.search(question.text) is not None, _SHARE.search(question.without_issuer) is not None
    spans = list({(p.start, p.end): p for p in question.spans}.values())
    if not (times or share) or len(spans) != 2:
        return None
    first, second = sorted(spans, key=lambda p: ((p.end or ""), -months_of(p)))
    within = _within(second, first) or _within(first, second)
    if not times and not within:
        return None
    part, whole = (second, first) if times or _within(second, first) else (first, second)
    found = searcher.again(_WORDS.sub(" ", question.text), result)
    fitting = [
        c for c in found.figures[:80] if metric_fits(c) and c.features.change <= 0 and c.figure.value is not None
    ]
    fitting = [c for c in fitting if not another(question.text, c.figure)]
    for top in (c for c in fitting if _is_of(c, part)):
        bottom = next((c for c in fitting if _is_of(c, whole) and _same_line(top, c) and addable([top, c])), None)
        if bottom is not None:
            return _divided(top, bottom, times=times)
    return None


def _within(part: Period, whole: Period) -> bool:
    """Whether one period is a shorter one inside the other."""
    if None in (part.start, part.end, whole.start, whole.end) or months_of(part) >= months_of(whole):
        return False
    return (whole.start or "") <= (part.start or "") and (part.end or "") <= (whole.end or "")


def _is_of(candidate: FigureCandidate, span: Period) -> bool:
    period = candidate.figure.period
    if period is None or period.end != span.end:
        return False
    return period.start == span.start or "instant" in {period.kind, span.kind}


def _same_line(a: FigureCandidate, b: FigureCandidate) -> bool:
    return a.filing.issuer == b.filing.issuer and a.figure.label_path == b.figure.label_path


def _divided(top: FigureCandidate, bottom: FigureCandidate, *, times: bool) -> Decision | None:
    above, below = top.figure.value, bottom.figure.value
    if above is None or not below:
        return None
    unit = "times" if times else "%"
    outcome = so_many_times(above / below) if times else rounded(above / below * 100)
    expression = f"{operand_words(above)} / {operand_words(below)}{'' if times else ' x 100'}"
    said, against = (f"{outcome} times", "against") if times else (f"{outcome}%", "of")
    text = f"{label_of(top.figure)}: {said} ({_told(top)} {against} {_told(bottom)})."
    return Decision(
        "answered", re.sub(r"\s+", " ", text), figures=[top, bottom], calculation=Calculation(expression, outcome, unit)
    )


def divided_by_earlier(later: FigureCandidate, earlier: FigureCandidate) -> Decision | None:
    """How many times as much a metric was as it had been."""
    return _divided(later, earlier, times=True)


def _told(one: FigureCandidate) -> str:
    return f"{amount(one.figure)} {period_words(one.figure.period)}"
