"""A figure as its tag says, with the page's own reading beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tickmark.ingest.model import Figure, Period, Reading
from tickmark.ingest.readers.ixbrl import Fact
from tickmark.ingest.readers.ixbrl_agreement import disagreements, same_stretch

__all__ = ["ranged", "tagged"]

ONE = Decimal(1)


def _page(figure: Figure) -> Reading:
    return Reading(figure.number, figure.scale, figure.unit, figure.currency, figure.period)


def tagged(figure: Figure, fact: Fact, others: Sequence[Fact], *, negative: bool) -> Figure:
    """The figure as its tag says; fields on which the tag is silent stay as the page says."""
    unit, currency, scale = _unit(figure, fact)
    nil = fact.nil or (fact.number is None and figure.status == "nil")
    value = figure.number if fact.number is None else -fact.number if negative else fact.number
    return replace(
        figure,
        status="nil" if nil else "value" if value is not None else figure.status,
        number=None if nil else value,
        scale=scale,
        unit=unit,
        currency=currency,
        period=_period(figure.period, fact.period),
        concept=fact.concept,
        dimensions=fact.dimensions,
        tagged_value=fact.value,
        other_concepts=tuple(other.concept for other in others),
        printed_as=_page(figure),
        disagrees=tuple(disagreements(figure, fact)),
    )


def ranged(figure: Figure, facts: Sequence[Fact]) -> Figure:
    """A range whose ends are tagged: the tags say of what, and when; the ends are the page's."""
    fact = facts[0]
    told = tuple(name for name in disagreements(figure, fact) if name in {"unit", "period"})
    return replace(
        figure,
        period=_period(figure.period, fact.period),
        concept=fact.concept,
        dimensions=fact.dimensions,
        other_concepts=tuple(other.concept for other in facts[1:]),
        printed_as=_page(figure),
        disagrees=told,
    )


def _unit(figure: Figure, fact: Fact) -> tuple[str | None, str | None, Decimal]:
    """Unit, currency and scale: the tag's, as far as it says them."""
    scale = figure.scale if fact.number is None else fact.scale
    if fact.unit is None:
        percent = figure.unit == "%" and fact.scale == Decimal("0.01")
        return figure.unit, figure.currency, ONE if percent else scale
    counts = figure.currency is None and figure.unit is not None and "%" not in figure.unit
    if counts and fact.currency is None and (not fact.unit or _singular(fact.unit) == _singular(figure.unit or "")):
        return figure.unit, None, scale  # the page names what a plain number counts
    return fact.unit or None, fact.currency, scale


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


def _period(page: Period | None, fact: Period | None) -> Period | None:
    """The tag's period, with the page's words where the page means the same days."""
    if fact is None:
        return page
    if page is not None and page.text and same_stretch(page, fact):
        return replace(fact, text=page.text)
    return fact
