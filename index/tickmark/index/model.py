"""The nouns of the first floor: what the index gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tickmark.ingest.model import Figure, FiscalPeriod, Language, Passage, Period

__all__ = ["Change", "FigureHit", "FilingSummary", "Intent", "Interpretation", "PassageHit"]

Change = Literal["added", "replaced", "unchanged"]
Intent = Literal["figure", "series", "breakdown", "comparison", "calculation", "fact", "list", "yes_no"]


@dataclass(frozen=True, slots=True)
class FilingSummary:
    """One row of ``tickmark list``: a filing without its text and blocks."""

    id: str
    source: str
    title: str
    issuer: str
    issuer_names: tuple[str, ...]
    stock_code: str | None
    form: str | None
    published: str | None
    period: Period | None
    language: Language
    media_type: str
    chars: int
    tables: int
    figures: int
    passages: int
    warnings: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    cik: str | None = None
    accession: str | None = None
    currency: str | None = None
    fiscal_year: int | None = None
    fiscal_period: FiscalPeriod | None = None
    fiscal_year_end: str | None = None
    amends: str | None = None


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How a question was understood; ``language`` is that of the question."""

    issuers: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    intent: Intent = "fact"
    language: Language = "en"
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure that was found, with the filing it stands in. Scores lie in [0, 1]; higher is better.

    ``superseded_by`` is the id of the figure that counts instead, where an amendment replaced this reading.
    """

    figure: Figure
    filing: FilingSummary
    score: float
    conflicts_with: tuple[str, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that was found, with the filing it stands in. Scores lie in [0, 1]; higher is better."""

    passage: Passage
    filing: FilingSummary
    score: float
