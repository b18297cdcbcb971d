import re

import pytest
from ingest_samples import filing, plain, when

YEARS = ["2023-01-01/2023-12-31", "2022-01-01/2022-12-31", "2021-01-01/2021-12-31"]
ENDS = ["/2023-12-31", "/2022-12-31"]


def told(text):
    """(number in full, period) of every figure, and the labels as they come."""
    figures = list(filing(text).figures())
    return [(plain(f.number * f.scale), when(f)) for f in figures], [" > ".join(f.label_path) for f in figures]


Q1, Q2 = "2023-01-01/2023-03-31", "2023-04-01/2023-06-30"
LISTS = [
    (
        "Fees of our kilns for the years ended December 31, 2023, 2022 and 2021 were $9.5 million, $8.25 million"
        " and $700,000, respectively.",
        ["9500000.0", "8250000.00", "700000"],
        YEARS,
    ),
    (
        "Rent came to $5 million, $4 million and $3 million for fiscal 2023, 2022, and 2021, respectively.",
        ["5000000", "4000000", "3000000"],
        YEARS,
    ),
    ("Clay was $5.1 and $4.2 million as of 31 December 2023 and 2022 respectively.", ["5100000.0", "4200000.0"], ENDS),
    ("As of December 31, 2023 and\n2022, clay stood at $510 and $420, respectively.", ["510", "420"], ENDS),
    ("At December 31, 2023 and 2022, we employed 41 and 38 potters, respectively.", ["41", "38"], ENDS),
    ("In 2023 and 2022, the yield of glaze was 21.5% and 19%, respectively.", ["21.5", "19"], YEARS[:2]),
    ("Rent was $7 and $6, respectively, for the years ended December 31, 2023 and 2022.", ["7", "6"], YEARS[:2]),
    (
        "Rent was $5 and $4 for the three months ended June 30, 2023 and 2022, respectively.",
        ["5", "4"],
        [Q2, "2022-04-01/2022-06-30"],
    ),
    (
        "For the three and six months ended June 30, 2023, rent was $5 and $11, respectively.",
        ["5", "11"],
        [Q2, "2023-01-01/2023-06-30"],
    ),
    ("Rent was $5 and $6 in the first and second quarters of 2023, respectively.", ["5", "6"], [Q1, Q2]),
    (
        "Orders stood at $12 and $14 at March 31 and June 30, 2023, respectively.",
        ["12", "14"],
        ["/2023-03-31", "/2023-06-30"],
    ),
    (
        "Orders stood at $12 and $14 at June 30, 2023 and December 31, 2022, respectively.",
        ["12", "14"],
        ["/2023-06-30", "/2022-12-31"],
    ),
    ("In the current and prior year, rent was $5 and $4, respectively.", ["5", "4"], YEARS[:2]),
    ("Rent was $5, $4 and $3 in 2023, 2022 and 2021.", ["5", "4", "3"], YEARS),
]


@pytest.mark.parametrize(("text", "numbers", "periods"), LISTS)
def test_each_amount_of_a_list_has_its_own_period(text, numbers, periods):
    figures, labels = told(text)
    assert figures == list(zip(numbers, periods, strict=True))
    assert len(set(labels)) == 1 and not re.search(r"\d", labels[0])


def test_two_lists_of_amounts_share_a_list_of_periods():
    text = (
        "At December 31, 2023 and 2022, stocks of $8 and $6, respectively, or 12% and 9%, respectively, of all we own"
        " were pledged."
    )
    figures, labels = told(text)
    assert figures == [("8", ENDS[0]), ("6", ENDS[1]), ("12", ENDS[0]), ("9", ENDS[1])]
    assert labels[2] == labels[3] and "of all we own" in labels[2]


def test_each_list_of_amounts_has_the_list_of_periods_of_its_own_clause():
    text = (
        "As of December 31, 2023 and 2022, clay stood at $8 and $6, respectively, and for the years ended December 31,"
        " 2023 and 2022 its costs were $3 and $2, respectively."
    )
    assert [period for _, period in told(text)[0]] == [*ENDS, *YEARS[:2]]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2023, sales of pots and pans were $5 and $3, respectively.", [YEARS[0]] * 2),
        ("Between 2021 and 2022, pots and pans were sold for $5 and $3.", [YEARS[1]] * 2),
        ("The yield was 21.5% in 2023 and 19.2% in 2022.", YEARS[:2]),
        ("Rent rose from $4 million in 2022 to $5 million in 2023.", [YEARS[1], YEARS[0]]),
        ("Rent was $5 and $4 in 2022 and 2021, respectively. Wages were $9.", [*YEARS[1:], YEARS[0]]),
    ],
)
def test_amounts_that_no_list_of_periods_goes_with(text, periods):
    assert [period for _, period in told(text)[0]] == periods


def test_a_part_of_the_amounts_of_a_list_is_no_amount_of_the_whole():
    text = "Clay was $9 and $8 at December 31, 2023 and 2022, respectively, of which $3 and $2 was wet."
    figures, labels = told(text)
    assert figures == [("9", ENDS[0]), ("8", ENDS[1]), ("3", ENDS[0]), ("2", ENDS[1])]
    assert "of which" in labels[2] and labels[2] == labels[3]


def test_a_clause_between_the_subject_and_the_periods_is_no_label():
    text = "Costs of clay, which hold what we pay for sand, for 2023 and 2022 were $5 and $4, respectively."
    assert told(text) == ([("5", YEARS[0]), ("4", YEARS[1])], ["Costs of clay"] * 2)
