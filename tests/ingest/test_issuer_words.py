"""What an issuer is called, what a filing amends, which currency it reports in, how its fiscal years are numbered."""

from datetime import date
from decimal import Decimal

import pytest

from tickmark.ingest import read
from tickmark.ingest.amending import amendment_of
from tickmark.ingest.currency import currency_of
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.fiscal import fiscal_part, year_offset
from tickmark.ingest.issuers import issuer_names
from tickmark.ingest.model import Figure, Period, Span
from tickmark.ingest.short_names import short_names


@pytest.mark.parametrize(
    ("issuer", "words", "names"),
    [
        ("Larkspur Inc.", 'Larkspur Inc. ("Larkspur" or the "Company") makes', ("Larkspur",)),
        ("THE TALLOW & WICK COMPANY", "The Tallow & Wick Company (“T&W,” “we” or “us”)", ("T&W",)),
        ("Larkspur Inc.", 'Larkspur Inc. and its subsidiaries (collectively, "Larkspur")', ("Larkspur",)),
        ("Larkspur Ferries plc", "Larkspur Ferries plc (LSE: LKF) (“Larkspur Ferries”)", ("Larkspur Ferries",)),
        ("Larkspur Inc.", "Larkspur Inc. and Teasel Ltd. (“Teasel”)", ()),
        ("Larkspur Inc.", "Larkspur Inc. 2022 Share Plan (the “2022 Plan”)", ()),
        ("Larkspur Inc.", "a sprig of larkspur (“Larks”)", ()),
        ("Seaford Optics Corporation", "In this report, “Seaford” refers to the whole group.", ("Seaford",)),
    ],
)
def test_short_names(issuer, words, names):
    assert short_names(issuer, words) == names


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["LARKSPUR RESORTS INTERNATIONAL REPORTS", "Larkspur Resorts International (NYSE: LRI) today said"],
         "Larkspur Resorts International"),
        (["Appendix 4E", "Name of entity: Teasel Betting Ltd", "owners of Betting Ltd", "Betting Ltd"],
         "Teasel Betting Ltd"),
        (["Annual Report 2022", *["Brindle Owl plc grew. Brindle Owl won."] * 5, "Owl Media Ltd is held."],
         "Brindle Owl plc"),
    ],
)  # fmt: skip
def test_issuers_of_designed_reports(lines, name):
    assert issuer_names(lines, chinese=False)[0] == name


@pytest.mark.parametrize(
    ("title", "amends"),
    [
        ("SUPPLEMENTAL ANNOUNCEMENT TO THE ANNUAL REPORT 2023", "SUPPLEMENTAL ANNOUNCEMENT"),
        ("REVISED ANNUAL RESULTS ANNOUNCEMENT", "REVISED ANNUAL RESULTS"),
        ("Annual report 2023 (Revised)", "Revised"),
        ("補充公告", "補充公告"),
        ("2023年年度报告（更正后）", "更正后"),
        ("Revised annual caps of connected transactions", None),
        ("ANNUAL RESULTS ANNOUNCEMENT", None),
    ],
)
def test_amendments(title, amends):
    assert amendment_of(title, ["Some words."]) == amends


def test_the_day_of_what_is_amended():
    lines = ["CLARIFICATION ANNOUNCEMENT", "Reference is made to the annual results announcement dated 28 March 2024."]
    assert amendment_of("", lines) == "CLARIFICATION ANNOUNCEMENT, dated 28 March 2024"


def test_figures_that_are_restated_amend_nothing():
    assert amendment_of("Annual report", ["The restated results of 2022 are shown in the table below."]) is None


def money(currency):
    return Figure("f", "1", "1", Span((0, 1), (1, 1)), "cell", number=Decimal(1), currency=currency)


@pytest.mark.parametrize(
    ("words", "carried", "code"),
    [
        ("The presentation currency of the Group is the euro.", [], "EUR"),
        ("The financial statements are presented in Canadian dollars.", ["USD"] * 20, "CAD"),
        ("No word of it.", ["USD"] * 9 + ["GBP"] * 2, "USD"),
        ("No word of it.", ["USD"] * 6 + ["GBP"] * 6, None),
        ("No word of it.", ["USD"] * 3, None),
    ],
)
def test_the_reporting_currency(words, carried, code):
    assert currency_of(words, [money(c) for c in carried]) == code


def test_fiscal_years_named_after_the_year_they_begin_in():
    shop = "fiscal 2022 and fiscal 2021; fiscal 2022, fiscal 2022"
    assert year_offset(shop, (1, 28), date(2023, 1, 28)) == 1
    assert (
        year_offset("fiscal 2023, fiscal 2022, fiscal 2022 and fiscal 2022 and fiscal 2023", (1, 31), date(2023, 1, 31))
        == 0
    )
    assert year_offset(shop, (12, 31), date(2022, 12, 31)) == 0


@pytest.mark.parametrize(
    ("start", "end", "year_end", "part"),
    [
        ("2023-01-01", "2023-12-31", (12, 31), (2023, "FY")),
        ("2023-07-01", "2023-12-31", (6, 30), (2024, "H1")),
        ("2024-01-01", "2024-06-30", (6, 30), (2024, "H2")),
        ("2023-04-02", "2023-07-01", (12, 31), (2023, "Q2")),
        ("2023-10-01", "2023-12-30", (9, 28), (2024, "Q1")),
        ("2023-07-01", "2024-03-31", (6, 30), (2024, "9M")),
        ("2023-05-01", "2023-07-31", (12, 31), (None, None)),
    ],
)
def test_parts_of_fiscal_years(start, end, year_end, part):
    assert fiscal_part(Period("duration", start, end), Calendar(fiscal_end=year_end), sure=True) == part


def test_parts_are_not_guessed():
    assert fiscal_part(Period("duration", "2023-04-01", "2023-06-30"), Calendar(), sure=False) == (None, None)
    assert fiscal_part(Period("instant", None, "2023-06-30"), Calendar(), sure=True) == (None, None)


def test_accounts_do_not_come_out_before_their_period_ends():
    found = read(b"Teasel Ltd\n\nFinancial statements for the year ended 30 June 2023\n\n30 June 2023\n", "a.txt")
    assert (found.form, found.published, found.period.end) == ("annual accounts", None, "2023-06-30")


def test_a_name_that_ran_into_the_title_above_it():
    lines = [
        "CONSOLIDATED FINANCIAL STATEMENTS LARKMOOR GROUP HOLDINGS, INC.",
        "AND SUBSIDIARIES",
        'We have audited the statements of Larkmoor Group Holdings, Inc. and its subsidiaries (the "Company").',
        *["Teasel Specialty Insurance Company owns Teasel Specialty of Iowa."] * 12,
    ]
    assert issuer_names(lines, chinese=False) == ("Larkmoor Group Holdings, Inc.",)
