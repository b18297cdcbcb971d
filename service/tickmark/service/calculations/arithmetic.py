"""The average and the total of a metric over periods, and a breakdown added up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tickmark.index.asked.left_out import adds_up
from tickmark.index.asked.named_unit import UNITS
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import terms
from tickmark.service.calculations.operands import addable, another, unit_of
from tickmark.service.calculations.operations import Over, mixed, over_periods_asked, without_operation
from tickmark.service.calculations.rounding import mean
from tickmark.service.calculations.times import asked_times
from tickmark.service.fitting import Decision, fits
from tickmark.service.members import asked_count, over_periods, series
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, number_words, operand_words, period_words, with_unit

__all__ = ["average_or_total", "of_periods", "sum_of"]

_ADD_UP = re.compile(r"\b(?:add(?:ed)? up|adds? together|sum(?: up)? of|sum up)\b|加总|加總|相加", re.IGNORECASE)
# a total of what a list names, none of them by itself
_TOTAL_OF = re.compile(
    r"^\W*(?:(?:what|how\s+(?:much|many))\s+(?:(?:is|was|were|are)\s+)?)?(?:the\s+)?(?:total|combined|overall"
    r"|aggregate)\b"
    r"(?!.*\b(?:each|by|split|broken|breakdown|respectively|separately|per|vs|versus|compared"
    r"|against\s+the)\b).*(?:\band\b|&|\+|\bplus\b)",
    re.IGNORECASE,
)
# "how many members has it altogether (ports, yards, carriers)": one number is asked for, whatever is listed
_IN_ALL = re.compile(
    r"\bhow\s+many\b(?!.*\b(?:each|by|split|broken|breakdown|respectively|separately|per|vs|versus|compared)\b)"
    r".*\b(?:altogether|in\s+(?:all|total)|all\s+told|all\s+together|combined)\b",
    re.IGNORECASE,
)
_PRINTED = {
    "average": re.compile(r"\b(?:average|mean)\b|平均", re.I),
    "total": re.compile(r"\btotal\b|合计|合計", re.I),
}
_LOOKED_AT = 10
_COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_SO_MANY = re.compile(
    rf"\b(?:over|across|in|for|of|during)\s+(?:the\s+|all\s+)*(?P<n>{'|'.join(_COUNTS)})\s+"
    r"(?:(?:reported|reporting|disclosed|printed|listed|shown|fiscal|financial)\s+)?years\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\W*(?:total\s+)?(?:(?:number\s+of\s+)?(?:employees|staff|suppliers|shareholders|customers|subsidiaries|directors)"
    r"|headcount|workforce|(?:net\s+|total\s+)?(?:assets|liabilities|equity))\s*(?:$|[(:,]|\b(?:by|at|as|in|of)\b)"
    r"|员工[总總]?人?[数數]|[总總]资产|[总總]資產",
    re.IGNORECASE,
)


def _described(candidate: FigureCandidate) -> str:
    return " ".join((*candidate.figure.label_path, *candidate.figure.column_path, candidate.figure.unit or ""))


def of_periods(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The average or the total of a metric over the periods asked for, all of which have to be there."""
    question = result.question
    if not question.periods and question.intent not in {"figure", "series", "calculation"}:
        return None
    ends = len({p.end for p in asked_times(question)})
    if mixed(question.text) and ends > 1:
        return _without(searcher, result)
    wanted, outright = over_periods_asked(question.text, ends)
    so_many = _SO_MANY.search(question.text)
    if wanted == "average" and not ends and not so_many and _printed_as(wanted, result):
        return None  # "average annual salary"
    if wanted is None or (wanted == "total" and not (ends or so_many)):
        return None
    members = over_periods(searcher.again(without_operation(question.text), result))
    if not outright or len(members) < 2:
        whole = over_periods(result)
        if not outright and whole and _PRINTED[wanted].search(_described(whole[0])):
            return None  # "total revenue", "average number of employees": printed as such, of each period
        members = members if len(members) > 1 else whole
    if any(another(question.text, m.figure) for m in members):
        return None
    if len(members) < max(2, asked_count(question, members[0].filing.period if members else None)):
        return None
    if not ends and so_many is not None and len(members) != _COUNTS.get(so_many["n"].lower()):
        return None  # "over three years": all that are printed, and no other number of them
    return average_or_total(wanted, members)


def _printed_as(wanted: Over, result: SearchResult) -> bool:
    """Whether the first figure that fits says itself that it is an average."""
    best = next((c for c in result.figures[:_LOOKED_AT] if fits(c)), None)
    return best is not None and _PRINTED[wanted].search(_described(best)) is not None


def _without(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The figures alone, where two operations at once are asked for; nothing where the average itself is printed."""
    found = over_periods(result)
    if found and _PRINTED["average"].search(_described(found[0])):
        return None
    made = series(searcher.again(without_operation(result.question.text), result))
    note = "Only the figures are given: more than one operation is asked for."
    return replace(made, text=f"{made.text} {note}", reason=note) if made else None


def average_or_total(wanted: Over, members: list[FigureCandidate]) -> Decision | None:
    """The mean or the sum of a metric's values over periods; None for what does not add up."""
    values = [m.figure.value for m in members if m.figure.value is not None]
    if len(values) != len(members) or not addable(members):
        return None
    if all(value < 0 for value in values) and glossary().outflows & set(terms(label_of(members[0].figure))):
        values = [-value for value in values]  # brackets only say that costs are taken off
    summed, unit = " + ".join(map(operand_words, values)), unit_of(members)
    if wanted == "total":
        outcome, expression, name = sum(values, Decimal(0)), summed, "total"
        if unit == "%" or any(adds_up(label_of(m.figure)) or _of_a_day(m) for m in members):
            return None  # percentages of different wholes do not add up, nor what is a running total or a state already
    else:
        outcome = mean(values)
        expression, name = f"({summed}) / {len(values)}", "average"
    parts = [f"{period_words(m.figure.period).removeprefix('in ')}: {amount(m.figure)}" for m in members]
    text = f"{label_of(members[0].figure)}: {name} of {with_unit(outcome, unit)} over {'; '.join(parts)}."
    return _made(text, members, Calculation(expression, outcome, unit))


def _of_a_day(candidate: FigureCandidate) -> bool:
    """Whether a figure is of how things stood on a day: those employed in two years are not twice as many."""
    period, label = candidate.figure.period, " ".join(candidate.figure.label_path)
    return (period is not None and period.kind == "instant") or _STATE.match(label) is not None


def sum_of(question: str, parts: Decision | None) -> Decision | None:
    """A breakdown added up, where the question asks for that ("add up the drills by type")."""
    if (
        parts is None
        or parts.status != "answered"
        or not any(wanted.search(question) for wanted in (_ADD_UP, _TOTAL_OF, _IN_ALL))
    ):
        return None
    values = [m.figure.value for m in parts.figures if m.figure.value is not None]
    if len(values) < 2 or len(values) != len(parts.figures):
        return None
    alike = addable(parts.figures)
    if not alike and not _counted_in_one_sentence(parts.figures):
        return None
    if any(m.figure.unit == "%" for m in parts.figures) or len({m.figure.period for m in parts.figures}) > 1:
        return None
    outcome, unit = sum(values, Decimal(0)), parts.figures[0].figure.unit if alike else None
    text = f"{parts.text} Added up: {number_words(outcome)}{' ' + unit if unit else ''}."
    return _made(text, parts.figures, Calculation(" + ".join(map(operand_words, values)), outcome, unit))


def _counted_in_one_sentence(figures: Sequence[FigureCandidate]) -> bool:
    """Whether one sentence counts things of several kinds, each by its name: "3 ports, 12 yards and 31 carriers"."""
    one = len({c.row.id for c in figures}) == 1 and all(c.figure.origin != "cell" for c in figures)
    return one and all(
        c.figure.currency is None and c.figure.scale == 1 and not UNITS.fullmatch(c.figure.unit or "%") for c in figures
    )


def _made(text: str, operands: Sequence[FigureCandidate], calculation: Calculation) -> Decision:
    return Decision("answered", re.sub(r"\s+", " ", text), figures=list(operands), calculation=calculation)
