"""Answers of several figures: complete, and in order."""

import pytest

pytestmark = pytest.mark.model


def members(given):
    return [
        (h.figure.printed, h.figure.period.end[:4]) for h in given.figures if h.figure.id in given.verdict.figure_ids
    ]


def labels(given):
    return [h.figure.label_path[-1] for h in given.figures]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("scope 1 emissions trend Palevsky", [("640", "2021"), ("610", "2022"), ("585", "2023")]),
        ("Palevsky scope 2 over the years", [("4,480", "2021"), ("4,250", "2022"), ("3,720", "2023")]),
        ("Palevsky scope 1 emissions 2021-2022", [("640", "2021"), ("610", "2022")]),
        ("Palevsky scope 1 emissions 2023 and 2021", [("640", "2021"), ("585", "2023")]),
        ("Brindlemoor revenue 2023 and 2024", [("298,600", "2023"), ("318,400", "2024")]),
    ],
)
def test_a_series_is_oldest_first_and_of_the_years_asked_for(ask, question, found):
    given = ask(question)
    assert given.interpretation.intent == "series"
    assert given.verdict.status == "answered"
    assert members(given) == found
    assert given.verdict.calculation is None


def test_a_series_goes_over_the_rows_of_several_filings(tmp_path, three_filings):
    from tickmark.index.library import Library
    from tickmark.ingest import read
    from tickmark.ingest.split import split
    from tickmark.service.answer import answer

    with Library.open(tmp_path / "index", create=True, embedder=three_filings.embedder) as library:
        for year, amount in ((2023, "31.40"), (2021, "28.90"), (2022, "30.15")):
            text = (
                f"TREVANNON KILNS LIMITED\n\n(Stock code: 07731)\n\nANNUAL RESULTS {year}\n\n28 March {year + 1}\n\n"
                f"This announcement of Trevannon Kilns Limited covers the year ended 31 December {year}.\n\n"
                f"Key figures\n\nIndicator\tUnit\tYear of {year}\nRevenue\tRMB million\t{amount}\n"
                f"Natural gas consumption\tm3\t{year}00\n"
            )
            filing = read(text.encode(), f"trevannon-{year}.txt")
            library.add(filing, *split(filing))
        library.refresh()
        given = answer(library, "Trevannon revenue trend")
    assert members(given) == [("28.90", "2021"), ("30.15", "2022"), ("31.40", "2023")]
    assert len({h.filing.source for h in given.figures}) == 3


@pytest.mark.parametrize(
    ("question", "parts", "printed"),
    [
        ("Palevsky employees by gender 2023", ["Male", "Female"], ["910", "490"]),
        ("Palevsky employees by gender 2022", ["Male", "Female"], ["850", "400"]),
        ("staff by age group 2022 Palevsky", ["Below 30", "30 to 50", "Above 50"], ["310", "720", "220"]),
        (
            "age structure of the workforce at Palevsky 2023",
            ["Below 30", "30 to 50", "Above 50"],
            ["365", "790", "245"],
        ),
    ],
)
def test_a_breakdown_has_every_part_in_the_order_of_the_table(ask, question, parts, printed):
    given = ask(question)
    assert given.interpretation.intent == "breakdown"
    assert given.verdict.status == "answered"
    assert labels(given) == parts
    assert [h.figure.printed for h in given.figures] == printed


def test_the_parts_make_the_whole(ask):
    assert sum(h.figure.number for h in ask("Palevsky employees by gender 2023").figures) == 1400
    assert sum(h.figure.number for h in ask("Palevsky staff by age group 2023").figures) == 1400


def test_a_breakdown_says_its_parts(ask):
    assert (
        ask("Palevsky employees by gender 2023").verdict.text
        == "By gender in 2023: Male: 910 person; Female: 490 person."
    )


def test_a_series_of_years_that_are_not_there(ask):
    given = ask("Palevsky scope 1 emissions 2014-2016")
    assert given.verdict.status == "not_found"
    assert "2021, 2022, 2023" in given.verdict.reason


@pytest.mark.parametrize(
    ("question", "first", "said"),
    [
        ("Which year had Palevsky's highest scope 1 emissions?", ("640", "2021"), "highest in 2021, 640 tCO2e"),
        ("in which fiscal year were Palevsky's scope 1 emissions lowest", ("585", "2023"), "lowest in 2023, 585 tCO2e"),
    ],
)
def test_the_year_in_which_it_was_highest_comes_first(ask, question, first, said):
    given = ask(question)
    assert members(given)[0] == first
    assert len(members(given)) == 3
    assert said in given.verdict.text


def test_only_so_many_of_the_last_years(ask):
    assert members(ask("Palevsky scope 1 emissions over the last 2 yrs")) == [("610", "2022"), ("585", "2023")]


def test_rows_that_are_listed_are_a_breakdown(ask):
    given = ask("how many men and women worked at Palevsky in 2023")
    assert sorted(h.figure.printed for h in given.figures if h.figure.id in given.verdict.figure_ids) == ["490", "910"]
