"""The words at which the clauses of a sentence begin and end, and what is left of a clause without them."""

from __future__ import annotations

import re

__all__ = [
    "ADVERBIAL",
    "ASIDE",
    "EDGE",
    "HAN",
    "HUNG",
    "JOINT",
    "LONGEST_LINK",
    "ONLY_WHEN",
    "PART_OF",
    "STRONG",
    "VERB_FIRST",
    "says",
    "subject",
]

HAN = re.compile(r"[\u4e00-\u9fff]{2}")
ASIDE = re.compile(r"\s*[(（][^()（）]{0,200}[)）]")
EDGE = re.compile(
    r"[,;:，；：()（）](?!\d{3}\b)|\b(?:while|whereas|which|of which|in which|including|where|as well as|but)\b",
    re.IGNORECASE,
)
# where another subject begins
STRONG = re.compile(r"[;；]|\b(?:while|whereas)\b", re.IGNORECASE)
JOINT = re.compile(r"\b(?:and|or)\s+|[和及与與]", re.IGNORECASE)
_LINKING = re.compile(
    r"(?:\b(?:was|were|is|are|be|been|being|reached|reaching|amounted|amounting|totall?ed|totall?ing|recorded|achieved"
    r"|stood|to|at|by|of|a|an|the|total"
    r"|approximately|about|around|roughly|nearly|some|only|over|up|down|also|should|shall|will|would|may|can"
    r"|increased|decreased|rose|fell|grew|came|come|higher|lower|than"
    r"|increase|decrease|expected|estimated|projected|has|have|had|with|from|cost|worth|and|or|in)|[(（]|约|約|为|為|达"
    r"|達)\s*$",
    re.IGNORECASE,
)
LONGEST_LINK = 24  # characters at the end of a clause
_OPENING = re.compile(r"^(?:and|or|but|with|also|that is|then)\s+", re.IGNORECASE)
# "This year", "By the end of 2023": says when, not what
ONLY_WHEN = re.compile(
    r"(?:(?:in|during|over|for|by|since|at|as of|throughout|among|within)\s+)?(?:(?:the|this|last|that|current"
    r"|reporting|past|same|end|of|year|first|second"
    r"|third|fourth|them|us)\s+){0,5}(?:year|period|quarter|half|month|them|(?:19|20)\d{2})",
    re.IGNORECASE,
)
ADVERBIAL = re.compile(
    r"(?:in|during|for|as|according|by|with|since|to|on|at|upon|under|besides|moreover|furthermore|further|through|via"
    r"|based"
    r"|after|before|among|of|from|compared|excluding|including|therefore|however|currently|finally|where|which|and|or"
    r"|but)\b",
    re.IGNORECASE,
)
# a clause that begins with its verb ("saves ...", "distributed ...") has its subject further up
VERB_FIRST = re.compile(r"^(?:thus |also |then )?[a-z]{3,}(?:es|[^s]s|ed)\s+(?!of\b|for\b|in\b)")
PART_OF = re.compile(r"\b(?:of|in|among) (?:which|whom|them|these)\b|其中", re.IGNORECASE)
HUNG = re.compile(r"\b(?:to|with|from|among|by|for|at|via|through)\s*$", re.IGNORECASE)


def subject(clause: str) -> str:
    """A clause without the linking words at its end and its beginning."""
    while True:
        clause = clause.rstrip()
        linking = _LINKING.search(clause, max(0, len(clause) - LONGEST_LINK))
        shorter = (clause[: linking.start()] if linking else clause).strip(" ,:;，、")
        if shorter == clause:
            return _OPENING.sub("", clause)
        clause = shorter


def says(words: str) -> bool:
    """Whether words are more than a single short one."""
    return len(words.split()) >= 2 or HAN.search(words) is not None
