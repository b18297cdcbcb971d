"""Why the candidates rank as they do."""

import pytest

from tickmark.service.answer import answer, searcher_of
from tickmark.service.wire.response import search_response

pytestmark = pytest.mark.model


@pytest.fixture
def explained(three_filings):
    def ask(question):
        return answer(three_filings, question, explained=True)

    return ask


def test_the_points_of_a_candidate_are_its_score(explained, three_filings):
    told = explained("Palevsky scope 1 emissions 2022").explanation
    assert told.filings == 2
    assert dict(told.asked)["SCOPE_1"] == 1.0
    weights = searcher_of(three_filings).weights
    for each in told.figures:
        assert set(each.points) <= {"cover", "precision", "dense", "lexical", "period", "unit", "change", "origin",
                                    "target", "tag", "filing"}  # fmt: skip
        lost = each.points.pop("filing", 0.0)
        summed = max(0.0, max(0.0, min(1.0, sum(each.points.values()))) + lost)
        assert summed == pytest.approx(each.candidate.score, abs=0.006)  # each point is rounded to 0.001
    assert weights.cover == pytest.approx(told.figures[0].points["cover"], abs=0.06)


@pytest.mark.parametrize(
    ("question", "printed", "verdict"),
    [
        ("Palevsky scope 1 emissions 2022", "610", "given as the answer"),
        ("Palevsky scope 1 emissions 2022", "585", "of another period"),
        ("Palevsky scope 1 emissions 2022", "4,250", "not surely the same metric"),
        ("Palevsky net profit 2023 in percent", "92.00", "in another unit"),
    ],
)
def test_the_verdict_says_what_speaks_against_a_figure(explained, question, printed, verdict):
    said = {each.candidate.figure.printed: each.verdict for each in explained(question).explanation.figures}
    assert said[printed].startswith(verdict)


def test_nothing_is_explained_unless_asked(three_filings):
    plain = search_response(answer(three_filings, "Palevsky net profit 2023"), three_filings.text)
    assert "explanation" not in plain.model_dump()
    told = search_response(answer(three_filings, "Palevsky net profit 2023", explained=True), three_filings.text)
    assert {**told.model_dump(exclude={"explanation", "timings_ms"})} == plain.model_dump(exclude={"timings_ms"})
    best = told.explanation.figures[0]
    assert (best.rank, best.printed, best.verdict) == (1, "92.00", "given as the answer")
