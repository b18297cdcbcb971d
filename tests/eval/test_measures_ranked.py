"""Ranked measures: against values worked by hand, and against trec_eval itself."""

import math
import random

import pytest
import pytrec_eval

from tickmark.eval.measures.ranked import Ranked, needs_met
from tickmark.eval.model import Place, Question, Response, Retrieved
from tickmark.ingest.errors import InputError


def documents(*names):
    return Response("q", tuple(Retrieved(name, (0, 10), 1.0, 10) for name in names))


def question(needs=(), **documents_judged):
    return Question("q", "?", documents=documents_judged, needs=needs)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        # Judged a (2) and b (1); ranked x a b.
        ("RR", 1 / 2),
        ("RR@1", 0.0),
        ("R@1", 0.0),
        ("R@2", 1 / 2),
        ("R@5", 1.0),
        ("P@2", 1 / 2),
        ("AP", (1 / 2 + 2 / 3) / 2),
        # Gains are grades over log2(rank + 1): (2 / log2 3 + 1 / log2 4) / (2 / log2 2 + 1 / log2 3).
        ("nDCG@10", (2 / math.log2(3) + 1 / 2) / (2 + 1 / math.log2(3))),
    ],
)
def test_documents_by_hand(name, value):
    assert Ranked("document", name).value(question(a=2, b=1), documents("x", "a", "b")) == pytest.approx(value)


def test_a_document_stands_at_the_rank_of_its_first_passage():
    response = documents("x", "x", "x", "a")
    assert Ranked("document", "RR").value(question(a=1), response) == pytest.approx(1 / 2)


@pytest.mark.parametrize("name", ["nDCG@10", "R@5", "RR", "AP", "P@5"])
def test_no_response_is_zero_and_counts(name):
    asked = [question(a=1), Question("other", "?", documents={"a": 1})]
    scores = list(Ranked("document", name).scores(asked, {"q": documents("a")}))
    assert [score.question for score in scores] == ["q", "other"]
    assert scores[0].value > 0
    assert scores[1].value == 0


def test_a_question_without_judgements_is_not_asked():
    assert Ranked("document", "RR").value(question(), documents("a")) is None
    assert Ranked("evidence", "RR").value(question(a=1), documents("a")) is None


def test_an_unknown_measure_is_refused_by_name():
    with pytest.raises(InputError, match="Nonsense@3"):
        Ranked("document", "Nonsense@3").value(question(a=1), documents("a"))


def test_needs_are_met_once_and_repeats_take_a_rank(passage):
    needs = ((Place("d", (0, 10)), Place("e", (0, 10))), (Place("d", (50, 60)),))
    response = Response(
        "q",
        (passage("x", 0, 100), passage("d", 0, 20), passage("e", 0, 20), passage("d", 40, 70), passage("d", 0, 100)),
    )
    # Second: the first need. Third: the same need elsewhere, so a miss. Fourth: the second need. Fifth: nothing new.
    assert needs_met(question(needs), response) == ["miss 0", "need 0", "miss 2", "need 1", "miss 4"]
    assert Ranked("evidence", "RR").value(question(needs), response) == pytest.approx(1 / 2)
    assert Ranked("evidence", "R@2").value(question(needs), response) == pytest.approx(1 / 2)
    assert Ranked("evidence", "R@4").value(question(needs), response) == 1.0


def test_one_passage_may_meet_two_needs(passage):
    needs = ((Place("d", (0, 10)),), (Place("d", (50, 60)),))
    assert needs_met(question(needs), Response("q", (passage("d", 0, 100),))) == ["need 0", "need 1"]


def test_a_need_that_nothing_can_meet_counts(passage):
    response = Response("q", (passage("d", 0, 100),))
    assert Ranked("evidence", "R@5").value(question(((Place("d", (0, 10)),), ())), response) == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("place", "other", "meets"),
    [
        ((0, 10), (5, 100), True),  # half of the shorter
        ((0, 10), (6, 100), False),
        ((0, 1000), (400, 420), True),  # a passage inside a judged page
        ((0, 10), (10, 20), False),
        ((0, 10), None, True),
    ],
)
def test_places_meet_by_half_of_the_shorter(place, other, meets):
    assert Place("d", place).meets(Place("d", other)) is meets
    assert Place("d", other).meets(Place("d", place)) is meets
    assert not Place("d", place).meets(Place("e", other))


def test_scores_survive_another_chunking(passage):
    needs = ((Place("d", (100, 140)),),)
    cut = {
        "in one": [passage("d", 0, 400)],
        "in two": [passage("d", 90, 200), passage("d", 0, 90)],
        "in the middle of it": [passage("d", 0, 125), passage("d", 125, 400)],
    }
    values = {
        name: Ranked("evidence", "RR").value(question(needs), Response("q", tuple(passages)))
        for name, passages in cut.items()
    }
    assert set(values.values()) == {1.0}


@pytest.mark.parametrize(
    ("name", "trec"),
    [
        ("nDCG@10", "ndcg_cut_10"),
        ("R@5", "recall_5"),
        ("RR", "recip_rank"),
        ("AP", "map"),
        ("P@5", "P_5"),
    ],
)
def test_documents_agree_with_trec_eval(name, trec):
    draw = random.Random(7)
    pool = [f"d{number}" for number in range(30)]
    asked, responses, qrels, run = [], {}, {}, {}
    for number in range(60):
        judged = {doc: draw.choice([0, 1, 1, 2, 3]) for doc in draw.sample(pool, draw.randint(1, 8))}
        if not any(judged.values()):
            continue
        ranking = draw.sample(pool, draw.randint(0, 20))
        key = f"q{number}"
        asked.append(Question(key, "?", documents=judged))
        responses[key] = Response(key, tuple(Retrieved(doc, None, 1.0, 10) for doc in ranking))
        qrels[key] = judged
        run[key] = {doc: float(len(ranking) - rank) for rank, doc in enumerate(ranking)}
    theirs = pytrec_eval.RelevanceEvaluator(qrels, {trec}).evaluate(run)
    ours = {score.question: score.value for score in Ranked("document", name).scores(asked, responses)}
    assert len(ours) == len(asked)
    for key, value in ours.items():
        assert value == pytest.approx(theirs.get(key, {}).get(trec, 0.0)), key


@pytest.mark.parametrize(("name", "trec"), [("nDCG@10", "ndcg_cut_10"), ("R@5", "recall_5"), ("RR", "recip_rank")])
def test_evidence_agrees_with_trec_eval(name, trec):
    """Each need is a line, each passage a few lines. Trec_eval is given the needs as documents."""
    draw = random.Random(11)
    for _ in range(40):
        lines = draw.sample(range(20), draw.randint(1, 4))
        needs = tuple((Place("d", (10 * line, 10 * line + 10)),) for line in lines)
        asked = question(needs)
        passages = [(start := draw.randrange(20), start + draw.randint(1, 3)) for _ in range(8)]
        response = Response("q", tuple(Retrieved("d", (10 * a, 10 * b), 1.0, 10 * (b - a)) for a, b in passages))
        ranking, met = [], set()
        for rank, (a, b) in enumerate(passages):
            new = [line for line in lines if a <= line < b and line not in met]
            met.update(new)
            ranking += [f"line {line}" for line in new] or [f"nothing {rank}"]
        run = {"q": {key: float(-rank) for rank, key in enumerate(ranking)}}
        theirs = pytrec_eval.RelevanceEvaluator({"q": {f"line {line}": 1 for line in lines}}, {trec}).evaluate(run)
        assert Ranked("evidence", name).value(asked, response) == pytest.approx(theirs["q"][trec])
