import json

import pytest
from ingest_samples import CORPUS, ROOT

from tickmark.ingest import read
from tickmark.ingest.issuers import issuer_names, stock_code
from tickmark.ingest.metadata import language_of
from tickmark.ingest.model import Metadata

MANIFEST = json.loads((ROOT / "corpus" / "manifest.json").read_text(encoding="utf-8"))["filings"]


def face(text):
    return read(text.encode(), "a.txt")


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["name"])
def test_the_sample_filings(entry):
    path = next(p for p in CORPUS if p.name == entry["name"])
    found = read(path.read_bytes(), path.name)
    assert (found.issuer, found.stock_code, found.published, found.language) == (
        entry["issuer"],
        entry["stock_code"],
        entry["published"],
        entry["language"],
    )
    assert sorted(found.title.casefold().split()) == sorted(entry["title"].casefold().split())
    assert found.period is not None
    assert found.form


def test_a_hong_kong_announcement():
    found = face(
        "The Stock Exchange of Hong Kong Limited takes no responsibility for this.\n\n"
        "GOLDEN HARBOUR LOGISTICS HOLDINGS LIMITED\n"
        "金港物流控股有限公司\n(Incorporated in the Cayman Islands with limited liability)\n(Stock Code: 1234)\n\n"
        "INTERIM RESULTS ANNOUNCEMENT FOR THE SIX MONTHS ENDED 30 JUNE 2024\n\nRevenue rose.\n\n"
        "Hong Kong, 28 August 2024\n"
    )
    assert found.issuer == "GOLDEN HARBOUR LOGISTICS HOLDINGS LIMITED"
    assert found.issuer_names == ("GOLDEN HARBOUR LOGISTICS HOLDINGS LIMITED", "金港物流控股有限公司")
    assert (found.stock_code, found.form, found.published) == ("01234", "interim results", "2024-08-28")
    assert (found.period.start, found.period.end) == ("2024-01-01", "2024-06-30")
    assert found.title.startswith("INTERIM RESULTS")


def test_an_american_annual_report():
    found = face(
        "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\n\nFORM 10-K\n\n"
        "For the fiscal year ended September 28, 2024\n\n"
        "Brightwater Devices, Inc.\n\n(Exact name of Registrant as specified in its charter)\n\n"
        "Title of each class\tTrading symbol(s)\tExchange\nCommon Stock\tBWDI\tThe Nasdaq Stock Market LLC\n\n"
        "Date: November 1, 2024\n"
    )
    assert (found.issuer, found.stock_code, found.form, found.published) == (
        "Brightwater Devices, Inc.",
        "BWDI",
        "10-K",
        "2024-11-01",
    )
    assert found.period.end == "2024-09-28"


def test_a_chinese_annual_report():
    found = face(
        "北京晨光电子股份有限公司\n2023年年度报告摘要\n证券代码：688123  证券简称：晨光电子\n\n"
        "本公司董事会公告。\n\n2024年3月28日\n"
    )
    assert (found.issuer, found.stock_code, found.form) == ("北京晨光电子股份有限公司", "688123", "annual report")
    assert (found.title, found.published, found.language) == ("2023年年度报告摘要", "2024-03-28", "zh-Hans")
    assert (found.period.start, found.period.end) == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Stock codes: 300748.SZ, 06680.HK", "06680"),
        ("证券代码：300748（深圳证券交易所） 股份代号：06680（香港联合交易所）", "06680"),
        ("(Stock Code: 6680)\n\nHong Kong", "06680"),
        ("Stock code: HGWI", "HGWI"),
        ("Ticker: 7203", "7203"),
        ("(NASDAQ: AAPL)", "AAPL"),
        ("(Stock Codes: 9988 (HKD Counter) and 89988 (RMB Counter)) Hong Kong", "09988"),
        ("no code here, only 12345", None),
    ],
)
def test_stock_codes(text, code):
    assert stock_code(text) == code


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Harrow & Vale plc", 'Harrow & Vale plc (the "Company") makes tools.'], "Harrow & Vale plc"),
        (["NORTHWIND CO., LTD.", "Holders of NORTHWIND CO., LTD. met."], "NORTHWIND CO., LTD."),
        (["NORTHWIND PLC", "Northwind plc grew."], "Northwind plc"),
        (["The Bank of East Asia, Limited"], "Bank of East Asia, Limited"),
        (["By order of the Board of Sun & Sons Limited"], "Sun & Sons Limited"),
        (["no name here"], None),
    ],
)
def test_issuers(lines, name):
    assert (issuer_names(lines, chinese=False) or (None,))[0] == name


def test_language():
    assert language_of("Plain English with 金力 in it, and much more of it as it goes on and on.") == "en"
    assert language_of("本公司于报告期内实现营业收入增长，详见下文说明") == "zh-Hans"
    assert language_of("本公司於報告期內實現營業收入增長，詳見下文說明") == "zh-Hant"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ('Results for the year ended 30 June 2024 (the "Reporting Period")', "2023-07-01", "2024-06-30"),
        ("This report covers January 1, 2023 to December 31, 2023.", "2023-01-01", "2023-12-31"),
        ("INTERIM REPORT 2024", "2024-01-01", "2024-06-30"),
        ("POLL RESULTS OF THE MEETING HELD ON MAY 5, 2023", None, "2023-05-05"),
    ],
)
def test_reporting_periods(text, start, end):
    period = face(f"Example Works plc\n\n{text}\n\nSome words.").period
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE: May 5, 2024\tweb: example.com",
        "LEEDS, England, May 5, 2024 -- Example Works plc today reported a profit.",
        "Leeds, 5 May 2024 – Example Works plc today reported a profit.",
    ],
)
def test_the_day_of_a_press_release(line):
    assert face(f"Example Works plc\n\n{line}\n\nMarch 31, 2024\n").published == "2024-05-05"


def test_what_a_person_says_wins():
    given = Metadata(title="T", issuer="I", stock_code="C", form="F", published="2020-01-01", language="zh-Hant")
    found = read(b"Example Works plc\n\nResults for 2023\n\nMay 5, 2024", "a.txt", given)
    assert (found.title, found.issuer, found.stock_code, found.form) == ("T", "I", "C", "F")
    assert (found.published, found.language, found.issuer_names) == (
        "2020-01-01",
        "zh-Hant",
        ("I", "Example Works plc"),
    )


@pytest.mark.parametrize(
    ("given", "start", "end"),
    [
        (Metadata(period_end="2024-06-30"), "2023-07-01", "2024-06-30"),
        (Metadata(period_end="2024-06-30", fiscal_period="Q4"), "2024-04-01", "2024-06-30"),
        (Metadata(period_end="2024-06-30", fiscal_period="H1"), "2024-01-01", "2024-06-30"),
        (Metadata(period_end="2024-06-30", period_start="2023-06-25"), "2023-06-25", "2024-06-30"),
        (Metadata(fiscal_year_end="06-30"), "2022-07-01", "2023-06-30"),
    ],
)
def test_the_period_a_person_gives(given, start, end):
    period = read(b"Example Works plc\n\nAnnual report 2023\n\nSome words.", "a.txt", given).period
    assert (period.start, period.end) == (start, end)


def test_codes_and_names_a_person_gives_stand_in_the_filing():
    given = Metadata(issuer_names=("Exwo",), tickers=("EXW",), cik="0000912345", currency="EUR", amends="10-K/A")
    found = read(b"Example Works plc\n\nResults for 2023\n\nMay 5, 2024", "a.txt", given)
    assert found.issuer_names == ("Exwo", "Example Works plc", "EXW")
    assert (found.tickers, found.cik, found.currency, found.amends) == (("EXW",), "0000912345", "EUR", "10-K/A")


def test_what_is_missing_is_said():
    assert len(face("Just some words.").warnings) == 3
