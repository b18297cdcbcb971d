"""Figures of which nothing but a name is said."""

from decimal import Decimal

import pytest

from tickmark.index.issuers.called_so import forenames_by_initial, in_a_name, only_named
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span


def figure(*path, printed="12", context="", origin="cell", column=()):
    return Figure(
        "f", printed, printed, Span((0, 2), (1, 1)), origin, number=Decimal(12), label_path=path, context=context,
        column_path=column,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "missing", "alone"),
    [
        ("revenue of Brackenfold in the year", {"REVENUE"}, True),
        ("revenue of Brackenfold in the year", set(), False),
        ("revenue of Brackenfold in the year", {"brackenfold"}, False),
        ("looms of Brackenfold in the year", {"loom"}, False),
        ("revenue of the mill in the year", {"REVENUE"}, False),
    ],
)
def test_a_name_alone_tells_no_metric_of_it(text, missing, alone):
    question = understand(text, [], Calendar())
    assert only_named(question, frozenset(a.term for a in question.asked), missing) is alone


@pytest.mark.parametrize(
    ("printed", "context", "named"),
    [
        ("9", "The Skyhook M-9 crane was sold.", True),
        ("53K", "Parts of the Heron HX-53K were sold.", True),
        ("9", "We sold 9 cranes.", False),
        ("9", "The price fell to US$-9 a tonne.", False),
        ("9", "A mid-9 reading.", False),
        ("1,200", "Ropes-1,200 of them.", False),
    ],
)
def test_the_end_of_a_name_counts_nothing(printed, context, named):
    assert in_a_name(figure("sold", printed=printed, context=context, origin="prose")) is named


def test_a_cell_is_no_end_of_a_name():
    assert not in_a_name(figure("M", printed="9", context="Cranes, M-9"))


@pytest.mark.parametrize(
    ("label", "missing", "count"),
    [
        ("M Orlow", ("mirela",), 1),
        ("M. Orlow", ("mirela",), 1),
        ("M. K. Orlow", ("mirela",), 1),
        ("MK Orlow", ("mirela",), 1),
        ("T Orlow", ("mirela",), 0),
        ("Mirrors Orlow", ("mirela",), 0),
        ("M Brandt", ("mirela", "orlow"), 0),
    ],
)
def test_an_initial_stands_for_a_forename(label, missing, count):
    assert forenames_by_initial(("mirela", "orlow"), missing, figure(label, column=("Fees",))) == count
