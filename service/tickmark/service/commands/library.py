"""``tickmark list``, ``remove`` and ``check``: what the index holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tickmark.service.commands.common import IndexOption, filtered, open_library, say, settings_for

if TYPE_CHECKING:
    from tickmark.index.filters import Filters
    from tickmark.index.model import FilingSummary

__all__ = ["check", "list_filings", "remove"]


@filtered
def list_filings(
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
    index: IndexOption = None,
    filters: Filters,
) -> None:
    """List the filings in the index."""
    with open_library(settings_for(index=index)) as library:
        summaries = library.summaries(filters)
    if not summaries:
        say("No filing here." if not filters else "No filing passes these filters.")
    if json:
        typer.echo(_as_json(summaries))
    elif summaries:
        from tickmark.service.commands.render import print_filings  # noqa: PLC0415

        print_filings(summaries)


def _as_json(summaries: list[FilingSummary]) -> str:
    from pydantic import TypeAdapter  # noqa: PLC0415

    from tickmark.service.wire import response, shapes  # noqa: PLC0415

    listed = [response.document(summary) for summary in summaries]
    return TypeAdapter(list[shapes.DocumentOut]).dump_json(listed, indent=2).decode()


def remove(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="Ids, or enough of their beginnings.", show_default=False),
    ],
    index: IndexOption = None,
) -> None:
    """Take filings out of the index."""
    from tickmark.ingest.errors import UnknownDocument  # noqa: PLC0415 - brings the readers with it

    failed = False
    with open_library(settings_for(index=index), write=True) as library:
        for each in ids:
            try:
                filing_id = library.remove(each)
            except UnknownDocument as error:
                failed = True
                say(f"failed     {error}")
            else:
                typer.echo(f"removed    {filing_id}")
    if failed:
        raise typer.Exit(1)


def check(index: IndexOption = None) -> None:
    """Look for places that disagree with each other, totals that do not foot and changes that do not recompute."""
    from tickmark.index.checks import find_conflicts, find_misfits  # noqa: PLC0415
    from tickmark.service.commands.render import print_conflicts, print_misfits  # noqa: PLC0415

    with open_library(settings_for(index=index)) as library:
        print_conflicts(find_conflicts(library))
        print_misfits(find_misfits(library))
