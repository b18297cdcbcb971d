"""A level or a change of it, told by the words over and beside a figure."""

import pytest

from tickmark.index.asked.state import change_fit, not_the_largest, off_target
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span


def share(label, *column):
    return Figure(
        id="f", printed="28.6", quote="28.6", span=Span((0, 4), (1, 1)), origin="cell", unit="%",
        label_path=(label,), column_path=column,
    )  # fmt: skip


@pytest.mark.parametrize("label", ["Upper", "Download time", "Priceless goods"])
def test_a_word_that_only_begins_like_one_of_a_change_tells_of_none(label):
    asked = understand("share of women in the upper quartile", [], Calendar())
    assert change_fit(asked, share(label, "Women (%)")) == 0.0


@pytest.mark.parametrize("column", ["Change", "Variance in percent", "Up / down"])
def test_a_column_of_changes_holds_no_level(column):
    asked = understand("share of women", [], Calendar())
    assert change_fit(asked, share("Women", column)) < 0


def days(label, origin="cell"):
    return Figure(
        id="f", printed="3", quote="3", span=Span((0, 1), (1, 1)), origin=origin, unit="days", label_path=(label,)
    )


def test_a_label_that_sets_it_against_the_year_before_is_of_a_change_in_any_unit():
    moved = understand("by how much did drying times drop", [], Calendar())
    assert change_fit(moved, days("Drying time shortened from the previous year")) > 0
    assert change_fit(moved, days("Drying time shortened than last year", "callout")) > 0
    assert change_fit(moved, days("Drying time")) < 0
    assert change_fit(understand("drying time", [], Calendar()), days("Drying time cut over the prior year")) == 0.0


def test_votes_on_a_change_are_no_change():
    asked = understand("share of votes for the new charter", [], Calendar())
    assert change_fit(asked, share("Change of the charter", "Against", "%")) == 0.0
    assert change_fit(asked, share("Change of the charter", "Percent")) < 0


def test_the_parent_alone_is_not_its_group():
    of_parent, of_all = share("Total assets", "Parent", "2023"), share("Total assets", "Consolidated", "2023")
    asked = understand("total assets", [], Calendar())
    assert off_target(asked, of_parent, None)
    assert not off_target(asked, of_all, None)
    assert not off_target(understand("total assets of the parent", [], Calendar()), of_parent, None)


def test_a_change_beside_the_level_it_led_to_is_not_the_level():
    def told(context):
        return Figure(
            id="f", printed="1.4 percent", quote="1.4 percent", span=Span((0, 4), (1, 1)), origin="prose", unit="%",
            label_path=("Kelp sales",), context=context, qualifiers=("increase",),
        )  # fmt: skip

    asked = understand("kelp sales", [], Calendar())
    beside = told("Kelp sales increased 1.4 percent to $37.2 million.")
    assert change_fit(asked, beside) < change_fit(asked, told("Kelp sales increased 1.4 percent."))


def test_what_was_reduced_by_so_much_is_a_change():
    figure = Figure(
        id="f", printed="23%", quote="23%", span=Span((0, 3), (1, 1)), origin="prose", unit="%",
        label_path=("the clay use of the kilns was reduced",),
        context="The clay use of the kilns was reduced by 23% in 2024.",
    )  # fmt: skip
    assert change_fit(understand("by what percent did the kilns cut their clay use", [], Calendar()), figure) > 0


@pytest.mark.parametrize(
    ("text", "label", "off"),
    [
        ("basic earnings per share", "Earnings per share, diluted", True),
        ("diluted earnings per share", "Earnings per share, basic", True),
        ("basic earnings per share", "Earnings per share, basic and diluted", False),
        ("稀释每股收益", "Earnings per share, basic", True),
        ("基本每股收益", "Earnings per share, basic", False),
        ("earnings per share", "Earnings per share, diluted", False),
        ("basic and diluted earnings per share", "Earnings per share, diluted", False),
    ],
)
def test_the_diluted_figure_is_not_the_basic_one(text, label, off):
    assert off_target(understand(text, [], Calendar()), share(label, "2023"), None) is off


def test_the_largest_one_is_told_apart():
    assert not_the_largest("share of the biggest supplier in purchases", share("Purchases from local suppliers"))
    assert not not_the_largest("share of the biggest supplier in purchases", share("Largest supplier"))
    assert not not_the_largest("share of the top customer", share("Customer A"))
    assert not not_the_largest("share of local suppliers", share("Purchases from local suppliers"))
