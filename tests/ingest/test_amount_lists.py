"""Amounts that say a scale or a currency once for a list."""

import pytest
from ingest_samples import filing, plain


def told(text: str) -> list[str]:
    return [f"{plain(f.number * f.scale)} {f.unit}" for f in filing(text).figures() if f.number is not None]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Profit rose from EUR 1,247 to EUR 1,570 million.", ["1247000000 EUR", "1570000000 EUR"]),
        ("We paid $3.5 and $4.5 million for sheds.", ["3500000.0 USD", "4500000.0 USD"]),
        ("We paid EUR 3.5 million and 4.5 million for sheds.", ["3500000.0 EUR", "4500000.0 EUR"]),
        ("Fines run from $500 to $1 million.", ["500 USD", "1000000 USD"]),
        ("We spent $5 million and 3 million visitors came.", ["5000000 USD", "3000000 visitors"]),
        ("We spent $500 on paint and $700 million on kilns.", ["500 USD", "700000000 USD"]),
        ("The mill lost ($1.5) million on tiles.", ["-1500000.0 USD"]),
        (
            "The mill lost $(1.5) million on tiles and EUR (2,350) thousand on bricks.",
            ["-1500000.0 USD", "-2350000 EUR"],
        ),
        ("Tiles (in 2021: $5) made a loss.", ["5 USD"]),
    ],
)
def test_a_list_of_amounts(text: str, amounts: list[str]) -> None:
    assert told(text) == amounts
