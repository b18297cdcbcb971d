"""A part of a year that no filing prints, worked out of two that are: the first quarter is the half less the second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations, product
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.model import Period
from tickmark.service.calculations.operands import addable, another, named_metric, unit_of
from tickmark.service.calculations.range_ends import RangeEnd, end_asked, end_of
from tickmark.service.fitting import Decision, metric_fits
from tickmark.service.members import months_of
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["rest_of_period"]

_WITH_PARTS: Final = 3
_PART_OF_YEAR: Final = (
    r"(?:(?:(?:six|three|nine|6|3|9)[- ]months?"
    r"|(?:first|second|third|fourth|full|half)?[- ]?(?:half|quarter(?:ly)?|year)"
    r"|interim|annual|Q[1-4]|[Hh][12]|[1-4]Q|[12]H)(?:[- ]year)?|(?:上|下)半年|第?[一二三四]季度?|全年)"
)
_ITS_YEAR: Final = rf"{_PART_OF_YEAR}\s?(?:of\s+)?(?:FY\s?)?'?(?:\d{{2}}|\d{{4}})?"
_FROM_OTHERS: Final = re.compile(
    rf"(?:\b(?:out of|from|using|with|by|going by|based on|as|given|taking)\s+|=\s*)(?:the\s+)?{_PART_OF_YEAR}\b[^?]*?"
    rf"(?:\band\b|\bless\b|\bminus\b|,|-)\s*(?:the\s+)?{_PART_OF_YEAR}?.*$|=.*$"
    rf"|(?:\bi\.?e\.?\s+|[:;,(–-]\s*)?\b{_ITS_YEAR}\s+(?:less|minus)\s+(?:the\s+)?{_ITS_YEAR}(?![\w%])\)?",
    re.IGNORECASE,
)
_LESS_PART: Final = re.compile(
    rf"(?:\b(?:less|minus|without|excluding|leaving\s+out)\s+(?:(?:that|those)\s+(?:of|in|for)\s+)?(?:the\s+)?|[减減]去?)"
    rf"{_PART_OF_YEAR}(?![A-Za-z])"
    rf"|\b(?:difference|gap)\s+between\s+(?:the\s+)?{_ITS_YEAR}(?:['’]s)?\s+and\s+(?:the\s+)?{_ITS_YEAR}(?:['’]s)?(?![\w%])",
    re.IGNORECASE,
)
_WORKED_OUT: Final = re.compile(
    r"\b(?:work(?:ing|ed)? out|deriv(?:e|ed|ing)|calculat(?:e|ed|ing)|comput(?:e|ed|ing)"
    rf"|(?:back|tak)(?:e|ing|ed)?\s+(?:(?:it|that|this|the|{_PART_OF_YEAR})\s+)*(?:out|away)(?:\s+(?:of|from)\b)?"
    r"|impl(?:y|ied|ies)|infer(?:red)?|deduce[ds]?"
    r"|what(?:['’]s|\s+is|\s+was)\s+left(?:\s+for)?|leav(?:es|ing))\b"
    r"|[,:]?\s*\b(?:from |of )?the (?:[\w-]+ ){0,3}(?:alert|announcement|report)\b"
    r"|[由从從].*?(?:[倒反]推|推算)|[倒反]推|推算",
    re.IGNORECASE,
)
_SAID_OF_IT: Final = re.compile(
    rf"\b{_PART_OF_YEAR}(?=\W|$)|\b(?:(?:the\s+)?(?:low(?:er|est)?|bottom|minimum|high(?:er|est)?|upper|top"
    rf"|maximum)\s+(?:ends?|bounds?|limits?)"
    r"(?:\s+of)?|both|mid[- ]?points?|middles?|ranges?|guidance|guided|take|taking|if\s+you)\b|[上下]限",
    re.IGNORECASE,
)


def rest_of_period(searcher: Searcher, result: SearchResult, *, untold: bool = False) -> Decision | None:
    """What a metric was in a part of the year: that of a longer stretch less that of the rest of it, where both stand.

    Only where the question asks to work it out, or says of which stretches, unless that may be left ``untold``. None
    where the part itself is printed.
    """
    question = result.question
    text = question.without_issuer
    asked = [span for span in question.spans if 0 < months_of(span) < 12]
    less = _what_is_left(question, text)
    asked = [less] if less is not None else asked
    told = less or _FROM_OTHERS.search(text) or _WORKED_OUT.search(text)
    if not asked or not (told or (untold and len(asked) == len(question.spans) == 1 and not question.change)):
        return None
    bare = _bare(question, _FROM_OTHERS.sub(" ", text))
    bare = bare if named_metric(bare) else _bare(question, text)
    end = end_asked(text)
    issuer = question.issuers[0] if question.issuers else ""
    found = searcher.again(f"{issuer} {bare}", result).figures[:60]
    stretches = [c for c in found if metric_fits(c) and end_of(c, end) is not None and not another(bare, c.figure)]
    for part in asked if told and _all_of_one(asked) else asked[:1]:
        if less is None and any(_is(c.figure.period, part) for c in stretches):
            continue
        for whole, rest in product(stretches, stretches):
            if _same_line(whole, rest) and _leaves(whole.figure.period, rest.figure.period, part):
                return _worked_out(whole, rest, part, end)
    return None


def _what_is_left(question: Question, text: str) -> Period | None:
    """What is left of the longer of two stretches that are named where the other is taken off it: the half less Q2."""
    if len(question.spans) != len({(p.start, p.end) for p in question.spans}) or len(question.spans) != _WITH_PARTS - 1:
        return None
    if _LESS_PART.search(text) is None or any(None in (p.start, p.end) for p in question.spans):
        return None
    rest, whole = sorted(question.spans, key=months_of)
    bounds = [date.fromisoformat(day or "") for p in (whole, rest) for day in (p.start, p.end)]
    start, end, rest_start, rest_end = bounds
    day = timedelta(days=1)
    if rest_end == end and start < rest_start:
        return replace(whole, start=whole.start, end=(rest_start - day).isoformat(), text="")
    if rest_start == start and rest_end < end:
        return replace(whole, start=(rest_end + day).isoformat(), end=whole.end, text="")
    return None


def _all_of_one(asked: Sequence[Period]) -> bool:
    """Whether a stretch and the two parts of it are named: the part that nothing prints is then what is asked for."""
    return len(asked) == _WITH_PARTS and any(_leaves(a, b, c) for a, b, c in permutations(asked))


def _bare(question: Question, text: str) -> str:
    """What names the metric: without how it is worked out, and of which stretches."""
    bare = _WORKED_OUT.sub(" ", _LESS_PART.sub(" ", text))
    for mention in {span.text for span in question.spans if span.text}:
        bare = bare.replace(mention, " ")
    return _SAID_OF_IT.sub(" ", bare)


def _is(period: Period | None, asked: Period) -> bool:
    return period is not None and (period.start, period.end) == (asked.start, asked.end)


def _same_line(a: FigureCandidate, b: FigureCandidate) -> bool:
    return a.filing.id == b.filing.id and a.figure.label_path == b.figure.label_path and addable([a, b])


def _leaves(whole: Period | None, rest: Period | None, asked: Period) -> bool:
    """Whether a stretch consists of the one asked for and of the rest, whichever comes first."""
    bounds = [day for period in (whole, rest, asked) if period is not None for day in (period.start, period.end)]
    if len(bounds) < 6 or None in bounds:
        return False
    start, end, rest_start, rest_end, asked_start, asked_end = (date.fromisoformat(day) for day in bounds if day)
    day = timedelta(days=1)
    after = start == asked_start and asked_end + day == rest_start and rest_end == end
    return after or (start == rest_start and rest_end + day == asked_start and asked_end == end)


def _worked_out(whole: FigureCandidate, rest: FigureCandidate, asked: Period, end: RangeEnd | None) -> Decision | None:
    pair: Sequence[FigureCandidate] = [whole, rest]
    more, less = end_of(whole, end), end_of(rest, end)
    if more is None or less is None:
        return None
    outcome, unit = more - less, unit_of(pair)
    text = (
        f"{label_of(whole.figure)}: {with_unit(outcome, unit)} {period_words(asked)} "
        f"({amount(whole.figure)} {period_words(whole.figure.period)} less "
        f"{amount(rest.figure)} {period_words(rest.figure.period)})."
    )
    calculation = Calculation(f"{operand_words(more)} - {operand_words(less)}", outcome, unit)
    return Decision("answered", re.sub(r"\s+", " ", text), figures=list(pair), calculation=calculation)
