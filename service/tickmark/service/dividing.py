"""How a quotient is told: what "per" divides by, what is no divisor, and a formula behind the name of a ratio."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["PER", "formula_in", "formula_per", "without_basis"]

_TIME: Final = (
    r"(?:(?:calendar|fiscal|financial|reporting|full|single|working|business|trading)\s+)?"
    r"(?:annum|years?|half[- ]years?|months?|quarters?|periods?|weeks?|days?)"
)
_PAPER: Final = (
    r"(?:(?:annual|interim|quarterly|esg|sustainability|csr|poll|preliminary|pledge|\d{4}|company['’]?s?)\s+)*"
    r"(?:reports?|announcements?|filings?|disclosures?|notices?|circulars?|statements?|results)"
)
PER: Final = (
    r"(?<!\bas )\b(?:per|for\s+(?:each|every))\b"
    rf"(?!\s?cent|\s+(?:of\b|(?:the|its|their)\s|(?:{_TIME}|{_PAPER}|(?:[\w-]+\s+){{0,2}}?shares?)\b))"
    r"|(?:平均)?每(?![年月日周天季]|半年|\s*[\d十]*\s*股|[一个個]?(?:季度|小时|小時|交易日))[一个個宗次名位件家]?"
)
"""What divides; not "for each of them", "per the annual report", "per financial year" or "price per H share"."""
# "equity ratio - equity / total assets": how it is reckoned follows its name
_FORMULA: Final = re.compile(
    r"\b(?:ratio|margin|multiple)\b[^/÷]*?(?:\s[-–]|[:=,]|\()\s*"
    r"(?P<a>[^-–=:,/÷()]{3,60}?)(?:\s+/|\s*÷)\s*(?P<b>[^-–=:,/÷()]{3,60})\)?$"
    r"|(?:比率|倍[数數]|利[润潤]率|[负負][债債]率)[^/÷]*?[:：=，,（(]\s*(?P<x>[^/÷]{2,30}?)\s*[/÷]\s*(?P<y>[^/÷]{2,30}?)[)）]?$",
    re.IGNORECASE,
)
# "cost per head (salaries over year-end headcount)"
_FORMULA_PER: Final = re.compile(
    r"\bper\b[^()]+\(\s*(?:i\.?e\.?,?\s+)?(?P<a>[^()]{3,60}?)(?:\s+over\s+|\s*[/÷]\s*|\s+divided\s+by\s+)(?P<b>[^()]{3,60})\)?$",
    re.IGNORECASE,
)
# "per employee, using total headcount": what counts the divisor; an average of it is another one
_USING: Final = re.compile(
    r"(?P<per>\bper\b.*?)(?:\s*,\s*|\s+[-–]\s+|\s*\()\s*(?:using|counting|based\s+on|on\s+the\s+basis\s+of)\s+"
    r"(?![^,()]*\b(?:average|avg|mean|weighted|opening|fte|full[- ]time)\b)[^,()]{3,60}?\)?$",
    re.IGNORECASE,
)


def formula_in(text: str) -> tuple[str, str] | None:
    """What is set above and below the stroke of a formula that follows the name of a ratio."""
    found = _FORMULA.search(text)
    return (found["a"] or found["x"], found["b"] or found["y"]) if found else None


def formula_per(text: str) -> tuple[str, str] | None:
    """What is divided by what, where brackets behind "so much per something" spell it out."""
    found = _FORMULA_PER.search(text)
    return (found["a"], found["b"]) if found else None


def without_basis(text: str) -> str | None:
    """A text about so much per something without what it says of the count that divides; None where it says nothing."""
    found = _USING.search(text)
    return text[: found.end("per")] if found else None
