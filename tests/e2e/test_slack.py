"""Slack from end to end: filings in a real index, the real programs, and a server that behaves like Slack's."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "service" / "slack"))

from slack_server import APP_TOKEN, BOT_TOKEN, SlackServer  # noqa: E402 - from beside the other tests
from slack_wire import (  # noqa: E402
    SECRET,
    Service,
    buttons,
    click,
    command,
    direct,
    envelope,
    mention,
    message,
    texts,
)

pytestmark = [pytest.mark.anyio, pytest.mark.model]
TICKMARK = [sys.executable, "-c", "from tickmark.service.cli import main; main()"]
QUESTION = "JL MAG scope 2 emissions 2022"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("slack") / "index"
    filings = [str(ROOT / "corpus" / "filings" / name) for name in ("jlmag-esg-2023-summary.md", "jlmag-poll-2023.md")]
    subprocess.run([*TICKMARK, "ingest", *filings, "--index", str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture
async def slack():
    async with SlackServer().running() as server:
        yield server


@asynccontextmanager
async def program(*arguments: str, ready: str, **settings: str):
    """One of our programs, from when it says that it is ready; its lines so far."""
    given = {f"TICKMARK_{name.upper()}": value for name, value in settings.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TICKMARK_", "SLACK_"))}
    process = await asyncio.create_subprocess_exec(*TICKMARK, *arguments, env=kept | given, stderr=subprocess.PIPE)
    lines: list[str] = []

    async def read() -> None:
        async for line in process.stderr:
            lines.append(line.decode())  # noqa: PERF401 - they are looked at while more of them come

    reading = asyncio.create_task(read())
    try:
        async with asyncio.timeout(120):
            while not any(ready in line for line in lines):
                assert process.returncode is None, "".join(lines)
                await asyncio.sleep(0.05)
        try:
            yield lines
        except BaseException:
            sys.stderr.writelines(lines)  # what the program said is what explains it
            raise
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 30)
        await reading
    assert process.returncode in (0, -signal.SIGTERM), "".join(lines)  # uvicorn passes the signal on in the end
    assert "Traceback" not in "".join(lines)


@pytest.fixture(autouse=True)
def _nothing_seen_before(index: Path) -> None:
    for left in index.glob("slack.db*"):
        left.unlink()


async def test_tickmark_slack_answers_over_a_web_socket(slack, index) -> None:
    settings = {
        "index": str(index),
        "slack_bot_token": BOT_TOKEN,
        "slack_app_token": APP_TOKEN,
        "slack_api_url": slack.api_url,
        "public_url": "https://filings.example.com",
    }
    async with program("slack", ready="connected to Slack", **settings) as lines:
        await slack.send("events_api", envelope(direct(QUESTION)))
        posted = (await slack.until(lambda: slack.posted, 60))[0]
        assert posted["blocks"][0]["text"]["text"] == "105,925 tCO2e"
        assert "→ 105,925 ←" in texts(posted)
        await slack.send("events_api", envelope(direct("and 2021?", ts="3.2"), "Ev2"))
        posted = (await slack.until(lambda: slack.posted[1:], 60))[0]
        assert posted["blocks"][0]["text"]["text"] == "88,443 tCO2e"
        await slack.send("slash_commands", command("", slack))
        assert "2 filings" in texts((await slack.until(lambda: slack.responded))[0])
    assert any("as tickmark in the workspace Acme" in line for line in lines)
    assert not any(BOT_TOKEN in line or APP_TOKEN in line for line in lines)


async def test_tickmark_serve_answers_signed_events_and_the_button_opens_the_lit_cell(slack, index) -> None:
    settings = {
        "index": str(index),
        "slack_bot_token": BOT_TOKEN,
        "slack_signing_secret": SECRET,
        "slack_api_url": slack.api_url,
        "public_url": "http://127.0.0.1:1",
    }
    async with program("serve", "--port", "0", ready="Uvicorn running on", **settings) as lines:
        found = re.search(r"Uvicorn running on (http://[\d.:]+)", "".join(lines))
        assert found is not None
        service = Service(found[1])
        assert (await service.event(mention(QUESTION)))[0] == 200
        assert (await service.event(mention(QUESTION), **{"X-Slack-Retry-Num": "1"}))[0] == 200
        assert (await service.event(mention(QUESTION, ts="1.9"), "Ev9", secret="another"))[0] == 401
        posted = (await slack.until(lambda: slack.posted, 60))[0]
        path = buttons(posted)["Open the cell"]["url"].removeprefix("http://127.0.0.1:1")
        page, _, chars = path.partition("#c")
        async with aiohttp.ClientSession() as session, session.get(f"{found[1]}{page}?chars={chars}") as answer:
            assert answer.status == 200
            assert re.search(r"<mark[^>]*>105,925</mark>", await answer.text())
        await service.event(message("and 2021?", ts="1.2", thread_ts="1.000001"), "Ev2")
        await slack.until(lambda: slack.posted[1:], 60)
        assert slack.posted[1]["thread_ts"] == "1.000001"
        button = buttons(slack.posted[1])["👎 Wrong"]
        assert (await service.form({"payload": json.dumps(click(button, slack))}))[0] == 200
        assert "Noted as wrong" in (await slack.until(lambda: slack.responded))[0]["text"]
        assert len(slack.posted) == 2
    assert any("tickmark.service.requests: POST /slack/events 401" in line for line in lines)


async def test_wrong_use_is_said_at_once(index) -> None:
    for settings, words in (
        ({}, "TICKMARK_SLACK_APP_TOKEN: nothing is set"),
        ({"TICKMARK_SLACK_APP_TOKEN": "xoxb-1"}, "should with 'xapp-'"),
    ):
        done = await asyncio.to_thread(
            subprocess.run,
            [*TICKMARK, "slack", "--index", str(index)],
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert words in done.stderr
        assert "Traceback" not in done.stderr


async def test_the_manifest_is_printed_without_an_index() -> None:
    done = await asyncio.to_thread(
        subprocess.run, [*TICKMARK, "slack", "--manifest", "http"], capture_output=True, text=True, check=True
    )
    assert "request_url: https://tickmark.example.com/slack/events" in done.stdout
