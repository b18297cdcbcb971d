"""The same metric of each of several things that a question lists, where each stands in a place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, product
from typing import Final

from tickmark.index.checking.sameness import COMMON, unit_key
from tickmark.index.question import fillers
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.service.fitting import Decision, fits
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["each_named", "numbers_in"]

_LISTED: Final = re.compile(
    r"(?:\b(?:by|for|into|among|between|from|across)|[:：])\s+"
    r"(?P<items>[^,.:;?!()]{2,40}(?:,\s*[^,.:;?!()]{2,40})*(?:,?\s*(?:\band\b|&|\bvs\b)|,)\s*[^,.:;?!()]{2,40}?)"
    r"(?:\s*,?\s+(?:please|pls|respectively|each|separately))?\s*[.?!]*$",
    re.IGNORECASE,
)
# "split A / B / C", "by use (A, B, C)": what stands behind it is asked of each as well
_APART: Final = re.compile(
    r"\b(?:split|divided|broken\s+(?:down|out|up))\b(?:\s+(?:by|into|between|among|across|over))?\s+"
    r"(?P<items>[^,.:;?!()/]{2,40}(?:\s*/\s*[^,.:;?!()/]{2,40})+)"
    r"|[:：]\s+(?P<behind>[^,.:;?!()/]{2,40}(?:\s*(?:[,/]|\band\b|&)\s*[^,.:;?!()/]{2,40})+)"
    r"|\b(?:split\s+)?(?:by|per)\s+(?:[\w-]+\s+){1,3}\(\s*(?:e\.?g\.?,?\s+)?"
    r"(?P<aside>[^,.:;?!()/]{2,40}(?:\s*(?:[,/]|\band\b|&)\s*[^,.:;?!()/]{2,40})+)\)",
    re.IGNORECASE,
)
# "Looms, mills, kilns: how much did each use?"
_HEADING: Final = re.compile(
    r"^\W*(?P<items>[^,.:;?!()/]{2,40}(?:\s*(?:,\s*(?:and\b)?|/|\band\b|&)\s*[^,.:;?!()/]{2,40})+)\s*[:：]\s+"
    r"(?=(?:how|what|which)\b[^:]*\beach\b)",
    re.IGNORECASE,
)
_BEFORE_LIST: Final = re.compile(r"\b(?:by|for|into|among|between|from|across)\b|[:：]", re.IGNORECASE)
_RANGE: Final = re.compile(r"(?:between|from)\s+\d[\d.,]*\s+(?:and|to)\s+\d", re.IGNORECASE)  # a band, and no list
_ASKING: Final = re.compile(
    r"\b(?:split|divided?|broken (?:down|out|up)|break down|separate(?:ly|d)?|each)\b"
    r"(?:\s+(?:it|them|this|that))?(?:\s+up)?\s*$"
    r"|[-–—]\s*$",
    re.IGNORECASE,
)
_EACH_OF: Final = re.compile(r"\beach(?:\s+(?:of\s+(?:these|those|them)|one|use\s+of))?\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:and\b)?|/|\band\b|&|\bvs\b\.?)\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PAIR, _MOST = 2, 6  # things of a list
_TRIED: Final = 3  # figures of each thing
_LONGEST: Final = 4  # words of one thing of the list


def numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers that a question tells itself: none of them is asked for."""
    return frozenset(Decimal(number.replace(",", "")) for number in _NUMBER.findall(text))


def each_named(searcher: Searcher, result: SearchResult, told: frozenset[Decimal] = frozenset()) -> Decision | None:
    """One figure for each thing of the list, of one unit and time; None unless every one is found by its own name.

    A number that the question has ``told`` is none of them.
    """
    found = _list_in(result.question.text)
    if found is None:
        return None
    shared, items = found
    names = [frozenset(terms(item)) - COMMON - fillers() for item in items]
    short = all(len(item.split()) <= _LONGEST for item in items)
    if not _PAIR <= len(items) <= _MOST or not short or not all(names) or len(frozenset().union(*names)) < len(items):
        return None
    found_alone: list[list[FigureCandidate]] = []
    for item, own in zip(items, names, strict=True):
        others = frozenset[str]().union(*names) - own
        first = searcher.again(f"{shared} {item}", result).figures[:10]
        if not (ones := [c for c in first if c.figure.number not in told and _is_one(c, own, others)]):
            return None
        found_alone.append(ones[:_TRIED])
    members = _one_of_each(found_alone)
    if members is None:
        return None
    parts = [f"{item}: {amount(c.figure)}" for item, c in zip(items, members, strict=True)]
    when = period_words(members[0].figure.period)
    said = f"{_shared(members) or label_of(members[0].figure)}{' ' + when if when else ''}: {'; '.join(parts)}."
    return Decision("answered", re.sub(r"\s+", " ", said), figures=list(members))


def _list_in(text: str) -> tuple[str, list[str]] | None:
    """What a question asks of several things, without them, and the things that it lists."""
    if heading := _HEADING.match(text):
        items = [item for part in _BETWEEN.split(heading["items"]) if (item := part.strip())]
        return _EACH_OF.sub(" ", text[heading.end() :]).strip(" ,.?!"), items
    places = [led.start() for led in _BEFORE_LIST.finditer(text) if not _RANGE.match(text, led.start())]
    lists = (m for place in reversed(places) if (m := _LISTED.match(text, place)))
    found = _APART.search(text) or next(lists, None)
    if found is None:
        return None
    said = next(group for group in found.groups() if group)
    items = [item for part in _BETWEEN.split(said) if (item := part.strip())]
    before = _ASKING.sub(" ", _ASKING.sub(" ", text[: found.start()].rstrip()).rstrip()).strip(" ,")
    behind = text[found.end() :].strip(" ,.?!") if found.re is _APART else ""
    return f"{before} {behind}".strip(), items


def _one_of_each(found: Sequence[Sequence[FigureCandidate]]) -> Sequence[FigureCandidate] | None:
    """A figure for each thing, of one unit and time: such as are called the same, else the first of each."""
    first = [ones[0] for ones in found]
    worded_alike = next((some for some in product(*found) if _are_parts(some) and _shared(some)), None)
    return worded_alike or (first if _are_parts(first) else None)


def _are_parts(members: Sequence[FigureCandidate]) -> bool:
    apart = len({c.figure.id for c in members}) == len(members)
    return apart and all(_alike(one, other) for one, other in combinations(members, 2))


def _shared(members: Sequence[FigureCandidate]) -> str:
    """What all are called."""
    first, *others = (c.figure.label_path for c in members)
    return " > ".join(name for name in first if all(name in other for other in others))


def _is_one(candidate: FigureCandidate, own: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a figure says all of one thing's name, and in its own label nothing of the others'."""
    said = frozenset(terms(" ".join((*candidate.figure.label_path, *candidate.figure.column_path))))
    return fits(candidate) and not own & frozenset(candidate.features.missing) and not others & said


def _alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    same_time = (a.figure.period and a.figure.period.end) == (b.figure.period and b.figure.period.end)
    return a.filing.issuer == b.filing.issuer and unit_key(a.figure) == unit_key(b.figure) and same_time
