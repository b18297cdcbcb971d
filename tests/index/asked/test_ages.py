"""Age groups as people speak of them, in the words of a table."""

import pytest

from tickmark.index.asked.ages import plain_ages
from tickmark.index.words.terms import terms


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("new hires among under-31s", "30 or below"),
        ("staff younger than 31", "30 or below"),
        ("workers under 30", "30 or below"),
        ("staff up to 30", "30 or below"),
        ("employees thirty and under", "30 or below"),
        ("people aged thirty or younger walked out", "30 or below"),
        ("30岁及以下员工", "30 or below"),
        ("how many under-thirties came", "30 or below"),
        ("staff over 50", "51 or above"),
        ("the over-50s among the workforce", "51 or above"),
        ("leavers aged 51+", "51 or above"),
        ("51岁以上员工", "51 or above"),
        ("staff aged between 31 and 40 who quit", "31-40"),
        ("workers from 31 to 40 years old", "31-40"),
        ("women in their thirties", "31-40"),
        ("women in their 40s", "41-50"),
        ("31至40岁员工", "31-40"),
        ("三十岁以下员工", "30 or below"),
        ("四十一岁到五十岁员工", "41-50"),
    ],
)
def test_an_age_group_in_the_words_of_a_table(text, group):
    assert group in plain_ages(text)
    assert set(terms(group)) <= set(terms(plain_ages(text)))


@pytest.mark.parametrize(
    "text",
    [
        "over 50 suppliers",
        "more than 50 employees left",
        "over 50% of employees",
        "employees with over 20 years of service",
        "leave of under 30 days per employee",
    ],
)
def test_a_number_of_other_things_is_no_age(text):
    assert plain_ages(text) == text
