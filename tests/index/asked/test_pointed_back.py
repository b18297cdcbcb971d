"""Names given in a passage before a sentence that points back to them."""

import pytest

from tickmark.index.asked.pointed_back import NamedBefore
from tickmark.index.ranking.figure_words import words_of
from tickmark.ingest.model import Figure, FigureRow, Passage, Span

FIRST = "The mill borrows from Corvale under a credit agreement."


def worth(context, names=("corval",), first=FIRST, origin="prose"):
    text = f"{first} {context}"
    at = text.index("12")
    figure = Figure("f", "12", "12", Span((at, at + 2), (1, 1)), origin, label_path=("drawn",), context=context)
    row = FigureRow("r", "d", "drawn", context, ("f",), origin, figure.span)
    passage = Passage("p", "d", "prose", text, text, Span((0, len(text)), (1, 1)))
    return NamedBefore(names, [passage]).of(figure, "d", words_of(figure, row)).worth.get("corval", 0.0)


@pytest.mark.parametrize(
    ("context", "counts"),
    [
        ("Under the agreement 12 was drawn.", True),
        ("Under this credit agreement 12 was drawn.", True),
        ("In the year 12 was drawn.", False),
    ],
)
def test_a_name_before_counts_where_the_sentence_points_back(context, counts):
    assert (worth(context) > 0) is counts


def test_a_name_behind_is_not_meant():
    assert not worth("Under the agreement 12 was drawn.", first="Ropes are lent on.")


def test_nor_is_any_where_none_is_asked_for_or_in_a_table():
    assert not worth("Under the agreement 12 was drawn.", names=())
    assert not worth("Under the agreement 12 was drawn.", origin="cell")
