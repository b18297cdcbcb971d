"""The currency that an answer has to be in."""

import pytest

from tickmark.index.asked.currency import demanded_currency, without_currency


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
    assert demanded_currency(question) == code


def test_a_demanded_currency_is_no_word_of_the_metric():
    assert without_currency("revenue (in USD) for").split() == ["revenue", "for"]
    assert without_currency("(USD)") == "(USD)"
