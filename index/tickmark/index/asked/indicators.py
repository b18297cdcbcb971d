"""Numbers that reporting standards give to their indicators: "GRI 303-4: COD in the effluent", "HKEX KPI B6.2".

The number says under which heading a question is asked, and stands in no label: beside a metric it is dropped, alone
it is put in words (``data/indicators.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from tickmark.index.asked.terms import WEAK_CONCEPTS, fillers
from tickmark.index.words.terms import terms

__all__ = ["without_indicators"]

_BODY: Final = (
    r"(?:GRI|SASB|ESRS|CSRD|TCFD|TNFD|ISSB|SFDR|CDP|(?:(?:HKEX|SEHK|HKSE|Hong Kong (?:stock )?exchange)(?:['’]s)?"
    r"(?:\s+ESG)?)|ESG)"
)
_CALLED: Final = (
    r"(?:KPIs?|PAI|disclosures?|indicators?|standards?|metrics?|items?|requirements?|guide|code|topics?|refs?\.?"
    r"|references?)"
)
_NUMBER: Final = (
    r"(?:[A-Z]{2}-[A-Z]{2}-\d{3}[a-z]\.\d+"  # SASB: RT-EE-130a.1
    r"|[ESG]\d-\d{1,2}"  # ESRS: E1-6
    r"|[AB]\d\.\d"  # Hong Kong: A1.2
    r"|\d{1,3}-\d{1,2}(?:-?[a-z])?|\d{3})"  # GRI: 305-1, 305-1-a, 305
)
_NUMBERS: Final = rf"(?P<n>{_NUMBER})(?:\s*(?:[/,&+]|and|to|–|-)\s*{_NUMBER})*(?![\w-]|[.,]\d)"
_INDICATOR: Final = re.compile(
    rf"[(\[]?\s*\b(?:under|per|as per|for|from)?\s*\b"
    rf"(?:{_BODY}\s+(?:{_CALLED}\s+)*|(?:KPIs?|PAI|indicator)\s+(?!\d{{3}}\b))"
    rf"{_NUMBERS}\s*[)\]]?"
    r"(?:\s*(?::|[–—-](?=\s)))?",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    rf"^\W*{_BODY}(?:\s+(?:{_CALLED}|report|index|table))*\s*(?::|[–—-](?=\s))\s*", re.IGNORECASE
)


def without_indicators(text: str) -> str:
    """A question without the numbers of indicators, or with what these ask for where it names nothing else."""
    found = _INDICATOR.search(text)
    bare = _HEADING.sub("", _INDICATOR.sub(" ", text))
    if _names_something(bare):
        return bare
    words = _words().get(found["n"].upper()) if found else None
    return f"{text[: found.start()]} {words} {text[found.end() :]}" if found and words else text


def _names_something(text: str) -> bool:
    named = (t for t in terms(text) if t not in fillers() and t not in WEAK_CONCEPTS and not t.isdigit())
    return next(named, None) is not None


@cache
def _words() -> Mapping[str, str]:
    raw = tomllib.loads((files("tickmark.index") / "data" / "indicators.toml").read_text("utf-8"))
    return {number: words for body in raw.values() for number, words in body.items()}
