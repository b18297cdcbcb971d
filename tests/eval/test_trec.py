"""TREC run files, written and read."""

import pytest

from tickmark.eval.datasets import load
from tickmark.eval.model import Place, Response, Retrieved
from tickmark.eval.run import run
from tickmark.eval.systems import make
from tickmark.eval.trec import read_run, write_run
from tickmark.ingest.errors import InputError

RESPONSES = [
    Response(
        "a question|2023",
        (
            Retrieved("my file.txt", (0, 10), 0.5, 10),
            Retrieved("b%20c", (5, 9), 0.5, 4),
            Retrieved("my file.txt", (10, 30), 0.4, 20),
            Retrieved("whole", None, 0.1, 100),
        ),
    ),
    Response("nothing"),
]


def test_passages_come_back_as_they_were(tmp_path):
    write_run(tmp_path / "p.trec", RESPONSES, "me", level="passage")
    lines = list(read_run(tmp_path / "p.trec"))
    assert {line.query for line in lines} == {"a question|2023"}
    assert [line.place for line in lines] == [passage.place for passage in RESPONSES[0].passages]
    scores = [line.score for line in lines]
    assert scores == sorted(set(scores), reverse=True)


def test_a_document_stands_once(tmp_path):
    write_run(tmp_path / "d.trec", RESPONSES, "me", level="document")
    assert [line.place for line in read_run(tmp_path / "d.trec")] == [
        Place("my file.txt"),
        Place("b%20c"),
        Place("whole"),
    ]
    for row in (tmp_path / "d.trec").read_text().splitlines():
        assert len(row.split()) == 6


@pytest.mark.parametrize("row", ["q Q0 d 1 x tag", "q Q0 d 1 2", "q Q0 d e 1 2 tag more"])
def test_a_broken_line_is_named(tmp_path, row):
    (tmp_path / "r").write_text(f"q Q0 d 1 2 tag\n\n{row}\n")
    with pytest.raises(InputError, match="line 3"):
        list(read_run(tmp_path / "r"))


def test_any_run_file_is_a_system(beir, tmp_path):
    folder = beir(
        {"a.txt": "alpha text", "b.txt": "beta text"},
        [{"id": "q1", "text": "?"}, {"id": "q2", "text": "?"}],
        [("q1", "a", 1, ""), ("q2", "b", 1, "")],
    )
    path = tmp_path / "other.trec"
    # Ranks in the file are not looked at, scores are; q9 is not asked.
    path.write_text("q1 Q0 b 1 0.1 x\nq1 Q0 a#c0-5 2 0.9 x\nq9 Q0 a 1 1 x\n")
    record, responses = run(load(folder), make(f"trec:{path}"))
    assert [response.question for response in responses] == ["q1"]
    assert [passage.doc for passage in responses[0].passages] == ["a", "b"]
    assert responses[0].passages[0].text == "alpha"
    assert responses[0].ms is None
    assert [unread.what for unread in record.unread] == ["q9"]
    assert (record.system, record.questions, record.answered) == ("other", 2, 1)


def test_no_such_system_or_file():
    with pytest.raises(InputError, match="bm25, "):
        make("best")
    with pytest.raises(InputError, match="no such run file"):
        make("trec:nowhere")
