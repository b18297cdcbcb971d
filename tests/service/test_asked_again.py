"""Questions refused as a whole that are asked again."""

import pytest
from tests.small_index import given_by, index_of

pytestmark = pytest.mark.model

REPORT = """Tarn Ferries Limited
Annual report for the year ended 31 December 2023

Indicator\tUnit\t2021\t2022\t2023
Number of passenger complaints received\tcase\t31\t27\t19
Number of contractor injuries\tcase\t4\t5\t6
Diesel used by ferries\ttonne\t811\t790\t765
Pass rate of oak planks\t%\t91.2\t92.4\t93.1
Pass rate of other planks\t%\t95.5\t96.2\t97.3
Scrap rate of planks\t%\t4.1\t3.9\t3.5
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


@pytest.mark.parametrize(
    "question",
    [
        "pass rate of planks ex oak, 2022?",
        "Pass rate of planks in 2022 (excluding oak)",
        "What was the pass rate in 2022 of non-oak planks?",
    ],
)
def test_what_leaves_something_out_is_that_of_the_others(library, question):
    assert given_by(library, question)[1] == ["96.2"]


def test_what_leaves_something_out_is_not_the_whole(library):
    assert given_by(library, "scrap rate of planks excluding oak, 2022")[0].status == "not_found"
