"""The office printed under a person's name is that person's, in tables of what people are paid."""

from form_samples import html_table

from tickmark.ingest.readers import read

HEAD = ("Name and office", "Year", "Salary ($)", "Total ($)")


def told(rows: list[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """(label, year, total) of every row."""
    table = html_table([HEAD, *rows])
    made = read(f"<html><body><p>Annual report for the year 2023</p>{table}</body></html>".encode(), "a.html")
    totals = [f for f in made.figures() if f.column_path[-1:] == ("Total ($)",)]
    return [(" > ".join(f.label_path), (f.period.end or "")[:4] if f.period else "", f.printed) for f in totals]


def test_an_office_between_a_name_and_an_older_year() -> None:
    assert told(
        [
            ("Ada P. Lund", "2023", "340,000", "358,800"),
            ("President and Chief Executive Officer", "", "", ""),
            ("", "2022", "330,000", "341,200"),
            ("Bo Kvist (4)", "2023", "240,000", "251,700"),
            ("Secretary, Treasurer and", "", "", ""),
            ("General Counsel", "", "", ""),
            ("", "2022", "230,000", "242,100"),
        ]
    ) == [
        ("Ada P. Lund, President and Chief Executive Officer", "2023", "358,800"),
        ("Ada P. Lund, President and Chief Executive Officer", "2022", "341,200"),
        ("Bo Kvist, Secretary, Treasurer and General Counsel", "2023", "251,700"),
        ("Bo Kvist, Secretary, Treasurer and General Counsel", "2022", "242,100"),
    ]


def test_an_office_beside_an_older_year() -> None:
    assert told(
        [
            ("Ada P. Lund,", "2023", "340,000", "358,800"),
            ("Former Chief Operating", "", "", ""),
            ("Officer", "2022", "330,000", "341,200"),
            ("Bo Kvist", "2023", "240,000", "251,700"),
            ("Chief Financial Officer", "2022", "230,000", "242,100"),
        ]
    ) == [
        ("Ada P. Lund, Former Chief Operating Officer", "2023", "358,800"),
        ("Ada P. Lund, Former Chief Operating Officer", "2022", "341,200"),
        ("Bo Kvist, Chief Financial Officer", "2023", "251,700"),
        ("Bo Kvist, Chief Financial Officer", "2022", "242,100"),
    ]


def test_an_office_over_names_stays_a_heading() -> None:
    rows = [
        ("Chairman", "", "", ""),
        ("Ada P. Lund", "2023", "340,000", "358,800"),
        ("Managing director", "", "", ""),
        ("Bo Kvist", "2023", "240,000", "251,700"),
    ]
    assert [label for label, _, _ in told(rows)] == ["Chairman > Ada P. Lund", "Managing director > Bo Kvist"]


def test_one_office_among_many_names_is_a_heading() -> None:
    names = [(f"{name} Lund", "2023", "40,000", "58,800") for name in ("Ada", "Bo", "Cy", "Di")]
    rows = [*names, ("Chair", "", "", ""), ("Eve Kvist", "2023", "60,000", "71,000")]
    assert [label for label, _, _ in told(rows)][-1] == "Chair > Eve Kvist"
