"""The folder: whole or not at all, a record beside each, nothing fetched twice, names that are safe."""

from __future__ import annotations

import hashlib
import json
import string
from dataclasses import replace

import pytest
from archive_server import PDF, body, page, status, truncated, without_length
from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.errors import FetchError, FetchRefused
from tickmark.ingest.fetch.folder import Folder, file_name
from tickmark.ingest.fetch.http import TRIES
from tickmark.ingest.fetch.model import Remote
from tickmark.ingest.fetch.run import fetch
from tickmark.ingest.model import Metadata


@pytest.fixture
def offer(server):
    def offer(name: str, content: bytes = PDF) -> Remote:
        server.files[f"/docs/{name}"] = content
        said = Metadata(issuer="Northwind", form="10-K", published="2024-02-20", language="en")
        return Remote("sec", f"id-{name}", f"{server.url}/docs/{name}", name, said, period_end="2023-12-31")

    return offer


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "filings")


def visible(tmp_path):
    return sorted(path.name for path in (tmp_path / "filings").iterdir() if not path.name.startswith("."))


def test_a_filing_and_its_record(client, folder, offer, tmp_path):
    (done,) = fetch(client, folder, [offer("a.pdf")])
    assert (done.new, done.error, done.size) == (True, None, len(PDF))
    assert done.path == tmp_path / "filings" / "a.pdf"
    assert done.path.read_bytes() == PDF
    assert visible(tmp_path) == ["a.pdf", "a.pdf.meta.json"]
    record = json.loads((tmp_path / "filings" / "a.pdf.meta.json").read_text(encoding="utf-8"))
    assert record.pop("fetched").endswith("+00:00")
    record = {name: value for name, value in record.items() if value not in (None, [])}
    assert record == {
        "issuer": "Northwind",
        "form": "10-K",
        "published": "2024-02-20",
        "language": "en",
        "source_url": done.remote.url,
        "archive": "sec",
        "archive_id": "id-a.pdf",
        "period_end": "2023-12-31",
        "media_type": "",
        "bytes": len(PDF),
        "sha256": hashlib.sha256(PDF).hexdigest(),
    }


def test_nothing_is_fetched_twice(client, server, folder, offer):
    remotes = [offer("a.pdf"), offer("b.htm", page("b"))]
    assert [each.new for each in fetch(client, folder, remotes)] == [True, True]
    again = list(fetch(client, folder, [*remotes, offer("c.htm", page("c"))]))
    assert [each.new for each in again] == [False, False, True]
    assert all(each.path and each.path.exists() for each in again)
    assert [server.asked(name) for name in ("a.pdf", "b.htm", "c.htm")] == [1, 1, 1]


@pytest.mark.parametrize("lost", ["a.pdf", "a.pdf.meta.json"])
def test_a_file_or_a_record_alone_is_fetched_again(client, folder, offer, tmp_path, lost):
    remote = offer("a.pdf")
    list(fetch(client, folder, [remote]))
    (tmp_path / "filings" / lost).unlink()
    assert [each.new for each in fetch(client, folder, [remote])] == [True]
    assert [each.new for each in fetch(client, folder, [remote])] == [False]


@pytest.mark.parametrize("record", ["", "{", "[]", '{"source_url": "elsewhere"}'])
def test_a_record_that_says_something_else_is_not_believed(client, folder, offer, tmp_path, record):
    remote = offer("a.pdf")
    list(fetch(client, folder, [remote]))
    (tmp_path / "filings" / "a.pdf.meta.json").write_text(record)
    assert [each.new for each in fetch(client, folder, [remote])] == [True]


def test_a_file_of_another_size_is_fetched_again(client, folder, offer, tmp_path):
    remote = offer("a.pdf")
    list(fetch(client, folder, [remote]))
    (tmp_path / "filings" / "a.pdf").write_bytes(PDF[:10])
    (done,) = fetch(client, folder, [remote])
    assert done.new
    assert done.path.read_bytes() == PDF


def test_one_that_fails_is_named_and_the_rest_goes_on(client, server, folder, offer, tmp_path):
    remotes = [offer("a.pdf"), offer("b.pdf"), offer("c.pdf")]
    server.faults["/docs/b.pdf"] = [truncated] * TRIES
    done = list(fetch(client, folder, remotes))
    assert [each.new for each in done] == [True, False, True]
    assert done[1].error.where == remotes[1].url
    assert visible(tmp_path) == ["a.pdf", "a.pdf.meta.json", "c.pdf", "c.pdf.meta.json"]
    assert not list((tmp_path / "filings").glob(".*part"))
    assert [each.new for each in fetch(client, folder, remotes)] == [False, True, False]


def test_after_two_refusals_in_a_row_nothing_more_is_asked(client, server, folder, offer):
    remotes = [offer(f"{letter}.pdf") for letter in "abcdef"]
    list(fetch(client, folder, remotes[5:]))
    for letter in "acd":
        server.faults[f"/docs/{letter}.pdf"] = [status(403)]
    done = list(fetch(client, folder, remotes))
    assert [type(each.error) for each in done[:5]] == [FetchRefused, type(None), FetchRefused, FetchRefused, FetchError]
    assert "not tried" in done[4].error.what
    assert server.asked("e.pdf") == 0
    assert done[5].path  # what is there needs no asking


def test_an_apology_is_not_a_pdf(client, server, folder, offer, tmp_path):
    server.faults["/docs/a.pdf"] = [body(page("Please try again later"), Content_Type="text/html; charset=utf-8")]
    (done,) = fetch(client, folder, [offer("a.pdf")])
    assert "a PDF was expected, and text/html came" in str(done.error)
    assert visible(tmp_path) == []


ENDS = {"a.pdf": PDF, "a.htm": page("a"), "a.txt": b"<SEC-DOCUMENT>some text</SEC-DOCUMENT>\n"}


@pytest.mark.parametrize("name", ENDS)
def test_where_the_length_is_not_said_the_end_has_to_be_seen(server, client, folder, offer, name):
    content = ENDS[name]
    half, whole = without_length(content[:-14]), without_length(content)
    server.faults[f"/docs/{name}"] = [half, whole]
    remote = offer(name)
    (cut_short,) = fetch(client, folder, [remote])
    assert "its end cannot be seen" in str(cut_short.error)
    (done,) = fetch(client, folder, [remote])
    assert done.path.read_bytes() == content


def test_what_a_killed_run_left_behind_is_not_a_filing(client, folder, offer, tmp_path):
    (tmp_path / "filings").mkdir()
    (tmp_path / "filings" / ".a.pdf.part").write_bytes(PDF + b"of another time")
    (done,) = fetch(client, folder, [offer("a.pdf")])
    assert done.new
    assert done.path.read_bytes() == PDF
    assert not (tmp_path / "filings" / ".a.pdf.part").exists()


def test_two_runs_do_not_fetch_into_one_folder(client, server, folder, offer, tmp_path):
    with folder.lock(), pytest.raises(FetchError, match="another run"):
        list(fetch(client, Folder(tmp_path / "filings"), [offer("a.pdf")]))
    assert server.requests == []


def test_a_folder_that_cannot_be_written_is_said_once(client, tmp_path, offer):
    (tmp_path / "file").write_text("")
    with pytest.raises(FetchError, match="the folder cannot be used"):
        list(fetch(client, Folder(tmp_path / "file"), [offer("a.pdf")]))


def test_the_same_name_from_another_address_is_another_filing(client, folder, offer):
    list(fetch(client, folder, [offer("a.pdf")]))
    moved = replace(offer("b.pdf"), name="a.pdf")
    assert [each.new for each in fetch(client, folder, [moved])] == [True]


SAFE = set(string.ascii_letters + string.digits + "-_.")


@given(st.lists(st.text(max_size=12), max_size=4), st.text(max_size=8))
def test_any_name_is_safe(parts, suffix):
    name = file_name(*parts, suffix=suffix)
    assert set(name) <= SAFE
    assert name[0] not in "._-"
    assert name.count(".") == 1


def test_names_worked_out_by_hand():
    assert file_name("BRK.B", "10-K/A", "2024-02-20", suffix=".HTM") == "BRK-B_10-K-A_2024-02-20.htm"
    assert file_name("../../etc", "", "passwd", suffix="/../x") == "etc_passwd.bin"
    assert file_name("年報", suffix="") == "filing.bin"
    assert file_name("a" * 500, suffix=".pdf") == "a" * 150 + ".pdf"
