"""Tables and figures on the command line, with and without an index."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
from pathlib import Path

import pytest
from cli_runner import REPORT, assert_readable, tickmark


def test_tables_as_json(filings: Path) -> None:
    result = tickmark("tables", filings / "northwind-esg-2022.txt", "--json")
    assert result.returncode == 0, result.stderr
    (table,) = json.loads(result.stdout)
    assert [column["path"] for column in table["columns"]] == [["2021"], ["2022"]]
    assert [row["label_path"] for row in table["rows"]] == [
        ["Total emissions of the plants"], ["Emissions of purchased power"],
    ]  # fmt: skip
    assert table["rows"][0]["unit"] == "tCO2e"
    assert table["rows"][0]["cells"][1]["figure"]["number"] == "88404"
    assert result.stderr == ""


def test_tables_to_look_at(filings: Path) -> None:
    result = tickmark("tables", filings / "northwind-esg-2022.txt")
    assert result.returncode == 0
    assert "88,404" in result.stdout
    assert "\x1b" not in result.stdout


def test_figures_of_files_need_no_index(filings: Path) -> None:
    result = tickmark("figures", filings / "northwind-esg-2022.txt", "--format", "jsonl")
    assert result.returncode == 0, result.stderr
    figures = [json.loads(line) for line in result.stdout.splitlines()]
    (one,) = [figure for figure in figures if figure["printed"] == "88,404"]
    assert one["source"] == "northwind-esg-2022.txt"
    assert one["value"] == "88404"
    assert one["period_end"] == "2022-12-31"
    assert one["table_index"] == 0
    start, end = one["citation"]["chars"]
    assert REPORT[start:end] == one["citation"]["quote"] == "88,404"


def test_figures_as_csv_and_as_a_table(filings: Path, tmp_path: Path) -> None:
    report = filings / "northwind-esg-2022.txt"
    rows = list(csv.DictReader(io.StringIO(tickmark("figures", report, "--format", "csv").stdout)))
    assert "66215" in {row["value"] for row in rows}
    assert {row["document_id"] for row in rows} == {rows[0]["document_id"]}
    assert "66,215" in tickmark("figures", report).stdout
    written = tickmark("figures", report, "--format", "csv", "-o", tmp_path / "out.csv")
    assert written.stdout == ""
    assert list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8")))) == rows


def test_figures_of_several_files_name_the_one_that_fails(filings: Path, tmp_path: Path) -> None:
    result = tickmark("figures", tmp_path / "gone.txt", filings, "--format", "jsonl")
    assert result.returncode == 1
    assert "gone.txt" in result.stderr
    sources = {json.loads(line)["source"] for line in result.stdout.splitlines()}
    assert "northwind-esg-2022.txt" in sources


@pytest.mark.model
def test_figures_of_an_index_pass_the_filters(index: Path) -> None:
    lines = ("figures", "--index", index, "--format", "jsonl")
    every = tickmark(*lines).stdout.splitlines()
    asked = ("--document", json.loads(every[0])["document_id"], "--period-from", "2022-01-01", "--period-to", "2022")
    some = [
        json.loads(line)
        for line in tickmark("figures", "--index", index, "--format", "jsonl", *asked).stdout.splitlines()
    ]
    assert 0 < len(some) < len(every)
    assert {figure["period_end"] for figure in some} == {"2022-12-31"}


def test_parquet_is_written_or_its_package_is_named(filings: Path, tmp_path: Path) -> None:
    target = tmp_path / "figures.parquet"
    result = tickmark("figures", filings / "northwind-esg-2022.txt", "--format", "parquet", "-o", target)
    if importlib.util.find_spec("pyarrow"):
        assert result.returncode == 0, result.stderr
        assert target.read_bytes()[:4] == b"PAR1"
    else:
        assert_readable(result, 2)
        assert "pyarrow" in result.stderr
