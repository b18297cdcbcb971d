"""Where the words of a question are cut into the operands of a calculation."""

import pytest

from tickmark.service.calculations.plans import plans


@pytest.mark.parametrize(
    ("rest", "kind", "operands"),
    [
        ("What is the difference between fuel costs and wages", "difference", ("fuel costs", "wages")),
        ("difference in the fares between ferries and trams", "difference", ("fares ferries", "trams")),
        ("how much higher was fuel than wages in", "difference", ("fuel", "wages")),
        ("fuel costs, wages and rent combined", "sum", ("fuel costs", "wages", "rent")),
        ("What was the sum of fuel and wages for", "sum", ("fuel", "wages")),
        ("passengers per ferry", "per", ("passengers", "ferry")),
        ("fuel burnt per head (tonnes per head)", "per", ("fuel burnt", "employee")),
        ("fares minus net profit", "difference", ("fares", "net profit")),
        ("To begin: fares minus wages", "difference", ("fares", "wages")),
        ("how much higher was the fare than the same figure with tax", "difference", ("fare", "fare with tax")),
        ("Adding up fuel, wages and rent, how many euros", "sum", ("fuel euros", "wages euros", "rent euros")),
        ("fares / ferries =", "ratio", ("fares", "ferries")),
        ("how many ferries are free of any charge", "rest", ("ferries", "ferries charge")),
        (
            "After the merger, what share of all ferries belongs to Karlsund",
            "share",
            ("Karlsund upon the merger all ferries", "all ferries"),
        ),
        ("what share of the guests joined at Nordholm", "share", ("Nordholm guests joined", "guests joined")),
    ],
)
def test_an_operation_and_its_operands(rest, kind, operands):
    first = next(plans(rest))
    assert (first.kind, tuple(phrases[0] for phrases in first.operands)) == (kind, operands)


@pytest.mark.parametrize(
    ("rest", "kind", "operands"),
    [
        (
            "By how many seats did ferries beat trams on the night line",
            "difference",
            ("seats did ferries", "trams on the night"),
        ),
        (
            "how many points lay between the fill rate of ferries and that of trams",
            "difference",
            ("fill rate of ferries", ""),
        ),
        ("how many times wages were fares in", "times", ("fares", "wages")),
        (
            "In the harbour notice, by how much were Orla's fares higher than Tom's",
            "difference",
            ("Orla's fares", "Tom's fares"),
        ),
        ("difference between Orla's and Tom's berth fares", "difference", ("Orla's berth fares", "Tom's berth fares")),
        ("Divide the fares by the seats sold: what is that per seat", "ratio", ("fares", "seats sold")),
        ("Average length of a safety course, in hours (total hours over courses)", "per", ("total hours", "courses")),
        (
            "how many tickets on offer went unsold at the summer fair",
            "rest",
            ("tickets on offer", "sold at the summer fair"),
        ),
        (
            "Add up the seats taken at the first ferry night and the second ferry night",
            "sum",
            ("seats taken at the first", "seats taken at second"),
        ),
    ],
)
def test_each_operand_says_what_is_asked_of_it(rest, kind, operands):
    first = next(plans(rest))
    assert first.kind == kind
    assert all(said in phrases[0] for said, phrases in zip(operands, first.operands, strict=True))


def test_an_operand_has_from_the_other_side_what_it_leaves_out():
    (plan,) = plans("gap between female and male fares")
    assert plan.operands == (("female", "female fares"), ("male fares",))


def test_two_of_three_things_are_not_their_sum():
    assert [len(plan.operands) for plan in plans("fuel, wages and rent combined")] == [3]


def test_a_question_that_names_one_thing_names_no_operation():
    assert list(plans("What was the fuel cost in")) == []
