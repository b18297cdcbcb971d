"""Which words of a metric only narrow it down: those in brackets, behind "on", and words of the issuer's own name.

A filing that prints its R&D spending seldom says "on advanced programs", and the patents of a maker of pharmaceuticals
are pharmaceutical patents. Such words choose between figures that agree in the rest; they do not make one miss.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Final

from tickmark.index.asked.taught import subject_behind
from tickmark.index.issuers.aliases import GENERIC
from tickmark.index.words.analysis import words
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms

__all__ = ["in_one", "narrowing"]

_BRACKETS = re.compile(r"[(（]([^()（）]{2,60})[)）]")
# "the average wage, bonuses included"
_INCLUDED = re.compile(r",\s*(?P<what>(?:[\w-]+\s+){1,3})(?:included|inclusive)\s*$", re.IGNORECASE)
# "what it burned itself, that is its direct emissions", "areas classed as poor counties", "what the report calls ..."
_SAID_AGAIN = re.compile(
    r"(?:[,;–—-]\s*(?:(?:or\s+)?(?:that is|which is|i\.?e\.?|in other words|put otherwise|meaning|namely"
    r"|otherwise known as|also known as|a\.?k\.?a\.?"
    r"|known as|also called|so-called|in (?:the )?jargon|(?:what|which) [\w ’']{0,24}?\b(?:calls?|terms?|labels?"
    r"|reports? as|books? as))"
    r"|or(?=\s+(?:the|its|their)\s))(?:\s+to\s+say)?"
    r"|\b(?:(?:classed|classified|designated|labell?ed|reported|booked|known|referred\s+to|described"
    r"|categori[sz]ed)\s+as))(?<=[\w.]),?\s+"
    r"(?P<what>[^,;:()]{3,60})$",
    re.IGNORECASE,
)
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
# "the Larkmoor subsidiary": which company is said by its name
_NAMED_SUBSIDIARY: Final = re.compile(
    r"(?<!^)\b[A-Z][a-z]{2,}\s+(?:subsidiary|arm)\b|^[A-Z][a-z]{2,}\s+subsidiary\b|\bsubsidiary\s+(?:in|at)\s+[A-Z][a-z]{2,}"
)
_ASIDE: Final = 0.25
_STATE: Final = 0.3
_OF_GROUP: Final = frozenset(map(stem, ("subsidiary", "arm")))
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
    if said_again := _told_roundabout(bare, weak):
        return said_again
    behind = _ON.search(bare)
    if behind is not None and subject_behind(bare[: behind.start()]):
        behind = None
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
    if named_one := _NAMED_SUBSIDIARY.search(rest):
        made |= {term: _STATE for term in terms(named_one[0].lower()) if term in _OF_GROUP}
    for term in _STANDING.intersection(head):
        if len(head) > 1:
            made.setdefault(term, _STATE)
    return made


def _told_roundabout(bare: str, weak: Collection[str]) -> Mapping[str, float]:
    """The plain words of a metric that is said again by its very name: no label has to have them as well."""
    again = _SAID_AGAIN.search(bare)
    if again is None or not any(is_concept(term) and term not in weak for term in terms(again["what"])):
        return {}
    head, named = bare[: again.start()], set(terms(again["what"]))
    plain = {term for term in terms(head) if not is_concept(term)} | {stem(word) for word in words(head)}
    return dict.fromkeys(plain - named, _ASIDE)


def in_one(rest: str) -> str:
    """A metric's words, with what says them again joined to them: it is no second thing that is asked for."""
    bare = rest.rstrip(" ?!.,")
    again = _SAID_AGAIN.search(bare)
    return rest if again is None else f"{bare[: again.start()]} {again['what']}"
