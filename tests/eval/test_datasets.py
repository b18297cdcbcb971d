"""Reading sets: BEIR's form in its varieties, and the sample corpus."""

import json
from decimal import Decimal

import pytest

from tickmark.eval.datasets import Options, load
from tickmark.eval.datasets.answers import number_in
from tickmark.eval.model import GoldPeriod, Place
from tickmark.ingest import read
from tickmark.ingest.errors import InputError

TABLE = "Intro.\n\nYear\t2023\nRevenue\t10\n"


def places(question):
    return [[place.chars for place in need] for need in question.needs]


def test_a_folder_with_parts(beir):
    folder = beir(
        {"one.txt": TABLE, "two.md": "Other text.\n"},
        [{"id": "q1", "question": "Revenue?", "answer_type": "span", "answer": ["10"]}, {"id": "q2", "text": "What?"}],
        [("q1", "one", 1, "table:r1;p1"), ("q2", "two", 1, "")],
    )
    dataset = load(folder)
    assert [document.id for document in dataset.documents] == ["one", "two"]
    first, second = dataset.questions
    assert first.documents == {"one": 1}
    assert [TABLE[slice(*need[0])] for need in places(first)] == ["Revenue\t10", "Intro."]
    assert first.kind == "span"
    assert first.status == "answered"
    assert second.needs == ((Place("two"),),)
    assert second.status is None
    assert dataset.unread == ()


def test_beir_as_it_is_published(tmp_path):
    (tmp_path / "qrels").mkdir()
    rows = [{"_id": "d1", "title": "A title", "text": "Some text."}, {"_id": "d2", "title": "", "text": "More."}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    queries = [{"_id": "q1", "text": "one?"}, {"_id": "q2", "text": "of another split?"}]
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), encoding="utf-8")
    for split, query in (("test", "q1"), ("dev", "q2")):
        (tmp_path / "qrels" / f"{split}.tsv").write_text(
            f"query-id\tcorpus-id\tscore\n{query}\td1\t2\n{query}\td2\t1\n", encoding="utf-8"
        )
    dataset = load(tmp_path)
    assert [document.data() for document in dataset.documents] == [b"A title\n\nSome text.", b"More."]
    assert [question.id for question in dataset.questions] == ["q1"]
    assert dataset.questions[0].documents == {"d1": 2, "d2": 1}
    assert [question.id for question in load(tmp_path, Options(split="dev")).questions] == ["q2"]
    with pytest.raises(InputError, match="dev, test"):
        load(tmp_path, Options(split="train"))


def test_every_question_counts_also_without_judgements(beir):
    folder = beir({"a.txt": "x y"}, [{"id": "q", "text": "?", "unanswerable": True}], [])
    (question,) = load(folder).questions
    assert question.status == "not_found"
    assert question.documents == {}


def test_a_figure_may_be_cited_wherever_it_is_printed(beir):
    row = {
        "id": "q",
        "question": "?",
        "answer_type": "figure",
        "answer": 12453000000.0,
        "unit": "USD",
        "period": "2023-06-01/2023-08-31",
    }
    folder = beir({"a.txt": TABLE, "b.txt": "z\n"}, [row], [("q", "a", 1, "table:r1;table:r0"), ("q", "b", 1, "p1")])
    (question,) = load(folder).questions
    assert len(question.needs) == 1
    assert len(question.needs[0]) == 3
    (figure,) = question.figures
    assert figure.value == Decimal("12453000000")
    assert figure.number is None
    assert figure.period == GoldPeriod("duration", "2023-08-31", "2023-06-01")


@pytest.mark.parametrize(
    ("answer", "scale", "wanted"),
    [
        (["$1,496.5"], "million", ("1496.5", "1496500000", None)),
        (["(3.2)%"], "percent", ("-3.2", "-3.2", "%")),
        (["-12"], "", ("-12", "-12", None)),
    ],
)
def test_spans_that_are_numbers(beir, answer, scale, wanted):
    number, value, unit = wanted
    row = {"id": "q", "question": "?", "answer_type": "span", "answer": answer, "scale": scale}
    (figure,) = load(beir({"a.txt": "x"}, [row], [("q", "a", 1, "")])).questions[0].figures
    assert (figure.number, figure.value, figure.unit) == (Decimal(number), Decimal(value), unit)


def test_calculated_answers(beir):
    rows = [
        {"id": "q1", "question": "?", "answer_type": "arithmetic", "answer": 0.24958},
        {"id": "q2", "question": "?", "answer_type": "arithmetic", "answer": [12.5], "scale": "percent"},
        {"id": "q3", "question": "?", "answer_type": "arithmetic", "answer": "yes"},
    ]
    first, second, third = load(beir({"a.txt": "x"}, rows, [])).questions
    assert first.calculation.result == Decimal("0.24958")
    assert (second.calculation.result, second.calculation.unit) == (Decimal("12.5"), "%")
    assert third.calculation is None


@pytest.mark.parametrize(("text", "number"), [("1,2 and 3", None), ("", None), ("$ 5", "5"), ("(7)", "-7")])
def test_a_number_and_nothing_else(text, number):
    assert number_in(text) == (None if number is None else Decimal(number))


def test_what_cannot_be_read_is_named(beir):
    folder = beir(
        {"a.txt": "x", "scan.pdf": b"%PDF-1.4 broken", "empty.txt": b""},
        [{"id": "q", "text": "?"}],
        [("q", "scan", 1, "page:1"), ("q", "ghost", 1, ""), ("nobody", "a", 1, ""), ("q", "a", 1, "table:9")],
    )
    dataset = load(folder)
    told = {unread.what for unread in dataset.unread}
    assert {"scan.pdf", "empty.txt", "ghost", "nobody", "q: table:9 of a"} <= told
    # What is judged there still counts.
    assert dataset.questions[0].documents == {"scan": 1, "ghost": 1, "a": 1}
    assert len(dataset.questions[0].needs) == 3


def test_documents_with_equal_bytes_are_one(beir):
    folder = beir({"a.txt": "same", "b.txt": "same"}, [{"id": "q", "text": "?"}], [("q", "b", 1, "")])
    dataset = load(folder)
    assert [document.id for document in dataset.documents] == ["a"]
    assert dataset.same == {"b": "a"}
    assert dataset.questions[0].documents == {"a": 1}


def test_files_that_share_a_stem_are_called_by_their_names(beir):
    folder = beir({"a.txt": "x", "a.md": "y"}, [{"id": "q", "text": "?"}], [("q", "a.md", 1, "")])
    assert [document.id for document in load(folder).documents] == ["a.md", "a.txt"]


def test_what_is_known_of_documents(beir):
    meta = [{"doc_id": "A", "file": "a.txt", "company": "Northwind", "year": "2023", "doc_type": "10-K"}]
    (document,) = load(beir({"a.txt": "x"}, [{"id": "q", "text": "?"}], [], meta=meta)).documents
    assert document.id == "A"
    assert document.facts == {"issuer": "Northwind", "title": "Northwind 2023", "form": "10-K"}


def test_another_field_may_be_asked(beir):
    folder = beir({"a.txt": "x"}, [{"id": "q", "question": "short", "question_ctx": "long"}], [])
    assert load(folder).questions[0].text == "short"
    assert load(folder, Options(text_field="question_ctx")).questions[0].text == "long"
    with pytest.raises(InputError, match="other"):
        load(folder, Options(text_field="other"))


def test_a_draw_is_the_same_for_the_same_seed_and_told_apart(beir):
    folder = beir({"a.txt": "x"}, [{"id": f"q{n}", "text": "?"} for n in range(50)], [])
    one, same, other = (load(folder, Options(limit=5, seed=seed)) for seed in (1, 1, 2))
    assert one == same
    assert len(one.questions) == 5
    assert {q.id for q in one.questions} != {q.id for q in other.questions}
    assert len({one.fingerprint, other.fingerprint, load(folder).fingerprint}) == 3


@pytest.mark.parametrize(
    ("file", "content", "where"),
    [
        ("queries.jsonl", '{"id": "q", "text": "?"}\nnot json\n', "line 2"),
        ("queries.jsonl", '{"id": "q", "text": "?"}\n{"id": "q", "text": "!"}\n', "'q'"),
        ("queries.jsonl", "[1]\n", "line 1"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq\ta\tmuch\n", "line 2"),
        ("qrels.tsv", "q a 1\n", "line 1"),
    ],
)
def test_a_broken_line_is_named(beir, file, content, where):
    folder = beir({"a.txt": "x"}, [{"id": "q", "text": "?"}], [])
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=where):
        load(folder)


def test_a_folder_of_neither_form(tmp_path):
    with pytest.raises(InputError, match=r"queries\.jsonl"):
        load(tmp_path)
    with pytest.raises(InputError, match="no such folder"):
        load(tmp_path / "nowhere")


# --- the sample corpus -----------------------------------------------------------------------------------------------


def test_the_sample_corpus_is_read_whole(corpus):
    dataset = load(corpus)
    lines = (corpus / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(dataset.questions) == len(lines)
    assert dataset.unread == ()
    by_id = {question.id: question for question in dataset.questions}
    single = by_id["t15"]
    assert len(single.needs) == 1
    assert len(single.needs[0]) == len(single.figures) == 3
    assert single.figures[0].value == Decimal(105925)
    series = by_id["s01"]
    assert len(series.needs) == len(series.figures) == 3
    assert {figure.role for figure in series.figures} == {"member"}
    assert by_id["u02"].needs == ()
    assert by_id["k01"].calculation.result == Decimal(1510000)


def test_gold_places_of_the_sample_corpus_hold_the_printed_figure(corpus):
    dataset = load(corpus)
    texts = {document.id: read(document.data(), document.id).text for document in dataset.documents}
    for question in dataset.questions:
        for figure in question.figures:
            first = figure.places[0]
            assert figure.printed in texts[first.doc][slice(*first.chars)], question.id
