"""The polite client: pace, patience, bounds, and staying where it was sent."""

from __future__ import annotations

import gzip
import hashlib
import itertools
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from archive_server import PDF, body, redirect, silent, status, truncated

from tickmark.ingest.errors import FetchError, FetchRefused, SettingsError
from tickmark.ingest.fetch import http
from tickmark.ingest.fetch.door import user_agent

DOC = "/Archives/report.pdf"


@pytest.fixture(autouse=True)
def _document(server):
    server.files[DOC] = PDF


def test_who_is_asking_is_said_with_every_request(server, client):
    client.text(server.url + DOC)
    assert len(server.agents) == 1
    assert server.agents[0].startswith("tickmark/")
    assert server.agents[0].endswith(" (Jane Doe jane@example.com)")


@pytest.mark.parametrize("contact", [None, "  ", "Jane Doe", "jane@example", "Zoë zoe@example.com", "a@b.cd\r\nX: y"])
def test_a_contact_that_cannot_be_written_to_is_refused(contact):
    with pytest.raises(SettingsError, match="TICKMARK_CONTACT") as caught:
        user_agent(contact)
    assert "jane@example.com" in caught.value.hint


def test_a_contact_cannot_end_the_comment_it_stands_in():
    assert user_agent("Jane (IR) jane@example.com\\").endswith(" (Jane IR jane@example.com)")


def test_requests_are_spaced_on_the_servers_clock(server, make_client):
    client = make_client(rate=5.0)
    for _ in range(12):
        client.text(server.url + DOC)
    times = [at for _, at in server.requests]
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert len(gaps) == 11
    assert min(gaps) == pytest.approx(0.2)
    assert max(gaps) == pytest.approx(0.2)


def test_time_that_passed_anyway_is_not_waited_for_again(server, client, fake_time):
    client.text(server.url + DOC)
    fake_time.now += 60
    client.text(server.url + DOC)
    client.text(server.url + DOC)
    assert fake_time.slept == [pytest.approx(0.2)]


def test_what_is_asked_again_keeps_the_pace_too(server, client, fake_time, tmp_path):
    server.faults[DOC] = [status(500, Retry_After="0")] * 3
    client.download(server.url + DOC, tmp_path / "a")
    times = [at for _, at in server.requests]
    assert [later - earlier for earlier, later in itertools.pairwise(times)] == [pytest.approx(0.2)] * 3


def test_a_body_is_kept_and_hashed(server, client, tmp_path):
    kept = client.download(server.url + DOC, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == PDF
    assert kept.size == len(PDF)
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert kept.ends


def test_throttling_waits_for_as_long_as_it_is_told(server, client, fake_time, tmp_path):
    server.faults[DOC] = [status(429, Retry_After="7")]
    client.download(server.url + DOC, tmp_path / "a")
    assert server.asked(DOC) == 2
    assert fake_time.slept == [7.0]
    assert fake_time.told == [f"waiting    7 s, since the archive answered 429 Too Many Requests: {server.url}{DOC}"]


def test_retry_after_may_be_a_date_by_the_servers_clock(server, client, fake_time, tmp_path):
    # The server's idea of now is its Date header, which http.server writes: now.
    until = datetime.now(UTC) + timedelta(seconds=90)
    server.faults[DOC] = [status(503, Retry_After=format_datetime(until, usegmt=True))]
    client.download(server.url + DOC, tmp_path / "a")
    assert len(fake_time.slept) == 1
    assert 80 <= fake_time.slept[0] <= 90


def test_one_who_asks_to_wait_for_an_hour_is_left_alone(server, client, fake_time, tmp_path):
    server.faults[DOC] = [status(429, Retry_After="3600")]
    with pytest.raises(FetchRefused, match="3600 seconds"):
        client.download(server.url + DOC, tmp_path / "a")
    assert server.asked(DOC) == 1
    assert fake_time.slept == []


def test_passing_trouble_is_tried_again_after_growing_pauses(server, client, tmp_path):
    server.faults[DOC] = [status(500), truncated, status(502), status(503)]
    assert client.download(server.url + DOC, tmp_path / "a").size == len(PDF)
    assert (tmp_path / "a").read_bytes() == PDF
    assert server.asked(DOC) == 5


def test_patience_ends(server, client, fake_time, tmp_path):
    server.faults[DOC] = [status(500)] * 20
    with pytest.raises(FetchError, match="500 Internal Server Error") as caught:
        client.download(server.url + DOC, tmp_path / "a")
    assert server.asked(DOC) == http.TRIES
    assert caught.value.where == server.url + DOC


def test_half_a_body_is_never_taken_for_a_whole_one(server, client, tmp_path):
    server.faults[DOC] = [truncated] * http.TRIES
    with pytest.raises(FetchError, match="connection failed"):
        client.download(server.url + DOC, tmp_path / "a")


def test_a_server_that_does_not_answer_is_asked_again(server, make_client, monkeypatch, tmp_path):
    monkeypatch.setattr(http, "TIMEOUT", 0.05)
    server.faults[DOC] = [silent]
    assert make_client().download(server.url + DOC, tmp_path / "a").size == len(PDF)
    assert server.asked(DOC) == 2


def test_an_empty_answer_is_no_filing(server, client, tmp_path):
    server.faults[DOC] = [body(b"")] * http.TRIES
    with pytest.raises(FetchError, match="empty"):
        client.download(server.url + DOC, tmp_path / "a")


def test_a_refusal_is_not_argued_with(server, make_client, tmp_path):
    with pytest.raises(FetchRefused, match="403 Forbidden") as caught:
        make_client(agent="python").download(server.url + DOC, tmp_path / "a")
    assert server.asked(DOC) == 1
    assert "contact" in caught.value.hint


def test_what_is_not_there_is_asked_for_once(server, client, tmp_path):
    with pytest.raises(FetchError, match="404 Not Found"):
        client.download(server.url + "/nothing.pdf", tmp_path / "a")
    assert len(server.requests) == 1


def test_redirects_within_the_archive_are_followed(server, client, tmp_path):
    server.faults["/old.pdf"] = [redirect("/older.pdf")]
    server.faults["/older.pdf"] = [redirect(server.url + DOC)]
    assert client.download(server.url + "/old.pdf", tmp_path / "a").size == len(PDF)


@pytest.mark.parametrize(
    "to",
    [
        "http://localhost:{port}/x",
        "http://127.0.0.1:1/x",
        "https://127.0.0.1:{port}/x",
        "//example.com/x",
        "file:///etc/hosts",
    ],
)
def test_redirects_to_elsewhere_are_not(server, client, tmp_path, to):
    server.faults[DOC] = [redirect(to.format(port=server.url.rpartition(":")[2]))]
    with pytest.raises(FetchError, match=r"outside the archive|not an address"):
        client.download(server.url + DOC, tmp_path / "a")
    assert len(server.requests) == 1


def test_redirects_in_a_circle_end(server, client, tmp_path):
    server.faults[DOC] = [redirect(server.url + DOC)] * 50
    with pytest.raises(FetchError, match="redirected more than"):
        client.download(server.url + DOC, tmp_path / "a")
    assert server.asked(DOC) == http.REDIRECTS + 1


def test_a_body_that_is_announced_as_too_large_is_not_read(server, make_client, tmp_path):
    with pytest.raises(FetchError, match=f"larger than {len(PDF) - 1:,} bytes"):
        make_client(max_bytes=len(PDF) - 1).download(server.url + DOC, tmp_path / "a")
    assert not (tmp_path / "a").exists() or (tmp_path / "a").stat().st_size == 0
    assert make_client(max_bytes=len(PDF)).download(server.url + DOC, tmp_path / "a").size == len(PDF)


def test_size_is_counted_after_decompression(server, make_client, tmp_path):
    bomb = gzip.compress(b"0" * 5_000_000)
    assert len(bomb) < 10_000
    server.faults[DOC] = [body(bomb, Content_Encoding="gzip")]
    with pytest.raises(FetchError, match="larger than"):
        make_client(max_bytes=1_000_000).download(server.url + DOC, tmp_path / "a")
    assert (tmp_path / "a").stat().st_size <= 1_000_000


def test_a_list_that_is_not_json_is_an_error(server, client):
    server.files["/list.json"] = b"<html>maintenance</html>"
    with pytest.raises(FetchError, match="not JSON"):
        client.json(server.url + "/list.json")
    server.files["/marked.json"] = b'\xef\xbb\xbf{"a": [1]}'
    assert client.json(server.url + "/marked.json") == {"a": [1]}
