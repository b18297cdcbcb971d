"""The systems, on a set small enough to know what must be found."""

import pytest

from tickmark.eval.datasets import load
from tickmark.eval.measures.ranked import Ranked
from tickmark.eval.run import run
from tickmark.eval.systems import SYSTEMS, make

GREEN = (
    "Northwind Ltd\n\nEmissions\t2023\t2022\nScope 1 emissions (tCO2e)\t4,052\t3,900\n"
    "Scope 2 emissions (tCO2e)\t105,925\t99,000\n"
)
WATER = "Southwind Ltd\n\nThe company drew 43,115 cubic metres of water in 2023.\n"
HTML = (
    "<html><body><h1>Eastwind Ltd</h1><p>Annual report 2023</p>"
    "<table><tr><td>Diesel used</td><td>224.17</td></tr></table></body></html>"
)


@pytest.fixture
def dataset(beir):
    return load(
        beir(
            {"green.txt": GREEN, "water.txt": WATER, "diesel.html": HTML, "scan.pdf": b"%PDF-1.4 nothing"},
            [
                {"id": "q1", "text": "Northwind scope 2 emissions 2022"},
                {"id": "q2", "text": "How much water did Southwind draw?"},
                {"id": "q3", "text": "Eastwind diesel used"},
                {"id": "q4", "text": "What stands in the scan?"},
            ],
            [
                ("q1", "green", 1, "table:r2"),
                ("q2", "water", 1, "p2"),
                ("q3", "diesel", 1, "table:0:r0"),
                ("q4", "scan", 1, "page:1"),
            ],
        )
    )


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=() if n.startswith("bm25") else pytest.mark.model) for n in SYSTEMS]
)
def test_every_system_finds_what_is_there_and_names_what_it_cannot_read(dataset, name):
    record, responses = run(dataset, make(name))
    assert record.failed == 0, [response.error for response in responses]
    assert any(unread.what == "scan.pdf" for unread in record.unread)
    by_id = {response.question: response for response in responses}
    values = {score.question: score.value for score in Ranked("document", "R@5").scores(dataset.questions, by_id)}
    assert values["q1"] == values["q2"] == 1
    assert values["q4"] == 0
    assert record.index_fingerprint
    for response in responses:
        assert response.ms > 0
        for passage in response.passages:
            assert passage.chars[0] < passage.chars[1]
            assert passage.size > 0


@pytest.mark.model
def test_tickmark_without_a_part_is_another_index(dataset, tmp_path):
    prints = {name: run(dataset, make(name), index=tmp_path)[0].index_fingerprint for name in SYSTEMS if "tick" in name}
    assert prints["tickmark"] == prints["tickmark-dense"] == prints["tickmark-lexical"]
    assert len({prints["tickmark"], prints["tickmark-no-context"], prints["tickmark-no-rows"]}) == 3


@pytest.mark.model
def test_tickmark_names_figures_and_the_others_do_not(dataset):
    record, responses = run(dataset, make("tickmark"))
    assert record.gives == ("passages", "figures", "status")
    first = responses[0]
    assert first.status == "answered"
    assert first.figures[0].printed == "99,000"
    assert GREEN[slice(*first.figures[0].chars)] == "99,000"
    assert first.figures[0].given
    assert run(dataset, make("bm25"))[0].gives == ("passages",)


def test_facts_are_told_only_when_asked(beir):
    meta = [{"doc_id": "a", "company": "Westwind"}, {"doc_id": "b", "company": "Zephyr"}]
    documents = {"a.txt": "Revenue was ten million.", "b.txt": "Revenue was ten millions."}
    dataset = load(beir(documents, [{"id": "q", "text": "Zephyr"}], [("q", "b", 1, "")], meta=meta))
    assert run(dataset, make("bm25"))[1][0].passages == ()
    (response,) = run(dataset, make("bm25"), facts=True)[1]
    assert [passage.doc for passage in response.passages] == ["b"]
    # What is shown is the filing's own text.
    assert response.passages[0].text == "Revenue was ten millions."
