from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from index_samples import read

from tickmark.index.filters import Filters, form_key, issuer_key, stock_keys
from tickmark.ingest.errors import FilterError
from tickmark.ingest.model import Period


def test_nothing_asked_is_no_filter():
    assert not Filters.parse({})
    assert not Filters.parse(None)
    assert not Filters.parse({"issuer": [], "form": None, "published_from": None, "stock_code": [" "]})


def test_strings_and_lists_are_taken():
    assert Filters.parse({"issuer": "A", "form": ["10-K", "10-Q", "10-K"]}) == Filters(
        issuer=("A",), form=("10-K", "10-Q")
    )


def test_an_unknown_filter_names_the_known_ones():
    with pytest.raises(FilterError, match=r"no filter 'issuers'.*issuer, stock_code, form, document_id"):
        Filters.parse({"issuers": ["A"]})


@pytest.mark.parametrize("value", [7, [7], {"a": 1}.items()])
def test_what_is_not_text_is_refused(value):
    with pytest.raises(FilterError, match="filter issuer"):
        Filters.parse({"issuer": value})


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-02-28", "2023-02-28", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        (date(2023, 5, 6), "2023-05-06", "2023-05-06"),
    ],
)
def test_dates_may_be_years_and_months(value, first, last):
    filters = Filters.parse({"period_from": value, "period_to": value})
    assert (filters.period_from, filters.period_to) == (first, last)


@pytest.mark.parametrize("value", ["last year", "2023-13", "2023-02-30", "23-01-01", "2023-1-1", 2023])
def test_bad_dates_are_refused(value):
    with pytest.raises(FilterError, match=r"filter published_from: .* is not a date"):
        Filters.parse({"published_from": value})


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(FilterError, match="is after"):
        Filters.parse({"period_from": "2023", "period_to": "2022"})


def test_names_are_compared_without_punctuation_and_legal_forms():
    names = ["JL MAG RARE-EARTH CO., LTD.", "Jl Mag Rare Earth Co Ltd", "jl mag rare‐earth company limited"]
    assert len({issuer_key(name) for name in names}) == 1
    assert issuer_key("Procter & Gamble") == issuer_key("Procter and Gamble Co.")
    assert issuer_key("Macy's, Inc.") == issuer_key("MACYS INC")
    assert issuer_key("江西金力永磁科技股份有限公司") == issuer_key("江西金力永磁科技")
    assert issuer_key("Apple Inc.") != issuer_key("Apple Hospitality REIT, Inc.")
    assert issuer_key("Limited") == "limited"


def test_forms_and_stock_codes_are_forgiving():
    assert form_key("10-K") == form_key("10 k") == form_key("Form 10-K")
    assert stock_keys("06680") == stock_keys("6680") == stock_keys("6680.HK") == ("6680",)
    assert stock_keys("300748.SZ / 06680") == ("300748", "6680")
    assert stock_keys("BRK.B") == ("BRK.B",)
    assert stock_keys(" ") == ()


def test_a_period_passes_by_its_end():
    filters = Filters.parse({"period_from": "2022", "period_to": "2022"})
    assert filters.admits_period(Period("instant", None, "2022-12-31"))
    assert filters.admits_period(Period("duration", "2021-07-01", "2022-06-30"))
    assert not filters.admits_period(Period("duration", "2022-07-01", "2023-06-30"))
    assert not filters.admits_period(None)
    assert Filters().admits_period(None)


@given(st.dictionaries(st.sampled_from(["issuer", "form", "stock_code", "published_from", "period_to"]), st.text()))
def test_any_text_either_parses_or_is_a_filter_error(mapping):
    try:
        filters = Filters.parse(mapping)
    except FilterError:
        return
    assert Filters.parse({"issuer": filters.issuer, "form": list(filters.form)}).issuer == filters.issuer


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [1, 2, 3]),
        ({"issuer": "jl mag rare earth"}, [1]),
        ({"issuer": ["金力永磁", "nobody"]}, [1, 2, 3]),
        ({"issuer": "nobody"}, []),
        ({"stock_code": "6680"}, [1]),
        ({"stock_code": "..."}, []),
        ({"form": ["10k", "esg REPORT"]}, [1, 2]),
        ({"published_from": "2024", "published_to": "2024"}, [1]),
        ({"published_to": "2030"}, [1, 2]),
        ({"period_from": "2022", "period_to": "2022"}, [1]),
        ({"period_from": "2023", "period_to": "2023"}, [2]),
        ({"document_id": "0000000000000003"}, [3]),
        ({"form": "10-K", "stock_code": "06680"}, []),
    ],
)
def test_filings_are_filtered(store, put, asked, found):
    put(store, read(1))
    year_2023 = Period("duration", "2023-01-01", "2023-12-31")
    put(store, read(2, issuer="Other, Inc.", stock_code="AAPL", form="10-K", published="2023-02-01", period=year_2023))
    put(store, read(3, issuer="Third", stock_code=None, form=None, published=None, period=None))
    filters = Filters.parse(asked)
    ids = [f"{number:016x}" for number in found]
    assert store.filing_ids(filters) == ids
    assert [summary.id for summary in store.filings(filters)] == ids


def test_a_filing_passes_a_period_filter_by_its_figures(store, put):
    filing, passages, rows = read(1)
    put(store, (filing, passages, rows))
    filters = Filters(period_from="2022-12-31", period_to="2022-12-31")
    assert store.filing_ids(filters) == [filing.id]
    assert list(store.iter_figures(filters)) == list(filing.figures())
    assert list(store.iter_figures(Filters(period_from="2023-01-01"))) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"stock_code": "bwdi"}, [1]),
        ({"stock_code": "BWDI.A"}, [1]),
        ({"stock_code": "0000912345"}, [1]),
        ({"stock_code": "912345"}, [1]),
        ({"form": "10-K"}, [1, 2]),
        ({"form": "Form 10-K/A"}, [1]),
    ],
)
def test_tickers_and_the_sec_number_are_codes_and_an_amended_form_is_also_the_plain_one(store, put, asked, found):
    filing, passages, rows = read(1, stock_code=None, form="10-K/A")
    put(store, (replace(filing, tickers=("BWDI", "BWDI.A"), cik="0000912345"), passages, rows))
    put(store, read(2, form="10-K"))
    assert store.filing_ids(Filters.parse(asked)) == [f"{number:016x}" for number in found]
