import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import CORPUS, filing, shared_filings, tabs

from tickmark.ingest import read
from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Table
from tickmark.ingest.split import SplitSettings, context_line, split


def lost(found):
    """Lines with a word or digit that no passage covers; what HTML does not print (its head, hidden tags) is none."""
    covered = {n for p in split(found)[0] for n in range(p.span.lines[0], p.span.lines[1] + 1)}
    lines = Lines(found.text)
    for unprinted in re.finditer(r"<(head|ix:header)\b.*?</\1>", found.text, re.DOTALL):
        first, last = lines.span(*unprinted.span()).lines
        covered |= set(range(first, last + 1))
    return [
        n
        for n in range(1, len(lines) + 1)
        if n not in covered and re.search(r"[^\W_]", re.sub(r"<[^>]*>", "", found.text[slice(*lines.bounds(n))]))
    ]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_nothing_of_a_sample_filing_is_lost(path):
    assert lost(read(path.read_bytes(), path.name)) == []


def test_nothing_of_the_published_filings_is_lost():
    paths = shared_filings()
    if not paths:
        pytest.skip("the published filings are not here: set TICKMARK_SHARED to the folder that has filings/*.txt")
    assert {name: lost(read(path.read_bytes(), path.name)) for name, path in paths.items()} == {
        name: [] for name in paths
    }


@given(
    st.lists(
        st.sampled_from(
            [
                "Short Title",
                "A longer sentence that ends here.",
                "SHOUT",
                "32%",
                "of all staff",
                "Item\t2023\nA\t5\nB\t6",
                "",
                "# Head",
                "- point",
            ]
        ),
        max_size=25,
    )
)
@settings(max_examples=60, deadline=None)
def test_nothing_of_any_order_of_blocks_is_lost(parts):
    text = "\n\n".join(parts)
    if text.strip():
        assert lost(read(text.encode(), "a.txt")) == []


def test_a_long_table_repeats_its_header_on_every_piece():
    rows = [f"Measure number {n}|tonnes|{n}|{n + 1}" for n in range(60)]
    passages, figure_rows = split(filing(tabs("Indicator|Unit|2023|2022", *rows)))
    pieces = [p for p in passages if p.kind == "table"]
    assert len(pieces) > 2
    assert all("2023 | 2022" in p.text for p in pieces)
    assert sum(p.text.count("Measure number") for p in pieces) == 60
    assert all(
        a.span.lines[1] < b.span.lines[0] or a.span.lines[1] + 1 == b.span.lines[0]
        for a, b in itertools.pairwise(pieces)
    )
    assert len(figure_rows) == 60


def test_sizes_are_kept():
    text = " ".join(f"Sentence number {n} says a little." for n in range(200))
    passages, _ = split(filing(text), SplitSettings(prose=300, table=300, merge=100))
    prose = [p for p in passages if p.kind == "prose"]
    assert all(len(p.text) <= 300 + 120 for p in prose)
    assert len(prose) > 10
    assert all(re.search(r"[.!?]$", p.text) for p in prose[1:])


def test_text_without_a_blank_is_cut_too():
    passages, _ = split(filing("x" * 3000))
    assert max(len(p.text) for p in passages) < 900


def test_every_passage_starts_with_its_context():
    found = filing("ENERGY\n\n" + tabs("Item|2023", "Power|5") + "\nWe used 5 MWh.")
    for passage in split(found)[0]:
        assert passage.index_text.startswith(context_line(found, passage.section, None)[:20])
        assert passage.index_text.endswith(passage.text)
        assert found.issuer in passage.index_text


def test_headings_join_what_is_below_them_and_none_is_dropped():
    found = filing("ONE\n\nTWO\n\nTHREE\n\nSome words that end here.\n\nFOUR")
    texts = "\n".join(p.text for p in split(found)[0])
    assert all(head in texts for head in ("ONE", "TWO", "THREE", "FOUR"))
    assert "THREE\nSome words that end here." in texts


def test_figure_rows_name_their_figures():
    found = filing(tabs("Item|2023|2022", "Power|5|4") + "\nWe used 7 MWh and 8 tonnes.\n\nShare of women\n\n32%")
    rows = split(found)[1]
    assert [row.origin for row in rows] == ["cell", "prose", "callout"]
    assert sorted(f for row in rows for f in row.figure_ids) == sorted(f.id for f in found.figures())
    assert rows[0].label == "Power"
    assert rows[0].table == 0


def test_ids_are_unique():
    found = read(CORPUS[0].read_bytes(), "a")
    passages, rows = split(found)
    ids = [p.id for p in passages] + [r.id for r in rows] + [f.id for f in found.figures()]
    assert len(ids) == len(set(ids))


def test_a_table_whose_only_row_says_nothing_is_shown_as_it_is_printed():
    found = read(b"<table><tr><td>Quay</td><td>Crane</td></tr><tr><td>Mast</td><td>4</td></tr></table>", "a.htm")
    table = next(block for block in found.blocks if isinstance(block, Table))
    silent = replace(table, columns=(), rows=tuple(replace(row, label_path=(), cells=()) for row in table.rows))
    (passage,), _ = split(replace(found, blocks=(silent,)))
    assert passage.text.strip() == "Quay | Crane\nMast | 4"


def test_a_row_is_indexed_with_the_words_of_its_cells():
    long = "The plant stands on land granted for fifty years, and its permit is renewed every third year"
    _, rows = split(filing(tabs("Plant|Town|Output (t)|Permit", "North|Baotou|120|/", f"South|Ganzhou|90|{long}")))
    north, south = (row.index_text for row in rows)
    assert "Baotou" in north and "/" not in north.split(" | ")
    assert "Ganzhou" in south and "permit is renewed" not in south
