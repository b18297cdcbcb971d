"""What a question says of how to answer, apart from what it asks."""

import pytest

from tickmark.index.asked_how import instructions, topic, without_currency, without_places


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("How many sites are there? If data is not available, return 'N/A'.", "How many sites are there?"),
        ("Did they mention floods? If there is no mention, return False.", "Did they mention floods?"),
        ("Revenue 2023? Return N/A if nothing is found.", "Revenue 2023?"),
        ("Who left the board? Give me the title of the position.", "Who left the board?"),
        ("What is net debt? Answer in USD millions.", "What is net debt?"),
        ("Sales (within the last period or at the end of the last period)?", "Sales ?"),
        ("Did they announce a share buyback?", "Did they announce share buyback?"),
        ("dividend per A share", "dividend per A share"),
        ("Answer the following question: what was revenue?", "Answer the following question: what was revenue?"),
        ("If data is missing, return N/A", "If data is missing, return N/A"),
        ("What would revenue be if prices fell?", "What would revenue be if prices fell?"),
    ],
)
def test_instructions_are_no_content(question, bare):
    assert instructions(question).text == bare


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("the revenue (in USD) of Larkmoor", "USD"),
        ("revenue in RMB", "CNY"),
        ("What was it? Answer in euros.", "EUR"),
        ("profit in Japanese yen", "JPY"),
        ("revenue in Usder", None),
        ("how many USD were spent", None),
    ],
)
def test_a_currency_is_demanded(question, code):
    assert instructions(question).currency == code


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


def test_a_demanded_currency_is_no_word_of_the_metric():
    assert without_currency("revenue (in USD) for").split() == ["revenue", "for"]
    assert without_currency("(USD)") == "(USD)"


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
