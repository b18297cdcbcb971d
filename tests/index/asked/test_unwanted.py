"""What a question says first that it does not want, or behind what it means."""

import pytest

from tickmark.index.asked.unwanted import unwanted, without_unwanted


@pytest.mark.parametrize(
    ("text", "what", "rest"),
    [
        ("I don't need the tonnage: how many ferries sailed?", "tonnage", "how many ferries sailed?"),
        ("We're not interested in the tugs, how many ferries sailed?", "tugs", "how many ferries sailed?"),
        ("Never mind the barges - what did dredging cost?", "barges", "what did dredging cost?"),
        ("Not the harbour total: how many cranes stood idle?", "harbour total", "how many cranes stood idle?"),
        ("tonnes handled (loaded not unloaded)", "unloaded", "tonnes handled, loaded"),
        ("crew leaving by rank, heads not rate", "rate", "crew leaving by rank, heads"),
        ("crew leaving by rank, number of people not rates", "rates", "crew leaving by rank, number of people"),
        ("I don't need the tonnage.", "tonnage", ""),
    ],
)
def test_what_is_not_wanted_and_what_is_left(text, what, rest):
    found = unwanted(text)
    assert found.what == what
    assert " ".join(found.rest.split()).replace(" ,", ",") == rest


@pytest.mark.parametrize(
    "text",
    [
        "ships held, vessels not chartered",
        "crew, officers not in command",
        "why was the toll not paid",
        "ferries, tugs not including barges",
        "how many ferries sailed?",
    ],
)
def test_a_state_sets_nothing_aside(text):
    assert unwanted(text) is None
    assert without_unwanted(text) == text


def test_a_sentence_that_is_nothing_else_is_kept():
    assert without_unwanted("I don't need the tonnage.") == "I don't need the tonnage."
