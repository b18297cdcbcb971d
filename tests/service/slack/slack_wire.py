"""Our service on loopback, Slack's side of the talk with it, and what Slack sends."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import aiohttp
import uvicorn
from slack_sdk.signature import SignatureVerifier
from slack_server import BOT_USER, SlackServer

from tickmark.service.app import create_app
from tickmark.service.settings import Settings

SECRET = "a-signing-secret"
PUBLIC_URL = "https://filings.example.com"


class Service:
    """Our service over real HTTP, and Slack's side of the talk: everything signed."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def send(
        self, body: str, *, kind: str = "application/json", secret: str = SECRET, age: float = 0, **headers: str
    ) -> tuple[int, str]:
        stamp = str(int(time.time() - age))
        signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or ""
        signed = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature, **headers}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.url}/slack/events", data=body.encode(), headers=signed) as answer,
        ):
            return answer.status, await answer.text()

    async def event(self, event: dict[str, Any], event_id: str = "Ev1", **more: Any) -> tuple[int, str]:
        return await self.send(json.dumps(envelope(event, event_id)), **more)

    async def form(self, fields: dict[str, str], **more: Any) -> tuple[int, str]:
        return await self.send(urlencode(fields), kind="application/x-www-form-urlencoded", **more)


@asynccontextmanager
async def serving(settings: Settings):
    """Our service on a free port."""
    config = uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_config=None, access_log=False)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        if running.done():
            await running
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Service(f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        await running


# What Slack sends


def envelope(event: dict[str, Any], event_id: str = "Ev1") -> dict[str, Any]:
    return {
        "token": "legacy",
        "team_id": "T1",
        "api_app_id": "A1",
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": 1700000000,
        "authorizations": [{"team_id": "T1", "user_id": BOT_USER, "is_bot": True}],
        "is_ext_shared_channel": False,
    }


def mention(text: str = "Northwind scope 2 2022?", *, ts: str = "1.000001", **more: Any) -> dict[str, Any]:
    event = {
        "type": "app_mention",
        "user": "U1",
        "text": f"<@{BOT_USER}> {text}",
        "ts": ts,
        "channel": "C1",
        "team": "T1",
    }
    return {**event, **more}


def message(text: str, *, ts: str = "2.000001", **more: Any) -> dict[str, Any]:
    event = {"type": "message", "user": "U1", "text": text, "ts": ts, "channel": "C1", "channel_type": "channel"}
    return {**event, **more}


def direct(text: str, *, ts: str = "3.000001", **more: Any) -> dict[str, Any]:
    return message(text, ts=ts, channel="D1", channel_type="im", **more)


def command(text: str, slack: SlackServer, trigger: str = "tr1") -> dict[str, str]:
    return {
        "token": "legacy",
        "team_id": "T1",
        "channel_id": "C1",
        "user_id": "U1",
        "command": "/filings",
        "text": text,
        "response_url": slack.response_url(),
        "trigger_id": trigger,
        "api_app_id": "A1",
    }


def click(button: dict[str, Any], slack: SlackServer, user: str = "U1") -> dict[str, Any]:
    return {
        "type": "block_actions",
        "user": {"id": user, "team_id": "T1"},
        "api_app_id": "A1",
        "token": "legacy",
        "container": {"type": "message", "message_ts": "91.000001", "channel_id": "C1", "thread_ts": "1.000001"},
        "trigger_id": f"tr-{user}-{button['action_id']}",
        "team": {"id": "T1", "domain": "acme"},
        "channel": {"id": "C1", "name": "filings"},
        "response_url": slack.response_url(),
        "actions": [{"type": "button", "block_id": "b", "action_ts": "5.5", **button}],
    }


def buttons(posted: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The buttons of a posted message by their words."""
    found = {}
    for block in posted["blocks"]:
        for element in [*block.get("elements", []), *([block["accessory"]] if "accessory" in block else [])]:
            if element["type"] == "button":
                found[element["text"]["text"]] = element
    return found


def texts(posted: dict[str, Any]) -> str:
    """All the words of a posted message."""
    words = []
    for block in posted["blocks"]:
        pieces = [block.get("text"), *block.get("fields", []), *block.get("elements", [])]
        words += [piece["text"] for piece in pieces if piece and piece.get("type") in ("mrkdwn", "plain_text")]
    return "\n".join(words)
