"""Which amount of its row a percentage is a share with."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tickmark.index.ranking.figure_words import words_of
from tickmark.index.ranking.numerators import numerator
from tickmark.ingest.model import CellRef, Figure, FigureRow, Period, Span

SPAN = Span((0, 5), (1, 1))


def cell(column, head, number, unit="shares", **more):
    return Figure(
        f"f{column}", number, number, SPAN, "cell", number=Decimal(number), unit=unit, label_path=("Orla Trust",),
        column_path=(head,), cell=CellRef(0, 4, column), **more,
    )  # fmt: skip


HELD = cell(1, "Shares held", "400")
HELD_SHARE = cell(2, "Proportion held", "0.50", "%")
LENT_BEFORE = cell(3, "Lent before the transfer", "100")
LENT = cell(4, "Lent after the transfer", "250")
OF_HELD = cell(5, "Proportion to the shares held", "62.50", "%")
OF_ALL = cell(6, "Proportion to all shares", "0.31", "%")
ROW = (HELD, HELD_SHARE, LENT_BEFORE, LENT, OF_HELD, OF_ALL)


@pytest.mark.parametrize(("share", "part"), [(OF_HELD, LENT), (OF_ALL, LENT), (HELD_SHARE, HELD)])
def test_it_is_the_amount_that_gives_the_share_or_else_the_nearest_before_it(share, part):
    assert numerator(share, ROW) is part


def test_an_amount_that_gives_it_goes_before_a_nearer_one():
    share = cell(6, "Ratio", "25.0", "%")
    assert numerator(share, (HELD, LENT_BEFORE, LENT, share)) is LENT_BEFORE


def test_amounts_and_columns_of_years_have_none():
    year = Period("duration", "2023-01-01", "2023-12-31", "2023")
    assert numerator(LENT, ROW) is None
    assert numerator(replace(OF_HELD, column_path=("2023",), period=year), ROW) is None
    assert numerator(replace(OF_HELD, cell=CellRef(0, 9, 5)), ROW) is None


def test_beside_an_amount_in_its_own_cell_there_is_no_need_to_look_further():
    votes = cell(5, "Votes (%)", "250")
    assert numerator(OF_HELD, (*ROW, votes)) is None


def test_a_column_that_names_no_proportion_takes_none_that_does_not_give_it():
    assert numerator(cell(6, "Growth", "7.7", "%"), ROW) is None


def test_a_share_is_found_by_what_it_is_a_share_of_and_with():
    row = FigureRow("r", "d", "Orla Trust", "Orla Trust: lent", tuple(f.id for f in ROW), "cell", SPAN)
    lent, held = words_of(OF_HELD, row, ROW), words_of(HELD_SHARE, row, ROW)
    assert lent.worth["lent"] > held.worth["lent"]
    assert "lent" in dict(lent.told)
    assert "lent" not in dict(words_of(OF_HELD, row).told)


def test_an_amount_of_an_earlier_state_is_none_that_a_share_is_told_of():
    assert numerator(OF_ALL, (HELD, LENT, replace(LENT_BEFORE, cell=CellRef(0, 4, 5)), OF_ALL)) is LENT
