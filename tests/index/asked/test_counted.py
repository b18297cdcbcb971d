"""What a question counts, and which words count the same."""

import pytest

from tickmark.index.asked.counted import alike, counted_nouns, counts_holders, counts_people, head_noun, only_narrows
from tickmark.index.words.stems import stem


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("how many board meetings were held", "meeting"),
        ("number of fire drills in 2023", "DRILL"),
        ("number of fire drills across the yards", "DRILL"),
        ("how many patent applications are pending", stem("applications")),
        ("number of holders' votes", "VOTE"),
        ("clay used", ""),
    ],
)
def test_the_noun_that_is_counted(text, head):
    assert head_noun(text) == head
    assert not head or head in counted_nouns(text)


def test_words_that_count_the_same():
    assert alike(stem("firms"), counted_nouns("how many companies joined"))
    assert not alike(stem("firms"), counted_nouns("how many ministries joined"))
    assert alike(stem("articles"), counted_nouns("how many clauses must bakers follow"))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("how many individuals won a prize", True),
        ("how many attended the course", True),
        ("size of the kiln team", True),
        ("how many courses were held", False),
    ],
)
def test_people_are_counted_by_what_they_did(text, people):
    assert counts_people(text) is people


def test_holders_are_counted_and_not_what_they_hold():
    assert counts_holders("how many shareholders voted for the merger")
    assert not counts_holders("how many shares were voted")


def test_what_only_says_which_things_are_meant():
    assert only_narrows("how many patent applications are pending", stem("patents"))
    assert not only_narrows("how many patent applications are pending", stem("applications"))
