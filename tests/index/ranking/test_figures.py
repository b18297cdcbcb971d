"""What a figure loses by where it stands and what it is told in."""

from types import SimpleNamespace

import pytest

from tickmark.index.question import understand
from tickmark.index.ranking.figures import _converted
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span


@pytest.mark.parametrize(
    ("text", "currency", "origin", "converted"),
    [
        ("rent of the mill", "USD", "cell", True),
        ("rent of the mill", "NOK", "cell", False),
        ("rent of the mill", None, "cell", False),
        ("rent of the mill", "USD", "prose", False),
        ("rent of the mill in USD", "USD", "cell", False),
    ],
)
def test_a_table_in_another_currency_than_its_filing_is_a_conversion(text, currency, origin, converted):
    figure = Figure("f", "12", "12", Span((0, 2), (1, 1)), origin, currency=currency)
    question = understand(text, [], Calendar())
    assert _converted(figure, SimpleNamespace(currency="NOK"), question) is converted
    assert not _converted(figure, SimpleNamespace(currency=None), question)
