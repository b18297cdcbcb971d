"""Amounts that go with periods one by one: "were 5, 4 and 3 million in 2022, 2021 and 2020, respectively".

The amounts of such a list say the same of different times: they share one label, which holds none of the times, and
each has the period that stands at its own place of the list of periods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.clauses import Told, tell
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.period_lists import PeriodList, period_lists
from tickmark.ingest.figures.periods import PeriodMention
from tickmark.ingest.model import Period

__all__ = ["Respective", "completed", "respective", "tell_each"]

ONE = Decimal(1)
_RESPECTIVELY = re.compile(
    r"\s*,?\s*\brespectively\b(?:\s*,(?=\s*(?:of(?! which)|on|in|for|from|to|at|under|related)\b))?", re.IGNORECASE
)
_JOINT = re.compile(
    r"(?P<noun>(?:\s+[a-z-]+){0,2})\s*(?:,\s*(?:and|or)\s|,\s|\s(?:and|or)\s|\s&\s)\s*(?:(?:a|an)\s+)?", re.IGNORECASE
)
_DIRECTLY = re.compile(r"\s*,?\s*")
_NO_LIST = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:which|who|that)\b[^;,$£€]{1,160},?\s+$", re.IGNORECASE)
_VERB = re.compile(r",?\s+(?:was|were|is|are|totall?ed|amounted|came|reached)\b", re.IGNORECASE)
# what goes on with the amounts before it
_PART = re.compile(r"\b(?:of which|or|representing|including)\s+$", re.IGNORECASE)
_LARGEST_SCALED = 1_000  # "$5.1 and $4.2 million": a larger number is written out


@dataclass(frozen=True, slots=True)
class Respective:
    """Which periods a sentence gives to its numbers one by one, and what is left of it to tell a label from.

    ``sentence`` is as long as the whole; ``leader`` has, for a number of a list, the one that stands for the list.
    """

    sentence: str
    periods: dict[int, Period] = field(default_factory=dict)
    leader: dict[int, int] = field(default_factory=dict)


def respective(
    sentence: str, mentions: Sequence[Mention], own: Sequence[PeriodMention], calendar: Calendar
) -> Respective:
    """The numbers of a sentence that go with its lists of periods. ``own``: those it does not only compare with."""
    marks = list(_RESPECTIVELY.finditer(sentence))
    if len(mentions) < 2 or not own:
        return Respective(sentence)
    lists = [
        made
        for made in period_lists(sentence, calendar)
        if any(made.start <= p.stop and p.start <= made.stop for p in own)
        and not _NO_LIST.search(sentence, 0, made.start)
    ]
    groups = list(_groups(sentence, mentions))
    if not marks and (len(lists) != 1 or len(groups) != 1):
        return Respective(sentence)
    said, leader, used = {}, {}, []
    for group in groups:
        found = _list_of(sentence, mentions, group, lists, marks)
        if found is None:
            continue
        used.append(found)
        for index, period in zip(group, found.periods, strict=True):
            said[index], leader[index] = period, group[-1]
    return Respective(_quiet(sentence, mentions, leader, [*used, *marks] if used else []), said, leader)


def _groups(sentence: str, mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Runs of two numbers or more that only "and" and commas join."""
    run: list[int] = []
    for index, mention in enumerate(mentions):
        if run and not _joined(sentence, mentions[run[-1]], mention):
            if len(run) > 1:
                yield run
            run = []
        run.append(index)
    if len(run) > 1:
        yield run


def _joined(sentence: str, one: Mention, other: Mention) -> bool:
    """Whether two numbers of one kind stand next to each other in a list: "12 mills and 9 mills", "$5 and $4"."""
    between = _JOINT.fullmatch(sentence, one.stop, other.start)
    if between is None or (one.unit != other.unit and one.unit is not None):
        return False
    noun = between["noun"].split()
    return not noun or sentence[other.stop :].split()[: len(noun)] == noun


def _list_of(
    sentence: str, mentions: Sequence[Mention], group: list[int], lists: list[PeriodList], marks: list[re.Match[str]]
) -> PeriodList | None:
    """The list of as many periods that a run of numbers goes with; None where there is none."""
    first, last = mentions[group[0]].start, mentions[group[-1]].stop
    fits = [made for made in lists if len(made.periods) == len(group)]
    if not marks:
        return next(iter(fits), None)
    end = next((mark for mark in marks if mark.start() >= last), None)
    if end is None:
        return _before(fits, first) if _PART.search(sentence, 0, first) else None
    start = max((mark.end() for mark in marks if mark.end() <= first), default=0)
    within = [made for made in fits if start <= made.start and made.stop <= end.start() + 1]
    if within:
        return min(within, key=lambda made: min(abs(first - made.stop), abs(made.start - last)))
    after = [made for made in fits if made.start >= end.end()]
    direct = [made for made in after if _DIRECTLY.fullmatch(sentence, end.end(), made.start)]
    return next(iter(direct), None) or _before(fits, first) or next(iter(after), None)


def _before(lists: list[PeriodList], at: int) -> PeriodList | None:
    return next((made for made in reversed(lists) if made.stop <= at), None)


def _quiet(
    sentence: str, mentions: Sequence[Mention], leader: dict[int, int], spans: Sequence[PeriodList | re.Match[str]]
) -> str:
    """The sentence with the lists of periods blanked out, and each run of numbers but for its last."""
    bounds = [_with_aside(sentence, s) if isinstance(s, PeriodList) else s.span() for s in spans]
    for index, last in leader.items():
        if index != last:
            bounds.append((mentions[index].start, mentions[index + 1].start))
    for start, stop in bounds:
        sentence = sentence[:start] + " " * (stop - start) + sentence[stop:]
    return sentence


def _with_aside(sentence: str, made: PeriodList) -> tuple[int, int]:
    """Where a list of periods stands, with the clause that parts it from its subject: "costs, which vary, for ..."."""
    aside = _ASIDE.search(sentence, 0, made.start) if _VERB.match(sentence, made.stop) else None
    return (aside.start() if aside else made.start, made.stop)


def completed(sentence: str, mentions: Sequence[Mention], bare: Sequence[Mention]) -> list[Mention]:
    """The numbers of a sentence with those that only the end of their list makes figures, as it makes them.

    ``bare``: numbers that measure nothing by themselves: the first of "410 and 385 people, respectively". Of "$5.1
    and $4.2 million" the first is in millions as well.
    """
    if not _RESPECTIVELY.search(sentence):
        return list(mentions)
    every = sorted([*mentions, *bare], key=lambda mention: mention.start)
    kept = {mention.start for mention in mentions}
    made: list[Mention] = []
    for mention in reversed(every):
        if made and _joined(sentence, mention, made[-1]):
            made.append(_like(mention, made[-1]))
        elif mention.start in kept:
            made.append(mention)
    return made[::-1]


def _like(mention: Mention, following: Mention) -> Mention:
    """A number of a list with the unit and the scale that the one after it prints for both."""
    if mention.unit is None:
        mention = replace(mention, unit=following.unit, currency=following.currency)
    scaled = mention.scale == ONE != following.scale and mention.unit == following.unit
    small = mention.number is not None and abs(mention.number) < _LARGEST_SCALED
    return replace(mention, scale=following.scale) if scaled and small else mention


def tell_each(listed: Respective, mentions: Sequence[Mention]) -> list[Told]:
    """What is told of each number of a sentence; of those of a list the same."""
    alone = [index for index in range(len(mentions)) if listed.leader.get(index, index) == index]
    kept = [mentions[index] for index in alone]
    told, by_leader = Told(), {}
    for at, index in enumerate(alone):
        told = by_leader[index] = tell(listed.sentence, kept, at, told)
    return [by_leader[listed.leader.get(index, index)] for index in range(len(mentions))]
