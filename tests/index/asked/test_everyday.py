"""Loose, everyday words in the place of a filing's."""

import pytest

from tickmark.index.asked.turns import as_filings_say


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("votes at the Hong Kong holders' own meeting", "votes at the H shares class meeting"),
        ("votes of the H-share holders' separate vote", "votes of the H shares class meeting"),
        ("how many Hong Kong-listed shares were there", "how many H shares were there"),
        ("what mainland shareholders decided", "what A shareholders decided"),
        ("what the Hong Kong stock exchange charges", "what the Hong Kong stock exchange charges"),
        ("the Hong Kong office", "the Hong Kong office"),
    ],
)
def test_a_class_of_shares_may_be_called_by_where_it_is_listed(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("how big was the 2022 bill for new looms", "how much was spent 2022 on new looms"),
        ("what was the tab for the fair", "how much was spent on the fair"),
        ("what does the bill of lading say", "what does the bill of lading say"),
        ("the rough total hit from the flood", "the rough total cost from the flood"),
        ("how big a hit was the record", "how big a hit was the record"),
    ],
)
def test_a_bill_and_a_hit_are_what_was_spent(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("how many people did the mill have working in Harbin", "how many employees in Harbin"),
        ("how many folks worked for it up in Harbin", "how many employees in Harbin"),
        ("how many staff were hired in Harbin", "how many staff were hired in Harbin"),
    ],
)
def test_who_works_somewhere_is_staff_there(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("workers by rank, from apprentices up to masters", "workers by rank"),
        ("how many flights were there from Paris to Rome", "how many flights were there from Paris to Rome"),
        ("drills each year, going back to 2019", "drills each year since 2019"),
        ("drills from 2019 onwards", "drills since 2019"),
        ("how much was spent from 2019 to 2021", "how much was spent from 2019 to 2021"),
    ],
)
def test_parts_and_years_are_asked_for_plainly(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("how much cash did the day-to-day business bring in", "net cash flow from operating activities"),
        ("how much money did the ordinary running of the firm throw off", "net cash flow from operating activities"),
        ("how much money did the fair bring in", "how much money did the fair bring in"),
        ("leaving one-offs aside, what was the profit", "excluding one-offs, what was the profit"),
        ("switching what the float money goes on", "switching the use of the float money"),
    ],
)
def test_cash_and_profit_are_called_by_their_names(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("what slice of its own stake did Bo Lee pledge", "what slice of the shares held did Bo Lee pledge"),
        (
            "what slice of the group's own shares lies in pledge",
            "what slice of the shares held by the group lies in pledge",
        ),
        (
            "how much of the company do the founders own",
            "what percentage of the total share capital do the founders hold",
        ),
    ],
)
def test_what_is_held_is_a_share_of_the_capital(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("soot that went up Larkmoor Mill's two chimneys", "soot Larkmoor Mill's emitted"),
        ("how many weavers sat through safety lessons", "how many weavers attend safety lessons"),
        ("how many sat through the winter", "how many sat through the winter"),
        ("what slice of his own Larkmoor stake is pledged", "what slice of the Larkmoor shares held is pledged"),
    ],
)
def test_what_is_done_is_called_by_its_name(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "carbon footprint in 2021, direct and bought-in power together",
            "scope 1 and scope 2 GHG emissions together in 2021",
        ),
        ("GHG emissions (scope 1 + scope 2)", "scope 1 and scope 2 GHG emissions together"),
        ("carbon footprint in 2021", "carbon footprint in 2021"),
    ],
)
def test_emissions_of_both_kinds_are_those_two(text, plain):
    assert as_filings_say(text) == plain


def test_votes_are_cast_by_the_holders_of_a_class():
    assert as_filings_say("votes were cast for it among Hong Kong holders") == "votes for it among H shareholders"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "votes against the resolution to approve the new rules for porters",
            "votes against the resolution on the new rules for porters",
        ),
        (
            "what percentage of the votes at the May meeting backed the new rules",
            "what percentage of the votes at the May meeting in favour of the new rules",
        ),
    ],
)
def test_what_a_resolution_is_to_do_is_no_vote_for_it(text, plain):
    assert as_filings_say(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("medals given up to the end of 2022", "medals given cumulative by the end of 2022"),
        ("medals given up to 2022", "medals given cumulative by 2022"),
        ("medals of the three years up to 2022", "medals of the three years up to 2022"),
        ("what did rent look like in 2022, to the cent?", "what did rent in 2022?"),
        ("against the votes of the Hong Kong (H) holders", "against the votes of the H shareholders"),
        ("the separate vote of the H shareholders", "the H shares class meeting"),
    ],
)
def test_what_is_asked_is_said_plainly(text, plain):
    assert as_filings_say(text) == plain
