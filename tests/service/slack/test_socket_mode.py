"""Socket Mode over a real web socket, against a server that behaves like Slack's."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager

import pytest
from slack_samples import Desk
from slack_server import SlackServer
from slack_wire import buttons, click, command, direct, envelope, mention, texts

from tickmark.ingest.errors import SettingsError
from tickmark.service.api.state import Service
from tickmark.service.slack.socket_mode import serve_socket_mode

pytestmark = pytest.mark.anyio

PING = 0.2


@asynccontextmanager
async def listening(settings):
    """The bot, connected."""
    stopped = asyncio.Event()
    running = asyncio.create_task(serve_socket_mode(Service(settings), settings, stopped, ping_seconds=PING))
    try:
        yield running
    finally:
        stopped.set()
        await asyncio.wait_for(running, 10)


async def acknowledged(slack: SlackServer) -> dict:
    return await asyncio.wait_for(slack.acks.get(), 5)


async def test_a_mention_is_acknowledged_at_once_and_then_answered(slack, settings, desk: Desk) -> None:
    slack.delay = 0.7
    async with listening(settings):
        await slack.until(lambda: slack.sockets)
        began = time.perf_counter()
        sent = await slack.send("events_api", envelope(mention()))
        assert await acknowledged(slack) == {"envelope_id": sent}
        assert time.perf_counter() - began < 0.7
        posted = (await slack.until(lambda: slack.posted))[0]
    assert posted["blocks"][0]["text"]["text"] == "105,925 tCO2e"
    assert slack.calls[:2] == ["auth.test", "apps.connections.open"]


async def test_an_envelope_that_is_sent_again_is_answered_once(slack, settings, desk) -> None:
    async with listening(settings):
        await slack.until(lambda: slack.sockets)
        for retry in range(3):
            await slack.send("events_api", envelope(mention()), retry=retry)
            await acknowledged(slack)
        await slack.until(lambda: slack.posted)
        await asyncio.sleep(0.1)
    assert len(desk.asked) == 1


async def test_commands_clicks_and_direct_messages_come_the_same_way(slack, settings, desk) -> None:
    async with listening(settings):
        await slack.until(lambda: slack.sockets)
        await slack.send("slash_commands", command("", slack))
        await acknowledged(slack)
        assert "2 filings" in texts((await slack.until(lambda: slack.responded))[0])
        await slack.send("events_api", envelope(direct("Northwind scope 2 2022")))
        await acknowledged(slack)
        posted = (await slack.until(lambda: slack.posted))[0]
        await slack.send("interactive", click(buttons(posted)["👍 Right"], slack))
        await acknowledged(slack)
        await slack.until(lambda: len(slack.responded) == 2)
    assert "Noted as right" in slack.responded[1]["text"]


@pytest.mark.parametrize("how", ["asked to", "cut off", "closed"])
async def test_it_connects_again(slack, settings, desk, ours, how) -> None:
    async with listening(settings):
        await slack.until(lambda: slack.connections == 1)
        if how == "asked to":
            await slack.refresh()
        elif how == "closed":
            await slack.sockets[-1].close()
        else:
            slack.sockets[-1]._req.transport.abort()
        await slack.until(lambda: slack.connections == 2)
        await slack.send("events_api", envelope(mention()))
        await acknowledged(slack)
        await slack.until(lambda: slack.posted)
    assert "Traceback" not in ours.text


async def test_it_waits_for_slack_to_be_reachable(slack, settings, ours) -> None:
    slack.down = True
    async with listening(settings):
        await slack.until(lambda: slack.calls.count("auth.test") >= 4)
        slack.down = False
        await slack.until(lambda: slack.sockets)
    assert "Slack cannot be reached" in ours.text
    assert "Traceback" not in ours.text


async def test_it_survives_slack_being_away_for_a_while(slack, settings, ours) -> None:
    async with listening(settings):
        await slack.until(lambda: slack.connections == 1)
        slack.down = True
        await slack.sockets[-1].close()
        before = len(slack.calls)
        await slack.until(lambda: len(slack.calls) >= before + 2)
        slack.down = False
        await slack.until(lambda: slack.connections == 2)
    assert "Traceback" not in ours.text


async def test_it_waits_when_connections_are_limited(slack, settings) -> None:
    slack.limited["apps.connections.open"] = [1]
    began = time.perf_counter()
    async with listening(settings):
        await slack.until(lambda: slack.connections == 1)
    assert time.perf_counter() - began >= 1


@pytest.mark.parametrize("code", ["invalid_auth", "token_expired"])
async def test_a_refused_token_ends_it_and_is_named(slack, settings, code) -> None:
    slack.token_error = code
    with pytest.raises(SettingsError, match=rf"TICKMARK_SLACK_BOT_TOKEN: Slack refuses the token \({code}\)"):
        await serve_socket_mode(Service(settings), settings, asyncio.Event(), ping_seconds=PING)
    slack.token_error, slack.app_token_error = None, code
    with pytest.raises(SettingsError, match=rf"TICKMARK_SLACK_APP_TOKEN: Slack refuses the token \({code}\)"):
        await serve_socket_mode(Service(settings), settings, asyncio.Event(), ping_seconds=PING)
    assert not slack.sockets


async def test_a_token_that_expires_later_ends_it_too(slack, settings) -> None:
    running = asyncio.create_task(serve_socket_mode(Service(settings), settings, asyncio.Event(), ping_seconds=PING))
    await slack.until(lambda: slack.connections == 1)
    slack.app_token_error = "token_revoked"
    await slack.refresh()
    with pytest.raises(SettingsError, match="token_revoked"):
        await asyncio.wait_for(running, 10)


async def test_tokens_in_the_wrong_place_are_refused_before_anything_is_sent(slack, settings) -> None:
    swapped = settings.model_copy(update={"slack_app_token": settings.slack_bot_token})
    with pytest.raises(SettingsError, match="should with 'xapp-'"):
        await serve_socket_mode(Service(swapped), swapped, asyncio.Event())
    missing = settings.model_copy(update={"slack_app_token": None})
    with pytest.raises(SettingsError, match="TICKMARK_SLACK_APP_TOKEN: nothing is set"):
        await serve_socket_mode(Service(missing), missing, asyncio.Event())
    assert not slack.calls
