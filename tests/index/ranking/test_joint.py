"""A figure of several things together."""

import pytest

from tickmark.index.ranking.joint import of_several

LABEL = "Sales of wool to looms and fulling mills, coastal dye works, and tailors helped save steam"


@pytest.mark.parametrize(
    ("label", "asked", "joint"),
    [
        (LABEL, {"tailor", "steam"}, True),
        (LABEL, {"dye", "work"}, True),
        (LABEL, {"tailor", "mill"}, False),  # several of them are asked for
        (LABEL, {"sale", "steam"}, False),  # none of them is asked for alone
        ("wool for large, small and other mills", {"mill"}, False),  # all of them are mills
        ("wool for mills and tailors", {"tailor"}, False),
        ("Sales of wool", {"wool"}, False),
    ],
)
def test_one_of_three_things_or_more_is_not_all_of_them(label, asked, joint):
    assert of_several(label, frozenset(asked)) is joint
