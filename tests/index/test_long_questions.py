"""A question as long as one may be takes no longer than another, whatever it repeats."""

import time

import pytest

from tickmark.index.asked.instructions import instructions
from tickmark.index.asked.weights import narrowing
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

YEAR = Period("duration", "2023-01-01", "2023-12-31", "2023")
LONGEST = 2_000

PUMPED = {
    "stops": "does " + "." * LONGEST,
    "numbers": "does " + "1-" * LONGEST,
    "verbs": "does." * LONGEST,
    "ampersands": "does " + "&" * LONGEST,
    "one word": "on A" + "a" * LONGEST,
    "blanks after thanks": "revenue ( many thanks" + " " * LONGEST + "~",
    "blanks alone": "a" + " " * LONGEST + "b",
    "blanks in a rate": "fiscal year first-quarter" + "\t" * LONGEST + "b",
    "blanks after an age": "aged 21" + " \n " * LONGEST + "b",
}


@pytest.mark.parametrize("name", PUMPED)
def test_time_to_understand(name):
    """Each took seconds or minutes."""
    started = time.process_time()
    question = understand(PUMPED[name][:LONGEST], [], Calendar(YEAR))
    narrowing(question.rest, [], [])
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("gap", "kept"), [("  ", " "), ("   ", " "), (" \t \t", " "), (" \n ", "\n"), ("\n\n\n", "\n\n"), ("\n\n", "\n\n")]
)
def test_a_wide_gap_is_a_blank_or_the_end_of_a_line(gap, kept):
    assert instructions(f"revenue of{gap}Exhall 2023?").text == f"revenue of{kept}Exhall 2023?"
