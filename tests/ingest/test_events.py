"""The days of acquisitions: which sentence tells of them, under which heading, and of which column."""

from __future__ import annotations

import pytest
from form_samples import figures, html_table, periods

from tickmark.ingest.markup import Marked
from tickmark.ingest.readers.event_above import events_above
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.events import events_of, happened_to

TOLD = (
    "On May 2, 2023, the company acquired, within its paper segment, Harrow Mills, Inc., maker of felt. It grew.",
    "On August 9, 2022, the company acquired the Norland kilns.",
)


@pytest.mark.parametrize(
    ("head", "day"),
    [("Harrow Mills", "2023-05-02"), ("Norland kilns", "2022-08-09"), ("Other", None), ("Sudland", None)],
)
def test_a_column_has_the_day_of_the_sentence_that_names_it(head: str, day: str | None) -> None:
    found = happened_to(head, events_of(TOLD))
    assert (found.end if found else None) == day


def test_an_amount_over_a_column_is_no_name() -> None:
    assert happened_to("Fair value", events_of(["On May 2, 2023, we acquired a mill at fair value."])) is None


def test_acquired_assets_were_not_acquired_on_the_day_their_value_was_settled() -> None:
    told = "The company settled the value of the acquired assets and liabilities in December 2022."
    assert events_of([told]) == ()
    assert [e.period.end for e in events_of([told, TOLD[1]])] == ["2022-08-09"]


BOUGHT = html_table(
    [["", "Harrow Mills", "Norland kilns", "Other"], ["Cash paid", "$24", "$73", "$5"], ["Goodwill", "17", "62", "2"]]
)


def test_acquisitions_side_by_side_have_a_day_each() -> None:
    found = figures(
        "<h2>Acquisitions</h2>"
        + "".join(f"<p>{text}</p>" for text in TOLD)
        + "<p>The components of the purchase price and net assets acquired are as follows:</p>"
        + BOUGHT
    )
    assert periods(found["Goodwill"]) == [(None, "2023-05-02"), (None, "2022-08-09"), (None, None)]


PARENT = "<h2>Acquisition of Harrow Mills</h2><p>{}</p><h3>Purchase consideration</h3>"
TABLE = "<p>The purchase consideration is shown below:</p>" + html_table([["", "Amount"], ["Cash paid", "$24"]])


def test_what_stands_under_the_heading_over_a_heading_holds_for_it() -> None:
    found = figures(PARENT.format("On May 2, 2023, we completed the acquisition of Harrow Mills.") + TABLE)
    assert periods(found["Cash paid"]) == [(None, "2023-05-02")]


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("On May 2, 2023, we acquired a mill.", ["2023-05-02"]),
        ("On May 2, 2023, we acquired a mill. On June 6, 2023, we acquired a kiln.", []),
    ],
)
def test_two_days_under_the_heading_over_a_heading_are_none(told: str, days: list[str]) -> None:
    over, under = ("heading", "Acquisitions", 2), ("heading", "Purchase consideration", 3)
    printed = [over, ("text", told, 0), under, ("text", "It is shown below:", 0), ("grid", "", 0)]
    pieces = [Piece(kind, Marked(text, (), 0), (0, 0), level) for kind, text, level in printed]
    assert [event.period.end for event in events_above(pieces, len(pieces) - 1)] == days
