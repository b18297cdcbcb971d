"""Wrong use of the command line: what is said, and the exit status."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import REPORT, assert_readable, tickmark


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "--no-such-option", "question"),
        ("no-such-command",),
        ("ask", ""),
        ("ask", "   "),
        ("ask", "x" * 100_000),
        ("ask", "Northwind emissions", "-k", "0"),
        ("ask", "Northwind emissions", "-k", "100000"),
        ("ask", "Northwind emissions", "--published-from", "yesterday"),
        ("ask", "Northwind emissions"),
        ("list",),
        ("figures",),
        ("remove", "abc"),
        ("serve",),
        ("ingest",),
        ("ingest", "."),
        ("ingest", ".", "--published", "soon"),
        ("ingest", ".", "--language", "Klingon"),
        ("figures", "a.txt", "--index", "b"),
        ("figures", "--format", "xml"),
        ("tables", "."),
    ],
)
def test_wrong_use_ends_with_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert_readable(tickmark(*arguments, cwd=tmp_path), 2)
    assert list(tmp_path.iterdir()) == []


def test_a_bad_setting_is_named(tmp_path: Path) -> None:
    result = tickmark("list", cwd=tmp_path, TICKMARK_PORT="many")
    assert_readable(result, 2)
    assert "TICKMARK_PORT" in result.stderr


@pytest.mark.parametrize("command", ["tables", "ingest", "figures"])
def test_a_file_that_is_not_there_is_input_that_failed(tmp_path: Path, command: str) -> None:
    result = tickmark(command, "gone.txt", cwd=tmp_path)
    assert result.returncode == 1
    assert "gone.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_index_that_cannot_be_made_is_no_fault_of_tickmark(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    result = tickmark("ingest", "report.txt", "--index", "report.txt/index", cwd=tmp_path)
    assert_readable(result, 2)
    assert "report.txt/index: the folder for the index cannot be made (Not a directory)" in result.stderr
    asked = tickmark("list", "--index", "report.txt", cwd=tmp_path)
    assert_readable(asked, 2)
    assert (
        "report.txt: there is no such folder. Make an index with: tickmark ingest PATH --index report.txt"
        in asked.stderr
    )


def test_figures_of_files_say_what_was_not_read(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(
        "The café in the old station had sales of 5 million in 2024.\n".encode("cp1252")
    )
    for command in (("figures", "--format", "csv"), ("tables",), ("tables", "--json")):
        result = tickmark(*command, "latin.txt", cwd=tmp_path)
        assert result.returncode == 0
        assert "latin.txt: not UTF-8: read as Windows-1252" in result.stderr


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    result = tickmark("--debug", "list", cwd=tmp_path)
    assert result.returncode != 0
    assert "Traceback" in result.stderr
