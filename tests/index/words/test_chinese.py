"""Chinese questions over filings in English: both kinds of characters, and names by their sound."""

import pytest

from tickmark.index.words.chinese import apart, plainly_chinese, simplified, sounded_names
from tickmark.index.words.terms import terms, unknown_chinese


def test_both_kinds_of_characters_give_the_same_terms():
    assert terms("2021年危險廢物總量") == terms("2021年危险废物总量")
    assert "STAFF_TURNOVER" in terms("員工流失率")


def test_text_that_is_not_chinese_stays_as_it_is():
    assert simplified("Scope 2 (tCO₂e), 9 %") == "Scope 2 (tCO₂e), 9 %"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("26H1的利润YoY多少", "26H1 的利润 YoY 多少"),
        ("H股和A股", "H股和A股"),
        ("2023年", "2023年"),
        ("net profit 2023", "net profit 2023"),
    ],
)
def test_words_in_latin_letters_stand_apart(text, parted):
    assert apart(text) == parted


def test_a_rate_asks_for_a_percentage():
    assert "PERCENTAGE" in terms("员工流失率")
    assert "PERCENTAGE" not in terms("员工流失人数")


def test_names_are_found_by_their_sound_where_the_filings_know_it():
    known = {"baotou", "zhibin", "jiangxi"}
    assert list(sounded_names("包头工厂", known.__contains__)) == [("包头", "baotou")]
    assert list(sounded_names("胡志滨在江西的持股", known.__contains__)) == [("志滨", "zhibin"), ("江西", "jiangxi")]
    assert list(sounded_names("工厂", known.__contains__)) == []


def read_as(question):
    """What a Chinese question is read into, without the pieces that nothing knows."""
    return {term for term in terms(question) if term.isascii()}


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("一共用了多少电", "electricity used"),
        ("花了多少钱在研发上", "spent on R&D"),
        ("省了多少能源", "energy saved"),
        ("扣非净利润", "net profit excluding non-recurring"),
        ("用电密度", "electricity intensity"),
        ("拨备覆盖率是多少", "provision coverage ratio, percentage"),
        ("高层管理人员有几名", "senior management"),
        ("技术人员", "technicians"),
        ("记者问：废水排放", "wastewater"),
        ("外购电力", "purchased electricity"),
    ],
)
def test_a_plain_question_is_read_as_the_english_one(question, english):
    assert read_as(question) == set(terms(english)) - {"on"}


@pytest.mark.parametrize(
    ("longer", "inside"),
    [
        ("其他收入", "收入"),
        ("其他应收款", "应收款项"),
        ("应付职工薪酬", "职工薪酬"),
        ("非流动负债", "流动负债"),
        ("库存股", "库存"),
        ("毛利率", "毛利"),
    ],
)
def test_a_word_inside_a_longer_one_is_not_read(longer, inside):
    assert unknown_chinese(longer) == []
    assert set(terms(inside)).isdisjoint(terms(longer))


def test_a_plain_word_never_cuts_one_of_the_glossary():
    """Read are "环保投入" and "金额", not "环保" and "投入金额"."""
    assert set(terms("环保投入金额")) == {"ENVIRONMENTAL_INVESTMENT", "amount"}


@pytest.mark.parametrize(
    ("cantonese", "written"),
    [
        ("甲同乙两个人持股加埋有几多", "甲和乙持股合计有多少"),
        ("同比增加几多", "同比增加多少"),
        ("公司同期合计销售几多", "公司同期合计销售多少"),
    ],
)
def test_what_is_added_together_in_cantonese(cantonese, written):
    assert plainly_chinese(cantonese) == written
