"""Signed events over real HTTP, against a server that behaves like Slack's."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time

import pytest
from slack_samples import summary
from slack_wire import PUBLIC_URL, SECRET, buttons, envelope, mention, serving, texts

from tickmark.ingest.errors import MissingExtra, QuestionError, SettingsError, TickmarkIndexError
from tickmark.service.app import create_app
from tickmark.service.settings import load

pytestmark = pytest.mark.anyio


async def test_a_mention_is_answered_in_a_thread_with_the_figure_and_the_way_to_its_cell(slack, service) -> None:
    status, _ = await service.event(mention())
    assert status == 200
    posted = (await slack.until(lambda: slack.posted))[0]
    assert (posted["channel"], posted["thread_ts"]) == ("C1", "1.000001")
    assert posted["blocks"][0] == {
        "type": "header",
        "text": {"type": "plain_text", "text": "105,925 tCO2e", "emoji": False},
    }
    assert buttons(posted)["Open the cell"]["url"] == f"{PUBLIC_URL}/documents/{summary().id}/source#c40-47"
    for words in ("Scope 2", "2022", "tCO2e", "esg-1.txt", "published 2023-03-30", "→ 105,925 ←"):
        assert words in texts(posted)


async def test_it_is_acknowledged_before_the_answer_is_there(slack, service, desk) -> None:
    slack.delay = 1.5
    began = time.perf_counter()
    assert (await service.event(mention()))[0] == 200
    assert time.perf_counter() - began < 1
    assert not slack.posted or time.perf_counter() - began < 1
    await slack.until(lambda: slack.posted)


async def test_an_event_that_is_sent_again_is_answered_once(slack, service, desk) -> None:
    for retry in range(4):
        headers = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {}
        assert (await service.event(mention(), **headers))[0] == 200
    await service.event(mention(ts="8.000001"), event_id="Ev2")
    await slack.until(lambda: len(slack.posted) == 2)
    await asyncio.sleep(0.1)
    assert len(slack.posted) == 2
    assert len(desk.asked) == 2


async def test_and_once_too_when_the_service_was_restarted_in_between(slack, settings, desk) -> None:
    async with serving(settings) as service:
        await service.event(mention())
        await slack.until(lambda: slack.posted)
    async with serving(settings) as service:
        await service.event(mention(), **{"X-Slack-Retry-Num": "1"})
        await service.event(mention(ts="8.000001"), event_id="Ev2")
        await slack.until(lambda: len(slack.posted) == 2)
    assert len(desk.asked) == 2


async def test_a_stopping_service_finishes_what_it_has_taken(slack, settings) -> None:
    slack.delay = 0.5
    async with serving(settings) as service:
        await service.event(mention())
    assert slack.posted


async def test_a_mention_that_comes_as_a_message_as_well_is_answered_once(slack, service, desk) -> None:
    await service.event(mention())
    same = mention()
    await service.event({**same, "type": "message", "channel_type": "channel"}, event_id="Ev2")
    await service.event(
        {**same, "text": "Northwind scope 2 2022?", "type": "message", "channel_type": "im"}, event_id="Ev3"
    )
    await slack.until(lambda: slack.posted)
    await asyncio.sleep(0.1)
    assert len(desk.asked) == 1


async def test_a_bad_signature_is_refused(slack, service, desk) -> None:
    status, body = await service.event(mention(), secret="another")
    assert status == 401
    assert json.loads(body)["status"] == 401
    assert SECRET not in body
    assert (await service.send(json.dumps(envelope(mention())), **{"X-Slack-Signature": ""}))[0] == 401
    await asyncio.sleep(0.05)
    assert not desk.asked


async def test_an_old_time_stamp_is_refused(service, desk) -> None:
    assert (await service.event(mention(), age=6 * 60))[0] == 401
    assert (await service.event(mention(), age=4 * 60))[0] == 200


async def test_the_url_is_verified_only_for_slack(service) -> None:
    body = json.dumps({"token": "t", "challenge": "abc", "type": "url_verification"})
    status, answer = await service.send(body)
    assert (status, json.loads(answer)) == (200, {"challenge": "abc"})
    assert (await service.send(body, secret="another"))[0] == 401


async def test_slack_reaches_the_service_by_its_public_name(service) -> None:
    assert (await service.event(mention(), Host="filings.example.com"))[0] == 200
    assert (await service.event(mention(), Host="elsewhere.example.com"))[0] == 421


async def test_slack_is_waited_for_as_long_as_it_says(slack, service, ours) -> None:
    slack.limited["chat.postMessage"] = [1]
    began = time.perf_counter()
    await service.event(mention())
    await slack.until(lambda: slack.posted)
    assert time.perf_counter() - began >= 1
    assert slack.calls.count("chat.postMessage") == 2
    assert "limits the rate of chat.postMessage: waiting 1 s" in ours.text


@pytest.mark.parametrize("code", ["token_expired", "invalid_auth", "token_revoked"])
async def test_a_refused_token_is_logged_with_what_to_do(slack, service, ours, code) -> None:
    slack.token_error = code
    assert (await service.event(mention()))[0] == 200
    await slack.until(lambda: "chat.postEphemeral" in slack.calls)
    await asyncio.sleep(0.1)
    assert f"Slack refuses the token in TICKMARK_SLACK_BOT_TOKEN ({code})" in ours.text
    assert "Traceback" not in ours.text
    assert "xoxb" not in ours.text


@pytest.mark.parametrize(
    "told",
    [
        (
            QuestionError("the question is empty", hint="Ask in a few words."),
            "the question is empty. Ask in a few words.",
        ),
        (TickmarkIndexError("disk /srv/x is broken"), "Sorry, something went wrong"),
        (RuntimeError("secret detail"), "Sorry, something went wrong"),
    ],
)
async def test_errors_are_told_politely_to_the_one_who_asked(slack, service, desk, ours, told) -> None:
    error, shown = told

    def fail(_: str) -> None:
        raise error

    desk.make = fail
    await service.event(mention())
    whisper = (await slack.until(lambda: slack.whispered))[0]
    assert (whisper["user"], whisper["channel"], whisper["thread_ts"]) == ("U1", "C1", "1.000001")
    assert shown in whisper["text"]
    assert "secret" not in str(whisper)
    assert "/srv" not in str(whisper)
    assert str(error.args[0]) in ours.text
    assert not slack.posted


async def test_slack_out_of_reach_is_one_line_in_the_log(slack, service, ours) -> None:
    slack.down = True
    await service.event(mention())
    await slack.until(lambda: slack.calls.count("chat.postMessage") == 2)
    await asyncio.sleep(0.1)
    assert "could not post an answer: Slack cannot be reached" in ours.text
    assert "Traceback" not in ours.text


async def test_bolt_leaves_the_level_of_our_log_alone(slack, service) -> None:
    log = logging.getLogger("tickmark")
    before = log.level
    log.setLevel(logging.INFO)
    try:
        await service.event(mention())
        await slack.until(lambda: slack.posted)
        assert log.level == logging.INFO
    finally:
        log.setLevel(before)


async def test_a_channel_that_is_closed_to_the_bot_is_said_to_be_so(slack, service) -> None:
    slack.closed_channels.add("C1")
    await service.event(mention())
    await slack.until(lambda: "chat.postEphemeral" in slack.calls)
    assert not slack.posted


async def test_without_a_public_address_there_are_no_dead_buttons(slack, settings, ours) -> None:
    async with serving(settings.model_copy(update={"public_url": None})) as service:
        await service.event(mention())
        posted = (await slack.until(lambda: slack.posted))[0]
    assert set(buttons(posted)) == {"👍 Right", "👎 Wrong"}
    assert "TICKMARK_PUBLIC_URL is not set" in ours.text


async def test_without_a_signing_secret_there_is_no_route(settings) -> None:
    async with serving(settings.model_copy(update={"slack_signing_secret": None})) as service:
        assert (await service.event(mention()))[0] == 404


async def test_a_secret_without_a_token_is_refused_at_the_start(settings, monkeypatch) -> None:
    with pytest.raises(SettingsError, match="TICKMARK_SLACK_BOT_TOKEN"):
        create_app(load(index=settings.index, slack_signing_secret=SECRET))
    with pytest.raises(SettingsError, match="'xapp-'") as caught:
        create_app(load(index=settings.index, slack_signing_secret=SECRET, slack_bot_token="xapp-mixed-up"))
    assert "mixed" not in str(caught.value)


async def test_without_the_extra_it_is_named(settings, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "slack_bolt", None)
    with pytest.raises(MissingExtra, match=r"tickmark\[slack\]"):
        create_app(settings)
