"""Examples of parts ask for all of them."""

import pytest

from tickmark.index.asked.examples import without_examples


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("waste by route (landfill, burning etc)", "waste by route"),
        ("staff by age (under 30, over 50 and so on), 2023", "staff by age, 2023"),
        ("loans by sector (e.g. shipping and farms)", "loans by sector"),
        ("sales split by product, such as ovens and mixers?", "sales split by product?"),
        ("按年龄划分的员工人数（30岁以下等）", "按年龄划分的员工人数"),
        # a list that asks for these alone, and one of many that is meant
        ("staff by gender (men, women)", "staff by gender (men, women)"),
        ("waste such as batteries in 2023", "waste such as batteries in 2023"),
        ("revenue (net of rebates etc)", "revenue (net of rebates etc)"),
        ("earnings per share (diluted etc)", "earnings per share (diluted etc)"),
        ("sales by region (like-for-like)", "sales by region (like-for-like)"),
        ("按地区划分的员工人数（等级不限）", "按地区划分的员工人数（等级不限）"),
    ],
)
def test_examples_of_parts_are_left_out(asked, left):
    assert without_examples(asked) == left
