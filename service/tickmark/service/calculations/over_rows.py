"""The average or the sum of what a table tells of each of several things: of so many motions, depots, lines."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tickmark.index.search import Searcher, SearchResult
from tickmark.service.calculations.operands import addable, unit_of
from tickmark.service.calculations.rounding import mean
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.parts.each_row import each_row
from tickmark.service.wording import amount, operand_words, period_words, with_unit

__all__ = ["over_rows"]

_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_AVERAGE: Final = r"\b(?:on\s+average|(?:average|mean)(?:\s+number)?(?:\s+of)?)\b"
_TOTAL: Final = r"\b(?:in\s+(?:all|total)|altogether|all\s+told|(?:total|sum|combined)(?:\s+number)?(?:\s+of)?)\b"
_EITHER: Final = re.compile(rf"(?P<average>{_AVERAGE})|{_TOTAL}", re.IGNORECASE)
# "across the three resolutions at the second meeting"
_OF_ROWS: Final = re.compile(
    r"\s*,?\s*\b(?:across|over|on|for|of)\s+(?:all\s+)?(?:of\s+)?(?:the|its|these|those)?\s*"
    rf"(?P<n>{'|'.join(_COUNTS)}|\d\d?)\s+(?P<thing>(?:[a-z-]+\s+){{0,2}}?(?:resolution|motion|proposal|holder|shareholder"
    r"|director|depot|plant|site|line|supplier|customer|project)s)\b",
    re.IGNORECASE,
)


def over_rows(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What the rows of just as many things as the question says come to; None where that is not asked.

    Nothing is worked out of more or fewer rows.
    """
    question = result.question
    rows, wanted = _OF_ROWS.search(question.text), _EITHER.search(question.text)
    if rows is None or wanted is None:
        return None
    many = _COUNTS.get(rows["n"].lower()) or int(rows["n"])
    bare = _EITHER.sub(" ", f"{question.text[: rows.start()]} {question.text[rows.end() :]}")
    made = each_row(searcher, searcher.again(bare, result), rows["thing"], frozenset())
    members = made.figures if made is not None else []
    values = [c.figure.value for c in members if c.figure.value is not None]
    if len(values) != many or len(members) != many or not addable(members):
        return None
    average, unit = wanted["average"] is not None, unit_of(members)
    if unit == "%" and not average:
        return None
    summed = " + ".join(map(operand_words, values))
    outcome = mean(values) if average else sum(values, Decimal(0))
    told = "; ".join(f"{' > '.join(c.figure.label_path[-1:])}: {amount(c.figure)}" for c in members)
    name = "Average" if average else "Total"
    text = f"{name} of {with_unit(outcome, unit)} {period_words(members[0].figure.period)} over {told}."
    expression = f"({summed}) / {many}" if average else summed
    return Decision(
        "answered", re.sub(r"\s+", " ", text), figures=members, calculation=Calculation(expression, outcome, unit)
    )
