"""How much of what is asked stands in a text."""

import pytest

from tickmark.index.question import Asked
from tickmark.index.ranking.cover import Wanted, cover_of, worth_of
from tickmark.index.words.likeness import Spellings


def test_cover_is_the_weighted_share_that_was_found():
    asked = [Asked("REVENUE"), Asked("magnet", 0.5)]
    levels = [(frozenset({"REVENUE"}), 1.0), (frozenset({"magnet"}), 0.6)]
    share, missing = cover_of(asked, {"REVENUE": 0.5}, levels)
    assert share == pytest.approx((0.5 * 1.0 + 0.5 * 0.6) / 1.0)
    assert missing == ()


def test_the_level_that_counts_most_counts():
    levels = [(frozenset({"magnet"}), 0.6), (frozenset({"magnet"}), 1.0)]
    assert cover_of([Asked("magnet")], {}, levels) == (1.0, ())


def test_what_is_missing_is_named():
    assert cover_of([Asked("REVENUE"), Asked("5")], {}, [(frozenset({"REVENUE", "2"}), 1.0)]) == (0.5, ("5",))


def test_a_near_word_counts_for_less():
    assert cover_of([Asked("sinter")], {}, [(frozenset({"sintered"}), 1.0)]) == (0.8, ())
    assert cover_of([Asked("REVENU")], {}, [(frozenset({"REVENUE"}), 1.0)])[0] == 0.0


def test_a_broader_concept_counts_for_less():
    assert cover_of([Asked("CAPEX")], {}, [(frozenset({"SPEND"}), 1.0)]) == (0.8, ())
    assert cover_of([Asked("SPEND")], {}, [(frozenset({"CAPEX"}), 1.0)]) == (0.0, ("SPEND",))


def test_nothing_asked_is_nothing_found():
    assert cover_of([], {}, [(frozenset({"REVENUE"}), 1.0)]) == (0.0, ())


def test_a_number_in_figures_and_in_words_is_the_same():
    assert cover_of([Asked("10")], {}, [(frozenset({"ten"}), 0.6)]) == (0.6, ())


def test_the_term_itself_comes_before_what_can_stand_for_it():
    levels = [(frozenset({"sintered"}), 1.0), (frozenset({"sinter"}), 0.55)]
    assert cover_of([Asked("sinter")], {}, levels)[0] == 0.55


def test_one_question_is_looked_for_in_many_texts():
    texts = [worth_of([(frozenset({"leakage", "water"}), 1.0)]), worth_of([(frozenset({"leaked"}), 0.5)])]
    wanted = Wanted([Asked("leak"), Asked("water")], {}, Spellings(word for text in texts for word in text))
    assert [wanted.cover(text) for text in texts] == [pytest.approx(0.9), pytest.approx(0.2)]
    assert [wanted.missing(text) for text in texts] == [(), ("water",)]


def test_a_plain_word_is_met_by_its_concept_or_by_a_word_near_in_meaning():
    assert cover_of([Asked("bought")], {}, [(frozenset({"PURCHASED"}), 1.0)]) == (1.0, ())
    worth = {"dispos": 1.0}
    near = Wanted([Asked("sold")], {}, Spellings(worth))
    assert (near.cover(worth), near.missing(worth)) == (0.65, ())
    # among the many words of a passage a near one means little
    assert cover_of([Asked("sold")], {}, [(frozenset({"dispos"}), 1.0)]) == (0.0, ("sold",))
    assert cover_of([Asked("sold")], {}, [(frozenset({"PURCHASED"}), 1.0)]) == (0.0, ("sold",))


def test_a_plain_word_weighs_no_more_than_its_concept():
    asked = [Asked("REVENUE"), Asked("sold")]
    share, _ = cover_of(asked, {"REVENUE": 1.0, "SALES_VOLUME": 0.25}, [(frozenset({"REVENUE"}), 1.0)])
    assert share == 0.8
