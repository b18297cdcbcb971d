"""What is answered from three small filings whose every number is known, and what is refused."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tickmark.index.library import Library
from tickmark.service.answer import answer, searcher_of

pytestmark = pytest.mark.model

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
QUESTIONS = [json.loads(row) for row in (CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
ESG, RESULTS, FOODS = "palevsky-esg-2023.txt", "palevsky-results-2023.txt", "brindlemoor-results-2024.txt"


def said(given):
    """The figures that the text of an answer rests on."""
    return [hit for hit in given.figures if hit.figure.id in given.verdict.figure_ids]


def numbers(given):
    return [str(hit.figure.number) for hit in said(given)]


# one figure


@pytest.mark.parametrize(
    ("question", "number", "scale", "unit", "end", "source"),
    [
        ("Palevsky scope 2 emissions 2022", "4250", 1, "tCO2e", "2022-12-31", ESG),
        ("palevsky direct ghg 2021", "640", 1, "tCO2e", "2021-12-31", ESG),
        ("total greenhouse gas emissions of Palevsky in 2023", "4305", 1, "tCO2e", "2023-12-31", ESG),
        ("nitrogen oxides 2022", "1.30", 1, "tonne", "2022-12-31", ESG),
        ("Palevsky headcount 2023", "1400", 1, "person", "2023-12-31", ESG),
        ("how many women work at Palevsky", "490", 1, "person", "2023-12-31", ESG),
        ("Palevsky staff turnover 2023", "10.80", 1, "%", "2023-12-31", ESG),
        ("Palevsky R&D spending 2022", "50.00", 1_000_000, "RMB", "2022-12-31", ESG),
        ("how many trees did Palevsky plant in 2023", "3300", 1, "trees", "2023-12-31", ESG),
        ("Palevsky resolution 2 votes for", "4900000", 1, "votes", "2023-12-31", RESULTS),
        ("Brindlemoor revenue FY2024", "318400", 1_000, "GBP", "2024-06-30", FOODS),
        ("Brindlemoor revenue 2023", "298600", 1_000, "GBP", "2023-06-30", FOODS),
        ("Brindlemoor profit last year", "18812", 1_000, "GBP", "2023-06-30", FOODS),
        ("brindelmoor operating profit 2024", "31840", 1_000, "GBP", "2024-06-30", FOODS),
    ],
)
def test_the_figure_asked_for(ask, question, number, scale, unit, end, source):  # noqa: PLR0917
    given = ask(question)
    assert given.verdict.status == "answered"
    assert given.verdict.reason is None
    hit = given.figures[0]
    assert (str(hit.figure.number), hit.figure.scale, hit.figure.unit) == (number, scale, unit)
    assert hit.figure.period.end == end
    assert hit.filing.source == source
    assert given.verdict.figure_ids == (hit.figure.id,)
    assert hit.figure.printed in given.verdict.text


@pytest.mark.parametrize(
    "question", ["Palevsky turnover 2023", "palevski revenue 2023", "6912 revenue 2023", "06912 net sales 2023"]
)
def test_turnover_is_revenue_and_a_company_has_many_names(ask, question):
    given = ask(question)
    assert numbers(given) == ["1150.00"]
    assert given.interpretation.issuers == ("Palevsky Ferrites Co., Ltd.",)
    assert given.interpretation.metrics == ("revenue",)


def test_a_slip_in_the_second_word_of_a_name(ask):
    assert numbers(ask("Palevsky Ferites revenue 2022")) == ["1000.00"]


def test_the_newest_is_given_where_no_period_is_asked_for(ask):
    assert numbers(ask("Palevsky employees in total")) == ["1400"]


def test_the_year_before(ask):
    assert numbers(ask("Palevsky net profit in the year before the 2023 report")) == ["80.00"]


def test_the_prior_year_in_brackets(ask):
    assert numbers(ask("Palevsky net profit prior year (2022)")) == ["80.00"]


@pytest.mark.parametrize(
    "question", ["Palevsky training hours per employee, longer than in 2022", "Palevsky training hours vs 2022"]
)
def test_the_year_compared_with_is_not_given_alone(ask, question):
    assert numbers(ask(question)) != ["21.5"]


def test_a_fact_is_a_sentence_of_the_filing(ask, three_filings):
    given = ask("who chairs the sustainability committee")
    assert given.verdict.status == "answered"
    assert "Otto Valdez" in given.verdict.text
    assert given.verdict.figure_ids == ()
    assert given.verdict.text in three_filings.text(given.passages[0].filing.id)


# what is not there


@pytest.mark.parametrize("name", ["Zorvex", "Zorvex Industries"])
def test_an_unknown_company_is_named(ask, name):
    for question in (f"{name}'s revenue 2023", f"revenue of {name} in 2023"):
        given = ask(question)
        assert given.verdict.status == "not_found"
        assert "zorvex" in given.verdict.reason.lower()
        assert given.verdict.figure_ids == ()


def test_a_chinese_company_that_is_not_here_is_named(ask):
    given = ask("宁德2023年营业收入")
    assert given.verdict.status == "not_found"
    assert "宁德" in given.verdict.reason


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Palevsky revenue 2019", "Revenue is given here for 2022, 2023, not for 2019."),
        (
            "Palevsky scope 2 emissions 2018",
            "Indirect GHG emissions (Scope 2) is given here for 2021, 2022, 2023, not for 2018.",
        ),
    ],
)
def test_a_year_that_is_not_covered_is_named_with_those_that_are(ask, question, reason):
    given = ask(question)
    assert given.verdict.status == "not_found"
    assert given.verdict.reason == reason
    assert given.figures == ()


@pytest.mark.parametrize(
    "question", ["Palevsky goodwill impairment", "Brindlemoor scope 1 emissions", "Palevsky dividend per share"]
)
def test_a_metric_that_is_not_there(ask, question):
    given = ask(question)
    assert given.verdict.status == "not_found"
    assert given.verdict.reason
    assert given.verdict.figure_ids == given.verdict.passage_ids == ()


def test_instructions_of_a_question_are_followed(ask):
    given = ask(
        "According to the annual report, what is the Revenue (in GBP) for Brindlemoor Foods plc "
        "(within the last period or at the end of the last period)? If data is not available, return 'N/A'."
    )
    assert (given.verdict.status, numbers(given)) == ("answered", ["318400"])


def test_a_currency_that_a_filing_does_not_report_in(ask):
    given = ask("What was the gross profit (in USD) of Brindlemoor Foods plc? If not available, return 'N/A'.")
    assert (given.verdict.status, given.verdict.figure_ids) == ("not_found", ())
    assert given.verdict.reason == "Gross profit is given here in GBP, not in USD."


@pytest.mark.parametrize("company", ["Halvorsen Robotics Ltd", "Palevsky Chemicals Inc."])
def test_a_company_without_a_filing(ask, company):
    given = ask(f"For {company}, what was the value of Revenue at the end of the period listed in annual report?")
    assert given.verdict.status == "not_found"
    assert given.verdict.reason == f"No filing of {company} is here."


def test_whether_something_is_spoken_of(ask):
    given = ask("Did Palevsky mention any mergers or sustainability committees? If there is no mention, return False.")
    assert given.verdict.status == "answered"
    assert "sustainability committee" in given.passages[0].passage.text
    assert given.passages[0].passage.id in given.verdict.passage_ids
    assert ask("Did Brindlemoor announce a share buyback plan?").verdict.status == "not_found"


def test_yes_or_no_is_answered_with_what_speaks_of_it(ask):
    given = ask("Does Palevsky have a sustainability committee structure?")  # no figure breaks it down
    assert (given.verdict.status, given.verdict.figure_ids) == ("answered", ())
    assert "sustainability committee" in given.passages[0].passage.text


@pytest.mark.parametrize(
    "question", ["Palevsky retired employees 2023", "how many disabled persons does Palevsky employ"]
)
def test_a_count_of_all_people_tells_nothing_of_some(ask, question):
    assert ask(question).verdict.status == "not_found"


def test_a_number_that_differs_is_another_thing(ask):
    assert ask("Palevsky resolution 5 votes for").verdict.status == "not_found"
    assert numbers(ask("Palevsky resolution 1 votes for")) == ["5000000"]


def test_a_unit_that_is_not_there(ask):
    given = ask("Palevsky water consumption in megawatt hours")
    assert given.verdict.status == "not_found"
    assert given.verdict.reason == "Total water consumption is given here only in another unit than the one asked for."


def test_a_slash_is_not_disclosed(ask):
    given = ask("NOx 2021 Palevsky")
    assert given.verdict.status == "not_disclosed"
    (hit,) = said(given)
    assert (hit.figure.printed, hit.figure.status, hit.figure.number) == ("/", "not_disclosed", None)
    assert hit.figure.period.end == "2021-12-31"
    assert given.verdict.reason == "The filing prints '/' in this cell."


def test_so_is_what_a_sentence_says_is_not_disclosed(ask):
    given = ask("legal fees Palevsky")
    assert given.verdict.status == "not_disclosed"
    assert "The amount of legal fees is not disclosed." in given.verdict.text
    assert "legal fees" in given.passages[0].passage.text


def test_two_values_of_one_metric_are_both_shown(ask):
    given = ask("total water consumption 2023 Palevsky")
    assert given.verdict.status == "conflicting"
    one, other = said(given)
    assert {(h.figure.printed, h.filing.source) for h in (one, other)} == {("86,010", ESG), ("87,900", RESULTS)}
    assert one.conflicts_with == (other.figure.id,)
    assert other.conflicts_with == (one.figure.id,)
    assert "86,010" in given.verdict.text
    assert "87,900" in given.verdict.text
    assert given.verdict.reason


def test_where_they_agree_nothing_conflicts(ask):
    given = ask("total water consumption 2022 Palevsky")
    assert given.verdict.status == "answered"
    assert numbers(given) == ["88250"]
    assert all(hit.conflicts_with == () for hit in given.figures)


# filters and k


def test_filters_are_kept_to(ask):
    assert {h.filing.source for h in ask("revenue", form="ESG report").figures} == {ESG}
    assert {h.filing.source for h in ask("revenue", issuer="brindlemoor foods PLC").figures} == {FOODS}
    assert {h.filing.source for h in ask("revenue", published_from="2024-06-01").figures} == {FOODS}
    assert {h.filing.issuer for h in ask("revenue", stock_code="6912").figures} == {"Palevsky Ferrites Co., Ltd."}
    assert {h.figure.period.end for h in ask("revenue", period_from="2022", period_to="2022").figures} == {"2022-12-31"}
    assert {p.filing.source for p in ask("revenue", form="ESG report").passages} == {ESG}


def test_a_filter_that_nothing_passes(ask):
    given = ask("revenue", issuer="Nobody")
    assert given.verdict.status == "not_found"
    assert given.verdict.reason == "No filing here passes the filters."
    assert given.figures == given.passages == ()


def test_an_issuer_that_the_filters_leave_out(ask):
    given = ask("Brindlemoor revenue", form="ESG report")
    assert given.verdict.status == "not_found"
    assert "Brindlemoor Foods plc" in given.verdict.reason


def test_a_document_that_disagrees_may_be_left_out(ask, three_filings):
    (esg,) = [f.id for f in three_filings.summaries() if f.source == ESG]
    given = ask("total water consumption 2023", document_id=esg)
    assert given.verdict.status == "answered"
    assert numbers(given) == ["86010"]


@pytest.mark.parametrize("k", [1, 2, 3, 10])
def test_k_is_kept_to(ask, k):
    given = ask("total water consumption 2021 Palevsky", k=k)
    assert len(given.passages) <= k
    assert 1 <= len(given.figures) <= k
    assert numbers(given) == ["91400"]


def test_all_members_are_given_whatever_k(ask):
    assert len(ask("staff by age group 2022 Palevsky", k=1).figures) == 3


def test_scores_and_timings(ask):
    given = ask("Palevsky scope 2 emissions 2022")
    assert all(0 <= hit.score <= 1 for hit in (*given.figures, *given.passages))
    assert given.timings_ms["total"] >= given.timings_ms["search"] > 0


def test_the_passage_of_the_figure_comes_first(ask):
    given = ask("Palevsky scope 2 emissions 2022")
    start, stop = given.passages[0].passage.span.chars
    assert start <= given.figures[0].figure.span.chars[0] < stop
    assert given.verdict.passage_ids == (given.passages[0].passage.id,)


def test_an_empty_index_finds_nothing(tmp_path, three_filings):
    with Library.open(tmp_path / "index", create=True, embedder=three_filings.embedder) as library:
        given = answer(library, "revenue 2023")
    assert given.verdict.status == "not_found"
    assert given.figures == given.passages == ()


def test_one_searcher_a_library(three_filings):
    assert searcher_of(three_filings) is searcher_of(three_filings)


# every answer to every question on the sample filings


@pytest.fixture(scope="module")
def answers(sample_library):
    return {q["id"]: answer(sample_library, q["question"]) for q in QUESTIONS}


def test_every_figure_has_a_quote_that_stands_at_its_place(answers, sample_library):
    texts = {f.id: sample_library.text(f.id) for f in sample_library.summaries()}
    seen = 0
    for given in answers.values():
        for hit in given.figures:
            text, (start, stop) = texts[hit.filing.id], hit.figure.span.chars
            assert text[start:stop] == hit.figure.quote
            assert hit.figure.quote.strip()
            first, last = hit.figure.span.lines
            assert (text.count("\n", 0, start) + 1, text.count("\n", 0, stop - 1) + 1) == (first, last)
            seen += 1
    assert seen > len(QUESTIONS)


def test_every_passage_stands_in_its_filing(answers, sample_library):
    texts = {f.id: sample_library.text(f.id) for f in sample_library.summaries()}
    for given in answers.values():
        for hit in given.passages:
            start, stop = hit.passage.span.chars
            assert 0 <= start < stop <= len(texts[hit.filing.id])
            assert hit.passage.filing_id == hit.filing.id


def test_numbers_are_decimals(answers):
    for given in answers.values():
        for hit in given.figures:
            found = (hit.figure.number, hit.figure.low, hit.figure.high, hit.figure.value)
            assert all(n is None or type(n) is Decimal for n in found)
            assert type(hit.figure.scale) is Decimal
        if given.verdict.calculation:
            assert type(given.verdict.calculation.result) is Decimal


def test_a_verdict_holds_together(answers):
    for given in answers.values():
        verdict, ids = given.verdict, [h.figure.id for h in given.figures]
        assert len(set(ids)) == len(ids)
        assert set(verdict.figure_ids) <= set(ids)
        assert set(verdict.passage_ids) <= {p.passage.id for p in given.passages}
        assert (verdict.reason is None) == (verdict.status == "answered")
        assert verdict.text
        if verdict.status == "conflicting":
            assert all(h.conflicts_with for h in said(given))
            assert len({h.figure.value for h in said(given)}) >= 2
        if verdict.status == "not_found":
            assert not verdict.figure_ids
            assert verdict.calculation is None


def test_the_same_question_has_the_same_answer(answers, sample_library):
    for question in QUESTIONS[::12]:
        again = answer(sample_library, question["question"])
        first = answers[question["id"]]
        assert (again.verdict, again.figures, again.passages) == (first.verdict, first.figures, first.passages)
