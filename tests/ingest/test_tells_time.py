import pytest
from form_samples import figures, html_table, periods

from tickmark.ingest.tables.tells_time import tells_time


@pytest.mark.parametrize(
    "text", ["2023", "Consolidated - 2022", "Group 2022", "2022 (continued)", "The Company – FY 2022"]
)
def test_says_when(text: str) -> None:
    assert tells_time(text)


@pytest.mark.parametrize(
    "text", ["2022 Plan", "Group", "Consolidated notes due 2027", "Company notes – 2027", "Segments"]
)
def test_says_what(text: str) -> None:
    assert not tells_time(text)


def _segments(over: str) -> str:
    return html_table(
        [
            (over, "Clay", "Tiles", "Total"),
            ("", "$'000", "$'000", "$'000"),
            ("Sales to customers", "4,136", "40,607", "44,743"),
            ("Segment profit", "1,136", "2,607", "3,743"),
        ]
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_segments("Consolidated - 2023"), _segments("Consolidated - 2022")),
        ("<p>2023</p>" + _segments(""), "<p>2022</p>" + _segments("")),
        (_segments("2023"), _segments("2022 (continued)")),
    ],
)
def test_a_second_table_of_a_kind_is_of_its_own_year(first: str, second: str) -> None:
    read = figures(f"<h3>Segments</h3>{first}<h3>Segments (continued)</h3>{second}")
    assert (
        periods(read["Sales to customers"]) == [("2023-01-01", "2023-12-31")] * 3 + [("2022-01-01", "2022-12-31")] * 3
    )
