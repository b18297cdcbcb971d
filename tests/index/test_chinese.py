"""Chinese questions over filings in English: both kinds of characters, and names by their sound."""

from tickmark.index.chinese import simplified, sounded_names
from tickmark.index.terms import terms


def test_both_kinds_of_characters_give_the_same_terms():
    assert terms("2021年危險廢物總量") == terms("2021年危险废物总量")
    assert "STAFF_TURNOVER" in terms("員工流失率")


def test_text_that_is_not_chinese_stays_as_it_is():
    assert simplified("Scope 2 (tCO₂e), 9 %") == "Scope 2 (tCO₂e), 9 %"


def test_a_rate_asks_for_a_percentage():
    assert "PERCENTAGE" in terms("员工流失率")
    assert "PERCENTAGE" not in terms("员工流失人数")


def test_names_are_found_by_their_sound_where_the_filings_know_it():
    known = {"baotou", "zhibin", "jiangxi"}
    assert list(sounded_names("包头工厂", known.__contains__)) == [("包头", "baotou")]
    assert list(sounded_names("胡志滨在江西的持股", known.__contains__)) == [("志滨", "zhibin"), ("江西", "jiangxi")]
    assert list(sounded_names("工厂", known.__contains__)) == []
