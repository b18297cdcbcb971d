"""How much there is altogether, or how much one event added."""

from decimal import Decimal

import pytest

from tickmark.index.question import understand
from tickmark.index.ranking.stages import stage_fit, stage_of
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import CellRef, Figure, Span


def cell(column="Shares lent", section="Lending", origin="cell"):
    return Figure(
        "f", "12", "12", Span((0, 2), (1, 1)), origin, number=Decimal(12), column_path=(column,), section=(section,),
        cell=CellRef(0, 1, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        cell(section="Accumulated loans of the holder"),
        cell("Shares lent upon the changes in the loan"),
        cell("Shares after this transfer"),
        cell("累计出借股份"),
    ],
)
def test_a_column_or_section_says_that_it_is_the_sum(told):
    assert stage_of(told, None) == 1


@pytest.mark.parametrize("told", [cell(), cell("Profit after tax"), cell("Cumulative", origin="prose")])
def test_others_say_nothing_of_the_kind(told):
    assert stage_of(told, None) == 0


def test_a_share_is_of_the_sum_where_the_amount_is():
    assert stage_of(cell("Proportion"), cell("Shares lent after the transfer")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "shares lent so far",
        "what share of the capital is lent now",
        "percentage lent in total after the new transfer",
        "accumulated loans of the trust",
        "shares lent altogether, counting the latest transfer",
        "shares that were lent before this new transfer",
        "shares lent prior to the spring pledge",
        "累计出借股份",
        "what part is lent once the new transfer is counted",
        "taking the earlier loans together with the new one, how many shares are lent",
    ],
)
def test_the_sum_is_asked_for(text):
    assert stage_fit(understand(text, [], Calendar()), 1) > 0


@pytest.mark.parametrize("text", ["how many shares this transfer moved", "shares of the latest pledge", "本次出借股份"])
def test_one_event_is_asked_for(text):
    assert stage_fit(understand(text, [], Calendar()), 1) < 0


@pytest.mark.parametrize("text", ["shares lent", "new patents", "grants in total in 2023", "this year's loans"])
def test_neither_is_or_the_flow_of_a_year(text):
    assert stage_fit(understand(text, [], Calendar()), 1) == 0


def test_a_section_about_one_event_is_that_of_the_event():
    event = stage_of(cell(section="The new transfer"), None)
    assert event == -1
    assert stage_fit(understand("shares lent so far", [], Calendar()), event) < 0
    assert stage_fit(understand("shares of the latest transfer", [], Calendar()), event) > 0


def test_what_is_no_sum_is_judged_by_nothing():
    assert stage_fit(understand("accumulated loans", [], Calendar()), 0) == 0
