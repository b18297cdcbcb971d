"""A paged document: its pages as pictures, and its source page with the cited place lit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tickmark.ingest import read
from tickmark.ingest.model import Filing
from tickmark.service.app import create_app
from tickmark.service.settings import Settings
from tickmark.service.web.source_page import source_page


def small_pdf() -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(40, 250, "Northwind Magnetics Ltd.")
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    for y, (label, *numbers) in zip(
        (240, 220, 200),
        (("", "2023", "2022"), ("Sales of magnets", "1,204", "998"), ("Costs", "310", "307")),
        strict=True,
    ):
        canvas.drawString(40, y, label)
        for right, number in zip((250, 350), numbers, strict=True):
            canvas.drawRightString(right, y, number)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def filing() -> Filing:
    return read(small_pdf(), "northwind.pdf")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(index=tmp_path_factory.mktemp("pages") / "index")
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="module")
def document(client: TestClient) -> str:
    (result,) = client.post("/v1/documents", files={"files": ("northwind.pdf", small_pdf())}).json()["results"]
    return str(result["document"]["document_id"])


def lit(image: Image.Image, box: tuple[float, float, float, float]) -> bool:
    """Whether the inside of a box, in points, is tinted: less blue than the white around it."""
    scale = image.width / 400
    left, top, _, _ = (round(side * scale) for side in box)
    red, _, blue = image.convert("RGB").getpixel((left, top + 1))
    return bool(blue < red)


@pytest.mark.model
def test_a_page_is_shown_with_the_cited_box_lit(client: TestClient, document: str, filing: Filing) -> None:
    (figure,) = [f for f in filing.figures() if f.printed == "1,204"]
    assert figure.span.page == 2
    assert figure.span.box is not None
    start, end = figure.span.chars
    plain = client.get(f"/documents/{document}/pages/2.png")
    cited = client.get(f"/documents/{document}/pages/2.png?chars={start}-{end}")
    boxed = client.get(f"/documents/{document}/pages/2.png?box={','.join(map(str, figure.span.box))}")
    assert plain.headers["content-type"] == "image/png"
    assert cited.content == boxed.content
    assert not lit(Image.open(BytesIO(plain.content)), figure.span.box)
    assert lit(Image.open(BytesIO(cited.content)), figure.span.box)


@pytest.mark.model
def test_what_stands_on_another_page_lights_nothing(client: TestClient, document: str, filing: Filing) -> None:
    start, end = next(filing.figures()).span.chars
    plain = client.get(f"/documents/{document}/pages/1.png")
    assert client.get(f"/documents/{document}/pages/1.png?chars={start}-{end}").content == plain.content


@pytest.mark.model
def test_an_unchanged_picture_is_not_sent_again(client: TestClient, document: str) -> None:
    first = client.get(f"/documents/{document}/pages/1.png")
    again = client.get(f"/documents/{document}/pages/1.png", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.model
@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("pages/3.png", 404, "no page 3"),
        ("pages/0.png", 422, ""),
        ("pages/1.png?chars=1-99999", 422, "outside the document"),
        ("pages/1.png?box=1,2,3", 422, "not a box"),
        ("pages/1.png?box=nan,0,1,1", 422, "not a box"),
    ],
)
def test_what_cannot_be_shown_is_a_problem(
    client: TestClient, document: str, path: str, status: int, words: str
) -> None:
    answer = client.get(f"/documents/{document}/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert words in answer.text


@pytest.mark.model
def test_a_text_has_no_pages(client: TestClient) -> None:
    (result,) = client.post("/v1/documents", files={"files": ("a.txt", b"Plain words of a letter.")}).json()["results"]
    answer = client.get(f"/documents/{result['document']['document_id']}/pages/1.png")
    assert answer.status_code == 404
    assert answer.json()["type"].endswith("unknown-page")


@pytest.mark.model
def test_the_source_page_shows_each_page_over_its_lines(client: TestClient, document: str, filing: Filing) -> None:
    (figure,) = [f for f in filing.figures() if f.printed == "998"]
    start, end = figure.span.chars
    html = client.get(f"/documents/{document}/source?chars={start}-{end}").text
    assert html == source_page(filing, figure.span.chars)
    assert f'src="/documents/{document}/pages/2.png?chars={start}-{end}"' in html
    assert f'src="/documents/{document}/pages/1.png"' in html
    assert html.index('id="page-1"') < html.index('data-at="0">Northwind') < html.index('id="page-2"')


def test_every_line_of_a_paged_document_is_shown_once(filing: Filing) -> None:
    numbers = [int(n) for n in re.findall(r'id="L(\d+)"', source_page(filing))]
    assert numbers == list(range(1, filing.text.count("\n") + 2))


def test_the_original_is_no_part_of_what_is_compared(filing: Filing, tmp_path: Path) -> None:
    assert filing.original == small_pdf()
    assert filing == read(small_pdf(), "northwind.pdf")
    assert "original" not in repr(filing)
