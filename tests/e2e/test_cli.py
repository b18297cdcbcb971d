"""The command line as its users run it: what goes to which stream, and how it ends."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import pty
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

REPORT = """Northwind Magnetics Ltd.

(Stock Code: 01234)

# ESG report 2022

## Climate

Published on 30 March 2023.

Indicator\tUnit\t2021\t2022
Total emissions of the plants\ttCO2e\t91,777\t88,404
Emissions of purchased power\ttCO2e\t70,310\t66,215
"""
LETTER = """Brookside Pumps plc

# Letter to shareholders

The dividend for 2023 was 12.5 pence per share.
"""
# Loaded before they are needed, these would make every command slow.
HEAVY = (
    "torch", "faiss", "tantivy", "sentence_transformers", "transformers", "langchain_text_splitters", "fastapi",
    "starlette", "pydantic", "pydantic_settings", "numpy", "rich", "uvicorn", "jinja2", "lxml",
    "tickmark.ingest", "tickmark.index",
)  # fmt: skip

Result = subprocess.CompletedProcess[str]


def tickmark(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Result:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TICKMARK_")}
    code = "from tickmark.service.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=cwd,
        env={**inherited, "HF_HUB_OFFLINE": "1", "COLUMNS": "200", **environment},
    )


@pytest.fixture(scope="module")
def filings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filings")
    (folder / "northwind-esg-2022.txt").write_text(REPORT, encoding="utf-8")
    (folder / "2023").mkdir()
    (folder / "2023" / "brookside-letter.md").write_text(LETTER, encoding="utf-8")
    (folder / ".drafts").mkdir()
    (folder / ".drafts" / "secret.txt").write_text(LETTER, encoding="utf-8")
    (folder / ".hidden.txt").write_text(LETTER, encoding="utf-8")
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture(scope="module")
def ingested(filings: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    index = tmp_path_factory.mktemp("index") / "filings.tickmark"
    return index, tickmark("ingest", filings, "--index", index)


@pytest.fixture(scope="module")
def index(ingested: tuple[Path, Result]) -> Path:
    return ingested[0]


def assert_readable(result: Result, status: int) -> None:
    """The error of a person: its status, nothing on standard output, a line or two and no traceback."""
    assert result.returncode == status, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()


def test_help_is_quick_because_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys; sys.argv = ['tickmark', '--help']\n"
        "from tickmark.service.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    told, _, loaded = result.stdout.partition("LOADED ")
    assert "ingest" in told
    assert "serve" in told
    assert set(HEAVY) & set(loaded.split()) == set()


def test_version() -> None:
    result = tickmark("--version")
    assert result.returncode == 0
    assert result.stdout.startswith("tickmark ")


def test_commands_of_other_packages_join_when_they_are_asked_for(tmp_path: Path) -> None:
    information = tmp_path / "greeter-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: greeter\nVersion: 1.0\n", encoding="utf-8")
    entries = "[tickmark.commands]\ngreet = greeter:app\nbroken = no_such_module:app\n"
    (information / "entry_points.txt").write_text(entries, encoding="utf-8")
    code = (
        "import typer\napp = typer.Typer()\n"
        "@app.command()\ndef everyone() -> None:\n    print('hello')\n"
        "@app.command()\ndef nobody() -> None:\n    print('...')\n"
    )
    (tmp_path / "greeter.py").write_text(code, encoding="utf-8")
    path = {"PYTHONPATH": str(tmp_path)}
    assert tickmark("greet", "everyone", **path).stdout == "hello\n"
    helped = tickmark("--help", **path)
    assert "greet" in helped.stdout
    assert helped.stderr == ""
    broken = tickmark("broken", **path)
    assert_readable(broken, 2)
    assert "no_such_module" in broken.stderr


@pytest.mark.model
def test_ingest_in_a_terminal_shows_a_bar(filings: Path, tmp_path: Path) -> None:
    main, other = pty.openpty()
    command = [sys.executable, "-c", "from tickmark.service.cli import main; main()", "ingest", str(filings)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "TICKMARK_INDEX": str(tmp_path / "index")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=other, text=True, env=environment) as process:
        os.close(other)
        shown = b""
        while chunk := read_terminal(main):
            shown += chunk
        out = process.communicate(timeout=60)[0]
    os.close(main)
    assert process.returncode == 0
    assert "/2 filings" in shown.decode()
    assert "2 added" in out
    assert "\x1b" not in out


def read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the last one at the other end has gone
        return b""


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


QUESTION = "Northwind Magnetics total emissions of the plants 2022"


@pytest.mark.model
def test_ask_shows_the_figure_and_where_it_stands(index: Path) -> None:
    result = tickmark("ask", QUESTION, "--index", index)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert "88,404" in result.stdout.splitlines()[0]
    assert "→ 88,404 ←" in result.stdout
    assert "northwind-esg-2022.txt, line 12" in result.stdout


@pytest.mark.model
def test_ask_as_json_is_the_object_of_the_service(index: Path) -> None:
    result = tickmark("ask", QUESTION, "--json", "-k", "2", "--stock-code", "1234", "--index", index)
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert set(told) == {"query", "interpretation", "answer", "figures", "passages", "timings_ms"}
    assert told["answer"]["status"] == "answered"
    figure = told["figures"][0]
    start, end = figure["citation"]["chars"]
    assert figure["value"] == "88404"
    assert figure["id"] in told["answer"]["figure_ids"]
    assert REPORT[start:end] == figure["citation"]["quote"] == "88,404"
    for passage in told["passages"]:
        start, end = passage["citation"]["chars"]
        assert REPORT[start:end] == passage["citation"]["quote"]


@pytest.mark.model
def test_a_question_without_an_answer_is_answered_so(index: Path) -> None:
    result = tickmark("ask", "What was the revenue of Quux Industries in 1987?", "--index", index)
    assert result.returncode == 0
    assert "not found" in result.stdout.lower()
    assert "88,404" not in result.stdout


@pytest.mark.model
def test_serve_answers_until_it_is_stopped(index: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "from tickmark.service.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--index", str(index), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as service:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
                wait_for(client)
                told = client.post("/v1/search", json={"query": QUESTION}).json()
                page = client.get(told["figures"][0]["citation"]["url"])
        finally:
            service.send_signal(signal.SIGTERM)
        out, err = service.communicate(timeout=30)
    assert told["figures"][0]["value"] == "88404"
    assert "88,404" in page.text
    assert out == ""
    assert "POST /v1/search 200" in err
    assert "Application shutdown complete" in err
    assert "Traceback" not in err


def wait_for(client: httpx.Client) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            if client.get("/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail("the service was not ready in time")


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


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    result = tickmark("--debug", "list", cwd=tmp_path)
    assert result.returncode != 0
    assert "Traceback" in result.stderr


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
