"""The words of its own clause that lead up to a number: "sales of kilns" of "sales of kilns amounted to 40 million".

A number that only goes on with a list has none ("3 schools, 21 clinics and 9 labs"), and words behind a preposition
lean on the clause before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tickmark.ingest.figures.clause_words import (
    ADVERBIAL,
    ASIDE,
    EDGE,
    HUNG,
    JOINT,
    ONLY_WHEN,
    PART_OF,
    STRONG,
    VERB_FIRST,
    says,
    subject,
)
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.references import counted_noun

__all__ = ["LeadUp", "lead_up"]

_LEANS = re.compile(r"(?:(?:and|or)\s+)?(?:with|having|of)\b", re.IGNORECASE)
_ENDS_OF = re.compile(r"\bof$")
# "and other costs", "interest and other costs of": the end of a list whose beginning stands before a comma
_LAST_OF_LIST = re.compile(r"\s*(?:[\w-]+\s+)?(?:and|or)\b", re.IGNORECASE)
_HAS_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|be|been|will|shall|can|may|should|would|do|does|did|became|made|took|gave|grew"
    r"|rose"
    r"|fell|won|built|sold|paid|spent|led|met|ran|began|held|saw|that|which|who|to|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LeadUp:
    """The words that lead up to a number.

    ``listed``: it only goes on with a list; ``leans``: the words begin with "with" or "of"; ``of``: they end in one.
    """

    words: str = ""
    listed: bool = False
    leans: bool = False
    of: bool = False


def _listed(own: str, edges: Sequence[int], tail: str) -> str:
    """The whole list that a clause ends: "the fees, interest, and other costs" of "and other costs"."""
    at = len(own) - len(tail)
    for edge in reversed([0, *(e for e in edges if e < at)]):
        part = own[edge:at].strip(" ,")
        if edge and (len(part.split()) > 8 or ADVERBIAL.match(part) or not part):
            break
        if not edge and (ADVERBIAL.match(part) or ONLY_WHEN.fullmatch(part)):
            break
        at = edge
    return own[at:]


def _made(tail: str) -> LeadUp:
    tail = tail.strip()
    return LeadUp(subject(tail), leans=_LEANS.match(tail) is not None, of=_ENDS_OF.search(tail) is not None)


def lead_up(sentence: str, mentions: Sequence[Mention], index: int) -> LeadUp:
    """The words of its own clause that lead up to a number; none where it only goes on with a list."""
    mention = mentions[index]
    start = mentions[index - 1].stop if index else 0
    own = ASIDE.sub(" ", sentence[start : mention.start])
    part = next(iter(reversed(list(PART_OF.finditer(own)))), None) if index else None
    if part and own[: part.start()].strip():
        return LeadUp(f"{part[0]} {subject(own[part.end() :].strip(' ,'))}".strip(), leans=True)
    if index:
        return _between(own, mentions[index - 1])
    edges = [m.end() for m in EDGE.finditer(own)]
    tail = next((own[e:] for e in reversed(edges) if says(own[e:])), own)
    if _LAST_OF_LIST.match(tail) and len(tail.split()) < 8:
        tail = _listed(own, edges, tail)
    elif edges and _LAST_OF_LIST.match(tail) and _long_subject(own, tail):
        tail = own
    found = _made(tail)
    return found if found.words else _made(own)


def _long_subject(own: str, tail: str) -> bool:
    """Whether the end of a list ends the subject: "sales of pans, lids, and knives helped raise 40 for the fund".

    Nothing before it is a verb, then, and nothing is set off that only says when or how.
    """
    before = own[: len(own) - len(tail)]
    return not ADVERBIAL.match(before.strip()) and not _HAS_VERB.search(before) and not STRONG.search(before)


def _between(own: str, previous: Mention) -> LeadUp:
    """The words between two numbers that belong to the second: those after the last edge, "and" or preposition."""
    noun = counted_noun(own) if previous.unit is not None else None
    if noun and own.lstrip().startswith(noun):
        own = own.lstrip()[len(noun) :]
    edges = [m.end() for m in EDGE.finditer(own)]
    joints = [m.end() for m in JOINT.finditer(own)]
    if not edges and not joints:
        hung = HUNG.search(own)
        return LeadUp(hung[0].strip(), leans=True) if hung else _made(own)
    last = own[max([*edges, *joints]) :]
    if not last.strip():
        return LeadUp(listed=True)
    clause = own[edges[-1] :] if edges else last
    if not edges or VERB_FIRST.match(last) or re.match(r"(?:an?|the)\s", last):
        clause = last
    if says(subject(clause.strip())) or re.fullmatch(r"[a-z]+(?:ed|ing)", subject(clause.strip())):
        return _made(clause)
    whole = next((own[e:] for e in reversed(edges) if says(subject(own[e:].strip()))), "")
    if not whole or HUNG.search(clause) or re.search(r"\b(?:total|cumulative|average)\b", clause):
        return _made(clause)
    return _made(whole) if len(clause.split()) < 2 and not subject(clause.strip()) else _made(clause)
