"""The bot's file: once only, what threads are about, what was said of answers."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml
from slack_samples import answered, not_found

from tickmark.ingest.errors import TickmarkIndexError
from tickmark.service.slack import dedupe, keeping, threads
from tickmark.service.slack.dedupe import Dedupe
from tickmark.service.slack.feedback import Feedback
from tickmark.service.slack.keeping import Keeping
from tickmark.service.slack.manifest import manifest_text
from tickmark.service.slack.threads import Place, Threads, Topic


class Clock:
    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path, clock):
    opened = Keeping(tmp_path, clock=clock)
    yield opened
    opened.close()


def test_a_key_is_claimed_once_also_by_many_at_the_same_time(kept) -> None:
    once = Dedupe(kept)
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda _: once.claim(("event:1", "message:1")), range(40)))
    assert sum(won) == 1
    assert not once.claim(("event:2", "message:1"))
    assert once.claim(("event:2",))


def test_what_a_crashed_process_left_half_way_is_taken_over_but_not_what_is_in_work(kept, clock) -> None:
    first, second = Dedupe(kept), Dedupe(kept)
    assert first.claim(("event:1",))
    assert not second.claim(("event:1",))
    clock.now += dedupe.ABANDONED_SECONDS + 1
    assert not first.claim(("event:1",))
    assert second.claim(("event:1",))
    second.done(("event:1",))
    clock.now += dedupe.ABANDONED_SECONDS + 1
    assert not Dedupe(kept).claim(("event:1",))


def test_all_of_it_outlives_the_process(tmp_path, clock) -> None:
    first = Keeping(tmp_path, clock=clock)
    Dedupe(first).claim(("event:1",))
    Dedupe(first).done(("event:1",))
    topic = Topic(("A & B",), "排放", ("2022", "2023"))
    Threads(first).remember(Place("T", "C", "1.1"), topic)
    answer_id = Feedback(first).posting(answered().answer)
    first.close()
    again = Keeping(tmp_path, clock=clock)
    assert not Dedupe(again).claim(("event:1",))
    assert Threads(again).topic(Place("T", "C", "1.1")) == topic
    assert Feedback(again).click(answer_id, "right", user="U", team="T", channel="C")
    again.close()


def test_it_forgets_with_time_but_not_the_feedback(tmp_path, clock) -> None:
    first = Keeping(tmp_path, clock=clock)
    Dedupe(first).claim(("event:1",))
    Threads(first).remember(Place("T", "C", "1.1"), Topic())
    answer_id = Feedback(first).posting(answered().answer)
    Feedback(first).click(answer_id, "wrong", user="U", team="T", channel="C")
    first.close()
    clock.now += keeping.KEEP_ANSWERS + 1
    again = Keeping(tmp_path, clock=clock)
    assert Threads(again).topic(Place("T", "C", "1.1")) is None
    assert not Feedback(again).click(answer_id, "right", user="V", team="T", channel="C")
    assert [click.verdict for click in Feedback(again).clicks()] == ["wrong"]
    again.close()


def test_a_direct_conversation_ends_and_a_thread_does_not(kept, clock) -> None:
    talks = Threads(kept)
    talks.remember(Place("T", "D"), Topic(("A",)))
    talks.remember(Place("T", "D", "1.1"), Topic(("B",)))
    clock.now += threads.CONVERSATION_SECONDS + 1
    assert talks.topic(Place("T", "D")) is None
    assert talks.topic(Place("T", "D", "1.1")) == Topic(("B",))
    assert talks.topic(Place("T2", "D", "1.1")) is None


def test_a_click_says_everything_and_the_last_one_counts(kept) -> None:
    feedback = Feedback(kept)
    right, other = feedback.posting(answered().answer), feedback.posting(not_found().answer)
    assert feedback.click(right, "wrong", user="U", team="T", channel="C")
    assert feedback.click(right, "right", user="U", team="T", channel="C")
    assert feedback.click(other, "wrong", user="U", team="T", channel="C")
    assert not feedback.click("nobody", "right", user="U", team="T", channel="C")
    first, second = feedback.clicks()
    assert (first.time, first.user, first.team, first.channel) == ("2023-11-14T22:13:20+00:00", "U", "T", "C")
    assert (first.question, first.answer_status, first.verdict) == ("Northwind scope 2 2022", "answered", "right")
    assert first.figure_ids == ("f-105,925-2022",)
    assert (second.answer_status, second.figure_ids) == ("not_found", ())


def test_a_damaged_file_is_named(tmp_path) -> None:
    (tmp_path / "slack.db").write_bytes(b"not a database, and long enough to be looked at" * 40)
    with pytest.raises(TickmarkIndexError, match=r"slack\.db"):
        Keeping(tmp_path)


def test_a_failed_transaction_leaves_nothing(kept) -> None:
    def fail() -> None:
        with kept.transaction() as database:
            database.execute("INSERT INTO seen (key, at, owner) VALUES ('k', 1, 'o')")
            raise sqlite3.OperationalError("disk full")

    with pytest.raises(sqlite3.OperationalError):
        fail()
    assert Dedupe(kept).claim(("k",))


# The manifest


def test_the_two_manifests_differ_in_how_slack_reaches_us_and_nowhere_else() -> None:
    socket = yaml.safe_load(manifest_text("socket"))
    http = yaml.safe_load(manifest_text("http", "https://filings.example.com/"))
    address = "https://filings.example.com/slack/events"
    assert socket["settings"].pop("socket_mode_enabled") is True
    assert http["settings"].pop("socket_mode_enabled") is False
    assert http["features"]["slash_commands"][0].pop("url") == address
    assert http["settings"]["event_subscriptions"].pop("request_url") == address
    assert http["settings"]["interactivity"].pop("request_url") == address
    assert socket == http


def test_the_manifest_asks_for_what_is_used_and_keeps_slack_s_limits() -> None:
    manifest = yaml.safe_load(manifest_text("http"))
    assert manifest["features"]["slash_commands"][0]["command"] == "/filings"
    assert len(manifest["display_information"]["name"]) <= 35
    assert len(manifest["display_information"]["description"]) <= 140
    events = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    assert events == {"app_mention", "message.channels", "message.groups", "message.im"}
    scopes = set(manifest["oauth_config"]["scopes"]["bot"])
    assert {"app_mentions:read", "channels:history", "groups:history", "im:history", "chat:write", "commands"} == scopes
    assert "tickmark.example.com" in manifest_text("http")
