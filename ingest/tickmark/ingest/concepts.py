"""Names of XBRL concepts ("us-gaap:AssetsCurrent"): how one is told, and the words in it."""

from __future__ import annotations

import re

__all__ = ["CONCEPT", "concept_words"]

CONCEPT = re.compile(
    r"(?<![\w:/.-])(?:(?:us-gaap|ifrs-full|dei|srt):[A-Za-z]|[A-Za-z][\w-]*:[A-Z])[A-Za-z0-9]{2,}(?![\w:/])"
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def concept_words(concept: str) -> str:
    """The words of a concept's name: "us-gaap:AssetsCurrent" says "Assets current".

    >>> concept_words("us-gaap:IncomeTaxesPaidNet")
    'Income taxes paid net'
    """
    words = _WORD.findall(concept.rpartition(":")[2])
    return " ".join(
        word if n == 0 or (len(word) > 1 and word.isupper()) else word.lower() for n, word in enumerate(words)
    )
