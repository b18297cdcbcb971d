"""From a question to the lit cell."""

from __future__ import annotations

import re

import pytest

QUESTION = "JL MAG scope 2 emissions 2022"


def test_a_question_leads_to_the_lit_cell(site, visit) -> None:
    said = site.said(QUESTION)
    cited = said["figures"][0]["citation"]
    visitor = visit()
    page = visitor.open("/")
    assert page.evaluate("document.activeElement.id") == "q"
    visitor.type(QUESTION)
    answer = page.locator(".answer")
    assert visitor.status() == "Answered"
    assert answer.locator(".number").inner_text() == "105,925"
    assert answer.locator(".amount .unit").inner_text().strip() == "tCO2e"
    assert answer.locator(".about .when").inner_text().split() == ["Period:", "2022"]
    assert cited["title"] in answer.locator(".cite").inner_text()
    assert page.locator("td.lit").first.inner_text().startswith("105,925")
    assert page.locator(".rebuilt thead th.on").first.inner_text().endswith("2022")
    page.locator("#said", has_text="Answered. ").wait_for(state="attached")
    assert page.locator(".understood").inner_text().count("2022") == 1

    answer.locator(".cite a").click()
    page.wait_for_url("**/documents/*/source#c*")
    assert page.url.endswith(cited["url"])
    assert visitor.lit() == cited["quote"]
    cell = page.locator("td.lit")
    assert cell.count() == 1
    assert cited["quote"] in cell.inner_text()
    box = cell.bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_the_address_is_the_answer(visit) -> None:
    visitor = visit()
    page = visitor.open("/")
    visitor.type(QUESTION)
    address = page.url
    assert address.endswith("/?q=JL+MAG+scope+2+emissions+2022")
    assert page.title().startswith("105,925 tCO2e")
    visitor.type("Tesla revenue 2023")
    assert visitor.status() == "Not found"
    page.go_back()
    page.locator(".answer .number", has_text="105,925").wait_for()
    assert page.get_by_role("searchbox").input_value() == QUESTION
    other = visit().open(address)
    assert other.locator(".answer .number").inner_text() == "105,925"


def test_filters_come_from_the_index_and_narrow_the_answer(visit) -> None:
    visitor = visit()
    page = visitor.open("/")
    page.get_by_text("Filters", exact=True).click()
    issuers = page.get_by_label("Issuer").locator("option").all_inner_texts()
    assert "Harrowgate Instruments plc" in issuers
    assert any(
        form.casefold() == "esg report" for form in page.get_by_label("Form").locator("option").all_inner_texts()
    )
    assert "2022" in page.get_by_label("Period from").locator("option").all_inner_texts()

    page.get_by_label("Issuer").select_option(label="Harrowgate Instruments plc")
    visitor.type("revenue 2024")
    assert "issuer=Harrowgate" in page.url
    assert "Harrowgate" in page.locator(".answer .about").first.inner_text()
    assert page.locator(".passage, .others li").count() > 0
    chip = page.get_by_role("link", name=re.compile("Harrowgate Instruments plc.*remove this filter"))
    chip.click()
    page.wait_for_url(lambda url: "issuer=" not in url)
    assert page.get_by_label("Issuer").input_value() == ""

    page.goto("/?q=JL+MAG+scope+2+emissions+2022&from=2099")
    assert visitor.status() == "Not found"
    page.get_by_role("link", name="Ask without the filters").click()
    page.locator(".answer.answered").wait_for()


def test_a_filter_that_cannot_be_used_is_named(visit) -> None:
    visitor = visit()
    page = visitor.open("/?q=revenue&from=yesterday")
    assert "'yesterday' is not a date" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("searchbox").input_value() == "revenue"
    visitor.faults.clear()  # the browser notes the status 422 of the page itself


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Tesla revenue 2023", "tesla"),
        ("JL MAG scope 2 emissions 2024", "2024"),
        ("gross margin JL MAG 2023", "margin"),
    ],
)
def test_what_is_not_found_is_said_and_why(visit, question: str, why: str) -> None:
    visitor = visit()
    page = visitor.ask(question)
    assert visitor.status() == "Not found"
    assert why in page.locator(".answer .reason").inner_text().lower()
    assert page.locator(".answer .number").count() == 0
    assert page.locator("td.lit").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.answer')).borderTopStyle") == "dashed"


def test_what_is_not_disclosed_shows_the_cell_that_says_so(site, visit) -> None:
    question = site.question("not_disclosed", lambda said: bool(said["answer"]["figure_ids"]))
    cited = site.said(question)["figures"][0]["citation"]
    visitor = visit()
    page = visitor.ask(question)
    assert visitor.status() == "Not disclosed"
    assert page.locator(".answer .number").inner_text() == "Not disclosed"
    assert cited["quote"] in page.locator(".answer .reason").inner_text()
    page.locator(".answer .cite a").click()
    assert visitor.lit() == cited["quote"]


def test_a_conflict_shows_both_values_side_by_side(site, visit) -> None:
    question = site.question("conflicting")
    said = site.said(question)
    told = [each for each in said["figures"] if each["id"] in said["answer"]["figure_ids"]]
    visitor = visit(viewport={"width": 1280, "height": 900})
    page = visitor.ask(question)
    assert visitor.status() == "Conflicting"
    values = page.locator(".several > li")
    assert values.count() == len(told) >= 2
    boxes = [values.nth(at).bounding_box() for at in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]
    for at, figure in enumerate(told):
        link = values.nth(at).locator(".cite a")
        assert link.get_attribute("href") == figure["citation"]["url"]
    values.nth(1).locator(".cite a").click()
    assert visitor.lit() == told[1]["citation"]["quote"]


def test_a_series_is_drawn_and_told_as_a_table(site, visit) -> None:
    question = "JL MAG total GHG emissions 2021 to 2023"
    figures = site.said(question)["figures"]
    visitor = visit()
    page = visitor.ask(question)
    chart = page.get_by_role("img", name=re.compile("GHG emissions", re.IGNORECASE))
    assert chart.locator("rect").count() == len(figures) == 3
    text = page.locator("#chart-text").text_content()
    rows = page.locator(".answer table tbody tr")
    for at, figure in enumerate(figures):
        assert figure["printed"] in text
        assert figure["printed"] in rows.nth(at).inner_text()
        assert rows.nth(at).locator("a").get_attribute("href") == figure["citation"]["url"]
    heights = [float(chart.locator("rect").nth(at).get_attribute("height")) for at in range(3)]
    values = [float(figure["value"]) for figure in figures]
    assert [round(h / max(heights), 1) for h in heights] == [round(v / max(values), 1) for v in values]
    assert page.locator("td.lit").count() == 3


def test_a_calculation_shows_its_expression_and_operands(site, visit) -> None:
    question = site.question("answered", lambda said: said["answer"]["calculation"] is not None)
    said = site.said(question)
    visitor = visit()
    page = visitor.ask(question)
    assert said["answer"]["calculation"]["result"].lstrip("-") in page.locator(".expression").inner_text().replace(
        ",", ""
    )
    operands = page.locator(".operands > li")
    assert operands.count() == len(said["answer"]["figure_ids"])
    quote = said["figures"][0]["citation"]["quote"]
    operands.first.locator("a").click()
    assert visitor.lit() == quote


def test_the_same_metric_in_another_filing(visit) -> None:
    visitor = visit()
    page = visitor.ask(QUESTION)
    others = page.locator(".others > li")
    assert others.count() >= 1
    assert "105,925" in others.first.inner_text()
    assert "Same value" in others.first.inner_text()
    source = page.locator(".answer .cite a").get_attribute("href").partition("/source")[0]
    assert not others.first.locator(".cite a").get_attribute("href").startswith(source)


def test_rows_far_from_the_figure_are_shown_when_asked_for(visit) -> None:
    visitor = visit()
    page = visitor.ask("Harrowgate revenue 2024")
    table = page.locator(".rebuilt").first
    shown = table.locator("tbody tr:visible").count()
    page.get_by_role("checkbox", name=re.compile("Show all")).first.check()
    assert table.locator("tbody tr:visible").count() > shown


def test_examples_lead_to_answers(visit) -> None:
    visitor = visit()
    page = visitor.open("/")
    links = page.locator(".examples a")
    assert links.count() >= 3
    kind = links.first.locator(".kind").inner_text()
    links.first.click()
    page.locator(".answer").wait_for()
    assert kind == "A figure"
    assert visitor.status() == "Answered"
