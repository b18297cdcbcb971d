"""An HTML source as a stream of tags and text runs, each with its exact place.

Parsers that build a tree drop the offsets, and a citation stands on them. So the source is walked tag by tag: an
expression for tags whose quotes are in order (nearly all), and a slow path for the rest that reads as browsers do.
Nothing is ever looked at twice, so time is linear whatever the input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

__all__ = ["Tag", "Text", "attributes", "tokens"]

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]*+)((?>(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*))>")
_OPENS = re.compile(r"<(/?)([a-zA-Z][\w:.-]*)")
_ATTRIBUTE = re.compile(r"([\w:.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW = frozenset({"script", "style", "textarea", "noscript", "iframe", "template", "svg", "math"})


class Tag(NamedTuple):
    """A start or end tag; ``inside`` is what stands between its name and its end."""

    name: str
    end: bool
    start: int
    stop: int
    inside: str


class Text(NamedTuple):
    """A run of text between tags: ``[start, stop)`` of the source."""

    start: int
    stop: int


@lru_cache(maxsize=8_192)
def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def _after_markup(source: str, at: int) -> int | None:
    """Where a comment, declaration or processing instruction that begins at ``at`` ends; None when none begins."""
    follows = source[at + 1 : at + 4]
    if follows == "!--":
        stop = source.find("-->", at + 4)
        return stop + 3 if stop >= 0 else len(source)
    if follows[:1] in {"!", "?"}:
        stop = source.find(">", at)
        return stop + 1 if stop >= 0 else len(source)
    return None


def _broken_tag(source: str, at: int, hopeless: set[str]) -> Tag | None:
    """The tag at ``at``, as browsers read one whose quotes are not in order.

    ``hopeless`` remembers what does not occur any more, so that nothing is looked for twice.
    """
    opens = _OPENS.match(source, at)
    if opens is None or ">" in hopeless:
        return None
    place = opens.end()
    while place < len(source):
        char = source[place]
        if char == ">":
            return Tag(opens[2].lower(), bool(opens[1]), at, place + 1, source[opens.end() : place])
        if char in "\"'" and char not in hopeless:
            stop = source.find(char, place + 1)
            if stop < 0:
                hopeless.add(char)
            else:
                place = stop
        place += 1
    hopeless.add(">")
    return None


def tokens(source: str) -> Iterator[Tag | Text]:
    """The tags and text runs of ``source``, in order; comments, declarations, scripts and styles are left out."""
    at, length = 0, len(source)
    hopeless: set[str] = set()
    while at < length:
        place = source.find("<", at)
        if place < 0:
            yield Text(at, length)
            return
        if place > at:
            yield Text(at, place)
        found = _TAG.match(source, place)
        if found is not None:
            slash, name, inside = found.groups()
            tag: Tag | None = Tag(name.lower(), bool(slash), place, found.end(), inside)
        else:
            after = _after_markup(source, place)
            if after is not None:
                at = after
                continue
            tag = _broken_tag(source, place, hopeless)
        if tag is None:
            yield Text(place, place + 1)
            at = place + 1
            continue
        at = tag.stop
        if tag.name in _RAW and not tag.end and not tag.inside.endswith("/"):
            at = _raw_end(source, tag, hopeless)
            continue
        yield tag


def _raw_end(source: str, tag: Tag, hopeless: set[str]) -> int:
    """Past the end tag of an element whose content is no text; one that is never closed is as if it were empty."""
    if tag.name in hopeless:
        return tag.stop
    found = re.compile(rf"</{re.escape(tag.name)}\b[^>]*>", re.IGNORECASE).search(source, tag.stop)
    if found is None:
        hopeless.add(tag.name)
        return tag.stop
    return found.end()
