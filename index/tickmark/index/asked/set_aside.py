"""What a question does not want, by its own words: "amount, not the percentage", "one-offs included".

The clause is no part of the metric: its words are missed in no label, and its periods are not asked for. What it names
speaks against figures that name it: a share where an amount is wanted, and what leaves one-offs out where they are
included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tickmark.index.asked.left_out import ONE_OFFS, SO_FAR, adds_up
from tickmark.index.asked.terms import fillers, or_before
from tickmark.index.asked.unwanted import Unwanted, unwanted
from tickmark.index.words.analysis import STOP_WORDS
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import terms

__all__ = ["SetAside", "both", "set_aside"]

_END: Final = r"(?:\)|(?=\s*(?:[,;.?!(–—？！。，、；]|\s-\s|$)))"
_WHAT: Final = r"(?P<{}>(?:(?!\s-\s)[^,;.?!()–—]){{1,45}}?)"
_NOT = re.compile(
    r"(?:(?:[,;:(–—]|\s-)\s*(?:and\s+|but\s+|i\.?e\.?\s+)?not\b(?!\s+(?:including|counting|incl|yet|more|less|only"
    r"|at(?!\s+(?:the\s+|any\s+)?(?:[\w-]+\s+){0,3}meetings?\b)))(?:\s+(?:just|only|merely|in|as|by|for|at))?"
    r"|\s*\b(?:and\s+|but\s+)?not\s+(?:in\s+|as\s+|for\s+)?(?=(?:the|a|an|its|their|just|%|percent|pct|percentages?"
    r"|rmb)(?![\w-]))(?:(?:just|only)\s+)?"
    r"|[,;:(–—]?\s*\b(?:rather than|instead of|as opposed to|as distinct from|never mind|(?:please\s+)?ignor(?:e"
    r"|ing))(?:\s+(?:just|only|in|as))?)"
    r"\s*(?:(?:the|a|an|any|its|their)\s+)*"
    + _WHAT.format("what")
    + _END
    + r"|[,，、（(]?\s*(?:而不是|不是|而非|并非|並非|不要|唔要|唔係)(?P<zh>[\u4e00-\u9fff%]{1,10})[)）]?",
    re.IGNORECASE,
)
_ONE_OFFS: Final = (
    r"(?:(?:any|all|the)\s+)?(?:one-?\s?offs?|one-?\s?time|exceptionals?|non-?\s?recurring|extraordinar(?:y|ies)"
    r"|special|unusual)"
    r"(?:\s+(?:items?|gains?|losses|charges|and|or|&))*"
)
# "before one-offs" alone leaves them out; before they are left out, they are in
_LEAVING_OUT: Final = r"(?:strip|stripp|tak|back|deduct|remov|exclud|adjust|net|nett|separat)e?"
_OUT: Final = r"(?:\s+(?:out|off|away|for))?"
_INCLUDED = re.compile(
    rf"[,;(–—-]*\s*\b(?:(?:including|incl\.?|inclusive of|counting|with|before {_LEAVING_OUT}ing{_OUT})\s+{_ONE_OFFS}"
    r"(?:\s+(?:still\s+|all\s+)?(?:included|in there|counted))?"
    rf"|before\s+{_ONE_OFFS}\s+(?:are|is|were|was|get|being|having been)\s+{_LEAVING_OUT}(?:ed|en|ped)?{_OUT}"
    rf"|{_ONE_OFFS}\s+(?:included|incl\.?|in|counted|and all)|un-?adjusted|before adjustments?)"
    + _END
    + r"|(?:含|包括|包含|计入|計入)(?:了)?(?:非经常性损益|非經常性損益|一次性(?:项目|項目|损益|損益))"
    r"|未扣(?:除)?非(?:经常性损益|經常性損益)?",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"[,;(–—-]*\s*\b(?:in|as)\s+(?:an?\s+)?absolute(?:\s+(?:terms|numbers?|figures?|amounts?|values?))?\b\)?"
    r"|\babsolute\s+(?=(?:amount|number|figure|value|level|change|increase|decrease|rise|fall|drop|growth"
    r"|difference)s?\b)|绝对(?:值|数|額|额)|絕對(?:值|數|額)",
    re.IGNORECASE,
)
# "just 2023 on its own": the year alone
_ON_ITS_OWN = re.compile(
    r",?\s*\b(?:(?:all\s+)?on\s+(?:its|their)\s+own|by\s+(?:itself|themselves)|in\s+isolation|taken\s+alone)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"^\W*(?:%|per\s?cents?|percentages?|pct|share(?!s)|proportions?|ratios?|rates?|百分比|百分率|占比|佔比|比例|%)\b.*$|^\W*%\W*$",
    re.I,
)
_AMOUNT = re.compile(
    r"^\W*(?:rmb|yuan|cny|usd|absolute|amounts?|money|values?|numbers?|counts?|headcounts?|figures?|sums?|金额|金額|数量|數量"
    r"|人数|人數)"
    r"(?:\s+(?:amounts?|values?|numbers?|figures?|terms|of\b.*))?\W*$",
    re.IGNORECASE,
)
_EMPTY: Final = frozenset(map(stem, STOP_WORDS))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A question without what it sets aside. ``terms``: what an answer may not name.

    ``amount``: no share is wanted; ``share``: nothing else is.
    """

    rest: str
    terms: frozenset[str] = frozenset()
    amount: bool = False
    share: bool = False


def both(one: SetAside, other: SetAside) -> SetAside:
    """What is set aside within a question and beside it."""
    amount = one.amount or (other.amount and not one.share)
    return SetAside(one.rest, one.terms | other.terms, amount, not amount and (one.share or other.share))


def set_aside(text: str, *, alone: bool = False) -> SetAside:
    """What a question does not want, by its own words; a clause without which nothing is left to ask for stays.

    Args:
        text: a question, or a sentence beside it.
        alone: it is such a sentence, of which nothing has to be left.
    """
    rest, amount = or_before(_ABSOLUTE.sub(" ", text), text), _ABSOLUTE.search(text) is not None
    rest = or_before(_ON_ITS_OWN.sub(" ", rest), rest)
    included = or_before(_INCLUDED.sub(" ", rest), rest)
    aside = ONE_OFFS if included != rest else frozenset[str]()
    found = unwanted(included) or _clause(included)
    bare = or_before(found.rest, included) if found else included
    if found is None or (bare == included and not alone) or set(terms(found.what)) == ONE_OFFS:
        return SetAside(included, aside, amount)  # what one-offs are left out of goes by that name
    what = found.what.strip()
    if _SHARE.match(what):
        return SetAside(bare, aside, amount=True)
    if _AMOUNT.match(what):
        return SetAside(bare, aside, share=not amount)
    if adds_up(what):
        return SetAside(bare, aside | SO_FAR, amount)
    named = frozenset(terms(what)) - _EMPTY - fillers()
    # what is wanted may well be named in both ("women, not women managers")
    return SetAside(bare, aside | (named if alone or not named <= set(terms(bare)) else frozenset()), amount)


def _clause(text: str) -> Unwanted | None:
    """The clause of a question that says "not" of something, and the question without it."""
    found = _NOT.search(text)
    return Unwanted(found["what"] or found["zh"], f"{text[: found.start()]} {text[found.end() :]}") if found else None
