"""The report: whole, inert, and about what was run."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tickmark.eval.model import FoundFigure, GoldFigure, Place, Question, Response, Retrieved, Unread
from tickmark.eval.record import Record, Run
from tickmark.eval.report import report
from tickmark.ingest.errors import InputError

NASTY = '<script>alert("x")</script> javascript:alert(1) </style> {{ 7 * 7 }} & "quotes"'


def make_run(system, number, *, error=None, fingerprint="f"):
    place = Place("d", (0, 5))
    gold = GoldFigure((place,), number=Decimal(1), value=Decimal(1), scale=Decimal(1), unit="t", printed=NASTY)
    questions = tuple(
        Question(f"q{n}", NASTY, "table" if n else "prose", "en", "answered", {"d": 1}, ((place,),), (gold,))
        for n in range(3)
    )
    figure = FoundFigure("d", (0, 5), NASTY, number=Decimal(number), unit="t", given=True)
    responses = {
        f"q{n}": Response(
            f"q{n}", (Retrieved("d", (0, 5), 1.0, 5, NASTY),), (figure,), "answered", NASTY, ms=1.0 + n, error=error
        )
        for n in range(3)
    }
    record = Record(
        system,
        ("passages", "figures", "status"),
        NASTY,
        fingerprint,
        "index",
        1,
        3,
        3,
        settings={"k": NASTY},
        unread=(Unread(NASTY, NASTY),),
        failed=3 if error else 0,
    )
    return Run(Path(system), record, questions, responses)


@pytest.fixture(scope="module")
def page():
    return report([make_run("one", 1), make_run("two", 2)])


def test_everything_from_outside_is_escaped(page):
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", page)
    assert page.count("</style>") == 1


def test_nothing_is_fetched(page):
    assert not re.findall(r"""(?:src|href)\s*=|url\(|@import|https?://""", page)
    assert "default-src 'none'" in page


def test_it_works_in_light_and_dark_and_has_landmarks(page):
    for needed in ("prefers-color-scheme: dark", "<main>", 'lang="en"', "<svg", "viewport"):
        assert needed in page


def test_it_tells_of_both_runs_and_their_difference(page):
    assert "two against one" in page
    assert "3 lost" in page
    assert "figure cited" in page
    assert "could not be read" in page


def test_one_run_alone():
    page = report([make_run("one", 1, error="Boom")])
    assert "against" not in page
    assert "Boom" in page
    assert "3 questions ended in an error" in page


def test_two_runs_of_one_system_are_told_apart():
    one, two = make_run("same", 1), make_run("same", 2)
    two = Run(Path("elsewhere"), two.record, two.questions, two.responses)
    page = report([one, two])
    assert "same (same)" in page
    assert "same (elsewhere)" in page


def test_no_runs_or_runs_on_different_sets():
    with pytest.raises(InputError, match="no run"):
        report([])
    with pytest.raises(InputError, match="different sets"):
        report([make_run("one", 1), make_run("two", 1, fingerprint="g")])


def test_a_run_without_needs_or_times_still_makes_a_report():
    question = Question("q", "?", documents={"d": 1})
    record = Record("r", ("passages",), "set", "f", "", 1, 1, 0)
    page = report([Run(Path("r"), record, (question,), {})])
    assert "no response" in page
