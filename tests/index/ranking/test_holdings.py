"""How much somebody holds of a company, and what lies on it."""

import pytest

from tickmark.index.question import understand
from tickmark.index.ranking.holdings import another_holding, of_encumbered
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import CellRef, Figure, Span


def share(*column, context="", origin="cell"):
    cell = CellRef(0, 0, 0) if origin == "cell" else None
    return Figure(
        id="f", printed="5%", quote="5%", span=Span((0, 2), (1, 1)), label_path=("Ann Lee",),
        column_path=column, unit="%", cell=cell, context=context, origin=origin,
    )  # fmt: skip


def asked(text):
    return understand(text, [], Calendar())


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("what percentage of the company does Ann Lee own?", True),
        ("Ann Lee holds what % of the shares", True),
        ("percentage stake of Ann Lee", True),
        ("李安持股比例", True),
        ("what percentage of her shares does Ann Lee have pledged", False),
        ("pledged percentage stake of Ann Lee", False),
        ("what part of Ann Lee's stake is locked up", False),
    ],
)
def test_a_share_of_pledged_shares_is_no_holding(text, another):
    pledged = share("Pledged shares in % of the capital")
    assert of_encumbered(pledged, None)
    assert another_holding(asked(text), pledged, encumbered=True) is another


def test_a_part_of_ones_own_shares_is_none_of_the_capital():
    held = share("Shares held in % of the capital")
    text = "what part of her own shares has Ann Lee put up as collateral"
    assert another_holding(asked(text), held, encumbered=False)
    assert not another_holding(asked(text), share("Pledged shares in % of those held"), encumbered=True)
    assert not another_holding(asked("what part of her own shares did Ann Lee sell"), held, encumbered=False)


@pytest.mark.parametrize(
    "text",
    [
        "what part of her own shares has Ann Lee put up as collateral",
        "what % of Ann Lee's own Larkmoor shares is pledged in all",
        "what proportion of all the shares she owns has Ann Lee pledged",
    ],
)
def test_of_what_is_pledged_the_share_of_ones_own_is_no_share_of_the_capital(text):
    assert another_holding(asked(text), share("Pledged shares in % of the issued capital"), encumbered=True)
    assert not another_holding(asked(text), share("Pledged shares in % of those held"), encumbered=True)


def test_a_stake_in_the_company_is_no_share_of_the_pledged_ones():
    assert another_holding(asked("how big is Ann Lee's stake in the company"), share("Pledged"), encumbered=True)


def test_it_may_be_told_by_the_amount_it_is_worked_out_from():
    amount = share("Number of pledged shares")
    assert of_encumbered(share("Proportion to the capital"), amount)
    assert not of_encumbered(share("Proportion to the capital"), share("Number of shares held"))


def test_what_several_hold_together_is_no_holding_of_one():
    joint = share(context="Ann Lee and Bo Lee collectively held 5% of the shares.", origin="prose")
    assert another_holding(asked("what percentage of the shares does Ann Lee hold?"), joint, encumbered=False)
    assert not another_holding(asked("what % do Ann and Bo Lee together hold?"), joint, encumbered=False)
