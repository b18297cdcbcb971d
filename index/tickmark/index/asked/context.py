"""Sentences beside a question that ask nothing: who asks it and why, how exact it has to be, what is not meant.

"We're looking at the ageing of the workforce. How many people are past fifty? Heads, not a percentage." asks for heads
past fifty: whatever else it says may stand in no label and be missed there. Such sentences are taken out of the words
of the metric only, and only where the question names its metric itself; their company and dates count all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from typing import Final, NamedTuple

from tickmark.index.asked.dates import is_month
from tickmark.index.asked.leading_up import leads_up
from tickmark.index.asked.named_unit import UNITS
from tickmark.index.asked.number import asks_currency, asks_percent_alone
from tickmark.index.asked.parts import parts_asked
from tickmark.index.asked.sentences import asks, clauses, sentences
from tickmark.index.asked.set_aside import SetAside, set_aside
from tickmark.index.asked.telling import leans, without_telling
from tickmark.index.asked.terms import WEAK_CONCEPTS, fillers
from tickmark.index.asked.unwanted import unwanted
from tickmark.index.asked.years import in_each_period
from tickmark.index.words.ordinary import plain
from tickmark.index.words.terms import all_terms, is_concept, terms

__all__ = ["Context", "hangs_on_another", "without_context"]

# one that tells of whoever asks: "We're looking at ...", "For my note on ...", "Following up on ..."
_OF_ASKER: Final = re.compile(
    r"^\W*(?:(?:i|we)(?:['’](?:m|re|ve|d|ll))?|our|my|for|this(?:['’]s| is)|it['’]s for|(?:just )?[a-z]+ing)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"^\W*(?:just|only|not|no need|never mind|nothing)\b|\b(?:i|we)\s+(?:already\s+)?(?:have|know"
    r"|got)\b(?: already)?\W*$",
    re.IGNORECASE,
)
# what an answer has to leave out or to tell all of is no aside
_MATTERS: Final = re.compile(
    r"\b(?:exclud\w*|excl|includ\w*|incl|without|except|other than|apart from|leaving out|add(?:ed)? up|sum"
    r"|total of|respectively|divided by|over|per|times|minus|plus|versus|vs)\b"
    r"|[=/÷]|不含|不包括|除",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    r"\b(?:does|do|did|has|have|had|will|would|can|could) (?:it|they|that|this|those|these)\b"
    r"|\b(?:of|among|between|in|for|to|from|by|with|on|is|was|were|are) (?:it|they|them"
    r"|these|those|this|that)\b"
    r"(?!\s+[a-z]+s?\b)|\b(?:are|were) they(?=\s+[a-z]+(?:ed|en|id|ld|nt|de)\b)"
    r"|\bwhat(?:['’]s| is| was| would be)? (?:left|remains?|remaining)\b|\bwhat do (?:you|we|i) get\b"
    r"|\b(?:the (?:two|latter|former|same|one|ones)|both)\b",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(r"^\W*(?:i\.?e\.?|that is|in other words|meaning)\W", re.IGNORECASE)
_NOT: Final = re.compile(r"\b(?:no|not|never|without|n['’]t)\b|[不非]", re.IGNORECASE)
_PLACE: Final = re.compile(r"(?<=\b(?:in|at) )[A-Z]\w+(?: [A-Z]\w+)*")
_THERE: Final = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )\bthere\b(?! (?:is|are|was|were|be)\b)")
# "The company says that it saves heat. How much coal did it burn?"; its name is taken out by then
_COMPANY_SAYS: Final = re.compile(
    r"^\W*(?:(?:the|this)\s+(?:company|group|firm|issuer|business|manufacturer|producer|maker)\s+)?"
    r"(?:says?|said|claims?|reports?|reckons?|boasts?|states?|tells? us|told us|maintains?|notes?|points? out)\b",
    re.IGNORECASE,
)
# "Hiring has swung at the river-based group. How many did it take on?"
_OF_A_COMPANY: Final = re.compile(
    r"\b(?:the|this)\s+(?:[\w-]+\s+){0,3}?(?:company|group|firm|issuer|business|manufacturer|producer|maker)\b"
    r"(?!['’])",
    re.IGNORECASE,
)
_WHETHER: Final = re.compile(r"^\W*(?:is|are|was|were|do|does|did|has|have|had)\b[^?\d]*\?\s*$", re.IGNORECASE)
_DOES_IT: Final = re.compile(
    r"(?:(?<=\bdid )|(?<=\bdoes )|(?<=\bhas )|(?<=\bhad )|(?<=\bdo ))(?:it|they)\b(?=\s+[a-z])", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[^\W\d_][\w&]*(?:['’-]\w+)*")
# where it was seen or is asked
_CHANNEL: Final = {"slack", "teams", "whatsapp", "wechat", "twitter", "reddit", "linkedin", "bloomberg", "reuters"}
_ENOUGH: Final = 2  # terms that a question names a metric by
_SHORT: Final = 5  # words of an aside that may be all unit: "RMB mn pls"


class Context(NamedTuple):
    """A question without the sentences beside it, and what these say that matters.

    ``percent``: one of them says that per cent is wanted. ``unwanted``: what they set aside ("not per head").
    """

    rest: str
    percent: bool = False
    unwanted: SetAside = SetAside("")


def without_context(text: str, known: Callable[[str], bool] | None = None) -> Context:
    """A question without the sentences beside it that ask nothing.

    Args:
        text: a question without the names of its issuers.
        known: whether a word means something in the filings; a sentence with a name that nothing here knows stays,
            so that a company without filings is seen. Without it none is looked for.
    """
    parts = _of_the_company(_at_that_place(_told_first(text)))
    if leads_up(parts):
        parts = parts[1:]  # "How top-heavy is it? Share of ... in ..."
        text = " ".join(parts)
    asking = [one for one in parts if asks(one)] or _told(parts)
    if len(asking) > 1 and _says_it_all(asking[-1], asking[0]):
        parts = [one for one in parts if one != asking[0]]
        text, asking = " ".join(parts), asking[1:]
    if not asking or len(asking) == len(parts):
        return Context(text)
    if any(map(hangs_on_another, asking)):
        return Context(" ".join(one if one in asking else without_telling(one) for one in parts))
    said = set(_WORDS.findall(" ".join(asking)))
    again = _concepts(" ".join(asking))
    first, enough = parts.index(asking[0]), _named(" ".join(asking)) >= _ENOUGH
    kept = [
        one if one in asking else without_telling(one)
        for place, one in enumerate(parts)
        if one in asking
        or not _asks_nothing(one, place > first, said, enough=enough or _only_says_again(one, again))
        or _has_stranger(one, known)
    ]
    gone = [one for one in parts if one not in kept and without_telling(one) not in kept]
    percent = any(asks_percent_alone(one) and not _NOT.search(one) for one in gone)
    return Context(" ".join(kept), percent, _set_aside(gone, frozenset(terms(" ".join(asking)))))


def _at_that_place(parts: list[str]) -> list[str]:
    """Sentences with the place named in one of them where the question says "there"."""
    for place, sentence in enumerate(parts[1:], 1):
        names = [found[0] for before in parts[:place] for found in _PLACE.finditer(before)]
        if names and asks(sentence):
            parts[place] = _THERE.sub(f"in {names[-1]}", sentence)
    return parts


def _told_first(text: str) -> list[str]:
    """The sentences of a question; one that tells what the company says ends where it leads up to what is asked."""
    parts = clauses(text)
    return parts if len(parts) > 1 and _COMPANY_SAYS.match(parts[0]) else sentences(text)


def _says_it_all(asking: str, before: str) -> bool:
    """Whether a question names all that the one before it names, that only asks whether it moved ("Did rent fall?")."""
    if not _WHETHER.match(before) or hangs_on_another(asking):
        return False
    named = {t for t in terms(before) if t not in fillers() and t not in WEAK_CONCEPTS}
    return bool(named) and named <= set(all_terms(asking))


def _of_the_company(parts: list[str]) -> list[str]:
    """Sentences with the company for "it" in the question, where one before it speaks of the company."""
    for place, sentence in enumerate(parts[1:], 1):
        if asks(sentence) and any(
            _COMPANY_SAYS.match(before) or _OF_A_COMPANY.search(before) for before in parts[:place]
        ):
            parts[place] = _DOES_IT.sub("the company", sentence)
    return parts


def _is_unwanted(sentence: str) -> bool:
    found = unwanted(sentence)
    return found is not None and not found.rest.strip()


def _told(parts: Sequence[str]) -> list[str]:
    """What is asked for without a question, all but the asides behind it ("I need the costs. Just those of May.")."""
    asides = [one for one in parts[1:] if _ASIDE.search(one)]
    return [one for one in parts if one not in asides]


def _set_aside(gone: Sequence[str], asked: frozenset[str]) -> SetAside:
    """What sentences set aside; nothing that is ``asked`` for as well ("staff turnover: the rate, not the staff")."""
    found = [set_aside(one, alone=True) for one in gone]
    named = (one.terms for one in found if one.terms and not one.terms & asked)
    return SetAside("", frozenset().union(*named), any(one.amount for one in found), any(one.share for one in found))


def hangs_on_another(sentence: str) -> bool:
    """Whether a sentence that asks names nothing itself, or points back to another one."""
    return leans(sentence) or _POINTS_BACK.search(sentence) is not None


def _named(text: str) -> int:
    return len({t for t in terms(text) if t not in fillers() and t not in WEAK_CONCEPTS and not t.isdigit()})


def _asks_nothing(sentence: str, behind: bool, said: Set[str], *, enough: bool) -> bool:
    """Whether a sentence may go: of the asker, an aside ``behind`` the question, one of no name but those ``said``."""
    if (
        sentence[:1] in "(（"
        or (_MATTERS.search(sentence) and not (_AGAIN.match(sentence) or _is_unwanted(sentence)))
        or in_each_period(sentence)
        or _says_unit(sentence)
    ):
        return False
    parts = parts_asked(sentence)
    if parts is not None and parts.outright:
        return False
    return _OF_ASKER.match(sentence) is not None or (enough and (behind or said >= set(_names(sentence))))


def _only_says_again(sentence: str, asked: Set[str]) -> bool:
    """Whether all that the glossary knows of a sentence is ``asked`` for ("Rents have jumped. What rent ...")."""
    named = _concepts(sentence)
    return bool(named) and named <= asked


def _concepts(text: str) -> frozenset[str]:
    return frozenset(term for term in terms(text) if is_concept(term) and term not in WEAK_CONCEPTS)


def _says_unit(sentence: str) -> bool:
    words = _WORDS.findall(sentence)
    return len(words) <= _SHORT and (UNITS.search(sentence) is not None or asks_currency(sentence, None))


def _names(sentence: str) -> list[str]:
    """Words with a capital letter behind the first word."""
    return [word for word in _WORDS.findall(sentence)[1:] if word[0].isupper()]


def _has_stranger(sentence: str, known: Callable[[str], bool] | None) -> bool:
    return known is not None and any(_strange(word.lower(), known) for word in _names(sentence))


def _strange(word: str, known: Callable[[str], bool]) -> bool:
    concepts = all(is_concept(term) or term in fillers() for term in terms(word))
    return not (word in _CHANNEL or known(word) or plain(word) or is_month(word) or concepts)
