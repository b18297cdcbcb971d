"""What a question says of how it is to be answered, taken out of it: units, rounding, which statement to read.

"Assume that you are an analyst. Using the balance sheet, what is X's inventory? Answer in USD millions." asks for the
inventory. The other words would only draw passages that talk of analysts; the statement that they name is kept
(:func:`~tickmark.index.statements.named_statements`), and so is how the question defines its metric.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tickmark.index.statements import named_statements

__all__ = ["Plain", "plain_question"]

_SENTENCE: Final = re.compile(
    r"(?<=[.?!])\s+(?=[A-Z(\"“])|(?<=[?？。！])\s*(?=\S)"
    r"|(?<=:)\s+(?=(?i:what|how|which|who|did|does|do|is|are|was|were|has|have)\b)"
)
# a sentence that asks nothing and begins like this says how to answer
_TELLS: Final = re.compile(
    r"^\W*(?:please\s+|kindly\s+)?(?:answer|respond|reply|round|give|provide|state|express|present|show|report|use"
    r"|utili[sz]e|using|rely|relying|base|basing|assume|imagine|suppose|pretend|act|calculate|compute|extract|take|taking"
    r"|refer|consider|considering|draw|note|keep|limit|restrict|approach|address|you (?:are|have|can|should|must|may)"
    r"|(?:we|i) (?:need|want|would|am|are)|(?:your|the) (?:answer|response)"
    r"|if\b[^?]*\b(?:state|say|explain|mention|specify|note))\b",
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
    r"^\W*(?:(?:primarily|only|solely|mainly)\s+)?(?:based|using|utili[sz]ing|according|taking|considering|relying|basing"
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
_BASED: Final = re.compile(r"^\W*(?:based|taking|considering|using|given)\b[^?]*\b(?:information|data|details)\b", re.I)
_ROUNDED: Final = re.compile(r",?\s*\b(?:rounded|expressed)\s+(?:to|in|as)\b[^?.,]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A question without its instructions, the statements that it names, and its definition of what it asks for."""

    text: str
    statements: tuple[str, ...] = ()
    definition: str = ""


def plain_question(text: str) -> Plain:
    """A question as asked, parted. One without instructions comes back as it is."""
    named = named_statements(text)
    sentences = _SENTENCE.split(text.strip())
    asking = [s for s in sentences if re.search(r"[?？]", s)] or sentences[:1]
    kept, defined = [], []
    for sentence in sentences:
        if sentence in asking:
            kept.append(sentence)
        elif _MEANT.search(sentence):
            defined.append(sentence)
        elif not _TELLS.match(sentence):
            kept.append(sentence)
    plain = " ".join(kept)
    if named or _BASED.match(plain):
        plain = _LEADS.sub("", plain)
    if named:
        plain = _TRAILS.sub(" ", plain).replace(" ?", "?")
    if named or len(kept) < len(sentences):
        plain = _ROUNDED.sub("", plain)
    plain = " ".join(plain.split())
    unchanged = plain == " ".join(text.split()) or not re.search(r"\w{3}", plain)
    return Plain(text if unchanged else plain, named, " ".join(defined))
