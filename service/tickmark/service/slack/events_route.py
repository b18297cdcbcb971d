"""``POST /slack/events``: Slack's signed requests, on the service's own port.

One address takes events, commands and clicks. A request whose signature does not hold, or is older than five minutes,
is refused with 401 before anything of it is read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from tickmark.ingest.errors import SettingsError
from tickmark.service.settings import Settings
from tickmark.service.slack.door import open_bot, token_of

if TYPE_CHECKING:
    from tickmark.service.api.state import Service
    from tickmark.service.slack.bot import Bot

__all__ = ["PATH", "SlackEvents", "slack_events"]

PATH = "/slack/events"


@dataclass(frozen=True, slots=True)
class SlackEvents:
    """The route, and the bot behind it."""

    router: APIRouter
    bot: Bot | None

    @asynccontextmanager
    async def running(self, patience: float) -> AsyncIterator[None]:
        """For as long as the service runs; what is in work at the end is finished, as far as patience goes."""
        try:
            yield
        finally:
            if self.bot is not None:
                await self.bot.stop(patience)


def slack_events(service: Service, settings: Settings) -> SlackEvents:
    """The route, when a signing secret is set; otherwise a router without any.

    Raises:
        MissingExtra: the extra ``slack`` is not installed.
        SettingsError: there is a signing secret, and no bot token to answer with.
    """
    router = APIRouter()
    if settings.slack_signing_secret is None:
        return SlackEvents(router, None)
    secret = settings.slack_signing_secret.get_secret_value().strip()
    if not secret:
        raise SettingsError("it is empty", where="setting TICKMARK_SLACK_SIGNING_SECRET", hint="See docs/slack.md.")
    bot = open_bot(service, settings)
    token = token_of(settings.slack_bot_token, "TICKMARK_SLACK_BOT_TOKEN", "xoxb-")

    from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler  # noqa: PLC0415 - needs the extra

    from tickmark.service.slack.app import bolt_app  # noqa: PLC0415

    app = bolt_app(bot, token=token, signing_secret=secret, api_url=settings.slack_api_url)
    handler = AsyncSlackRequestHandler(app)

    @router.post(PATH, include_in_schema=False)
    async def events(request: Request) -> Response:
        answered: Response = await handler.handle(request)
        if answered.status_code == 401:
            raise HTTPException(401, "This request is not signed by Slack, or was signed too long ago.")
        return answered

    return SlackEvents(router, bot)
