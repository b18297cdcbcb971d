"""What one side of a comparison leaves to the other: "that for the other motion", "men than women were hired"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = [
    "BE",
    "STARTS",
    "in_that_state",
    "pieces_of",
    "place_of",
    "said_of_both",
    "with_head",
    "with_tail",
    "without_per",
    "without_points",
]


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


BE: Final = r"(?:is|are|was|were|did|does|do|has|have|had|would|could|can)"
_PREPOSITION: Final = r"(?:in|of|for|from|by|at|with|to|among|across|within|under|against|on|through|into|used|aged)"
STARTS: Final = _of(rf"^(?P<p>{_PREPOSITION})\b")
_PLUS: Final = _of(r"\bplus\b|\s\+\s")
_ADDED: Final = _of(r"\s*(?:,\s*(?:and|plus)\b|[,;、]|\bplus\b|\s\+\s)\s*")
_LIST: Final = _of(r"\s*(?:,\s*(?:and|plus|or)\b|[,;、]|\b(?:and|plus)\b|\s\+\s|\s&\s|[和与與及])\s*")
_IN_POINTS: Final = _of(r"\s*\((?:in\s+)?(?:percentage\s+points?|p\.?p\.?s?|ppts?|points|%)(?:\s+of\s+[^()]*)?\)")
_POINTS_ASIDE: Final = _of(r"\s*,\s*(?:in|as)\s+(?:percentage\s+)?(?:points|p\.?p\.?s?|ppts?)\s*,")
_TOLD_IN: Final = _of(
    r"[,(\s–-]+(?:(?:in|as)\s+)?(?:an?\s+)?(?:percentage(?:\s+points?)?|percent|per\s?cent|pct|%|p\.?p\.?s?|ppts?|pts"
    r"|ratio|multiple|rmb|yuan)(?:\s+(?:k|thousands?|['’]?000|mn|m|millions?|bn|billions?|terms))?"
    r"\)?(?:\s*\([^()]*\))?\s*$"
)
_TOLD_PER: Final = _of(
    r"\s*[,(]\s*(?:in\s+)?[\w³²'’]+\s*(?:per|/)\s*[\w³²]+\)?$"
    r"|\s*\?\s*(?:in\s+)?[\w³²'’]+\s*(?:per|/)\s*[\w³²]+(?:,[^,?]*)?$"
)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
# "men's and women's wages": the one owner has from the other what is owned
_OWNER: Final = _of(r"^(?:[\w&.-]+\s+){0,4}[\w&.-]+(?:['’]s|s['’])$")
_OWNED: Final = _of(r"^(?:[\w&.-]+\s+){0,6}?[\w&.-]+(?:['’]s|s['’])\s+(?P<what>.+)$")
_OBJECT: Final = _of(rf"^(?P<head>.+\s{_PREPOSITION})\s+(?:the\s+)?(?P<what>\S.*)$")
_SAME: Final = _of(r"^(?:the\s+)?(?:that|those|same(?:\s+\w+)?|ones?)\b\s*")
_HEAD: Final = _of(rf"^(?P<head>.+)\s{_PREPOSITION}\s+(?:the\s+)?\S.*?$")
_TAIL: Final = _of(
    rf"^.+?\s(?<!votes\s)(?<!cast\s)(?P<tail>(?:{BE}|{_PREPOSITION})\s.+)$|^\S+(?:\s[&/]\s\S+)?\s(?P<rest>.+)$|^.+?的(?P<zh>.+)$"
)
# "total votes against, first meeting plus second meeting, on the merger"
_OF_BOTH: Final = _of(
    r"^(?:the\s+)?(?:total|combined|sum\s+of(?:\s+the)?)\s+(?P<what>[^,:]{3,60})[,:]\s+(?P<a>[^,:]{2,60}?)\s+(?:plus"
    r"|and|\+|&)\s+"
    r"(?P<b>[^,:]{2,60}?)(?:,\s*(?P<more>[^,:?]{2,120}))?$"
)
_NUMBERED: Final = _of(r"(?P<noun>[a-z]{3,})\s+(?:no\.?\s*)?(?:\d{1,2}|(?-i:[A-Z]))")
_SPELLED: Final = _of(r"\s*\([^()]*\b(?:minus|less)\b[^()]*\)?")
_PLACE: Final = _of(r"\s(?:at|in|on|by|to)\s+.+$")
_UPON: Final = _of(r"\bupon\s+(?:the|this|that)\s.*$")
_LETTER: Final = re.compile(r"\b[A-HJ-Z]$")  # "the A and H class meetings"


def without_points(text: str) -> str:
    """A text without what says in which points or money the outcome is told: "(percentage points of the capital)"."""
    return _TOLD_IN.sub("", _POINTS_ASIDE.sub(" ", _IN_POINTS.sub(" ", text)))


def without_per(text: str) -> str:
    """A text without the quotient of units that its end tells the outcome in: "kWh per tonne"."""
    return _TOLD_PER.sub("", text)


def pieces_of(text: str) -> list[str]:
    """The things of a list; where some are added with a plus, "health & safety" is one of them."""
    return list(filter(None, (_ADDED if _PLUS.search(text) else _LIST).split(text)))


def place_of(side: str) -> str:
    """Where or when a side says that something was done: "sold at the first stall"."""
    found = _PLACE.search(side)
    return found[0].strip() if found else ""


def said_of_both(text: str) -> tuple[str, str] | None:
    """The two things of a total, each with what is asked of both and stands before and behind them."""
    found = _OF_BOTH.match(text)
    if found is None:
        return None
    first, second = (f"{found['what']} {side} {found['more'] or ''}".strip() for side in found.group("a", "b"))
    return first, second


def in_that_state(side: str) -> str:
    """What is to be taken off upon an event, without what tells the event: columns head the state after it "upon"."""
    return _UPON.sub("upon the change", _SPELLED.sub("", side))


def with_head(first: str, second: str, context: str) -> Iterator[str]:
    """The second operand, with what it leaves out of the first."""
    same = _SAME.match(second)
    own = second[same.end() :] if same else second
    if _OWNER.match(own) and (owned := _OWNED.match(first)):
        yield f"{context}{own} {owned['what']}"
        return
    if parallel := _other_of_its_kind(first, own):
        yield parallel
        return
    starts = STARTS.match(own)
    if starts is not None:
        at = re.search(rf"\b{starts['p']}\b", first, re.IGNORECASE)
        head = first[: at.start()] if at else (led["head"] if (led := _HEAD.match(first)) else first)
        yield f"{head.strip()} {own}"
        return
    if numbered := _other_number(first, own):
        yield numbered
    if rest := _same_of(first, own):
        yield f"{context}{own}{rest}"
    yield f"{context}{own}"
    if led := _HEAD.match(first):
        yield f"{led['head']} {own}"
    if tail := _tail(first):
        yield f"{context}{own} {tail}"


def _other_of_its_kind(first: str, own: str) -> str:
    """The first side said of what the second names alike: "votes at the first meeting", "the second meeting"."""
    found = _OBJECT.match(first)
    if found is None:
        return ""
    ours, theirs = (side.lower().split() for side in (found["what"], own))
    alike = len(ours) == len(theirs) > 1 and ours[-1] == theirs[-1]
    return f"{found['head']} {own}" if alike else ""


def _other_number(first: str, own: str) -> str:
    """The first side said of what the second one numbers otherwise: "votes that motion 4 got", "motion 3"."""
    found = _NUMBERED.fullmatch(own)
    at = re.search(rf"\b{found['noun']}\s+(?:no\.?\s*)?(?:\d+|[A-Z])\b", first, re.IGNORECASE) if found else None
    return f"{first[: at.start()]}{own}{first[at.end() :]}" if at else ""


def with_tail(first: str, second: str) -> Iterator[str]:
    """The first operand, and with what it may have left to the second to say."""
    if _OWNER.match(first) and (owned := _OWNED.match(second)):
        yield f"{first} {owned['what']}"
        return
    if (tail := _tail(second)) and _LETTER.search(first):
        yield f"{first} {tail}"
        return
    yield first
    if tail and len(first.split()) < len(second.split()):
        yield f"{first} {tail}"


def _tail(side: str) -> str:
    found = _TAIL.match(side)
    return (found["tail"] or found["rest"] or found["zh"]) if found else ""


def _same_of(first: str, second: str) -> str:
    """What a Chinese first side says behind the word that the second one ends with: A股出席率, H股."""
    at = first.rfind(second[-1:]) if _HAN.search(second[-1:]) else -1
    return first[at + 1 :] if at > 0 else ""
