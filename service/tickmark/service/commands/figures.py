"""``tickmark figures`` and ``tickmark tables``: what was read, without a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tickmark.service.commands.common import IndexOption, filtered, open_library, say, settings_for

if TYPE_CHECKING:
    from tickmark.index.filters import Filters
    from tickmark.ingest.errors import InputError
    from tickmark.ingest.model import Filing
    from tickmark.service.intake.ingesting import Plan
    from tickmark.service.wire.shapes import FlatFigure

__all__ = ["figures", "tables"]


class FigureFormat(StrEnum):
    """How figures are written."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


@filtered
def figures(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Read these, without an index.", show_default=False),
    ] = None,
    *,
    index: IndexOption = None,
    layout: Annotated[
        FigureFormat, typer.Option("--format", help="How to write them.", case_sensitive=False)
    ] = FigureFormat.TABLE,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there and not to standard output.")
    ] = None,
    filters: Filters,
) -> None:
    """Write every figure as a record.

    Those of the files given, which need no index, or else those of the index.
    """
    from tickmark.service.commands import records  # noqa: PLC0415 - pydantic, the readers
    from tickmark.service.intake import ingesting  # noqa: PLC0415 - pydantic, the readers

    if files and index:
        raise typer.BadParameter("give files or --index, not both")
    writer = records.writer_for(layout.value, output)
    if not files:
        with open_library(settings_for(index=index)) as library:
            writer(records.of_library(library, filters))
        return
    plan = ingesting.collect(files)
    failed = [outcome.error for outcome in plan.failed if outcome.error]
    for error in failed:
        say(f"failed     {error}")
    writer(_of_files(plan, filters, failed))
    if failed:
        raise typer.Exit(1)


def _of_files(plan: Plan, filters: Filters, failed: list[InputError]) -> Iterator[FlatFigure]:
    """The figures of the files, one after the other; what cannot be read is said, and noted in ``failed``."""
    from tickmark.ingest.errors import InputError  # noqa: PLC0415
    from tickmark.service.commands import records  # noqa: PLC0415
    from tickmark.service.intake import ingesting  # noqa: PLC0415

    for candidate in plan.candidates:
        try:
            filing = ingesting.read_candidate(candidate)
        except InputError as error:
            say(f"failed     {error}")
            failed.append(error)
        else:
            _warn(filing)
            yield from records.of_filing(filing, filters)


def _warn(filing: Filing) -> None:
    """Says what of a filing was not read, or not as it stands."""
    for warning in filing.warnings:
        say(f"           {filing.source}: {warning}")


def tables(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A filing, or an archive of them; no index is needed.", show_default=False),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print the tables as JSON.")] = False,
) -> None:
    """Show how the tables of a file were rebuilt.

    What was set aside in doing so is shown as well. No index is needed.
    """
    from tickmark.service.intake import ingesting  # noqa: PLC0415 - the readers

    if file.is_dir():
        raise typer.BadParameter(f"{file} is a folder; give one file")
    plan = ingesting.collect([file])
    failed = [outcome.error for outcome in plan.failed if outcome.error]
    if failed and not plan.candidates:
        raise failed[0]
    filings = _filings_of(plan, failed) if len(plan.candidates) > 1 else [ingesting.read_candidate(plan.candidates[0])]
    if json:
        typer.echo(_tables_json(_warned(filings)))
    else:
        from tickmark.service.commands.render import print_tables  # noqa: PLC0415

        for filing in _warned(filings):
            if len(plan.candidates) > 1:
                typer.echo(filing.source)
            print_tables(filing)
    for error in failed:
        say(f"failed     {error}")
    if failed:
        raise typer.Exit(1)


def _filings_of(plan: Plan, failed: list[InputError]) -> Iterator[Filing]:
    """The filings of an archive; those that cannot be read are noted in ``failed``."""
    from tickmark.ingest.errors import InputError  # noqa: PLC0415
    from tickmark.service.intake import ingesting  # noqa: PLC0415

    for candidate in plan.candidates:
        try:
            yield ingesting.read_candidate(candidate)
        except InputError as error:
            failed.append(error)


def _warned(filings: Iterable[Filing]) -> Iterator[Filing]:
    for filing in filings:
        _warn(filing)
        yield filing


def _tables_json(filings: Iterable[Filing]) -> str:
    from pydantic import TypeAdapter  # noqa: PLC0415

    from tickmark.service.wire import response  # noqa: PLC0415
    from tickmark.service.wire.tables import TableOut  # noqa: PLC0415

    rebuilt = [response.table(table, filing) for filing in filings for table in filing.tables]
    return TypeAdapter(list[TableOut]).dump_json(rebuilt, indent=2).decode()
