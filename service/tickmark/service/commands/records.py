"""Figures as records for other programs: a table to look at, CSV, JSON lines, or Parquet."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tickmark.index.filters import Filters, code_keys, form_key, form_keys, issuer_key, stock_keys
from tickmark.ingest.errors import InputError, MissingExtra
from tickmark.ingest.model import Filing
from tickmark.service.wire.response import flat_figure
from tickmark.service.wire.shapes import FlatFigure

if TYPE_CHECKING:
    from tickmark.index.library import Library

__all__ = ["COLUMNS", "of_filing", "of_library", "writer_for"]

Writer = Callable[[Iterable[FlatFigure]], None]

# One figure as one row of plain fields, in this order.
COLUMNS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "id": lambda f: f["id"],
    "document_id": lambda f: f["document_id"],
    "source": lambda f: f["source"],
    "issuer": lambda f: f["citation"]["issuer"],
    "form": lambda f: f["citation"]["form"],
    "published": lambda f: f["citation"]["published"],
    "label": lambda f: " > ".join(f["label_path"]),
    "column": lambda f: " > ".join(f["column_path"]),
    "printed": lambda f: f["printed"],
    "number": lambda f: f["number"],
    "low": lambda f: f["low"],
    "high": lambda f: f["high"],
    "scale": lambda f: f["scale"],
    "value": lambda f: f["value"],
    "unit": lambda f: f["unit"],
    "currency": lambda f: f["currency"],
    "period_kind": lambda f: f["period_kind"],
    "period_start": lambda f: f["period_start"],
    "period_end": lambda f: f["period_end"],
    "period_label": lambda f: f["period_label"],
    "status": lambda f: f["status"],
    "qualifiers": lambda f: "; ".join(f["qualifiers"]),
    "footnotes": lambda f: "; ".join(f["footnotes"]),
    "origin": lambda f: f["origin"],
    "section": lambda f: " > ".join(f["citation"]["section"]),
    "page": lambda f: f["citation"]["page"],
    "line": lambda f: f["citation"]["lines"][0],
    "char_start": lambda f: f["citation"]["chars"][0],
    "char_end": lambda f: f["citation"]["chars"][1],
    "table_index": lambda f: f["table_index"],
    "row": lambda f: f["row"],
    "col": lambda f: f["col"],
    "quote": lambda f: f["citation"]["quote"],
    "context": lambda f: f["context"],
    "concept": lambda f: f["concept"],
    "dimensions": lambda f: "; ".join(f"{each['axis']}={each['member']}" for each in f["dimensions"]),
    "tagged_value": lambda f: f["tagged_value"],
    "disagrees": lambda f: "; ".join(f["disagrees"]),
}
INTEGERS = frozenset({"page", "line", "char_start", "char_end", "table_index", "row", "col"})
ROWS_AT_ONCE = 10_000


def of_filing(filing: Filing, filters: Filters) -> Iterator[FlatFigure]:
    """The figures of a filing that was read without an index, as far as the filters let them through."""
    if _admits(filters, filing):
        for figure in filing.figures():
            if filters.admits_period(figure.period):
                yield flat_figure(figure, filing)


def of_library(library: Library, filters: Filters) -> Iterator[FlatFigure]:
    """The figures of the index that pass, filing by filing in reading order."""
    for summary in library.summaries(filters):
        for figure in library.load(summary.id).figures():
            if filters.admits_period(figure.period):
                yield flat_figure(figure, summary)


def _admits(filters: Filters, filing: Filing) -> bool:
    """What the index answers with a look-up, for a filing that is not in one. Names compare by the same keys."""
    issuers = {issuer_key(name) for name in (filing.issuer, *filing.issuer_names) if name}
    codes = set(code_keys(filing))
    forms = set(form_keys(filing.form or ""))
    day = filing.published
    return (
        (not filters.issuer or any(issuer_key(name) in issuers for name in filters.issuer))
        and (not filters.stock_code or any(codes & set(stock_keys(code)) for code in filters.stock_code))
        and (not filters.form or any(form_key(form) in forms for form in filters.form))
        and (not filters.document_id or filing.id in filters.document_id)
        and (not filters.published_from or (day is not None and day >= filters.published_from))
        and (not filters.published_to or (day is not None and day <= filters.published_to))
    )


def writer_for(layout: str, output: Path | None) -> Writer:
    """What writes figures in that layout, to that file or to standard output.

    Raises:
        MissingExtra: Parquet was asked for, and the package that writes it is not installed.
        InputError: Parquet was asked for, and there is no file to write.
    """
    if layout == "parquet":
        return _parquet_writer(output)
    write = {"table": _write_table, "csv": _write_csv, "jsonl": _write_jsonl}[layout]

    def writer(figures: Iterable[FlatFigure]) -> None:
        with _opened(output) as stream:
            write(figures, stream)

    return writer


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        stream = output.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(output), hint="Choose another --output.") from error
    with stream:
        yield stream


def _write_jsonl(figures: Iterable[FlatFigure], stream: TextIO) -> None:
    for figure in figures:
        stream.write(figure.model_dump_json() + "\n")


def _write_csv(figures: Iterable[FlatFigure], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for figure in figures:
        fields = figure.model_dump(mode="json")
        writer.writerow([pick(fields) for pick in COLUMNS.values()])


def _write_table(figures: Iterable[FlatFigure], stream: TextIO) -> None:
    from tickmark.service.commands.render import figures_table  # noqa: PLC0415 - rich, for people only

    figures_table(figures, stream)


def _parquet_writer(output: Path | None) -> Writer:
    try:
        pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingExtra(
            "Parquet needs the package pyarrow, which is not installed",
            hint="Install it with: pip install pyarrow. Or choose --format csv or jsonl.",
        ) from error
    if output is None:
        raise InputError("Parquet is not written to standard output", hint="Name a file: --output figures.parquet.")
    schema = pyarrow.schema([(name, pyarrow.int64() if name in INTEGERS else pyarrow.string()) for name in COLUMNS])

    def writer(figures: Iterable[FlatFigure]) -> None:
        rows = ({name: pick(f) for name, pick in COLUMNS.items()} for f in (x.model_dump(mode="json") for x in figures))
        with parquet.ParquetWriter(output, schema) as file:
            while batch := list(islice(rows, ROWS_AT_ONCE)):
                file.write_table(pyarrow.Table.from_pylist(batch, schema=schema))

    return writer
