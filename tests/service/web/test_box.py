"""The pages of the web box without a browser: what they are made of, and how they end when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tickmark.index.model import FigureHit, FilingSummary
from tickmark.ingest.model import Figure, Filing, Period, Reading
from tickmark.service.app import create_app
from tickmark.service.settings import Settings
from tickmark.service.web.chart import chart, over_time, shares
from tickmark.service.web.figure import figure_view, period_title, quantity
from tickmark.service.web.query import Asked, asked_of, chips
from tickmark.service.web.table import table_view

REPORT = """Northwind Magnetics Ltd.

# ESG report 2022

Indicator\tUnit\t2020\t2021\t2022
Total emissions of the plants\ttCO2e\t90,111\t91,777\t88,404
Emissions of purchased power\ttCO2e\t/\t70,310\t66,215
"""


@pytest.fixture
def figures(filing: Filing) -> dict[str, Figure]:
    return {figure.printed: figure for figure in filing.figures()}


def hit(figure: Figure, summary: FilingSummary, **changes: object) -> FigureHit:
    from dataclasses import replace

    return FigureHit(replace(figure, **changes), summary, 1.0)


@pytest.mark.parametrize(
    ("changes", "pieces"),
    [
        ({"number": Decimal("105925"), "unit": "tCO2e"}, ("", "", "105,925", "tCO2e", "")),
        (
            {"number": Decimal("354.5"), "unit": "RMB", "currency": "CNY", "scale": Decimal(1_000_000)},
            ("", "RMB", "354.5", "million", "RMB 354,500,000"),
        ),
        ({"number": Decimal("17.55"), "unit": "%"}, ("", "", "17.55", "%", "")),
        ({"number": Decimal("0.42"), "unit": "RMB/share", "currency": "CNY"}, ("", "RMB", "0.42", "per share", "")),
        (
            {"number": Decimal("13.0"), "unit": "pence/share", "currency": "GBP"},
            ("", "", "13.0", "pence per share", ""),
        ),
        (
            {"number": None, "low": Decimal(400), "high": Decimal(460), "unit": "RMB", "currency": "CNY"},
            ("", "RMB", "400 – 460", "", ""),
        ),
        ({"number": Decimal(50), "unit": "%", "qualifiers": ("at least",)}, ("at least", "", "50", "%", "")),
        ({"number": None, "status": "not_disclosed", "printed": "n/a"}, ("", "", "n/a", "", "")),
    ],
)
def test_an_amount_in_pieces(figures: dict[str, Figure], changes: dict[str, object], pieces: tuple[str, ...]) -> None:
    from dataclasses import replace

    made = quantity(replace(figures["105,925"], **changes))
    assert (made.lead, made.prefix, made.number, made.tail, made.in_full) == pieces
    assert made.spoken


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (Period("duration", "2022-01-01", "2022-12-31"), "2022"),
        (Period("instant", None, "2023-12-31"), "31 December 2023"),
        (Period("duration", "2026-01-01", "2026-06-30"), "Six months to 30 June 2026"),
        (Period("duration", "2023-07-01", "2024-06-30"), "Year to 30 June 2024"),
        (None, ""),
    ],
)
def test_a_period_as_a_title(period: Period | None, title: str) -> None:
    assert period_title(period) == title


def test_a_card_warns_where_page_and_tag_differ(summary: FilingSummary, figures: dict[str, Figure]) -> None:
    page = Reading(Decimal(105925), Decimal(1000), "tCO2e")
    figure = figures["105,925"]
    view = figure_view(hit(figure, summary, concept="own:Emissions", printed_as=page, disagrees=("scale",)))
    assert view.concept == "own:Emissions"
    assert view.warning == ("The page and its tag disagree on the scale: the page alone reads 105,925 thousand tCO2e.")
    plain = figure_view(hit(figure, summary))
    assert (plain.concept, plain.warning) == ("", "")


def test_an_address_and_back() -> None:
    asked = Asked("R&D cost?", ("A & B plc", "金力"), ("10-K",), "2022", "2023-06-30")
    pairs = [("q", "R&D cost?"), ("issuer", "A & B plc"), ("issuer", "金力"), ("form", "10-K"), ("from", "2022")]
    pairs += [("to", "2023-06-30"), ("utm_source", "mail"), ("issuer", " ")]
    assert asked_of(pairs) == asked
    assert asked.url() == (
        "/?q=R%26D+cost%3F&issuer=A+%26+B+plc&issuer=%E9%87%91%E5%8A%9B&form=10-K&from=2022&to=2023-06-30"
    )
    assert asked.filters().period_from == "2022-01-01"
    assert [chip.value for chip in chips(asked)] == ["A & B plc", "金力", "10-K", "2022", "2023-06-30"]
    assert "issuer=A" not in chips(asked)[0].url
    assert asked.unfiltered() == "/?q=R%26D+cost%3F"
    assert Asked().url() == "/"


def test_a_table_is_lit_where_it_is_cited(filing: Filing, summary: FilingSummary, figures: dict[str, Figure]) -> None:
    view = table_view(filing.tables[0], summary, {figures["105,925"].id})
    assert [[cell.text for cell in row.cells if cell.lit] for row in view.rows] == [["105,925"], []]
    assert [cell.lit for cell in view.head[-1]] == [True, False]
    assert view.rows[0].cells[0].url.endswith("#c{}-{}".format(*figures["105,925"].span.chars))
    assert (view.title, view.units, view.with_units, view.hidden) == ("Emissions & energy", "Unit: t", True, 0)


def test_a_chart_keeps_proportions_and_leaves_a_gap(summary: FilingSummary, figures: dict[str, Figure]) -> None:
    years = [Period("duration", f"{year}-01-01", f"{year}-12-31", str(year)) for year in (2021, 2022, 2023)]
    base = figures["105,925"]
    hits = [
        hit(base, summary, id="a", number=Decimal(100), period=years[0]),
        hit(base, summary, id="b", number=Decimal(-50), period=years[1]),
        hit(base, summary, id="c", number=None, status="not_disclosed", printed="/", period=years[2]),
    ]
    made = chart(hits, ["b"], "Scope 2")
    assert made is not None
    first, second, third = made.bars
    assert [bar.label for bar in made.bars] == ["2021", "2022", "2023"]
    assert first.height == 2 * second.height
    assert first.y + first.height == made.baseline == second.y
    assert (third.height, third.value) == (0, "/")
    assert second.lit
    assert chart(hits[2:], [], "Scope 2") is None
    assert [share.width for share in shares(hits)] == ["100%", "50%", "0%"]
    assert shares(hits)[1].negative


def test_a_row_over_time(filing: Filing, summary: FilingSummary, figures: dict[str, Figure]) -> None:
    row = over_time(hit(figures["105,925"], summary), filing.tables[0])
    assert [each.figure.printed for each in row] == ["/", "105,925"]
    assert over_time(hit(figures["4.20 million"], summary), filing.tables[0]) == []
    assert over_time(hit(figures["105,925"], summary), None) == []


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(index=tmp_path / "index")), base_url="http://localhost") as client:
        yield client


@pytest.mark.model
def test_from_nothing_to_an_answer_and_back(client: TestClient) -> None:
    start = client.get("/")
    assert start.status_code == 200
    assert "There is no filing here yet" in start.text
    assert client.get("/filings").status_code == 200

    added = client.post("/filings", files={"files": ("northwind.txt", REPORT.encode())})
    assert added.status_code == 200
    assert "Added" in added.text
    page = client.get("/", params={"q": "emissions of purchased power 2022"})
    assert page.status_code == 200
    assert "66,215" in page.text
    assert 'class="lit"' in page.text

    start = client.get("/").text
    assert "Northwind Magnetics" in start
    assert "Try one of these" in start
    document = client.get("/v1/documents").json()["documents"][0]["document_id"]
    assert "Remove this filing?" in client.get(f"/filings/{document}/remove").text
    gone = client.post(f"/filings/{document}/remove", follow_redirects=False)
    assert (gone.status_code, gone.headers["location"]) == (303, "/filings?removed=true")
    assert "There is no filing here yet" in client.get("/").text


@pytest.mark.model
def test_what_is_wrong_is_said_on_a_page(client: TestClient) -> None:
    nothing = client.post("/filings", files={"files": ("empty.txt", b"")})
    assert nothing.status_code == 422
    assert "empty.txt" in nothing.text
    assert client.post("/filings", data={"files": "text"}).status_code in (415, 422)
    client.post("/filings", files={"files": ("northwind.txt", REPORT.encode())})
    for params, words in (({"q": "?" * 2001}, "2,001 characters"), ({"q": "revenue", "from": "soon"}, "is not a date")):
        response = client.get("/", params=params)
        assert response.status_code == 422
        assert response.headers["content-type"].startswith("text/html")
        assert words in response.text
    missing = client.get("/filings/ffffffffffffffff/remove")
    assert missing.status_code == 404
    assert missing.headers["content-type"].startswith("text/html")
    assert client.post("/filings/ffffffffffffffff/remove").status_code == 404
    assert client.get("/filings", params={"page": 99}).status_code == 200


@pytest.mark.model
def test_another_site_can_neither_add_nor_remove(client: TestClient) -> None:
    elsewhere = {"Origin": "https://evil.test"}
    sent = client.post("/filings", files={"files": ("a.txt", REPORT.encode())}, headers=elsewhere)
    assert sent.status_code == 403
    assert client.post("/filings/ffffffffffffffff/remove", headers=elsewhere).status_code == 403
    assert "style-src 'self'" in client.get("/").headers["content-security-policy"]
    assert 'style="' not in client.get("/filings").text
