"""The parts of a whole: the rows under one group label, or the rows of a column that add up to their total."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain

from tickmark.index.asked.intents import as_one
from tickmark.index.asked.parts import AskedParts, divided_alike, parts_asked
from tickmark.index.checking.sameness import COMMON, PEOPLE, unit_key
from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import terms
from tickmark.service.calculations.operands import operand_question
from tickmark.service.fitting import Decision, fits
from tickmark.service.parts.each_named import each_named, numbers_in
from tickmark.service.parts.each_row import each_row
from tickmark.service.parts.enumerated import enumerated
from tickmark.service.parts.named_parts import many_listed, named_columns, named_rows
from tickmark.service.parts.printed_groups import (
    ASKING_PARTS,
    divided_by,
    group_fit,
    named_by,
    of_metric,
    one_a_table,
)
from tickmark.service.parts.siblings import across_listed, listed, parts_of, row_of, siblings
from tickmark.service.parts.told_parts import each_told, told_together, voted

__all__ = ["breakdown", "dimension_of", "divided"]

_DIMENSION = re.compile(
    r"(?:\bby(?!\s+(?:what|how|which|the)\b)|\bper|split by|across|\beach|\bevery)\s+([\w ]{3,30}(?:/ ?\w+(?: \w+)?)?)"
    r"|按(\S{1,6})|各(?!年(?!龄|齡)|[家方自项項])(\S{1,4})|(\w+)[- ]?wise\b|不同(?:的)?(\S{1,4})|每[个個](\S{1,4})"
    r"|(\w+) (?:structure|distribution|profile|mix|split|breakdown)",
    re.IGNORECASE,
)
# who did it, or what brought it: "cash provided by operations" divides nothing
_DONE_BY = re.compile(
    r"\b(?!(?:divid|split|group|sort|classif|categori|analy[sz]|separat|list|segment|arrang|detail)\w*\s)"
    r"(?:\w+ed|held|made|paid|run|borne|led|won|sold|built|bought)\s+by\b",
    re.IGNORECASE,
)
# what a total is divided through, where a single number is asked for: "per employee", "per share", "per tonne"
_DIVISORS = frozenset(
    term
    for word in (*PEOPLE, "head", "capita", "share", "unit", "tonne", "ton", "hour", "day", "week", "month", "quarter",
                 "year", "period", "half", "revenue", "sales", "thousand", "million", "rmb", "usd", "kwh", "mwh")
    for term in terms(word)
)  # fmt: skip
_EACH = re.compile(r"\b(?:each|every|per)\b|\b\w+[- ]?wise\b|各|每[个個]", re.IGNORECASE)
# what only says of which day or from where: "at the date of the pledge announcement" asks for nothing pledged
_OF_THAT_DAY = re.compile(
    r"\b(?:(?:at|on|as of|as at)\s+the\s+(?:date|day|time)\s+of|in|from|per|under|according to|at|on|as of|as at)"
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:announcements?|notices?|circulars?|filings?|disclosures?|tables?)\b"
    r"|\bwhen\s+the\s+(?:[\w-]+\s+){1,3}(?:was|were)\s+(?:announced|disclosed|published|made)\b",
    re.IGNORECASE,
)
# the whole that is told in a question for its parts: "split the 5,461 staff"
_GIVEN_WHOLE = re.compile(
    r"\b(the|these|those)\s+(?:(?:rmb|usd|hkd|eur|gbp|us\$|[$€£¥])\s?)?(?!(?:19|20)\d\d\b)(?P<number>\d[\d.,]*)"
    r"\s?(?P<scale>bn|mn|m|k|billion|million|thousand)?\s+(?=[a-z])",
    re.IGNORECASE,
)
_SCALES = {"bn": 10**9, "bi": 10**9, "mn": 10**6, "m": 10**6, "mi": 10**6, "k": 1000, "th": 1000}
_ROUNDING = Decimal("0.05")  # of the whole, that a group may leave out or a question round off
_MOST_PARTS = 40
_WEIGHTY = 0.5
_TRIED = 12  # figures whose groups are looked at, where the first do not come to the whole
_ALIKE = 0.3  # groups whose fit differs by less are about as good
_OF_ANOTHER = 0.4  # what the fit of a group loses that lacks a name, or is none of what is held
_TOTAL = re.compile(
    r"(?:(?:group|consolidated|grand)\s+)?totals?\b|consolidated$|group$|合[计計]|总[计額额]|總[計額]", re.IGNORECASE
)


def breakdown(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The parts of what is asked for: first as a label would put it, then in the question's own words.

    The whole may be told in the question as a number, in round terms or exactly.
    """
    question = result.question
    asked = parts_asked(question.rest)
    by = asked.by if asked else frozenset[str]()
    plainly = [_plainly(searcher, result, asked)] if asked else []
    bare = _GIVEN_WHOLE.sub(r"\1 ", question.text)
    readings = (*plainly, result) if bare == question.text else (*plainly, result, searcher.again(bare, result))
    told = numbers_in(question.text)
    found = chain(
        (enumerated(searcher, result),),
        (_parts(searcher, reading, by) for reading in readings),
        (each_named(searcher, reading, told) for reading in reversed(readings)),
    )
    return next((parts for parts in found if parts and _comes_to_given(question.text, parts)), None)


def _comes_to_given(text: str, parts: Decision) -> bool:
    """Whether parts come to the whole that the question tells, but for its rounding; true where it tells none."""
    told = _GIVEN_WHOLE.search(text)
    values = [c.figure.value for c in parts.figures if c.figure.value is not None]
    if told is None or parts.figures[0].figure.unit == "%":
        return True
    given = Decimal(told["number"].strip(".,").replace(",", "")) * _SCALES.get((told["scale"] or "").lower()[:2], 1)
    scales = {c.figure.scale for c in parts.figures}
    return any(abs(sum(values, Decimal(0)) / scale - given) <= given * _ROUNDING for scale in {Decimal(1), *scales})


def _plainly(searcher: Searcher, result: SearchResult, asked: AskedParts) -> SearchResult:
    """What is found for the question as a label would put it, without the day that it only counts from."""
    plain = _GIVEN_WHOLE.sub(r"\1 ", _OF_THAT_DAY.sub(" ", asked.plain))
    return searcher.again(operand_question(result.question, plain), result)


def _parts(searcher: Searcher, result: SearchResult, by: frozenset[str]) -> Decision | None:
    """All rows of the group that fits best: the rows under the same outer label of the same table and column.

    Where the question says by what the whole is divided and a row prints it by columns of that name ("Segments" over
    "North" and "South"), the parts are the cells of that row. Without either, the rows before or after the whole that
    add up to it, or that are named after it ("Fire drills" under "Drills"): rows that merely stand beside it (an income
    statement under "Revenue") are no parts.
    """
    question = result.question
    asked = frozenset(a.term for a in question.asked)
    metric = _metric_terms(question)
    dimension = dimension_of(question.text)
    listed_ones = named_columns(searcher, result) if many_listed(question.text) else None
    if told := voted(searcher, result) or listed_ones or named_rows(searcher, result):
        return told
    things = _said_of_parts(question.text)
    if found := _across(searcher, result, dimension) or each_row(searcher, result, things, by):
        return found
    rated = [
        (group_fit(c, asked, dimension, by) - _OF_ANOTHER * min(c.features.names, 1), c)
        for c in result.figures[:120]
        if _of(metric - dimension, c) and of_metric(result, c, dimension | ASKING_PARTS)
    ]
    best_fit, best = max(rated, key=lambda r: r[0], default=(0.0, None))
    if best is not None and best_fit > 0:
        # two tables often give the same parts, one of them fewer
        rated.sort(key=lambda one: -one[0])
        alike = one_a_table(c for fit, c in rated if fit > best_fit - _ALIKE)
        groups = [(c, parts_of(searcher, result, c)) for c in alike]
        return listed(*max(groups, key=lambda group: len(group[1])))
    for whole in (c for c in result.figures[:40] if fits(c) and c.figure.cell is not None):
        column = siblings(searcher, result, whole)
        if parts := _adding_up(whole, column) or _named_after(whole, column, asked):
            return listed(whole, parts, of=whole.figure.label_path[-1] if whole.figure.label_path else "")
    return told_together(searcher, result) or each_told(searcher, result)


def divided(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The parts of what a question divides in passing ("turnover rate per shift", "where are the suppliers located?").

    Only where a printed group is divided by that very name, or where figures add up exactly to the total of the metric:
    "per employee" and "each year" divide nothing.
    """
    question = result.question
    if as_one(question.text):
        return None
    if (asked := parts_asked(question.rest)) is not None:
        found = _plainly(searcher, result, asked)
        if "vote" in asked.by:
            return voted(searcher, found)
        dimension = dimension_of(found.question.text)
        return _group_of(searcher, found, question.text, dimension, asked.by) or told_together(searcher, found)
    dimension = _divides(question.rest)
    if not dimension:
        return None
    said = _said_of_parts(_DONE_BY.sub(" ", question.rest)) if _EACH.search(question.rest) else ""
    if rows := each_row(searcher, result, said, frozenset()) or _group_of(
        searcher, result, question.text, dimension, frozenset()
    ):
        return rows
    if not said:
        return None
    bare = operand_question(question, _OF_THAT_DAY.sub(" ", _DIMENSION.sub(" ", question.rest)))
    for whole in (c for c in searcher.again(bare, result).figures[:5] if fits(c) and c.figure.cell is not None):
        if parts := _adding_up(whole, siblings(searcher, result, whole)):
            return listed(whole, parts, of=whole.figure.label_path[-1] if whole.figure.label_path else "")
    return None


def _group_of(
    searcher: Searcher, result: SearchResult, text: str, dimension: frozenset[str], by: frozenset[str]
) -> Decision | None:
    """The printed group of the metric that is divided by just what is asked for, and comes to the whole that is told.

    ``text`` is the question, whose ``dimension`` is what it divides by, the words for it known as those of ``by``.
    """
    asked = _metric_terms(result.question)
    aside = dimension | ASKING_PARTS
    rated = [
        (group_fit(c, asked, dimension, by), c)
        for c in result.figures[:120]
        if _of(asked - dimension, c) and of_metric(result, c, aside, surely=bool(by))
    ]
    if by:
        rated = [(fit, c) for fit, c in rated if divided_alike(by, divided_by(c))]
    each = _EACH.search(result.question.rest) is not None  # "by women" names one part, "per county" any
    rated.sort(key=lambda one: -one[0])
    for fit, best in rated[:_TRIED]:
        same = by or dimension & named_by(best, siblings(searcher, result, best), each=each)
        made = listed(best, parts_of(searcher, result, best)) if fit > 0 and same else None
        if made is not None and _comes_to_given(text, made):
            return made
        if not by:
            return None
    return None


def _metric_terms(question: Question) -> frozenset[str]:
    """What is asked for, without the words that only ask for its parts."""
    return frozenset(a.term for a in question.asked if a.weight >= _WEIGHTY) - ASKING_PARTS


def _divides(rest: str) -> frozenset[str]:
    """What a question divides by, if it is no divisor and no time."""
    rest = _DONE_BY.sub(" ", rest)
    dimension = dimension_of(rest)
    first = _DIMENSION.search(rest)
    said = next((g for g in first.groups() if g), "") if first else ""
    start = frozenset(terms(" ".join(said.split()[:2])))
    return frozenset() if start & _DIVISORS else dimension


def _across(searcher: Searcher, result: SearchResult, dimension: frozenset[str]) -> Decision | None:
    """The cells of one row that add up to the one under "Total", in a table that says by what the whole is divided."""
    if not dimension:
        return None
    for whole in (c for c in result.figures[:10] if fits(c) and c.figure.cell is not None):
        figure = whole.figure
        around = frozenset(terms(" ".join((*figure.section[-1:], *figure.column_path, whole.row.index_text))))
        if not dimension & around or not figure.column_path or not _TOTAL.match(figure.column_path[-1]):
            continue
        row = [c for c in row_of(searcher, result, whole) if c.figure.column_path[:-1] == figure.column_path[:-1]]
        parts = [c for c in row if c.figure.id != figure.id and unit_key(c.figure) == unit_key(figure)]
        values = [c.figure.value for c in parts if c.figure.value is not None]
        if len(parts) > 1 and sum(values, Decimal(0)) == figure.value:
            return across_listed(whole, parts)
    return None


def _said_of_parts(text: str) -> str:
    """What a question divides a whole by, in its own words, with what may follow them."""
    found = _DIMENSION.search(text)
    return next((g for g in found.groups() if g), "") if found else ""


def dimension_of(text: str) -> frozenset[str]:
    """The terms of what a question divides a whole by ("by region")."""
    said = _said_of_parts(text)
    # "by country" is a concept of its own
    return frozenset(terms(said)) | (frozenset(terms(f"by {said}")) - {"by"} if said else frozenset())


def _of(metric: frozenset[str], candidate: FigureCandidate) -> bool:
    """Whether a figure's group, heading or row says something of the metric: others are divided alike."""
    figure = candidate.figure
    said = " ".join((*figure.label_path, *figure.section[-1:], *figure.column_path, candidate.row.label))
    loose = glossary().loose  # "departures" may be leavers
    metric |= {loose[term] for term in metric if term in loose}
    return not metric - COMMON or bool(metric & frozenset(terms(said)))


def _adding_up(whole: FigureCandidate, column: list[FigureCandidate]) -> list[FigureCandidate]:
    """The run of two or more rows right after the whole, or right before it, that adds up to it exactly."""
    place = next((i for i, m in enumerate(column) if m.figure.id == whole.figure.id), None)
    target = whole.figure.value
    if place is None or not target:
        return []
    for run in (column[place + 1 :], column[:place][::-1]):
        total, parts = Decimal(0), []
        for member in run[:_MOST_PARTS]:
            if member.figure.value is None:
                break
            total += member.figure.value
            parts.append(member)
            if total == target and len(parts) > 1:
                return sorted(parts, key=lambda m: m.figure.span.chars)
    return []


def _named_after(whole: FigureCandidate, column: list[FigureCandidate], asked: frozenset[str]) -> list[FigureCandidate]:
    """The run of two or more rows right after the whole that carry its name and more, none above it."""
    name = frozenset(terms(whole.figure.label_path[-1])) & asked if whole.figure.label_path else frozenset()
    place = next((i for i, m in enumerate(column) if m.figure.id == whole.figure.id), len(column))
    parts: list[FigureCandidate] = []
    for member in column[place + 1 :]:
        value, total = member.figure.value, whole.figure.value
        if not name & frozenset(terms(member.figure.label_path[-1])) or value is None or total is None or value > total:
            break
        parts.append(member)
    return parts if len(parts) > 1 else []
