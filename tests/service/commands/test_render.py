"""What a person reads in a terminal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tickmark.index.model import FigureHit
from tickmark.ingest.model import Figure, Filing, Period, Reading, Span
from tickmark.service.commands import render
from tickmark.service.model import Answer, Verdict


def shown(answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]) -> str:
    render.print_answer(answer, lambda _, index: filing.tables[index])
    text, error = capsys.readouterr()
    assert error == ""
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_an_answer_shows_the_figure_its_place_and_its_row(
    answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(answer, filing, capsys)
    lines = text.splitlines()
    assert lines[0] == "Scope 2 were 105,925 tCO2e in 2022."
    assert "  105,925 tCO2e   2022 (2022-01-01 to 2022-12-31)" in lines
    assert "  esg-2022.txt, line 6, Climate" in lines
    (row,) = [line for line in lines if "→ 105,925 ←" in line]
    assert row.split() == ["Scope", "2", "→", "105,925", "←", "/"]
    assert "Scope 3" not in text
    assert "4.20 million" not in text


def test_figures_that_the_answer_does_not_rest_on_are_not_shown(
    answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    verdict = Verdict("not_found", "No filing here answers that.", reason="No filing covers 2019.")
    text = shown(replace(answer, verdict=verdict), filing, capsys)
    assert text == "No filing here answers that.\nWhy: No filing covers 2019."


def test_a_tag_and_a_page_that_disagree_are_told(
    answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    page = Reading(Decimal(105925), Decimal(1000), "tCO2e")
    figure = replace(answer.figures[0].figure, concept="own:Emissions", printed_as=page, disagrees=("scale",))
    hit = FigureHit(figure, answer.figures[0].filing, 0.9)
    text = shown(replace(answer, figures=(hit,)), filing, capsys)
    assert "  tagged as own:Emissions" in text
    assert "the page alone reads 105,925 thousand tCO2e" in text
    assert "tagged as" not in shown(answer, filing, capsys)


def test_not_disclosed_is_said_beside_the_mark(
    answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    (hidden,) = [figure for figure in filing.figures() if figure.printed == "/"]
    hit = FigureHit(hidden, answer.figures[0].filing, 0.9)
    verdict = Verdict("not_disclosed", "Scope 2 in 2021 is not disclosed.", (hidden.id,), reason="The filing prints /.")
    text = shown(replace(answer, verdict=verdict, figures=(hit,)), filing, capsys)
    assert "Why: The filing prints /." in text
    assert "  / (not disclosed)   2021" in text
    assert "→ / ←" in text


def test_places_that_disagree_are_both_shown(
    answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    first = answer.figures[0].figure
    other = replace(first, id="other", printed="105,900", quote="105,900", number=Decimal(105900), cell=None)
    hits = (
        FigureHit(first, answer.figures[0].filing, 0.9, ("other",)),
        FigureHit(other, answer.figures[0].filing, 0.9, (first.id,)),
    )
    verdict = Verdict("conflicting", "The filing gives two values.", (first.id, "other"), reason="They differ.")
    text = shown(replace(answer, verdict=verdict, figures=hits), filing, capsys)
    assert text.count("disagrees with another figure") == 2
    assert "105,925 tCO2e" in text
    assert "105,900 tCO2e" in text


def test_an_answer_in_words_shows_its_passages(
    answer: Answer, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    verdict = Verdict("answered", "It is told here.", passage_ids=("p1",))
    text = shown(replace(answer, verdict=verdict), filing, capsys)
    assert "Scope 3 <all>" in text
    assert "esg-2022.txt, lines 5-8, Climate" in text


def test_what_a_filing_prints_cannot_steer_the_terminal() -> None:
    assert render.safe("a\x1b[2Jb\x07\u202ec\n\td\x9b") == "a[2Jbc d"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"printed": "5", "unit": "%"}, "5 %"),
        ({"printed": "5%", "unit": "%"}, "5%"),
        ({"printed": "3.9 m", "number": Decimal("3.90"), "scale": Decimal(1_000_000)}, "3.9 m (= 3900000)"),
        ({"printed": "-", "status": "nil"}, "- (nil)"),
    ],
)
def test_amounts(fields: dict[str, object], told: str) -> None:
    given = {"id": "f", "quote": "", "span": Span((0, 0), (1, 1)), "origin": "cell", "number": Decimal(5), **fields}
    assert render.amount(Figure(**given)) == told


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (None, ""),
        (Period("none"), ""),
        (Period("instant", None, "2023-12-31", "at year end"), "at year end (2023-12-31)"),
        (Period("duration", "2023-01-01", "2023-12-31"), "2023-01-01 to 2023-12-31"),
    ],
)
def test_periods(period: Period | None, told: str) -> None:
    assert render.period_words(period) == told


def test_wide_tables_show_the_columns_around_the_cited_one() -> None:
    assert render._window(3, [1]) == [0, 1, 2]
    shown_columns = render._window(40, [30])
    assert 30 in shown_columns
    assert len(shown_columns) == render.MOST_COLUMNS
    assert render._window(40, [0, 39])[0] == 0
    assert 39 in render._window(40, [0, 39])
