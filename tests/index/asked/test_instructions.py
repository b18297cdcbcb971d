"""A question parted from what it says of how to answer it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.asked.instructions import instructions


@pytest.mark.parametrize(
    ("asked", "plain", "statements"),
    [
        (
            "Suppose you run a fund. Relying on the balance sheet, what are the FY2020 inventories of Acme? "
            "Answer in USD thousands.",
            "what are the FY2020 inventories of Acme?",
            ("balance_sheet",),
        ),
        (
            "What did Acme spend on plant in FY2020? Give the result as the cash flow statement shows it.",
            "What did Acme spend on plant in FY2020?",
            ("cash_flow_statement",),
        ),
        (
            "Net debt of Acme from the balance sheet (loans less cash)",
            "Net debt of Acme (loans less cash)",
            ("balance_sheet",),
        ),
        (
            "Is Acme's quick ratio fine in FY2020? If the ratio says little of such a company, state why.",
            "Is Acme's quick ratio fine in FY2020?",
            (),
        ),
        (
            "Please answer this by using the P&L: what is the gross profit of Acme?",
            "what is the gross profit of Acme?",
            ("income_statement",),
        ),
    ],
)
def test_instructions_are_taken_out(asked: str, plain: str, statements: tuple[str, ...]) -> None:
    found = instructions(asked)
    assert found.text == plain
    assert found.statements == statements


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("How many sites are there? If data is not available, return 'N/A'.", "How many sites are there?"),
        ("Did they mention floods? If there is no mention, return False.", "Did they mention floods?"),
        ("Revenue 2023? Return N/A if nothing is found.", "Revenue 2023?"),
        ("Who left the board? Give me the title of the position.", "Who left the board?"),
        ("What is net debt? Answer in USD millions.", "What is net debt?"),
        ("Sales (within the last period or at the end of the last period)?", "Sales ?"),
        ("Did they announce a share buyback?", "Did they announce share buyback?"),
        ("dividend per A share", "dividend per A share"),
        ("Answer the following question: what was revenue?", "what was revenue?"),
        ("If data is missing, return N/A", "If data is missing, return N/A"),
        ("What would revenue be if prices fell?", "What would revenue be if prices fell?"),
    ],
)
def test_what_to_say_when_is_no_content(question, bare):
    assert instructions(question).text == bare


def test_a_definition_is_kept_apart() -> None:
    found = instructions("What is Acme's stock cover? Stock cover is defined as: inventory / (cost of sales / 365).")
    assert found.text == "What is Acme's stock cover?"
    assert "cost of sales / 365" in found.definition


@pytest.mark.parametrize(
    "asked",
    [
        "Give me the revenue of Acme in 2022",
        "scope 2 emissions 2022",
        "Acme had a fire in 2021. What did the repairs cost?",
        "Using less water than in 2021, how much did Acme save?",
        "Take the larger of Acme's two loans. How much is it in EUR?",
        "阿克米2022年的资产负债表在哪里？",
    ],
)
def test_a_question_without_instructions_stays_as_it_is(asked: str) -> None:
    assert instructions(asked).text == asked


@given(st.text(max_size=200))
def test_something_is_always_left(asked: str) -> None:
    assert instructions(asked).text.strip() or not asked.strip()


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Change in waste, 2023 against 2022", "Change in waste, 2023 versus 2022"),
        ("waste in FY24 against last year", "waste in FY24 versus last year"),
        ("votes against resolution 2", "votes against resolution 2"),
        ("In 2023 against whom was the claim", "In 2023 against whom was the claim"),
    ],
)
def test_one_time_against_another_is_no_vote(question, plain):
    assert instructions(question).text == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("How many looms ran in 2021? Saw it somewhere in the part on weaving.", "How many looms ran in 2021?"),
        ("I read this in their report: how many looms ran in 2021?", "how many looms ran in 2021?"),
        ("How many looms ran in 2021? It should be mentioned under weaving.", "How many looms ran in 2021?"),
        ("How many looms ran in 2021? A rough figure will do.", "How many looms ran in 2021?"),
        ("We rate spinning mills, hence my question: how many looms ran?", "how many looms ran?"),
        ("How much cash stands on the balance sheet in 2021?", "How much cash stands in 2021?"),
        # what is asked about stands before the question, as somebody's recollection
        (
            "I recall that new looms cut the use of thread. Could you tell me the percentage drop in 2021?",
            "new looms cut the use of thread. Could you tell me the percentage drop in 2021?",
        ),
        (
            "Has the share of women been slipping? Give me 2021 to 2023.",
            "Has the share of women been slipping? Give me 2021 to 2023.",
        ),
        ("How much cash stands on Acme's balance sheet in 2021?", "How much cash stands Acme's in 2021?"),
        ("What write-downs hit the P&L in 2021?", "What write-downs in 2021?"),
        ("What write-downs went through the income statement in 2021?", "What write-downs in 2021?"),
    ],
)
def test_what_stands_around_a_question_asks_for_nothing(asked: str, plain: str) -> None:
    assert instructions(asked).text == plain


def test_a_second_sentence_that_asks_is_kept() -> None:
    asked = "Where were the weavers hired? Need the headcount per county."
    assert instructions(asked).text == asked
