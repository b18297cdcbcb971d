"""Comparing runs, on data where the right answer is known."""

from decimal import Decimal
from pathlib import Path

import pytest

from tickmark.eval.compare import compare
from tickmark.eval.model import FoundFigure, GoldFigure, Place, Question, Response, Retrieved
from tickmark.eval.record import Record, Run
from tickmark.eval.score import score
from tickmark.ingest.errors import InputError


def make_run(found, system="a", *, fingerprint="f", statuses=None):
    """One question for each entry: the rank at which its document is found, or None."""
    questions, responses = [], {}
    for number, rank in enumerate(found):
        key = f"q{number}"
        questions.append(
            Question(key, "?", kind="even" if number % 2 == 0 else "odd", status="answered", documents={"d": 1})
        )
        names = ["d" if rank == place else f"x{place}" for place in range(1, 6)]
        if rank is not None or statuses:
            responses[key] = Response(
                key,
                tuple(Retrieved(name, None, 1.0, 10) for name in names),
                status=statuses[number] if statuses else None,
            )
    gives = ("passages", "status") if statuses else ("passages",)
    record = Record(system, gives, "set", fingerprint, "i", 1, len(found), len(responses))
    return Run(Path(system), record, tuple(questions), responses)


def difference(comparison, name="document RR"):
    return next(each for each in comparison.differences if each.name == name)


def test_five_questions_all_won_by_one():
    """Every sign must be the same: 2 of the 2^5 swaps are as extreme, so p is 1/16; every resample differs by 1/2."""
    found = difference(compare(make_run([2] * 5), make_run([1] * 5, "b")))
    assert (found.a, found.b, found.difference) == (0.5, 1.0, 0.5)
    assert found.p == pytest.approx(2 / 32)
    assert (found.low, found.high) == (0.5, 0.5)
    assert (len(found.won), len(found.lost)) == (5, 0)


def test_as_many_won_as_lost_is_chance():
    found = difference(compare(make_run([1, 2, 1, 2]), make_run([2, 1, 2, 1], "b")))
    assert found.difference == 0
    assert found.p == 1
    assert found.low < 0 < found.high
    assert (set(found.won), set(found.lost)) == ({"q1", "q3"}, {"q0", "q2"})


def test_one_of_four_differs():
    """The one question that differs may fall either way: every swap is as extreme."""
    found = difference(compare(make_run([1, 1, 1, 2]), make_run([1, 1, 1, 1], "b")))
    assert found.p == 1
    assert found.won == ("q3",)


def test_many_questions_with_a_real_difference():
    found = difference(compare(make_run([2, 1, 2] * 40), make_run([1, 1, 1] * 40, "b")))
    assert found.p < 0.001
    assert 0.2 < found.low < found.difference < found.high < 0.5


def test_the_same_seed_gives_the_same_numbers():
    a, b = make_run([1, 2, 3, None] * 10), make_run([2, 1, 3, 1] * 10, "b")
    assert compare(a, b, seed=3) == compare(a, b, seed=3)
    one, other = (difference(compare(a, b, seed=seed)) for seed in (3, 4))
    assert (one.low, one.p) != (other.low, other.p)


def test_questions_without_response_count():
    found = difference(compare(make_run([1, 1, None, None]), make_run([1, 1, 1, 1], "b")))
    assert found.questions == 4
    assert found.a == 0.5
    assert found.won == ("q2", "q3")


def test_by_kind():
    found = difference(compare(make_run([1, 2, 1, 2]), make_run([1, 1, 1, 1], "b")))
    assert found.by_kind == {"even": (1.0, 1.0, 2), "odd": (0.5, 1.0, 2)}


def test_p_values_are_adjusted_for_the_many_measures():
    found = compare(make_run([2, 1, 2] * 10), make_run([1] * 30, "b"))
    for each in found.differences:
        assert each.p_adjusted is None if each.p is None else each.p_adjusted >= each.p


def test_other_questions_are_refused():
    with pytest.raises(InputError, match="different sets"):
        compare(make_run([1, 2]), make_run([1, 2], "b", fingerprint="g"))


def test_a_measure_that_one_was_not_held_to_is_named():
    found = compare(make_run([1, 2]), make_run([1, 2], "b", statuses=["answered", "answered"]))
    assert "status" in found.only_b
    assert "status" not in {each.name for each in found.differences}


def test_precision_of_refusals_is_compared_though_each_refused_others():
    a = make_run([1] * 4, statuses=["not_found", "answered", "answered", "answered"])
    b = make_run([1] * 4, "b", statuses=["answered", "not_found", "not_found", "answered"])
    found = difference(compare(a, b), "refusal precision")
    assert (found.a, found.b, found.questions) == (0, 0, 3)
    assert found.p == 1


def test_one_question_says_nothing_of_chance():
    found = difference(compare(make_run([2]), make_run([1], "b")))
    assert (found.low, found.high, found.p) == (None, None, None)


def test_lower_is_better_where_it_is():
    place = Place("d", (0, 5))
    gold = GoldFigure((place,), number=Decimal(1), value=Decimal(1), scale=Decimal(1))
    question = Question("q", "?", status="answered", figures=(gold,))
    runs = []
    for system, number in (("a", 2), ("b", 1)):
        figure = FoundFigure("d", (0, 5), str(number), number=Decimal(number))
        record = Record(system, ("figures",), "set", "f", "i", 1, 1, 1)
        response = Response("q", figures=(figure,), status="answered")
        runs.append(Run(Path(system), record, (question,), {"q": response}))
    found = difference(compare(*runs), "wrong figure")
    assert found.difference == -1
    assert found.won == ("q",)


# --- scores of one run -----------------------------------------------------------------------------------------------


def test_scores_of_one_run():
    scores = score(make_run([1, 2, None, 1]))
    summary = scores.summary("document RR")
    assert summary.value == pytest.approx((1 + 1 / 2 + 0 + 1) / 4)
    assert summary.questions == 4
    assert summary.low < summary.value < summary.high
    assert scores.by["kind"]["odd"]["document RR"] == pytest.approx(3 / 4)
    assert scores.counts["kind"] == {"even": 2, "odd": 2}
    assert scores.each["document RR"] == {"q0": 1.0, "q1": 0.5, "q2": 0.0, "q3": 1.0}


def test_what_a_system_does_not_give_is_not_held_against_it():
    names = {summary.name for summary in score(make_run([1, 2])).summaries}
    assert not names & {"status", "figure", "refusal recall"}
