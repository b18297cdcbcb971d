"""Numbers of indicators: dropped beside a metric, put in words where they stand alone."""

import tomllib
from importlib.resources import files

import pytest

from tickmark.index.asked.indicators import without_indicators
from tickmark.index.asked.terms import names_something


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("GRI 303-4: how many barrels were let out in 2022?", "how many barrels were let out in 2022?"),
        ("HKEX KPI B6.2: how many grumbles in 2023?", "how many grumbles in 2023?"),
        ("GRI 308/414: vendors looked at", "vendors looked at"),
        ("fuel burned (GRI 302-1) in 2022", "fuel burned in 2022"),
        ("SASB RT-EE-130a.1 fuel burned", "fuel burned"),
        ("ESRS E1-6 - fuel burned", "fuel burned"),
        ("ESG: fuel burned", "fuel burned"),
        # alone it asks for what it stands for
        ("GRI 305-1 for 2023?", "scope 1 greenhouse gas emissions for 2023?"),
        ("KPI A1.3 in 2022", "total hazardous waste in 2022"),
    ],
)
def test_an_indicator_is_no_metric_beside_one(text, bare):
    assert " ".join(without_indicators(text).split()) == bare


@pytest.mark.parametrize(
    "text",
    [
        "ESG report 2023: fuel burned",
        "indicator 100 ferries",
        "what is the CDP score",
        "KPI A9.9 in 2022",  # nobody knows what that is
        "item 303 of the form",
        "disclosure of 100 ferries",
    ],
)
def test_other_numbers_stay(text):
    assert without_indicators(text) == text


def test_every_indicator_is_put_in_words_that_ask_for_something():
    raw = tomllib.loads((files("tickmark.index") / "data" / "indicators.toml").read_text("utf-8"))
    assert all(names_something(words) for body in raw.values() for words in body.values())
    assert len(raw["GRI"].keys() & raw["HKEX"].keys()) == 0
