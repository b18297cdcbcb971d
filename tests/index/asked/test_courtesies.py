"""Greetings, mentions and thanks: what stands around a question and asks for nothing."""

import pytest

from tickmark.index.asked.courtesies import without_courtesies


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Morning! How many ferries sailed?", "How many ferries sailed?"),
        ("hi - how many ferries sailed", "how many ferries sailed"),
        ("hello team, quick one: ferry fares 2024 pls", "ferry fares 2024"),
        ("@bot what did the ferries cost, thx!", "what did the ferries cost"),
        ("ferry fares if anyone knows", "ferry fares"),
        ("What did the ferries cost? asking for a client", "What did the ferries cost?"),
        ("btw how many patents", "how many patents"),
        ("ESG data pull: ferry fares 2024", "ferry fares 2024"),
        ("Slack q: what did the ferries cost", "what did the ferries cost"),
        ("client query - how many ferries sailed", "how many ferries sailed"),
        ("Note to self: how many ferries sailed", "how many ferries sailed"),
        ("Reminder: ferry fares 2024", "ferry fares 2024"),
        ("Data centre energy: 2024?", "Data centre energy: 2024?"),
        ("Client queries: how many in 2024?", "Client queries: how many in 2024?"),
        ("Fleet question - how many warrants?", "how many warrants?"),
        ("Insulation deck, page 4: what was saved?", "what was saved?"),
        ("Customer survey: satisfaction", "Customer survey: satisfaction"),
        ("Morning shift accidents", "Morning shift accidents"),
        ("Quick ratio in 2024?", "Quick ratio in 2024?"),
        ("Thanks to insulation, how much heat was saved?", "Thanks to insulation, how much heat was saved?"),
        ("hello", "hello"),
    ],
)
def test_courtesies_are_no_question(text, bare):
    assert without_courtesies(text) == bare
