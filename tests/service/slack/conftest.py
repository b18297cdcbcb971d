"""Slack on loopback, our service on loopback, and between them what really goes over the wire."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

# Test files are imported without packages; the server and the samples are shared between them.
sys.path.insert(0, str(Path(__file__).parent))

from slack_samples import Desk
from slack_server import APP_TOKEN, BOT_TOKEN, SlackServer
from slack_wire import PUBLIC_URL, SECRET, serving

from tickmark.service.settings import Settings, load
from tickmark.service.slack import desk as desk_module


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"TICKMARK_{name.upper()}", raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(autouse=True)
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk that the bot takes questions to."""
    made = Desk()
    monkeypatch.setattr(desk_module, "IndexDesk", lambda service: made)
    return made


@pytest.fixture
async def slack():
    async with SlackServer().running() as server:
        yield server


@pytest.fixture
def settings(slack: SlackServer, tmp_path: Path) -> Settings:
    return load(
        index=tmp_path / "index",
        public_url=PUBLIC_URL,
        slack_bot_token=BOT_TOKEN,
        slack_app_token=APP_TOKEN,
        slack_signing_secret=SECRET,
        slack_api_url=slack.api_url,
        shutdown_seconds=3,
    )


@pytest.fixture
async def service(settings: Settings):
    async with serving(settings) as running:
        yield running


@pytest.fixture
def ours(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What our own loggers say."""
    caplog.set_level(logging.INFO, logger="tickmark")
    return caplog
