"""Totals that do not add up and changes that do not recompute, within one table."""

from decimal import Decimal

import pytest

from tickmark.index.checking.footing import misfits
from tickmark.ingest import read

HEAD = "| (in thousands) | 2023 | 2022 |\n|---|---|---|\n"


def found(*rows, head=HEAD):
    text = f"# Ollerby Boats\n\nCosts of the year.\n\n{head}" + "\n".join(rows) + "\n"
    (table,) = read(text.encode(), "boats.md").tables
    return [
        (
            m.kind,
            m.figure.printed,
            str(m.recomputed.normalize().quantize(Decimal("0.1"))),
            [f.printed for f in m.operands],
        )
        for m in misfits(table)
    ]


def test_a_total_that_foots_in_one_year_and_not_in_the_other():
    rows = "| Timber | 410 | 395 |", "| Paint | 62 | 58 |", "| Wages | 930 | 881 |", "| Total costs | 1,402 | 1,343 |"
    # 395 + 58 + 881 = 1,334
    assert found(*rows) == [("total", "1,343", "1334000.0", ["395", "58", "881"])]


def test_a_total_that_foots_is_no_alarm():
    assert found("| Timber | 410 | 395 |", "| Paint | 62 | 58 |", "| Total costs | 472 | 453 |") == []


def test_rounding_explains_a_unit_or_two():
    # 10.4 + 20.4 + 30.4 = 61.2, printed to whole numbers as 10 + 20 + 30 = 61
    assert found("| Oak | 10 | 11 |", "| Ash | 20 | 22 |", "| Elm | 30 | 33 |", "| Total | 61 | 66 |") == []


def test_a_row_that_is_nil_in_the_year_that_foots_may_belong_to_the_total():
    rows = "| Loans | - | 100 |", "| Timber | 410 | 395 |", "| Paint | 62 | 58 |", "| Total costs | 472 | 553 |"
    assert found(*rows) == []


def test_where_no_year_foots_nothing_is_known_of_what_the_total_adds_up():
    assert found("| Boats sold | 410 | 395 |", "| Boats let | 62 | 58 |", "| Total fleet | 700 | 690 |") == []


def test_a_total_of_totals():
    rows = (
        "| Timber | 410 | 395 |",
        "| Paint | 62 | 58 |",
        "| Total materials | 472 | 453 |",
        "| Wages | 930 | 881 |",
        "| Pensions | 70 | 69 |",
        "| Total people | 1,000 | 950 |",
        "| Total costs | 1,472 | 1,430 |",
    )
    # 453 + 950 = 1,403
    assert found(*rows) == [("total", "1,430", "1403000.0", ["453", "950"])]


CHANGES = "| (in thousands) | 2023 | 2022 | Change % |\n|---|---|---|---|\n"


def test_a_change_that_does_not_recompute():
    rows = (
        "| Timber | 440 | 400 | 10.0% |",
        "| Paint | 63 | 60 | 5.0% |",
        "| Wages | 918 | 900 | 2.0% |",
        "| Rent | 130 | 100 | 13.0% |",
        "| Power | 96 | 120 | -20.0% |",
    )
    assert found(*rows, head=CHANGES) == [("change", "13.0%", "30.0", ["130", "100"])]


@pytest.mark.parametrize("printed", ["33.3%", "33%"])
def test_a_change_is_held_to_the_digits_printed(printed):
    rows = "| Timber | 440 | 400 | 10.0% |", "| Paint | 63 | 60 | 5.0% |", "| Wages | 918 | 900 | 2.0% |"
    assert found(*rows, f"| Rent | 40 | 30 | {printed} |", head=CHANGES) == []


def test_a_column_that_few_rows_recompute_from_is_no_column_of_changes():
    rows = "| Timber | 440 | 400 | 10.0% |", "| Paint | 63 | 60 | 31.0% |", "| Wages | 918 | 900 | 74.0% |"
    assert found(*rows, head=CHANGES) == []
