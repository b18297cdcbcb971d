"""What a printed amount and a printed percentage imply: the whole of a part, the level before it grew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.calculations.operands import another, named_metric, operand_question, unit_of
from tickmark.service.fitting import Decision, metric_fits
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["implied"]

_LOOKED_AT: Final = 30
_TOGETHER: Final = 3  # lines of text, or rows of a table
_HUNDREDTH: Final = Decimal("0.01")
_IMPLIED: Final = re.compile(
    r"\b(?:impl(?:y|ies|ied)|back(?:ing|ed)?\s+(?:\w+\s+)?out|work(?:ing|ed)?\s+back)\b|[,–-]\s*(?:so|then)\b|[倒反]推|推算",
    re.IGNORECASE,
)
_ITS_SHARE: Final = r"\b(?:its|their)\s+(?:share|weight|proportion|slice|portion)\s+(?:of|in)\b"
_SHARE: Final = re.compile(rf"%|\bper\s?cent\b|\bpercent(?:age)?\b|{_ITS_SHARE}|百分", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"\b(?:total|altogether|overall|in all|whole|entire)\b|[总總](?=[量额額数數])", re.IGNORECASE
)
_MOVED: Final = re.compile(
    r"\b(?:(?:is|are|was|were)\s+)?(?:up|down|rose|risen|grew|grown|fell|fallen|dropped|increased|decreased|climbed"
    r"|declined)\b[^,;?]*",
    re.IGNORECASE,
)
_DOWN: Final = re.compile(r"\b(?:down|fell|fallen|dropped|declin\w+|decreas\w+)\b|下降|减少|減少", re.IGNORECASE)
_RISEN: Final = re.compile(
    r"\b(?:year[- ]on[- ]year|increas\w+|decreas\w+|growth|up|down|change)\b|同比", re.IGNORECASE
)
# the clause that asks, and what the other one says of the two numbers
_ASKS: Final = re.compile(r"[,;.–-]\s*(?:so\b|then\b|what\b|how\b|roughly\b).*$|^\W*if\b", re.IGNORECASE)
_NUMBERS: Final = re.compile(
    rf"\d[\d,.]*\s*(?:%|per\s?cent|percent|t\b|tonnes?\b|mn?\b|million\b)?|(?:\band\s+{_ITS_SHARE}[^?]*?)?\b(?:is|are"
    rf"|was|were)\s+(?:both\s+)?(?:given|shown|told|printed)\b.*$"
    r"|\b(?:is|are|was|were)\b.*\bof\s+(?:the\s+)?(?:total|whole)\b.*$",
    re.IGNORECASE,
)


# "if 40 t recovered was 16% of it, what was the total glass use": the two numbers stand in the question
_TOLD: Final = re.compile(
    r"^\W*(?:if|since|given that)\s+(?P<part>\d[\d,.]*)\s*(?:t|tonnes?|mn|m|million|kwh|mwh)?\b(?P<what>[^,;?%]*?)"
    r"\b(?:is|are|was|were|makes?|made|represents?|represented)\b[^,;?%]*?(?P<share>\d[\d.]*)\s*(?:%|per\s?cent\b"
    r"|percent\b)"
    r"[^,;?]*[,;]\s*(?:then\s+)?(?:what|how)\b(?P<whole>.*)$",
    re.IGNORECASE,
)
_ASKED_WHOLE: Final = re.compile(
    r"^\s*(?:much|many)?\s*(?:(?:is|are|was|were|did)\b)?|\b(?:the|total|whole|altogether|overall|entire)\b"
    r"|,?\s*\bin\s+(?:in\s+)?\w*\s*$",
    re.IGNORECASE,
)


def implied(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The whole of which an amount is a printed share, or the level from which it moved by a printed percentage.

    None where neither is asked to be worked back, or the two numbers do not stand together.
    """
    question = result.question
    text = question.rest
    told = _TOLD.match(text)
    if told is not None:
        return _of_told(searcher, result, told)
    if not _IMPLIED.search(text) or not _SHARE.search(text):
        return None
    moved = _MOVED.search(text)
    if moved is None and not _WHOLE.search(text):
        return None
    phrase = _NUMBERS.sub(" ", _MOVED.sub(" ", _ASKS.sub(" ", text)))
    if not named_metric(phrase):
        return None
    amounts, shares = (_found(searcher, result, said) for said in (phrase, f"{phrase} percent"))
    pairs = [
        (one, share)
        for one in amounts
        for share in shares
        if one.figure.unit != "%" == share.figure.unit
        and _together(one, share)
        and _moves(share) == (moved is not None)
    ]
    if not pairs:
        return None
    return _decided(*max(pairs, key=lambda pair: pair[0].score + pair[1].score), question, back=moved is not None)


def _of_told(searcher: Searcher, result: SearchResult, told: re.Match[str]) -> Decision | None:
    """The whole out of a part and its share that a question tells, where a filing prints both together."""
    if not _WHOLE.search(told["whole"]):
        return None
    part, percent = (Decimal(told[name].replace(",", "").rstrip(".")) for name in ("part", "share"))
    phrase = re.sub(r"\s+", " ", f"{told['what']} {_ASKED_WHOLE.sub(' ', told['whole'])}").strip()
    amounts, shares = (_found(searcher, result, said) for said in (phrase, f"{phrase} percent"))
    pairs = [
        (one, share)
        for one in amounts
        for share in shares
        if one.figure.unit != "%" == share.figure.unit
        and part in {one.figure.number, one.figure.value}
        and share.figure.number == percent
        and _together(one, share)
    ]
    if not pairs:
        return None
    return _decided(*max(pairs, key=lambda pair: pair[0].score + pair[1].score), result.question, back=False)


def _found(searcher: Searcher, result: SearchResult, phrase: str) -> Sequence[FigureCandidate]:
    found = searcher.again(operand_question(result.question, phrase), result).figures[:_LOOKED_AT]
    return [c for c in found if metric_fits(c) and c.figure.value and not another(phrase, c.figure)]


def _moves(share: FigureCandidate) -> bool:
    said = " ".join((*share.figure.label_path, *share.figure.column_path))
    return _RISEN.search(said) is not None


def _together(one: FigureCandidate, share: FigureCandidate) -> bool:
    """Whether an amount and a percentage stand in one sentence, or in one row or two beside each other."""
    ends = {c.figure.period.end for c in (one, share) if c.figure.period is not None}
    if one.filing.id != share.filing.id or len(ends) > 1:
        return False
    return abs(one.figure.span.lines[0] - share.figure.span.lines[0]) <= _TOGETHER


def _decided(one: FigureCandidate, share: FigureCandidate, question: Question, *, back: bool) -> Decision | None:
    value, percent = one.figure.value, share.figure.value
    if value is None or percent is None or percent <= 0:
        return None
    less = _DOWN.search(" ".join((question.rest, *share.figure.label_path))) is not None
    divisor = (100 - percent if less else 100 + percent) if back else percent
    if divisor <= 0:
        return None
    outcome, unit = (value / divisor * 100).quantize(_HUNDREDTH, ROUND_HALF_UP), unit_of([one])
    words = f"(100 {'-' if less else '+'} {operand_words(percent)})" if back else operand_words(percent)
    how = "level before it moved by" if back else "the whole of which it is"
    name = f"{label_of(one.figure)}: {how} {amount(share.figure)}"
    text = f"{name}: {with_unit(outcome, unit)} ({amount(one.figure)}) {period_words(one.figure.period)}."
    calculation = Calculation(f"{operand_words(value)} / {words} x 100", outcome, unit)
    return Decision("answered", re.sub(r"\s+", " ", text), figures=[one, share], calculation=calculation)
