"""Socket Mode: the bot calls Slack and is reachable from nowhere, which suits a machine behind a firewall.

Slack closes each connection every few hours and says so beforehand; the client then opens the next one. When the
network is gone it tries until it is back. Only a token that Slack no longer takes ends it, since trying is of no use.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from tickmark.ingest.errors import SettingsError
from tickmark.service.settings import Settings
from tickmark.service.slack.app import bolt_app
from tickmark.service.slack.door import open_bot, token_of
from tickmark.service.slack.posting import UNREACHABLE, code_of, in_words, is_refused_token, web_client

if TYPE_CHECKING:
    from tickmark.service.api.state import Service

__all__ = ["PING_SECONDS", "serve_socket_mode"]

PING_SECONDS = 10.0
BOT_TOKEN, APP_TOKEN = "TICKMARK_SLACK_BOT_TOKEN", "TICKMARK_SLACK_APP_TOKEN"

T = TypeVar("T")
log = logging.getLogger(__name__)


def _without_traceback(record: logging.LogRecord) -> bool:
    """A lost connection is no fault in a program: what slack-sdk tells of it fits on one line."""
    record.exc_info = None
    return True


_connection_log = logging.getLogger(f"{__name__}.connection")
_connection_log.addFilter(_without_traceback)


class _Client(SocketModeClient):
    """The connection. ``refused`` is set when Slack no longer takes the token: then there is nothing to wait for."""

    def __init__(self, app: AsyncApp, app_token: str, api_url: str, ping_seconds: float) -> None:
        super().__init__(
            app_token,
            logger=_connection_log,
            web_client=web_client(None, api_url),
            ping_interval=ping_seconds,
        )
        self._app = app
        self.refused: asyncio.Future[SettingsError] = asyncio.get_running_loop().create_future()
        self.socket_mode_request_listeners.append(self._handle)

    async def issue_new_wss_url(self) -> str:
        """Ask Slack where to connect."""
        try:
            url = await super().issue_new_wss_url()
        except SlackApiError as error:
            if is_refused_token(error) and not self.refused.done():
                self.refused.set_result(_refusal(error, APP_TOKEN))
            raise
        log.info("opening a connection to Slack")
        return url

    async def _handle(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Pass on what came, and acknowledge it."""
        began = time.time()
        await send_async_response(client, request, await run_async_bolt_app(self._app, request), began)


async def serve_socket_mode(
    service: Service, settings: Settings, stopped: asyncio.Event, *, ping_seconds: float = PING_SECONDS
) -> None:
    """Answer until ``stopped`` is set.

    Raises:
        MissingExtra: the extra ``slack`` is not installed.
        SettingsError: a token is missing, or Slack refuses it.
    """
    app_token = token_of(settings.slack_app_token, APP_TOKEN, "xapp-")
    bot_token = token_of(settings.slack_bot_token, BOT_TOKEN, "xoxb-")
    bot = open_bot(service, settings)
    app = bolt_app(bot, token=bot_token, signing_secret="", api_url=settings.slack_api_url)
    client = _Client(app, app_token, settings.slack_api_url, ping_seconds)
    running = asyncio.create_task(_run(client, bot_token, settings.slack_api_url, ping_seconds))
    stopping = asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
    finally:
        for task in (running, stopping):
            task.cancel()
        await asyncio.gather(running, stopping, return_exceptions=True)
        await client.close()  # type: ignore[no-untyped-call]
        await bot.stop(settings.shutdown_seconds)
        log.info("disconnected from Slack")


async def _run(client: _Client, bot_token: str, api_url: str, pause: float) -> None:
    """Connect, and stay connected. Raises SettingsError when a token is refused, and does not return before."""
    me = await _patiently(web_client(bot_token, api_url).auth_test, BOT_TOKEN, pause)
    log.info("Slack knows this bot as %s in the workspace %s", me.get("user"), me.get("team"))
    client.wss_uri = await _patiently(client.issue_new_wss_url, APP_TOKEN, pause)
    await client.connect()  # type: ignore[no-untyped-call]
    log.info("connected to Slack, and listening")
    raise await client.refused


async def _patiently(call: Callable[[], Awaitable[T]], setting: str, pause: float) -> T:
    """What ``call`` gives, tried until Slack can be reached. Raises SettingsError when the token is refused."""
    while True:
        try:
            return await call()
        except SlackApiError as error:
            if is_refused_token(error):
                raise _refusal(error, setting) from error
            log.error("%s; trying again in %g s", in_words(error, setting), pause)
        except UNREACHABLE as error:
            log.error("Slack cannot be reached (%s); trying again in %g s", error or type(error).__name__, pause)
        await asyncio.sleep(pause)


def _refusal(error: SlackApiError, setting: str) -> SettingsError:
    return SettingsError(
        f"Slack refuses the token ({code_of(error)})",
        where=f"setting {setting}",
        hint="Take a new one from the app's page and start again; docs/slack.md says where it is.",
    )
