import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.markup import SUPERSCRIPTS, clean, lowered, plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("RMB **3.76** million", "RMB 3.76 million"),
        ("a&nbsp;b &amp; c", "a b & c"),
        ("<b>Item</b><br>two", "Item two"),
        ("61,730<sup>a</sup>", "61,730ᵃ"),
        ("the 1<sup>st</sup> year", "the 1st year"),
        ("224.17<sup>23</sup>", "224.17²³"),
        ("  folded \n\t white   space ", "folded white space"),
        ("a <!-- hidden --> b", "a b"),
        ("2 < 3 and 4 > 1", "2 < 3 and 4 > 1"),
        ("*of which*", "of which"),
        ("5 * 6", "5 * 6"),
        ("", ""),
    ],
)
def test_markup_goes_and_words_stay(source, text):
    assert plain(source) == text


def test_every_character_knows_its_place():
    source = "RMB **3.76** million &amp; more"
    marked = clean(source)
    start = marked.text.index("3.76")
    assert source[slice(*marked.chars(start, start + 4))] == "3.76"
    assert source[slice(*marked.chars(0, start + 4))] == "RMB **3.76"


def test_a_part_has_no_blanks_at_its_ends():
    part = clean("one  two ").part(3, 7)
    assert part.text == "two"
    assert part.chars() == (5, 8)


@pytest.mark.parametrize("source", ["1,234", "two words", "a  gap", "a &amp; b", "&NotEqualTilde;  x"])
def test_a_text_that_stands_as_it_is_needs_no_place_of_each_character(source):
    marked = clean(source)
    assert isinstance(marked.at, range) is (marked.text == source)
    assert marked.chars() == (0, len(source))


def test_an_empty_slice_stands_somewhere():
    assert clean("").chars() == (0, 0)
    assert clean("ab").chars(1, 1) == (1, 1)


def test_marks_come_down():
    assert lowered("²³") == "23"
    assert lowered("ᵃ") == "a"
    assert all(lowered(c) != c for c in SUPERSCRIPTS)


@given(st.text(max_size=200))
def test_offsets_are_in_order_and_literal_characters_are_those_of_the_source(source):
    marked = clean(source)
    assert len(marked.text) == len(marked.at)
    assert list(marked.at) == sorted(marked.at)
    assert marked.text == marked.text.strip()
    assert "  " not in marked.text
    for char, at in zip(marked.text, marked.at, strict=True):
        assert 0 <= at < len(source)
        assert char == source[at] or char == " " or source[at] == "&" or lowered(char) == source[at]
