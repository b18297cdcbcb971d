"""Where the sentences of a question part: behind a stop that ends no abbreviation, or a question mark in Chinese."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["asks", "clauses", "sentences"]

_NO_END: Final = "".join(rf"(?<!\b{short}\.)" for short in (r"i\.e", r"e\.g", "vs", "No", "approx"))
_ENDS: Final = rf"(?<=[.?!]){_NO_END}\s+(?=[A-Z(\"“])|(?<=[?？。！])\s*(?=\S)"
# "how many" is put in small letters on the way
_SENTENCE: Final = re.compile(rf"{_ENDS}|(?<=[.?!]){_NO_END}\s+(?=how (?:many|much)\b)")
_CLAUSE: Final = re.compile(rf"{_ENDS}|(?<=[:;])\s+(?=(?i:what|how|which|who|did|does|do|is|are|was|were|has|have)\b)")

_ASKS: Final = re.compile(r"[?？]|\b(?:what|how (?:many|much)|which)\b", re.IGNORECASE)


def asks(sentence: str) -> bool:
    """Whether a sentence asks for something, with a question mark or without."""
    return _ASKS.search(sentence) is not None


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order; at least one."""
    return _SENTENCE.split(text.strip())


def clauses(text: str) -> list[str]:
    """Its sentences, and within them what a colon or semicolon leads up to: "Reading the report: how many ...?"."""
    return _CLAUSE.split(text.strip())
