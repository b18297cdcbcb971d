"""Every error of the service: one shape, whatever went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from httpx import Response

from tickmark.ingest import errors
from tickmark.ingest.errors import TickmarkError
from tickmark.service.api.problems import MEDIA_TYPE
from tickmark.service.app import create_app
from tickmark.service.settings import Settings

KEYS = {"type", "title", "status", "detail", "instance", "request_id", "hint", "errors"}


def assert_problem(response: Response, status: int, slug: str) -> dict[str, object]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == MEDIA_TYPE
    problem: dict[str, object] = response.json()
    assert set(problem) >= KEYS
    assert problem["status"] == status
    assert problem["type"] == f"urn:tickmark:problem:{slug}"
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == response.headers["x-request-id"]
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "Traceback" not in response.text
    return problem


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A service over an index that is not there yet."""
    settings = Settings(index=tmp_path / "index", max_body_bytes=4096, upload_max_bytes=1000)
    app = create_app(settings)
    broken = APIRouter()

    @broken.get("/broken")
    def _() -> None:
        raise RuntimeError("a secret of the machine room")

    @broken.get("/raise/{name}")
    def _(name: str) -> None:
        raise getattr(errors, name)("what", where="where", hint="do this")

    app.include_router(broken)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client


def test_no_such_page(client: TestClient) -> None:
    problem = assert_problem(client.get("/nothing/here"), 404, "not-found")
    assert problem["instance"] == "/nothing/here"


def test_no_such_static_file(client: TestClient) -> None:
    assert_problem(client.get("/static/../app.py"), 404, "not-found")
    assert_problem(client.get("/static/none.js"), 404, "not-found")


def test_another_method(client: TestClient) -> None:
    response = client.put("/v1/search", json={})
    assert_problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "POST"


def test_a_fault_tells_nothing_of_the_inside(client: TestClient) -> None:
    response = client.get("/broken")
    assert_problem(response, 500, "internal-error")
    assert "secret" not in response.text


@pytest.mark.parametrize("name", errors.__all__)
def test_each_error_of_the_tree(client: TestClient, name: str) -> None:
    kind: type[TickmarkError] = getattr(errors, name)
    problem = assert_problem(client.get(f"/raise/{name}"), kind.status, kind.slug)
    assert problem["detail"] == "where: what"
    assert problem["hint"] == "do this"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"k": 5}, "query"),
        ({"query": 7}, "query"),
        ({"query": "a", "k": "many"}, "k"),
        ({"query": "a", "k": 0}, "k"),
        ({"query": "a", "kk": 3}, "kk"),
        ({"query": "a", "filters": []}, "filters"),
        ([], "body"),
    ],
)
def test_a_request_that_cannot_be_understood(client: TestClient, body: object, field: str) -> None:
    problem = assert_problem(client.post("/v1/search", json=body), 422, "invalid-request")
    assert [each["field"] for each in problem["errors"]] == [field]
    assert field in str(problem["detail"])


def test_a_body_that_is_no_json(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    assert_problem(client.post("/v1/search", content=b'{"query": ', headers=headers), 422, "invalid-request")
    assert_problem(client.post("/v1/search", content=b"\xff\xfe", headers=headers), 422, "invalid-request")
    assert_problem(client.post("/v1/search"), 422, "invalid-request")


@pytest.mark.parametrize("query", ["", " \n\t", "x" * 2001])
def test_a_question_of_no_use(client: TestClient, query: str) -> None:
    assert_problem(client.post("/v1/search", json={"query": query}), 422, "invalid-question")


def test_a_question_of_100_000_characters(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(index=tmp_path / "index")), base_url="http://localhost") as client:
        problem = assert_problem(client.post("/v1/search", json={"query": "x" * 100_000}), 422, "invalid-question")
    assert "2,000" in str(problem["detail"])


def test_more_results_than_may_be_asked_for(client: TestClient) -> None:
    assert_problem(client.post("/v1/search", json={"query": "a", "k": 101}), 422, "invalid-question")


@pytest.mark.parametrize(
    "filters", [{"isuer": ["a"]}, {"issuer": [7]}, {"published_from": "yesterday"}, {"period_to": "2023-02-30"}]
)
def test_a_filter_that_cannot_be(client: TestClient, filters: dict[str, object]) -> None:
    asked = {"query": "emissions", "filters": filters}
    assert_problem(client.post("/v1/search", json=asked), 422, "invalid-filter")


def test_a_filter_that_cannot_be_in_a_list(client: TestClient) -> None:
    assert_problem(client.get("/v1/documents?isuer=a"), 422, "invalid-filter")
    assert_problem(client.get("/v1/documents?published_from=soon"), 422, "invalid-filter")
    assert_problem(client.get("/v1/documents?limit=0"), 422, "invalid-request")


def test_no_index_yet(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    response = client.get("/readyz")
    assert response.headers["retry-after"]
    assert_problem(response, 503, "not-an-index")
    for path in ("/v1/documents", "/v1/documents/abc", "/documents/abc/source"):
        assert_problem(client.get(path), 503, "not-an-index")
    assert_problem(client.post("/v1/search", json={"query": "emissions"}), 503, "not-an-index")
    assert_problem(client.delete("/v1/documents/abc"), 503, "not-an-index")


def test_a_body_that_is_too_large(client: TestClient) -> None:
    assert_problem(client.post("/v1/search", json={"query": "x" * 5000}), 413, "too-large")

    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 1000

    sent = client.post("/v1/search", content=chunks(), headers={"content-type": "application/json"})
    assert_problem(sent, 413, "too-large")


def test_an_upload_that_is_too_large(client: TestClient) -> None:
    files = {"files": ("big.txt", b"x" * 400_000)}
    assert_problem(client.post("/v1/documents", files=files), 413, "too-large")
    over = {"files": ("over.txt", b"x" * 1001)}
    assert_problem(client.post("/v1/documents", files=over), 413, "too-large")

    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(500):
            yield b"x" * 1000

    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert_problem(client.post("/v1/documents", content=chunks(), headers=headers), 413, "too-large")


@pytest.mark.parametrize(
    ("headers", "content", "status", "slug"),
    [
        ({"content-type": "application/json"}, b"{}", 415, "unsupported-upload"),
        ({}, b"", 415, "unsupported-upload"),
        ({"content-type": "multipart/form-data"}, b"", 400, "bad-request"),
        ({"content-type": "multipart/form-data; boundary=b"}, b"no boundary here", 400, "bad-request"),
        ({"content-type": "multipart/form-data; boundary=b"}, b"--b--\r\n", 422, "nothing-to-ingest"),
    ],
)
def test_an_upload_that_is_none(
    client: TestClient, headers: dict[str, str], content: bytes, status: int, slug: str
) -> None:
    assert_problem(client.post("/v1/documents", content=content, headers=headers), status, slug)


def test_another_host(client: TestClient) -> None:
    assert_problem(client.get("/healthz", headers={"host": "evil.example"}), 421, "misdirected-request")
    assert client.get("/healthz", headers={"host": "127.0.0.1:8000"}).status_code == 200
    assert client.get("/healthz", headers={"host": "[::1]:8000"}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_page_of_another_site_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    upload = client.post("/v1/documents", files={"files": ("a.txt", b"x")}, headers=headers)
    assert_problem(upload, 403, "forbidden")
    assert_problem(client.delete("/v1/documents/abc", headers=headers), 403, "forbidden")
    assert client.get("/healthz", headers=headers).status_code == 200


def test_request_ids_are_kept_if_they_are_harmless(client: TestClient) -> None:
    assert client.get("/healthz", headers={"x-request-id": "abc-123"}).headers["x-request-id"] == "abc-123"
    given = client.get("/healthz", headers={"x-request-id": "a b<script>"}).headers["x-request-id"]
    assert given != "a b<script>"
    assert given.isalnum()
