"""Events that a question only tells of."""

import pytest

from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

CALENDAR = Calendar(Period("duration", "2023-01-01", "2023-12-31", "2023"), (12, 31), "2024-03-28")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It shut a mill in May 2022 - what did severance come to for the year?", ["2022-12-31"]),
        ("It opened a mill in May 2021. What was its rent in 2022?", ["2022-12-31"]),
        ("It opened a mill on 3 May 2021; what was its rent in 2022?", ["2022-12-31"]),
        ("It opened a mill in May 2021. What was its rent?", ["2021-05-31"]),
        ("It had 40 looms in May 2021. By how many did they grow by May 2022?", ["2021-05-31", "2022-05-31"]),
        ("Rent was higher in 2021. What was it in 2022?", ["2022-12-31"]),
    ],
)
def test_the_month_of_an_event_is_no_time_asked_for(text, ends):
    assert [span.end for span in understand(text, [], CALENDAR).spans] == ends


def test_what_somebody_did_is_told_apart_by_the_name():
    question = understand("fees of Ann Brandt for 2022, who only joined in October", [], CALENDAR)
    assert question.names == ("ann", "brandt")
    assert "join" not in {want.term for want in question.asked}
