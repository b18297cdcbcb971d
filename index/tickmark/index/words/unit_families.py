"""Units by what they measure (mass, area, energy, time), and which of these a named quantity can be measured in.

Tonnes and kilograms are of mass. An area is told in square metres alone, energy in watt-hours or in tonnes of coal.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["PHYSICAL", "families_of", "family", "only_families_of"]

_FAMILIES: Final = (
    ("points", r"percentage points?|pp\b|百分点|百分點"),
    ("carbon", r"tco2e?|co2"),
    ("mass", r"tonnes?|\btons?\b|\bkg\b|\bkilo(?:gram)?s?\b|\bt\b|吨|噸|公斤"),
    ("volume", r"m3|m³|cubic met(?:re|er)s?|lit(?:re|er)s?|立方米"),
    ("area", r"m2|m²|square (?:met(?:re|er)s?|feet)|\bsq\.? ?m|\bsqm\b|hectares?|acres?|平方米"),
    ("energy", r"[kmgt]wh|\b[gt]j\b|千瓦时"),
    ("power", r"\b[kmg]w\b"),
    ("hours", r"hours?|hrs?\b|小时|小時"),
    ("days", r"\bdays?\b|天"),
    ("shares", r"shares?|股"),
    ("votes", r"votes?|票"),
    ("units", r"\bunits\b"),
)
_PATTERNS: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _FAMILIES)
PHYSICAL: Final = frozenset({"carbon", "mass", "volume", "area", "energy", "power"})
"""What is measured and never counted."""
# what a quantity of this name can be measured in
_MEASURED_IN: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(families.split()))
    for pattern, families in (
        (r"\b(?:area|floor space|square|sq|acreage)\b|面积|面積", "area"),
        (r"\bcapacity\b|产能|產能|装机|裝機", "power energy mass volume units"),
        (r"\b(?:emissions?|co2|carbon|ghg)\b|排放|碳", "carbon mass"),
        (r"\belectricity\b|电|電", "energy"),
        (r"\benergy\b|能耗", "energy mass volume"),
        (r"\bpower\b", "power energy"),
        (r"\bwater\b|水", "volume mass"),
        (r"\b(?:weight|weigh)\b", "mass"),
        (r"\b(?:duration|deadline|time limit|how long|how soon)\b|多久|时长|時長", "hours days"),
    )
)
# "a power-saving process": how a thing is done, and not what is asked for
_ATTRIBUTE: Final = re.compile(
    r"\b\w+-(?:saving|sparing|efficient|hungry|intensive|thrifty)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:process(?:es)?|methods?|techniques?|technology|technologies|machines?|furnaces?|kilns?|ovens?|lamps?|motors?)\b",
    re.IGNORECASE,
)
_ONLY_IN: Final = (
    (re.compile(r"\b(?:co2e?|carbon|ghg|greenhouse)\b|碳|温室", re.IGNORECASE), frozenset({"carbon", "mass"})),
    (re.compile(r"\belectricity\b|电量|用电", re.IGNORECASE), frozenset({"energy"})),
    (re.compile(r"\bwater\b|用水|耗水", re.IGNORECASE), frozenset({"volume", "mass"})),
)


@lru_cache(maxsize=4_096)
def family(unit: str) -> str | None:
    """The measure that a unit belongs to, or None for what is merely counted."""
    return next((name for name, pattern in _PATTERNS if pattern.search(unit)), None)


@lru_cache(maxsize=4_096)
def families_of(text: str) -> frozenset[str]:
    """What the things that a text names can be measured in."""
    text = _ATTRIBUTE.sub(" ", text)
    return frozenset().union(*(families for pattern, families in _MEASURED_IN if pattern.search(text)))


@lru_cache(maxsize=4_096)
def only_families_of(text: str) -> frozenset[str]:
    """What the one thing that a text names can be measured in and in nothing else; empty where it names several."""
    found = [families for pattern, families in _ONLY_IN if pattern.search(text)]
    return found[0] if len(found) == 1 else frozenset()
