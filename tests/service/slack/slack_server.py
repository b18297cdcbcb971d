"""A server on loopback that behaves like Slack: its Web API, its response addresses, its web socket, and its limits.

It refuses what Slack refuses: unknown and expired tokens, too many calls, blocks that are too long or too many,
channels that the bot is not in. Everything it takes is kept, so that a test can look at it.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections import defaultdict
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

BOT_TOKEN = "xoxb-bot"
APP_TOKEN = "xapp-app"
BOT_USER = "UBOT"


class SlackServer:
    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []
        self.whispered: list[dict[str, Any]] = []
        self.responded: list[dict[str, Any]] = []
        self.calls: list[str] = []
        self.limited: dict[str, list[int]] = defaultdict(list)
        self.token_error: str | None = None
        self.app_token_error: str | None = None
        self.closed_channels: set[str] = set()
        self.delay = 0.0
        self.down = False
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.connections = 0
        self.url = ""
        self._changed = asyncio.Condition()

    # Serving

    @asynccontextmanager
    async def running(self):
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_post("/respond/{id}", self._respond)
        app.router.add_get("/link", self._link)
        runner = web.AppRunner(app, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        try:
            yield self
        finally:
            for socket in self.sockets:
                await socket.close()
            await runner.cleanup()

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def response_url(self) -> str:
        return f"{self.url}/respond/{uuid.uuid4().hex}"

    async def until(self, what, seconds: float = 10.0):
        """Wait until ``what()`` is true, and give it."""
        async with asyncio.timeout(seconds):
            while not (found := what()):
                async with self._changed:
                    await self._changed.wait()
        return found

    async def _note(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    # The Web API

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.calls.append(method)
        await self._note()
        if self.down:
            request.transport.close()
            return web.Response(status=500)
        if self.limited[method]:
            wait = self.limited[method].pop(0)
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(wait)}
            )
        given = await _arguments(request)
        answer = self._answer(method, request.headers.get("Authorization", ""), given)
        await self._note()  # a message is there to read before the one who posted it hears so
        await asyncio.sleep(self.delay)
        return web.json_response(answer)

    def _answer(self, method: str, authorization: str, given: dict[str, Any]) -> dict[str, Any]:
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        error = self.app_token_error if method == "apps.connections.open" else self.token_error
        if authorization != f"Bearer {wanted}":
            error = error or ("invalid_auth" if authorization else "not_authed")
        if error:
            return {"ok": False, "error": error}
        if method == "auth.test":
            return {
                "ok": True,
                "user": "tickmark",
                "user_id": BOT_USER,
                "bot_id": "BBOT",
                "team": "Acme",
                "team_id": "T1",
            }
        if method == "apps.connections.open":
            return {"ok": True, "url": f"{self.url.replace('http', 'ws', 1)}/link"}
        if method in ("chat.postMessage", "chat.postEphemeral"):
            return self._post(method, given)
        return {"ok": False, "error": "unknown_method"}

    def _post(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        if given.get("channel") in self.closed_channels:
            return {"ok": False, "error": "not_in_channel"}
        if wrong := wrong_with(given):
            return {"ok": False, "error": "invalid_blocks", "response_metadata": {"messages": wrong}}
        if method == "chat.postEphemeral":
            self.whispered.append(given)
            return {"ok": True, "message_ts": f"{len(self.whispered)}.000001"}
        self.posted.append(given)
        return {"ok": True, "channel": given["channel"], "ts": f"9{len(self.posted)}.000001"}

    async def _respond(self, request: web.Request) -> web.Response:
        given = await request.json()
        if wrong := wrong_with(given):
            return web.Response(status=400, text="invalid_blocks " + "; ".join(wrong))
        self.responded.append(given)
        await self._note()
        return web.Response(text="ok")

    # Socket Mode

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        self.connections += 1
        await socket.send_json(
            {"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}, "debug_info": {"host": "test"}}
        )
        await self._note()
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                await self.acks.put(json.loads(message.data))
        return socket

    async def send(self, kind: str, payload: dict[str, Any], *, retry: int = 0) -> str:
        """An envelope over the newest connection; its id."""
        envelope = uuid.uuid4().hex
        await self.sockets[-1].send_json(
            {
                "envelope_id": envelope,
                "type": kind,
                "payload": payload,
                "accepts_response_payload": kind != "events_api",
                "retry_attempt": retry,
                "retry_reason": "timeout" if retry else "",
            }
        )
        return envelope

    async def refresh(self) -> None:
        """Say that this connection will end, as Slack does every few hours, and end it a little later."""
        socket = self.sockets[-1]
        await socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "test"}})


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    given = dict(await request.post())
    return {name: json.loads(value) if name == "blocks" else value for name, value in given.items()}


# What Slack checks of a message before it takes it


def wrong_with(message: dict[str, Any]) -> list[str]:
    """Everything in a message that Slack would refuse it for."""
    wrong = []
    blocks = message.get("blocks") or []
    if len(blocks) > 50:
        wrong.append(f"{len(blocks)} blocks")
    if not blocks and not message.get("text"):
        wrong.append("no_text")
    if size(message.get("text") or "") > 40_000:
        wrong.append("msg_too_long")
    for block in blocks:
        wrong += _CHECKS[block["type"]](block)
    ids = [element["action_id"] for block in blocks for element in elements_of(block) if "action_id" in element]
    for block in blocks:
        own = [element["action_id"] for element in elements_of(block) if "action_id" in element]
        if len(own) != len(set(own)):
            wrong.append(f"the same action_id twice: {ids}")
    return wrong


def size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def elements_of(block: dict[str, Any]) -> list[dict[str, Any]]:
    accessory = block.get("accessory")
    return [*(block.get("elements") or []), *([accessory] if accessory else [])]


def _text(text: dict[str, Any], most: int, *kinds: str) -> list[str]:
    wrong = []
    if text["type"] not in (kinds or ("mrkdwn", "plain_text")):
        wrong.append(f"a text of type {text['type']}")
    if not 1 <= size(text["text"]) <= most:
        wrong.append(f"a text of {size(text['text'])} characters where {most} are allowed")
    if (text["type"] == "plain_text" and "verbatim" in text) or (text["type"] == "mrkdwn" and "emoji" in text):
        wrong.append("an unknown field in a text")
    return wrong


def _button(button: dict[str, Any]) -> list[str]:
    wrong = _text(button["text"], 75, "plain_text")
    wrong += [
        name for name, most in (("value", 2000), ("url", 3000), ("action_id", 255)) if size(button.get(name, "")) > most
    ]
    return wrong


def _section(block: dict[str, Any]) -> list[str]:
    wrong = [] if block.get("text") or block.get("fields") else ["a section without text"]
    if "text" in block:
        wrong += _text(block["text"], 3000)
    if "fields" in block:
        wrong += [] if 1 <= len(block["fields"]) <= 10 else ["too many fields"]
        wrong += [problem for each in block["fields"] for problem in _text(each, 2000)]
    if "accessory" in block:
        wrong += _button(block["accessory"])
    return wrong


def _context(block: dict[str, Any]) -> list[str]:
    wrong = [] if 1 <= len(block["elements"]) <= 10 else [f"{len(block['elements'])} elements of context"]
    return wrong + [problem for each in block["elements"] for problem in _text(each, 2000)]


def _actions(block: dict[str, Any]) -> list[str]:
    wrong = [] if 1 <= len(block["elements"]) <= 25 else ["no or too many actions"]
    return wrong + [problem for each in block["elements"] for problem in _button(each)]


_CHECKS = {
    "header": lambda block: _text(block["text"], 150, "plain_text"),
    "section": _section,
    "context": _context,
    "actions": _actions,
    "divider": lambda _: [],
}
