"""What "this process" and "the project" point back to, so that a number is found by the words said further up."""

from __future__ import annotations

import re

from tickmark.ingest.markup import SUPERSCRIPTS

__all__ = ["antecedent"]

_POINTING = re.compile(
    r"\b(?:this|these|such|the said)\s+(?:[a-z-]+\s+)??([a-z]{5,})\b"
    r"|\bthe\s+(consortium|project|programme|program|campaign|scheme|initiative|facility|plant|station|event|activity"
    r"|competition|survey|transaction|acquisition|offering|agreement|contract|technology|process|fund)\b",
    re.IGNORECASE,
)
_NO_ANTECEDENT = frozenset(
    [
        "period",
        "quarter",
        "month",
        "report",
        "respect",
        "field",
        "years",
        "reporting",
        "paper",
        "basis",
        "regard",
        "announcement",
        "measures",
        "matter",
    ]
)
_FURTHEST = 4_000  # characters further up: a sentence points at what has just been said
_STOPPED = re.compile(r"^(?:(?:the|a|an|have|has|our|we|its|of|to|and|in|by|company)\s+)+", re.IGNORECASE)


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(rf"[{SUPERSCRIPTS}]+", "", words)).strip(" (")


def antecedent(sentence: str, earlier: str) -> str:
    """What "this process", "the project" point back to: the same noun with its own words, further up."""
    earlier = earlier[-_FURTHEST:]
    for found in _POINTING.finditer(sentence):
        noun = (found[1] or found[2]).lower()
        root = re.escape(re.sub(r"(?:ies|y|s)$", "", noun))
        if noun in _NO_ANTECEDENT or len(root) < 4:
            continue
        own = r"((?:[A-Z][\w&-]*\s+){1,6}|(?:[\w&-]+\s+){1,3})"
        pattern = rf"{own}(?i:{root})\w{{0,3}}\b((?:\s+(?:of|for|on)(?:\s+[\w-]+){{1,6}})?)"
        places = [_STOPPED.sub("", _clean(place[0])) for place in re.finditer(pattern, earlier)]
        named = [place for place in places if len(place.split()) > 1]
        if named:
            return max(reversed(named), key=lambda place: sum(word[0].isupper() for word in place.split()))
    return ""
