"""Whether a question asks for the parts of a whole, by what it divides it, and the question put as plainly as a label.

"How old were the people hired?", "the age pyramid of new hires" and "hires in every age bracket" are all "hires by
age". The forms in which people ask for parts are few; what a whole can be divided by is data (``dimensions.toml``).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from tickmark.index.words.terms import terms

__all__ = ["AskedParts", "dimension_terms", "dimensions_in", "divided_alike", "parts_asked"]


class AskedParts(NamedTuple):
    """What a question says of parts.

    ``by`` are the dimensions that it names, none where it asks for "each of them". ``plain`` is the question without
    the words that only ask for parts, and with its dimension as a label has it ("by age"). ``outright``: its words say
    that parts are wanted; else only a table that is divided so can tell ("where are the suppliers located?").
    """

    by: frozenset[str]
    plain: str
    outright: bool


@cache
def _dimensions() -> tuple[dict[str, str], frozenset[str]]:
    """The dimension of each word for one, and those that stand apart from the others."""
    raw = tomllib.loads((files("tickmark.index") / "data" / "dimensions.toml").read_text("utf-8"))
    words = {word: name for name, entry in raw.items() for word in (*entry["en"], *entry["zh"])}
    return words, frozenset(name for name, entry in raw.items() if entry.get("apart"))


def divided_alike(asked: frozenset[str], printed: frozenset[str]) -> float:
    """How well what a group is divided by goes with what was asked for: 1 the same, 0.5 near it, 0 another thing.

    A type may be a method or a level; an age, a place or a sex is nothing else.
    """
    if asked & printed:
        return 1.0
    apart = _dimensions()[1]
    return 0.5 if asked - apart and printed and not printed & apart else 0.0


@cache
def _words(*, chinese: bool) -> str:
    """The words for dimensions as alternatives, the longest first."""
    found = sorted((w for w in _dimensions()[0] if w.isascii() != chinese), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in found)


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words(chinese=False)})\b|{_words(chinese=True)}", re.IGNORECASE)


def dimensions_in(text: str) -> frozenset[str]:
    """The dimensions that a text names ("treatment method")."""
    known = _dimensions()[0]
    return frozenset(known[re.sub(r"[\s-]+", " ", found[0].lower())] for found in _any_word().finditer(text))


@cache
def dimension_terms(dimension: str | None = None) -> frozenset[str]:
    """The terms of the single words for a dimension; for any, where none is given."""
    words = (word for word, name in _dimensions()[0].items() if " " not in word and dimension in {None, name})
    return frozenset(term for word in words for term in terms(word))


_COUNTING: Final = (
    r"(?:how (?:many|much|large|big|high)|(?:the )?(?:numbers?|counts?|amounts?|quantit(?:y|ies)|volumes?"
    r"|tonn(?:es?|ages?)|figures?|values?|percentages?))"
)
_TIMES: Final = r"(?:years?|quarters?|months?|weeks?|days?|periods?|halves|half|time)"
_SPENT: Final = r"(?:spent|used|allocated|applied|invested|laid\s+out|handled|treated|dealt\s+with|disposed\s+of)"
_WHICH: Final = r"(?:\b(?:at|in|to|from|by|for|on|through|into)\s+)?\b(?:which|what)\s+"
_FEW: Final = r"(?:(?!(?:the|an?|of|in|for|to|at|on|by|with|and|or)\s)[\w-]+\s+){0,2}?"
_MOST: Final = r"\b(?:most|least|(?:high|low|larg|small|bigg|great|few)est)\b"
# what is counted of each: "how much by each", "a number for every one of them", "figures for both"
_OF_EACH: Final = (
    rf"(?:\b(?:a|one|the)\s+)?(?:\b{_COUNTING}\s+)?(?:(?:are|were|is|was|did|does|do|they|it|there)\s+)*"
    r"(?:\b(?:of|in|at|by|for|from|to|on|under)\s+)?\b(?:"
    r"(?:each|every)\s+(?:one|kind|sort|type|category|item|entry|of\s+(?:them|these|those)"
    rf"(?!\s+(?:\w+\s+)?{_TIMES}\b))|each(?=\s*[?.!,;)]|\s*$)|all\s+of\s+them)"
    r"(?:\s+with\s+(?:its|the|an?)\s+(?:amount|number|value)s?)?"
)
# whether anything of the kind is said
_DISTRIBUTED: Final = re.compile(
    r"\b(?:each|every|both)\b|\ball\s+of\s+them|\bwhich\b.*\bhow\s+(?:many|much)\b", re.IGNORECASE
)
# what is reckoned with several things asks for no parts, unless it is said of each
_RECKONED: Final = re.compile(
    r"\b(?:what|which)\s+(?:%|percent\w*|share|proportion|part|portion|fraction)\s+of\b|\bhow\s+many\s+times\b"
    r"|\bratio\b"
    r"|\bdifference\b|\bgap\b|\b(?:more|fewer|less|higher|lower|larger|smaller)\b.*\bthan\b|\b(?:combined|together"
    r"|altogether)\b"
    r"|\b(?:sum|total)\s+of\b",
    re.IGNORECASE,
)
# who does it ("held by third parties"), unless a plain dimension follows ("treated by method"); a quotient of holders
_DONE_BY: Final = re.compile(
    r"(?<=\s)(?P<done>(?!(?:split|grouped|sorted|divided|classified|categori[sz]ed|listed|spread)\b)"
    r"(?:\w+ed|held|made|paid|run|led|won|sold|built|bought))\s+by\b"
    r"(?!\s+(?:age|gender|sex|region|type|kind|category|method|treatment|department|level|grade|substance|disposal)\b)",
    re.IGNORECASE,
)
_PER_HOLDER: Final = re.compile(r"\baverage\b.{1,60}\bper\s+(?:\w+\s+)?\w*holder\b", re.IGNORECASE)
_EACH: Final = re.compile(r"\b(?:each|every|per)\b|\b(\w{3,}) by \1\b", re.IGNORECASE)


_LOOKING: Final = re.compile(
    r"\bwhat\s+(?:does|do|did)\b|\blook(?:s|ed)?\s+like\b|\blist\b(?=.*\bwith\b)", re.IGNORECASE
)


@cache
def _first_words() -> frozenset[str]:
    """The first word of each English word for a dimension: a text with none of them names no dimension in English."""
    return frozenset(re.split(r"\W", word, maxsplit=1)[0] for word in _dimensions()[0] if word.isascii())


class _Form(NamedTuple):
    """A form of asking for parts, the dimensions it names without a word for one, and when it counts."""

    pattern: re.Pattern[str]
    worded: bool  # only with an English word for a dimension
    by: frozenset[str]
    outright: bool
    counted: bool  # only where something is to be counted of each
    put: str  # in its place


def _form(pattern: str, *by: str, outright: bool = True, counted: bool = False, put: str = " ") -> _Form:
    worded = _words(chinese=False) in pattern
    return _Form(re.compile(pattern, re.IGNORECASE), worded, frozenset(by), outright, counted, put)


@cache
def _forms() -> tuple[_Form, ...]:
    noun, zh = rf"(?P<by>{_words(chinese=False)})", rf"(?P<by>{_words(chinese=True)})"
    return (
        _form(rf"\b{noun}\s+(?:by|for)\s+(?P=by)\b"),
        _form(
            r"\b(?:(?:split|broken\s+down|break\s+down|divided?|sorted|grouped|spread|distributed)\s+(?:up\s+)?)?"
            rf"(?:by|per|(?:across|between|among(?!\s+all\b)|(?<=spread\s)over|(?<=split\s)over"
            rf"|(?<=distributed\s)over)(?:\s+the)?)\s+(?:(?:all|different|various|its)\s+)*{_FEW}{noun}\b(?!-\w)"
        ),
        _form(
            r"(?:\b(?:for|of|in|at|from|on|with|to|has|have|did|does|do)\s+)?\b(?:each|every)(?:\s+single|\s+one)?\s+"
            rf"(?:of\s+(?:the|these|those|its)\s+)?{_FEW}{noun}\b"
        ),
        _form(
            rf"\b(?:at|in|for|of|across|over|on)\s+(?:the|its)\s+(?:various|different|individual"
            rf"|respective)\s+{_FEW}{noun}\b"
        ),
        _form(rf"\b(?:in\s+terms\s+of|according\s+to)\s+{_FEW}{noun}\b"),
        _form(rf"\b{noun}[\s-](?:mix|split|spread|structure|profile|pyramid|distribution|composition|breakdown)\b"),
        _form(rf"\b{noun}[- ]wise\b"),
        _form(rf"\b(?:for|in|list|name)\s+all\s+(?:the\s+)?{_FEW}{noun}(?<=s)\b"),
        _form(
            rf"[,:;(]\s*all\s+(?:the\s+|its\s+)?{noun}(?<=s)\b,?\s*\(?(?:incl(?:uding\b|uded\b|\.|\b)|even|also"
            rf"|and)\s+[\w-]+(?:\s+ones?)?\b"
        ),
        _form(rf"{_WHICH}(?:kinds?|sorts?|types?|categories)\s+of\b", "type", counted=True),
        _form(rf"{_WHICH}{_FEW}{noun}\b", counted=True),
        _form(rf"{_WHICH}{_FEW}{noun}(?<=s)\b(?!.*{_MOST})", outright=False),
        _form(
            r"\bhow\s+old\s+(?:are|were)\b|\b(?:the\s+)?ages\s+of\b|\b(?:at\s+)?what\s+ages?\s+(?:are|were)\b",
            "age",
            outright=False,
        ),
        _form(
            r"(?:^|[,:;]\s*)where(?:\s+(?:are|were|is|was|did|do|does))?\b"
            r"(?!.*\b(?:headquarter|head office|listed|registered|incorporated|held|take place|took place)\w*)",
            "region",
            "method",
            outright=False,
        ),
        _form(
            r"\bwhat\s+(?:did|do|does|was|were|is|has|have)\b(?P<who>.{1,60}?)\b(?:spen[dt]|go(?:es|ne)?|went)\s+"
            r"(?:on|into|towards?|for)(?=\s*[?,.;:]|\s*$)",
            "type",
            outright=False,
            put=r" \g<who> ",
        ),
        _form(
            rf"\bhow\s+(?:was|were|is|are)\b(?P<who>.{{1,80}}?)\b{_SPENT}\b",
            "type",
            "method",
            outright=False,
            put=r" \g<who> ",
        ),
        _form(
            r"\b(?:what|who|which)\b(?:\s+\w+){0,2}\s+(?:makes?|made)\s+up\b|\b(?:is|are|was|were)\s+made\s+up\s+of\b",
            "type",
            outright=False,
        ),
        _form(r"\bthe\s+individual\s+(?=[a-z]+s\b)", "type", outright=False),
        _form(
            r"\b(?P<one>men|males?|women|females?)\b(?!\s+than\b).{1,20}?\b(?!(?P=one))(?:men|males?|women|females?)\b",
            "gender",
            outright=False,
        ),
        _form(
            r"\bhow\s+(?:did|do|does|have|has|were|are)\b(?P<who>.{1,60}?)\bvote[sd]?\b"
            r"(?:\s+(?:cast|split|fall|go|come\s+out|divide[d]?|distributed)\b)?",
            "vote",
            outright=False,
            put=r" \g<who> votes ",
        ),
        _form(
            r"\b(?:voting|vote|poll|ballot)\s+(?:results?|outcomes?|tall(?:y|ies)|counts?|split|figures)\b"
            r"|\b(?:results?|outcomes?|tally)\s+of\b(?=.{1,60}\b(?:votes?|poll|ballot|voting)\b)|\btally\b"
            r"|\beach\s+way\b",
            "vote",
            outright=False,
            put=" votes ",
        ),
        _form(r"(?:投票|表决)(?:结果|情况)", "vote", outright=False, put="投票"),
        _form(r"男女|男性?(?:和|与|及|、)女性?", "gender", outright=False),
        _form(rf"按(?:照)?{zh}"),
        _form(rf"(?:各个?|每[个個]?|不同(?:的)?){zh}"),
        _form(r"明细|构成|分布(?:情况)?|各自"),
        _form(_OF_EACH),
        _form(
            r"\b(?:breakdown|break(?:s|ing)?\s+down|broken\s+(?:down|out)|splits?|divide[sd]?(?!\s+by\b)(?:\s+up)?"
            r"|composition|make-?up|itemi[sz](?:e[ds]?|ation)"
            r"|consist(?:s|ed)?(?:\s+of)?|compos(?:ed|ing)|compris(?:e[sd]?|ing))\b"
            r"(?:\s+(?:of|up|between|among|into|across|over)\b)?"
        ),
    )


def parts_asked(text: str) -> AskedParts | None:
    """What a question asks for in parts; None where it has no form of doing so, or reckons with several things."""
    if (_RECKONED.search(text) and not _EACH.search(text)) or _PER_HOLDER.search(text):
        return None
    text = _DONE_BY.sub(r"\g<done>", text)
    known, by, outright, found = _dimensions()[0], frozenset[str](), False, False
    distributed, plain = _DISTRIBUTED.search(text) is not None, text
    worded = not _first_words().isdisjoint(re.findall(r"\w+", text.casefold()))
    for form in _forms():
        possible = (worded or not form.worded) and (distributed or not form.counted)
        at = form.pattern.search(plain) if possible else None
        if at is None:
            continue
        named = at.groupdict().get("by")
        by |= form.by | ({known[re.sub(r"[\s-]+", " ", named.lower())]} if named else set())
        outright, found = outright or form.outright, True
        plain = f"{plain[: at.start()]}{at.expand(form.put)}{plain[at.end() :]}"
    if not found:
        return None
    plain = re.sub(r"\s+", " ", _LOOKING.sub(" ", plain)).strip(" ,;:.?!–—-")
    return AskedParts(by, " ".join((plain, *(f"by {name}" for name in sorted(by - {"vote"})))), outright)
