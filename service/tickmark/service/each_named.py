"""The same metric of each of several things that a question lists, where each stands in a place of its own."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tickmark.index.question import fillers
from tickmark.index.sameness import COMMON, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import terms
from tickmark.service.fitting import Decision, fits
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["each_named", "numbers_in"]

_LISTED: Final = re.compile(
    r"(?:\b(?:by|for|into|among|between|from|across)|[:：])\s+"
    r"(?P<items>[^,.:;?!()]{2,40}(?:,\s*[^,.:;?!()]{2,40})*(?:,?\s*(?:\band\b|&|\bvs\b)|,)\s*[^,.:;?!()]{2,40}?)"
    r"(?:\s*,?\s+(?:please|pls|respectively|each|separately))?\s*[.?!]*$",
    re.IGNORECASE,
)
_BEFORE_LIST: Final = re.compile(r"\b(?:by|for|into|among|between|from|across)\b|[:：]", re.IGNORECASE)
_ASKING: Final = re.compile(
    r"\b(?:split|divided?|broken down|break down|separate(?:ly|d)?|each)\b(?:\s+(?:it|them|this|that))?(?:\s+up)?\s*$"
    r"|[-–—]\s*$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:and\b)?|\band\b|&|\bvs\b\.?)\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LONGEST: Final = 4  # words of one thing of the list


def numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers that a question tells itself: none of them is asked for."""
    return frozenset(Decimal(number.replace(",", "")) for number in _NUMBER.findall(text))


def each_named(searcher: Searcher, result: SearchResult, told: frozenset[Decimal] = frozenset()) -> Decision | None:
    """One figure for each thing of the list, of one unit and time; None unless every one is found by its own name.

    A number that the question has ``told`` is none of them.
    """
    text = result.question.text
    places = [led.start() for led in _BEFORE_LIST.finditer(text)]
    found = next((m for place in reversed(places) if (m := _LISTED.match(text, place))), None)
    if found is None:
        return None
    items = [item for part in _BETWEEN.split(found["items"]) if (item := part.strip())]
    names = [frozenset(terms(item)) - COMMON - fillers() for item in items]
    short = all(len(item.split()) <= _LONGEST for item in items)
    if len(items) < 2 or not short or not all(names) or len(frozenset().union(*names)) < len(items):
        return None
    shared = _ASKING.sub(" ", _ASKING.sub(" ", text[: found.start()].rstrip()).rstrip()).strip(" ,")
    members: list[FigureCandidate] = []
    for item, own in zip(items, names, strict=True):
        others = frozenset[str]().union(*names) - own
        found_alone = searcher.again(f"{shared} {item}", result).figures[:10]
        one = next((c for c in found_alone if c.figure.number not in told and _is_one(c, own, others)), None)
        if one is None or any(one.figure.id == c.figure.id or not _alike(one, c) for c in members):
            return None
        members.append(one)
    parts = [f"{item}: {amount(c.figure)}" for item, c in zip(items, members, strict=True)]
    when = period_words(members[0].figure.period)
    said = f"{label_of(members[0].figure)}{' ' + when if when else ''}: {'; '.join(parts)}."
    return Decision("answered", re.sub(r"\s+", " ", said), figures=members)


def _is_one(candidate: FigureCandidate, own: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a figure says all of one thing's name, and in its own label nothing of the others'."""
    said = frozenset(terms(" ".join((*candidate.figure.label_path, *candidate.figure.column_path))))
    return fits(candidate) and not own & frozenset(candidate.features.missing) and not others & said


def _alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    same_time = (a.figure.period and a.figure.period.end) == (b.figure.period and b.figure.period.end)
    return a.filing.issuer == b.filing.issuer and unit_key(a.figure) == unit_key(b.figure) and same_time
