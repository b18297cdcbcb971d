"""Archives of filings: each member a filing of its own, and everything that is not read named."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.errors import UnreadableFile
from tickmark.service.intake import archives
from tickmark.service.intake.ingesting import FILING_SUFFIXES, collect, read_candidate

REPORT = "Example Works plc\n\nRevenue for 2023 was £5 million.\n"


def packed(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def listed(data: bytes) -> archives.Contents:
    return archives.Archive(io.BytesIO(data)).contents("a.zip", FILING_SUFFIXES)


def told(data: bytes) -> list[tuple[str, str]]:
    return [(error.where, error.what) for error in listed(data).failed]


def test_members_are_filings_under_the_name_of_the_archive(tmp_path: Path) -> None:
    data = packed(
        {"2023/report.txt": REPORT, "picture.png": b"\x89PNG", ".hidden.txt": "x", "__MACOSX/report.txt": "x"}
    )
    (tmp_path / "results.zip").write_bytes(data)
    plan = collect([tmp_path])
    (candidate,) = plan.candidates
    assert candidate.source == "results.zip/2023/report.txt"
    assert candidate.size == len(REPORT.encode())
    assert dict(plan.passed_over) == {".png": 1}
    filing = read_candidate(candidate)
    assert filing.source == candidate.source
    assert [figure.printed for figure in filing.figures()] == ["£5 million"]


def test_an_archive_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(packed({"report.txt": REPORT}))
    office = packed({"[Content_Types].xml": "", "word/document.xml": "<document><body/></document>"})
    (tmp_path / "word.zip").write_bytes(office)
    assert [c.source for c in collect([tmp_path]).candidates] == ["letter.txt/report.txt", "word.zip"]


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_named() -> None:
    inner = packed({"b.txt": REPORT})
    data = packed({"in.zip": packed({"a.txt": REPORT, "deep.zip": inner}), "z.txt": REPORT})
    found = listed(data)
    assert [member.source for member in found.members] == ["a.zip/in.zip/a.txt", "a.zip/z.txt"]
    assert archives.Archive(io.BytesIO(data)).unpack(found.members[0].inside, "x").decode() == REPORT
    ((where, what),) = told(data)
    assert where == "a.zip/in.zip/deep.zip"
    assert "is not opened" in what


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "a.zip/etc/passwd.txt"),
        ("/root/x.txt", "a.zip/root/x.txt"),
        ("C:\\temp\\x.txt", "a.zip/temp/x.txt"),
        ("a\x01b.txt", "a.zip/ab.txt"),
        ("年报.txt", "a.zip/年报.txt"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert [member.source for member in listed(packed({name: REPORT})).members] == [safe]


def test_members_of_one_name_are_told_apart() -> None:
    data = packed({"x.txt": "one", "./x.txt": "two"})
    assert [member.source for member in listed(data).members] == ["a.zip/x.txt", "a.zip/x (2).txt"]


def test_a_bomb_is_named_and_its_neighbours_are_read() -> None:
    found = listed(packed({"bomb.txt": "0" * (4 * 2**20), "report.txt": REPORT}))
    assert [member.source for member in found.members] == ["a.zip/report.txt"]
    assert [error.where for error in found.failed] == ["a.zip/bomb.txt"]
    assert "times its size" in found.failed[0].what


def test_bounds_on_size_and_count_name_what_is_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({f"{n}.txt": REPORT for n in range(5)})
    monkeypatch.setattr(archives, "MOST_BYTES", 2 * len(REPORT.encode()))
    assert [where for where, _ in told(data)] == ["a.zip/2.txt", "a.zip/3.txt", "a.zip/4.txt"]
    monkeypatch.setattr(archives, "MOST_MEMBERS", 1)
    assert told(data) == [("a.zip", "it holds more than 1 filings: 1.txt and those after it (4) are not read")]
    monkeypatch.setattr(archives, "MOST_FILES", 1)
    assert told(data) == [("a.zip", "it holds more than 1 files: 1.txt and those after it (4) are not looked at")]


def test_a_member_without_a_name_is_passed_over() -> None:
    """One broke the reading of the whole archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("q.txt", "x")
        archive.writestr("report.txt", REPORT)
        archive.filelist[0].filename = ""
    found = listed(out.getvalue())
    assert [member.source for member in found.members] == ["a.zip/report.txt"]
    assert dict(found.passed_over) == {"no name": 1}


def test_a_reason_that_quotes_the_archive_is_cut() -> None:
    """The name in the directory and that before the data differ: both were quoted, however long."""
    data = packed({"x" * 2_000 + ".txt": REPORT})
    data = data[: data.index(b"PK\x01\x02")].replace(b"x", b"y") + data[data.index(b"PK\x01\x02") :]
    (member,) = listed(data).members
    with pytest.raises(UnreadableFile, match="File name in directory") as raised:
        archives.Archive(io.BytesIO(data)).unpack(member.inside, "x")
    assert len(str(raised.value)) < 400


MANY = {
    "members of one name": ([("x.txt", b"x")] * 2_000, 2_000),
    "archives in an archive": ([(f"{n}.zip", packed({})) for n in range(2_000)], 0),
    "files of other kinds": (
        [(f"{n}.png", b"") for n in range(10_000)] + [(f"{n}.txt", b"x") for n in range(300)],
        300,
    ),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", MANY)
def test_time_grows_with_the_archive(name: str) -> None:
    """Each took ten seconds and more: names were tried from the first, and the directory read for every member."""
    files, members = MANY[name]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in files:
            archive.writestr(path, data)
    opened = archives.Archive(out)
    started = time.process_time()
    found = opened.contents("a.zip", FILING_SUFFIXES)
    assert len({member.source for member in found.members}) == members
    assert {opened.unpack(member.inside, member.source) for member in found.members} <= {b"x"}
    assert time.process_time() - started < 4


def test_an_encrypted_member_is_named() -> None:
    data = bytearray(packed({"secret.txt": REPORT}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8 : directory + 10] = struct.pack("<H", 1)
    assert told(bytes(data)) == [("a.zip/secret.txt", "it is encrypted")]


@pytest.mark.parametrize("data", [packed({}), packed({"a.png": b"x"})])
def test_an_archive_without_a_filing_says_so(data: bytes) -> None:
    assert told(data) == [("a.zip", "there is no filing in this archive")]


def test_a_damaged_archive_and_a_damaged_member_are_named(tmp_path: Path) -> None:
    whole = packed({"x.txt": REPORT})
    (tmp_path / "cut.zip").write_bytes(whole[:40])
    (tmp_path / "bad.zip").write_bytes(whole.replace(whole[40:50], b"\xff" * 10, 1))
    plan = collect([tmp_path])
    assert [outcome.source for outcome in plan.failed] == ["cut.zip"]
    with pytest.raises(UnreadableFile, match=r"bad\.zip/x\.txt: it cannot be unpacked"):
        read_candidate(plan.candidates[0])


@given(st.integers(0, 400), st.binary(max_size=12))
@settings(max_examples=150, deadline=2000)
def test_any_damage_is_named(at: int, junk: bytes) -> None:
    data = packed({"in.zip": packed({"a.txt": REPORT}), "z.txt": REPORT})
    data = data[:at] + junk + data[at + len(junk) :]
    for member in listed(data).members:
        try:
            archives.Archive(io.BytesIO(data)).unpack(member.inside, member.source)
        except UnreadableFile as error:
            assert error.where == member.source


@pytest.mark.model
def test_an_upload_tells_of_each_filing_in_an_archive(tmp_path: Path) -> None:
    from fastapi.testclient import TestClient

    from tickmark.service.app import create_app
    from tickmark.service.settings import Settings

    data = packed({"report.txt": REPORT, "broken.txt": b"\x00\x01"})
    with TestClient(create_app(Settings(index=tmp_path / "index")), base_url="http://localhost") as client:
        response = client.post("/v1/documents", files=[("files", ("a.zip", data))])
    assert response.status_code == 207
    results = response.json()["results"]
    assert [(each["source"], each["status"]) for each in results] == [
        ("a.zip/report.txt", "added"),
        ("a.zip/broken.txt", "failed"),
    ]


def test_figures_and_tables_look_into_an_archive(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from tickmark.service.cli import app

    table = "Item\t2023\t2022\nRevenue\t5\t4\n"
    (tmp_path / "a.zip").write_bytes(packed({"one.txt": REPORT, "two.txt": table, "bad.txt": b"\x00\x01"}))
    figures = CliRunner().invoke(app, ["figures", str(tmp_path / "a.zip"), "--format", "jsonl"])
    assert figures.exit_code == 1
    assert '"source":"a.zip/one.txt"' in figures.output.replace('": "', '":"')
    tables = CliRunner().invoke(app, ["tables", str(tmp_path / "a.zip"), "--json"])
    assert tables.exit_code == 1
    assert '"Revenue"' in tables.output
