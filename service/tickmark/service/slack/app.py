"""What Slack sends, read with slack-bolt: events, commands and clicks become :class:`Asked` and :class:`Clicked`.

A message in a channel that mentions the bot comes twice, as ``app_mention`` and as ``message``, under two event ids.
Both carry the same channel and time stamp, which is therefore a key as well.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from tickmark.service.slack.blocks import OPEN, RIGHT, WRONG
from tickmark.service.slack.bot import Asked, Bot, Clicked
from tickmark.service.slack.followup import looks_like_a_question
from tickmark.service.slack.posting import Spot, web_client
from tickmark.service.slack.threads import Place
from tickmark.service.slack.words import said_to

__all__ = ["bolt_app"]

Payload = Mapping[str, Any]
COMMAND = "/filings"
# What a person writes has no subtype, or one of these; the others are edits, joins and the like.
WRITTEN = frozenset({None, "thread_broadcast", "file_share", "me_message"})

log = logging.getLogger(__name__)


def bolt_app(bot: Bot, *, token: str, signing_secret: str, api_url: str) -> AsyncApp:
    """The bolt application.

    No request waits for Slack's own API before it is acknowledged: who the bot is stands in every event.

    Args:
        bot: what answers.
        token: the bot token.
        signing_secret: what signed requests are checked against; empty for Socket Mode, which has none.
        api_url: Slack's Web API.
    """

    async def authorize(team_id: str | None, enterprise_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    app = AsyncApp(
        name=__name__,  # bolt sets the level of the logger of this name: it had better be ours alone
        logger=log,
        client=web_client(None, api_url),
        signing_secret=signing_secret,
        authorize=authorize,
    )

    async def mentioned(body: Payload) -> None:
        event = body["event"]
        if _by_a_person(event):
            bot.take(_asked(body, "mention"))

    async def written(body: Payload) -> None:
        event = body["event"]
        if not _by_a_person(event):
            return
        if event.get("channel_type") == "im":
            bot.take(_asked(body, "direct"))
        elif event.get("thread_ts") and _may_be_meant(event.get("text") or ""):
            bot.take(_asked(body, "thread"))

    async def commanded(ack: AsyncAck, body: Payload) -> None:
        await ack()
        bot.take(_commanded(body))

    async def judged(ack: AsyncAck, body: Payload) -> None:
        await ack()
        bot.take(_clicked(body))

    async def opened(ack: AsyncAck) -> None:
        await ack()  # the browser has opened the page already

    app.event("app_mention")(mentioned)
    app.event("message")(written)
    app.command(COMMAND)(commanded)
    for action in (RIGHT, WRONG):
        app.action(action)(judged)
    app.action(re.compile(rf"^{OPEN}"))(opened)
    return app


def _by_a_person(event: Payload) -> bool:
    """Whether a person wrote it: bots that answer bots never stop."""
    return bool(event.get("user")) and not event.get("bot_id") and event.get("subtype") in WRITTEN


def _may_be_meant(text: str) -> bool:
    """Whether words in a thread can be for the bot. Those that mention it come as a mention; or they are for others."""
    return "<@" not in text and looks_like_a_question(text)


def _asked(body: Payload, how: Any) -> Asked:
    event = body["event"]
    team = body.get("team_id") or event.get("team") or ""
    channel, stamp = event["channel"], event["ts"]
    thread = event.get("thread_ts")
    if how != "direct":
        thread = thread or stamp  # the answer opens a thread under the question
    return Asked(
        text=said_to(event.get("text") or "", _bot_user(body)),
        spot=Spot(channel, event["user"], thread),
        place=Place(team, channel, thread or ""),
        keys=(f"event:{body.get('event_id') or stamp}", f"message:{team}:{channel}:{stamp}"),
        how=how,
    )


def _commanded(body: Payload) -> Asked:
    channel = body["channel_id"]
    return Asked(
        text=said_to(body.get("text") or "", None),
        spot=Spot(channel, body["user_id"], response_url=body.get("response_url")),
        place=Place(body.get("team_id") or "", channel, f"command:{body.get('trigger_id')}"),
        keys=(f"command:{body.get('trigger_id')}",),
        how="command",
    )


def _clicked(body: Payload) -> Clicked:
    action = body["actions"][0]
    container, user = body.get("container") or {}, body["user"]
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    team = (body.get("team") or {}).get("id") or user.get("team_id") or ""
    return Clicked(
        answer_id=action.get("value") or "",
        verdict="right" if action["action_id"] == RIGHT else "wrong",
        spot=Spot(channel, user["id"], container.get("thread_ts"), body.get("response_url")),
        team=team,
    )


def _bot_user(body: Payload) -> str | None:
    """The bot's user id as this workspace knows it."""
    for authorized in body.get("authorizations") or ():
        if authorized.get("is_bot"):
            return str(authorized.get("user_id"))
    return None
