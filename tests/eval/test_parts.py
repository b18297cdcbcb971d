"""Parts of documents as judgements name them, in plain text, Markdown and HTML."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.eval.datasets.parts import Layout, needs_of
from tickmark.eval.datasets.visible import see_html, see_text
from tickmark.eval.model import Place

PAGE = """First line of text.
Second line.

Year\t2023\t2022
Revenue\t10\t9
Cost\t4\t3

Third line.
| a | b |
|---|---|
| 1 | 2 |
"""

HTML = """<html><head><title>no</title><style>p {}</style></head><body>
<p>Intro &amp; more</p>
<table><tr><td>Year</td><td>2023</td></tr>
<tr><td><div>Revenue</div></td><td>10&#160;<b>m</b></td></tr></table>
<table><tr><td>outer <table><tr><td>inner</td></tr></table></td></tr><tr><td>last</table>
<ix:header><ix:hidden>secret</ix:hidden></ix:header><script>var x = "<table>";</script>
<p>End</p></body></html>"""


@pytest.fixture
def page():
    return Layout.of("d", PAGE, see_text(PAGE))


@pytest.fixture
def web():
    return Layout.of("d", HTML, see_html(HTML))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("lines:1-2", "First line of text.\nSecond line."),
        ("line:5", "Revenue\t10\t9"),
        ("p1", "First line of text."),
        ("p3", "Third line."),
        ("text:0", "First line of text."),
        ("text:2", "Third line."),
        ("table", "Year\t2023\t2022\nRevenue\t10\t9\nCost\t4\t3"),
        ("table:r0", "Year\t2023\t2022"),
        ("table:r2", "Cost\t4\t3"),
        ("table:0:r1", "Revenue\t10\t9"),
        ("table:1:r1", "| 1 | 2 |"),
    ],
)
def test_parts_of_plain_text(page, part, text):
    assert PAGE[slice(*page.place(part).chars)] == text


@pytest.mark.parametrize("part", ["table:2", "table:r3", "p4", "p0", "lines:40-41", "lines:3-1", "page:1", "what:3"])
def test_places_that_are_not_there(page, part):
    assert page.place(part) is None


def test_no_part_is_the_whole_document(page):
    assert page.place("") == Place("d")


@pytest.mark.parametrize(
    ("part", "holds", "lacks"),
    [
        ("table:0", "Revenue", "inner"),
        ("table:0:r1", "Revenue", "Year"),
        ("table:1", "outer", "Year"),
        ("table:2:r0", "inner", "last"),
        ("table:1:r0", "inner", "last"),
        ("table:1:r1", "last", "inner"),
    ],
)
def test_tables_of_html_count_nested_ones_and_take_open_tags(web, part, holds, lacks):
    text = HTML[slice(*web.place(part).chars)]
    assert holds in text
    assert lacks not in text


def test_what_is_seen_of_html():
    seen = see_html(HTML).text
    assert seen.split("\n")[1:4] == ["Intro & more", "Year\t2023", "Revenue\t10 m"] or "Intro & more\n" in seen
    for hidden in ("secret", "var x", "no", "p {}"):
        assert hidden not in seen.split()
    assert "Revenue\t10 m" in seen


@pytest.mark.parametrize("words", ["Intro & more", "Revenue", "10 m", "inner", "End"])
def test_what_is_seen_is_found_again_in_the_source(words):
    seen = see_html(HTML)
    start = seen.text.index(words)
    source = HTML[slice(*seen.in_source(start, start + len(words)))]
    assert source.startswith(words[:2])
    assert html.unescape(source).rstrip("</b>").endswith(words[-1])


@given(st.text(alphabet="<>&;/a1 \n\ttrd\"'=!-#x", max_size=200))
def test_any_html_is_seen_without_breaking(text):
    seen = see_html(text)
    for start in range(0, len(seen.text), 7):
        begin, end = seen.in_source(start, min(start + 5, len(seen.text)))
        assert 0 <= begin <= end <= len(text)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_may(ends):
    text = f"one{ends}two{ends}three"
    layout = Layout.of("d", text, see_text(text))
    assert text[slice(*layout.place("line:2").chars)] == "two"
    assert layout.line_of(text.index("three")) == 3


def test_pages_from_nought_or_one():
    layout = Layout.of("d", "ab", see_text("ab"), {1: (0, 1), 2: (1, 2)})
    assert layout.place("page:1").chars == (0, 1)
    assert layout.place("page:1", pages_from=0).chars == (1, 2)


def test_all_of_several_and_any_of_several(page):
    needs, lost = needs_of("table:r1;p1|p2", page, "d")
    assert [len(places) for places in needs] == [1, 2]
    assert not lost


def test_a_lost_part_is_named_and_its_need_is_kept(page):
    needs, lost = needs_of("table:r1;page:9", page, "d")
    assert lost == ["page:9"]
    assert needs[1] == ()


def test_an_unread_document_keeps_its_needs():
    assert needs_of("page:1;page:2", None, "d") == ([(), ()], ["page:1", "page:2"])
    assert needs_of("", None, "d") == ([(Place("d"),)], [])
