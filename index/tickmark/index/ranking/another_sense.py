"""Words around a metric's name that make another thing of it: what it brings in tax, or what it cost.

"R&D tax credit" tells nothing of what was spent on R&D, nor does "R&D expense" under "Deferred tax assets"; "Medical
revenue" under "Cost of revenue" is the cost of it; and 100 % is what every part is a part of. Green power
is no measure of all the electricity used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tickmark.index.question import Question
from tickmark.ingest.model import Figure

__all__ = ["in_another_sense"]

_IN_TAX: Final = re.compile(
    r"\bdeferred (?:income )?tax|\btax (?:credit|relief|incentive|effect|rebate|refund|deduction|loss|asset|liabilit)"
    r"|\btax (?:received|paid|recoverable)\b",
    re.IGNORECASE,
)
# what is carried forward is carried forward for tax
_TAX: Final = re.compile(r"\btax|\b(?:carr(?:y|ied)|brought)[\s-]?forwards?\b|税|稅", re.IGNORECASE)
_COST: Final = re.compile(r"\s*costs? of (?:revenue|sales|goods|services|products)\b", re.IGNORECASE)
# what the parts of a statement are told as shares of; a coverage or a pass rate may well be 100 %
_BASE: Final = re.compile(
    r"(?:total|net|consolidated|group|operating)?\s*(?:net\s+|operating\s+)?(?:sales|revenues?|turnover|assets"
    r"|expenses)\b"
    r"(?!.*(?:percent|rate|ratio|share|proportion|%))",
    re.IGNORECASE,
)
# a part of the electricity that is used, or what was not
_OTHER_POWER: Final = re.compile(
    r"\b(?:green|renewable|clean|solar|photovoltaic|PV|wind|hydro\w*)\s+(?:power|electric\w*|energy)|\bsav(?:ed?|es|ing)\b"
    r"|绿电|绿色电力|光伏|节约|节电",
    re.IGNORECASE,
)
_ALL_POWER: Final = frozenset({"ELECTRICITY", "CONSUMPTION", "PURCHASED", "total", "kwh", "mwh", "gwh"})
_SAVED: Final = re.compile(r"\bsav(?:ed?|es|ings?)\b|节约|節約|节省|節省", re.IGNORECASE)
_ASKS_USED: Final = re.compile(r"\b(?:used?|uses|using|usage|consum\w*|burn\w*)\b|耗|用量|使用", re.IGNORECASE)
_ASKS_SAVED: Final = re.compile(
    r"\b(?:sav|spar|cut|reduc|lower|less|fewer|avoid|conserv|efficien|econom|recycl|reus|drop|fall|fell|down|without)\w*"
    r"|节|節|省|减|減|降|(?<!多)少",
    re.IGNORECASE,
)
_ASKS_COST: Final = re.compile(r"\b(?:cost|cogs|expens|margin|profit)|成本", re.IGNORECASE)


def in_another_sense(question: Question, figure: Figure, missing: Sequence[str]) -> bool:
    """Whether a figure's labels make another thing of what is asked for.

    Args:
        question: As understood.
        figure: The figure.
        missing: The terms asked for that nothing says of it.
    """
    if figure.unit == "%" and figure.number == 100 and missing and question.percent and _is_base(figure.label_path):
        return True
    if _told_of_other_power(question, figure) or _only_saved(question, figure):
        return True
    if _in_tax(figure.label_path) and _TAX.search(question.text) is None:
        return True
    return any(map(_is_cost, figure.label_path[:-1])) and _ASKS_COST.search(question.text) is None


def _told_of_other_power(question: Question, figure: Figure) -> bool:
    """Whether all electricity is asked for, and a figure tells of the green part of it, or of what was saved."""
    wanted = {want.term for want in question.asked}
    if question.percent or not wanted or not wanted.issubset(_ALL_POWER):
        return False
    return _OTHER_POWER.search(" ".join(figure.label_path)) is not None and not _OTHER_POWER.search(question.text)


def _only_saved(question: Question, figure: Figure) -> bool:
    """Whether it is asked how much was used, and a figure tells how much of it was saved."""
    if not _ASKS_USED.search(question.rest) or _ASKS_SAVED.search(question.text):
        return False
    return _SAVED.search(" ".join(figure.label_path)) is not None


def _is_base(path: tuple[str, ...]) -> bool:
    return bool(path) and _BASE.match(path[-1]) is not None


@lru_cache(maxsize=32_768)
def _in_tax(path: tuple[str, ...]) -> bool:
    return _IN_TAX.search(" > ".join(path)) is not None


@lru_cache(maxsize=32_768)
def _is_cost(heading: str) -> bool:
    return _COST.match(heading) is not None
