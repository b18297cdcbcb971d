"""How a margin moved that no filing prints: worked out for each of two times, and the one set against the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.glossary import glossary
from tickmark.ingest.model import Period
from tickmark.service.calculations.compute import ratio, spent
from tickmark.service.calculations.operands import addable
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.wording import operand_words, period_words

__all__ = ["ratio_moved"]

_HUNDREDTH: Final = Decimal("0.01")
_TWO: Final = 2


def ratio_moved(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The change of a ratio that the glossary defines between the two times asked for, in percentage points.

    None where it cannot be worked out for one of them, or of other lines of it than for the other.
    """
    question = result.question
    name = _named(question)
    spans = sorted({span.end: span for span in question.spans}.values(), key=lambda span: span.end or "")
    if not question.change or name is None or len(spans) != _TWO:
        return None
    issuer = question.issuers[0] if question.issuers else ""
    each: list[Sequence[FigureCandidate]] = []
    for span in spans:
        made = ratio(searcher, searcher.again(f"{issuer} {name} {span.text}", result))
        if made is None or len(made.figures) != _TWO or any(c.figure.period is None for c in made.figures):
            return None
        each.append(made.figures)
    first, last = each
    if not _of_these_times(each, spans) or not all(_one_line(a, b) for a, b in zip(first, last, strict=True)):
        return None
    before, after = map(_share, each)
    outcome = (after - before).quantize(_HUNDREDTH, ROUND_HALF_UP)
    expression = f"({_quotient(last)} - {_quotient(first)}) x 100"
    told = [f"{_share(one).quantize(_HUNDREDTH, ROUND_HALF_UP)}% {period_words(one[0].figure.period)}" for one in each]
    text = f"{name.capitalize()}: change of {outcome} percentage points, from {told[0]} to {told[1]}."
    calculation = Calculation(expression, outcome, "percentage points")
    return Decision("answered", text, figures=[*first, *last], calculation=calculation)


def _named(question: Question) -> str | None:
    """The name of the ratio that a question asks for, where it names one."""
    ratios = glossary().ratios
    term = next((want.term for want in question.asked if want.term in ratios and want.weight >= 1), None)
    return glossary().words[term][0] if term is not None else None


def _of_these_times(each: Sequence[Sequence[FigureCandidate]], spans: Sequence[Period]) -> bool:
    return all(
        (c.figure.period.start, c.figure.period.end) == (span.start, span.end)
        for one, span in zip(each, spans, strict=True)
        for c in one
        if c.figure.period is not None
    )


def _one_line(a: FigureCandidate, b: FigureCandidate) -> bool:
    return a.figure.label_path == b.figure.label_path and addable([a, b])


def _share(pair: Sequence[FigureCandidate]) -> Decimal:
    above, below = (spent(c) or Decimal(0) for c in pair)
    return above / below * 100


def _quotient(pair: Sequence[FigureCandidate]) -> str:
    return " / ".join(operand_words(spent(c) or Decimal(0)) for c in pair)
