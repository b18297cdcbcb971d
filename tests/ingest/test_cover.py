"""Cover pages in the layouts that the SEC's forms come in, all of companies that do not exist."""

import time
from datetime import date

import pytest

from tickmark.ingest import read
from tickmark.ingest.cover import read_cover

TOP = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549\n"


def cover(text):
    return read_cover(text.split("\n"))


def test_an_annual_report():
    found = cover(
        f"{TOP}FORM 10-K\n☒ ANNUAL REPORT PURSUANT TO SECTION 13\nFor the fiscal year ended June 30, 2024\nor\n"
        "For the transition period from       to      \nCommission File Number: 001-98765\n"
        "Larkspur Instruments, Inc.\n(Exact name of registrant as specified in its charter)\n"
        "Title of each class\tTrading Symbol(s)\tName of each exchange on which registered\n"
        "Common stock\tLKSP\tNew York Stock Exchange\n1.5% Notes due 2030\tLKSP30\tNew York Stock Exchange\n"
        "Warrants\tLKSPW\tNew York Stock Exchange\n"
        "The registrant has duly caused this report to be signed.\nDate: August 20, 2024\tBy: A. Person\n"
    )
    assert (found.form, found.registrant, found.end) == ("10-K", "Larkspur Instruments, Inc.", date(2024, 6, 30))
    assert (found.tickers, found.published, found.amends) == (("LKSP",), date(2024, 8, 20), None)


def test_a_cover_in_one_paragraph():
    found = cover(
        "UNITED STATES SECURITIES AND EXCHANGE COMMISSION Washington, D.C. 20549 FORM 10-Q (Mark One) QUARTERLY REPORT "
        "For the quarterly period ended March 31, 2024 OR TRANSITION REPORT Commission File Number 0-12345 "
        "TALLOW & WICK CORP. (Exact name of registrant as specified in its charter) Ohio"
    )
    assert (found.form, found.registrant, found.end) == ("10-Q", "TALLOW & WICK CORP.", date(2024, 3, 31))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("4-LEAF FOODS, INC.", "4-LEAF FOODS, INC.\n(Exact name of registrant as specified in its charter)"),
        ("BRAMBLE COMPANY", "Commission file number 1-2345\nBRAMBLE COMPANY\nState of Incorporation: Delaware"),
        ("Two Rivers Gas Company", "1-2345\tTwo Rivers Gas Company\t99-1234567\n(A Kentucky Corporation)"),
    ],
)
def test_where_the_name_stands(name, lines):
    assert cover(f"{TOP}FORM 10-K\nSECURITIES EXCHANGE ACT OF 1934\n{lines}\n").registrant == name


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Date of Report (Date of earliest event reported): May 20, 2022", "2022-05-20"),
        ("May 20, 2022\nDate of Report (Date of earliest event reported)", "2022-05-20"),
        ("Pursuant to Section 13\nMay 20, 2022\nLarkspur, Inc.", "2022-05-20"),
    ],
)
def test_the_day_of_a_current_report(lines, day):
    found = cover(f"{TOP}FORM 8-K\nCURRENT REPORT\n{lines}\n")
    assert (found.form, found.end.isoformat(), found.published.isoformat()) == ("8-K", day, day)


@pytest.mark.parametrize(
    ("printed", "form", "amends"),
    [
        ("FORM 10-K/A", "10-K/A", "10-K/A"),
        ("FORM 10-K/A\n(Amendment No. 2)", "10-K/A", "10-K/A, Amendment No. 2"),
        ("FORM 20-F\nAmendment No. 1", "20-F/A", "20-F/A, Amendment No. 1"),
        ("Form 10-Q", "10-Q", None),
        ("SCHEDULE 14A\n(Amendment No.  )\n☒\tDefinitive Proxy Statement", "DEF 14A", None),
        ("SCHEDULE 14A\n[X] Preliminary Proxy Statement\n[ ] Definitive Proxy Statement", "PRE 14A", None),
    ],
)
def test_forms_and_amendments(printed, form, amends):
    found = cover(f"{TOP}{printed}\n")
    assert (found.form, found.amends) == (form, amends)


def test_the_header_of_an_old_submission():
    found = cover(
        "<SEC-HEADER>\nACCESSION NUMBER:\t\t0000912345-99-000321\nCONFORMED SUBMISSION TYPE:\t10-K\n"
        "CONFORMED PERIOD OF REPORT:\t19990630\nFILED AS OF DATE:\t\t19990928\n"
        "COMPANY CONFORMED NAME:\t\t\tQUILLFEATHER CORP\nCENTRAL INDEX KEY:\t\t\t912345\nFISCAL YEAR END:\t\t\t0630\n"
    )
    assert (found.form, found.registrant, found.cik) == ("10-K", "QUILLFEATHER CORP", "0000912345")
    assert (found.accession, found.end, found.published) == (
        "0000912345-99-000321",
        date(1999, 6, 30),
        date(1999, 9, 28),
    )
    assert found.fiscal_year_end == (6, 30)


def test_a_signature_before_the_period_ends_is_none():
    text = f"{TOP}FORM 10-K\nFor the fiscal year ended June 30, 2024\nduly caused this report\nDate: May 1, 2024\n"
    assert cover(text).published is None


@pytest.mark.parametrize("text", ["", "FORM 10-K", "Annual report 2023\nFor the year ended 30 June 2023", "\n" * 99])
def test_what_is_no_cover(text):
    assert cover(text).form is None


def test_a_quarter_of_a_year_that_ends_in_may():
    found = read(
        f"{TOP}FORM 10-Q\n\nFor the quarterly period ended August 31, 2023\n\nCommission File No. 1-12345\n\n"
        "Heronsgate, Inc.\n\n(Exact name of registrant as specified in its charter)\n\n"
        "Results are compared with the fiscal year ended May 31, 2023.\n".encode(),
        "a.txt",
    )
    assert (found.period.start, found.period.end) == ("2023-06-01", "2023-08-31")
    assert (found.fiscal_year, found.fiscal_period, found.fiscal_year_end) == (2024, "Q1", "05-31")
    assert found.title == "Form 10-Q for the quarterly period ended 31 August 2023"


def test_a_quarter_of_a_year_told_by_its_balance_sheets():
    found = read(
        f"{TOP}FORM 10-Q\n\nFor the quarterly period ended July 31, 2023\n\n"
        "Balance at July 31, 2023 and January 31, 2023.\n\nAs of January 31, 2023 it was 5.\n".encode(),
        "a.txt",
    )
    assert (found.fiscal_year, found.fiscal_period, found.fiscal_year_end) == (2024, "Q2", "01-31")


@pytest.mark.parametrize(
    "words",
    [
        "CIK" + " " * 8_000,
        "FORM 10-Q\nfor the fiscal quarterly period" + " " * 7_000,
        "FORM 10-K\nfor the fiscal years" + "\n" * 7_000,
        "SCHEDULE 14A\n[X] Definitive Proxy Statement\n" + "distribut1" * 4_000,
    ],
    ids=["number", "quarter", "year", "sent"],
)
def test_a_gap_without_end_is_looked_through_once(words):
    """Each took minutes: blanks can be shared out in many ways among the parts of a pattern that may hold some."""
    started = time.process_time()
    read_cover(["SECURITIES AND EXCHANGE COMMISSION", words, "(Exact name of registrant as specified in its charter)"])
    assert time.process_time() - started < 2


def test_a_number_after_a_wide_gap():
    assert read_cover([f"CIK{' ' * 5_000}0000123456"]).cik == "0000123456"
