"""The words that lead up to a number of a sentence."""

import pytest

from tickmark.ingest.figures.clause_words import says, subject
from tickmark.ingest.figures.lead_up import lead_up
from tickmark.ingest.figures.numbers import scan


def words(sentence, index):
    return lead_up(sentence, scan(sentence), index)


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("sales of kilns amounted to", "sales of kilns"),
        ("and the output was about", "the output"),
        ("to", ""),
    ],
)
def test_a_clause_without_its_linking_words(clause, found):
    assert subject(clause) == found


def test_one_short_word_says_little():
    assert says("kiln sales") and says("产量")
    assert not says("kilns")


def test_a_number_that_goes_on_with_a_list_has_no_words_of_its_own():
    sentence = "The alliance covers 3 ministries, 21 colleges and 88 workshops."
    assert words(sentence, 0).words == "The alliance covers"
    assert words(sentence, 1).listed


def test_the_whole_list_leads_up_to_a_number_behind_it():
    assert words("The fees, rents, and other costs of the mill were 40 tonnes.", 0).words.startswith("The fees, rents")
