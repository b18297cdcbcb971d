"""What is printed in full although the filing counts its statements in thousands."""

import pytest
from form_samples import figures, html_table

from tickmark.ingest.figures.readings import read_cell

THOUSANDS = "<p>Consolidated balance sheets</p><p>(in thousands)</p>" + html_table(
    [("", "2023", "2022"), ("Clay", "$ 8,412", "$ 7,903"), ("Kilns", "6,120", "5,870"), ("Wheels", "1,015", "990")]
)


def values(body: str) -> dict[str, list[str]]:
    """The values in full of what stands under statements in thousands, by label."""
    found = figures(THOUSANDS + body)
    return {
        label: [format(f.number * f.scale, "f") for f in figs if f.number is not None] for label, figs in found.items()
    }


@pytest.mark.parametrize(
    "head",
    [
        ("Name", "Salary ($)", "All other ($)", "Total ($)"),
        ("Name", "Fees earned or paid in cash", "Awards", "Total"),
    ],
)
def test_pay_is_printed_in_full(head: tuple[str, ...]) -> None:
    told = values("<h3>What was paid</h3>" + html_table([head, ("Ada Potter", "345,000", "13,800", "358,800")]))
    assert told["Clay"] == ["8412000", "7903000"]
    assert told["Ada Potter"] == ["345000", "13800", "358800"]


def test_a_table_of_pay_is_told_by_its_title() -> None:
    told = values(
        "<h3>Summary Compensation Table</h3>"
        + html_table([("Name", "Salary", "Total"), ("Ada Potter", "345,000", "358,800")])
    )
    assert told["Ada Potter"] == ["345000", "358800"]


def test_thousands_have_no_cents_and_a_scale_of_its_own_holds() -> None:
    told = values(
        "<h3>Range of quotes</h3>"
        + html_table(
            [("Quarter", "High", "Low"), ("Spring months", "$ 12.34", "$ 10.02"), ("Autumn", "14.10", "11.95")]
        )
        + "<h3>Executive compensation</h3><p>(in thousands)</p>"
        + html_table([("Name", "Salary", "Total"), ("Ada Potter", "345", "358")])
    )
    assert told["Spring months"] == ["12.34", "10.02"]
    assert told["Ada Potter"] == ["345000", "358000"]


def test_a_unit_with_a_mark_is_no_number() -> None:
    assert [read_cell(text).kind for text in ("($)(1)", "(US$) (a)", "(%)(2)")] == ["text"] * 3
    assert read_cell("(1)").kind == "value"
    body = html_table(
        [("", "Salary", "Awards", "Total"), ("Name", "($)(1)", "($)(2)", "($)"), ("Ada Potter", "345", "13", "358")]
    )
    assert [f.column_path[0] for f in figures(body)["Ada Potter"]] == ["Salary", "Awards", "Total"]


@pytest.mark.parametrize(
    ("heading", "value"), [("Director compensation plans", "25000"), ("Director compensation", "25")]
)
def test_a_plan_for_directors_is_no_table_of_their_pay(heading: str, value: str) -> None:
    paid = html_table([("", "2023", "2022"), ("Granted", "$ 25", "$ 31")])
    assert values(f"<h3>{heading}</h3><p>What was granted:</p>{paid}")["Granted"][0] == value
