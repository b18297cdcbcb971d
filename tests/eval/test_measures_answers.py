"""Measures of what was said: figures, members, calculations, refusals, evidence, time."""

from decimal import Decimal

import pytest

from tickmark.eval.measures import measures
from tickmark.eval.measures.calculation import CalculationRight
from tickmark.eval.measures.cited import Cited
from tickmark.eval.measures.evidence import EvidenceWithin
from tickmark.eval.measures.figure import FirstFigure
from tickmark.eval.measures.figure_within import FigureWithin
from tickmark.eval.measures.latency import Latency
from tickmark.eval.measures.match import match, unit_key
from tickmark.eval.measures.members import Members
from tickmark.eval.measures.printed import PrintedWithin, numbers_printed
from tickmark.eval.measures.refusal import Refusal
from tickmark.eval.measures.status import StatusRight
from tickmark.eval.measures.wrong import WrongFigure
from tickmark.eval.model import (
    FoundCalculation,
    GoldCalculation,
    GoldPeriod,
    Place,
    Question,
    Response,
)
from tickmark.eval.score import total

INSTANT = GoldPeriod("instant", "2023-12-31")
PARTS = ("whole", "number", "scale", "unit", "period")


def parts(question, response):
    return [FirstFigure(part).value(question, response) for part in PARTS]


# --- the first figure ------------------------------------------------------------------------------------------------


def test_a_right_figure_is_right_in_every_part(ask, reply, gold, found):
    assert parts(ask(gold()), reply(found())) == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    "case",
    [
        ({"number": Decimal("105926")}, [0, 0, 0, 0, 0]),  # without the right number nothing is right
        ({"scale": Decimal(1000)}, [0, 1, 0, 1, 1]),
        ({"unit": "tonnes"}, [0, 1, 1, 0, 1]),
        ({"unit": None}, [0, 1, 1, 0, 1]),
        ({"period": INSTANT}, [0, 1, 1, 1, 0]),
        ({"period": None}, [0, 1, 1, 1, 0]),
        ({"number": Decimal("105925.00")}, [1, 1, 1, 1, 1]),
    ],
)
def test_each_part_by_itself(ask, reply, gold, found, case):
    changes, values = case
    assert parts(ask(gold()), reply(found(**changes))) == values


def test_no_figure_is_wrong_and_counts(ask, reply, gold):
    assert parts(ask(gold()), reply()) == [0, 0, 0, 0, 0]
    assert parts(ask(gold()), Response("q")) == [0, 0, 0, 0, 0]


def test_any_alternative_will_do(ask, reply, gold, found):
    in_millions = gold(number=Decimal("0.105925"), scale=Decimal(1_000_000))
    assert parts(ask(gold(), in_millions), reply(found(number=Decimal("0.105925"), scale=Decimal(1_000_000))))[0] == 1
    # The number of one with the scale of the other is neither.
    assert parts(ask(gold(), in_millions), reply(found(scale=Decimal(1_000_000)))) == [0, 1, 0, 1, 1]


def test_a_period_that_is_not_part_of_the_answer_is_not_asked(ask, reply, gold, found):
    assert parts(ask(gold(period=None)), reply(found())) == [1, 1, 1, 1, None]


def test_ranges(ask, reply, gold, found):
    wanted = gold(number=None, value=None, low=Decimal(400), high=Decimal(460), scale=Decimal(1_000_000))
    given = found(number=None, low=Decimal(400), high=Decimal(460), scale=Decimal(1_000_000))
    assert parts(ask(wanted), reply(given)) == [1, 1, 1, 1, 1]
    assert parts(ask(wanted), reply(found(number=Decimal(400), scale=Decimal(1_000_000))))[0] == 0


def test_the_sign_of_a_tag_is_not_that_of_the_page(ask, reply, gold, found):
    """A payment is positive as a tag, and printed in brackets."""
    paid = ask(gold(number=None, scale=None, value=Decimal(8093)))
    printed = {"number": Decimal(-8093), "scale": Decimal(1), "printed": "$ (8,093)"}
    assert parts(paid, reply(found(**printed)))[:2] == [1, 1]
    assert parts(paid, reply(found(**printed, chars=(201, 208))))[:2] == [0, 0]  # elsewhere it is another number
    assert parts(paid, reply(found(**(printed | {"printed": "8,093"}))))[:2] == [0, 0]  # a sign that nobody printed
    assert parts(ask(gold(number=None, scale=None, value=Decimal(-8093))), reply(found(**printed)))[:2] == [1, 1]


def test_a_set_that_knows_only_the_value(ask, reply, gold, found):
    wanted = gold(number=None, scale=None, value=Decimal("12453000000.0"), unit="USD")
    right = found(number=Decimal(12453), scale=Decimal(1_000_000), unit="USD", currency="USD")
    assert parts(ask(wanted), reply(right)) == [1, 1, 1, 1, 1]
    assert parts(ask(wanted), reply(found(number=Decimal(12453), unit="USD"))) == [0, 1, 0, 1, 1]
    assert parts(ask(wanted), reply(found(number=Decimal(-12453), scale=Decimal(1_000_000))))[1] == 0
    assert parts(ask(wanted), reply(found(number=Decimal(124531), scale=Decimal(100_000))))[1] == 0


def test_a_percentage_stands_for_its_ratio(ask, reply, gold, found):
    wanted = gold(number=None, scale=None, value=Decimal("0.241"), unit="ratio")
    assert parts(ask(wanted), reply(found(number=Decimal("24.1"), unit="%")))[0] == 1
    assert match(found(number=Decimal("2.41"), unit="%"), wanted).scale is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shares", "share"),
        ("USD/share", "$ per share"),
        ("CNY", "RMB"),
        ("people", "person"),
        ("employees", "person"),
        ("tCO2e per £ million", "tCO2e / £ million"),
        ("percentage points", "percentage point"),
    ],
)
def test_units_that_are_the_same(one, other):
    assert unit_key(one) == unit_key(other)


@pytest.mark.parametrize(("one", "other"), [("RMB", "RMB/share"), ("tonnes", "tCO2e"), ("%", "percentage points")])
def test_units_that_are_not(one, other):
    assert unit_key(one) != unit_key(other)


def test_figures_are_asked_only_where_one_answers(ask, reply, gold, found):
    for status in ("not_found", "not_disclosed", "conflicting"):
        assert parts(ask(gold(), status=status), reply(found())) == [None] * 5
    assert parts(ask(gold(role="member")), reply(found())) == [None] * 5


def test_figure_within(ask, reply, gold, found):
    wrong = found(number=Decimal(1))
    assert FigureWithin(2).value(ask(gold()), reply(wrong, found())) == 1
    assert FigureWithin(2).value(ask(gold()), reply(wrong, wrong, found())) == 0
    assert FigureWithin(2).value(ask(gold()), Response("q")) == 0


def test_cited_is_the_right_number_at_the_right_place(ask, reply, gold, found):
    assert Cited().value(ask(gold()), reply(found())) == 1
    assert Cited().value(ask(gold()), reply(found(chars=(201, 208)))) == 0
    assert Cited().value(ask(gold()), reply(found(doc="e"))) == 0
    assert Cited().value(ask(gold()), reply(found(number=Decimal(7)))) == 0
    # A wrong unit is still the right cell.
    assert Cited().value(ask(gold()), reply(found(unit=None))) == 1
    assert Cited().value(ask(gold()), Response("q")) == 0


def test_wrong_figure_is_lower_the_better(ask, reply, gold, found):
    measure = WrongFigure()
    assert measure.better == "lower"
    assert measure.value(ask(gold()), reply(found())) == 0
    assert measure.value(ask(gold()), reply(found(number=Decimal(7)))) == 1
    assert measure.value(ask(gold()), reply(status="not_found")) == 0
    assert measure.value(ask(status="not_found"), reply(found())) == 1
    assert measure.value(ask(status="not_found"), reply(found(), status="not_found")) == 0
    assert measure.value(ask(gold(role="member")), reply(found())) is None


# --- members and calculations ----------------------------------------------------------------------------------------


def test_members_by_hand(ask, reply, gold, found):
    wanted = [gold(role="member", number=Decimal(n), value=Decimal(n)) for n in (1, 2, 3)]
    given = [found(number=Decimal(n), given=True) for n in (1, 2, 9)]
    # Two right of three given and three wanted: 2 * 2 / (3 + 3).
    assert Members().value(ask(*wanted), reply(*given)) == pytest.approx(2 / 3)
    assert Members().value(ask(*wanted), reply(*given[:2])) == pytest.approx(4 / 5)
    assert Members().value(ask(*wanted), Response("q")) == 0
    assert Members().value(ask(gold()), reply(*given)) is None


def test_only_what_the_verdict_rests_on_are_members(ask, reply, gold, found):
    wanted = gold(role="operand")
    assert Members().value(ask(wanted), reply(found(given=True), found(number=Decimal(7)))) == 1
    assert Members().value(ask(wanted), reply(found(), status="answered")) == 0


def test_a_figure_stands_for_one_member(ask, reply, gold, found):
    wanted = [gold(role="member"), gold(role="member")]
    assert Members().value(ask(*wanted), reply(found(given=True))) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("result", "unit", "value"),
    [
        ("24.0009", "%", 1),  # rounds to 24.0
        ("24.0", "%", 1),
        ("24.06", "%", 0),
        ("-24.0", "%", 0),
        ("24.0", "RMB", 0),
        ("0.24", None, 0),
    ],
)
def test_calculations_are_held_to_the_digits_shown(ask, reply, result, unit, value):
    question = ask(calculation=GoldCalculation(Decimal("24.0"), "%"))
    response = reply(calculation=FoundCalculation(Decimal(result), unit))
    assert CalculationRight().value(question, response) == value


def test_calculations_without_a_unit_may_be_percentages(ask, reply):
    question = ask(calculation=GoldCalculation(Decimal("0.24958")))
    assert CalculationRight().value(question, reply(calculation=FoundCalculation(Decimal("24.958"), "%"))) == 1
    assert CalculationRight().value(question, reply()) == 0
    assert CalculationRight().value(ask(), reply()) is None


# --- verdicts --------------------------------------------------------------------------------------------------------


def test_status(ask, reply):
    assert StatusRight().value(ask(status="conflicting"), reply(status="conflicting")) == 1
    assert StatusRight().value(ask(status="conflicting"), reply()) == 0
    assert StatusRight().value(ask(), Response("q")) == 0
    assert StatusRight().value(ask(status=None), reply()) is None


def test_refusals_by_hand():
    # Wanted: refuse a, b, c. Refused: a, b, d. So precision 2/3 and recall 2/3; e has no response and was not refused.
    wanted = {"a": "not_found", "b": "not_disclosed", "c": "not_found", "d": "answered", "e": "answered"}
    said = {"a": "not_found", "b": "not_found", "c": "answered", "d": "not_disclosed"}
    questions = [Question(key, "?", status=status) for key, status in wanted.items()]
    responses = {key: Response(key, status=status) for key, status in said.items()}
    for of in ("precision", "recall"):
        values = [score.value for score in Refusal(of).scores(questions, responses)]
        assert total(values) == pytest.approx(2 / 3)
        assert len(values) == 3


def test_a_question_without_response_that_had_to_be_refused_counts():
    scores = list(Refusal("recall").scores([Question("a", "?", status="not_found")], {}))
    assert [score.value for score in scores] == [0]


# --- evidence, numbers, time -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("limit", "value"), [(100, 0.0), (149, 0.0), (150, 0.5), (200, 0.5), (309, 0.5), (310, 1.0)])
def test_evidence_within_characters(passage, limit, value):
    # Needs at 40-60 of d and 100-120 of e; passages: 100 of x, then 100 of d, then 200 of e. The second is cut at
    # limit - 100, and half of its need is seen from 50 on; the third likewise, at 110.
    question = Question("q", "?", needs=((Place("d", (40, 60)),), (Place("e", (100, 120)),)))
    response = Response("q", (passage("x", 0, 100), passage("d", 0, 100), passage("e", 0, 200)))
    assert EvidenceWithin(limit).value(question, response) == value


def test_evidence_is_cut_in_proportion_where_more_is_shown_than_stands_there(passage):
    question = Question("q", "?", needs=((Place("d", (80, 100)),),))
    response = Response("q", (passage("d", 0, 100, size=200),))
    assert EvidenceWithin(100).value(question, response) == 0
    assert EvidenceWithin(190).value(question, response) == 1


def test_evidence_without_response_counts():
    assert EvidenceWithin(2000).value(Question("q", "?", needs=((Place("d"),),)), Response("q")) == 0
    assert EvidenceWithin(2000).value(Question("q", "?"), Response("q")) is None


def test_numbers_printed():
    text = "Revenue was RMB6,687,864,421.33, up 3.50% in 2023; see 1,2 and (231,202)."
    assert numbers_printed(text) == {Decimal(number) for number in ("6687864421.33", "3.5", "2023", "1", "2", "231202")}


def test_number_within_passages(ask, gold, passage):
    first, second = passage("d", 0, 9, text="Year 2023"), passage("d", 9, 40, text="emissions of 105,925 tonnes")
    response = Response("q", (first, second))
    assert PrintedWithin(1).value(ask(gold()), response) == 0
    assert PrintedWithin(5).value(ask(gold()), response) == 1
    assert PrintedWithin(5).value(ask(gold(number=Decimal(5925), value=Decimal(5925))), response) == 0
    assert PrintedWithin(5).value(ask(gold()), Response("q")) == 0
    assert PrintedWithin(5).value(ask(status="not_found"), response) is None


def test_a_value_may_be_printed_in_thousands(ask, gold, passage):
    wanted = gold(number=None, scale=None, value=Decimal("-12453000000.0"))
    response = Response("q", (passage("d", 0, 30, text="Total revenues (12,453)"),))
    assert PrintedWithin(1).value(ask(wanted), response) == 1


def test_latency_is_a_quantile():
    questions = [Question(str(n), "?") for n in range(5)]
    responses = {str(n): Response(str(n), ms=float(n)) for n in range(4)}
    values = [score.value for score in Latency(50).scores(questions, responses)]
    assert values == [0, 1, 2, 3]
    assert total(values, Latency(50).quantile) == 1.5
    assert total(values, Latency(95).quantile) == pytest.approx(2.85)


def test_every_measure_has_a_name_of_its_own_and_says_what_it_is():
    every = measures()
    assert len({measure.name for measure in every}) == len(every)
    assert all(measure.help for measure in every)
