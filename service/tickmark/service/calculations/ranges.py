"""The middle and the width of a range that a filing prints: "between 40 and 46" has its middle at 43 and is 6 wide."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.calculations.operands import another, unit_of
from tickmark.service.fitting import Decision, fits
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["of_range"]

_RANGE: Final = (
    r"(?:(?:profit|earnings|revenue|guidance|guided|forecast|expected|estimated)\s+)?"
    r"(?:range|band|corridor|interval|guidance|forecast|outlook|estimates?)"
)
_ENDS: Final = (
    r"(?:(?:the|its)\s+)?(?:low(?:er)?|bottom|upper|high(?:er)?|top|minimum|maximum)\s*(?:ends?|bounds?"
    r"|limits?)?\s+(?:and|to)\s+"
    r"(?:(?:the|its)\s+)?(?:low(?:er)?|bottom|upper|high(?:er)?|top|minimum|maximum)"
    rf"(?:\s+(?:ends?|bounds?|limits?|values?)|(?=\s+of\s[^?]{{0,60}}?\b{_RANGE}\b))"
)
_MIDDLE: Final = re.compile(
    r"\b(?:the\s+)?(?:mid[- ]?points?|mid[- ]?range"
    r"|(?:arithmetic\s+)?(?:middle|centre|center|mean|average|halfway point)"
    rf"(?=(?:\s+value)?\s+(?:of|between)\s+[^,?]{{0,60}}?(?:{_RANGE}|{_ENDS}|guided)\b))(?:\s+value)?(?:\s+(?:of"
    rf"|between|for))?"
    r"|中点|中值|中位(?:数|数值)?(?:.{0,3})|区间中间值",
    re.IGNORECASE,
)
_WIDTH: Final = re.compile(
    rf"\b(?:how\s+(?:wide|broad)\s+(?:is|was)|(?:the\s+)?(?:width|spread)\s+of)(?=\s[^?]*?\b(?:{_RANGE})\b)"
    rf"|\b(?:difference|gap|spread|distance|width)\s+(?:between|from)\s+{_ENDS}(?:\s+of)?|区间宽度",
    re.IGNORECASE,
)
_LEFT_OVER: Final = re.compile(
    rf"\b{_ENDS}(?:\s+of)?\b|\b(?:range|band|corridor|interval|guided|guidance)\b(?:\s+(?:given|guided|for|of)\b)?"
    r"|\b(?:take|work out|calculate|compute|give me)\b"
    r"|[.;,?]\s*(?:and\s+)?(?:what|how much)\s+(?:is|was|would)\s+(?:it|that|this)\b[^?]*",
    re.IGNORECASE,
)


def of_range(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The middle or the width of the range that is asked about; a refusal where what stands there is no range.

    None where neither is asked for.
    """
    text = result.question.text
    middle = _MIDDLE.search(text) is not None
    if not middle and not _WIDTH.search(text):
        return None
    bare = _LEFT_OVER.sub(" ", (_MIDDLE if middle else _WIDTH).sub(" ", text))
    fitting = [c for c in searcher.again(bare, result).figures[:30] if fits(c) and not another(bare, c.figure)]
    ranges = [c for c in fitting if c.figure.low is not None and c.figure.high is not None]
    # money where money is asked for: the growth that a range of it means is printed as a range too
    ranges = [c for c in ranges if c.figure.unit != "%"] if not result.question.strong_percent else ranges
    if fitting and ranges and ranges[0].score >= fitting[0].score - 0.2:
        return _worked_out(ranges[0], middle=middle)
    if not middle and fitting:
        return None
    reason = "No range of what was asked for is printed here."
    return Decision("not_found", f"Not found in these filings. {reason}", reason)


def _worked_out(one: FigureCandidate, *, middle: bool) -> Decision | None:
    figure = one.figure
    if figure.low is None or figure.high is None:
        return None
    low, high, unit = figure.low * figure.scale, figure.high * figure.scale, unit_of([one])
    if middle:
        outcome, expression = (low + high) / 2, f"({operand_words(low)} + {operand_words(high)}) / 2"
    else:
        outcome, expression = high - low, f"{operand_words(high)} - {operand_words(low)}"
    name = "middle of the range" if middle else "width of the range"
    said = f"{name} {with_unit(outcome, unit)}, {amount(figure)} {period_words(figure.period)}"
    text = re.sub(r"\s+", " ", f"{label_of(figure)}: {said}.")
    return Decision("answered", text, figures=[one], calculation=Calculation(expression, outcome, unit))
