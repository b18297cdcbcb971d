"""Cells of the sections beside the one that a question names."""

from tickmark.index.question import understand
from tickmark.index.ranking.sections import beside_the_named
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span

ALL = "Catch of the trawlers, the longliners and the gillnets"


def cell(id_, nearest, *, outer=ALL, label=("Cod",), column=("2023",), origin="cell"):
    return (
        "filing",
        Figure(
            id_, "1", "1", Span((0, 1), (1, 1)), origin, label_path=label, column_path=column, section=(outer, nearest)
        ),
    )


def beside(text, *figures):
    return beside_the_named(understand(text, [], Calendar()), figures)


TRAWL, LINE, NET = cell("t", "By trawlers"), cell("l", "By longliners"), cell("n", "By gillnets")


def test_the_sections_beside_the_one_that_is_named_are_set_back():
    assert beside("cod caught by the trawlers in 2023", TRAWL, LINE, NET) == {"l", "n"}
    assert beside("cod caught by the gillnets in 2023", TRAWL, LINE, NET) == {"t", "l"}


def test_without_a_name_none_is():
    assert beside("cod caught in 2023", TRAWL, LINE, NET) == frozenset()


def test_a_row_that_names_it_itself_stays():
    own = cell("own", "By longliners", label=("Cod of trawlers",))
    assert beside("cod caught by the trawlers", TRAWL, own, NET) == {"n"}


def test_a_heading_that_only_shares_a_word_with_its_title_names_no_section():
    title = "Catch of the trawlers"
    first, second = cell("a", "Basic facts of the trawlers", outer=title), cell("b", "Gathered catches", outer=title)
    third = cell("c", "Other facts", outer=title)
    assert beside("cod caught by the trawlers", first, second, third) == frozenset()


def test_only_cells_of_one_column_and_one_filing_stand_beside_each_other():
    assert beside("cod of the trawlers", TRAWL, cell("o", "By longliners", column=("2022",))) == frozenset()
    assert beside("cod of the trawlers", TRAWL, cell("p", "By longliners", origin="prose")) == frozenset()
    assert beside("cod of the trawlers", TRAWL, ("another", LINE[1])) == frozenset()
