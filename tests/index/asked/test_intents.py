"""What kind of answer a question wants."""

import pytest

from tickmark.index.asked.intents import as_one, intent_of


def test_all_parts_taken_together_are_no_parts():
    assert intent_of("absences across departments by category", []) == "breakdown"
    assert intent_of("absences by category over all departments taken together", []) != "breakdown"
    assert as_one("absences over all departments combined")
    assert not as_one("absences over all departments")
    assert intent_of("breakdown of total absences across all departments", []) == "breakdown"
    assert intent_of("total absences across all departments, by age", []) == "breakdown"


def test_what_is_distributed_is_no_distribution():
    assert intent_of("age distribution of the weavers", []) == "breakdown"
    assert intent_of("earnings available for distribution", []) == "figure"
    assert intent_of("distribution costs of the mill", []) == "figure"


def test_where_a_level_is_to_be_asks_for_a_figure():
    assert intent_of("where does it want its capacity to be", []) == "figure"
    assert intent_of("where did the ratio stand at the end of the year", []) == "figure"
    assert intent_of("where does it want to build its plant", []) == "fact"


def test_what_expands_has_grown():
    assert intent_of("by how many RMB did total assets expand", []) == "calculation"


def test_a_score_is_a_figure_and_an_officer_none():
    assert intent_of("which score did the auditor give the mill", []) == "figure"
    assert intent_of("which rate of interest is paid", []) == "figure"
    assert intent_of("which officer rated the mill", []) == "fact"


def test_learning_and_development_is_no_series():
    assert intent_of("cost of learning and development per weaver", []) == "figure"
    assert intent_of("development of the headcount", []) == "series"


def test_one_who_is_of_a_kind_is_not_asked_for():
    assert intent_of("how many hours did a weaver who is no master sit at the loom", []) == "figure"
    assert intent_of("who is the master of the mill", []) == "fact"


def test_what_a_question_is_about_may_come_first():
    assert intent_of("Dyeing works: who runs it", []) == "fact"
    assert intent_of("Dyeing works: how many people", []) == "figure"


def test_what_can_be_done_in_a_year_is_no_series():
    assert intent_of("how much wool can the mill card each year", []) == "figure"
    assert intent_of("毛纺厂每年大约可节约多少水", []) == "figure"
    assert intent_of("how much wool did the mill card each year", []) == "series"
    assert intent_of("how much wool has to be carded each year", []) == "figure"
    assert intent_of("how much wool has been carded each year", []) == "series"
    assert intent_of("can you list the wool carded each year", []) == "series"


def test_a_clause_of_time_before_a_count_asks_for_no_day():
    assert intent_of("when it rates its weavers, how many points can they get", []) == "figure"
    assert intent_of("when it rates its weavers, who helps", []) == "fact"


@pytest.mark.parametrize(
    "text",
    [
        "share of women of every rank - junior, middle and senior together",
        "women in all ranks (every level)",
        "across the whole founding shareholder group, how many shares are pledged",
        "overall share of women across all ranks, apprentice to master",
    ],
)
def test_all_of_them_together_are_no_parts(text):
    assert intent_of(text, []) != "breakdown"


def test_what_is_used_for_something_is_an_amount_unless_it_is_asked_for_what():
    assert intent_of("weight of ropes used for mooring", []) == "figure"
    assert intent_of("what are the ropes used for", []) == "fact"
    assert intent_of("what were the proceeds used for last year", []) == "fact"
