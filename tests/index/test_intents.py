"""What kind of answer a question wants."""

from tickmark.index.intents import as_one, intent_of


def test_all_parts_taken_together_are_no_parts():
    assert intent_of("absences across departments by category", []) == "breakdown"
    assert intent_of("absences by category over all departments taken together", []) != "breakdown"
    assert as_one("absences over all departments combined")
    assert not as_one("absences over all departments")
