"""What one side of a comparison leaves to the other: "that for the other motion", "men than women were hired"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["BE", "STARTS", "with_head", "with_tail"]


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


BE: Final = r"(?:is|are|was|were|did|does|do|has|have|had|would|could|can)"
_PREPOSITION: Final = r"(?:in|of|for|from|by|at|with|to|among|across|within|under|against|on|through|into|used|aged)"
STARTS: Final = _of(rf"^(?P<p>{_PREPOSITION})\b")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SAME: Final = _of(r"^(?:the\s+)?(?:that|those|same(?:\s+\w+)?|ones?)\b\s*")
_HEAD: Final = _of(rf"^(?P<head>.+)\s{_PREPOSITION}\s+(?:the\s+)?\S.*?$")
_TAIL: Final = _of(rf"^.+?\s(?P<tail>(?:{BE}|{_PREPOSITION})\s.+)$|^\S+\s(?P<rest>.+)$|^.+?的(?P<zh>.+)$")
_LETTER: Final = re.compile(r"\b[A-HJ-Z]$")  # "the A and H class meetings"


def with_head(first: str, second: str, context: str) -> Iterator[str]:
    """The second operand, with what it leaves out of the first."""
    same = _SAME.match(second)
    own = second[same.end() :] if same else second
    starts = STARTS.match(own)
    if starts is not None:
        at = re.search(rf"\b{starts['p']}\b", first, re.IGNORECASE)
        head = first[: at.start()] if at else (led["head"] if (led := _HEAD.match(first)) else first)
        yield f"{head.strip()} {own}"
        return
    if rest := _same_of(first, own):
        yield f"{context}{own}{rest}"
    yield f"{context}{own}"
    if led := _HEAD.match(first):
        yield f"{led['head']} {own}"
    if tail := _tail(first):
        yield f"{context}{own} {tail}"


def with_tail(first: str, second: str) -> Iterator[str]:
    """The first operand, and with what it may have left to the second to say."""
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
