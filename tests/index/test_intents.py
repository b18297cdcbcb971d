"""What kind of answer a question wants."""

from tickmark.index.intents import as_one, intent_of


def test_all_parts_taken_together_are_no_parts():
    assert intent_of("absences across departments by category", []) == "breakdown"
    assert intent_of("absences by category over all departments taken together", []) != "breakdown"
    assert as_one("absences over all departments combined")
    assert not as_one("absences over all departments")


def test_where_a_level_is_to_be_asks_for_a_figure():
    assert intent_of("where does it want its capacity to be", []) == "figure"
    assert intent_of("where did the ratio stand at the end of the year", []) == "figure"
    assert intent_of("where does it want to build its plant", []) == "fact"


def test_what_expands_has_grown():
    assert intent_of("by how many RMB did total assets expand", []) == "calculation"
