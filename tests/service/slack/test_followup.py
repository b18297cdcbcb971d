"""Follow-ups, written out in full."""

from __future__ import annotations

import pytest
from slack_samples import HARBOUR, NORTHWIND, answered, not_found, series, told, year

from tickmark.ingest.model import Period
from tickmark.service.slack.followup import completed, looks_like_a_question, topic_of
from tickmark.service.slack.threads import Topic

TOPIC = Topic((NORTHWIND,), "scope 2 emissions", ("2022",))


@pytest.mark.parametrize(
    ("said", "understood", "whole"),
    [
        ("and 2021?", told("", "and", 2021), f"{NORTHWIND} scope 2 emissions 2021"),
        ("2021?", told("", "", 2021), f"{NORTHWIND} scope 2 emissions 2021"),
        ("And in FY2021 and FY2020?", told("", "and in and", None), f"{NORTHWIND} scope 2 emissions FY2021 FY2020"),
        (
            "what about the year before?",
            told("", "what about the year before", None),
            f"{NORTHWIND} scope 2 emissions 2021",
        ),
        ("and the next year", told("", "and the next year", None), f"{NORTHWIND} scope 2 emissions 2023"),
        ("what about Harbour?", told(HARBOUR, "what about", None), f"{HARBOUR} scope 2 emissions 2022"),
        ("and Harbour in 2020?", told(HARBOUR, "and in", 2020), f"{HARBOUR} scope 2 emissions 2020"),
        ("and scope 1?", told("", "and scope 1", None), f"scope 1 {NORTHWIND} 2022"),
        ("scope 1 in 2020?", told("", "scope 1", 2020), f"scope 1 in 2020 {NORTHWIND}"),
        ("and Harbour's revenue?", told(HARBOUR, "revenue", None), "Harbour's revenue 2022"),
        ("那2021年呢？", told("", "那呢", 2021), f"{NORTHWIND} scope 2 emissions 2021年"),
        ("上一年呢？", told("", "上一年呢", None), f"{NORTHWIND} scope 2 emissions 2021"),
    ],
)
def test_what_is_missing_comes_from_the_thread(said, understood, whole) -> None:
    assert completed(said, understood, TOPIC) == whole


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("Harbour revenue 2020", told(HARBOUR, "revenue", 2020)),
        ("Who audits Harbour?", told(HARBOUR, "audits", None)),
        ("which company emits most?", told("", "emits most", None, intent="comparison")),
    ],
)
def test_a_question_of_its_own_is_left_alone(said, understood) -> None:
    assert completed(said, understood, TOPIC) is None


def test_nothing_is_made_up_where_nothing_is_known() -> None:
    assert completed("and 2021?", told("", "and", 2021), Topic()) is None


def test_the_topic_is_what_was_understood_or_else_what_was_cited() -> None:
    assert topic_of(answered().answer) == Topic((NORTHWIND,), "Scope 2", ("2022",))
    found = series(members=2).answer
    assert topic_of(found).periods == ("2000",)
    relative = told(periods=(Period("duration", "2023-07-01", "2024-06-30", "last year"), year(2021)))
    assert topic_of(not_found(periods=relative.periods).answer).periods == ("2023-07-01 to 2024-06-30", "2021")


@pytest.mark.parametrize("text", ["and 2021?", "what about 2020", "scope 1？", "那2021年呢"])
def test_these_can_be_meant_for_the_bot(text) -> None:
    assert looks_like_a_question(text)


@pytest.mark.parametrize("text", ["thanks", "I will check 2022 tomorrow", "and that is that", ""])
def test_these_are_people_talking(text) -> None:
    assert not looks_like_a_question(text)
