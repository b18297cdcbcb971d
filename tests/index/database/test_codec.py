from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.index.database import codec
from tickmark.ingest.model import (
    Callout,
    Cell,
    CellRef,
    Column,
    Figure,
    FigureRow,
    Filing,
    Heading,
    Paragraph,
    Passage,
    Period,
    Reading,
    Row,
    SetAside,
    Span,
    Table,
)

text = st.text(max_size=12)
texts = st.lists(text, max_size=2).map(tuple)
small = st.integers(0, 2**40)
maybe_text = st.none() | text
decimals = st.decimals(allow_nan=False, allow_infinity=False)
pairs = st.tuples(small, small)
spans = st.builds(
    Span,
    pairs,
    pairs,
    st.none() | small,
    st.none() | st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 4),
)
periods = st.none() | st.builds(Period, st.sampled_from(["duration", "instant", "none"]), maybe_text, maybe_text, text)
origins = st.sampled_from(["cell", "callout", "prose"])
figures = st.builds(
    Figure, text, text, text, spans, origins, st.sampled_from(["value", "not_disclosed", "nil"]),
    st.none() | decimals, st.none() | decimals, st.none() | decimals, decimals, maybe_text, maybe_text, periods,
    texts, texts, texts, texts, st.none() | st.builds(CellRef, small, small, small), texts, text, maybe_text,
    st.lists(st.tuples(text, text), max_size=2).map(tuple), st.none() | decimals, texts,
    st.none() | st.builds(Reading, st.none() | decimals, decimals, maybe_text, maybe_text, periods),
    st.lists(st.sampled_from(["value", "scale", "unit", "period"]), max_size=2).map(tuple),
)  # fmt: skip
some_figures = st.lists(figures, max_size=2).map(tuple)
cells = st.builds(Cell, small, small, text, spans, some_figures)
rows = st.builds(
    Row,
    texts,
    st.lists(cells, max_size=2).map(tuple),
    spans,
    small,
    maybe_text,
    maybe_text,
    maybe_text,
    decimals,
    texts,
)
columns = st.builds(Column, texts, periods, maybe_text, maybe_text, decimals)
tables = st.builds(
    Table, small, st.lists(columns, max_size=2).map(tuple), st.lists(rows, max_size=2).map(tuple), spans, texts, text,
    text, text, texts, st.lists(st.builds(SetAside, small, text), max_size=1).map(tuple),
    st.lists(texts, max_size=2).map(tuple), small, some_figures,
)  # fmt: skip
blocks = (
    st.builds(Heading, text, small, spans, texts)
    | st.builds(Paragraph, text, spans, texts, some_figures)
    | st.builds(Callout, text, spans, texts, some_figures)
    | tables
)
passages = st.builds(
    Passage, text, text, st.sampled_from(["prose", "table", "callout"]), text, text, spans, texts, st.none() | small,
    st.lists(small, max_size=3).map(tuple),
)  # fmt: skip
figure_rows = st.builds(FigureRow, text, text, text, text, texts, origins, spans, texts, st.none() | small)
heads = st.builds(
    Filing, text, text, text, st.just(()), text, text, texts, maybe_text, maybe_text, maybe_text, periods,
    tickers=texts, cik=maybe_text, accession=maybe_text, currency=maybe_text, fiscal_year=st.none() | small,
    fiscal_period=st.sampled_from([None, "FY", "H1", "Q3"]), fiscal_year_end=maybe_text, amends=maybe_text,
)  # fmt: skip


def same(left, right):
    """Equal, and printed alike: Decimal("1.0") == Decimal("1") would hide a lost digit."""
    return left == right and repr(left) == repr(right)


@settings(max_examples=60, deadline=None)
@given(blocks)
def test_blocks_come_back_exactly(block):
    assert same(codec.decode_block(*codec.encode_block(block)), block)


@settings(max_examples=100, deadline=None)
@given(figures)
def test_figures_come_back_exactly(figure):
    assert same(codec.decode_figure(codec.encode(figure)), figure)


@settings(max_examples=50, deadline=None)
@given(passages, figure_rows)
def test_passages_and_rows_come_back_exactly(passage, row):
    assert same(codec.decode_passage(codec.encode(passage)), passage)
    assert same(codec.decode_row(codec.encode(row)), row)


@settings(max_examples=50, deadline=None)
@given(heads)
def test_heads_come_back_exactly(filing):
    assert same(codec.decode_head(codec.encode_head(filing)).filing(filing.text, ()), filing)


@given(st.text(alphabet=st.characters()))
def test_texts_come_back_exactly(source):
    assert codec.inflate_text(codec.deflate_text(source + "\ud800\x00")) == source + "\ud800\x00"


def test_numbers_stay_decimal():
    span = Span((0, 1), (1, 1))
    figure = Figure("f", "0.10", "0.10", span, "cell", number=Decimal("0.10"), scale=Decimal("1.00"))
    payload = codec.encode(figure)
    assert b'"0.10"' in payload
    assert str(codec.decode_figure(payload).number) == "0.10"
    assert str(codec.decode_figure(payload).scale) == "1.00"
    assert b"footnotes" not in payload
