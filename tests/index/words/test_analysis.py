from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.words.analysis import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R&D, PP&E; M & A.", ["r&d", "pp&e", "m&a"]),
        ("Johnson & Johnson", ["johnson", "johnson"]),
        ("CO₂ and tCO2e, PM2.5", ["co2", "and", "tco2e", "pm2", "5"]),
        ("e-mail", ["email", "e", "mail"]),
        ("non‑current", ["noncurrent", "non", "current"]),
        ("state-of-the-art", ["state", "of", "the", "art"]),
        ("105,925 1,234.56 3.24 17.55%", ["105925", "1234.56", "3.24", "17.55"]),
        ("06680 06680.HK 2024-03-28", ["06680", "6680", "06680", "6680", "hk", "2024", "03", "3", "28"]),
        ("the Company's shareholders’", ["the", "company", "shareholders"]),
        ("U.S. GAAP", ["us", "gaap"]),
        ("FY2022 Q3", ["fy2022", "q3"]),
        ("温室气体排放", ["温室", "室气", "气体", "体排", "排放"]),
        ("共 5 吨CO2", ["共", "5", "吨", "co2"]),
        ("ＡＢＣ１２", ["abc12"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("++ -- && || \"' () [] {} ^ ~ * ? : \\ /", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@given(st.text(alphabet=st.characters()))
def test_words_never_raise_and_hold_no_blank(text):
    for word in words(text):
        assert word
        assert not any(character.isspace() for character in word)
