"""Filings put into the index, listed and taken out again on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import LETTER, Result, assert_readable, tickmark
from terminal import in_a_terminal


@pytest.mark.model
def test_ingest_in_a_terminal_shows_a_bar(filings: Path, tmp_path: Path) -> None:
    shown = in_a_terminal("ingest", filings, variables={"TICKMARK_INDEX": str(tmp_path / "index")})
    assert shown.status == 0
    assert "/2 filings" in shown.terminal
    assert "2 added" in shown.out
    assert "\x1b" not in shown.out


@pytest.mark.model
def test_ingest_tells_what_it_did(ingested: tuple[Path, Result]) -> None:
    _, result = ingested
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[0] == "2 filings: 2 added, 0 replaced, 0 unchanged, 0 failed"
    assert "1 table," in result.stdout
    assert "set aside" in result.stdout
    assert "not understood" in result.stdout
    assert "2023/brookside-letter.md" in result.stderr
    assert "northwind-esg-2022.txt" in result.stderr
    assert "1 .png" in result.stderr
    assert "secret" not in result.stderr
    assert ".hidden" not in result.stderr


@pytest.mark.model
def test_ingest_again_changes_nothing(index: Path, filings: Path) -> None:
    result = tickmark("ingest", filings, TICKMARK_INDEX=str(index))
    assert result.returncode == 0
    assert result.stdout.startswith("2 filings: 0 added, 0 replaced, 2 unchanged, 0 failed")


@pytest.mark.model
def test_a_changed_file_is_replaced_and_a_removed_one_is_gone(tmp_path: Path) -> None:
    file, index = tmp_path / "letter.md", tmp_path / "index"
    file.write_text(LETTER, encoding="utf-8")
    assert tickmark("ingest", file, "--index", index).returncode == 0
    file.write_text(LETTER.replace("12.5", "13.5"), encoding="utf-8")
    again = tickmark("ingest", file, "--index", index)
    assert again.stdout.startswith("1 filing: 0 added, 1 replaced")
    (listed,) = json.loads(tickmark("list", "--json", "--index", index).stdout)
    removed = tickmark("remove", "nothing-like-it", listed["document_id"][:8], "--index", index)
    assert removed.returncode == 1
    assert "nothing-like-it" in removed.stderr
    assert removed.stdout == f"removed    {listed['document_id']}\n"
    assert json.loads(tickmark("list", "--json", "--index", index).stdout) == []


@pytest.mark.model
def test_what_cannot_be_read_is_named_and_the_rest_done(filings: Path, tmp_path: Path) -> None:
    broken, empty, missing = tmp_path / "broken.txt", tmp_path / "empty.txt", tmp_path / "missing.txt"
    broken.write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 200)
    empty.write_bytes(b"")
    good = filings / "northwind-esg-2022.txt"
    result = tickmark("ingest", broken, missing, good, empty, "--index", tmp_path / "index")
    assert result.returncode == 1
    assert result.stdout.startswith("4 filings: 1 added, 0 replaced, 0 unchanged, 3 failed")
    for name in ("broken.txt", "missing.txt", "empty.txt"):
        assert name in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.model
def test_what_is_said_of_a_filing_wins(filings: Path, tmp_path: Path) -> None:
    said = ("--issuer", "Northwind Group", "--form", "appendix", "--published", "2023-04-01", "--title", "Named")
    done = tickmark("ingest", filings / "northwind-esg-2022.txt", *said, "--index", tmp_path / "index")
    assert done.returncode == 0, done.stderr
    (listed,) = json.loads(tickmark("list", "--json", "--index", tmp_path / "index").stdout)
    assert [listed[key] for key in ("issuer", "form", "published", "title")] == [
        "Northwind Group", "appendix", "2023-04-01", "Named",
    ]  # fmt: skip


@pytest.mark.model
def test_list(index: Path) -> None:
    shown = tickmark("list", "--index", index)
    assert shown.returncode == 0
    assert "northwind-esg-2022.txt" in shown.stdout
    listed = json.loads(tickmark("list", "--json", "--index", index, "--stock-code", "1234").stdout)
    assert [one["source"] for one in listed] == ["northwind-esg-2022.txt"]
    nothing = tickmark("list", "--index", index, "--issuer", "Nobody")
    assert nothing.returncode == 0
    assert nothing.stdout == ""
    assert nothing.stderr


@pytest.mark.model
def test_a_manifest_says_what_is_said_of_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Harrow Vale plc\n\nResults for 2023\n\nRevenue was £5 million.\n", encoding="utf-8"
    )
    manifest, index = tmp_path / "m.csv", tmp_path / "index"
    manifest.write_text(
        "source,issuer,tickers,fiscal_year\na.txt,Vale Harrow Ltd,VHL,2023\nb.txt,B,,\n", encoding="utf-8"
    )
    result = tickmark("ingest", tmp_path / "a.txt", "--index", index, "--manifest", manifest)
    assert result.returncode == 0, result.stderr
    assert "b.txt: named in the manifest" in result.stderr
    (listed,) = json.loads(tickmark("list", "--json", "--index", index, "--stock-code", "vhl").stdout)
    assert (listed["issuer"], listed["tickers"], listed["fiscal_year"]) == ("Vale Harrow Ltd", ["VHL"], 2023)
    manifest.write_text("source,fiscal_year\na.txt,soon\n", encoding="utf-8")
    wrong = tickmark("ingest", tmp_path / "a.txt", "--index", index, "--manifest", manifest)
    assert_readable(wrong, 2)
    assert "m.csv, row 1, fiscal_year" in wrong.stderr
