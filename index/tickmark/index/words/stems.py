"""Words to stems: the forms of one word are one, and words that only look like forms of another stay apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from tickmark.index.words.analysis import words

__all__ = ["CJK", "stem", "stems_of", "without_it"]

CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")  # what has no stems
_HYPHEN = re.compile(r"(?<=[A-Za-z0-9])[-‐‑–](?=[A-Za-z0-9])")
_UN = re.compile(r"\b([Uu]n)[-‐‑–](?=[A-Za-z]{3})(?!\w+[-‐‑–])")  # "un-pledged" is one word, and not "pledged"
_PRONOUN = re.compile(r"\b[Ii]t\b(?![/&-])")  # "IT" is a word of its own

# not the pledge itself; no information technology; what dilutes is not what is diluted; "underlying" is not "under";
# an airplane maker, and no barrels of oil
_KEPT = frozenset(
    {
        "pledgee", "lessee", "assignee", "trustee", "employer", "employers", "its", "audited", "dilutive", "underlying",
        "boeing",
    }
)  # fmt: skip
# what is to be received is no form of "receive", a meeting none of "meet", takings none of "take"; what is renewed is
# not renewable
_NOUNS = {
    "receivable": "receivable", "receivables": "receivable", "meeting": "meeting", "meetings": "meeting",
    "takings": "takings", "occupancy": "occupancy", "renewable": "renewable", "renewables": "renewable",
}  # fmt: skip
# Snowball parts "employee" from its most frequent misspelling; abbreviations that have one meaning in a filing
_SAME = {
    "employe": "employ", "hrs": "hour", "yrs": "year", "tech": "technolog", "dept": "depart", "depts": "depart",
    "govt": "govern", "qty": "quantiti", "sci": "scienc", "kilo": "kilogram",
    "mtg": "meeting", "mtgs": "meeting",
}  # fmt: skip


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one lower-case word; numbers and compounds with digits stay as they are."""
    if word in _KEPT or any(c.isdigit() for c in word):
        return word
    if word in _NOUNS:
        return _NOUNS[word]
    if word in _SAME:
        return _SAME[word]
    stemmed = str(_stemmer().stemWord(word))
    return _SAME.get(stemmed, stemmed)


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a text in Latin script, compounds taken apart: but "un-pledged" is one word."""
    return tuple(stem(w) for w in words(_HYPHEN.sub(" ", _UN.sub(r"\1", text))))


def without_it(text: str) -> str:
    """A text without the pronoun "it"."""
    return _PRONOUN.sub(" ", text)
