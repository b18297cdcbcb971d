"""What kind of thing a question counts or measures: people, firms, drills; an area, a capacity, an emission.

A sentence often prints several numbers ("85 courses and 62 exams with 11,368 participants"). Which of them is meant is
told by what each of them counts, and by what a thing of the kind that was asked for can be measured in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.asked.counted import (
    ALIKE,
    PERSONS,
    alike,
    counted_nouns,
    counts_holders,
    counts_people,
    head_noun,
    only_narrows,
)
from tickmark.index.question import Question
from tickmark.index.ranking.own_words import beside
from tickmark.index.words.likeness import Spellings
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import all_terms
from tickmark.index.words.unit_families import PHYSICAL, families_of, family, only_families_of
from tickmark.ingest.model import Figure

__all__ = ["asks_for_people", "counted_words", "given_number", "kind_fit"]

_PER = re.compile(r"\b(?:per|for each|for every)\s+(?!year\b|annum\b|day\b|month\b|capita\b)", re.IGNORECASE)
_ASKS_RATE = re.compile(r"\b(?:per|each|every|intensity|rate|unit|kilo\w*|kg)\b|/|每", re.IGNORECASE)
# what can be told in percent as well
_LESS = re.compile(
    r"\b(?:reduc|cut|lower|less|gain|improv|decreas|increas|drop|more|higher|sav)\w*|降|减|減|增", re.IGNORECASE
)
_IN_TOTAL = re.compile(r"\b(?:in total|in all|altogether|total amount)\b|总共|合计", re.IGNORECASE)
_OF_PIECES = re.compile(r"(?:多少|几)[件台套]")
_OF_THINGS = re.compile(r"(?:多少|几)[项家次件]")  # the word that counts says that no people are


@lru_cache(maxsize=4_096)
def _said(text: str) -> frozenset[str]:
    """Stems of the words of a question; what is personal counts no persons."""
    words = (word for word in re.findall(r"[a-z]+", text.lower()) if word not in {"personal", "personally"})
    return frozenset(map(stem, words))


@lru_cache(maxsize=16_384)
def _speaks_of(words: str, head: str) -> bool:
    """Whether words name the thing, in whatever spelling."""
    said = all_terms(words)
    return head in said or bool(Spellings(said).of(head))


def _around(figure: Figure) -> str:
    """What leads to a number in its sentence, and what follows it."""
    return f"{' '.join(figure.label_path)} {beside(figure)}"


def given_number(question: Question, figure: Figure) -> bool:
    """Whether the question itself gives this number ("the event with 11 participants"): it is not what is asked."""
    if figure.origin == "cell" or figure.number is None:
        return False
    given = _divisors(question.text).union(a.term for a in question.asked if a.term[:1].isdigit())
    return bool(given) and format(figure.number.normalize(), "f") in given


_DIVISOR: Final = re.compile(r"\b(?:per|each|every)\s+(?:[A-Z]{0,3}[$€£¥]?\s?)?(\d[\d,]*)(?![\d.])", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _divisors(text: str) -> frozenset[str]:
    """The numbers by which a question divides: "per RMB 1,000 of revenue"."""
    return frozenset(found[1].replace(",", "") for found in _DIVISOR.finditer(text))


_PLACE = re.compile(r"\b(?:in|at|within|from|by|for|under|during|among|on|per)\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _before_place(text: str) -> frozenset[str]:
    """Stems of what is asked for, without where and by whom."""
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", _PLACE.split(text, maxsplit=1)[0].lower()))


def _said_of(figure: Figure) -> str:
    """The innermost label; with the one it is an equivalent of, whose measure it goes on with ("per kilogram")."""
    inner = " ".join(figure.label_path[-1:])
    return " ".join(figure.label_path[-2:]) if inner.startswith("equivalent") else inner


_IMPLIED: Final = {"area": "area", "power": "capacity", "hours": "time duration", "days": "time duration"}


def asks_for_people(question: Question) -> bool:
    """Whether people are to be counted: "how many people hold shares" asks for no shares."""
    return counts_people(question.rest) or bool(counted_nouns(question.rest) & PERSONS)


def counted_words(figure: Figure) -> frozenset[str]:
    """Stems of what may be said for the thing that a figure counts or measures.

    "Attendees" of so many persons, "firms" of so many enterprises, an "area" of so many square metres.
    """
    unit = (figure.unit or "").partition("/")[0]
    head = stem(unit.partition("-")[0].split(" ")[-1].lower())
    if figure.origin == "cell":
        return PERSONS if head and alike(head, PERSONS) else frozenset()
    implied = frozenset(stem(word) for word in _IMPLIED.get(family(unit) or "", "").split())
    if head and alike(head, PERSONS):
        return implied | PERSONS
    return implied.union(*(group for group in ALIKE[1:] if head in group))


_NO_PEOPLE: Final = frozenset({"time", "times", "session", "sessions", "occasions", "set", "sets", "piece", "pieces"})


def _cell_of_people(unit: str) -> float:
    """How well a cell with this unit counts people: one without a unit may count their meetings."""
    if not unit:
        return -0.15
    if family(unit) == "shares":
        return -1.0  # what they were given is no count of them
    if alike(stem(unit.partition("-")[0].lower()), PERSONS):
        return 0.15
    return -1.0 if unit.lower() in _NO_PEOPLE else 0.0


# what is given, held or lodged, and is nobody
_THINGS: Final = frozenset(
    stem(word)
    for words in (
        "awards prizes medals courses sessions lessons seminars drills exercises rehearsals meetings complaints",
        "patents projects suggestions proposals activities events contracts resolutions",
    )
    for word in words.split()
)


def _cell_of_things(asked: str, unit: str) -> float:
    """Below 0 where things are counted and a cell counts people: the prizes, and not who got them."""
    return -0.15 if head_noun(asked) in _THINGS and alike(stem(unit.lower()), PERSONS) else 0.0


def _cell_measured(asked: str, unit: str) -> float:
    """Below 0 where a cell measures what the thing asked for is made from or used in: the power, not its carbon."""
    measured = family(unit)
    if measured not in PHYSICAL or _ASKS_RATE.search(asked):
        return 0.0
    possible = only_families_of(_PLACE.split(asked, maxsplit=1)[0])
    return -0.4 if possible and measured not in possible else 0.0


_OUTLAY: Final = frozenset({"SPEND", "RND_SPEND", *map(stem, ("investment", "cost", "spending"))})  # of money
_SHARES_SAID = re.compile(r"\b(?:shares?|stock|votes?|voting|securities|units?)\b", re.IGNORECASE)


def _cannot_be(asked: str, unit: str, people: bool) -> bool:
    """Whether a number of a sentence counts what those asked for hold, or people where power or water is asked for."""
    if family(unit) in {"shares", "votes"}:
        people_counted = counts_people(asked) or bool(counted_nouns(asked) & ALIKE[0])
        return counts_holders(asked) or (people_counted and not _SHARES_SAID.search(asked))
    heads = alike(stem(unit.rsplit(maxsplit=1)[-1].lower()), PERSONS)
    return (
        heads and not people and not counted_nouns(asked) and bool(only_families_of(_PLACE.split(asked, maxsplit=1)[0]))
    )


_RATE: Final = re.compile(r"\b(?:rates?|ratios?|intensity|frequency)\b", re.IGNORECASE)


def _no_count(question: Question, figure: Figure) -> bool:
    """Whether a figure counts nobody: money, a rate, a part of something where no part or growth is asked."""
    if figure.currency is not None:
        return True
    if asks_for_people(question) and _RATE.search(" ".join(figure.label_path[-1:])):
        return not (question.percent or _ASKS_RATE.search(question.rest))
    if figure.unit != "%" or not counts_people(question.rest):
        return False
    part = question.percent or question.change or question.intent == "calculation"
    return not part or not _OUTLAY.isdisjoint(all_terms(" ".join(figure.label_path)))


_CLASS: Final = re.compile(r"\b[ABH]\s+shares?\b", re.IGNORECASE)
_VOTED_ON: Final = frozenset(map(stem, ("meeting", "session", "resolution", "motion", "proposal", "director", "seat")))


def _counts_voted_on(question: Question) -> bool:
    """Whether meetings or motions are to be counted, and neither votes nor shares."""
    if not question.count or _SHARES_SAID.search(_CLASS.sub(" ", question.rest)):
        return False
    return not _VOTED_ON.isdisjoint(counted_nouns(question.rest))


def kind_fit(question: Question, figure: Figure) -> float:
    """From 0.4, the very thing that was to be counted, to -0.4, another kind of thing; 0 where nothing is said."""
    unit = (figure.unit or "").partition("/")[0]
    said = _said(question.rest)
    people = bool(said & PERSONS) or counts_people(question.rest)
    if people and not (question.money or question.spending) and _no_count(question, figure):
        return -1.0 if asks_for_people(question) else -0.4
    if family(unit) in {"shares", "votes"} and _counts_voted_on(question):
        return -1.0  # what was voted on is not counted by the votes
    if family(unit) in PHYSICAL and _OF_PIECES.search(question.rest):
        return -0.8
    if question.count and question.unit is None and family(unit) in PHYSICAL and not families_of(question.rest):
        return -0.4  # "how many cars": no tonnes
    if figure.origin == "cell":
        if family(unit) in {"shares", "votes"} and counts_holders(question.rest):
            return -1.0  # those who voted are not counted by their votes
        if not people and _OF_THINGS.search(question.rest) and alike(stem(unit.lower()), PERSONS):
            return -0.4
        if people:
            return _cell_of_people(unit)
        return _cell_measured(question.rest, unit) + _cell_of_things(question.rest, unit)
    if not unit or figure.currency is not None:
        return 0.0
    if _cannot_be(question.rest, unit, people):
        return -1.0
    rate = -0.3 if _PER.search(_said_of(figure)) and not _ASKS_RATE.search(question.rest) else 0.0
    if unit in {"%", "percentage points"}:
        less = _LESS.search(question.rest) and not _IN_TOTAL.search(question.rest)
        amount = families_of(question.rest) and not (question.percent or question.change or less)
        return rate - (0.5 if amount else 0.0)
    measured = family(unit)
    if measured is not None:
        possible = families_of(question.rest)
        odd = possible and measured not in possible and measured not in {"points", "units"}
        return -0.4 if odd else rate
    return _counts_asked(question, figure, unit, said, people)


def _counts_asked(question: Question, figure: Figure, unit: str, said: frozenset[str], people: bool) -> float:
    """The fit of a number of a sentence that counts things."""
    head = stem(unit.rsplit(maxsplit=1)[-1].lower())
    wanted = PERSONS if counts_people(question.rest) else counted_nouns(question.rest)
    if wanted:
        if alike(head, wanted) and not only_narrows(question.rest, head):
            return 0.4
        named = head_noun(question.rest)
        return -0.3 if not named or _speaks_of(_around(figure), named) else -0.8  # so many of another thing
    measurable = bool(families_of(question.rest))
    if people and not alike(head, PERSONS):
        return 0.0 if head in said else -0.4
    if not people and not question.count and only_families_of(_PLACE.split(question.rest, maxsplit=1)[0]):
        return -0.4  # "carbon saved by cars": no cars
    if not people and not alike(head, _before_place(question.rest)) and alike(head, said):
        return 0.0  # "firms in the alliance": firms are asked for, not alliances
    if people or alike(head, said):
        return 0.0 if measurable else 0.4
    if measurable:
        return -0.4
    spoken_of = not said or question.count or any(want.term in all_terms(unit) for want in question.asked)
    return 0.0 if spoken_of else -0.1  # a count of what the question does not speak of
