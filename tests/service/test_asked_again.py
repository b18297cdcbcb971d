"""Questions refused as a whole that are asked again by the sentence that asks."""

import pytest
from tests.small_index import given_by, index_of

pytestmark = pytest.mark.model

REPORT = """Tarn Ferries Limited
Annual report for the year ended 31 December 2023

Indicator\tUnit\t2021\t2022\t2023
Number of passenger complaints received\tcase\t31\t27\t19
Number of contractor injuries\tcase\t4\t5\t6
Diesel used by ferries\ttonne\t811\t790\t765
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return index_of(tmp_path_factory.mktemp("again") / "index", {"report.txt": REPORT.encode()})


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        (
            "Was anyone grumpy, cross or fuming at all? I'd like to know how many passenger complaints came in 2022.",
            "27",
        ),
        ("Has 2021 been dull, grey, dreary and drab? I wonder how many passenger complaints were received.", "31"),
    ],
)
def test_what_stands_before_the_question_is_missed_nowhere(library, question, printed):
    assert given_by(library, question)[1] == [printed]


@pytest.mark.parametrize(
    "question",
    [
        "Is there a depot in Lisbon? How many passenger complaints were received in 2022?",
        "Did contractors gripe, moan and mutter? How many strikes were there in 2022?",
        "Was anyone grumpy, cross or fuming at all? How many were there in 2022?",
    ],
)
def test_a_sentence_that_hangs_on_another_is_not_asked_alone(library, question):
    assert given_by(library, question)[0].status == "not_found"
