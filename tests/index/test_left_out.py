"""What a question leaves out."""

import pytest

from tickmark.index.left_out import left_out, names_left_out


@pytest.mark.parametrize(
    ("text", "what", "rest"),
    [
        ("yield of crops other than barley in", {"barlei"}, "yield of crops in"),
        ("fares (apart from ferry fares) of the group", {"ferri", "fare"}, "fares of the group"),
        ("sales by region", set(), "sales by region"),
        ("other than that", set(), "other than that"),
    ],
)
def test_the_words_are_taken_out_and_kept_apart(text, what, rest):
    found = left_out(text)
    assert " ".join(found.rest.split()) == rest
    assert len(found.terms) == len(what)


def test_a_label_that_names_it_is_not_meant_and_one_that_leaves_it_out_is():
    what = left_out("yield of crops other than barley").terms
    assert names_left_out("Barley yield", what)
    assert not names_left_out("Yield of crops other than barley", what)
    assert not names_left_out("Oats yield", what)
    assert not names_left_out("Barley yield", frozenset())
