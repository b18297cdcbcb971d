"""A figure and the place it is printed at, in the pieces that a page sets large, small and quiet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tickmark.index.model import FigureHit, FilingSummary
from tickmark.ingest.model import Figure, FigureStatus, Period, Span
from tickmark.service.wire.response import source_url, value_of
from tickmark.service.wording import amount, disagreement, number_words, period_words, scale_words

__all__ = ["FigureView", "Place", "Quantity", "day_words", "figure_view", "period_title", "place", "quantity"]

_LEADS = {"approximate": "approximately"}
_SPOKEN_QUALIFIERS = frozenset({"approximate", "at least", "at most", "more than", "less than"})
_SHORT_NOTE = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in pieces: "at least" / "RMB" / "354" / "million". ``spoken`` is all of it in one line."""

    lead: str
    prefix: str
    number: str
    tail: str
    in_full: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Place:
    """What a citation says of where something stands, and the address that opens it there."""

    url: str
    document_id: str
    source: str
    title: str
    issuer: str
    form: str
    published: str
    section: str
    where: str
    language: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as the page shows it. ``context`` is the text around it, in the parts before, printed and after.

    ``concept`` is the concept it is tagged with; ``warning`` says where the tag and the printed page differ.
    """

    id: str
    quantity: Quantity
    label: str
    groups: tuple[str, ...]
    column: tuple[str, ...]
    period: str
    qualifiers: tuple[str, ...]
    notes: tuple[str, ...]
    status: FigureStatus
    printed: str
    quote: str
    context: tuple[str, str, str] | None
    place: Place
    concept: str = ""
    warning: str = ""


def figure_view(hit: FigureHit) -> FigureView:
    """A figure that was found, with the filing it stands in."""
    figure = hit.figure
    path = tuple(part for part in figure.label_path if part)
    return FigureView(
        id=figure.id,
        quantity=quantity(figure),
        label=path[-1] if path else "A figure without a label",
        groups=path[:-1],
        column=tuple(part for part in figure.column_path if part),
        period=period_title(figure.period),
        qualifiers=tuple(word for word in figure.qualifiers if word not in _SPOKEN_QUALIFIERS),
        notes=_notes(figure.footnotes),
        status=figure.status,
        printed=figure.printed,
        quote=figure.quote,
        context=_context(figure),
        place=place(hit.filing, figure.span, figure.section),
        concept=figure.concept or "",
        warning=disagreement(figure),
    )


def quantity(figure: Figure) -> Quantity:
    """The amount of a figure in pieces, its scale in words."""
    lead = next((_LEADS.get(word, word) for word in figure.qualifiers if word in _SPOKEN_QUALIFIERS), "")
    unit, scale, prefix = figure.unit or "", scale_words(figure.scale), ""
    if figure.currency and unit:
        money, _, per = unit.partition("/")
        if money.isupper():  # "RMB" and "GBP" stand before the number, "pence" after it
            prefix, unit = money, f"per {per}" if per else ""
        else:
            unit = f"{money} per {per}" if per else money
    if figure.low is not None and figure.high is not None:
        lead, number = "", f"{number_words(figure.low)} – {number_words(figure.high)}"
    else:
        number = figure.printed if figure.number is None else number_words(figure.number)
    if figure.number is None and figure.low is None:
        return Quantity("", "", number, "", "", amount(figure))
    tail = "%" if unit == "%" else " ".join(part for part in (scale, unit) if part)
    return Quantity(lead, prefix, number, tail, _in_full(figure, prefix, unit), amount(figure))


def _in_full(figure: Figure, prefix: str, unit: str) -> str:
    """A scaled amount written out: "GBP 412,860,000"."""
    value = value_of(figure)
    if figure.scale == 1 or value is None:
        return ""
    return " ".join(part for part in (prefix, f"{value:,f}", unit) if part)


def _notes(footnotes: Sequence[str]) -> tuple[str, ...]:
    """Footnotes as they are told; of some only the mark is known."""
    return tuple(f"See note {note} in the filing" if len(note) <= _SHORT_NOTE else note for note in footnotes)


def _context(figure: Figure) -> tuple[str, str, str] | None:
    """The sentence or call-out that a figure stands in; of a cell, the table says more."""
    if figure.origin == "cell" or not figure.context:
        return None
    before, found, after = figure.context.partition(figure.printed)
    return (before, found, after) if found else (figure.context, "", "")


def period_title(period: Period | None) -> str:
    """A period as a title: "2022", "31 December 2023", "Six months to 30 June 2026"."""
    words = period_words(period)
    for start in ("in the ", "in ", "at ", "from "):
        if words.startswith(start):
            words = words.removeprefix(start)
            break
    return words[:1].upper() + words[1:]


def day_words(iso: str | None) -> str:
    """A date as people write it; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{day.day} {day:%B %Y}"


def place(filing: FilingSummary, span: Span, section: Sequence[str]) -> Place:
    """Where something stands, in words and as an address."""
    first, last = span.lines
    where = f"page {span.page}" if span.page else f"line {first}" if first == last else f"lines {first} to {last}"
    return Place(
        url=source_url(filing.id, span.chars),
        document_id=filing.id,
        source=filing.source,
        title=filing.title or filing.source,
        issuer=filing.issuer,
        form=filing.form or "",
        published=day_words(filing.published),
        section=" › ".join(part for part in section[-2:] if part and part != filing.title),
        where=where,
        language=filing.language,
    )
