"""Words that people type short, written out: "int. exp." is interest expenses. They are data (``data/clips.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["in_full"]


_BETWEEN: Final = re.compile(r"[\s.,;:()?!%-]+")


def in_full(text: str) -> str:
    """A question with these words written out where their neighbours tell what they are short for."""
    said = frozenset(_BETWEEN.split(text.lower()))
    for short, pattern, full in _clips():
        if not short.isdisjoint(said):
            text = pattern.sub(rf"\g<left>{full}", text)
    return text


@cache
def _clips() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    raw = tomllib.loads((files("tickmark.index") / "data" / "clips.toml").read_text("utf-8"))
    return tuple((frozenset(clip["short"].lower().split("|")), _pattern(clip), clip["full"]) for clip in raw["clips"])


def _pattern(clip: Mapping[str, str]) -> re.Pattern[str]:
    """The word with a point behind it, if there is one, beside one of its neighbours, if it needs any."""
    word = rf"(?<![\w&/'’.])(?:{clip['short']})(?![\w&/'’-])\.?(?!\w)"
    sides = [rf"{word}(?=[\s,(]*(?:{clip['before']})(?!\w))"] if "before" in clip else []
    left = rf"(?P<left>(?<!\w)(?:{clip['after']})[\s-]+){word}" if "after" in clip else ""
    beside = "|".join(side for side in (left, *sides) if side) or word
    return re.compile(beside if left else rf"(?P<left>){beside}", 0 if clip.get("case") else re.IGNORECASE)
