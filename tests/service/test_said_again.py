"""Of figures of one name the one that another table prints as well."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from tickmark.ingest.model import Figure, Period, Span
from tickmark.service.said_again import said_again

YEAR = Period("duration", "2024-01-01", "2024-12-31", "2024")
BEFORE = Period("duration", "2023-01-01", "2023-12-31", "2023")


def candidate(value, table, label="Ferry dues", *, score=0.9, currency="GBP", period=YEAR, filing="a"):
    figure = Figure(
        f"{value}-{table}-{label}", str(value), str(value), Span((0, 2), (1, 1)), "cell", number=Decimal(value),
        unit=currency, currency=currency, label_path=(label,), period=period,
    )  # fmt: skip
    row = SimpleNamespace(id=f"{table}-{label}", table=table)
    return SimpleNamespace(figure=figure, row=row, filing=SimpleNamespace(id=filing), score=score)


NOTE = candidate(120, 1)
STATEMENT = candidate(900, 2, score=0.899)
AGAIN = candidate(900, 3, "Dues of all ferries", score=0.6)


def test_what_another_table_prints_too_counts():
    assert said_again([NOTE, STATEMENT, AGAIN]) is STATEMENT


@pytest.mark.parametrize(
    "fitting",
    [
        [NOTE, STATEMENT],  # nothing says either again
        [NOTE, STATEMENT, AGAIN, candidate(120, 4, "Part", score=0.5)],  # both are said again
        [NOTE, candidate(900, 2, score=0.8), AGAIN],  # the first leads
        [NOTE, candidate(900, 2, "Harbour dues", score=0.899), AGAIN],
        [NOTE, candidate(900, 1, score=0.899), AGAIN],  # one table: its columns differ
        [NOTE, candidate(150, 2, score=0.899), candidate(150, 3, "Dues", score=0.6)],  # a conflict
        [NOTE, STATEMENT, candidate(900, 3, "Dues", score=0.6, period=BEFORE)],
        [NOTE, STATEMENT, candidate(900, 3, "Dues", score=0.6, filing="b")],
        [candidate(120, 1, currency=None), candidate(900, 2, currency=None), candidate(900, 3, currency=None)],
    ],
)
def test_else_the_first_does(fitting):
    assert said_again(fitting) is fitting[0]
