"""Figures of another thing than is asked for."""

from decimal import Decimal

import pytest

from tickmark.index.question import understand
from tickmark.index.ranking.another_thing import another_thing
from tickmark.index.ranking.figure_words import words_of
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, FigureRow, Span

SPAN = Span((0, 5), (1, 1))


def another(text, *path, missing=(), origin="cell", unit=None, context="", section=()):
    figure = Figure(
        "f", "12", "12", SPAN, origin, number=Decimal(12), unit=unit, label_path=path, context=context, section=section
    )
    row = FigureRow("r", "d", " > ".join(path), " > ".join(path), ("f",), origin, SPAN)
    return another_thing(understand(text, [], Calendar()), figure, words_of(figure, row), missing)


@pytest.mark.parametrize(
    ("text", "unit", "missing", "told"),
    [
        ("number of mooring rings across all quays", None, ("moor", "ring"), True),
        ("how many mooring rings are there", None, ("moor", "ring"), True),
        ("how many mooring rings are there", None, ("moor",), False),
        ("how many mooring rings are there", "rings", ("moor", "ring"), False),
        ("how many moor here", None, ("moor",), False),  # no noun says what is counted
        ("mooring rings", None, ("moor", "ring"), False),
    ],
)
def test_what_says_nothing_of_what_is_counted_counts_another_thing(text, unit, missing, told):
    assert another(text, "Quays", missing=missing, unit=unit) is told


@pytest.mark.parametrize(
    ("text", "label", "context", "told"),
    [
        ("how many Corvale shares did it still hold", "part of Corvale", "It sold part of Corvale, 12 shares.", True),
        ("how many Corvale shares did it sell", "part of Corvale", "It sold part of Corvale, 12 shares.", False),
        ("how many Corvale shares did it still hold", "it still held", "It sold some; it still held 12 shares.", False),
    ],
)
def test_what_was_sold_is_not_what_is_held(text, label, context, told):
    assert another(text, label, origin="prose", unit="shares", context=context) is told


@pytest.mark.parametrize(
    ("text", "path", "told"),
    [
        ("net sales in Norway", ("Property, plant and equipment", "Norway"), True),
        ("net sales in Norway", ("Net sales", "Norway"), False),
        ("net sales in Norway", ("By country", "Norway"), False),
        ("net sales of ropes", ("Property, plant and equipment", "Ropes"), False),
    ],
)
def test_what_else_a_country_has_is_no_sales_there(text, path, told):
    assert another(text, *path, section=("Net sales and assets by country",)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("how many oil leaks were recorded", True),
        ("how many leak drills were held", False),
        ("how many drills for oil leaks were held", False),
        ("how many staff took part", False),  # nothing of the label is to be counted
    ],
)
def test_what_something_is_for_is_not_what_is_counted(text, told):
    assert another(text, "Number of special drills for oil leaks", missing=("record",)) is told
