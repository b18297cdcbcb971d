"""Inline XBRL: what the tags in an HTML filing say of the numbers that it prints.

A filing in inline XBRL (Inline XBRL 1.1, XBRL International, 2013) wraps each number that it reports in a tag that
names the concept, the period, the dimensions, the unit, the scale and the sign. :func:`read_tags` reads these from the
source text; nothing here looks at tables, so that the one reading can grade the other
(:mod:`tickmark.ingest.figures.tagged` sets them side by side).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from tickmark.ingest.figures.units import UnitSpec
from tickmark.ingest.model import Period
from tickmark.ingest.readers.ixbrl_contexts import Context, Resources, resources
from tickmark.ingest.readers.ixbrl_tags import Element, Names, elements, printed, walk
from tickmark.ingest.readers.ixbrl_transforms import is_known, number_of

__all__ = ["Fact", "Said", "Tags", "has_tags", "read_tags"]

_TAGGED = re.compile(r"<[A-Za-z_][\w.-]*:(?:nonFraction|nonNumeric)\b", re.IGNORECASE)
_SPEAKS = frozenset({"dei", "bus", "ifrs-full", "uk-bus"})
_LONGEST_SAID = 500
_LONGEST_NUMBER: Final = 20_000  # markup inside it counts
_MOST_READ: Final = 20  # characters for each of the source: tags within tags are read again and again
_HIDDEN: Final = frozenset({"hidden", "header"})
_MOST_SCALE: Final = 30
_NO_CONTEXT: Final = Context(None)
_PARTS: Final = {Decimal("0.01"): "%", Decimal("0.0001"): "basis points"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One tagged number.

    ``chars`` bounds what the tag prints, markup at its ends left out. ``number`` is the number as printed, never
    negative, under the tag's transformation; ``value`` is what the tag reports: its own sign and scale applied, a
    percentage as a fraction. Both are None where the tag says nil, or the print does not fit its transformation.
    ``scale`` is what ``number`` is multiplied by to give the amount in ``unit``: 1 for "%", which stays as printed.
    ``unit`` is "" for a pure number, None where the tag does not say.
    """

    concept: str
    chars: tuple[int, int]
    printed: str
    number: Decimal | None
    value: Decimal | None
    scale: Decimal = Decimal(1)
    unit: str | None = None
    currency: str | None = None
    period: Period | None = None
    dimensions: tuple[tuple[str, str], ...] = ()
    nil: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One tagged text that says something of the document ("dei:EntityRegistrantName")."""

    concept: str
    text: str
    chars: tuple[int, int]
    period: Period | None = None
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Tags:
    """All that the tags of one document say: numbers and texts in reading order, and what could not be used."""

    facts: list[Fact] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def has_tags(source: str) -> bool:
    """Whether a source holds inline XBRL."""
    return _TAGGED.search(source) is not None


def read_tags(source: str) -> Tags:
    """What the tags of an HTML source say. ``chars`` of all of it are offsets into ``source``."""
    if not has_tags(source):
        return Tags()
    names = Names(source)
    roots, unclosed = elements(source, names)
    walked = [element for element in walk(roots) if element.space == "ix"]
    reader = _Reader(source, names, resources(source, roots, names), _continuations(walked))
    tags = Tags()
    for element in walked:
        if element.name == "nonfraction":
            tags.facts.append(reader.fact(element))
        elif element.name == "nonnumeric":
            tags.said += reader.says(element)
        elif element.name == "fraction":
            reader.trouble["a fraction of two numbers: not read"] += 1
    if open_tags := sum(element.space == "ix" for element in unclosed):
        reader.trouble["a tag that is never closed: what it holds is not known"] += open_tags
    tags.warnings = [
        f"inline XBRL: {what}" + (f" ({count} times)" if count > 1 else "") for what, count in reader.trouble.items()
    ]
    return tags


def _continuations(walked: list[Element]) -> dict[str, Element]:
    return {e.attrs["id"]: e for e in reversed(walked) if e.name == "continuation" and "id" in e.attrs}


@dataclass(slots=True)
class _Reader:
    source: str
    names: Names
    resources: Resources
    continuations: dict[str, Element]
    trouble: Counter[str] = field(default_factory=Counter)
    left: int = 0

    def __post_init__(self) -> None:
        self.left = _MOST_READ * len(self.source)

    def fact(self, element: Element) -> Fact:
        """The fact of one ``ix:nonFraction``."""
        attrs = element.attrs
        text, chars = self._printed(element)
        nil = any(name.endswith(":nil") and value.strip() in {"true", "1"} for name, value in attrs.items())
        number = None if nil else self._number(text, attrs.get("format"))
        factor = self._factor(attrs.get("scale", "0"))
        context, spec = self._context(element), self._unit(element)
        value = number * factor if number is not None and factor is not None else None
        if value is not None and attrs.get("sign") == "-":
            value = -value
        unit, scale = _as_printed(spec, factor)
        return Fact(
            concept=self.names.qualified(attrs.get("name", "")),
            chars=chars,
            printed=text,
            number=number if factor is not None else None,
            value=value,
            scale=scale,
            unit=unit,
            currency=spec.currency if spec else None,
            period=context.period,
            dimensions=context.dimensions,
            nil=nil,
            hidden=not element.around.isdisjoint(_HIDDEN),
        )

    def _printed(self, element: Element) -> tuple[str, tuple[int, int]]:
        """The words of a tagged number; a stretch longer than any number is not looked at."""
        start, stop = element.inner
        if stop - start <= _LONGEST_NUMBER and self._may_read(stop - start):
            return printed(self.source, element.inner)
        self.trouble["a tag round a text that is no number"] += 1
        return "", (start, start)

    def _may_read(self, length: int) -> bool:
        """Whether so much may still be read; what is not is counted."""
        self.left -= length + 20
        if self.left < 0:
            self.trouble["a tag within more tags than any filing has: not read"] += 1
        return self.left >= 0

    def _number(self, text: str, form: str | None) -> Decimal | None:
        number = number_of(text, form)
        if number is None and not is_known(form):
            self.trouble[f"the transformation {form} is not known: the number stands as the page prints it"] += 1
        elif number is None:
            self.trouble[f"{text[:40]!r} is no number under {form or 'no transformation'}"] += 1
        return number

    def _factor(self, scale: str) -> Decimal | None:
        try:
            power = int(scale)
        except ValueError:
            power = _MOST_SCALE + 1
        if abs(power) > _MOST_SCALE:
            self.trouble[f"the scale {scale[:20]!r} cannot be used"] += 1
            return None
        return Decimal(10**power) if power >= 0 else Decimal(1).scaleb(power)

    def _context(self, element: Element) -> Context:
        key = element.attrs.get("contextref", "")
        found = self.resources.contexts.get(key)
        if found is None:
            self.trouble["a tag names a context that this file does not define: its period is as printed"] += 1
        return found or _NO_CONTEXT

    def _unit(self, element: Element) -> UnitSpec | None:
        found = self.resources.units.get(element.attrs.get("unitref", ""))
        if found is None:
            self.trouble["a tag names a unit that this file does not define: its unit is as printed"] += 1
        return found

    def says(self, element: Element) -> Iterator[Said]:
        """What an ``ix:nonNumeric`` says of the document itself; of the filing's business, the text says it."""
        concept = self.names.qualified(element.attrs.get("name", ""))
        if concept.partition(":")[0] not in _SPEAKS:
            return
        texts: list[str] = []
        chars, seen = (0, 0), set[str]()
        part: Element | None = element
        while part is not None:
            start, stop = part.inner
            if stop - start > _LONGEST_NUMBER or not self._may_read(stop - start):
                return
            inside = part.children if stop > start else []
            excluded = [(e.inner[0], e.stop) for e in walk(inside) if e.name == "exclude"]
            text, place = printed(self.source, part.inner, excluded)
            chars = chars if texts else place
            texts.append(text)
            after = part.attrs.get("continuedat", "")
            part = None if after in seen else self.continuations.get(after)
            seen.add(after)
        text = " ".join(text for text in texts if text)
        if text and len(text) <= _LONGEST_SAID:
            context = self.resources.contexts.get(element.attrs.get("contextref", ""), _NO_CONTEXT)
            yield Said(concept, text, chars, context.period, context.dimensions)


def _as_printed(spec: UnitSpec | None, factor: Decimal | None) -> tuple[str | None, Decimal]:
    """Unit and scale as a page prints them: a pure number in hundredths is a percentage, in ten-thousandths bps."""
    pure = spec is not None and spec.unit is None
    if pure and factor in _PARTS:
        return _PARTS[factor], Decimal(1)
    return "" if pure else spec.unit if spec else None, factor if factor is not None else Decimal(1)
