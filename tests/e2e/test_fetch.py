"""``tickmark fetch`` as its users run it, against a local server that behaves like the archives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from archive_server import Announcement, ArchiveServer, SecFiling, redirect, status, stuck, truncated
from terminal import in_a_terminal

CODE = "from tickmark.service.cli import main; main()"
YEARS = [
    SecFiling("0000001234-24-000005", "10-K", "2024-02-20", "nwm-20231231.htm", "2023-12-31"),
    SecFiling("0000001234-23-000004", "10-K", "2023-02-21", "nwm-20221231.htm", "2022-12-31"),
]
OLDER = [SecFiling("0000001234-22-000004", "10-K", "2022-02-22", "nwm-20211231.htm", "2021-12-31")]
NEWEST, MIDDLE, OLDEST = (
    f"/Archives/edgar/data/1234/{each.accession.replace('-', '')}/{each.document}" for each in (*YEARS, *OLDER)
)
REPORT = Announcement(
    "11100001",
    "28/03/2024 22:05",
    "Financial Statements/ESG Information - [Annual Report]",
    "ANNUAL REPORT 2023",
    "/listedco/listconews/sehk/2024/0328/2024032800001.pdf",
)

Result = subprocess.CompletedProcess[str]


@pytest.fixture
def server():
    with ArchiveServer() as running:
        running.add_issuer("NWM", 1234, "Northwind Magnetics Inc.", YEARS, OLDER)
        running.add_stock("06680", 900001, REPORT)
        yield running


def environment(server: ArchiveServer, **more: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TICKMARK_")}
    fast = {"TICKMARK_SEC_RATE": "10", "TICKMARK_HKEX_RATE": "10"}
    bases = {f"TICKMARK_{name}_URL": server.url for name in ("SEC", "SEC_DATA", "HKEX")}
    said = {"TICKMARK_CONTACT": "Jane Doe jane@example.com", "HF_HUB_OFFLINE": "1", "NO_PROXY": "*", "COLUMNS": "200"}
    return {**inherited, **fast, **bases, **said, **more}


def fetch(server: ArchiveServer, *arguments: str | Path, **more: str) -> Result:
    return subprocess.run(
        [sys.executable, "-c", CODE, "fetch", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=environment(server, **more),
    )


def three(to: Path) -> tuple[str | Path, ...]:
    return "sec", "--ticker", "NWM", "--form", "10-K", "--last", "3", "--to", to


def filings(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".") and path.suffix != ".json")


def test_the_last_three_over_two_pages_and_again(server, tmp_path):
    server.faults[MIDDLE] = [status(429, Retry_After="0"), truncated]
    first = fetch(server, *three(tmp_path))
    assert first.returncode == 0, first.stderr
    assert first.stdout == f"3 filings: 3 fetched, 0 already there, 0 failed (in {tmp_path})\n"
    assert first.stderr.count("fetched    NWM_10-K_") == 3
    assert filings(tmp_path) == [
        "NWM_10-K_2022-02-22_0000001234-22-000004.htm",
        "NWM_10-K_2023-02-21_0000001234-23-000004.htm",
        "NWM_10-K_2024-02-20_0000001234-24-000005.htm",
    ]
    assert {"Jane Doe jane@example.com" in agent for agent in server.agents} == {True}
    assert server.asked(MIDDLE) == 3

    again = fetch(server, *three(tmp_path))
    assert again.returncode == 0, again.stderr
    assert again.stdout == f"3 filings: 0 fetched, 3 already there, 0 failed (in {tmp_path})\n"
    assert [server.asked(path) for path in (NEWEST, MIDDLE, OLDEST)] == [1, 3, 1]


def test_a_run_that_was_killed_goes_on(server, tmp_path):
    server.faults[MIDDLE] = [stuck]
    command = [sys.executable, "-c", CODE, "fetch", *map(str, three(tmp_path))]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment(server)) as process:
        assert server.reached.wait(60)
        process.kill()
    server.released.set()
    assert filings(tmp_path) == ["NWM_10-K_2024-02-20_0000001234-24-000005.htm"]

    result = fetch(server, *three(tmp_path))
    assert result.stdout.startswith("3 filings: 2 fetched, 1 already there, 0 failed"), result.stderr
    assert [server.asked(path) for path in (NEWEST, MIDDLE, OLDEST)] == [1, 2, 1]
    for name in filings(tmp_path):
        assert (tmp_path / name).read_bytes().endswith(b"</html>\n")
    assert not list(tmp_path.glob(".*.part"))


def test_what_fails_is_named_and_the_rest_is_done(server, tmp_path):
    server.faults[MIDDLE] = [redirect("http://localhost:1/elsewhere")]
    result = fetch(server, *three(tmp_path), "--ticker", "NOPE")
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        f"3 filings: 2 fetched, 0 already there, 1 failed (in {tmp_path})",
        "failed: NWM_10-K_2023-02-21_0000001234-23-000004.htm",
        "failed: NOPE",
    ]
    assert "outside the archive" in result.stderr
    assert "'NOPE'" in result.stderr
    assert len(filings(tmp_path)) == 2


def test_nobody_to_write_to_is_wrong_use(server, tmp_path):
    result = fetch(server, *three(tmp_path), TICKMARK_CONTACT="")
    assert result.returncode == 2
    assert result.stdout == ""
    assert "TICKMARK_CONTACT" in result.stderr
    assert "Traceback" not in result.stderr
    assert server.requests == []
    given = fetch(server, *three(tmp_path), "--contact", "desk@example.com", TICKMARK_CONTACT="")
    assert given.returncode == 0, given.stderr
    assert "(desk@example.com)" in server.agents[-1]


def test_without_the_extra_it_says_which(server, tmp_path):
    (tmp_path / "httpx.py").write_text("raise ModuleNotFoundError('gone', name='httpx')\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    result = fetch(server, *three(tmp_path / "filings"), PYTHONPATH=path)
    assert result.returncode == 2
    assert "pip install 'tickmark[fetch]'" in result.stderr


def test_hong_kong(server, tmp_path):
    arguments = ("hkex", "--stock-code", "06680", "--from", "2024-01-01", "--to", tmp_path)
    result = fetch(server, *arguments)
    assert result.returncode == 0, result.stderr
    assert filings(tmp_path) == ["06680_annual-report_2024-03-28_11100001_en.pdf"]
    record = json.loads((tmp_path / "06680_annual-report_2024-03-28_11100001_en.pdf.meta.json").read_text("utf-8"))
    assert record["source_url"] == server.url + REPORT.link
    assert record["published"] == "2024-03-28"
    assert "0 fetched, 1 already there" in fetch(server, *arguments).stdout
    assert server.asked(REPORT.link) == 1
    nothing = fetch(server, *arguments, "--form", "circular")
    assert nothing.returncode == 1
    assert "no circular" in nothing.stderr


@pytest.mark.model
def test_straight_into_the_index(server, tmp_path):
    index = tmp_path / "index"
    into = (
        *three(tmp_path / "filings")[:-4],
        "--last",
        "1",
        "--to",
        tmp_path / "filings",
        "--ingest",
        "--index",
        index,
    )
    result = fetch(server, *into)
    assert result.returncode == 0, result.stderr
    assert "1 filing: 1 added" in result.stdout
    listed = subprocess.run(
        [sys.executable, "-c", CODE, "list", "--index", str(index)],
        capture_output=True, text=True, check=True, timeout=60, env=environment(server),
    )  # fmt: skip
    assert "Northwind Magnetics Inc." in listed.stdout
    assert "10-K" in listed.stdout
    assert "2024-02-20" in listed.stdout
    assert "1 unchanged" in fetch(server, *into).stdout


def test_in_a_terminal_there_is_a_bar(server, tmp_path):
    shown = in_a_terminal("fetch", *three(tmp_path), variables=environment(server))
    assert shown.status == 0
    assert "3/3" in shown.terminal
    assert "3 fetched" in shown.out
    assert "\x1b" not in shown.out
