"""Whether a question asks for parts, and how a label would put it."""

import pytest

from tickmark.index.asked.parts import divided_alike, parts_asked


@pytest.mark.parametrize(
    ("question", "by", "plain"),
    [
        ("age pyramid of the crew", {"age"}, "of the crew by age"),
        ("crew in every age bracket", {"age"}, "crew by age"),
        ("crew by rank", {"level"}, "crew by level"),
        ("sailings harbour by harbour and crew port by port", set(), None),  # no words for what a whole is divided by
        ("fares region by region", {"region"}, "fares by region"),
        ("fares across the regions", {"region"}, "fares by region"),
        ("oil burnt, tonnes per method", {"method"}, "oil burnt, tonnes by method"),
        ("sludge in tonnes for each way of treating it", {"method"}, "sludge in tonnes by method"),
        ("which kinds of rope were bought and how many of each", {"type"}, "rope were bought and by type"),
        ("how many shares has each of the holders pledged", {"holder"}, "how many shares pledged by holder"),
        ("船员按年龄划分", {"age"}, "船员 划分 by age"),
        ("各地区船员人数", {"region"}, "船员人数 by region"),
    ],
)
def test_parts_asked_for_outright(question, by, plain):
    asked = parts_asked(question)
    if plain is None:
        assert asked is None
        return
    assert asked is not None
    assert asked.outright
    assert (asked.by, asked.plain) == (frozenset(by), plain)


@pytest.mark.parametrize(
    ("question", "by"),
    [
        ("how old were the sailors taken on", {"age"}),
        ("where are the piers", {"region", "method"}),
        ("what was the safety money spent on", {"type"}),
        ("how was the sludge treated", {"type", "method"}),
        ("how did the owners vote on the charter", {"vote"}),
        ("men and women on board", {"gender"}),
    ],
)
def test_parts_that_only_a_table_can_tell(question, by):
    asked = parts_asked(question)
    assert asked is not None
    assert not asked.outright
    assert asked.by == by


@pytest.mark.parametrize(
    "question",
    [
        "crew aged 31 to 50",
        "oil burnt per nautical mile",
        "what share of the crew are women",
        "how many more men than women are on board",
        "what was spent on rope",
        "the pier by the north shore",
        "wages per quarter",
        "hours of schooling per rank-and-file sailor",
        "tickets sold by third parties",
        "piers among all sites",
        "average number of shares per registered holder",
    ],
)
def test_no_parts_asked_for(question):
    assert parts_asked(question) is None


def test_types_are_near_methods_and_ages_near_nothing():
    assert divided_alike(frozenset({"type"}), frozenset({"type"})) == 1
    assert 0 < divided_alike(frozenset({"type"}), frozenset({"method"})) < 1
    assert divided_alike(frozenset({"type"}), frozenset({"age"})) == 0
    assert divided_alike(frozenset({"region"}), frozenset({"gender"})) == 0
