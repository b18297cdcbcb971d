"""Questions on the command line, and the service that it starts."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from cli_runner import REPORT, tickmark

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
def test_ask_explains_why_the_candidates_rank_as_they_do(index: Path) -> None:
    result = tickmark("ask", QUESTION, "--explain", "--index", index)
    assert result.returncode == 0, result.stderr
    assert "given as the answer" in result.stdout
    assert "of another period" in result.stdout
    told = json.loads(tickmark("ask", QUESTION, "--explain", "--json", "--index", index).stdout)
    assert told["explanation"]["figures"][0]["printed"] == "88,404"


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
