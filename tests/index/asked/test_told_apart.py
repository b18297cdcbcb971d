"""Turns of phrase around a calculation or a list."""

import pytest

from tickmark.index.asked.doing import in_nouns
from tickmark.index.asked.parts import parts_asked
from tickmark.index.asked.purpose import without_purpose
from tickmark.index.asked.turns import as_filings_say
from tickmark.index.words.terms import terms

_ABSENT = (
    "total number of {}shares entitling the holders to attend and vote {} minus shares represented by"
    " shareholders attending in person or by proxy {}"
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("how many shares were neither there in person nor by proxy at the EGM?",
         _ABSENT.format("", "at the EGM", "at the EGM")),
        ("Many stayed away from the 2022 AGM - how many H shares were not represented?",
         _ABSENT.format("H ", "from the 2022 AGM", "from the 2022 AGM")),
        ("how many shares were not pledged?", "how many shares were not pledged?"),
        ("votes against at the EGM, motion by motion", "votes against at the EGM for each resolution"),
        ("No votes at the class meeting - item by item", "No votes at the class meeting - for each resolution"),
        ("costs item by item", "costs item by item"),
        ("hard coal's weight in total fuel", "hard coal's share of total fuel"),
        ("the bale's weight in kg", "the bale's weight in kg"),
        ("how much carbon did the new kiln avoid in 2022?", "carbon emissions avoided by the new kiln in 2022?"),
        ("how much CO2 a year does each loom help save?", "carbon emissions avoided by each loom?"),
        ("how much carbon did the kiln cut up?", "how much carbon did the kiln cut up?"),
        ("which lines did the May 2022 profit alert name?", "which lines did the profit alert name?"),
        ("sales in the 2022 results announcement", "sales in the 2022 results announcement"),
    ],
)  # fmt: skip
def test_what_is_worked_out_or_told_apart_is_put_plainly(text, plain):
    said = as_filings_say(text)
    assert " ".join(said.rstrip("?").split()) == " ".join(plain.rstrip("?").split())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("share of the people took on in", "share of the people newly hired in"),
        ("how many people took on debts", "how many people took on debts"),
    ],
)
def test_people_that_were_taken_on_are_new(text, plain):
    assert in_nouns(text) == plain


@pytest.mark.parametrize(("text", "by"), [("sheds in 2022, all counties incl. Fife", {"region"})])
def test_all_of_them_with_one_named_are_parts(text, by):
    asked = parts_asked(text)
    assert asked is not None
    assert asked.by == by
    assert "Fife" not in asked.plain


def test_all_of_them_alone_are_no_parts():
    assert parts_asked("sheds in 2022, all counties") is None


def test_a_pyramid_is_no_company():
    said = without_purpose("I'm building an age pyramid for the older year: weavers by age", lambda _: False)
    assert said.rest == "weavers by age"


def test_staff_that_are_lost_are_leavers():
    assert "STAFF_TURNOVER" in terms("各地区流失员工人数")
    assert "STAFF_TURNOVER" not in terms("水土流失")
