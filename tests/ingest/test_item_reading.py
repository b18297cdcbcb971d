"""What is printed in a cell, with the glue around it."""

import pytest

from tickmark.ingest.markup import Marked
from tickmark.ingest.tables.item_reading import item_reading, starts_number


def marked(text):
    return Marked(text, tuple(range(len(text))), len(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,234", "value"),
        ("( 1,234 )", "value"),
        ("$ -", "nothing"),
        ("—%", "nothing"),
        ("n/m", "nothing"),
        ("4.5x", "value"),
        ("$750 3.5%, Feb 2027", "text"),
        ("Less than 12 months", "text"),
        ("Kilns", "text"),
    ],
)
def test_a_number_a_sign_for_nothing_or_a_text(text, kind):
    assert item_reading(marked(text)).kind == kind


def test_a_number_quotes_its_own_digits_in_spite_of_blanks():
    text = "( 1,234 )"
    (mention,) = item_reading(marked(text)).mentions
    assert text[slice(*mention.core)] == "1,234"


def test_an_opening_sign_belongs_to_the_number_behind_it():
    assert starts_number("$", "1,234")
    assert starts_number("-", ".5")
    assert not starts_number("-", "Kilns")
    assert not starts_number("(", "a)")
