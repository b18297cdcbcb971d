"""The contract on the wire: what ``POST /v1/search``, ``ask --json`` and ``figures`` say.

The models here are the shapes of what goes out, rebuilt tables apart (:mod:`tickmark.service.wire.tables`);
:mod:`tickmark.service.wire.response` fills them, and :mod:`tickmark.service.wire.request` has the shapes of what comes
in. Numbers are decimals written out plainly ("0.000012", never "1.2E-5"), as strings, so that no program reads them
into a binary float on the way.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from tickmark.index.model import Intent
from tickmark.ingest.model import (
    FigureOrigin,
    FigureStatus,
    FiscalPeriod,
    Language,
    PassageKind,
    PeriodKind,
    ReadingField,
)
from tickmark.service.model import AnswerStatus

__all__ = [
    "AnswerOut",
    "CalculationOut",
    "CellOut",
    "CitationOut",
    "DimensionOut",
    "DocumentOut",
    "FigureOut",
    "FlatFigure",
    "InterpretationOut",
    "PassageOut",
    "PeriodOut",
    "ReadingOut",
    "SearchResponse",
    "plain",
]


def plain(number: Decimal) -> str:
    """``number`` without an exponent."""
    return format(number, "f")


Plain = Annotated[
    Decimal,
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["105925"]}),
]
Pair = Annotated[tuple[int, int], Field(examples=[[562, 562]])]


class Out(BaseModel):
    """The base of everything that goes out."""

    model_config = ConfigDict(frozen=True)


class PeriodOut(Out):
    """A stretch of time or a moment."""

    kind: PeriodKind
    start: str | None
    end: str | None
    text: str


class CellOut(Out):
    """A cell of the grid as printed: 0-based, header rows included, spans expanded."""

    table: int
    row: int
    column: int


class CitationOut(Out):
    """Where it stands. For text formats ``source[chars[0]:chars[1]] == quote``."""

    document_id: str
    source: str
    title: str
    issuer: str
    form: str | None
    published: str | None
    page: int | None
    section: list[str]
    lines: Pair
    chars: Pair
    cell: CellOut | None
    quote: str
    url: str
    box: tuple[float, float, float, float] | None = None


class DimensionOut(Out):
    """One dimension of a tagged number, by the names of its axis and its member."""

    axis: str
    member: str


class ReadingOut(Out):
    """How the page alone reads, where the figure is as its tag says."""

    number: Plain | None
    scale: Plain
    value: Plain | None
    unit: str | None
    currency: str | None
    period: PeriodOut | None


class FigureFields(Out):
    """What a figure says, wherever it is told.

    From ``concept`` on: what inline XBRL adds. ``disagrees`` names the fields in which the page as printed
    (``printed_as``) and the tag contradict one another; ``tagged_value`` is the tag's own value, percentages as
    fractions.
    """

    id: str
    label_path: list[str]
    column_path: list[str]
    printed: str
    number: Plain | None
    low: Plain | None
    high: Plain | None
    scale: Plain
    value: Plain | None
    unit: str | None
    currency: str | None
    period: PeriodOut | None
    qualifiers: list[str]
    status: FigureStatus
    footnotes: list[str]
    origin: FigureOrigin
    context: str
    citation: CitationOut
    concept: str | None = Field(default=None, examples=["us-gaap:Assets"])
    dimensions: list[DimensionOut] = []
    tagged_value: Plain | None = None
    other_concepts: list[str] = []
    printed_as: ReadingOut | None = None
    disagrees: list[ReadingField] = []


class FigureOut(FigureFields):
    """A figure that was found. ``superseded_by``: an amendment replaced this reading by that of another figure."""

    conflicts_with: list[str]
    score: float
    superseded_by: str | None = None


class FlatFigure(FigureFields):
    """A figure as one line of ``tickmark figures``, with its place and period also as plain fields."""

    conflicts_with: list[str] = []
    score: float | None = None
    document_id: str
    source: str
    table_index: int | None
    row: int | None
    col: int | None
    period_start: str | None
    period_end: str | None
    period_kind: PeriodKind | None
    period_label: str | None


class PassageOut(Out):
    """A passage that was found."""

    id: str
    kind: PassageKind
    text: str
    score: float
    table: int | None
    citation: CitationOut


class InterpretationOut(Out):
    """How the question was understood."""

    issuers: list[str]
    metrics: list[str]
    periods: list[PeriodOut]
    intent: Intent
    language: Language
    forms: list[str]


class CalculationOut(Out):
    """Exact arithmetic over the figures in the answer."""

    expression: str
    result: Plain
    unit: str | None


class AnswerOut(Out):
    """The verdict. ``reason`` is there whenever the question was not answered."""

    status: AnswerStatus
    text: str
    figure_ids: list[str]
    passage_ids: list[str]
    calculation: CalculationOut | None
    reason: str | None


class SearchResponse(Out):
    """One answer, the same for every door."""

    query: str
    interpretation: InterpretationOut
    answer: AnswerOut
    figures: list[FigureOut]
    passages: list[PassageOut]
    timings_ms: dict[str, float]


class DocumentOut(Out):
    """A filing in the index."""

    document_id: str
    source: str
    title: str
    issuer: str
    issuer_names: list[str]
    stock_code: str | None
    form: str | None
    published: str | None
    period: PeriodOut | None
    language: Language
    media_type: str
    chars: int
    tables: int
    figures: int
    passages: int
    warnings: list[str]
    url: str
    tickers: list[str] = []
    cik: str | None = None
    accession: str | None = None
    currency: str | None = None
    fiscal_year: int | None = None
    fiscal_period: FiscalPeriod | None = None
    fiscal_year_end: str | None = None
    amends: str | None = None
