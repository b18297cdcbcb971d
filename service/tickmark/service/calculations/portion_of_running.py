"""How much of a running total came in one of its years: "of what was spent since 2021, what share fell in 2023?"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.left_out import adds_up
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.model import Period
from tickmark.service.calculations.planned_over import of_each
from tickmark.service.calculations.plans import without_unit
from tickmark.service.calculations.rounding import rounded
from tickmark.service.calculations.times import is_since, years_before
from tickmark.service.fitting import Decision
from tickmark.service.members import months_of
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, operand_words, period_words

__all__ = ["portion_of_running"]

_YEAR: Final = 12  # months
_PART: Final = r"(?:share|percentage|percent|per\s?cent|pct|%|proportion|portion|fraction|part)"
_PORTION: Final = re.compile(
    rf"\b(?:how\s+much\s+of|(?:what|which)\s+{_PART}\s+of|as\s+an?\s+{_PART}\s+of|of)\b|占", re.IGNORECASE
)
# "what share of it fell in that year": it did not fall
_FELL_IN: Final = re.compile(
    rf"\b(?:how\s+much|{_PART})\s+of\b.*\b(?:fell|falls?)\s+(?:in|on|into|to)\b", re.IGNORECASE
)
_ASKED: Final = re.compile(
    rf"\b(?:how\s+much\s+of|(?:what|which)\s+{_PART}(?:\s+of)?|as\s+an?\s+{_PART}\s+of|in\s+{_PART}|of)\b"
    r"|\b(?:went\s+out|was\s+spent|were\s+spent|was\s+put\s+in|was\s+made|was\s+paid|were\s+paid|came|fell|falls?|happened|took\s+place|was|were|is|are"
    r"|alone|just|only|by\s+itself|(?:(?:running|cumulative)\s+)?(?:total|sum))\b"
    r"|\b(?:in|since|from|to|up)(?=\s*[,?.)]|\s*$|\s+(?:in|since|from|to)\b)",
    re.IGNORECASE,
)


def portion_of_running(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What a running total grew by in a year as a share of what it had come to; None where that is not asked."""
    question = result.question
    running = [span for span in question.spans if is_since(span)]
    years = [span for span in question.spans if not is_since(span) and months_of(span) == _YEAR]
    if len(running) != 1 or len(years) != 1 or not question.strong_percent:
        return None
    if question.change and not _FELL_IN.search(question.text):
        return None
    if not _PORTION.search(question.text) or years[0].end == _first_end(running[0]):
        return None
    phrase = re.sub(r"\s+", " ", _ASKED.sub(" ", without_unit(question.rest))).strip(" ,.?")
    members = of_each(searcher, result, phrase, [years_before(years[0], 1), years[0]], running=True)
    if members is None or not all(_runs_since(c, running[0]) for c in members):
        return None
    before, after = (c.figure.value for c in members)
    if before is None or not after or not 0 <= before <= after:
        return None
    share = rounded((after - before) / after * 100)
    year = period_words(years[0])
    text = (
        f"{label_of(members[1].figure)}: {share}% of it {year} "
        f"({' and '.join(f'{amount(c.figure)} {period_words(c.figure.period)}' for c in members)})."
    )
    expression = f"({operand_words(after)} - {operand_words(before)}) / {operand_words(after)} x 100"
    return Decision(
        "answered", re.sub(r"\s+", " ", text), figures=members[::-1], calculation=Calculation(expression, share, "%")
    )


def _runs_since(candidate: FigureCandidate, span: Period) -> bool:
    """Whether a figure says that it has gathered, and since no other year."""
    figure = candidate.figure
    said = " ".join((*figure.label_path, *figure.column_path))
    years = set(re.findall(r"(?:19|20)\d\d", " ".join(figure.label_path)))
    return adds_up(said) and (not years or (span.start or "")[:4] in years)


def _first_end(span: Period) -> str:
    return f"{(span.start or '')[:4]}-12-31"
