"""A group asked for as a whole ("what the controlling shareholders hold together"): the total of its members' table.

A question often names a member beside the group ("after the latest pledge by Larkmoor, how much has the whole group
pledged"), whose row then has more of the question's words than the row of the total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.checking.sameness import unit_key
from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import all_terms, is_concept, terms
from tickmark.service.calculations.compute import is_total
from tickmark.service.calculations.plans import plans
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.parts.siblings import column_of, row_of
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["group_total", "share_of_group"]

_Pair = tuple[FigureCandidate, FigureCandidate]
_HUNDREDTH: Final = Decimal("0.01")
_ALL: Final = Decimal(100)
_ROUNDING: Final = Decimal("0.005")  # of a printed share: two of them, divided, come this near to the amounts divided

_BEFORE: Final = re.compile(r"\bbefore\b|\bprior\b|前", re.IGNORECASE)
_GROUP: Final = re.compile(
    r"\b(?:controlling|concert|founding|founders?['’]?|whole|entire|selling)\s+(?:(?:share|stock)?holders?['’]?\s+)?"
    r"(?:group|bloc|block|camp|part(?:y|ies)|(?:share|stock)?holders|family)\b"
    r"|\bacting in concert\b|\bthe (?:group|bloc|camp)\b|一致行[动動]人|控股股[东東]",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:together|altogether|combined|collectively|jointly|overall|between them|(?:whole|entire|total|aggregate)"
    r"|as a (?:whole|group)|in (?:all|aggregate)|added up|taken as one)\b|合[计計]|总共|總共|一共|共同",
    re.IGNORECASE,
)
_APART: Final = re.compile(
    r"\b(?:each|every|apiece|individually|respectively|split|break\w*|by (?:share)?holder)\b|各", re.IGNORECASE
)


def group_total(searcher: Searcher, result: SearchResult, made: Decision) -> FigureCandidate | None:
    """The total that stands in the column of an answer's only figure, where the question is for a group as a whole."""
    text = result.question.text
    if len(made.figures) != 1 or made.calculation is not None or _APART.search(text):
        return None
    found = made.figures[0]
    if found.figure.cell is None or is_total(found.figure) or not (_GROUP.search(text) and _WHOLE.search(text)):
        return None
    if all_terms(" ".join(found.figure.label_path[-1:])) <= all_terms(text) and _named_group(text, found):
        return None
    totals = [c for c in column_of(searcher, found) if is_total(c.figure)]
    same = [c for c in totals if c.figure.period == found.figure.period]
    return same[0] if len(same) == 1 else None


def share_of_group(searcher: Searcher, result: SearchResult, made: Decision) -> Decision | None:
    """A member's share of what its group has; None where no group is the whole, or a share of that is printed.

    A table of members prints what each has of another whole (of all shares of the company): the row of the total is
    then not 100%. The amounts behind those shares are in the column in which the member makes up as much of the total.
    """
    wholes = (plan.operands[1][0] for plan in plans(result.question.rest) if plan.kind == "share")
    if len(made.figures) != 1 or made.calculation is not None or not any(map(_GROUP.search, wholes)):
        return None
    printed = made.figures[0]
    if printed.figure.unit != "%" or printed.figure.cell is None or is_total(printed.figure):
        return None
    totals = [c for c in column_of(searcher, printed) if is_total(c.figure)]
    if len(totals) != 1 or not printed.figure.value or not totals[0].figure.value or totals[0].figure.value == _ALL:
        return None
    share = printed.figure.value / totals[0].figure.value
    columns = [
        (part, whole)
        for part in row_of(searcher, result, printed)
        for whole in row_of(searcher, result, totals[0])
        if _of_one_column(part, whole)
    ]
    # what is printed may be the part of something else that each member has
    asked = _best_asked(columns, result.question)
    pairs = [(part, whole) for part, whole in asked if _makes_up(part, whole, share)] or asked
    return _share(*pairs[0]) if len(pairs) == 1 else None


def _best_asked(columns: Sequence[_Pair], question: Question) -> list[_Pair]:
    """The columns of amounts whose heads say most of what is asked, and of what is not asked least.

    Of a state before an event only where that is asked for.
    """
    asked = {want.term for want in question.asked}

    def fit(pair: _Pair) -> tuple[int, bool, int]:
        heads = " ".join(pair[0].figure.column_path)
        said = set(terms(heads))
        now = _BEFORE.search(heads) is None or _BEFORE.search(question.text) is not None
        return len({term for term in asked & said if is_concept(term)}), now, -sum(map(is_concept, said - asked))

    best = max(map(fit, columns), default=None)
    return [pair for pair in columns if fit(pair) == best]


def _of_one_column(part: FigureCandidate, whole: FigureCandidate) -> bool:
    a, b = part.figure, whole.figure
    return a.unit != "%" and a.column_path == b.column_path and unit_key(a) == unit_key(b) and a.period == b.period


def _makes_up(part: FigureCandidate, whole: FigureCandidate, share: Decimal) -> bool:
    a, b = part.figure.value, whole.figure.value
    return a is not None and bool(b) and b is not None and abs(a / b - share) <= _ROUNDING


def _share(part: FigureCandidate, whole: FigureCandidate) -> Decision:
    a, b = part.figure.value or Decimal(0), whole.figure.value or Decimal(1)
    outcome = (a / b * 100).quantize(_HUNDREDTH, ROUND_HALF_UP)
    told = f"{amount(part.figure)} and {amount(whole.figure)}"
    name = f"{label_of(part.figure)} as a share of {label_of(whole.figure)}"
    text = f"{name}: {with_unit(outcome, '%')} ({told}) {period_words(part.figure.period)}."
    calculation = Calculation(f"{operand_words(a)} / {operand_words(b)} x 100", outcome, "%")
    return Decision("answered", re.sub(r"\s+", " ", text), figures=[part, whole], calculation=calculation)


def _named_group(text: str, found: FigureCandidate) -> bool:
    """Whether the group is the member itself: "the Larkmoor group"."""
    last = re.escape((" ".join(found.figure.label_path[-1:]).split() or [""])[-1].strip(".,"))
    return re.search(rf"\b{last}\s+(?:group|family)\b", text, re.IGNORECASE) is not None
