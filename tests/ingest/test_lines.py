import re

from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.lines import Lines


def test_three_kinds_of_line_end():
    text = "one\ntwo\r\nthree\rfour"
    lines = Lines(text)
    assert len(lines) == 4
    assert [text[slice(*lines.bounds(n))] for n in range(1, 5)] == ["one", "two", "three", "four"]


def test_a_span_knows_its_lines():
    lines = Lines("ab\ncd\nef")
    assert lines.span(1, 5).lines == (1, 2)
    assert lines.span(3, 3).lines == (2, 2)


@given(st.text(alphabet="ab\n\r", max_size=60))
def test_every_character_is_on_the_line_that_holds_it(text):
    lines = Lines(text)
    assert len(lines) == len(re.split(r"\r\n|\n|\r", text))
    for number in range(1, len(lines) + 1):
        start, stop = lines.bounds(number)
        assert all(lines.line_of(at) == number for at in range(start, stop))
