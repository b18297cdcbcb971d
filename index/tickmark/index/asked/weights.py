"""Which words of a metric only narrow it down: those in brackets, behind "on", and words of the issuer's own name.

A filing that prints its R&D spending seldom says "on advanced programs", and the patents of a maker of pharmaceuticals
are pharmaceutical patents. Such words choose between figures that agree in the rest; they do not make one miss.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Final

from tickmark.index.issuers.aliases import GENERIC
from tickmark.index.words.analysis import words
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms

__all__ = ["narrowing"]

_BRACKETS = re.compile(r"[(（]([^()（）]{2,60})[)）]")
# "the average wage, bonuses included"
_INCLUDED = re.compile(r",\s*(?P<what>(?:[\w-]+\s+){1,3})(?:included|inclusive)\s*$", re.IGNORECASE)
_ON = re.compile(r"\bon\s+([A-Za-z][\w&-]*+(?:\s+[A-Za-z][\w&-]*+){0,3})\s*$", re.IGNORECASE)
_STANDING: Final = frozenset(
    map(
        stem,
        (
            "active",
            "available",
            "current",
            "existing",
            "listed",
            "registered",
            "operational",
            "worldwide",
            "globally",
            "companywide",
            "groupwide",
            "headline",
            "statutory",
            "consolidated",
        ),
    )
)
_ASIDE: Final = 0.25
_STATE: Final = 0.3
_PARAPHRASE: Final = 0.4


def narrowing(rest: str, issuers: Collection[str], weak: Collection[str]) -> Mapping[str, float]:
    """What to multiply the weights of the narrowing terms with.

    Args:
        rest: the metric's words.
        issuers: names of the issuers asked about.
        weak: concepts that name no metric by themselves.
    """
    aside: set[str] = set()
    if (included := _INCLUDED.search(rest.rstrip(" ?!."))) is not None:
        rest = f"{rest[: included.start()]} ({included[0].strip(' ,')})"
    bare = _BRACKETS.sub(" ", rest).strip(" ?!.,")
    behind = _ON.search(bare)
    head = terms(bare[: behind.start()] if behind else bare)
    strong = {term for term in head if is_concept(term) and term not in weak}
    named = {term for found in _BRACKETS.finditer(rest) for term in terms(found[1])}
    if any(is_concept(term) and term not in weak for term in named - set(head)) and not strong:
        return dict.fromkeys(set(head) - named, _PARAPHRASE)  # "stock in the sheds (inventories)": its very name
    if any(len(term) > 2 for term in head):
        aside |= named
    if behind and strong:
        aside |= set(terms(behind[1]))
    made = dict.fromkeys(aside - set(head), _ASIDE)
    own = {stem(word) for name in issuers for word in words(name)} | {stem(word) for word in GENERIC}
    for before, after in pairwise(head):
        if before in own and before not in strong and after in strong:
            made[before] = _ASIDE
    for term in _STANDING.intersection(head):
        if len(head) > 1:
            made.setdefault(term, _STATE)
    return made
