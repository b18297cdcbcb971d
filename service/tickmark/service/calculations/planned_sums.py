"""Things added up first, and then reckoned with over time: the average of scope 1 and 2 together over three years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tickmark.index.asked.years import in_each_period
from tickmark.index.checking.sameness import unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.model import Figure, Period
from tickmark.service.calculations.operands import addable, named_metric
from tickmark.service.calculations.planned_over import asked_over, made_of, of_each
from tickmark.service.fitting import Decision
from tickmark.service.members import told_in_turn
from tickmark.service.wording import number_words

__all__ = ["added_over"]

_NUMBERED: Final = re.compile(
    r"\b(?P<head>[a-z]+?)s?\s?(?P<a>\d)\s*(?:\+|&|/|\band\b|\bplus\b)\s*(?:(?P=head)\s?)?(?P<b>\d)\b", re.IGNORECASE
)
_TREND: Final = re.compile(r"\btrends?\b|\bover\s+time\b|走[势勢]|[趋趨][势勢]", re.IGNORECASE)
_PLUS: Final = re.compile(r"\s\+\s|\s*\bplus\b\s*", re.IGNORECASE)


def added_over(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What the sum of several things comes to over the times asked for; a refusal where one of them is not there.

    None where nothing is added, or no times are named.
    """
    question = result.question
    spans = sorted({span.end: span for span in question.spans}.values(), key=lambda span: span.end or "")
    if len(spans) < 2:
        return None
    for kind, phrase in asked_over(question, spans):
        parts = _added(phrase)
        if len(parts) < 2 or kind == "alone" or not all(map(named_metric, parts)):
            continue
        wanted = spans if kind in {"average", "total"} else [spans[0], spans[-1]]
        each = [of_each(searcher, result, part, wanted) for part in parts]
        found = [members for members in each if members is not None]
        sums = _summed(found) if len(found) == len(parts) else []
        if sums and kind == "total" and _in_turn(question.text):
            return _printed(result, sums) or _at_one_time(parts)
        if sums and (made := made_of(kind, sums, question)):
            made.figures = [c for members in found for c in members]
            return made
        reason = f"Not all of what is to be added up is given here: {', '.join(parts)}."
        return Decision("not_found", f"Not found in these filings. {reason}", reason)
    return None


def _at_one_time(parts: Sequence[str]) -> Decision:
    reason = f"No row gives {' and '.join(parts)} added up, time by time. Ask for one time, or for each by itself."
    return Decision("not_found", f"Not found in these filings. {reason}", reason)


def _in_turn(text: str) -> bool:
    """Whether what is added up is asked for at each of the times, and not over all of them."""
    return in_each_period(text) or _TREND.search(text) is not None


def _printed(result: SearchResult, sums: Sequence[FigureCandidate]) -> Decision | None:
    """The row that prints these very sums, time by time: "total emissions" of scope 1 and scope 2 each year."""
    rows: dict[str, dict[Period | None, FigureCandidate]] = {}
    for c in result.figures:
        rows.setdefault(c.row.id, {})[c.figure.period] = c
    for row in rows.values():
        members = [row[one.figure.period] for one in sums if one.figure.period in row]
        if len(members) == len(sums) and all(
            c.figure.value == one.figure.value and unit_key(c.figure) == unit_key(one.figure)
            for c, one in zip(members, sums, strict=True)
        ):
            return told_in_turn(result, members)
    return None


def _added(phrase: str) -> list[str]:
    """The things that a phrase adds up, each as a phrase of its own."""
    if (found := _NUMBERED.search(phrase)) is not None:
        before, after = phrase[: found.start()], phrase[found.end() :]
        return [f"{before}{found['head']} {found[number]}{after}" for number in "ab"]
    return [part for part in _PLUS.split(phrase) if part.strip(" ()")]


def _summed(each: Sequence[Sequence[FigureCandidate]]) -> list[FigureCandidate]:
    """For each time the first thing with the sum of all as its value; nothing where they cannot be added."""
    sums = []
    for together in zip(*each, strict=True):
        if len({c.figure.id for c in together}) < len(together) or not addable(together):
            return []
        first = together[0].figure
        value = sum((c.figure.value or Decimal(0) for c in together), Decimal(0))
        sums.append(replace(together[0], figure=_with(first, value, [c.figure for c in together])))
    return sums


def _with(figure: Figure, value: Decimal, together: Sequence[Figure]) -> Figure:
    name = " plus ".join(" ".join(one.label_path[-1:]) for one in together)
    number = value / figure.scale
    return replace(figure, number=number, printed=number_words(number), label_path=(name,))
