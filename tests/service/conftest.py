"""A small filing, built by hand, for tests of what is shown and told of one."""

from __future__ import annotations

import hashlib
import re
from contextlib import ExitStack
from decimal import Decimal
from functools import partial

import pytest

from tickmark.index.library import Library
from tickmark.index.model import FigureHit, FilingSummary, Interpretation, PassageHit
from tickmark.ingest import read
from tickmark.ingest.lines import Lines
from tickmark.ingest.model import (
    Cell,
    CellRef,
    Column,
    Figure,
    Filing,
    Heading,
    Paragraph,
    Passage,
    Period,
    Row,
    SetAside,
    Table,
)
from tickmark.ingest.split import split
from tickmark.service.answer import answer as answered
from tickmark.service.model import Answer, Calculation, Verdict

TEXT = """# Climate

Northwind used 4.20 million kWh in 2022.

Emissions\tUnit\t2022\t2021
Scope 2\ttCO2e\t105,925\t/
, , ,
Scope 3 <all>\ttCO2e\t(1,200)\t980 (2%)
"""

YEAR_2022 = Period("duration", "2022-01-01", "2022-12-31", "2022")
YEAR_2021 = Period("duration", "2021-01-01", "2021-12-31", "2021")
SECTION = ("Climate",)


class Maker:
    """Makes figures of a text by what they print."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.id = hashlib.sha256(text.encode()).hexdigest()[:16]

    def figure(self, printed: str, number: str | None, **more: object) -> Figure:
        at = re.search(rf"(?<![\d,]){re.escape(printed)}", self.text)
        assert at is not None
        fields: dict[str, object] = {"origin": "cell", "section": SECTION, "context": "in context"}
        return Figure(
            id=f"{self.id}-{printed}",
            printed=printed,
            quote=printed,
            span=self.lines.span(at.start(), at.end()),
            number=None if number is None else Decimal(number),
            **{**fields, **more},
        )

    def cell(self, column: int, printed: str, *figures: Figure) -> Cell:
        at = self.text.index(printed)
        return Cell(column, column + 2, printed, self.lines.span(at, at + len(printed)), figures)

    def line(self, number: int) -> object:
        return self.lines.span(*self.lines.bounds(number))


def build() -> Filing:
    make = Maker(TEXT)
    common = {"unit": "tCO2e", "label_path": ("Scope 2",)}
    scope_2 = make.figure("105,925", "105925", period=YEAR_2022, column_path=("2022",), cell=CellRef(0, 1, 2), **common)
    hidden = make.figure(
        "/", None, status="not_disclosed", period=YEAR_2021, column_path=("2021",), cell=CellRef(0, 1, 3), **common
    )
    scope_3 = make.figure("(1,200)", "-1200", unit="tCO2e", label_path=("Scope 3 <all>",), cell=CellRef(0, 2, 2))
    pair = (
        make.figure("980", "980", unit="tCO2e", label_path=("Scope 3 <all>",), cell=CellRef(0, 2, 3)),
        make.figure("2%", "2", unit="%", label_path=("Scope 3 <all>",), cell=CellRef(0, 2, 3)),
    )
    energy = make.figure(
        "4.20 million",
        "4.20",
        scale=Decimal(1_000_000),
        unit="kWh",
        period=YEAR_2022,
        origin="prose",
        label_path=("energy used",),
        qualifiers=("approximate",),
    )
    start, end = make.lines.bounds(5)[0], make.lines.bounds(8)[1]
    table = Table(
        index=0,
        columns=(Column(("2022",), YEAR_2022), Column(("2021",), YEAR_2021)),
        rows=(
            Row(
                ("Scope 2",),
                (make.cell(0, "105,925", scope_2), make.cell(1, "/", hidden)),
                make.line(6),
                1,
                unit="tCO2e",
            ),
            Row(
                ("Scope 3 <all>",),
                (make.cell(0, "(1,200)", scope_3), make.cell(1, "980 (2%)", *pair)),
                make.line(8),
                2,
                number="2.",
                unit="tCO2e",
                footnotes=("Without <air> travel",),
            ),
        ),
        span=make.lines.span(start, end),
        section=SECTION,
        caption="Emissions & energy",
        unit_line="Unit: t",
        stub=("Emissions",),
        noise=(SetAside(7, ", , ,"),),
    )
    return Filing(
        id=make.id,
        source="esg-2022.txt",
        text=TEXT,
        title="ESG report 2022",
        issuer="Northwind Magnetics Ltd.",
        stock_code="01234",
        form="ESG report",
        published="2023-03-30",
        blocks=(
            Heading("Climate", 1, make.line(1)),
            Paragraph("Northwind used 4.20 million kWh in 2022.", make.line(3), SECTION, (energy,)),
            table,
        ),
    )


def summary_of(filing: Filing) -> FilingSummary:
    return FilingSummary(
        id=filing.id,
        source=filing.source,
        title=filing.title,
        issuer=filing.issuer,
        issuer_names=(),
        stock_code=filing.stock_code,
        form=filing.form,
        published=filing.published,
        period=None,
        language="en",
        media_type="text/plain",
        chars=len(filing.text),
        tables=1,
        figures=6,
        passages=1,
    )


@pytest.fixture
def filing() -> Filing:
    return build()


@pytest.fixture
def summary(filing: Filing) -> FilingSummary:
    return summary_of(filing)


@pytest.fixture
def answer(filing: Filing, summary: FilingSummary) -> Answer:
    """An answer that uses every part of the shape."""
    figures = {figure.printed: figure for figure in filing.figures()}
    start, end = filing.tables[0].span.chars
    passage = Passage("p1", filing.id, "table", filing.text[start:end], "indexed", filing.tables[0].span, SECTION, 0)
    cited = figures["105,925"]
    return Answer(
        query="Northwind scope 2 emissions 2022",
        interpretation=Interpretation(("Northwind Magnetics Ltd.",), ("Scope 2",), (YEAR_2022,), "figure", "en"),
        verdict=Verdict(
            "answered",
            "Scope 2 were 105,925 tCO2e in 2022.",
            (cited.id,),
            ("p1",),
            Calculation("105,925 / 3", Decimal("1E+2"), "tCO2e"),
        ),
        figures=(FigureHit(cited, summary, 0.93), FigureHit(figures["4.20 million"], summary, 0.4, ("other",))),
        passages=(PassageHit(passage, summary, 0.81),),
        timings_ms={"total": 14.2004},
    )


@pytest.fixture(scope="module")
def asked_of(tmp_path_factory, three_filings):
    """Makes a text the only filing of an index, and gives what answers questions on it."""
    with ExitStack() as opened:

        def of(text, name):
            path = tmp_path_factory.mktemp("one") / "index"
            library = opened.enter_context(Library.open(path, create=True, embedder=three_filings.embedder))
            filing = read(text.encode(), name)
            library.add(filing, *split(filing))
            library.refresh()
            return partial(answered, library)

        yield of
