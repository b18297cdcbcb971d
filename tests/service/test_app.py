"""The service over a real index: upload, list, show, remove; and what it promises of every answer."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tickmark.index.library import Library
from tickmark.service.app import create_app
from tickmark.service.settings import Settings

REPORT = """Northwind Magnetics Ltd.

(Stock Code: 01234)

# ESG report 2022

Indicator\tUnit\t2021\t2022
Total emissions of the plants\ttCO2e\t91,777\t88,404
Emissions of <script>purchased</script> power\ttCO2e\t70,310\t66,215
"""
LETTER = """Brookside Pumps plc

# Letter to shareholders

The dividend for 2023 was 12.5 pence per share.
"""

pytestmark = pytest.mark.model


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(index=tmp_path / "index")


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        yield client


def upload(client: TestClient, *files: tuple[str, str], **said: str) -> list[dict[str, object]]:
    sent = [("files", (name, text.encode())) for name, text in files]
    response = client.post("/v1/documents", files=sent, data=said)
    assert response.status_code in (200, 201, 207), response.text
    results: list[dict[str, object]] = response.json()["results"]
    return results


@pytest.fixture
def document(client: TestClient) -> dict[str, object]:
    (result,) = upload(client, ("northwind.txt", REPORT))
    return result["document"]


def test_an_upload_makes_the_index_and_a_second_one_changes_nothing(client: TestClient) -> None:
    assert client.get("/readyz").status_code == 503
    files = [("files", ("northwind.txt", REPORT.encode())), ("files", ("letter.md", LETTER.encode()))]
    first = client.post("/v1/documents", files=files)
    assert first.status_code == 201
    assert [result["status"] for result in first.json()["results"]] == ["added", "added"]
    again = client.post("/v1/documents", files=files)
    assert again.status_code == 200
    assert [result["status"] for result in again.json()["results"]] == ["unchanged", "unchanged"]
    changed = client.post("/v1/documents", files={"files": ("letter.md", LETTER.replace("12.5", "13.5").encode())})
    assert changed.status_code == 200
    assert changed.json()["results"][0]["status"] == "replaced"
    assert client.get("/v1/documents").json()["total"] == 2
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json() == {"status": "ready", "model": "all-MiniLM-L6-v2", "generation": 3}


def test_some_files_fail_and_the_rest_are_done(client: TestClient) -> None:
    files = [("files", ("empty.txt", b"")), ("files", ("letter.md", LETTER.encode()))]
    response = client.post("/v1/documents", files=files)
    assert response.status_code == 207
    failed, added = response.json()["results"]
    assert (failed["source"], failed["status"], failed["document"]) == ("empty.txt", "failed", None)
    assert failed["problem"]["type"] == "urn:tickmark:problem:unreadable-file"
    assert failed["problem"]["detail"]
    assert (added["status"], added["problem"]) == ("added", None)
    nothing = client.post("/v1/documents", files=files[:1])
    assert nothing.status_code == 422
    assert nothing.headers["content-type"] == "application/problem+json"
    assert nothing.json()["results"][0]["source"] == "empty.txt"


def test_what_is_said_of_an_upload_wins(client: TestClient) -> None:
    said = {"issuer": "Northwind Group", "form": "appendix", "published": "2023-04-01", "title": "Named"}
    (result,) = upload(client, ("northwind.txt", REPORT), **said)
    assert {name: result["document"][name] for name in said} == said


@pytest.mark.parametrize(
    ("said", "files"),
    [
        ({"published": "soon"}, ["a.txt"]),
        ({"language": "Klingon"}, ["a.txt"]),
        ({"isuer": "Northwind"}, ["a.txt"]),
        ({"files": "text and not a file"}, ["a.txt"]),
        ({"title": "One"}, ["a.txt", "b.txt"]),
        ({}, ["a.txt", "folder/a.txt"]),
    ],
)
def test_an_upload_that_contradicts_itself(client: TestClient, said: dict[str, str], files: list[str]) -> None:
    sent = [("files", (name, LETTER.encode())) for name in files]
    response = client.post("/v1/documents", files=sent, data=said)
    assert response.status_code == 422, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert client.get("/v1/documents").status_code == 503


def test_a_file_name_is_a_name_and_no_path(client: TestClient) -> None:
    results = upload(client, ("../../etc/a.txt", LETTER), ("C:\\files\\b.txt", REPORT))
    assert [result["source"] for result in results] == ["a.txt", "b.txt"]


def test_too_many_files(settings: Settings) -> None:
    few = settings.model_copy(update={"upload_max_files": 2})
    with TestClient(create_app(few), base_url="http://localhost") as client:
        files = [("files", (f"{n}.txt", b"text")) for n in range(3)]
        response = client.post("/v1/documents", files=files)
    assert response.status_code == 400
    assert "2" in response.json()["detail"]


def test_the_list_is_filtered_and_paged(client: TestClient) -> None:
    upload(client, ("northwind.txt", REPORT), ("letter.md", LETTER))
    page = client.get("/v1/documents", params={"limit": 1, "offset": 1}).json()
    assert (page["total"], page["limit"], page["offset"]) == (2, 1, 1)
    assert [one["source"] for one in page["documents"]] == ["letter.md"]
    found = client.get("/v1/documents", params={"stock_code": ["1234", "99"]}).json()
    assert [one["source"] for one in found["documents"]] == ["northwind.txt"]
    assert client.get("/v1/documents", params={"issuer": "Nobody"}).json()["total"] == 0


def test_one_document(client: TestClient, document: dict[str, object]) -> None:
    answer = client.get(f"/v1/documents/{document['document_id']}")
    assert answer.json() == document
    assert document["url"] == f"/documents/{document['document_id']}/source"
    assert client.get(f"/v1/documents/{str(document['document_id'])[:6]}").json() == document
    missing = client.get("/v1/documents/ffff")
    assert missing.status_code == 404
    assert missing.json()["type"] == "urn:tickmark:problem:unknown-document"


def test_a_document_is_removed(client: TestClient, document: dict[str, object]) -> None:
    url = f"/v1/documents/{document['document_id']}"
    removed = client.delete(url)
    assert removed.status_code == 204
    assert removed.content == b""
    assert client.delete(url).status_code == 404
    assert client.get("/v1/documents").json()["total"] == 0


QUESTION = {"query": "Northwind Magnetics total emissions of the plants 2022", "k": 3}


def test_search(client: TestClient, document: dict[str, object]) -> None:
    answer = client.post("/v1/search", json=QUESTION)
    assert answer.status_code == 200
    told = answer.json()
    assert told["query"] == QUESTION["query"]
    assert told["answer"]["status"] == "answered"
    assert told["interpretation"]["issuers"] == ["Northwind Magnetics Ltd."]
    figure = told["figures"][0]
    assert (figure["value"], figure["unit"]) == ("88404", "tCO2e")
    assert figure["citation"]["cell"] == {"table": 0, "row": 1, "column": 3}
    for found in told["figures"] + told["passages"]:
        citation = found["citation"]
        start, end = citation["chars"]
        assert REPORT[start:end] == citation["quote"]
        assert citation["url"] == f"{document['url']}#c{start}-{end}"
        assert client.get(citation["url"]).status_code == 200
    assert told["timings_ms"]["total"] > 0


def test_search_explained(client: TestClient, document: dict[str, object]) -> None:
    plain = client.post("/v1/search", json=QUESTION).json()
    told = client.post("/v1/search?explain=true", json=QUESTION).json()
    assert "explanation" not in plain
    assert told["figures"] == plain["figures"]
    best = told["explanation"]["figures"][0]
    assert best["figure_id"] == plain["answer"]["figure_ids"][0]
    assert best["verdict"] == "given as the answer"
    assert sum(best["points"].values()) == pytest.approx(best["score"], abs=0.006)


def test_search_within_filters(client: TestClient, document: dict[str, object]) -> None:
    for filters, status in (
        ({"issuer": ["Northwind Magnetics Limited"], "published_from": None}, "answered"),
        ({"document_id": [document["document_id"]], "period_from": "2022", "period_to": "2022-12"}, "answered"),
        ({"issuer": ["Nobody"]}, "not_found"),
    ):
        told = client.post("/v1/search", json={**QUESTION, "filters": filters}).json()
        assert told["answer"]["status"] == status, filters
        assert status == "answered" or told["answer"]["reason"]


def test_many_questions_at_the_same_time(client: TestClient, document: dict[str, object]) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.post("/v1/search", json=QUESTION).json(), range(24)))
    assert {answer["figures"][0]["value"] for answer in answers} == {"88404"}


def test_the_source_page(client: TestClient, settings: Settings, document: dict[str, object]) -> None:
    with Library.open(settings.index) as library:
        figures = library.load(str(document["document_id"])).figures()
        (figure,) = [each for each in figures if each.printed == "88,404"]
    start, end = figure.span.chars
    answer = client.get(document["url"], params={"chars": f"{start}-{end}"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert re.findall(r"<mark>(.*?)</mark>", answer.text) == ["88,404"]
    assert f'id="c{start}-{end}"' in answer.text
    assert "<script>purchased" not in answer.text
    assert "<mark" not in client.get(document["url"]).text
    for asked in ("", "x", "9-1", "0-99999"):
        refused = client.get(document["url"], params={"chars": asked})
        assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
    assert client.get("/documents/ffff/source").status_code == 404


def test_what_the_page_loads_is_there(client: TestClient, document: dict[str, object]) -> None:
    page = client.get(document["url"]).text
    for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
        assert client.get(path).status_code == 200
        assert client.get(path).headers["content-security-policy"]


def test_every_answer_has_its_headers(client: TestClient) -> None:
    headers = client.get("/healthz").headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert headers["x-request-id"]


def test_writers_wait_for_each_other(client: TestClient) -> None:
    statuses: list[str] = []

    def send(n: int) -> None:
        (result,) = upload(client, (f"letter-{n}.md", LETTER.replace("12.5", f"{n}.5")))
        statuses.append(str(result["status"]))

    threads = [threading.Thread(target=send, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == ["added"] * 4
    assert client.get("/v1/documents").json()["total"] == 4


def test_a_filing_that_another_process_adds_is_seen(client: TestClient, settings: Settings) -> None:
    upload(client, ("northwind.txt", REPORT))
    with TestClient(create_app(settings), base_url="http://localhost") as other:
        upload(other, ("letter.md", LETTER))
    assert client.get("/v1/documents").json()["total"] == 2


def test_an_index_that_another_process_writes_to(client: TestClient, settings: Settings) -> None:
    upload(client, ("northwind.txt", REPORT))
    with Library.open(settings.index, write=True):
        refused = client.post("/v1/documents", files={"files": ("letter.md", LETTER.encode())})
    assert refused.status_code == 409
    assert refused.json()["type"] == "urn:tickmark:problem:index-locked"
    assert client.get("/v1/documents").json()["total"] == 1


def test_openapi_describes_every_route_and_every_error(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    shapes = described["components"]["schemas"]
    assert {"Problem", "SearchRequest", "SearchResponse", "CitationOut"} <= set(shapes)
    assert "HTTPValidationError" not in shapes
    for path, methods in described["paths"].items():
        for method, route in methods.items():
            errors = {status: said for status, said in route["responses"].items() if status >= "4"}
            assert "500" in errors, (path, method)
            for said in errors.values():
                assert list(said["content"]) == ["application/problem+json"]
    assert shapes["SearchRequest"]["examples"]
    assert "period_from" in shapes["SearchRequest"]["properties"]["filters"]["properties"]
    text = client.get("/openapi.json").text
    for name in re.findall(r'"#/components/schemas/(\w+)"', text):
        assert name in shapes
