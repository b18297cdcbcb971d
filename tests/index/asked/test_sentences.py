"""Sentences of a question, and the clauses that a colon leads up to."""

from __future__ import annotations

import pytest

from tickmark.index.asked.sentences import clauses, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("How many looms? Heads, no share.", ["How many looms?", "Heads, no share."]),
        ("Costs, i.e. Wages and rents, in 2023?", ["Costs, i.e. Wages and rents, in 2023?"]),
        ("Motion No. 4 vs. Motion No. 5", ["Motion No. 4 vs. Motion No. 5"]),
        ("2.5 tonnes a day", ["2.5 tonnes a day"]),
        ("用水量是多少？谢谢", ["用水量是多少？", "谢谢"]),
        ("", [""]),
    ],
)
def test_a_sentence_ends_where_no_abbreviation_does(text, parts):
    assert sentences(text) == parts


def test_a_colon_before_a_question_parts_it_from_what_leads_up_to_it():
    assert clauses("For the desk: how many looms?") == ["For the desk:", "how many looms?"]
    assert sentences("For the desk: how many looms?") == ["For the desk: how many looms?"]
    assert clauses("Looms: 2022 and 2023") == ["Looms: 2022 and 2023"]
