"""What a question leaves out."""

import pytest

from tickmark.index.asked.left_out import left_out, left_out_behind, names_left_out, without_asked
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "what", "rest"),
    [
        ("yield of crops other than barley in", {"barlei"}, "yield of crops in"),
        ("fares (apart from ferry fares) of the group", {"ferri", "fare"}, "fares of the group"),
        ("Leaving out barley and rye, what was the yield", {"barlei", "rye"}, "what was the yield"),
        ("Leaving barley aside, what was the yield", {"barlei"}, "what was the yield"),
        ("If you take rye out of it, what was the yield", {"rye"}, "what was the yield"),
        ("yield of crops, setting barley aside", {"barlei"}, "yield of crops"),
        ("yield of crops that aren't oats", {"oat"}, "yield of crops"),
        ("yield of crops, leaving out barley, in", {"barlei"}, "yield of crops in"),
        ("yield of own fields, i.e. excluding barley", {"barlei"}, "yield of own fields"),
        ("Leaving barley aside, what share of the remaining crops", {"barlei"}, "what share of the other crops"),
        ("shares that are not pledged", set(), "shares that are not pledged"),
        ("waste that is not hazardous", set(), "waste that is not hazardous"),
        ("sales by region", set(), "sales by region"),
        ("other than that", set(), "other than that"),
        ("Excluding one-offs, what was the profit", set(), "Excluding one-offs, what was the profit"),
    ],
)
def test_the_words_are_taken_out_and_kept_apart(text, what, rest):
    found = left_out(text)
    assert " ".join(found.rest.split()) == rest
    assert len(found.terms) == len(what)


def test_a_label_that_names_it_is_not_meant_and_one_that_leaves_it_out_is():
    what = left_out("yield of crops other than barley").terms
    assert names_left_out("Barley yield", what)
    assert not names_left_out("Yield of crops other than barley", what)
    assert not names_left_out("Oats yield", what)
    assert not names_left_out("Barley yield", frozenset())


def test_what_is_named_by_what_it_is_not_is_left_out_and_keeps_its_words():
    found = left_out("pass rate of non-oak-bark tannins")
    assert found.rest == "pass rate of non-oak-bark tannins"
    assert names_left_out("Pass rate of oak bark tannins", found.terms)
    assert not names_left_out("Pass rate of other tannins", found.terms)
    assert not left_out("non-executive directors").terms


def test_brackets_leave_something_out():
    assert names_left_out("full-time and part-time clerks", left_out_behind("full-time clerks (excluding part-time)"))
    assert not left_out_behind("profit (excluding one-offs)")  # a label that names these leaves them out itself
    assert not left_out_behind("clerks (part-time)")


@pytest.mark.parametrize("text", ["pass rate of tannins ex oak bark", "pass rate of tannins excluding oak bark, 2023"])
def test_what_is_left_out_at_the_end(text):
    assert names_left_out("Pass rate of oak bark tannins", left_out_behind(text))
    assert not names_left_out("Pass rate of other tannins", left_out_behind(text))
    assert not left_out_behind("net profit ex one-offs")
    assert not left_out_behind("tannins sold ex-works")


def test_non_may_stand_apart_from_what_it_denies():
    assert names_left_out("Pass rate of birch tannins", left_out("pass rate of non birch tannins").terms)


@pytest.mark.parametrize(
    ("label", "question", "without"),
    [
        ("Net profit after deducting non-recurring gains or losses", "one-offs inside net profit", True),
        ("Net profit after deducting non-recurring gains or losses", "net profit w/o one-offs", False),
        ("Net profit after deducting non-recurring gains or losses", "net profit", False),
        ("Burnt (without heat recovery)", "burnt, heat recovery", True),
        ("Burnt (with heat recovery)", "burnt, heat recovery", False),
        ("Burnt (without heat recovery)", "burnt with no heat recovery", False),
        ("Revenue excluding revenue from resale", "revenue", False),  # it is of revenue all the same
    ],
)
def test_a_label_that_leaves_out_what_is_asked_for_tells_nothing_of_it(label, question, without):
    asked = {want.term for want in understand(question, [], Calendar()).asked}
    assert without_asked(label, asked, question) is without


def test_one_offs_that_are_taken_out_are_not_asked_for():
    label, asked = "Net profit after deducting non-recurring gains or losses", {"NON_RECURRING", "NET_PROFIT"}
    assert not without_asked(label, asked, "net profit with one-offs taken out")
    assert without_asked(label, asked, "one-offs in net profit")
