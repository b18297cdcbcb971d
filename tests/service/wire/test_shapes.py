"""The contract's keys, each of them, and numbers that stay what they are."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tickmark.ingest.model import Figure, Filing, Reading
from tickmark.service.model import Answer
from tickmark.service.wire import response, shapes

CITATION = {
    "document_id",
    "source",
    "title",
    "issuer",
    "form",
    "published",
    "page",
    "section",
    "lines",
    "chars",
    "cell",
    "quote",
    "url",
}
FIGURE = {
    "id",
    "label_path",
    "column_path",
    "printed",
    "number",
    "low",
    "high",
    "scale",
    "value",
    "unit",
    "currency",
    "period",
    "qualifiers",
    "status",
    "footnotes",
    "citation",
    "concept",
    "dimensions",
    "tagged_value",
    "other_concepts",
    "printed_as",
    "disagrees",
}
FOUND = FIGURE | {"conflicts_with", "score"}
FLAT = {
    "document_id",
    "source",
    "table_index",
    "row",
    "col",
    "period_start",
    "period_end",
    "period_kind",
    "period_label",
}


def told(answer: Answer, filing: Filing) -> dict[str, object]:
    told = response.search_response(answer, {filing.id: filing.text}.__getitem__)
    loaded: dict[str, object] = json.loads(told.model_dump_json())
    return loaded


def test_the_response_has_every_key_of_the_contract(answer: Answer, filing: Filing) -> None:
    response = told(answer, filing)
    assert set(response) == {"query", "interpretation", "answer", "figures", "passages", "timings_ms"}
    assert set(response["interpretation"]) >= {"issuers", "metrics", "periods", "intent", "language"}
    assert set(response["interpretation"]["periods"][0]) == {"kind", "start", "end", "text"}
    assert set(response["answer"]) == {"status", "text", "figure_ids", "passage_ids", "calculation", "reason"}
    assert set(response["answer"]["calculation"]) == {"expression", "result", "unit"}
    for figure in response["figures"]:
        assert set(figure) >= FOUND
        assert set(figure["citation"]) >= CITATION
    for passage in response["passages"]:
        assert set(passage) >= {"id", "kind", "text", "score", "citation"}
        assert set(passage["citation"]) >= CITATION


def test_what_a_figure_says(answer: Answer, filing: Filing) -> None:
    found = told(answer, filing)["figures"][0]
    start, end = found["citation"]["chars"]
    assert found["number"] == "105925"
    assert found["value"] == "105925"
    assert found["scale"] == "1"
    assert (found["low"], found["high"], found["currency"]) == (None, None, None)
    assert found["unit"] == "tCO2e"
    assert found["period"] == {"kind": "duration", "start": "2022-01-01", "end": "2022-12-31", "text": "2022"}
    assert found["citation"]["cell"] == {"table": 0, "row": 1, "column": 2}
    assert found["citation"]["lines"] == [6, 6]
    assert found["citation"]["quote"] == filing.text[start:end] == "105,925"
    assert found["citation"]["url"] == f"/documents/{filing.id}/source#c{start}-{end}"
    assert found["citation"]["page"] is None


def test_a_passage_is_quoted_from_the_source(answer: Answer, filing: Filing) -> None:
    (passage,) = told(answer, filing)["passages"]
    assert passage["citation"]["quote"] == filing.text[slice(*passage["citation"]["chars"])]
    assert passage["citation"]["cell"] is None
    assert passage["table"] == 0


def test_results_of_arithmetic_have_no_exponent(answer: Answer, filing: Filing) -> None:
    assert told(answer, filing)["answer"]["calculation"]["result"] == "100"


def test_a_scaled_value_keeps_no_zeros_of_multiplying(answer: Answer, filing: Filing) -> None:
    found = told(answer, filing)["figures"][1]
    assert (found["number"], found["scale"], found["value"]) == ("4.20", "1000000", "4200000")


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_plain_numbers_read_back_as_themselves(number: Decimal) -> None:
    written = shapes.plain(number)
    assert "E" not in written
    assert Decimal(written) == number


def test_a_flat_figure_has_the_fields_of_both(filing: Filing) -> None:
    lines = [json.loads(response.flat_figure(figure, filing).model_dump_json()) for figure in filing.figures()]
    for line in lines:
        assert set(line) >= FIGURE | {"conflicts_with", "score"} | FLAT
    by_print = {line["printed"]: line for line in lines}
    cell, prose = by_print["105,925"], by_print["4.20 million"]
    assert (cell["table_index"], cell["row"], cell["col"]) == (0, 1, 2)
    assert (cell["period_kind"], cell["period_end"], cell["period_label"]) == ("duration", "2022-12-31", "2022")
    assert (prose["table_index"], prose["row"], prose["col"]) == (None, None, None)
    assert by_print["(1,200)"]["value"] == "-1200"
    assert by_print["(1,200)"]["period_kind"] is None
    assert cell["source"] == cell["citation"]["source"] == "esg-2022.txt"


def test_a_tagged_figure_tells_both_readings(filing: Filing) -> None:
    figure = replace(
        next(filing.figures()),
        concept="us-gaap:Assets",
        dimensions=(("us-gaap:SegmentAxis", "own:NorthMember"),),
        tagged_value=Decimal("1E+6"),
        other_concepts=("us-gaap:LiabilitiesAndStockholdersEquity",),
        printed_as=Reading(Decimal("1.50"), Decimal(1000), "USD", "USD"),
        disagrees=("scale",),
    )
    told = json.loads(response.flat_figure(figure, filing).model_dump_json())
    assert (told["concept"], told["tagged_value"], told["disagrees"]) == ("us-gaap:Assets", "1000000", ["scale"])
    assert told["dimensions"] == [{"axis": "us-gaap:SegmentAxis", "member": "own:NorthMember"}]
    assert told["other_concepts"] == ["us-gaap:LiabilitiesAndStockholdersEquity"]
    assert (told["printed_as"]["value"], told["printed_as"]["period"]) == ("1500", None)


def test_a_figure_that_is_not_disclosed_has_no_number(filing: Filing) -> None:
    (hidden,) = [figure for figure in filing.figures() if figure.printed == "/"]
    flat = response.flat_figure(hidden, filing)
    assert flat.status == "not_disclosed"
    assert flat.number is None
    assert flat.value is None


def test_a_table_has_every_key_of_the_contract(filing: Filing) -> None:
    table = json.loads(response.table(filing.tables[0], filing).model_dump_json())
    assert set(table) >= {"lines", "section", "caption", "unit", "columns", "rows", "noise"}
    assert table["lines"] == [5, 8]
    assert table["unit"] == "Unit: t"
    assert table["noise"] == [[7, ", , ,"]]
    assert [column["path"] for column in table["columns"]] == [["2022"], ["2021"]]
    assert set(table["columns"][0]) >= {"path", "period", "unit", "scale"}
    first, second = table["rows"]
    assert set(first) >= {"lines", "label_path", "unit", "cells", "number", "footnotes"}
    assert second["number"] == "2."
    assert second["footnotes"] == ["Without <air> travel"]
    assert first["cells"][0]["figure"]["number"] == "105925"
    assert first["cells"][0]["figures"] == []
    both = second["cells"][1]
    assert [figure["printed"] for figure in both["figures"]] == ["980", "2%"]
    assert both["figure"] == both["figures"][0]


def test_a_range_tells_both_its_ends(filing: Filing) -> None:
    (one,) = [figure for figure in filing.figures() if figure.printed == "105,925"]
    spread = Figure("r", "4 ~ 4.6", "4 ~ 4.6", one.span, "prose", low=Decimal("4"), high=Decimal("4.6"))
    flat = json.loads(response.flat_figure(spread, filing).model_dump_json())
    assert (flat["low"], flat["high"], flat["number"], flat["value"]) == ("4", "4.6", None, None)
