"""What a figure can be found by, before anything is asked."""

from dataclasses import replace
from decimal import Decimal

from tickmark.index.ranking.figure_words import words_of
from tickmark.ingest.model import CellRef, Figure, FigureRow, Period, Span

SPAN = Span((0, 5), (1, 1))
YEAR = Period("duration", "2023-01-01", "2023-12-31", "2023")
CELL = Figure(
    "f", "12", "12", SPAN, "cell", number=Decimal(12), unit="tonne", cell=CellRef(0, 1, 1), period=YEAR,
    label_path=("Waste", "Oily sludge (total)"), column_path=("2023",), section=("Environment",),
)  # fmt: skip


def words(figure, index_text="Waste > Oily sludge: 12"):
    row = FigureRow("r", "d", " > ".join(figure.label_path), index_text, (figure.id,), figure.origin, SPAN)
    return words_of(figure, row)


def test_the_own_label_counts_more_than_what_is_around_it():
    found = words(CELL)
    assert found.own["sludg"] == found.worth["sludg"] == 1.0
    assert "environ" not in found.own
    assert found.worth["environ"] == 0.68


def test_what_is_its_own_counts_no_more_by_itself():
    found = words(CELL, "Waste > Oily sludge: 12 in the dyeing hall")
    assert found.own.items() < found.worth.items()
    assert found.worth["hall"] == 0.55


def test_what_a_name_is_made_of_leaves_out_asides_and_words_that_tell_nothing():
    assert dict(words(CELL).told) == {"oili": 1.0, "sludg": 1.0, "WASTE": 0.5}


def test_a_column_that_is_no_period_is_part_of_the_name():
    assert "workshop" in dict(words(replace(CELL, column_path=("Workshop",), period=None)).told)
    assert "2023" not in dict(words(CELL).told)


def test_a_row_that_says_only_when_is_told_by_the_heading_above():
    dated = replace(
        CELL, label_path=("Year ended 31 December 2023",), column_path=(), section=("Fees", "Dredging fees")
    )
    assert words(dated).own["dredg"] > 0.9
    assert "dredg" not in words(replace(dated, label_path=("Oily sludge 2023",))).own


def test_votes_for_and_against_are_told_by_the_column():
    vote = replace(CELL, label_path=("Resolution 2",), column_path=("Against",), unit="votes", period=None)
    assert words(vote).worth["VOTE_AGAINST"] == 1.0
    assert "VOTE_FOR" not in words(vote).worth


def test_a_sentence_gives_its_words_too():
    said = replace(
        CELL, origin="prose", cell=None, column_path=(), label_path=("lessons",), unit="lessons",
        context="The mill gave 12 lessons on thrift.",
    )  # fmt: skip
    assert words(said).worth["thrift"] == 1.0  # beside the number
    assert 0.0 < words(said).worth["mill"] < 1.0


def test_the_name_that_opens_a_sentence_is_meant_of_all_its_numbers_and_tells_none_apart():
    yard = replace(
        CELL, origin="prose", cell=None, column_path=(), label_path=("its yard",), printed="40",
        context="The roof of the Ostrava mill covers 300 square metres, its yard 40.",
    )  # fmt: skip
    roof = replace(yard, label_path=("The roof of the Ostrava mill",), printed="300")
    for figure in (yard, roof):
        assert words(figure).worth["ostrava"] >= 0.9
        assert "ostrava" not in dict(words(figure).told)
    later = replace(yard, context="A roof covers 300 square metres, the yard of the Ostrava mill 40.")
    assert words(later).worth["ostrava"] < 0.9


def test_what_is_said_of_another_number_of_the_sentence_counts_less():
    said = "The mill has a yard of 900 square metres, with panels over 40 square metres."
    yard = replace(
        CELL, id="y", origin="prose", cell=None, column_path=(), label_path=("The mill has a yard",), printed="900",
        unit="square metres", context=said,
    )  # fmt: skip
    panels = replace(yard, id="p", label_path=("The mill has a yard", "panels over"), printed="40")
    row = FigureRow("r", "d", "", said, ("y", "p"), "prose", SPAN)
    assert words_of(yard, row, (yard, panels)).worth["panel"] == 0.5 < words_of(yard, row).worth["panel"]
    assert words_of(panels, row, (yard, panels)).worth["panel"] == 1.0
    assert words_of(panels, row, (yard, panels)).worth["yard"] == words_of(panels, row).worth["yard"]


def test_what_follows_the_whole_is_said_of_its_part_too():
    said = "The mill had 900 spindles at work, of which 340 were old."
    whole = replace(
        CELL, id="w", origin="prose", cell=None, column_path=(), label_path=("The mill",), printed="900",
        unit=None, context=said,
    )  # fmt: skip
    part = replace(whole, id="p", label_path=("The mill", "of which old"), printed="340")
    row = FigureRow("r", "d", "", said, ("w", "p"), "prose", SPAN)
    found = words_of(part, row, (whole, part))
    assert found.worth["spindl"] == 0.85
    assert words_of(whole, row, (whole, part)).worth["old"] == 0.5


def test_a_margin_in_money_is_the_profit_itself():
    margin = replace(CELL, label_path=("Gross margin",), unit="USD", currency="USD")
    assert "GROSS_PROFIT" in words(margin).own
    assert dict(words(margin).told) == {"GROSS_PROFIT": 1.0}
    assert "GROSS_PROFIT" not in words(replace(margin, unit="%", currency=None)).own


def test_a_line_of_a_statement_is_named_without_its_heading_and_what_it_is_of():
    line = replace(CELL, label_path=("Operating activities", "Depreciation of looms and frames"))
    whole, inner, head = words(line).lines("Depreciation of looms and frames")
    assert "oper" in dict(whole)
    assert set(dict(inner)) == {"DEPRECIATION", "loom", "frame"}
    assert head == (("DEPRECIATION", 1.0),)


def test_the_number_of_a_heading_is_not_said_of_a_figure():
    numbered = words(replace(CELL, section=("2. Environment", "2.1) Sludge")))
    assert "2" not in numbered.worth and numbered.worth["environ"] == 0.6
