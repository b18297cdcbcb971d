"""What a question leaves out ("raw materials other than steel"): the figure of that very thing is not the answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from tickmark.index.issuers.places import is_place
from tickmark.index.words.analysis import STOP_WORDS
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import all_terms, is_concept, terms

__all__ = [
    "ONE_OFFS",
    "SO_FAR",
    "LeftOut",
    "adds_up",
    "left_out",
    "left_out_behind",
    "names_left_out",
    "says_it_leaves_out",
    "without_asked",
]

_SAID: Final = re.compile(
    r"[(,]?\s*\b(?:other than|apart from|aside from|not counting)\s+"
    r"(?P<what>(?:(?!\b(?:in|for|at|by|of|during|as)\b)[^,;.?!()]){2,40})\)?"
    r"|[,;(–-]\s*(?:and\s+)?not\s+the\s+(?P<other>[^,;.?!()]{2,40}?)\s+(?:one|ones|figures?|numbers?|version|basis"
    r"|kind)\b\)?"
    r"|[(,]?\s*\b(?:leaving|setting|putting)\s+(?P<aside>[^,;.?!()]{2,40}?)\s+"
    r"(?:aside|to\s+one\s+side|out\s+of\s+(?:it|the\s+picture))\)?"
    # "materials that aren't clays"; what has not been done ("that are not pledged") is a state
    r"|\bthat\s+(?:are|is|were|was)(?:n['’]t|\s+not)\s+(?P<not>(?!\w+(?:ed|ing|ous)\b)(?:[a-z]+\s+){0,2}?[a-z]+s)"
    r"(?=\s*(?:[?,.;]|$)|\s+(?:pass|passed|got|came|met|made|were|was|did|in|at|by|for|of|during)\b)"
    r"|除(?P<zh>[\u4e00-\u9fff]{1,12}?)(?:之外|以外|外)的?",
    re.IGNORECASE,
)
# "how much was fired, leaving out seconds, in May", "the glazed ones, i.e. excluding tiles"
_MIDST: Final = re.compile(
    r"[(,–-]\s*(?:(?:i\.?e\.?|that is|so)\s*,?\s+)?(?:but\s+)?"
    r"(?:leaving (?:out|aside)|without counting|disregarding"
    r"|(?<=\s)(?:i\.?e\.?|that is),?\s+(?:excluding|without|not|neither))\s+"
    r"(?:the\s+|any\s+|its\s+)?(?P<midst>[^,;.?!()]{3,40}?)\s*(?:[),]|(?=\s*(?:[?.;!]|$)))",
    re.IGNORECASE,
)
_RATE: Final = re.compile(r"\b(?:percent\w*|share|proportion|rate|ratio|average)\b|%", re.IGNORECASE)
_REMAINING: Final = re.compile(r"\b(?:remaining|rest of (?:the|its|their))\b", re.IGNORECASE)
# "non-clay materials" of several words; those of one are names of their own
_NON: Final = re.compile(r"\bnon-(?P<what>[a-z]+(?:-[a-z]+)+)\b", re.IGNORECASE)
# "non rare earth materials", "non-hazardous waste": what is called by the word alone is not meant
_NON_WORD: Final = re.compile(
    r"(?<!before )(?<!after )(?<!excluding )(?<!without )\bnon[-\s](?P<what>[a-z]{3,})\b", re.IGNORECASE
)
_BRACKETS: Final = re.compile(
    r"\((?:not (?:including|counting|incl\.?)|excluding|excl\.?|ex|without)\s+(?:the\s+|any\s+)?"
    r"(?P<what>[^(),;]{3,40})\)",
    re.IGNORECASE,
)
# "pass rate ex tiles", "staff excluding drivers"
_AT_THE_END: Final = re.compile(
    r"(?<![\w-])(?<!i\.e\. )(?<!ie )(?<!i\.e\., )(?:excluding|excl\b\.?|ex\b\.?)\s+(?:the\s+|any\s+)?"
    r"(?P<what>[a-z][^,;.?!()]{2,40}?)(?=\s*(?:[(,;?!.]|$))",
    re.IGNORECASE,
)
# "Leaving out the north and the east, how many ...?"
_FIRST: Final = re.compile(
    r"^\W*(?:(?:leaving (?:out|aside)|excluding|except(?:ing)?(?: for)?|besides|aside from|apart from|other than"
    r"|setting aside|putting aside|not counting|without counting|ignoring|disregarding|forgetting(?: about)?)\s+"
    r"(?P<what>[^?;:]{2,80}?)"
    # "leaving clay aside", "if you take the north out of it", "clay aside"
    r"|(?:(?:if )?(?:you |we |one )?(?:leav(?:e|ing)|sett?(?:ing)?|putt?(?:ing)?|tak(?:e|ing)|keep(?:ing)?)\s+)?"
    r"(?P<apart>[^?;:,]{2,60}?)\s+(?:aside|out of (?:it|the (?:picture|count|sum))|to one side|apart))"
    r",\s+(?=(?:how|what|which|who)\b)",
    re.IGNORECASE,
)
_OUTSIDE: Final = re.compile(r"\boutside(?:\s+of)?\s+(?:mainland\s+|the\s+)?(?P<place>[A-Za-z]+)\b", re.IGNORECASE)
_SAYS_SO: Final = re.compile(
    r"\b(?:other|others|than|non|not|excluding|excl|except|without|apart|outside|overseas)\b|其他|其它|除|非|不含|不包括",
    re.IGNORECASE,
)
ONE_OFFS: Final = frozenset({"NON_RECURRING"})
SO_FAR: Final = frozenset({"SO_FAR"})
_ADJUSTED: Final = ONE_OFFS | {"EXCLUDING"}  # what leaves something out by its name
_ADDS_UP: Final = re.compile(
    r"\b(?:running|cumulative(?:ly)?|accumulated|aggregated?|to[- ]date|since|so far)\b|累计|累計", re.IGNORECASE
)
_EMPTY: Final = frozenset(map(stem, STOP_WORDS))
# "profit after deducting one-offs", "burnt (without heat recovery)": what a label says that it is not about
_WITHOUT: Final = re.compile(
    r"\b(?:after deducting|before|excluding|excl\.|exclusive of|without|net of|other than)\s+"
    r"(?P<what>[^,;()（）]{3,60})",
    re.IGNORECASE,
)
_ASKS_WITHOUT: Final = re.compile(
    r"\b(?:before|after|pre|ex|excl|w/o|exclud\w*|without|no|not|other than|apart|except|less|minus|deduct\w*|adj"
    r"|adjusted|core|underlying|strip\w*|net of(?! tax)|aside|removed"
    r"|(?:taken?|left|leave|leaving|taking|keep|keeping|kept) out)\b|n['’]t\b|[扣除剔前后後未不无無]",
    re.IGNORECASE,
)


class LeftOut(NamedTuple):
    """The terms of what is left out, and the question without those words."""

    terms: frozenset[str]
    rest: str


def left_out(text: str) -> LeftOut:
    """What a question leaves out; nothing where it does not say so, or says nothing else.

    "Sales outside Norway" are those overseas, and none of Norway's.
    """
    abroad = _OUTSIDE.search(text)
    if abroad is not None and is_place(abroad["place"]):
        return LeftOut(frozenset(terms(abroad["place"])), f"{text[: abroad.start()]} overseas {text[abroad.end() :]}")
    found = _FIRST.match(text) or _SAID.search(text) or _MIDST.search(text)
    if found is None:
        return LeftOut(_named_by_non(text), text)
    what = frozenset(terms(" ".join(filter(None, found.groups())))) - _EMPTY
    if what and what <= _ADJUSTED and found.re is not _SAID:
        return LeftOut(frozenset(), text)  # what one-offs are left out of goes by that name
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if _RATE.search(rest):  # that of what is left is printed as that of the others; a number of them is worked out
        rest = _REMAINING.sub("other", rest)
    return LeftOut(what, rest) if what and set(terms(rest)) - _EMPTY else LeftOut(frozenset(), text)


def _named_by_non(text: str) -> frozenset[str]:
    """The terms of what follows "non"; a name of its own ("non-executive directors") is no leaving out."""
    if other := _NON.search(text):
        return frozenset(terms(other["what"].replace("-", " ")))
    other = _NON_WORD.search(text)
    if other is None or any(map(is_concept, terms(other[0]))):
        return frozenset()
    return frozenset(term for term in terms(other["what"]) if not is_concept(term))


def left_out_behind(text: str) -> frozenset[str]:
    """The terms of what a question leaves out in brackets or at its end: "(excluding part-time)", "ex drivers".

    One-offs are not named so.
    """
    found = _BRACKETS.search(text) or _AT_THE_END.search(text)
    what = frozenset(terms(found["what"])) - _EMPTY if found else frozenset[str]()
    return what if what.isdisjoint(_ADJUSTED) else frozenset()


@lru_cache(maxsize=65_536)
def names_left_out(label: str, what: frozenset[str]) -> bool:
    """Whether a label names what was to be left out, and does not leave it out itself ("other raw materials").

    One-offs (:data:`ONE_OFFS`) are another matter: where they are to be included, a label that leaves them out is not
    meant either. :data:`SO_FAR` stands for whatever adds up several periods.
    """
    if what >= SO_FAR:
        return adds_up(label) or names_left_out(label, what - SO_FAR)
    if not what or not what <= all_terms(label):
        return False
    return what <= _ADJUSTED or _SAYS_SO.search(label) is None


def without_asked(label: str, asked: Collection[str], question: str) -> bool:
    """Whether a label says that it leaves out what is asked for: "profit before one-offs" tells none of the one-offs.

    Not where the question leaves something out itself.
    """
    return any(
        not what.isdisjoint(asked) and (what <= set(asked) or any(is_concept(term) and term in asked for term in what))
        for what in _without(label)
    ) and not _ASKS_WITHOUT.search(question)


@lru_cache(maxsize=65_536)
def _without(label: str) -> tuple[frozenset[str], ...]:
    """The terms of what a label says that it leaves out, as far as it says no more of them."""
    found = tuple(_WITHOUT.finditer(label))
    said = frozenset(terms(_WITHOUT.sub(" ", label))) if found else frozenset()
    return tuple(what for one in found if (what := frozenset(terms(one["what"])) - _EMPTY - said))


def says_it_leaves_out(words: str) -> bool:
    """Whether words say that something is left out, or that they are about the others."""
    return _SAYS_SO.search(words) is not None


def adds_up(words: str) -> bool:
    """Whether words speak of a sum over several periods: a running total, what was spent since some year."""
    return _ADDS_UP.search(words) is not None
