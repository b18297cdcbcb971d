"""Text to terms: the glossary's concepts, stems for the rest."""

import pytest

from tickmark.index.views.heavy import opencc
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import all_terms, asked_terms, is_concept, tag_terms, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("employee turnover", ("STAFF_TURNOVER",)),
        ("staff turnover rate", ("STAFF_TURNOVER", "rate")),
        ("turnover", ("REVENUE",)),
        ("gross profit margin", ("GROSS_MARGIN",)),
        ("gross profit", ("GROSS_PROFIT",)),
        ("net profit attributable", ("NET_PROFIT",)),
        ("profit before tax", ("PRETAX_PROFIT",)),
        ("scope 2 GHG", ("SCOPE_2", "GHG")),
    ],
)
def test_the_longest_phrase_of_the_glossary_wins(text, found):
    assert terms(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("headcount", "number of employees"),
        ("staff", "workforce"),
        ("Net sales", "revenue"),
        ("bottom line", "net income"),
        ("pre-tax profit", "profit before taxation"),
        ("greenhouse-gas emissions", "greenhouse gas emissions"),
        ("greenhouse‑gas emissions", "GHG emissions"),
        ("revenue", "营业收入"),
        ("revenue", "營業收入"),
        ("net profit", "归母净利润"),
        ("total assets", "资产总额"),
        ("employes", "employees"),
        ("training hrs", "training hours"),
        ("technical staff", "技术员工"),
        ("per RMB1,000 of revenue", "per RMB 1,000 of revenue"),
        ("non-managerial", "rank and file"),
        ("ＲＯＥ", "return on equity"),
        ("NAVPS", "book value per share"),
        ("total assets", "size of the balance sheet"),
        ("takings", "turnover"),
        ("NPAT", "net profit after tax"),
        ("net profit before tax", "PBT"),
        ("EBITDA", "earnings before interest, taxes, depreciation and amortisation"),
        ("PBIT", "EBIT"),
        ("A/R", "trade debtors"),
        ("operating cashflow", "经营性现金流净额"),
        ("equity attributable to owners", "归母净资产"),
        ("share premium", "APIC"),
        ("minority interests", "non-controlling interests"),
        ("S.G.A.", "SG&A"),
        ("LTIFR", "lost-time injury frequency rate"),
        ("CET1 ratio", "核心一级资本充足率"),
        ("opex", "operating expenses"),
        ("selling and distribution costs", "销售费用"),
        ("cash taxes", "income taxes paid"),
        ("like-for-like sales", "same-store sales"),
        ("AGM", "年度股东大会"),
        ("INEDs", "獨立非執行董事"),
        ("rsus", "restricted share units"),
        ("cost-income ratio", "成本收入比"),
        ("debt-to-asset ratio", "資產負債率"),
    ],
)
def test_two_ways_to_say_the_same_share_a_concept(one, other):
    shared = set(terms(one)) & set(terms(other))
    assert any(is_concept(term) for term in shared), (terms(one), terms(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("net profit before tax", "net profit"),
        ("accumulated other comprehensive income", "other comprehensive income"),
        ("current portion of long-term debt", "long-term debt"),
        ("deferred income tax", "income tax"),
        ("net interest income", "interest income"),
        ("total recordable injury frequency rate", "total recordable incident rate"),  # per million, per 200,000 hours
        ("treasury stock", "treasury stock purchases"),
        ("cash dividends declared per common share", "cash dividends"),
        ("tangible book value per share", "book value per share"),
        ("net operating income", "operating income"),
        ("other receivables", "trade receivables"),
        ("NPL ratio", "NPLs"),
        ("非流动资产", "流动资产"),
        ("其他应收款", "应收账款"),
        ("库存股", "库存"),
        ("净利差", "净利"),
        ("一级资本充足率", "核心一级资本充足率"),
        ("occupancy", "occupational"),
        ("underlying profit", "under 30"),
    ],
)
def test_what_only_sounds_alike_is_another_measure(one, other):
    assert not {t for t in terms(one) if is_concept(t) and t != "PERCENTAGE"} & set(terms(other))


def test_marks_and_digits_stand_inside_a_chinese_name():
    assert terms("物業、廠房及設備") == terms("property, plant and equipment")
    assert set(terms("存货、商誉")) == {"INVENTORY", "GOODWILL"}
    assert terms("范围2排放") == terms("scope 2 emissions")
    assert terms("範疇1") == terms("scope 1")


def test_either_kind_of_characters_writes_each_chinese_phrase():
    traditional = opencc().OpenCC("s2t")
    for phrase, concept in glossary().chinese:
        assert terms(traditional.convert(phrase)) == terms(phrase), (phrase, concept)


def test_non_negates_the_concept_behind_it():
    for text in ("non-management staff", "non management staff", "Non-Management staff"):
        assert "NON_MANAGEMENT" in terms(text)
        assert "MANAGEMENT" not in terms(text)
        assert "MANAGEMENT" not in all_terms(text)
    assert terms("management staff") == ("MANAGEMENT", "EMPLOYEE")


@pytest.mark.parametrize(
    "text", ["un-pledged shares", "Un‑pledged shares", "non-pledged shares", "unencumbered shares"]
)
def test_a_hyphen_never_turns_a_word_into_its_opposite(text):
    assert "UNPLEDGED" in terms(text)
    assert "PLEDGE" not in terms(text)
    assert "un" not in terms("an un-hedged loan")


def test_of_a_chinese_run_the_longest_word_comes_first_and_the_rest_in_pairs():
    assert terms("每股净资产") == ("NET_ASSETS_PER_SHARE",)
    assert terms("净资产") == ("EQUITY",)
    assert terms("植树") == ("植树",)
    assert terms("植树造林") == ("植树", "树造", "造林")


def test_scripts_may_be_mixed():
    assert terms("2023年net profit与营业收入")[0] == "2023"
    assert {"NET_PROFIT", "REVENUE"} <= set(terms("2023年net profit与营业收入"))


def test_all_terms_hold_the_concepts_inside_longer_ones_but_not_the_ambiguous():
    inside = all_terms("employee turnover")
    assert {"STAFF_TURNOVER", "EMPLOYEE", "turnov"} <= inside
    assert "REVENUE" not in inside


@pytest.mark.parametrize("text", ["", "   ", "?!", "，。", "\x00", "🙂"])
def test_text_without_words_has_no_terms(text):
    assert terms(text) == ()
    assert all_terms(text) == frozenset()


def test_terms_are_within_all_terms():
    for text in ("employee turnover by region", "non-management staff 2023", "2023年营业收入", "Scope 1 (tCO2e)"):
        assert set(terms(text)) <= all_terms(text)


def test_concepts_are_in_capitals_and_stems_are_not():
    assert is_concept("REVENUE")
    assert is_concept("NON_MANAGEMENT")
    assert not is_concept("revenu")
    assert not is_concept("2023")
    assert not is_concept("植树")


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Diluted weighted average common shares outstanding", "weighted-average diluted shares outstanding"),
        ("Cash provided (used) by operations", "net cash provided by operating activities"),
        ("Treasury stock purchases", "share buybacks"),
        ("Earnings reinvested", "retained earnings"),
        ("Property and equipment, net", "PP&E"),
        ("Accumulated deficit", "未分配利润"),
    ],
)
def test_the_words_of_a_statement_and_of_a_question_meet(label, asked):
    assert {t for t in terms(asked) if is_concept(t)} <= all_terms(label)


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("us-gaap:Assets", {"TOTAL_ASSETS"}),
        ("ifrs-full:DilutedEarningsLossPerShare", {"EPS", "DILUTED"}),
        ("us-gaap:EarningsPerShareBasic", {"EPS"}),
        ("acme:DrillBitSales", {"DRILL", "REVENUE", "drill", "bit", "sale"}),
    ],
)
def test_the_name_of_a_tag_is_its_concepts_or_its_words(tag, found):
    assert tag_terms(tag) == found


def test_a_ratio_is_not_the_line_it_is_made_of():
    assert terms("fixed asset turnover ratio") == ("FIXED_ASSET_TURNOVER",)
    assert terms("fixed assets") == ("PPE",)
    assert terms("DPO") == terms("days payable outstanding") == ("DAYS_PAYABLE",)


def test_a_plain_word_is_no_concept_and_may_be_told_by_a_broader_one():
    assert terms("prize") == terms("Awards") == ("award",)
    assert terms("board members") == terms("Directors") == ("director",)
    assert not is_concept("award")
    assert terms("workshop") == ("workshop",)
    assert glossary().broader["workshop"] == "session"


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        ("quarries approved", ("quarri", "approv"), ("quarri", "VOTE_FOR")),
        ("tiles sold", ("tile", "sold"), ("tile", "SALES_VOLUME")),
        ("kiln dust", ("kiln", "dust"), ("kiln", "PARTICULATE")),
        ("particulate matter", ("PARTICULATE",), ("PARTICULATE",)),  # a phrase that means nothing else
        ("sales volume of tiles", ("SALES_VOLUME", "of", "tile"), ("SALES_VOLUME", "of", "tile")),
    ],
)
def test_a_plain_english_word_is_asked_for_as_itself(text, asked, told):
    assert asked_terms(text) == asked
    assert terms(text) == told


def test_a_sentence_may_begin_with_a_pronoun():
    assert terms("It rose") == terms("it rose")
    assert terms("IT costs") == ("DIGITALISATION", "SPEND")


def test_what_is_delivered_on_time_may_stand_between():
    assert terms("timely glaze deliveries") == ("glaze", "ON_TIME_DELIVERY")
    assert terms("timely delivery") == ("ON_TIME_DELIVERY",)


def test_an_injury_that_costs_time_is_no_count_of_days():
    assert terms("lost-time injuries") == terms("loss events")
    assert terms("days lost") == ("LOST_DAYS",)


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("Net (loss) income", "NET_PROFIT"),
        ("Net loss", "NET_PROFIT"),
        ("Operating income/(loss)", "OPERATING_PROFIT"),
        ("Loss from operations", "OPERATING_PROFIT"),
        ("Earnings (loss) per share", "EPS"),
        ("Net loss per share, basic", "EPS"),
        ("Provision for (benefit from) income taxes", "INCOME_TAX"),
    ],
)
def test_what_could_have_been_the_other_way_round_is_one_measure(label, concept):
    assert concept in all_terms(label)


def test_the_other_way_round_can_still_be_found():
    assert "loss" in all_terms("Net income (loss)")


def test_what_dilutes_is_not_what_is_diluted():
    assert "DILUTED" in all_terms("diluted shares")
    assert "DILUTED" not in all_terms("dilutive effect of options")


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("shares in existence", "ISSUED_SHARES"),
        ("stock in hock", "PLEDGE"),
        ("managing nobody", "NON_MANAGEMENT"),
        ("the middle ranks of the mill", "MIDDLE_MANAGEMENT"),
        ("lessons in honest dealing", "BUSINESS_ETHICS"),
        ("its good deeds in the community", "COMMUNITY"),
        ("rehearsed for a flood", "DRILL"),
        ("rubbish that is not dangerous", "NON_HAZARDOUS_WASTE"),
        ("what it made at the operating level", "OPERATING_PROFIT"),
        ("profit at the pre-tax level", "PRETAX_PROFIT"),
        ("profit at the gross level", "GROSS_PROFIT"),
        ("what each share earned", "EPS"),
        ("the return on shareholders' money", "RETURN_ON_EQUITY"),
        ("the firms that sell to it", "SUPPLIER"),
        ("sales by weight", "SALES_VOLUME"),
        ("its Hong Kong convertible notes", "CONVERTIBLE"),
    ],
)
def test_everyday_turns_stand_for_what_filings_say(said, concept):
    assert concept in asked_terms(said)


def test_fire_drills_are_not_all_drills():
    assert set(terms("消防演练")) > {"DRILL"}
