"""How a quotient is told: what "per" divides by, what is no divisor, and a formula behind the name of a ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

__all__ = ["PER", "formulas", "told_by_slash", "without_basis"]

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
    r"\bper\b[^()]+\(\s*(?:i\.?e\.?,?\s+)?(?P<a>[^()]{3,60}?)(?:\s+over\s+|\s*[/÷]\s*"
    r"|\s+divided\s+by\s+)(?P<b>[^()]{3,60})\)?$",
    re.IGNORECASE,
)
_FINE: Final = (
    r"(?:\s+(?:is|are|would\s+be|will\s+be|will|would|should\s+be|should|works?)"
    r"(?:\s+(?:fine|ok|okay|enough|good|do|alright|all\s+right|sufficient|suffice|right))?)?"
)
# "what did it earn per loom? Divide the year's sales by the looms.", "... Just sales divided by looms is fine."
_FORMULA_BEHIND: Final = re.compile(
    r"^(?:what|how|which)\b[^?]*\?\s*(?:(?:just|simply|only|please|so|i\.?e\.?|that\s+is|take|use)[,:]?\s+)*"
    r"(?:divid(?:e|ing)\s+(?P<a>[^?]{3,80}?)\s+by\s+(?P<b>[^?]{3,60}?)"
    rf"|(?P<x>[^?]{{3,80}}?)\s+divided\s+by\s+(?P<y>[^?]{{3,60}}?)){_FINE}$",
    re.IGNORECASE,
)
# "Divide the year's sales by the looms.", "what do you get if you divide sales by looms?"
_FORMULA_BIDDEN: Final = re.compile(
    r"^\W*(?:(?:please|just|simply|now|what|do|would|is|we|you|I|get|if|when|by|from|can|could|on|and|then)\s+)*"
    r"divid(?:e|ed|ing)\s+(?P<a>[^?:;]{3,90}?)\s+by\s+(?P<b>[^?:;,()]{3,90}?)"
    r"(?:\s*\([^()]*\))?(?:\s*[?:;,.].*|\s+[-–]\s.*|\s+(?:gives?|comes?\s+to|makes?|is)\b.*)?$",
    re.IGNORECASE,
)
# "length of a course on wages, in hours (total hours over courses)": what both are of stands before the brackets
_FORMULA_ASIDE: Final = re.compile(
    r"^(?:the\s+)?(?:average|avg|mean)\s+(?:(?:length|duration|size|amount|cost|value|number|price|hours?|time|spend)\s+)?"
    r"(?:(?:of|per|for)\s+)?(?:(?:an?|the|each|every)\s+)?(?P<topic>[^(),]{3,100}?)(?:\s+in)?"
    r"(?:\s*,\s*in\s+[\w ]{2,20}?)?\s*"
    r"\(\s*(?:i\.?e\.?,?\s+)?(?P<a>[^()]{3,60}?)(?:\s+over\s+|\s*[/÷]\s*|\s+divided\s+by\s+)(?P<b>[^()]{3,60})\)?$",
    re.IGNORECASE,
)
# "staff in the yard / all staff, %", "pay / heads =": what it is told in says that one is divided by the other
_SLASHED: Final = re.compile(
    r"^(?P<a>[^/÷,;:?()]{3,60}?)\s+[/÷]\s+(?P<b>[^/÷,;:?()]{3,60}?)(?:\s*[,(–-]+\s*|\s+)+"
    r"(?:(?:in|as)\s+)?(?:an?\s+)?(?P<told>=|%|per\s?cent(?:age)?|pct|x|times|ratio|multiple)\s*\)?$",
    re.IGNORECASE,
)
# "if you split the bonus evenly, what does each winner take home?"
_SHARED_OUT: Final = re.compile(
    r"^(?:if\s+(?:you|we|one|they)\s+)?(?:split(?:ting)?|divid(?:e|ed|ing)|shar(?:e|ed|ing)(?:\s+out)?|spread(?:ing)?)\s+"
    r"(?:the\s+)?(?P<a>[^,?]{3,90}?)\s+(?:evenly|equally|pro\s+rata|fairly)[^,?]{0,30},\s*(?:what|how\s+much)\s+"
    r"(?:does|did|would|do|is\s+there\s+for|goes\s+to)\s+(?:each|every|one|a)\s+(?:(?:of|single)\s+)?"
    r"(?P<b>[^,?]{3,60}?)(?:\s+(?:take|get|receive|pocket|earn|have|collect|be\s+left)\b.*)?$",
    re.IGNORECASE,
)
# "benefits - what is that per head if you spread it over everyone on the payroll": whom it is spread over divides it
_SPREAD: Final = re.compile(
    r"(?P<per>\bper\s+(?:head|capita|person|employee|worker)\b)[,]?\s+(?:if|when|once)\s+(?:you\s+|we\s+|it\s+is\s+)?"
    r"(?:spread|split|divided?|shared?)\s+(?:(?:it|that|this|them)\s+)?(?:out\s+)?(?:over|across|among(?:st)?|between|by)\s+"
    r"(?:everyone|everybody|all|the\s+(?:whole|entire|total)|total|the)\b[^,;?]*$",
    re.IGNORECASE,
)
# "what margin, i.e. profit over revenue, did it make"
_THAT_IS: Final = re.compile(
    r"\b(?:ratio|margin|multiple|rate|share)\b\s*[,(]\s*(?:i\.?e\.?|that\s+is|meaning|defined\s+as)[,:]?\s+"
    r"(?P<a>[^,()]{3,60}?)\s+(?:over|divided\s+by|/|÷)\s+(?P<b>[^,()]{3,60})(?:[,)]|$)",
    re.IGNORECASE,
)
# in a formula: where a number is to be read, and of when it is
_READ_FROM: Final = re.compile(
    rf"\s+\b(?:from|in|per)\s+(?:the|its|their|that)\s+{_PAPER}\b|^(?:the|that|this|same)\s+(?:same\s+)?(?:year"
    rf"|period)['’]s\s+",
    re.IGNORECASE,
)
# "per employee, using total headcount": what counts the divisor; an average of it is another one
_USING: Final = re.compile(
    r"(?P<per>\bper\b.*?)(?:\s*,\s*|\s+[-–]\s+|\s*\()\s*(?:using|counting|based\s+on|on\s+the\s+basis\s+of)\s+"
    r"(?![^,()]*\b(?:average|avg|mean|weighted|opening|fte|full[- ]time)\b)[^,()]{3,60}?\)?$"
    # "per employee, taking revenue against the headcount"
    r"|(?P<head>\bper\b.*?)\s*,\s*(?:taking|setting|putting)\s+[^,()]{3,60}?\s+(?:against|over|to)\s+"
    r"(?![^,()]*\b(?:average|avg|mean|weighted|opening|fte|full[- ]time)\b)[^,()]{3,60}$",
    re.IGNORECASE,
)


def formulas(text: str) -> Iterator[tuple[Literal["ratio", "per"], str, str]]:
    """What is divided by what, where a text spells it out: behind the name of a ratio, in brackets, in a sentence."""
    if found := _THAT_IS.search(text):
        yield "ratio", found["a"], found["b"]
    if found := _FORMULA.search(text):
        yield "ratio", found["a"] or found["x"], found["b"] or found["y"]
    if found := _FORMULA_PER.search(text):
        yield "per", found["a"], found["b"]
    elif found := _FORMULA_ASIDE.match(text):
        yield "per", f"{found['a']}, {found['topic']}", f"{found['b']}, {found['topic']}"
    if found := _SHARED_OUT.match(text):
        yield "per", found["a"], f"{found['b']}, {found['a']}"
    if found := _FORMULA_BEHIND.match(text) or _FORMULA_BIDDEN.match(text):
        named = found.groupdict()
        above, below = (_READ_FROM.sub("", named[one] or named[other]) for one, other in ("ax", "by"))
        yield "ratio", above, below
        yield "per", above, below


def told_by_slash(text: str) -> tuple[str, str] | None:
    """The dividend and the divisor of "A / B, %", with what they are told in; None where it may be a list."""
    found = _SLASHED.match(text)
    return (found["a"], found["b"]) if found else None


def without_basis(text: str) -> str | None:
    """A text about so much per something without what it says of the count that divides; None where it says nothing."""
    found = _USING.search(text) or _SPREAD.search(text)
    if found is None:
        return None
    return text[: max(found.end(name) for name, value in found.groupdict().items() if value is not None)]
