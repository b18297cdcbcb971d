"""What a question counts: people, firms, drills; and which words may be said for the same things.

"How many training courses were held" counts courses, "how many attended" people, though no word for them follows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.words.kindred import kindred
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import terms

__all__ = [
    "ALIKE",
    "PERSONS",
    "alike",
    "counted_nouns",
    "counts_holders",
    "counts_many",
    "counts_people",
    "head_noun",
    "only_narrows",
]

ALIKE: Final = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "person persons people employees employee staff workers personnel participants attendees recipients headcount"
        " associates teammates colleagues members persontimes men women newcomers"
        " joiners recruits trainees apprentices interns individuals folks",
        "companies enterprises firms businesses corporations",
        "institutes institutions",
        "bodies agencies authorities departments",
        "sessions courses trainings classes times events",
        "drills exercises times",
        "machines devices pieces sets units equipment",
        "rules policies articles clauses provisions procedures systems",
    )
)
"""Words that count the same kind of thing, as stems; those for people first."""
# "the holders' votes" are votes
_OWNERS = re.compile(r"\b[\w-]+(?:['’]s|s['’])\s+(?=[a-z])")
_COUNTED = re.compile(
    r"(?:\bhow many|\bnumber of|\bno\.? of|\bcount of|#\s?(?:of)?)\s+([\w&-]+(?:\s+[\w&-]+){0,4})", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:of|in|on|at|across|within|among|for|to|by|with|from|who|that|which|when|where|were|was|are|is|be|did|does|do"
    r"|has|have|had|took"
    r"|got|the|this|per|during|can|could|will|would|may|held|made|given|conducted|organi[sz]ed)\b.*"
    r"|(?<=\s)(?:passed|failed|attended|joined|left|quit|resigned)\b.*",
    re.IGNORECASE,
)
PERSONS: Final = frozenset(
    stem(w) for w in ("people", "persons", "ppl", "participants", "attendees", "recipients", "volunteers")
)
# "how many attended", "多少人": it is people that are counted, though no word for them follows
_PEOPLE_DO = re.compile(
    r"\bhow many\s+(?:attend|participat|took part|take part|joined|enrol|signed up|turned up|showed up|passed|graduated"
    r"|quit|left|resigned|volunteered|individuals|folks)"
    r"|^\W*(?:new )?(?:hires|recruits|joiners|employees|staff|people|workers|trainees|volunteers|women"
    r"|men) (?:who|that) "
    r"(?:passed|attended|joined|left|quit|resigned|took part|participated|received|completed|failed|sat)\b"
    r"|\battendance at\b"
    r"|\bhead ?counts?\b|\b(?:staff|workforce|team|crew) (?:size|numbers?|strength)\b"
    r"|\bsize of (?:the |its |their )?(?:[\w&-]+ ){0,3}(?:staff|workforce|team|crew)\b|多少[人名位]|人[数數次]",
    re.IGNORECASE,
)
_HOLDERS: Final = frozenset(map(stem, ("shareholders", "stockholders", "holders", "proxies", "investors", "attendees")))
_HELD: Final = frozenset(map(stem, ("shares", "stock", "votes", "interests")))
_HOLDERS_DO = re.compile(r"\b(?:share|stock)?holders?\b|\bprox(?:y|ies)\b|股东|股東|代理人", re.IGNORECASE)
# how often something is done counts whatever is done
_TIMES = re.compile(r"\bhow many times (?=(?:was|were|did|do|does|has|have|had)\b)", re.IGNORECASE)
_NARROWED = re.compile(r"\s([a-z]+[^s\s])\s+([a-z]+[^s\s]s)$")
_VOTED = re.compile(r"\b(?:voted|backed|opposed|supported|rejected|abstained)\b.*", re.IGNORECASE)


def _noun(text: str) -> str:
    """The noun that is counted, with what qualifies it; empty where none is named."""
    found = _COUNTED.search(_OWNERS.sub("", _TIMES.sub("", text)))
    return _ENDS.sub("", found[1]) if found else ""


@lru_cache(maxsize=4_096)
def counted_nouns(text: str) -> frozenset[str]:
    """Stems of the noun that is counted: "how many training courses were held" gives those of "training courses"."""
    counted = _noun(text)
    return frozenset(stem(word.lower()) for word in counted.split()) | frozenset(terms(counted))


@lru_cache(maxsize=4_096)
def head_noun(text: str) -> str:
    """The last word of the noun that is counted, as a term: "meeting" of "how many board meetings were held"."""
    told = terms(_noun(text))
    return told[-1] if told else ""


@lru_cache(maxsize=4_096)
def counts_many(text: str) -> bool:
    """Whether a noun in the plural names what is counted: "how many buy from them" leaves it out."""
    return _noun(text).strip().lower().endswith("s")


def alike(unit: str, asked: frozenset[str]) -> bool:
    """Whether a unit, as a stem, counts one of the things asked for, whatever they are called there."""
    return (
        unit in asked or any(unit in group and group & asked for group in ALIKE) or not asked.isdisjoint(kindred(unit))
    )


@lru_cache(maxsize=4_096)
def counts_people(text: str) -> bool:
    """Whether people are to be counted by what they did, or as the size of a staff."""
    return _PEOPLE_DO.search(text) is not None


@lru_cache(maxsize=4_096)
def counts_holders(text: str) -> bool:
    """Whether those who hold shares are to be counted, or who acts for them."""
    counted = counted_nouns(_VOTED.sub("", text))
    if counted & _HOLDERS and not counted & _HELD:
        return True
    return counts_people(text) and _HOLDERS_DO.search(text) is not None


@lru_cache(maxsize=4_096)
def only_narrows(text: str, head: str) -> bool:
    """Whether what a number counts only says which things are asked for: patents, of "how many patent applications"."""
    said = _NARROWED.search(f" {_noun(text).strip().lower()}")
    if said is None or stem(said[1]) != head:
        return False
    return not alike(stem(said[2]), frozenset({head}))
