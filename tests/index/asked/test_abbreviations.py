"""What analysts type short, written out only where nothing else is meant."""

import pytest

from tickmark.index.asked.abbreviations import abbreviations
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("S2 tCO2e of the mill", "scope 2 tCO2e of the mill"),
        ("carbon, Sc. 1 only", "carbon, scope 1 only"),
        ("S1+2 of the kilns", "scope 1 plus scope 2 of the kilns"),
        ("scopes 1, 2 and 3 emissions", "scope 1, scope 2 and scope 3 emissions"),
        ("scope 1-3 emissions", "scope 1, scope 2 and scope 3 emissions"),
        ("cum. grants paid", "cumulative grants paid"),
        ("NP growth", "net profit growth"),
        ("recurring NP low end", "recurring net profit low end"),
        ("wtd avg rent", "weighted average rent"),
        ("net assets/sh", "net assets per share"),
        ("avg trg hrs", "avg training hrs"),
        ("jr/mid mgmt hours", "junior and middle management hours"),
        ("pledged, % of hldg", "pledged, % of the shares held"),
        ("RSUs vested", "restricted shares vested"),
        ("attributable NP of the mill", "attributable net profit of the mill"),
        ("OP margin", "operating profit margin"),
        ("revs, RMBm", "revenue, RMB m"),
        ("female hc", "female headcount"),
        ("non-haz waste", "non-hazardous waste"),
        ("haz. waste", "hazardous waste"),
    ],
)
def test_it_is_written_out(typed, written):
    assert abbreviations(typed) == written


@pytest.mark.parametrize(
    "text",
    [
        "number of S-1 forms",
        "hall S1 rent",
        "cum dividend price",
        "HC emissions of the engines",
        "sales of HC Looms",
        "visits to GP practices",
        "form 20F",
        "note 24A",
        "2023 A shares",
    ],
)
def test_what_may_be_something_else_keeps_its_letters(text):
    assert abbreviations(text) == text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("3Q25E turnover", "2025-07-01", "2025-09-30"),
        ("1H25A turnover", "2025-01-01", "2025-06-30"),
        ("H2 25E turnover", "2025-07-01", "2025-12-31"),
        ("FY24A turnover", "2024-01-01", "2024-12-31"),
        ("2025F turnover", "2025-01-01", "2025-12-31"),
        ("25E turnover", "2025-01-01", "2025-12-31"),
        ("FY25(E) turnover", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_period_is_the_same_told_before_or_after(text, start, end):
    question = understand(text, [], Calendar())
    assert [(span.start, span.end) for span in question.spans] == [(start, end)]
    assert [want.term for want in question.asked] == ["REVENUE"]
