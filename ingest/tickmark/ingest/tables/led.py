"""What the words right above a table say that its bare numbers count: shares, people and claims, money for each thing.

A row of such a table often names only a kind ("Production staff", "Stock options"): its number is no money although
its label does not say so.
"""

from __future__ import annotations

import re

from tickmark.ingest.tables.counted import Counted, thing_of

__all__ = ["led_by"]

_EXCEPTED = re.compile(r"\b(?:except|excluding|other\s+than)\b[^.;]*", re.IGNORECASE)
_OF_SHARES = re.compile(
    r"\b(?:number|reserved|authorized)\b.{0,60}\b(?:shares|options|units|RSUs)\b"
    r"|\b(?:changes?|activity|movements?)\s+(?:in|of)\s+(?:\w+\s+){0,4}(?:shares|stock\s+options|options|RSUs|units)\b"
    r"|\bshares\s+(?:of\s+(?:\w+\s+){0,3}stock\s+)?(?:outstanding|issued|reserved)\b"
    r"|\b(?:thousands|millions)\s+of\s+shares\b|\banti-?dilutive\b",
    re.IGNORECASE,
)
_AMOUNTS = r"\b(?:amounts?|costs?|expenses?|remuneration|values?|prices?|salaries|wages|dollars?)\b"
_NUMBER_OF = re.compile(
    rf"\bnumber\s+of\s+(?:(?!{_AMOUNTS})[^.;:]){{0,160}}\b(?:as\s+follows|(?:was|were|is|are|amounted\s+to))\s*[:.]?\s*$",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:claims|cases|lawsuits)\s+activity\b|\b(?:unresolved|pending)\s+(?:\w+\s+)?(?:claims|cases|lawsuits)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(r"\b(?:thousand|million|billion)s?\b|000", re.IGNORECASE)
_AVERAGE = re.compile(
    r"\baverage\s+(?:[\w-]+\s+){0,3}(?:values?|prices?|costs?|amounts?|revenues?|payments?)\s+per\s+"
    r"(?:(?!\band\b|\bper\b)[^.;:]){0,80}:?\s*$",
    re.IGNORECASE,
)


def led_by(lead: str, money: bool) -> Counted | None:
    """What the bare numbers of a table count; None where the words do not say, or speak of several things.

    Args:
        lead: the words over it, the nearest last.
        money: whether it prints a currency anywhere, so that its bare numbers may be money.
    """
    if money:
        return "per thing" if _average(lead) else None
    said = _EXCEPTED.sub(" ", lead)
    if _OF_SHARES.search(said):
        return "shares"
    if _NUMBER_OF.search(said) or (_CLAIMS.search(said) and not _SCALE.search(said)):
        return "count"
    return None


def _average(lead: str) -> bool:
    """Whether the words announce averages for one thing each and nothing else: "average cost per claim as follows"."""
    found = _AVERAGE.search(_EXCEPTED.sub(" ", lead)) or _AVERAGE.search(lead)
    return found is not None and thing_of(found[0]) != "" and not _SCALE.search(lead)
