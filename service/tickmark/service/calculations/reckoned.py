"""Calculations over one time: figures that say together what is asked, reckoned with as the question's cues say."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tickmark.index.question import Question
from tickmark.index.search import Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.calculations.demand import Demand, demanded
from tickmark.service.calculations.operand_sets import OperandSet, Pool, clearly_best
from tickmark.service.calculations.outcomes import OUTCOMES
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.wording import OPERATIONS, amount, label_of, period_words, with_unit

__all__ = ["Reckoned", "reckoned"]

_WITH_RATES: Final = frozenset({"difference", "average", "joint"})  # what can be done with percentages
_OF_WHOLES: Final = frozenset({"share", "rest", "joint"})

_OF_WHOLE: Final = re.compile(
    r"\b(?:share|portion|proportion|percentage|percent|part|fraction|slice|%)\s+of\s+(?P<whole>[^?,;]{3,60}?)\s+"
    r"(?:came|comes?|coming|stem\w*|derive[sd]?|was|were|is|are|did|does|do|went|goes|go|has|had|have)\b",
    re.IGNORECASE,
)


class Reckoned(NamedTuple):
    """A calculation that was found, how well its operands fit the question, and what they were chosen from."""

    decision: Decision
    fit: OperandSet
    demand: Demand
    pool: Pool


def reckoned(searcher: Searcher, result: SearchResult) -> Reckoned | None:
    """What the figures that say together what is asked come to.

    None where no operation is asked for, or no set of figures is sure.
    """
    question = result.question
    issuer = question.issuers[0] if question.issuers else ""
    for demand in demanded(question):
        if demand.kind not in OUTCOMES:
            continue
        found = searcher.again(f"{issuer} {demand.bare}", result)
        coverage = searcher.coverage(found.question, found.figures)
        pool = Pool(found, coverage, rates=demand.kind in _WITH_RATES)
        if demand.kind in _OF_WHOLES:
            pool.add_totals(searcher)
        best = clearly_best((one, made) for one, made in OUTCOMES[demand.kind](pool, demand) if pool.covers(one))
        if best is not None and not _turned_round(question, demand, best[0]) and not _in_money(question, best[0]):
            return Reckoned(_decided(*best, demand), best[0], demand, pool)
    return None


def _turned_round(question: Question, demand: Demand, found: OperandSet) -> bool:
    """Whether the part has the name of the whole that a share of is asked for, and the whole has not."""
    named = _OF_WHOLE.search(question.rest) if demand.kind == "share" else None
    if named is None:
        return False
    wanted = {term for term in terms(named["whole"]) if is_concept(term)}
    ends = found.members[0].figure, found.members[-1].figure
    part, whole = (set(terms(" ".join((*figure.label_path, *figure.column_path)))) for figure in ends)
    return not wanted.isdisjoint(part) and wanted.isdisjoint(whole)


def _in_money(question: Question, found: OperandSet) -> bool:
    """Whether people or things are to be counted, and these are amounts of money."""
    return question.count and not question.money and any(c.figure.currency is not None for c in found.members)


def _decided(found: OperandSet, made: Calculation, demand: Demand) -> Decision:
    figures = [c.figure for c in found.members]
    name = OPERATIONS.get(demand.kind, ", ").join(map(label_of, figures))
    told = f"{', '.join(map(amount, figures[:-1]))} and {amount(figures[-1])}"
    text = f"{name}: {with_unit(made.result, made.unit)} ({told}) {period_words(figures[0].period)}."
    return Decision("answered", re.sub(r"\s+", " ", text), figures=list(found.members), calculation=made)
