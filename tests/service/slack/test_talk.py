"""What people and the bot say to each other: threads, messages, commands and clicks, over real HTTP."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from urllib.parse import quote

import pytest
from slack_samples import answered, not_found, summary
from slack_wire import PUBLIC_URL, buttons, click, command, direct, mention, message, serving, texts

pytestmark = pytest.mark.anyio


async def test_a_direct_message_is_answered_beside_it(slack, service) -> None:
    await service.event(direct("Northwind scope 2 2022"))
    posted = (await slack.until(lambda: slack.posted))[0]
    assert posted["channel"] == "D1"
    assert "thread_ts" not in posted


@pytest.mark.parametrize(
    "event",
    [
        direct("hi", bot_id="B9"),
        direct("changed", subtype="message_changed"),
        direct("gone", subtype="message_deleted"),
        message("Northwind scope 2 2022?"),
        message("and 2021?", thread_ts="7.000001"),
        mention(user=None, bot_id="B9"),
    ],
)
async def test_what_nobody_said_to_it_is_left_alone(slack, service, desk, event) -> None:
    assert (await service.event(event))[0] == 200
    await asyncio.sleep(0.15)
    assert not desk.asked
    assert not slack.calls


async def test_a_thread_remembers_issuer_figure_and_period(slack, service, desk) -> None:
    await service.event(mention("Northwind scope 2 2022"))
    await slack.until(lambda: len(slack.posted) == 1)
    thread = {"thread_ts": "1.000001"}
    for number, (said, event_id) in enumerate(
        [("and 2021?", "E2"), ("what about Harbour?", "E3"), ("and scope 1?", "E4"), ("the year before?", "E5")], 2
    ):
        await service.event(message(said, ts=f"1.00000{number}", **thread), event_id=event_id)
        await slack.until(lambda wanted=number: len(slack.posted) == wanted)
    read = [texts(each).rpartition("Read as: ")[2].splitlines()[0] for each in slack.posted[1:]]
    assert read == [
        "Northwind Magnetics Ltd. scope 2 2021",
        "Harbour Foods Plc scope 2 2021",
        "scope 1 Harbour Foods Plc 2021",
        "Harbour Foods Plc scope 1 2020",
    ]
    assert all(each["thread_ts"] == "1.000001" for each in slack.posted)


async def test_it_remembers_after_a_restart_and_in_direct_messages(slack, settings, desk) -> None:
    async with serving(settings) as service:
        await service.event(direct("Northwind scope 2 2022"))
        await slack.until(lambda: slack.posted)
    async with serving(settings) as service:
        await service.event(direct("and 2021?", ts="3.000002"), event_id="Ev2")
        await slack.until(lambda: len(slack.posted) == 2)
    assert desk.asked[-1] == "Northwind Magnetics Ltd. scope 2 2021"


async def test_people_talking_in_a_thread_are_not_interrupted(slack, service, desk) -> None:
    await service.event(mention("Northwind scope 2 2022"))
    await slack.until(lambda: slack.posted)
    thread = {"thread_ts": "1.000001"}
    await service.event(message("thanks a lot", ts="1.1", **thread), event_id="E2")
    await service.event(message("<@U7> did you see this?", ts="1.2", **thread), event_id="E3")
    await asyncio.sleep(0.15)
    assert len(desk.asked) == 1
    desk.make = not_found
    await service.event(message("anyone up for lunch?", ts="1.3", **thread), event_id="E4")
    whisper = (await slack.until(lambda: slack.whispered))[0]
    assert whisper["user"] == "U1"
    assert len(slack.posted) == 1


async def test_the_command_lists_the_filings(slack, service) -> None:
    status, body = await service.form(command("", slack))
    assert (status, body) == (200, "")
    said = (await slack.until(lambda: slack.responded))[0]
    assert said["response_type"] == "ephemeral"
    assert "Northwind Magnetics Ltd." in texts(said)
    assert f"<{PUBLIC_URL}/documents/{summary().id}/source|ESG report 1>" in texts(said)
    await service.form(command("list harbour", slack, "tr2"))
    said = (await slack.until(lambda: slack.responded[1:]))[0]
    assert "Annual report" in texts(said)
    assert "Northwind" not in texts(said)


@pytest.mark.parametrize("seconds_until_slack_tells_the_thread", [0.0, 0.5])
async def test_the_command_answers_a_question_where_everybody_sees_it(
    slack, service, desk, seconds_until_slack_tells_the_thread
) -> None:
    slack.delay = seconds_until_slack_tells_the_thread
    await service.form(command("Northwind scope 2 2022", slack))
    posted = (await slack.until(lambda: slack.posted))[0]
    assert "<@U1> asked: Northwind scope 2 2022" in texts(posted)
    await service.event(message("and 2021?", ts="91.2", thread_ts="91.000001"), event_id="E2")
    await slack.until(lambda: len(slack.posted) == 2)
    assert desk.asked[-1] == "Northwind Magnetics Ltd. scope 2 2021"


async def test_the_command_works_in_channels_the_bot_is_not_in(slack, service) -> None:
    slack.closed_channels.add("C1")
    await service.form(command("Northwind scope 2 2022", slack))
    said = (await slack.until(lambda: slack.responded))[0]
    assert said["response_type"] == "in_channel"
    assert "105,925 tCO2e" in texts(said)


async def test_the_command_helps(slack, service, desk) -> None:
    await service.form(command("help", slack))
    assert "/filings" in texts((await slack.until(lambda: slack.responded))[0])
    await service.event(mention(""))
    assert "/filings" in texts((await slack.until(lambda: slack.whispered))[0])
    assert not desk.asked


async def test_clicks_on_right_and_wrong_are_kept_and_thanked_for(slack, service, settings) -> None:
    await service.event(mention())
    posted = (await slack.until(lambda: slack.posted))[0]
    found = buttons(posted)
    for user, button in (("U1", "👍 Right"), ("U2", "👎 Wrong"), ("U2", "👎 Wrong"), ("U1", "👎 Wrong")):
        status, _ = await service.form({"payload": json.dumps(click(found[button], slack, user))})
        assert status == 200
    await slack.until(lambda: len(slack.responded) == 4)
    assert all(each["response_type"] == "ephemeral" for each in slack.responded)
    assert all(each["replace_original"] is False for each in slack.responded)
    with sqlite3.connect(settings.index / "slack.db") as database:
        rows = database.execute(
            "SELECT user, team, question, answer_status, figure_ids, verdict, length(time) FROM feedback ORDER BY user"
        ).fetchall()
    database.close()
    told = ("T1", "Northwind scope 2 2022?", "answered", '["f-105,925-2022"]')
    assert rows == [("U1", *told, "wrong", 25), ("U2", *told, "wrong", 25)]


async def test_a_click_on_an_answer_that_is_forgotten_is_said_to_be_so(slack, service) -> None:
    button = {"action_id": "tickmark_right", "value": "unknown"}
    assert (await service.form({"payload": json.dumps(click(button, slack))}))[0] == 200
    assert "no longer know" in (await slack.until(lambda: slack.responded))[0]["text"]


async def test_opening_the_cell_is_acknowledged(slack, service) -> None:
    for action in ("tickmark_open", "tickmark_open_3", "tickmark_open_page"):
        assert (await service.form({"payload": json.dumps(click({"action_id": action}, slack))}))[0] == 200
    assert not slack.calls


async def test_what_is_typed_reaches_the_desk_as_it_was_typed(slack, service, desk) -> None:
    await service.event(mention("R&amp;D &lt; 5% at <https://x.example|Northwind> in <#C9|general>"))
    await slack.until(lambda: desk.asked)
    assert desk.asked == ["R&D < 5% at Northwind in #general"]


async def test_the_page_link_carries_the_question(slack, service) -> None:
    await service.event(mention())
    posted = (await slack.until(lambda: slack.posted))[0]
    assert quote("Northwind").lower() in buttons(posted)["See it on the web"]["url"].lower()


async def test_an_answer_may_be_long_and_is_taken_all_the_same(slack, service, desk) -> None:
    desk.make = lambda question: answered(
        question, filing=summary(title="T" * 5000, issuer="I" * 5000, source="s" * 5000)
    )
    await service.event(mention("Northwind scope 2 2022 " + "x" * 1900))
    await slack.until(lambda: slack.posted)
