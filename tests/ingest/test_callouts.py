import pytest
from ingest_samples import filing, plain, when

from tickmark.ingest.figures.captions import leading_number
from tickmark.ingest.model import Callout, Heading


def read_run(*lines):
    return list(filing("\n\n".join(lines)).figures())


def pairs(*lines):
    return [(f.quote, " > ".join(f.label_path)) for f in read_run(*lines)]


def test_captions_above():
    assert pairs("Share of women", "32.05%", "Share of women in research", "14.66%") == [
        ("32.05%", "Share of women"),
        ("14.66%", "Share of women in research"),
    ]


def test_captions_below():
    assert pairs(
        "13,226 tonnes",
        "The mill spun combed yarn",
        "11.5%",
        "a rise on the year of",
        "354 million",
        "Spent on looms, in RMB",
    ) == [
        ("13,226 tonnes", "The mill spun combed yarn"),
        ("11.5%", "The mill spun combed yarn > a rise on the year of"),
        ("354 million", "Spent on looms"),
    ]


def test_both_on_one_page():
    found = pairs(
        "Spent on looms, in RMB",
        "52 million",
        "11.9 million",
        "RMB went into safety",
        "Rents received, in RMB",
        "5 million",
    )
    assert found == [
        ("52 million", "Spent on looms"),
        ("11.9 million", "went into safety"),
        ("5 million", "Rents received"),
    ]


def test_a_caption_on_both_sides():
    assert (
        pairs("Our yarn is enough for roughly", "3.9 million", "woollen coats")[0][1]
        == "Our yarn is enough for roughly woollen coats"
    )


def test_a_caption_over_two_lines():
    found = pairs(
        "A sentence.", "the mill put RMB", "26 million in looms", "and carding machines", "It spun", "9 tonnes of yarn"
    )
    assert found[0][1] == "the mill put in looms and carding machines"


def test_a_fragment_leans_on_the_item_before():
    assert (
        pairs("Packaging used", "1,935 tonnes", "of which recycled", "1,053 tonnes")[1][1]
        == "Packaging used > of which recycled"
    )


def test_a_change_that_does_not_say_of_what_is_of_the_item_before():
    assert pairs("The mill spent on safety RMB", "11.96 million", "Year-on-year increase", "32.22%") == [
        ("11.96 million", "The mill spent on safety"),
        ("32.22%", "The mill spent on safety > Year-on-year increase"),
    ]


def test_a_list_goes_on_with_the_words_over_its_first_number():
    found = dict(pairs("Our yarn is enough for about", "3.9 million", "woollen coats", "54 million", "Scarves"))
    assert found["54 million"] == "Our yarn is enough for about > Scarves"


def test_headings_and_captions_of_tables_are_left_out():
    found = filing("On-time rate\n\n99.7%\n\nSAFETY\n\n0\n\nDeaths at work\n\nWho works here\n\nItem\t2023\nStaff\t5")
    assert [f.label_path for f in found.figures()][:2] == [("On-time rate",), ("Deaths at work",)]
    assert "SAFETY" in [b.text for b in found.blocks if isinstance(b, Heading)]
    assert all("Who works here" not in b.text for b in found.blocks if isinstance(b, Callout))


def test_what_sets_the_scene_gives_the_period():
    found = read_run("In 2022,", "the mill spun", "9 tonnes", "and sold", "8 tonnes", "In 2023,", "it wove", "7 tonnes")
    assert [when(f)[:4] for f in found] == ["2022", "2022", "2023"]


@pytest.mark.parametrize(
    ("caption", "number", "unit"),
    [
        ("The number of training sessions that we held for all employees", "116", "sessions"),
        ("Refined projects completed", "6,787", "projects"),
        ("Suppliers at the end of the year", "1,412", "suppliers"),
        ("Deaths at work", "0", "deaths"),
        ("The yearly rate of injury per million hours", "2", None),
        ("Amount spent, in RMB", "5 million", "RMB"),
        ("Full-year dividend per share", "13.0p", "pence/share"),
    ],
)
def test_units_from_captions(caption, number, unit):
    assert [f.unit for f in read_run(caption, number)] == [unit]


def test_figures_in_captions_are_read_as_well():
    found = read_run("11.9 million", "RMB put into safety, 32.2% more than last year")
    assert [(plain(f.number), f.unit) for f in found] == [("11.9", "RMB"), ("32.2", "%")]


@pytest.mark.parametrize(
    "text",
    [
        "1. First point",
        "2、第二季度",
        "2023年半年度报告",
        "2024 outlook",
        "01",
        "3rd place",
        "5-year plan",
        "Sales were 5%.",
    ],
)
def test_lines_that_open_with_no_number_of_a_call_out(text):
    assert leading_number(text) is None


@pytest.mark.parametrize(
    "text", ["13,226 tonnes", "≤ 2", "32.72% ↑", "approximately 3.9 GW", "0", "100% of the staff", "2,023 tonnes"]
)
def test_lines_that_do(text):
    assert leading_number(text) is not None


def test_the_block_covers_its_lines_and_nothing_is_said_twice():
    found = filing("Share of women\n\n32.05%\n\nA sentence that ends.\n\n98 points\n\nfor service")
    blocks = [b for b in found.blocks if isinstance(b, Callout)]
    assert [b.text for b in blocks] == ["Share of women\n32.05%", "98 points\nfor service"]
    assert [b.span.lines for b in blocks] == [(5, 7), (11, 13)]


def test_a_very_long_run_is_read_in_bounded_pieces():
    lines = [line for n in range(600) for line in (f"{n + 1} tonnes", f"of yarn number {n}")]
    assert len(read_run(*lines)) >= 600


def test_a_caption_with_a_verb_of_its_own_leans_on_the_subject_alone():
    found = pairs(
        "After the refit of its kilns, the mill saved steam",
        "7.5 million kWh",
        "planted trees on",
        "30 hectares",
    )
    assert found == [
        ("7.5 million kWh", "After the refit of its kilns, the mill saved steam"),
        ("30 hectares", "the mill > planted trees on"),
    ]
