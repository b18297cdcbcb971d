"""Whether a figure's unit can be the one asked for: "how many tonnes", "in RMB", "what share", "how much was spent"."""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.question import Question
from tickmark.ingest.model import Figure

__all__ = ["unit_fit"]

_FAMILIES: Final = (
    ("points", r"percentage points?|pp\b|百分点|百分點"),
    ("carbon", r"tco2e?|co2"),
    ("mass", r"tonnes?|\btons?\b|\bkg\b|kilograms?|\bt\b|吨|噸|公斤"),
    ("volume", r"m3|m³|cubic met(?:re|er)s?|lit(?:re|er)s?|立方米"),
    ("area", r"m2|m²|square (?:met(?:re|er)s?|feet)|hectares?|平方米"),
    ("energy", r"[kmgt]wh|\b[gt]j\b|千瓦时"),
    ("power", r"\b[kmg]w\b"),
    ("hours", r"hours?|hrs?\b|小时|小時"),
    ("days", r"\bdays?\b|天"),
    ("shares", r"shares?|股"),
    ("votes", r"votes?|票"),
    ("units", r"\bunits\b"),
)
_PATTERNS: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _FAMILIES)


def _family(unit: str) -> str | None:
    return next((name for name, pattern in _PATTERNS if pattern.search(unit)), None)


def _named_unit(asked: str, figure: Figure, percent: bool, money: bool) -> float:
    """The question names a measure: tonnes, MWh, hours."""
    wanted, found = _family(asked), _family((figure.unit or "").partition("/")[0])
    if wanted == "points":
        return 0.4 if figure.unit == "percentage points" else -1.0
    if wanted == found or (wanted == "mass" and found == "carbon") or {wanted, found} == {"shares", "votes"}:
        return 0.3
    if percent or money:
        return -1.0
    return -0.5 if not figure.unit else -0.8


def unit_fit(question: Question, figure: Figure) -> float:
    """Above 0 where the unit is the one asked for, down to -1 where it cannot be."""
    percent = figure.unit in {"%", "percentage points"}
    money = figure.currency is not None
    if question.currency and not money:
        return -1.0
    if question.unit is not None and not (question.strong_percent and _family(question.unit) in {"shares", "votes"}):
        return _named_unit(question.unit, figure, percent, money)
    if question.strong_percent:
        return 0.4 if percent else -0.8
    if question.count:
        return -0.9 if percent or money else 0.2
    if question.spending and not money:
        return -0.7
    if question.percent:
        return 0.3 if percent else 0.0
    if question.money and not question.change:
        return 0.2 if money else (-0.5 if percent else -0.1)
    return (-0.1 if figure.origin == "prose" else -0.3) if percent and not question.change else 0.0
