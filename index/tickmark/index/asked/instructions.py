"""What a question says of how it is to be answered, taken out of it: units, rounding, which statement to read.

Instructions are no content: a filing that prints "return" or "available" is no nearer to the question.

"Assume that you are an analyst. Using the balance sheet, what is X's inventory? Answer in USD millions." asks for the
inventory. What the instructions say that matters is kept: the statement that they name
(:func:`~tickmark.index.statements.primary.named_statements`), the currency, and how the question defines its metric.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tickmark.index.asked.courtesies import without_courtesies
from tickmark.index.asked.currency import demanded_currency
from tickmark.index.asked.indicators import without_indicators
from tickmark.index.asked.leading_up import leads_up
from tickmark.index.asked.parts import parts_asked
from tickmark.index.asked.reckoning import spelled_out
from tickmark.index.asked.sentences import clauses
from tickmark.index.asked.telling import leans, without_telling, without_told_amount
from tickmark.index.asked.turns import for_and_against
from tickmark.index.asked.years import in_each_period
from tickmark.index.statements.primary import named_statements
from tickmark.index.words.chinese import apart

__all__ = ["Instructed", "instructions"]

# a sentence that asks nothing and begins like this says how to answer
_TELLS: Final = re.compile(
    r"^\W*(?:please\s+|kindly\s+)?(?:answer|respond|reply|round|give|provide|state|express|present|show|report|use"
    r"|utili[sz]e|using|rely|relying|base|basing|assume|imagine|suppose|pretend|act|calculate|compute|extract|take"
    r"|taking"
    r"|refer|consider|considering|draw|note|keep|limit|restrict|approach|address|you (?:are|have|can|should|must|may)"
    r"|(?:we|i) (?:need|want|would|am|are)|(?:your|the) (?:answer|response)"
    r"|(?:we|i) (?:cover|follow|track|hold|own|model|study)|looking for (?:the|a|one|just)"
    r"|if\b[^?]*\b(?:state|say|explain|mention|specify|note))\b"
    # where it was seen: "Saw it somewhere in the chapter on safety."
    r"|^\W*(?:i\s+|we\s+)?(?:(?:think|believe|might|may|must|have|vaguely|just|only|'ve)\s+)*"
    r"(?:saw|seen|read|spotted|came across|come across|recall|remember|noticed)\s+(?:\w+\s+){0,3}?"
    r"(?:it|this|that|them|these|mentioned|somewhere|something)\b"
    r"|^\W*(?:it|this|that)(?:['’]s|\s+(?:is|was|should be|must be|might be))\s+(?:\w+\s+){0,2}?"
    r"(?:somewhere|mentioned)\b"
    # for whom: "Our fund holds the stock; what ..."
    r"|^\W*(?:our|my)\s+(?:\w+\s+)?(?:fund|firm|team|desk|clients?|boss|professor|bank|manager|pm|committee|broker)\b"
    # how exact it has to be
    r"|^\W*(?:(?:just|only)\s+)?(?:an?\s+|the\s+)?(?:ballpark|rough|round|approximate|single|one)?\s*"
    r"(?:number|figure|estimate|ballpark)s?\s+(?:(?:will|would)\s+(?:do|suffice)|(?:is|are)\s+(?:fine|enough"
    r"|ok(?:ay)?))\b"
    # why it is asked: "We rate the sector, hence my question: ..."
    r"|\b(?:hence|thus|so|therefore|why)\s+(?:my|our|this|the)\s+(?:question|query|request)\W*$",
    re.IGNORECASE,
)
# "Take the larger of the two. What is it in euros?": what is asked for stands in the sentence before
_POINTS_BACK: Final = re.compile(
    r"^\W*(?:and\s+|so\s+|then\s+)?(?:what|how (?:much|many|big|large|high))"
    r"(?:['’]s|\s+(?:is|are|was|were|would|does|do|did))\s+"
    r"(?:it|that|this|they|those)(?:\s+be)?(?:\s+(?:in|as|to|amount|come)\b[^?]*)?\?"
    r"|^\W*(?:and\s+|so\s+)?what(?:['’]s|\s+is|\s+would\s+be)?\s+(?:left|remains?|remaining)\b[^?]{0,30}\?"
    r"|^\W*(?:and\s+|so\s+)?what\s+do\s+(?:you|we|i)\s+get\b[^?]{0,30}\?",
    re.IGNORECASE,
)
_MEANT: Final = re.compile(
    r"\b(?:defined|calculated|computed|measured)\s+(?:as|by|to be)\b|\bis\s*[:=]|\bis (?:the ratio of|equal to)\b"
    r"|[=:]\s*.{3,80}[/÷]|\bless total\b",
    re.IGNORECASE,
)
_STATEMENTS: Final = r"(?:statements?|sheets?|p ?& ?l)"
_SOURCE: Final = rf"(?:{_STATEMENTS}|accounts?|information|details?|data|figures|line items)"
_LEADS: Final = re.compile(
    r"^\W*(?:(?:primarily|only|solely|mainly)\s+)?(?:based|using|utili[sz]ing|according|taking|considering|relying"
    r"|basing"
    rf"|drawing|by|from|looking|given|when|as|within|in)\b[^?]*?\b{_SOURCE}\b[^?]*?[,:]\s*"
    r"(?=(?:what|how|which|who|did|does|do|is|are|was|were|has|have|can|the|give|calculate|compute)\b)",
    re.IGNORECASE,
)
_TRAILS: Final = re.compile(
    r",?\s*\b(?:(?:by\s+)?using|based (?:up)?on|according to|relying on|by looking at|from|per|on the basis of"
    r"|as (?:shown|stated|given|reported) in)\s+(?:(?:only|solely|primarily|mainly|just)\s+)?(?:the\s+|its\s+)?"
    rf"[^?,(]*?\b{_STATEMENTS}\b[^?,(]*",
    re.IGNORECASE,
)
# "cash on the balance sheet": where it stands, and no sheet of anything
_ON_STATEMENT: Final = re.compile(
    rf"\s+\b(?:on|hit(?:s|ting)?|(?:charged|booked|taken|expensed|recogni[sz]ed)\s+(?:to|in|through)"
    rf"|(?:went|go(?:es|ing)?|gone|came|come|r[au]n|flowed|passed|put)\s+through|(?<=cost\s)(?:to\s+)?)\s?"
    rf"(?:the|its|their|(?P<whose>[\w .&-]{{1,40}}['’]s))\s+(?:[\w]+\s+){{0,3}}?{_STATEMENTS}(?!\w)",
    re.IGNORECASE,
)
_BASED: Final = re.compile(r"^\W*(?:based|taking|considering|using|given)\b[^?]*\b(?:information|data|details)\b", re.I)
_ROUNDED: Final = re.compile(r",?\s*\b(?:rounded|expressed)\s+(?:to|in|as)\b[^?.,]*", re.IGNORECASE)


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
    r"(?<=[.?!])\s*(?:please\s+)?(?:(?:answer|respond|reply)\b|(?:return|output)\s+(?:only|just|the\s+(?:answer|number"
    r"|value))\b"
    r"|round\b|give\s+(?:me\s+)?(?:only\s+|just\s+)?(?:the\s+)?(?:title|answer|number(?!\s+of\s)|value|names?)\b)[^.?!:]*(?:[.?!]+"
    r"|$)",
    re.IGNORECASE,
)
_ASIDE_OF_TIME = re.compile(
    r"\(\s*(?:with)?in\s+the\s+(?:last|latest|reporting)\s+(?:period|year)\b[^()]*\)"
    r"|\bwithin\s+the\s+last\s+period\s+or\s+at\s+the\s+end\s+of\s+the\s+last\s+period\b",
    re.IGNORECASE,
)
# "announce a share buyback": an article, not the class of A shares
_GAP = re.compile(r"\s{3,}")  # several parts of a pattern may hold blanks: many of them can be shared out in many ways
_ONE_SHARE = re.compile(r"\ba (?=share\b(?!\s+class))")


@dataclass(frozen=True, slots=True)
class Instructed:
    """A question without its instructions, and what they say that matters.

    ``currency``: the ISO code of the one that the answer has to be in. ``statements``: those that the question names.
    ``definition``: how it defines what it asks for.
    """

    text: str
    currency: str | None = None
    statements: tuple[str, ...] = ()
    definition: str = ""


_YEARS = re.compile(
    r"\b(?:19|20)\d\d\s*(?:to|through|until|till|and|-|–|—|,|/)\s*(?:(?:19|20)\d\d|\d\d)\b", re.IGNORECASE
)
# "2023 against 2022": nobody votes against a year
_WHEN = (
    r"(?:(?:fy|fiscal|q[1-4]|h[12]|[12]h|the)\s?)?"
    r"(?:\d{2}|\d{4}|(?:last|prior|previous|preceding) (?:year|period|quarter)|year before)\b"
)
_AGAINST = re.compile(rf"(?P<one>\b{_WHEN}\s*)against\s+(?={_WHEN})", re.IGNORECASE)


def instructions(text: str) -> Instructed:
    """A question as asked, parted. One without instructions, or with nothing else, keeps its words."""
    text = without_indicators(spelled_out(apart(_GAP.sub(_one_blank, text))))
    text = for_and_against(_AGAINST.sub(r"\g<one>versus ", text))
    named = named_statements(text)
    plain, definition = _asking(without_told_amount(without_courtesies(text)), named)
    for pattern in (_CONDITION, _FORM_OF_ANSWER, _ASIDE_OF_TIME):
        plain = _or_whole(pattern.sub(" ", plain), plain)
    plain = _or_whole(re.sub(r"[^\S\n]{2,}", " ", _ONE_SHARE.sub("", plain)).strip(), text)
    return Instructed(plain, demanded_currency(text), named, definition)


def _one_blank(gap: re.Match[str]) -> str:
    return "\n" * min(2, gap[0].count("\n")) or " "


def _asking(text: str, named: tuple[str, ...]) -> tuple[str, str]:
    """The sentences of a question that ask, without the statement to read; and those that define what it asks for."""
    parts = clauses(text)
    asking = [s for s in parts if re.search(r"[?？]", s)] or parts[:1]
    if leads_up(parts):
        asking = [*asking, parts[1]]
    kept, defined = [], []
    elsewhere = all(_POINTS_BACK.match(sentence) or leans(sentence) for sentence in asking)
    for sentence in parts:
        if sentence in asking or (elsewhere and not _MEANT.search(sentence)):
            kept.append(sentence if sentence in asking else without_telling(sentence))
        elif _MEANT.search(sentence):
            defined.append(sentence)
        elif not _TELLS.search(sentence) or _of_each(sentence):
            kept.append(sentence)
    plain = " ".join(kept)
    if named or _BASED.match(plain):
        plain = _LEADS.sub("", plain)
    if named:
        plain = _TRAILS.sub(" ", _ON_STATEMENT.sub(_its_owner, plain)).replace(" ?", "?")
    if named or len(kept) < len(parts):
        plain = _ROUNDED.sub("", plain)
    plain = " ".join(plain.split())
    unchanged = plain == " ".join(text.split()) or not re.search(r"\w{3}", plain)
    return text if unchanged else plain, " ".join(defined)


def _its_owner(found: re.Match[str]) -> str:
    """What is left of "on Larkmoor's balance sheet": whose it is, if that is a name."""
    whose = found["whose"] or ""
    return f" {whose}" if whose.strip()[:1].isupper() else ""


def _of_each(sentence: str) -> bool:
    """Whether a sentence that tells how to answer says of what: "Show the yearly numbers.", "Give me 2021 to 2023."."""
    parts = parts_asked(sentence)
    return in_each_period(sentence) or _YEARS.search(sentence) is not None or (parts is not None and parts.outright)


def _or_whole(bare: str, whole: str) -> str:
    return bare if any(c.isalnum() for c in bare) else whole
