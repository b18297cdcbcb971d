"""Two things of two times: "shares in issue at the end of 2023 minus shares at the meeting of November 2023".

Each side says its own time and is a question by itself. What is asked of two times and found for one is no answer.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.currency import CURRENCY
from tickmark.index.asked.periods import periods_of
from tickmark.index.question import asked_in
from tickmark.index.search import Searcher, SearchResult
from tickmark.service.calculations.operands import addable, named_metric, unit_of
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.one_figure import one_figure
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["of_own_times", "one_time_alone"]

_LESS: Final = re.compile(r"\s+(?:minus|less(?!\s+than\b))\s+|(?<=\S)\s+[-–−]\s+(?=\S)|减去?|減去?", re.IGNORECASE)
# "A vs B - how many shares difference?", "the gap between A and B"
_SET_AGAINST: Final = (
    re.compile(
        r"^(?P<a>.{8,}?)\s+(?:vs\.?|versus|against|compared\s+(?:with|to))\s+(?P<b>.{8,}?)(?:\s*[,;:?]\s*|\s+[-–—]\s+)"
        r"(?:what(?:['’]s|\s+is|\s+was)?|by\s+how|how|the)?\s*(?:much|many)?\s*(?:[a-z]+\s+)?(?:the\s+)?(?:difference"
        r"|gap)\b.{0,12}$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:what(?:['’]s|\s+is|\s+was)?\s+)?(?:the\s+)?(?:difference"
        r"|gap)\s+between\s+(?P<a>.{8,}?),?\s+and\s+(?P<b>.{8,})$",
        re.IGNORECASE,
    ),
    # "by how many shares did A exceed B", "how many shares were added between A and B"
    re.compile(
        r"^\W*by\s+how\s+(?:much|many)(?:\s+(?P<what>[a-z]+))?\s+(?:did|does|do|was|were|is|are|had|has)\s+(?P<a>.{8,}?)\s+"
        r"(?:exceed(?:ed)?|surpass(?:ed)?|top(?:ped)?|outnumber(?:ed)?|(?:higher|larger|greater|bigger|more|above)(?:\s+than)?)\s+"
        r"(?P<b>.{8,})$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*how\s+(?:much|many)(?:\s+(?P<what>[a-z]+))?\s+(?:was|were|got|had\s+been)\s+added\s+between\s+"
        r"(?P<a>.{8,}?),?\s+and\s+(?P<b>.{8,})$",
        re.IGNORECASE,
    ),
)
_ASKS: Final = re.compile(r"\b(?:how|what|which|and|is|are|was|were|did|does)\b", re.IGNORECASE)
_MONEY: Final = re.compile(CURRENCY, re.IGNORECASE)
_SURELY_LESS: Final = re.compile(
    r"\bminus\s|(?<=\w)(?<!\bmuch)(?<!\bmany)(?<!\bor)(?<!\bno)\s+less\s(?!\s*than\b)|减去|減去", re.I
)
_MORE_THAN: Final = re.compile(
    r"\bby\s+how\s+(?:much|many)\b.*\bexceed(?:ed|s)?\b|\bhow\s+(?:much|many)\b.*\badded\s+between\b"
    r"|\bhow\s+(?:much|many)\s+(?:[a-z]+\s+){0,2}?(?:more|fewer|less|higher|lower)\b.*\bthan\b",
    re.IGNORECASE,
)


def of_own_times(searcher: Searcher, result: SearchResult) -> Decision | None:
    """One thing less another, each of the time that its own side names; None where that is not what is asked."""
    question = result.question
    if len({span.end for span in question.spans}) < 2:
        return None
    against = next((m for pattern in _SET_AGAINST if (m := pattern.match(question.without_issuer.strip()))), None)
    sides = against.group("a", "b") if against else _LESS.split(question.without_issuer)
    what = (against.groupdict().get("what") or "") if against else ""
    sides = [f"{what} {side.strip(' ,;:?.')}".strip() for side in sides]
    if len(sides) != 2:
        return None
    undated = [periods_of(side, question.calendar)[1] for side in sides]
    if not all(named_metric(_MONEY.sub(" ", side)) for side in undated):
        return None  # "2021 - 2023, tonnes": a run of years, and nothing is taken off
    if against is None and not _SURELY_LESS.search(question.without_issuer) and any(map(_ASKS.search, sides)):
        return None
    if any(len({m.period.end for m in periods_of(side, question.calendar)[0]}) != 1 for side in sides):
        return None
    ours, theirs = ({want.term for want in asked_in(side)} for side in undated)
    if against and ours == theirs:
        return None  # one thing that has moved
    issuer = question.issuers[0] if question.issuers else ""
    found = [one_figure(searcher.again(f"{issuer} {side}", result)) for side in sides]
    figures = [made.figures[0] for made in found if made is not None and made.status == "answered"]
    values = [c.figure.value for c in figures if c.figure.value is not None]
    if len(values) != 2 or len(figures) != 2 or not addable(figures):
        return None
    if figures[0].figure.unit == "%" or figures[0].figure.id == figures[1].figure.id:
        return None
    if ours == theirs and figures[0].figure.label_path != figures[1].figure.label_path:
        return None
    if against and values[0] < values[1]:
        figures, values = figures[::-1], values[::-1]  # how far apart they are
    unit, outcome = unit_of(figures), values[0] - values[1]
    told = " less ".join(f"{label_of(c.figure)} ({amount(c.figure)} {period_words(c.figure.period)})" for c in figures)
    text = re.sub(r"\s+", " ", f"{told}: {with_unit(outcome, unit)}.")
    expression = " - ".join(map(operand_words, (values[0], values[1])))
    return Decision("answered", text, figures=figures, calculation=Calculation(expression, outcome, unit))


def one_time_alone(made: Decision, result: SearchResult) -> bool:
    """Whether one time is to be taken off another, and a decision has figures of one of them at most."""
    spans = {(span.start, span.end) for span in result.question.spans}
    if len(spans) < 2 or made.calculation is not None or not _of_both(result.question.rest):
        return False
    ends = {c.figure.period.end for c in made.figures if c.figure.period is not None}
    return len(ends) < 2 and all(c.features.change <= 0 for c in made.figures)


def _of_both(text: str) -> bool:
    """Whether a text asks by how much one time is more than another, or what is left of it."""
    return _SURELY_LESS.search(text) is not None or _MORE_THAN.search(text) is not None
