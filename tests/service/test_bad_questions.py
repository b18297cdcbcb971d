"""Whatever is typed, there is an answer or one kind of error."""

import pytest

from tickmark.ingest.errors import QuestionError, TickmarkError
from tickmark.service.answer import LONGEST_QUESTION

pytestmark = pytest.mark.model

LONGEST = ("revenue of Palevsky in 2023 " * 100)[:LONGEST_QUESTION]


@pytest.mark.parametrize(
    "question", ["", " ", "\n\t", "?", "?!...", "🙂🙂", "，。？", "--", "\u200b", "()[]{}", "*" * 50]
)
def test_a_question_without_words_is_refused(ask, question):
    with pytest.raises(QuestionError) as raised:
        ask(question)
    assert isinstance(raised.value, TickmarkError)
    assert "empty" in str(raised.value)


def test_one_that_is_too_long_is_refused_with_its_length(ask):
    with pytest.raises(QuestionError, match="2,001"):
        ask("a" * (LONGEST_QUESTION + 1))


def test_the_longest_is_answered(ask):
    assert len(LONGEST.strip()) <= LONGEST_QUESTION
    assert ask(LONGEST).verdict.status in {"answered", "not_found"}


def test_space_around_a_question_does_not_count(ask):
    assert ask("  Palevsky headcount 2023 \n").query == "Palevsky headcount 2023"
    assert ask("Palevsky headcount 2023" + " " * 3_000).verdict.status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "a",
        "7",
        "2023",
        "2019",
        "Palevsky",
        "of the and",
        "revenue 🙂 2023",
        "' OR 1=1; --",
        "SELECT * FROM figures; DROP TABLE figures;--",
        'revenue:[2020 TO 2023] AND (issuer:"x" OR +foo -bar)^2~ \\',
        '"unclosed phrase',
        "label:revenue",
        "AND OR NOT",
        "revenue AND",
        "((((revenue",
        "revenue*",
        "/revenue/",
        "NEAR(revenue profit)",
        "مجموع الانبعاثات 2023",
        "הכנסות 2023",
        "\u202erevenue 2023\u202c",
        "revenue\x002023",
        "売上高は2023年にいくらですか",
        "выручка за 2023 год",
        "ｒｅｖｅｎｕｅ　２０２３",
        "营" * 1_000,
        "9" * 1_000,
        "a " * 999 + "a",
        "(" * 900 + "revenue" + ")" * 900,
        "-" * 1_900 + "x",
        "revenue 99999999",
        "revenue 0000-00-00",
        "revenue 2023-13-45",
        "revenue 31 February 2023",
        "revenue 1900-2036",
        "revenue Q9 2023",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "{{7*7}} %s %d {0}",
        "why",
    ],
    ids=lambda q: ascii(q)[:40],
)
def test_anything_else_has_an_answer(ask, question):
    given = ask(question)
    assert given.verdict.status in {"answered", "not_found", "not_disclosed", "conflicting"}
    assert given.verdict.text
    assert (given.verdict.reason is None) == (given.verdict.status == "answered")


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM figures; DROP TABLE figures;--",
        "مجموع الانبعاثات 2023",
        "../../etc/passwd",
        "营" * 1_000,
        "9" * 1_000,
    ],
    ids=lambda q: ascii(q)[:40],
)
def test_what_asks_for_nothing_here_is_not_found(ask, question):
    given = ask(question)
    assert given.verdict.status == "not_found"
    assert given.verdict.figure_ids == ()


def test_half_a_character_has_an_answer(ask):
    assert ask("\ud83d revenue").verdict.status in {"answered", "not_found"}


@pytest.mark.parametrize("question", ["' OR 1=1; --", "<script>alert(1)</script>"])
def test_a_bare_number_names_no_metric(ask, question):
    assert ask(question).verdict.status == "not_found"
