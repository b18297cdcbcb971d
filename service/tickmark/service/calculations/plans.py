"""What a question asks to be worked out of which things: an operation, and each of its operands as a phrase.

The words for an operation are few. Where they stand, or at the word that sets two things against each other ("than",
"to", "versus"), the question is cut, and each side is a question for one figure. What a side leaves out ("that for the
other motion", "men than women were hired") it has from the other one. Whether there are such figures, and whether they
belong together, is for :mod:`tickmark.service.calculations.planned`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tickmark.index.asked.named_unit import UNITS
from tickmark.service.calculations.bidden import bidden
from tickmark.service.calculations.dividing import formulas, told_by_slash, without_basis
from tickmark.service.calculations.left_to_say import (
    BE,
    STARTS,
    in_that_state,
    pieces_of,
    place_of,
    said_of_both,
    with_head,
    with_tail,
    without_per,
    without_points,
)
from tickmark.service.calculations.operation_words import GAP, GO, LESS, LIE, MORE, OPERATIONS, Operation, Words
from tickmark.service.calculations.spelled_out import spelled_out

__all__ = ["Operation", "Plan", "plans", "without_unit"]


class Plan(NamedTuple):
    """An operation and its operands, each with the phrases that may word it, the likeliest first.

    A share is of the first in the second; a rest is the first less the second. ``outright``: it is said word for word
    what is divided by what, and a divisor may therefore be what is measured ("sales volume").
    """

    kind: Operation
    operands: tuple[tuple[str, ...], ...]
    outright: bool = False


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# what only says that two things are compared, in what the outcome is told, or how it is to be worked out
_AROUND: Final = _of(
    rf"\b(?:where|what)\b[^,;:?]*\b(?:{GAP}|{MORE})\b|\b(?:by\s+)?how\s+(?:much|many|far|wide|big)\b|\b{GAP}\b"
    r"|\b(?:percentage\s+)?points?\b|\b(?:the\s+)?(?:average|avg|mean)\b(?:\s+(?:number|amount|length"
    r"|size))?(?:\s+(?:of|in))?"
    rf"|\b{LIE}\s+between\b|\bbetween\b|\bboth\b|\baside\b|\bthe\s+rest\s+of\b|\b(?:work|worked|working)\s+out\b|\b(?:could|can)\s+you\b"
    rf"|\b(?:what|which)(?:\s+{BE}|['’]s)\b|百分之[几幾]|多少|[几幾]成|的?(?:比例|比重|百分比)|(?<=[占佔])?当[年期](?=[总總])|是(?:多少)?$"
    rf"|[（(]?(?:人民币|人民幣)(?:百万|百萬|万|萬|亿|億)?元?[)）]?|[（(][^（）()]*[报報]告?[)）]"
)
_COMPARED: Final = _of(
    rf"[.;,–-]\s*(?:by\s+)?how\s+(?:much|many)\b[^,;:?]*\b{MORE}\b.*$|\b{MORE}\b|\bthan\b|(?:多|高|少|低)(?:出|了)?(?:多少|几"
    rf"|幾).*$"
)
# the state after an event, as columns word it; a clause that only tells the event
_AFTER: Final = _of(r"\b(?:after|following)\s+(?=(?:the|this|that)\s)")
_SINCE: Final = _of(r"^\W*(?:after|following|upon)\s+\w+ing\b[^,]*,\s*|\b(?<!who )(?:left|still|remain(?:s|ed|ing)?)\b")
# "in the pledge notice, how many ...": where it stands
_SOURCE_FIRST: Final = _of(
    r"^\W*(?:in|per|from|under|according\s+to|based\s+on|going\s+by|using)\s+(?:the|its|their|this|that)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:notice|announcement|filing|circular|disclosure|report|results|alert|release)s?,\s*(?=\S)"
)
_LEFT_BRACKETS: Final = _of(
    r"\s*\(\s*(?:(?:about|some|approximately|around)\s+)?\d[\d.,]*\s+[a-z][^()]{2,40}\)"
    r"|\s*\(\s*(?:(?:as\s+(?:of|at)|up\s+to|to|by|in|at|for|since|from)\s*)?\)"
)
# "how many votes went unrepresented at the second meeting": all votes of that meeting, less those that were not
_STATE: Final = _of(r"^(?:represented|sold|treated|recycled|allocated|spent|utili[sz]ed)\s")
_OUTRIGHT: Final = _of(r"\bdivided\b")
_PER_HEAD: Final = _of(r"\bper\s+(?:head|capita)\b")
# "what does a tonne sell for? revenue divided by tonnes sold": how it is reckoned follows
_ASKED_BEFORE: Final = _of(r"^(?:.*[–-]\s+)?(?:what|how|which)\b.*\?\s+(?=\S)")
_FURTHER: Final = _of(r"\s+[-–]\s+.*$|[:;].*$")  # behind what divides: how to do it
# when it was so, said of both sides
_WHEN: Final = _of(r"^(?:after|following|upon)\s+(?P<when>[^,:]{2,60}?),\s+(?=(?:what|which|how|by)\b)")
# a second clause, that says again what is asked for
_AGAIN: Final = _of(r"\s+[-–]\s+(?:what|how|which)\b.*$")
_SCALED: Final = r"(?:(?:10|ten|hundred)\s+thousands?|thousands?|k|millions?|mn|billions?|bn)"
_MEASURED_IN: Final = _of(rf"\s+in\s+(?:{_SCALED}\s+)?(?:{UNITS.pattern})$")
_IN_UNIT: Final = _of(rf"\s*[,(]\s*(?:in\s+)?(?:{_SCALED}(?:\s+(?:of\s+)?[a-z]+)?|(?:{UNITS.pattern}))\)?$")
_LEAD: Final = _of(
    r"^(?P<lead>(?:in|at|for|during|of|among|following|after)\s[^,:]{2,40})[,:]\s+(?=\S)"
    r"|^(?P<topic>[^,:]{3,60}):\s+(?=\S)"
)
_ENDS: Final = _of(
    rf"^(?:(?:the|a(?!\s+(?:shares|shareholders|class)\b|(?-i:(?<=A)\s+[Ss]hare\b))|an|its|their|both|and|of|is|are|was"
    rf"|were|did|do|does|,|:|{GO})\s+)+"
    r"|(?:[\s,:]+(?:in|(?<!\bvotes\s)for|at|of|on|during|from|to|the|and|(?-i:a)|is|are|was|were|did|do|does|that|which"
    r"|who|by|with|year))+$"
)
_CAPITAL: Final = _of(r"\b(?:(?:total|entire|whole)\s+)?(?:issued\s+)?share\s+capital\b")
_INSIDE: Final = _of(r"^(?P<whole>.+?)[中里裡][面边邊]?[,，]?\s*(?P<part>.+)$")
_NAMED_ALL: Final = _of(
    r"[^,;、]+(?:[,;、]\s*[^,;、]+)*?(?:[,;、]\s*|\s(?:and|plus|\+|&)\s)[^,;、]+?(?:,?\s*(?:\b(?:and|plus)\b|\+|&"
    r"|[和与與及])\s*)[^,;、]+(?:,\s*(?:how|what|which)\b.+)?"
)
_NOTHING: Final = _of(r"(?:(?:both|with|without|each|all)\s*)+")  # "both with and without ..."
_TOPIC: Final = _of(r"^.*(?::|\s[-–])\s+(?=\S)")  # what stands before a colon or a dash
_ASKS: Final = _of(r"^(?:how|what|which)\b")
_OF: Final = _of(r"^\W*(?:of|out of|among|in)\b|[里裡中]\W*$")


def plans(rest: str) -> Iterator[Plan]:
    """What the words ask to be done with which things; the question is given without issuer and periods."""
    text = re.sub(r"\s+([,.?:;])", r"\1", re.sub(r"\s+", " ", rest)).strip(" ?!.,，。？！")
    text = _SOURCE_FIRST.sub("", _LEFT_BRACKETS.sub(" ", text))
    if slashed := told_by_slash(text):
        sides = tuple((_plain(side),) for side in slashed)
        yield Plan("ratio", sides, outright=True)
        if text.endswith("="):
            yield Plan("per", sides, outright=True)  # whatever the units of the two are
    text = _PER_HEAD.sub("per employee", without_per(without_unit(without_points(text))))
    for kind, above, below in formulas(text):
        yield Plan(kind, ((_plain(above),), (_plain(below),)), outright=True)
    if (told := without_basis(text)) is not None:
        text = _MEASURED_IN.sub("", told)
    if when := _WHEN.match(text):
        text = f"{text[when.end() :]} upon {when['when']}"
    yield from _said_outright(text)
    for words in OPERATIONS:
        found = words.cue.search(text)
        if found is None:
            continue
        if words.kind == "sum" and len(listed := _listed(words.cue.sub(" ", text))) > 2:
            yield Plan("sum", tuple(listed))
            continue  # two of them are not their sum
        seen = set[tuple[str, str]]()
        for first, second in _cuts(words, text, found):
            if first and second and (first, second) not in seen:
                seen.add((first, second))
                yield Plan(words.kind, _worded(words.kind, first, second), _OUTRIGHT.search(found[0]) is not None)


def _said_outright(text: str) -> Iterator[Plan]:
    """What whole turns of a question say of both sides, wherever they put them."""
    for bid in bidden(text):
        first, second = map(_plain, bid.sides)
        if first and second:
            yield Plan(bid.kind, _worded(bid.kind, first, second))
    for said in spelled_out(text):
        sides = [_plain(side) for side in said.sides]
        if all(sides):
            yield Plan(said.kind, tuple((side,) for side in sides) if said.whole else _worded(said.kind, *sides))
    if both := said_of_both(text):
        yield Plan("sum", tuple((side,) for side in both))


def without_unit(text: str) -> str:
    """A question without what it says at its end of the unit in which the answer is told."""
    return _IN_UNIT.sub("", text)


def _cuts(words: Words, text: str, found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The operands: what stands on both sides of a word that sets one against the other, or of the cue."""
    before, after = text[: found.start()], text[found.end() :]
    if words.kind in {"ratio", "per"} and _OUTRIGHT.search(found[0]):
        before = _ASKED_BEFORE.sub("", before)
    if words.kind == "rest" and not _plain(before):
        taken, _, whole = after.partition(",")
        yield _plain(whole), _plain(taken)
        return
    compared = words.kind in {"difference", "times"}
    if words.kind == "per" and (
        (middles := [m for b in words.between for m in b.finditer(after)]) or not _plain(before)
    ):
        for middle in middles:
            yield _plain(f"{before} {after[middle.end() :]}"), _plain(after[: middle.start()])
        return
    if words.cuts and _plain(before):
        first, second = _plain(before, compared=compared), _plain(after, compared=compared)
        yield (second, first) if words.kind == "share" and _OF.search(before) else (first, second)
        if words.kind == "share":
            if (inside := _INSIDE.match(before)) and not second:
                yield _plain(inside["part"]), _plain(inside["whole"])
            return
    for between in words.between:
        for middle in between.finditer(text):
            sides = text[: middle.start()], text[middle.end() :]
            first, second = (_plain(words.cue.sub(" ", side), compared=compared) for side in sides)
            if words.kind == "times" and found.end() <= middle.start() and between is words.between[-1]:
                first, second = second, first  # "how many times the rent was the wage bill"
            turned = words.kind == "share" or (words.kind == "difference" and LESS.search(text))
            yield (second, first) if turned else (first, second)
            if words.kind == "share" and not words.cuts:  # "share of the part in the whole"
                yield first, second


def _listed(text: str) -> list[tuple[str, ...]]:
    """The things of a list, with what is said once for all of them: before the first, behind the last, or aside."""
    found = _NAMED_ALL.fullmatch(_IN_UNIT.sub("", text).strip(" ,"))
    pieces = pieces_of(found[0]) if found else []
    asking = [piece for piece in pieces[1:] if _ASKS.match(piece)]
    sides = [side for piece in pieces if piece not in asking and (side := _plain(piece))]
    if not sides or STARTS.match(sides[0]) or any(map(_NOTHING.fullmatch, sides)):
        return []
    common, worded = " ".join(map(_plain, asking)), [tuple(with_tail(sides[0], sides[-1]))]
    worded += [(*with_tail(side, sides[-1]), *with_head(sides[0], side, "")) for side in sides[1:]]
    return [tuple(dict.fromkeys((f"{phrases[0]} {common}".strip(), *phrases))) for phrases in worded]


def _plain(side: str, *, compared: bool = False) -> str:
    """A side without what only says that it is compared, and without the empty words at its ends."""
    bare = _AFTER.sub("upon ", _SINCE.sub("", side))
    bare = _COMPARED.sub(" ", bare) if compared else bare
    bare = bare.rpartition("(")[2] if bare.count("(") > bare.count(")") else bare
    bare = re.sub(r"\s+", " ", _AROUND.sub(" ", _AGAIN.sub("", bare))).strip(" -–:;,.?？，。")
    return _ENDS.sub("", bare).strip(" -–:;,.?？，。")


def _worded(kind: Operation, first: str, second: str) -> tuple[tuple[str, ...], ...]:
    if kind == "rest":
        if _STATE.match(second) and (where := place_of(second)):
            return (f"{first} {where}",), (f"{first} {second}",)  # at that very meeting
        # what is free of something is so of what is held
        return (first, f"{first} held"), (f"{first} {in_that_state(second)}",)
    if kind == "share":
        # a filing counts its capital in shares
        return (f"{first} {second}", first), tuple(
            dict.fromkeys((second, _CAPITAL.sub("number of issued shares", second)))
        )
    if kind == "per":
        second = _ENDS.sub("", _FURTHER.sub("", _IN_UNIT.sub("", second)))
        kind_of = second.rpartition(" ")[0]  # "work-related" incidents
        told = (f"{first} {kind_of}",) if kind_of and len(first.split()) <= len(second.split()) else ()
        topic, _, bare = first.rpartition(":")
        of_topic = (f"{_plain(topic)} {second}",) if topic else ()
        return (*told, first, *((bare,) if topic else ())), (second, *of_topic, *with_head(first, second, ""))
    led = _LEAD.match(first)
    context = f"{led['lead'] or led['topic']} " if led else ""
    bare = _TOPIC.sub("", first)
    named = (bare,) if bare != first and bare else ()
    return (*named, *with_tail(first, second)), tuple(with_head(first, second, "" if named else context))
