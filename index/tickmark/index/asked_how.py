"""How a question wants to be answered, apart from what it asks: "If data is not available, return 'N/A'.", "(in USD)".

Instructions are no content: a filing that prints "return" or "available" is no nearer to the question. They are taken
out before the question is understood. What they say that matters is kept: the currency that the answer has to be in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Instructed", "instructions", "topic", "without_currency", "without_places"]

_REPLY: Final = r"(?:return|answer|say|reply|respond|write|give|output|state|put|use|exclude|print|leave)"
# a whole sentence about what to do when ("If there is no mention, return False.", "Return N/A if nothing is found.")
_CONDITION = re.compile(
    rf"(?:(?<=[.?!;,])|^)\s*(?:and\s+)?(?:please\s+)?"
    rf"(?:(?:if|when|where|in\s+case|unless|otherwise)\b[^.?!]*?\b{_REPLY}\b[^.?!]*"
    r"|(?:return|answer|say|reply|respond|output|write)\b[^.?!]*?\b(?:if|when|otherwise)\b[^.?!]*)(?:[.?!]+|$)",
    re.IGNORECASE,
)
# a sentence about the form of the answer ("Answer in USD millions.", "Give me the title of the position.")
_FORM_OF_ANSWER = re.compile(
    r"(?<=[.?!])\s*(?:please\s+)?(?:(?:answer|respond|reply)\b|(?:return|output)\s+(?:only|just|the\s+(?:answer|number|value))\b"
    r"|round\b|give\s+(?:me\s+)?(?:only\s+|just\s+)?(?:the\s+)?(?:title|answer|number|value|names?)\b)[^.?!:]*(?:[.?!]+|$)",
    re.IGNORECASE,
)
_ASIDE_OF_TIME = re.compile(
    r"\(\s*(?:with)?in\s+the\s+(?:last|latest|reporting)\s+(?:period|year)\b[^()]*\)"
    r"|\bwithin\s+the\s+last\s+period\s+or\s+at\s+the\s+end\s+of\s+the\s+last\s+period\b",
    re.IGNORECASE,
)
_REPORT: Final = (
    r"(?:the\s+|its\s+|their\s+|this\s+)?(?:company['’]s\s+)?(?:latest\s+|annual\s+|financial\s+|provided\s+)*"
    r"(?:reports?|filings?|documents?)"
)
# where the answer is to be looked for
_PLACES: Final = (
    re.compile(rf"^\W*(?:according\s+to|based\s+on|as\s+per|per)\s+{_REPORT}\s*,?", re.IGNORECASE),
    re.compile(
        r"\bat\s+the\s+end\s+of\s+the\s+(?:reporting\s+|fiscal\s+)?period\s+(?:as\s+)?(?:listed|stated|covered|reported|given)\b"
        rf"(?:\s+(?:in|by)\s+{_REPORT})?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:as\s+)?(?:mentioned|listed|stated|disclosed|reported|described|given|outlined)\s+(?:in|by)\s+" + _REPORT,
        re.IGNORECASE,
    ),
    re.compile(rf"\bin\s+{_REPORT}(?=\s*[?.,]|\s*$)", re.IGNORECASE),
    re.compile(r"\b(?:as\s+)?(?:mentioned|listed|stated|described|given|outlined)(?=\s*[?.]|\s*$)", re.IGNORECASE),
)
_ONE_SHARE = re.compile(
    r"\ba (?=share\b(?!\s+class))"
)  # "announce a share buyback": an article, not the class of A shares
_LEAD = re.compile(r"\bthe\s+(?:value|names?|amount)\s+of\s+(?:the\s+|all\s+)*", re.IGNORECASE)
_CODES: Final = (
    r"(?:USD|EUR|GBP|JPY|CNY|RMB|HKD|AUD|CAD|CHF|INR|NOK|SEK|DKK|SGD|NZD|ZAR|KRW|TWD|BRL|MXN|PLN|CZK|HUF|TRY|ILS|THB|IDR"
    r"|MYR|PHP|SAR|AED|RUB|VND|KZT)"
)
_CODE = re.compile(
    rf"(?:\bin\s+|\(\s*(?:in\s+)?)(?P<c>{_CODES}|US\s+dollars?|U\.S\.\s+dollars?|euros?|pounds\s+sterling"
    r"|Japanese\s+yen|yen|Australian\s+dollars?|Canadian\s+dollars?|Swiss\s+francs?)\b",
    re.IGNORECASE,
)
_CODED = re.compile(rf"\(\s*(?:in\s+)?{_CODES}\s*\)|\bin\s+{_CODES}\b", re.IGNORECASE)
_NAMED: Final = {
    "rmb": "CNY", "us dollar": "USD", "u.s. dollar": "USD", "euro": "EUR", "pounds sterling": "GBP",
    "japanese yen": "JPY", "yen": "JPY", "australian dollar": "AUD", "canadian dollar": "CAD", "swiss franc": "CHF",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Instructed:
    """A question without its instructions, and the ISO code of the currency that the answer has to be in, if any."""

    text: str
    currency: str | None = None


def instructions(text: str) -> Instructed:
    """Takes the instructions out of a question; a question that is nothing else keeps its words."""
    found = _CODE.search(text)
    name = re.sub(r"\s+", " ", found["c"]).lower() if found else ""
    currency = (_NAMED.get(name) or _NAMED.get(name.removesuffix("s")) or name.upper()) if found else None
    bare = text
    for pattern in (_CONDITION, _FORM_OF_ANSWER, _ASIDE_OF_TIME):
        bare = pattern.sub(" ", bare)
    bare = re.sub(r"[^\S\n]{2,}", " ", _ONE_SHARE.sub("", bare)).strip()
    return Instructed(bare if any(c.isalnum() for c in bare) else text, currency)


def without_currency(text: str) -> str:
    """A metric without the words of the currency that it is asked for in."""
    bare = re.sub(r"\(\s*\)", " ", re.sub(r"\(\s*%\s*\)", " % ", _CODED.sub(" ", text)))
    return bare if any(c.isalnum() for c in bare) else text


def without_places(text: str) -> str:
    """A question without the words that say where to look ("in the annual report") and "the value of"."""
    bare = text
    for pattern in _PLACES:
        bare = pattern.sub(" ", bare)
    bare = _LEAD.sub(" ", bare)
    return bare if any(c.isalnum() for c in bare) else text


_SAYING: Final = (
    r"(?:mention|announc|report|outlin|detail|disclos|describ|discuss|highlight|provid|identif|address|declar|present"
    r"|indicat|state|speak\s+of|talk\s+about|refer\s+to|comment\s+on)"
)
_WHETHER = re.compile(
    rf"^\W*(?:did|does|do|has|have|is|are|was|were)\b(?:\W+[\w&'’.-]+){{0,4}}?\W+{_SAYING}\w*\s+"
    r"(?:(?:any|a|an|its|their|the|new|further|recent|about|on|plans?\s+for|that)\s+)*",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*(?:,\s*)?\b(?:and/or|or)\b\s*|\s*/\s*|\s*,\s+", re.IGNORECASE)


def topic(text: str) -> tuple[str, tuple[str, ...]] | None:
    """What a question asks to be spoken of at all ("Did X announce any changes to its dividend policy?"), or None.

    Returns:
        The topic, and its alternatives where it names several ("mergers or acquisitions"): one is enough.
    """
    found = _WHETHER.search(text)
    if found is None:
        return None
    rest = text[found.end() :].strip(" ?!.,")
    return (rest, tuple(part for part in _OR.split(rest) if part)) if rest else None
