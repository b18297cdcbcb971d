"""What is lit on the page is what was cited, whatever the filing holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.errors import InputError
from tickmark.ingest.model import Filing
from tickmark.service.web.source_page import chars_of, source_page


class Page(HTMLParser):
    """Reads a page as a browser does, as far as these tests need: line ends folded, then tags and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.source: list[str] = []
        self.marked: list[str] = []
        self.lit: list[str] = []
        self._open: list[str] = []
        self._lit = False
        self.feed(re.sub(r"\r\n?", "\n", html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self._lit = (tag == "td" and ("class", "lit") in attrs) or (self._lit and tag != "td")

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if "code" in self._open:
            self.source.append(data)
        if "mark" in self._open:
            self.marked.append(data)
        if self._lit and "td" in self._open:
            self.lit.append(data)


NASTY = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
        st.sampled_from(
            [
                "<script>alert(1)</script>",
                "&amp;",
                "&",
                "<",
                '"',
                "'",
                "</code></div>",
                "<mark>",
                "\r\n",
                "\r",
                "\n",
                "\t",
                "\u200f",
                "\u202e",
                "𝟙",
                "😀",
                "\ufeff",
                "&#13;",
                "{{ 1 }}",
                "<!--",
                "]]>",
                "\x0b",
                "\x85",
                "\u2028",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@given(NASTY, st.data())
@settings(max_examples=300, deadline=None)
def test_the_mark_holds_exactly_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    page = Page(source_page(Filing("0" * 16, "nasty.txt", text, ()), (start, end)))
    assert "".join(page.source) == text
    assert "".join(page.marked) == text[start:end]
    assert any(tag == "mark" for tag, _ in page.tags)
    assert [tag for tag, _ in page.tags].count("script") == 1


def test_every_line_is_numbered(filing: Filing) -> None:
    page = Page(source_page(filing))
    lines = [name for name in page.ids if re.fullmatch(r"L\d+", name)]
    assert lines == [f"L{number}" for number in range(1, filing.text.count("\n") + 2)]
    assert "".join(page.source) == filing.text
    assert page.marked == []


def test_a_cited_cell_is_lit_in_the_table_and_in_the_source(filing: Filing) -> None:
    for figure in filing.tables[0].figures:
        html = source_page(filing, figure.span.chars)
        page = Page(html)
        assert "".join(page.marked) == figure.quote
        assert figure.printed in "".join(page.lit)
        assert "<details open>" in html


def test_nothing_but_the_cited_cell_is_lit(filing: Filing) -> None:
    (figure,) = [each for each in filing.figures() if each.printed == "105,925"]
    assert "".join(Page(source_page(filing, figure.span.chars)).lit) == "105,925"


def test_every_figure_has_one_anchor_of_its_name(filing: Filing) -> None:
    ids = Page(source_page(filing)).ids
    assert len(ids) == len(set(ids))
    for figure in filing.figures():
        start, end = figure.span.chars
        assert f"c{start}-{end}" in ids


def test_what_the_filing_says_is_never_markup(filing: Filing) -> None:
    html = source_page(filing)
    assert "<all>" not in html
    assert "<air>" not in html
    assert "Emissions &amp; energy" in html


def test_nothing_runs_inline(filing: Filing) -> None:
    page = Page(source_page(filing))
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
        assert tag != "style"
    assert [attributes["src"] for tag, attributes in page.tags if tag == "script"] == ["/static/source.js"]


def test_a_character_that_html_cannot_hold_moves_nothing() -> None:
    page = Page(source_page(Filing("0" * 16, "odd.txt", "a\0b\ud800c 12", ()), (6, 8)))
    assert "".join(page.source) == "a\ufffdb\ufffdc 12"
    assert "".join(page.marked) == "12"


@pytest.mark.parametrize("asked", ["", "5", "5-", "-5", "a-b", "7-5", "0-99999", "1-2-3", "1 - 2", "٣-٤"])
def test_a_range_that_is_none_is_refused(filing: Filing, asked: str) -> None:
    with pytest.raises(InputError):
        chars_of(asked, filing)


def test_a_range_is_read(filing: Filing) -> None:
    assert chars_of("0-9", filing) == (0, 9)
