from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ixbrl_samples import document, tag

from tickmark.ingest import read
from tickmark.ingest.model import Period, Table
from tickmark.ingest.split import split

MILLION = Decimal(1_000_000)


def table(*rows, unit="(In millions)"):
    """A small statement: two years, and rows of a label and two cells."""
    body = "".join(
        f"<tr><td>{label}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for label, *cells in rows
    )
    head = "<tr><td></td><td>2024</td><td>2023</td></tr>"
    return f"<p>Consolidated balance sheets {unit}</p><p>Years ended December 31</p><table>{head}{body}</table>"


def filing(body):
    return read(document(body).encode(), "a.htm")


def figures(body):
    """The figures of a document by what they print."""
    return {figure.printed: figure for figure in filing(body).figures()}


def assets(printed, **more):
    return tag(printed, context="e24", scale="6", **more)


OTHER = ("Debt", tag("310", "us-gaap:Debt", scale="6"), "290")


def test_the_tag_wins_and_the_page_is_kept_beside_it():
    made = figures(table(("Total assets", assets("1,200"), "1,100"), OTHER))["1,200"]
    assert (made.concept, made.value, made.unit, made.currency) == ("us-gaap:Assets", 1200 * MILLION, "USD", "USD")
    assert (made.period.kind, made.period.end) == ("instant", "2024-12-31")
    assert made.label_path[-1] == "Total assets"
    assert made.column_path[-1] == "2024"
    assert made.printed_as.number == 1200
    assert made.disagrees == ()


def test_an_untagged_number_stays_as_the_page_says():
    made = figures(table(("Total assets", assets("1,200"), "1,100"), OTHER))["1,100"]
    assert (made.concept, made.tagged_value, made.printed_as, made.number) == (None, None, None, 1100)


def test_the_sign_is_the_one_printed_and_the_tags_own_value_is_kept():
    made = figures(table(("Dividends", f"({assets('75')})", "(70)"), OTHER))
    (paid,) = [f for f in made.values() if f.concept == "us-gaap:Assets"]
    assert (paid.value, paid.tagged_value, paid.disagrees) == (-75 * MILLION, 75 * MILLION, ())


def test_a_dash_tagged_as_zero_is_zero():
    (made,) = [
        f
        for f in filing(table(("Goodwill", tag("—", "us-gaap:Goodwill", form="ixt:fixed-zero"), "5"), OTHER)).figures()
        if f.concept == "us-gaap:Goodwill"
    ]
    assert (made.status, made.number, made.value) == ("value", 0, 0)


def test_where_page_and_tag_contradict_one_another_it_is_told():
    wrong_scale = figures(table(("Total assets", "$" + tag("1,200", scale="3"), "$1,100"), OTHER))["$1,200"]
    assert (wrong_scale.value, wrong_scale.printed_as.scale) == (Decimal(1_200_000), MILLION)
    assert wrong_scale.disagrees == ("scale",)
    wrong_unit = figures(
        table(("Total assets", tag("1,200", unit="rmb", scale="6"), "$1,100"), ("Debt", "$310", "$290"))
    )
    assert wrong_unit["1,200"].unit == "RMB"
    assert "unit" in wrong_unit["1,200"].disagrees
    wrong_year = figures(table(("Total assets", assets("1,200"), tag("1,100", context="e24", scale="6")), OTHER))[
        "1,100"
    ]
    assert (wrong_year.period.end, wrong_year.disagrees) == ("2024-12-31", ("period",))


def test_an_unknown_transformation_leaves_the_number_to_the_page():
    read_ = filing(table(("Total assets", tag("1,200", form="ixt:odd", scale="6"), "1,100"), OTHER))
    made = {f.printed: f for f in read_.figures()}["1,200"]
    assert (made.number, made.concept, made.tagged_value) == (1200, "us-gaap:Assets", None)
    assert any("ixt:odd" in warning for warning in read_.warnings)


def test_a_broken_reference_leaves_period_and_unit_to_the_page():
    made = figures(table(("Total assets", tag("1,200", context="lost", scale="6"), "1,100"), OTHER))["1,200"]
    assert (made.period.end, made.unit, made.value) == ("2024-12-31", "USD", 1200 * MILLION)


def test_of_two_tags_on_one_number_the_one_of_the_columns_period_is_taken():
    inner = tag("1,200", "us-gaap:StockholdersEquity", context="y24", scale="6")
    twice = tag(inner, "us-gaap:Equity", context="y23", scale="6", form=None)
    made = figures(table(("Equity", twice, "1,100"), OTHER))["1,200"]
    assert (made.concept, made.other_concepts) == ("us-gaap:StockholdersEquity", ("us-gaap:Equity",))


def test_dimensions_are_told():
    made = figures(table(("Northern division", tag("7", context="north", scale="6"), "6"), OTHER))["7"]
    assert ("us-gaap:StatementBusinessSegmentsAxis", "own:NorthMember") in made.dimensions


def ports(count):
    tagged = tag(count, "own:NumberOfPorts", "y24", "sites", form="ixt-sec:numwordsen")
    return filing(f"<p>The group runs {tagged} ports.</p>").figures()


def test_numbers_in_words_become_figures():
    (made,) = ports("forty-two")
    assert (made.number, made.unit, made.label_path, made.origin) == (
        42,
        "production site",
        ("Number of ports",),
        "prose",
    )
    assert made.context == "The group runs forty-two ports."
    assert made.printed_as is None


def test_a_small_number_in_words_is_read_off_its_sentence_as_well():
    (made,) = ports("three")
    assert (made.number, made.unit, made.label_path) == (3, "production site", ("The group runs ports",))
    assert (made.printed_as.number, made.printed_as.unit, made.disagrees) == (3, "ports", ())


def test_numbers_in_a_label_become_figures_of_the_table():
    label = f"Common stock, ${tag('0.01', 'us-gaap:ParValue', unit='eps')} par value"
    read_ = filing(table((label, assets("1,200"), "1,100"), OTHER))
    (one,) = [b for b in read_.blocks if isinstance(b, Table)]
    (par,) = [f for f in one.figures if f.concept == "us-gaap:ParValue"]
    assert (par.value, par.unit) == (Decimal("0.01"), "USD/share")
    assert (par.cell.table, par.cell.row, par.cell.column) == (one.index, 1, 0)


def test_a_heading_with_a_tagged_number_is_a_sentence():
    shares = tag("4,815", "us-gaap:SharesBought", "y24", "shares")
    read_ = filing(f"<h2>Includes {shares} shares bought</h2><p>Some words of the report.</p>")
    (made,) = read_.figures()
    assert (made.number, made.unit, made.context) == (4815, "shares", "Includes 4,815 shares bought")


def test_hidden_and_empty_tags_are_counted_and_are_no_figures():
    shy = f'<div style="display: none">{tag("9", "us-gaap:Cash")}</div>'
    read_ = filing(f"<p>Some words of the report.</p>{shy}")
    assert list(read_.figures()) == []
    assert "inline XBRL: 2 tagged numbers are hidden or print nothing: they are no figures" in read_.warnings


def test_a_concept_is_found_by_its_name_and_by_its_words():
    rows = split(filing(table(("Total", assets("1,200"), "1,100"), OTHER)))[1]
    (row,) = [row for row in rows if row.label == "Total"]
    assert "us-gaap:Assets Assets" in row.index_text


def test_the_cover_page_gives_issuer_and_period():
    read_ = filing(
        '<p><ix:nonNumeric contextRef="y24" name="dei:EntityRegistrantName">Quay plc</ix:nonNumeric></p>' + table(OTHER)
    )
    assert (read_.issuer, read_.form) == ("Quay plc", "10-K")
    assert (read_.period.start, read_.period.end) == ("2024-01-01", "2024-12-31")


def test_words_of_the_page_stay_with_a_period_that_means_the_same():
    made = figures(table(("Revenue", tag("88", "us-gaap:Revenues", "y24", scale="6"), "80"), OTHER))["88"]
    assert made.period == Period("duration", "2024-01-01", "2024-12-31", made.printed_as.period.text)


CELLS = [assets("1,200"), f"({assets('75')})", tag("—", form="ixt:fixed-zero"), "5", "", "(", "n/a", "$", "&#8212;"]
CELLS += [tag(tag("7"), form=None), tag("three", form="ixt-sec:numwordsen"), f"{assets('5')} to {assets('6')}", "12%"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=4), min_size=1, max_size=5), st.booleans())
def test_every_figure_stands_where_it_says_and_no_tag_is_lost(rows, in_table):
    body = "".join(f"<tr><td>Item {n}</td>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for n, row in enumerate(rows))
    read_ = filing(
        f"<table>{body}</table>" if in_table else "".join(f"<p>It was {c}.</p>" for row in rows for c in row)
    )
    made = list(read_.figures())
    assert all(read_.text[slice(*f.span.chars)] == f.quote for f in made)
    assert len({f.id for f in made}) == len(made)
    numbers = sum(cell.count("</ix:nonFraction>") for row in rows for cell in row)
    told = sum(1 + len(f.other_concepts) for f in made if f.concept)
    assert told == numbers


@pytest.mark.parametrize("body", ["", "<p>5</p>", "<table></table>"])
def test_documents_without_tags_are_as_before(body):
    assert all(figure.concept is None for figure in filing(body or "<p>-</p>").figures())
