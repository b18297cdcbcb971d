"""Questions that name a concept: only what is tagged with it can answer."""

import pytest

from tickmark.index.question import understand
from tickmark.index.search import Searcher
from tickmark.ingest import read
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.split import split

XMLNS = (
    'xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"'
    ' xmlns:us-gaap="http://fasb.org/us-gaap/2024"'
)


def cell(number, concept, context="e24"):
    return (
        f'<td><ix:nonFraction contextRef="{context}" unitRef="usd" name="us-gaap:{concept}" scale="6">'
        f"{number}</ix:nonFraction></td>"
    )


def context(name, day):
    period = f"<xbrli:period><xbrli:instant>{day}</xbrli:instant></xbrli:period>"
    return f'<xbrli:context id="{name}">{period}</xbrli:context>'


DOCUMENT = f"""<html {XMLNS}><body><div style="display:none"><ix:header><ix:resources>
{context("e24", "2024-12-31")}{context("e23", "2023-12-31")}
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>
<p>Balance sheets (in millions)</p>
<table><tr><td></td><td>2024</td><td>2023</td></tr>
<tr><td>Sum of all that is owned</td>{cell(910, "Assets")}{cell(880, "Assets", "e23")}</tr>
<tr><td>Of which current</td>{cell(310, "AssetsCurrent")}{cell(290, "AssetsCurrent", "e23")}</tr>
<tr><td>Total assets under management</td><td>5,000</td><td>4,000</td></tr></table></body></html>"""


@pytest.fixture
def searcher(library):
    filing = read(DOCUMENT.encode(), "balance.htm")
    library.add(filing, *split(filing))
    return Searcher(library)


def test_a_concept_is_the_metric():
    asked = understand("What was us-gaap:AssetsCurrent in 2024?", [], Calendar())
    assert asked.concept == "us-gaap:AssetsCurrent"
    assert "asset" in {want.term for want in asked.asked}
    assert [p.period.end for p in asked.periods] == ["2024-12-31"]
    assert understand("What were total assets?", [], Calendar()).concept == ""


@pytest.mark.parametrize(("question", "printed"), [("us-gaap:Assets", "910"), ("us-gaap:assetsCurrent 2023", "290")])
def test_only_its_figures_are_found(searcher, question, printed):
    found = searcher.search(question).figures
    assert found[0].figure.printed == printed
    assert {c.figure.concept for c in found} == {found[0].figure.concept}


def test_an_unknown_concept_finds_nothing(searcher):
    assert searcher.search("us-gaap:Goodwill").figures == []


def test_the_words_of_a_concept_find_it_too(searcher):
    assert searcher.search("current assets 2024").figures[0].figure.printed == "310"
