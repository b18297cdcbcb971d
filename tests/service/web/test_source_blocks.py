"""An HTML filing is shown as it was read, never as its own markup, and a citation opens with its cell lit."""

from __future__ import annotations

import re

import pytest

from tickmark.ingest.model import Filing
from tickmark.ingest.readers import read
from tickmark.service.web.source_page import source_page

MADE = """<!DOCTYPE html><html><body><h1>Mill &amp; Press plc</h1>
<p onclick="alert(1)">We milled 41,250 tonnes of barley in 2024 &lt;script&gt;alert(2)&lt;/script&gt;.</p>
<table><tr><td></td><td></td><td colspan="2">2024</td></tr>
<tr><td>Sales</td><td></td><td>$</td><td>1,250</td></tr><tr><td>Rent</td><td></td><td>$</td><td>12</td></tr></table>
</body></html>"""


@pytest.fixture(name="made")
def _made() -> Filing:
    return read(MADE.encode(), "made.htm")


def test_every_figure_opens_with_its_own_words_lit(made: Filing) -> None:
    figures = list(made.figures())
    assert [figure.quote for figure in figures] == ["41,250 tonnes", "1,250", "12"]
    for figure in figures:
        html = source_page(made, figure.span.chars)
        lit = re.findall(r'class="lit"[^>]*>(?:<a [^>]*></a>)?([^<]*)<', html)
        assert [figure.printed.endswith(words) for words in lit] == [True]


def test_every_figure_has_one_anchor_of_its_name(made: Filing) -> None:
    ids = re.findall(r' id="(c\d+-\d+)"', source_page(made))
    assert sorted(ids) == sorted({f"c{f.span.chars[0]}-{f.span.chars[1]}" for f in made.figures()})


def test_the_markup_of_the_filing_never_reaches_the_page(made: Filing) -> None:
    html = source_page(made)
    assert "onclick" not in html
    assert html.count("<script") == 1
    assert "&lt;script&gt;alert(2)" in html


def test_a_passage_lights_the_paragraph_that_it_covers(made: Filing) -> None:
    paragraph = made.blocks[1]
    assert '<p class="lit"' in source_page(made, paragraph.span.chars)
