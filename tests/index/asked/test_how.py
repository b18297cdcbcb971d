"""Words of a question that are not its metric."""

import pytest

from tickmark.index.asked.how import topic, without_places


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("According to the annual report, what is revenue?", "what is revenue?"),
        ("what was the value of Staff at the end of the period listed in annual report?", "what was Staff ?"),
        ("the names of new pumps as mentioned in the annual report?", "new pumps ?"),
        ("Did they speak of floods in the report?", "Did they speak of floods ?"),
        ("how many pages does the annual report have", "how many pages does the annual report have"),
    ],
)
def test_where_to_look_is_no_content(question, bare):
    assert " ".join(without_places(question).split()) == bare


@pytest.mark.parametrize(
    ("question", "rest", "any_of"),
    [
        ("Did mention any mergers or acquisitions?", "mergers or acquisitions", ("mergers", "acquisitions")),
        ("Did announce any changes to its dividend policy", "changes to its dividend policy", None),
        ("Does the company report on its new flood defences?", "flood defences", None),
    ],
)
def test_what_is_to_be_spoken_of(question, rest, any_of):
    assert topic(question) == (rest, any_of or (rest,))


@pytest.mark.parametrize("question", ["Did revenue rise?", "Which sites report floods?", "Did they report?"])
def test_no_question_of_whether_it_is_spoken_of(question):
    assert topic(question) is None


def test_the_date_of_a_chinese_document_stays():
    assert without_places("她持有多少股（2024年5月质押公告）？").split() == ["她持有多少股", "2024年5月", "？"]
    assert without_places("她持有多少股（根据质押公告）？").split() == ["她持有多少股", "？"]
