"""What a page was asked: the question and its filters, from an address and back into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from tickmark.index.filters import Filters, form_key, issuer_key
from tickmark.index.library import Library
from tickmark.index.model import FilingSummary

__all__ = ["Asked", "Chip", "Choices", "asked_of", "chips", "choices_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its filters, as they stand in the address: ``/?q=...&issuer=...&form=...&from=...&to=...``."""

    question: str = ""
    issuer: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    period_from: str = ""
    period_to: str = ""

    @property
    def filtered(self) -> bool:
        """Whether any filter is set."""
        return bool(self.issuer or self.form or self.period_from or self.period_to)

    def filters(self) -> Filters:
        """The filters as the index takes them. Raises FilterError."""
        return Filters.parse(
            {
                "issuer": list(self.issuer),
                "form": list(self.form),
                "period_from": self.period_from or None,
                "period_to": self.period_to or None,
            }
        )

    def url(self) -> str:
        """The address that asks this."""
        pairs = [("q", self.question)] if self.question else []
        pairs += [("issuer", each) for each in self.issuer] + [("form", each) for each in self.form]
        pairs += [(name, value) for name, value in (("from", self.period_from), ("to", self.period_to)) if value]
        return f"/?{urlencode(pairs)}" if pairs else "/"

    def about(self, question: str) -> str:
        """The address that asks another question under the same filters."""
        return replace(self, question=question).url()

    def unfiltered(self) -> str:
        """The address that asks the same of every filing."""
        return Asked(self.question).url()


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to filter by, drawn from the index."""

    issuers: tuple[str, ...]
    forms: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the address without it."""

    name: str
    value: str
    url: str


def asked_of(query: Sequence[tuple[str, str]]) -> Asked:
    """What an address asks; parameters that mean nothing here are passed over, as on any web page."""
    values: dict[str, list[str]] = {}
    for name, value in query:
        if value.strip():
            values.setdefault(name, []).append(value.strip())
    return Asked(
        question=next(iter(values.get("q", [])), ""),
        issuer=tuple(dict.fromkeys(values.get("issuer", []))),
        form=tuple(dict.fromkeys(values.get("form", []))),
        period_from=next(iter(values.get("from", [])), ""),
        period_to=next(iter(values.get("to", [])), ""),
    )


def choices_of(library: Library, filings: Sequence[FilingSummary]) -> Choices:
    """The issuers, forms and years of an index; names that a filter takes for the same are offered once."""
    issuers = {issuer_key(filing.issuer): filing.issuer for filing in reversed(filings) if filing.issuer}
    forms = {form_key(filing.form): filing.form for filing in reversed(filings) if filing.form}
    return Choices(
        issuers=tuple(sorted(issuers.values(), key=str.casefold)),
        forms=tuple(sorted(forms.values(), key=str.casefold)),
        years=tuple(reversed(library.period_years())),
    )


def chips(asked: Asked) -> list[Chip]:
    """The filters that are set, each with the way to drop it."""
    made = [
        Chip("Issuer", each, replace(asked, issuer=tuple(i for i in asked.issuer if i != each)).url())
        for each in asked.issuer
    ]
    made += [
        Chip("Form", each, replace(asked, form=tuple(f for f in asked.form if f != each)).url()) for each in asked.form
    ]
    dates: Mapping[str, tuple[str, str]] = {
        "Period from": (asked.period_from, replace(asked, period_from="").url()),
        "Period to": (asked.period_to, replace(asked, period_to="").url()),
    }
    return [*made, *(Chip(name, value, url) for name, (value, url) in dates.items() if value)]
