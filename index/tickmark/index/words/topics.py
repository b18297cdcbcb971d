"""The words that filings use for what a question asks in others: "legal battles" are "lawsuits filed" there.

Data (``data/topics.toml``): what is asked, and how it is told. For what is measured there is the glossary.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["told_words"]


@cache
def _topics() -> tuple[tuple[re.Pattern[str], str], ...]:
    raw = tomllib.loads((files("tickmark.index") / "data" / "topics.toml").read_text("utf-8"))
    return tuple(
        (
            re.compile("|".join(rf"\b(?:{p})\b" if p.isascii() else p for p in topic["asked"]), re.IGNORECASE),
            topic["told"],
        )
        for topic in raw.values()
    )


def told_words(question: str) -> tuple[str, ...]:
    """The words that the topics of a question are told in, one string a topic."""
    return tuple(told for asked, told in _topics() if asked.search(question))
