"""Runs on disk, and running systems that break."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from tickmark.eval.datasets import load
from tickmark.eval.model import FoundFigure, Response, Retrieved
from tickmark.eval.record import read_run, read_scores, write_scores
from tickmark.eval.run import run
from tickmark.eval.score import Scores, score
from tickmark.eval.systems import make
from tickmark.eval.systems.base import System
from tickmark.ingest.errors import InputError


@dataclass
class Fragile(System):
    """Finds everything, breaks over one question, says nothing to another."""

    name: str = "fragile"
    closed: bool = False

    def prepare(self, setup):
        self.setup = setup
        return []

    def ask(self, question):
        if question.id == "q1":
            raise RuntimeError("broken")
        if question.id == "q2":
            return None
        figure = FoundFigure("a", (0, 1), "0.10", number=Decimal("0.10"))
        return Response(question.id, (Retrieved("a", (0, 3), 1.0, 3, "x y"),), (figure,))

    def fingerprint(self):
        return "same"

    def close(self):
        self.closed = True


@pytest.fixture
def dataset(beir):
    queries = [{"id": f"q{n}", "text": "x?"} for n in range(3)]
    return load(beir({"a.txt": "x y z"}, queries, [(f"q{n}", "a", 1, "p1") for n in range(3)]))


def test_a_system_that_breaks_has_not_answered_and_the_run_goes_on(dataset, tmp_path):
    system = Fragile()
    record, responses = run(dataset, system, out=tmp_path / "r", seed=4)
    assert (record.questions, record.answered, record.failed) == (3, 1, 1)
    assert [response.error for response in responses] == [None, "RuntimeError: broken"]
    assert system.closed
    scores = score(read_run(tmp_path / "r"))
    assert scores.summary("document RR").value == pytest.approx(1 / 3)
    assert scores.summary("document RR").questions == 3


def test_a_run_is_read_back_as_it_was_written(dataset, tmp_path):
    record, responses = run(dataset, Fragile(), out=tmp_path / "r")
    back = read_run(tmp_path / "r")
    assert back.record == record
    assert back.questions == dataset.questions
    assert list(back.responses.values()) == responses
    assert str(back.responses["q0"].figures[0].number) == "0.10"
    for name in ("documents.trec", "passages.trec"):
        assert (tmp_path / "r" / name).read_text().startswith("q0 Q0 a")


def test_scores_are_read_back(dataset, tmp_path):
    run(dataset, Fragile(), out=tmp_path / "r")
    scores = score(read_run(tmp_path / "r"))
    write_scores(tmp_path / "r", scores)
    assert read_scores(tmp_path / "r", Scores) == scores


def test_versions_settings_machine_and_fingerprints_are_recorded(dataset, tmp_path):
    record, _ = run(dataset, make("bm25"), out=tmp_path / "r", k=3, settings={"limit": None})
    assert record.settings["k"] == 3
    assert record.settings["chunk_chars"] == 1000
    assert {"tickmark", "python", "ir-measures", "bm25s"} <= set(record.versions)
    assert record.machine["cores"] >= 1
    assert record.dataset_fingerprint == dataset.fingerprint
    assert record.index_fingerprint == run(dataset, make("bm25"))[0].index_fingerprint


def test_running_again_replaces_old_scores(dataset, tmp_path):
    run(dataset, Fragile(), out=tmp_path / "r")
    write_scores(tmp_path / "r", score(read_run(tmp_path / "r"), resamples=0))
    run(dataset, Fragile(), out=tmp_path / "r")
    assert not (tmp_path / "r" / "scores.json").exists()


def test_what_is_not_a_run_is_refused(tmp_path):
    with pytest.raises(InputError, match="not a whole run"):
        read_run(tmp_path)
    (tmp_path / "run.json").write_text("{}")
    with pytest.raises(InputError, match="cannot be read"):
        read_run(tmp_path)


def test_no_documents_and_no_questions(beir):
    dataset = load(beir({}, [], []))
    record, responses = run(dataset, make("bm25"))
    assert (record.documents, responses) == (0, [])
