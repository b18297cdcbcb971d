"""What is left of a whole when a part is taken off that a row prints beside it: shares held that are not pledged."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.question import fillers
from tickmark.index.sameness import COMMON, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import is_concept, terms
from tickmark.service.fitting import Decision, fits
from tickmark.service.model import Calculation
from tickmark.service.operands import operand_question, unit_of
from tickmark.service.siblings import row_of
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["what_is_left"]

# "not pledged", "unencumbered", "free of any charge": the part that is taken off
_NOT: Final = re.compile(
    r"\b(?:(?:are|is|was|were|have|has)\s+)?(?:(?:still|yet|left|remain(?:s|ed|ing)?)\s+)*(?:not|never|yet to be)\s+"
    r"(?:(?:been|yet|under|subject to|any|a|the)\s+)*(?P<a>[a-z]{4,}ed)\b"
    r"|\b(?:(?:still|left|remain(?:s|ed|ing)?)\s+)*(?:un|non-?)(?P<b>(?:pledg|encumber|restrict|mortgag|hedg|secur|vest)\w*)"
    r"|\b(?:(?:still|left|remain(?:s|ed|ing)?)\s+)*free\s+(?:of|from)\s+(?:(?:any|all|the|a|such)\s+)*(?P<c>[a-z]{4,})\b"
    r"|(?:未(?:被)?|没有|沒有)(?P<d>[质質抵]押)",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(r"\b(?:left|still|remain(?:s|ed|ing)?)\b", re.IGNORECASE)
_BEFORE: Final = re.compile(r"\b(?:before|prior|opening|beginning)\b|[前初]", re.IGNORECASE)
_AT: Final = re.compile(
    r"\b(?:before|after|upon|following|prior to|at the (?:end|beginning) of)\s+(?:the\s+)?\w+", re.IGNORECASE
)
_IN_UNIT: Final = re.compile(r"\([^()]*\)")
_COUNTED: Final = frozenset({"share"})  # what is counted in every column
_STATES: Final = re.compile(r"\b(?:un|non-?)[a-z]+|\bnot\b|[未非]", re.IGNORECASE)


def what_is_left(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The whole less the part that is named as not meant, both of one row; None where the filing prints it itself.

    The whole is the one figure of the part's row, of its unit and time, whose column says nothing of the part.
    """
    question = result.question
    found = _NOT.search(question.rest)
    if found is None or question.percent:
        return None
    said = next(word for word in found.groupdict().values() if word)
    bare = _LEFT.sub(" ", f"{question.rest[: found.start()]} {said} {question.rest[found.end() :]}")
    taken = frozenset(terms(said)) | frozenset(terms(f"{said} shares")) - COMMON - {"share"}
    asked = frozenset(terms(f"{question.rest} {bare}"))
    searched = searcher.again(operand_question(question, bare), result).figures[:30]
    fitting = [c for c in searched if fits(c) and c.figure.cell is not None and c.figure.value is not None]
    if any(_STATES.search(_head(c)) and _own_words(c, taken) & asked for c in fitting):
        return None  # a column of what is not pledged
    for part in fitting:
        at = (_BEFORE.search(_head(part)) is None) == question.latest
        if not at or not taken & _says(part) or _own_words(part, taken) - asked:
            continue
        wholes = [c for c in row_of(searcher, result, part) if _is_whole(c, part, taken)]
        if len(wholes) == 1:
            return _less(wholes[0], part)
    return None


def _less(whole: FigureCandidate, part: FigureCandidate) -> Decision | None:
    value, less = whole.figure.value, part.figure.value
    if value is None or less is None:
        return None
    unit = unit_of([whole, part])
    text = (
        f"{label_of(whole.figure)} less {label_of(part.figure)}: {with_unit(value - less, unit)} "
        f"({amount(whole.figure)} and {amount(part.figure)}) {period_words(part.figure.period)}."
    )
    calculation = Calculation(f"{operand_words(value)} - {operand_words(less)}", value - less, unit)
    return Decision("answered", re.sub(r"\s+", " ", text), figures=[whole, part], calculation=calculation)


def _head(candidate: FigureCandidate) -> str:
    return " ".join(candidate.figure.column_path)


def _says(candidate: FigureCandidate) -> frozenset[str]:
    return frozenset(terms(_head(candidate)))


def _own_words(candidate: FigureCandidate, taken: frozenset[str]) -> frozenset[str]:
    """What a column says of its own: less the part's name, plain words and numbers, and the state it is of."""
    head = _STATES.sub(" ", _AT.sub(" ", _IN_UNIT.sub(" ", _head(candidate))))
    return frozenset(term for term in terms(head) if not is_concept(term)) - taken - COMMON - fillers() - _COUNTED


def _is_whole(candidate: FigureCandidate, part: FigureCandidate, taken: frozenset[str]) -> bool:
    ours, theirs = part.figure, candidate.figure
    if ours.id == theirs.id or unit_key(ours) != unit_key(theirs) or ours.period != theirs.period:
        return False
    if theirs.value is None or ours.value is None or theirs.value < ours.value:
        return False
    return not taken & _says(candidate)
