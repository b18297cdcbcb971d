"""Which of the numbers of a sentence counts or measures what was asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tickmark.index.asked.kind import counted_words, given_number, kind_fit
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span

SPAN = Span((0, 2), (1, 1))


def said(unit, label=("a clause of many words",), number="12", **more):
    return Figure("f", number, number, SPAN, "prose", number=Decimal(number), unit=unit, label_path=label, **more)


def question(text):
    return understand(text, [], Calendar())


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("how many firms joined the alliance", "enterprises", "ministries"),
        ("people who took the online course", "participants", "courses"),
        ("how many attended the course on knots", "participants", "sessions"),
        ("培训参加人数", "participants", "sessions"),
        ("number of fire drills", "drills", "sessions"),
        ("capacity of the roof panels", "MW", "square meters"),
        ("area of the roof panels", "square meters", "MW"),
        ("emissions saved by the new kiln", "tonnes", "kWh"),
        ("how much carbon the kiln's bricks save", "tonnes", "bricks"),
    ],
)
def test_what_counts_the_thing_asked_for_fits_better(text, right, wrong):
    assert kind_fit(question(text), said(right)) > kind_fit(question(text), said(wrong))


def test_a_rate_fits_only_where_one_was_asked_for():
    rate = said("kg", ("saves carbon per kilogram of yarn",))
    assert kind_fit(question("carbon saved by the kiln"), rate) < 0
    assert kind_fit(question("carbon saved per kilogram of yarn"), rate) == 0


def test_a_number_that_the_question_gives_is_not_the_one_it_asks_for():
    asked = question("cash given to the event with 11 helpers")
    assert given_number(asked, said("helpers", number="11"))
    assert not given_number(asked, said("helpers", number="12"))


def test_people_are_counted_in_cells_with_a_unit_for_people():
    asked = question("participants in the safety training")
    cell = Figure("f", "12", "12", SPAN, "cell", number=Decimal(12), unit="person", label_path=("Trained",))
    bare = Figure("f", "12", "12", SPAN, "cell", number=Decimal(12), label_path=("Sessions",))
    assert kind_fit(asked, cell) > 0 > kind_fit(asked, bare)


def test_those_who_got_the_prizes_are_no_prizes():
    people = Figure("f", "12", "12", SPAN, "cell", number=Decimal(12), unit="person", label_path=("Awarded",))
    prizes = replace(people, unit="item")
    asked = question("how many weaving prizes were there")
    assert kind_fit(asked, people) < kind_fit(asked, prizes) == 0
    assert kind_fit(question("how many people won weaving prizes"), people) > 0


def test_what_goes_on_with_a_rate_is_one():
    rate = said("kg", ("saves power per kilogram of yarn", "equivalent to cutting carbon"))
    assert kind_fit(question("carbon saved by the kiln"), rate) < 0


def test_words_that_may_be_said_for_what_is_counted():
    assert "attende" in counted_words(said("persons"))
    assert "firm" in counted_words(said("enterprises"))
    assert "area" in counted_words(said("square meters"))
    assert not counted_words(said("%"))


def test_people_are_not_the_shares_they_were_given():
    given = replace(said("shares"), origin="cell")
    people = replace(said("person"), origin="cell")
    wanted = question("number of people who were given shares")
    assert kind_fit(wanted, people) > 0 > kind_fit(wanted, given)


def test_things_are_not_counted_in_tonnes():
    assert kind_fit(question("how many kilns run on clay"), said("tonnes")) < 0
    assert kind_fit(question("how much clay did the kilns take"), said("tonnes")) == 0


def test_a_count_of_another_thing_fits_far_worse_than_one_that_its_sentence_names():
    wanted = question("how many board meetings were held")
    assert kind_fit(wanted, said("trainings", ("the board took part in",))) == -0.8
    assert kind_fit(wanted, said("occasions", ("meetings of the board, in all",))) == -0.3
    assert kind_fit(wanted, said("meetings")) == 0.4


def test_a_cell_of_power_is_not_the_carbon_that_came_of_it():
    power = replace(said("MWh"), origin="cell")
    assert kind_fit(question("carbon from bought electricity"), power) < 0
    assert kind_fit(question("bought electricity"), power) == 0
    assert kind_fit(question("carbon per unit of electricity"), power) == 0


def test_a_count_of_what_the_question_does_not_speak_of_fits_a_little_less():
    assert kind_fit(question("satisfaction of the weavers"), said("surveys")) < 0
    assert kind_fit(question("satisfaction surveys of the weavers"), said("surveys")) > 0


def test_those_who_vote_are_not_counted_by_their_votes():
    votes = Figure("f", "900", "900", SPAN, "cell", number=Decimal(900), unit="votes", label_path=("The merger",))
    assert kind_fit(question("how many holders voted against the merger"), votes) == -1.0
    assert kind_fit(question("how many votes were cast against the merger"), votes) == 0.0


def test_the_size_of_a_team_is_no_money_nor_a_part_of_it():
    wages = Figure(
        "f", "7", "7", SPAN, "cell", number=Decimal(7), currency="EUR", unit="EUR", label_path=("Kiln team",)
    )
    part = replace(wages, currency=None, unit="%", label_path=("Growth of investment in the kiln team",))
    assert kind_fit(question("kiln team size"), wages) == -1.0
    assert kind_fit(question("growth of the kiln team size"), part) == -1.0
    grown = replace(part, label_path=("Growth of the kiln team",))
    assert kind_fit(question("growth of the kiln team size"), grown) > -1.0
    assert kind_fit(question("kiln team size"), replace(part, currency=None, unit="person")) > 0


def test_those_who_passed_are_counted_and_not_what_they_passed():
    wanted = question("how many recruits passed their kiln tests")
    assert kind_fit(wanted, said("people")) > 0 > kind_fit(wanted, said("tests"))


def test_what_only_says_which_things_are_counted_is_not_counted():
    wanted = question("how many patent applications are pending")
    assert kind_fit(wanted, said("patents")) < 0 < kind_fit(wanted, said("applications"))
    assert kind_fit(question("how many training sessions were held"), said("trainings")) > 0
