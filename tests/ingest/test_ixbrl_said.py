from ixbrl_samples import document, tag

from tickmark.ingest.model import Metadata
from tickmark.ingest.readers.ixbrl import read_tags
from tickmark.ingest.readers.ixbrl_said import metadata_of


def said(name, text, context="y24"):
    return f'<ix:nonNumeric contextRef="{context}" name="{name}">{text}</ix:nonNumeric>'


def test_what_a_tagged_cover_page_says():
    body = said("dei:EntityRegistrantName", "Quay &amp; Harbour plc") + said("dei:EntityCentralIndexKey", "0000012345")
    body += said("dei:TradingSymbol", "QHB") + said("dei:TradingSymbol", "QHB.PA") + said("dei:TradingSymbol", "N/A")
    body += said("dei:DocumentFiscalYearFocus", "2024") + said("dei:DocumentFiscalPeriodFocus", "FY")
    body += said("dei:CurrentFiscalYearEndDate", "--12-31") + tag("5") + tag("6", unit="rmb") + tag("7", unit="eps")
    assert metadata_of(read_tags(document(body))) == Metadata(
        issuer="Quay & Harbour plc",
        stock_code="QHB",
        form="10-K",
        tickers=("QHB", "QHB.PA"),
        cik="0000012345",
        currency="USD",
        fiscal_year=2024,
        fiscal_period="FY",
        fiscal_year_end="12-31",
        period_start="2024-01-01",
        period_end="2024-12-31",
    )


def test_ends_of_fiscal_years_as_they_are_printed():
    ends = {
        text: metadata_of(read_tags(document(said("dei:CurrentFiscalYearEndDate", text)))).fiscal_year_end
        for text in ("June 30", "6/30", "--02-29", "13/45", "the last Friday")
    }
    assert ends == {"June 30": "06-30", "6/30": "06-30", "--02-29": "02-29", "13/45": None, "the last Friday": None}


def test_an_amendment_says_so_and_odd_words_say_nothing():
    source = document(said("dei:DocumentFiscalPeriodFocus", "whole") + said("dei:EntityCentralIndexKey", "none"))
    told = metadata_of(read_tags(source.replace(">10-K<", ">10-K/A<")))
    assert (told.amends, told.form, told.fiscal_period, told.cik, told.tickers) == ("10-K/A", "10-K/A", None, None, ())


def test_a_part_of_the_group_does_not_speak_for_the_whole():
    body = said("dei:EntityRegistrantName", "Northern Finance Ltd.", "north") + said(
        "dei:EntityRegistrantName", "Quay plc"
    )
    assert metadata_of(read_tags(document(body))).issuer == "Quay plc"


def test_a_report_on_an_event_has_the_period_of_no_tag():
    told = metadata_of(read_tags(document("").replace(">10-K<", ">8-K<")))
    assert (told.form, told.period_start, told.period_end) == ("8-K", None, None)


def test_without_tags_nothing_is_said():
    assert metadata_of(read_tags("<p>5</p>")) == Metadata()
