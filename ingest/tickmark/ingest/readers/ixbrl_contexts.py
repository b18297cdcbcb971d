"""What the tags refer to: contexts (period and dimensions) and units, from the hidden header of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tickmark.ingest.figures.units import UnitSpec, currency_of
from tickmark.ingest.model import Period
from tickmark.ingest.readers.ixbrl_tags import Element, Names, printed, walk

__all__ = ["Context", "Resources", "resources"]

_CODE = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:\d\d)?)?")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SINGULAR: Final = {"shares": "share"}
_KNOWN: Final = {"mi": "miles", "bbl": "barrels", "sqft": "square feet"}


@dataclass(frozen=True, slots=True)
class Context:
    """The period that a fact is of, and its dimensions: (axis, member) by name, in the order they are written."""

    period: Period | None
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Resources:
    """Contexts and units by their ids, as the tags name them."""

    contexts: dict[str, Context]
    units: dict[str, UnitSpec]


def resources(source: str, roots: list[Element], names: Names) -> Resources:
    """The contexts and units that a document defines; the first of two with one id holds."""
    found = Resources({}, {})
    waiting = roots[::-1]
    while waiting:
        element = waiting.pop()
        if element.space != "xbrli" or element.name not in {"context", "unit"}:
            waiting += element.children[::-1]  # one inside another is none: each is walked through once
            continue
        key = element.attrs.get("id")
        if key is None:
            continue
        if element.name == "context":
            found.contexts.setdefault(key, _context(source, element, names))
        else:
            found.units.setdefault(key, _unit(source, element, names))
    return found


def _text(source: str, element: Element) -> str:
    """The words of an innermost element; what holds others of its kind says nothing itself."""
    return "" if element.children else printed(source, element.inner)[0]


def _context(source: str, element: Element, names: Names) -> Context:
    dates: dict[str, str] = {}
    dimensions: list[tuple[str, str]] = []
    for part in walk(element.children):
        if part.name in {"instant", "startdate", "enddate"}:
            dates[part.name] = _text(source, part)
        elif part.name in {"explicitmember", "typedmember"}:
            member = _text(source, part)
            member = names.qualified(member) if part.name == "explicitmember" else member
            dimensions.append((names.qualified(part.attrs.get("dimension", "")), member))
    return Context(_period(dates), tuple(dimensions))


def _period(dates: dict[str, str]) -> Period | None:
    """A period from its ISO dates; None for "forever" and for what is no date."""
    if "instant" in dates:
        day = _day(dates["instant"], closing=True)
        return Period("instant", None, day, day) if day else None
    start = _day(dates.get("startdate", ""), closing=False)
    end = _day(dates.get("enddate", ""), closing=True)
    return Period("duration", start, end, f"{start} to {end}") if start and end and start <= end else None


def _day(text: str, *, closing: bool) -> str | None:
    """An ISO date. Midnight at the end of a period is the end of the day before (XBRL 2.1, 4.7.2)."""
    found = _DATE.fullmatch(text)
    try:
        day = date.fromisoformat(found[1]) if found else None
        if found and day and closing and found[2]:
            day -= timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return day.isoformat() if day else None


def _unit(source: str, element: Element, names: Names) -> UnitSpec:
    """A unit in its normal written form: "USD", "USD/share", "shares"; nothing for a pure number."""
    above: list[str] = []
    below: list[str] = []
    for part in walk(element.children):
        if part.name == "measure":
            side = below if "unitdenominator" in part.around else above
            side.append(names.qualified(_text(source, part)))
    if not above:
        return UnitSpec()
    forms = [_measure(name) for name in above]
    currency = forms[0][1] if len(forms) == 1 else None
    unit = "*".join(form for form, _ in forms if form) or None
    if below:
        per = "*".join(_SINGULAR.get(form, form) for form, _ in map(_measure, below) if form)
        unit = f"{unit or 1}/{per}" if per else unit
    return UnitSpec(unit, currency)


def _measure(name: str) -> tuple[str, str | None]:
    """The normal form of one measure and its ISO currency: "iso4217:CNY" is ("RMB", "CNY"), "xbrli:pure" ("", None)."""
    prefix, _, local = name.rpartition(":")
    if prefix == "iso4217" or (not prefix and _CODE.fullmatch(local)):
        return currency_of(local) or (local, local)
    if prefix in {"xbrli", ""} and local in {"pure", "shares"}:
        return ("" if local == "pure" else local), None
    if prefix == "utr":
        return _KNOWN.get(local, local), None
    return " ".join(_WORD.findall(local)).lower(), None
