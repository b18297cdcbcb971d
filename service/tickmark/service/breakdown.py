"""The parts of a whole: the rows under one group label, or the rows of a column that add up to their total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tickmark.index.sameness import COMMON, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import is_concept, stem, terms
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.wording import amount, period_words

__all__ = ["breakdown", "dimension_of", "named_columns", "named_rows"]

_DIMENSION = re.compile(
    r"(?:\bby|\bper|split by|across|\beach|\bevery)\s+([\w ]{3,30})|按(\S{1,6})|各(?!年(?!龄|齡)|[家方自项項])(\S{1,4})"
    r"|(\w+) (?:structure|distribution|profile|mix|split|breakdown)",
    re.IGNORECASE,
)
_MOST_PARTS = 40
_LISTED = re.compile(r"[/,]|\band\b|\bversus\b|\bvs\b|[、和与及]", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_ALIKE = 0.3  # groups whose fit differs by less are about as good
_TOTAL = re.compile(
    r"(?:(?:group|consolidated|grand)\s+)?totals?\b|consolidated$|group$|合[计計]|总[计額额]|總[計額]", re.IGNORECASE
)


def breakdown(searcher: Searcher, result: SearchResult) -> Decision | None:
    """All rows of the group that fits best: the rows under the same outer label of the same table and column.

    Where the question says by what the whole is divided and a row prints it by columns of that name ("Segments" over
    "North" and "South"), the parts are the cells of that row. Without either, the rows before or after the whole that
    add up to it, or that are named after it ("Fire drills" under "Drills"): rows that merely stand beside it (an income
    statement under "Revenue") are no parts.
    """
    question = result.question
    asked = frozenset(a.term for a in question.asked)
    dimension = dimension_of(question.text)
    rated = [(_group_fit(c, asked, dimension), c) for c in result.figures[:120]]
    if listed := named_rows(searcher, result):
        return listed
    if across := _across(searcher, result, dimension):
        return across
    best_fit, best = max(rated, key=lambda r: r[0], default=(0.0, None))
    if best is not None and best_fit > 0:
        # two tables often give the same parts, one of them fewer
        rated.sort(key=lambda one: -one[0])
        alike = _one_a_table(c for fit, c in rated if fit > best_fit - _ALIKE)
        groups = [(c, _without_total(_siblings(searcher, result, c))) for c in alike]
        return _listed(*max(groups, key=lambda group: len(group[1])))
    for whole in (c for c in result.figures[:40] if fits(c) and c.figure.cell is not None):
        column = _siblings(searcher, result, whole)
        if parts := _adding_up(whole, column) or _named_after(whole, column, asked):
            return _listed(whole, parts, of=whole.figure.label_path[-1] if whole.figure.label_path else "")
    return None


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
        row = [c for c in _row_of(searcher, result, whole) if c.figure.column_path[:-1] == figure.column_path[:-1]]
        parts = [c for c in row if c.figure.id != figure.id and unit_key(c.figure) == unit_key(figure)]
        values = [c.figure.value for c in parts if c.figure.value is not None]
        if len(parts) > 1 and sum(values, Decimal(0)) == figure.value:
            return _across_listed(whole, parts)
    return None


def named_columns(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The cells of the best row under the columns that a question lists ("votes for / against / abstained")."""
    if not _LISTED.search(result.question.text):
        return None
    whole = next((c for c in result.figures[:10] if fits(c)), None)
    if whole is None or whole.figure.cell is None or not whole.figure.column_path:
        return None
    said = _words(result.question.text)
    row = [c for c in _row_of(searcher, result, whole) if unit_key(c.figure) == unit_key(whole.figure)]
    heads = [_words(" ".join(c.figure.column_path)) for c in row]
    shared = frozenset.intersection(*heads)  # "votes", under "for" and under "against"
    named: dict[frozenset[str], FigureCandidate] = {}
    for cell, head in zip(row, heads, strict=True):
        if head - shared and head - shared <= said and cell.figure.period == whole.figure.period:
            named.setdefault(head, cell)
    return _across_listed(whole, list(named.values())) if len(named) > 1 else None


def named_rows(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The rows of the best figure's group that a question lists ("new hires, men and women").

    A row that says all that the others say together ("Scope 1 and Scope 2") is what was asked for, and no list.
    """
    whole = next((c for c in result.figures[:10] if fits(c)), None)
    if not _LISTED.search(result.question.text) or whole is None:
        return None
    group = _siblings(searcher, result, whole) if whole.figure.cell is not None else _in_sentence(result, whole)
    siblings = [c for c in group if c.figure.label_path]
    named = _without_total(_named_among(siblings, result.question.rest))
    mine = any(c.figure.id == whole.figure.id for c in named)
    return _listed(whole, named) if len(named) > 1 and mine else None


def _named_among(siblings: Sequence[FigureCandidate], text: str) -> list[FigureCandidate]:
    """The siblings that a text names by what tells them apart; all, where it names each in part ("senior, middle")."""
    own = _apart([frozenset(terms(c.figure.label_path[-1])) - COMMON for c in siblings])
    said = frozenset(terms(text))
    named = [(words, c) for words, c in zip(own, siblings, strict=True) if words and words <= said]
    if len(named) < 2:
        own, said = _apart([_words(c.figure.label_path[-1]) for c in siblings]), _words(text)
        named = list(zip(own, siblings, strict=True)) if all(words & said for words in own) else []
    told = frozenset[str]().union(*(words for words, _ in named))
    return [c for _, c in named] if len(told) == sum(len(words) for words, _ in named) else []


def _apart(heads: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What each head says that not all do."""
    shared = frozenset[str].intersection(*heads) if heads else frozenset[str]()
    return [head - shared for head in heads]


def _in_sentence(result: SearchResult, whole: FigureCandidate) -> list[FigureCandidate]:
    """The figures of the same sentence that are told of the same thing, in the same unit and of the same time."""
    figure = whole.figure
    return [
        c
        for c in result.figures
        if c.row.id == whole.row.id
        and c.figure.label_path[:-1] == figure.label_path[:-1]
        and c.figure.period == figure.period
        and unit_key(c.figure) == unit_key(figure)
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(map(stem, _WORD.findall(text.lower())))


def _row_of(searcher: Searcher, result: SearchResult, one: FigureCandidate) -> list[FigureCandidate]:
    """All figures of a candidate's row, in the order of its columns."""
    known = {c.figure.id: c for c in result.figures}
    found = searcher.figures(list(one.row.figure_ids))
    return [known.get(f.id, FigureCandidate(f, one.row, one.filing, one.features, one.score)) for f in found]


def _across_listed(whole: FigureCandidate, members: Sequence[FigureCandidate]) -> Decision:
    level = next((i for i in range(9) if len({m.figure.column_path[i : i + 1] for m in members}) > 1), -1)
    parts = [f"{m.figure.column_path[level]}: {amount(m.figure)}" for m in members if m.figure.column_path[level:]]
    when = period_words(whole.figure.period)
    head = " > ".join(whole.figure.label_path)
    return Decision("answered", f"{head}{' ' + when if when else ''}: " + "; ".join(parts) + ".", figures=list(members))


def dimension_of(text: str) -> frozenset[str]:
    """The terms of what a question divides a whole by ("by region")."""
    found = _DIMENSION.search(text)
    return frozenset(terms(next(g for g in found.groups() if g))) if found else frozenset()


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
    around = inside | heading
    further = inside - asked - dimension
    # "per capita", a concept of its own, makes another metric of it; a plain word seldom does
    other = 0.15 * len(further) + 0.35 * sum(is_concept(term) and term not in COMMON for term in further)
    fit = len(asked & around) + 0.5 * len(asked & inside) - other
    # numbers of people and their rates are often divided alike: the unit tells which is asked for
    return fit + (2.0 if dimension & around else 0.0) + candidate.score + candidate.features.unit


def _siblings(searcher: Searcher, result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    """The figures under the same outer labels of the same column, in the order of the table."""
    figure = best.figure
    rows = {
        i: row for row in searcher.rows_of(best.row.filing_id) if row.table == best.row.table for i in row.figure_ids
    }
    known = {c.figure.id: c for c in result.figures}
    members = []
    for other in searcher.figures(list(rows)):
        same_group = other.label_path[:-1] == figure.label_path[:-1] and other.column_path == figure.column_path
        if same_group and other.unit == figure.unit:
            made = FigureCandidate(other, rows[other.id], best.filing, best.features, best.score)
            members.append(known.get(other.id, made))
    return members


def _without_total(members: list[FigureCandidate]) -> list[FigureCandidate]:
    """The members less the one that is the sum of the others: it is what was divided, not a part."""
    values = [m.figure.value for m in members]
    summed = sum((v for v in values if v is not None), Decimal(0))
    totals = [i for i, v in enumerate(values) if v is not None and v != 0 and summed - v == v]
    if len(totals) == 1 and len(members) > 2:
        return [m for i, m in enumerate(members) if i != totals[0]]
    return members


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


def _listed(best: FigureCandidate, members: Sequence[FigureCandidate], of: str = "") -> Decision | None:
    if len(members) < 2:
        return None
    if all(m.figure.status == "not_disclosed" for m in members):
        printed = members[0].figure.printed
        named = best.figure.label_path[-2] if len(best.figure.label_path) > 1 else "this table"
        text = f"Not disclosed: the filing prints {printed!r} for every part of {named}."
        return Decision("not_disclosed", text, "The filing prints no values for these rows.", list(members))
    parts = [f"{m.figure.label_path[-1]}: {amount(m.figure)}" for m in members if m.figure.label_path]
    head = " > ".join(best.figure.label_path[:-1]) or of or " ".join(best.figure.section[-1:]) or "Breakdown"
    when = period_words(best.figure.period)
    return Decision("answered", f"{head}{' ' + when if when else ''}: " + "; ".join(parts) + ".", figures=list(members))
