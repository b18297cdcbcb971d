"""The parts of a whole: the rows under one group label, or the rows of a column that add up to their total."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from tickmark.index.intents import as_one
from tickmark.index.question import Question
from tickmark.index.sameness import COMMON, PEOPLE, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import all_terms, is_concept, stem, terms
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.named_parts import many_listed, named_columns, named_rows
from tickmark.service.operands import operand_question
from tickmark.service.siblings import across_listed, listed, row_of, siblings, without_total

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
_DIVIDED_BY = re.compile(r"\bby\b(.*)$|按(\S{1,6})", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|per)\b|\b\w+[- ]?wise\b|各|每[个個]", re.IGNORECASE)
_SAYING_SO = frozenset(
    stem(word) for word in ("structure", "distribution", "profile", "mix", "split", "breakdown", "composition", "wise")
)
# what only says of which day or from where: "at the date of the pledge announcement" asks for nothing pledged
_OF_THAT_DAY = re.compile(
    r"\b(?:(?:at|on|as of|as at)\s+the\s+(?:date|day|time)\s+of|in|from|per|under|according to)"
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:announcements?|notices?|circulars?|filings?|disclosures?|tables?)\b"
    r"|\bwhen\s+the\s+(?:[\w-]+\s+){1,3}(?:was|were)\s+(?:announced|disclosed|published|made)\b",
    re.IGNORECASE,
)
# the whole that is told in a question for its parts: "split the 5,461 staff"
_GIVEN_WHOLE = re.compile(
    r"\b(the|these|those)\s+(?!(?:19|20)\d\d\b)\d[\d.,]*\s?(?:bn|mn|m|k|billion|million|thousand)?\s+(?=[a-z])",
    re.IGNORECASE,
)
_MOST_PARTS = 40
_WEIGHTY = 0.5
_ALIKE = 0.3  # groups whose fit differs by less are about as good
_TOTAL = re.compile(
    r"(?:(?:group|consolidated|grand)\s+)?totals?\b|consolidated$|group$|合[计計]|总[计額额]|總[計額]", re.IGNORECASE
)


def breakdown(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The parts of what is asked for; the whole may be told in the question as a number, in round terms or exactly."""
    if parts := _parts(searcher, result):
        return parts
    bare = _GIVEN_WHOLE.sub(r"\1 ", result.question.text)
    return _parts(searcher, searcher.again(bare, result)) if bare != result.question.text else None


def _parts(searcher: Searcher, result: SearchResult) -> Decision | None:
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
    rated = [(_group_fit(c, asked, dimension) if _of(metric - dimension, c) else 0.0, c) for c in result.figures[:120]]
    if named := (named_columns(searcher, result) if many_listed(question.text) else None) or named_rows(
        searcher, result
    ):
        return named
    if across := _across(searcher, result, dimension):
        return across
    best_fit, best = max(rated, key=lambda r: r[0], default=(0.0, None))
    if best is not None and best_fit > 0:
        # two tables often give the same parts, one of them fewer
        rated.sort(key=lambda one: -one[0])
        alike = _one_a_table(c for fit, c in rated if fit > best_fit - _ALIKE)
        groups = [(c, without_total(siblings(searcher, result, c))) for c in alike]
        return listed(*max(groups, key=lambda group: len(group[1])))
    for whole in (c for c in result.figures[:40] if fits(c) and c.figure.cell is not None):
        column = siblings(searcher, result, whole)
        if parts := _adding_up(whole, column) or _named_after(whole, column, asked):
            return listed(whole, parts, of=whole.figure.label_path[-1] if whole.figure.label_path else "")
    return None


def divided(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The parts of what a question divides in passing ("turnover rate per province", "for every holder").

    Only where a printed group is divided by that very name, or where rows add up exactly to the total of the metric:
    "per employee" and "each year" divide nothing.
    """
    question = result.question
    dimension = _divides(question.rest)
    if not dimension or as_one(question.text):
        return None
    asked = _metric_terms(question)
    rated = [(_group_fit(c, asked, dimension), c) for c in result.figures[:120] if _of(asked - dimension, c)]
    fit, best = max(rated, key=lambda r: r[0], default=(0.0, None))
    if best is not None and fit > 0:
        group = siblings(searcher, result, best)
        each = _EACH.search(question.rest) is not None  # "by women" names one part, "per county" any
        if dimension & _divided_by(best, group, each=each):
            return listed(best, without_total(group))
    if not _EACH.search(question.rest):
        return None
    bare = operand_question(question, _OF_THAT_DAY.sub(" ", _DIMENSION.sub(" ", question.rest)))
    for whole in (c for c in searcher.again(bare, result).figures[:5] if fits(c) and c.figure.cell is not None):
        if parts := _adding_up(whole, siblings(searcher, result, whole)):
            return listed(whole, parts, of=whole.figure.label_path[-1] if whole.figure.label_path else "")
    return None


def _metric_terms(question: Question) -> frozenset[str]:
    """What is asked for, without the words that only ask for its parts."""
    return frozenset(a.term for a in question.asked if a.weight >= _WEIGHTY) - _SAYING_SO


def _divides(rest: str) -> frozenset[str]:
    """What a question divides by, if it is no divisor and no time."""
    rest = _DONE_BY.sub(" ", rest)
    dimension = dimension_of(rest)
    first = _DIMENSION.search(rest)
    said = next((g for g in first.groups() if g), "") if first else ""
    start = frozenset(terms(" ".join(said.split()[:2])))
    return frozenset() if start & _DIVISORS else dimension


def _divided_by(best: FigureCandidate, group: list[FigureCandidate], *, each: bool) -> frozenset[str]:
    """The terms of what a group is divided by: behind "by" in its names; of each, said by more than one label too."""
    figure = best.figure
    names = (*figure.label_path[-2:-1], *figure.section[-1:])
    said = {term for name in names for m in _DIVIDED_BY.finditer(name) for term in terms(m[1] or m[2] or "")}
    labels = Counter(term for c in group for term in frozenset(terms(c.figure.label_path[-1])))
    return frozenset(said) | {term for term, count in labels.items() if count > 1 and each}


def _one_a_table(candidates: Iterable[FigureCandidate]) -> list[FigureCandidate]:
    """The first candidate of each table, three tables at most."""
    first: dict[tuple[str, int | None], FigureCandidate] = {}
    for candidate in candidates:
        first.setdefault((candidate.filing.id, candidate.row.table), candidate)
    return list(first.values())[:3]


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


def dimension_of(text: str) -> frozenset[str]:
    """The terms of what a question divides a whole by ("by region")."""
    found = _DIMENSION.search(text)
    said = next((g for g in found.groups() if g), "") if found else ""
    # "by country" is a concept of its own
    return frozenset(terms(said)) | (frozenset(terms(f"by {said}")) - {"by"} if said else frozenset())


def _of(metric: frozenset[str], candidate: FigureCandidate) -> bool:
    """Whether a figure's group, heading or row says something of the metric: others are divided alike."""
    figure = candidate.figure
    said = " ".join((*figure.label_path, *figure.section[-1:], *figure.column_path, candidate.row.label))
    return not metric - COMMON or bool(metric & frozenset(terms(said)))


def _group_fit(candidate: FigureCandidate, asked: frozenset[str], dimension: frozenset[str]) -> float:
    """How well the group a figure stands in is the one to be broken down; 0 when it has nothing of the question.

    A group is named by its outer label, or by the heading over its table when that says both what is divided and by
    what ("Revenue by segment").
    """
    figure = candidate.figure
    if not figure.label_path or figure.cell is None or candidate.features.period < LIMITS.period:
        return 0.0
    inside = frozenset(terms(figure.label_path[-2])) if len(figure.label_path) > 1 else frozenset()
    heading = frozenset(terms(" ".join((*figure.section[-1:], *figure.column_path))))
    named_by_heading = bool(dimension & heading) and bool(asked & heading - dimension)
    if not asked & inside and not named_by_heading:
        return 0.0
    inside |= asked & all_terms(figure.label_path[-2]) if inside else inside  # "new employees" are employees too
    around = inside | heading
    further = inside - asked - dimension
    # "per capita", a concept of its own, makes another metric of it; a plain word seldom does
    other = 0.15 * len(further) + 0.35 * sum(is_concept(term) and term not in COMMON for term in further)
    fit = len(asked & around) + 0.5 * len(asked & inside) - other
    # numbers of people and their rates are often divided alike: the unit tells which is asked for
    return fit + (2.0 if dimension & around else 0.0) + candidate.score + candidate.features.unit


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
