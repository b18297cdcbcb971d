"""What the commands share: options, the index, and how errors end."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tickmark.index.library import Library
    from tickmark.service.settings import Settings

__all__ = ["IndexOption", "filtered", "open_library", "say", "settings_for", "tell_error"]

IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="The index folder. Default: $TICKMARK_INDEX, or .tickmark."),
]
_Names = list[str] | None
_Day = str | None
# One parameter a filter of contract 4.2, in the order in which --help shows them.
_FILTERS: dict[str, object] = {
    "issuer": Annotated[_Names, typer.Option(metavar="NAME", help="Only filings of this issuer. Repeatable.")],
    "stock_code": Annotated[_Names, typer.Option(metavar="CODE", help="Only filings under this code. Repeatable.")],
    "form": Annotated[_Names, typer.Option(metavar="FORM", help="Only filings of this form. Repeatable.")],
    "document": Annotated[_Names, typer.Option(metavar="ID", help="Only this document. Repeatable.")],
    "published_from": Annotated[
        _Day, typer.Option(metavar="DATE", help="Only filings published on this day or later.")
    ],
    "published_to": Annotated[_Day, typer.Option(metavar="DATE", help="Only filings published on this day or before.")],
    "period_from": Annotated[_Day, typer.Option(metavar="DATE", help="Only periods that end on this day or later.")],
    "period_to": Annotated[_Day, typer.Option(metavar="DATE", help="Only periods that end on this day or before.")],
}


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the filter options; it receives them checked, as its keyword ``filters``."""

    @wraps(command)
    def asked(*args: object, **options: object) -> None:
        said = {name: options.pop(name) for name in _FILTERS}
        said["document_id"] = said.pop("document")
        from tickmark.index.filters import Filters  # noqa: PLC0415

        command(*args, **options, filters=Filters.parse({name: value for name, value in said.items() if value}))

    command.__annotations__.pop("filters")  # its type is imported for type checkers alone, and typer would look for it
    own = [each for each in signature(command, eval_str=True).parameters.values() if each.name != "filters"]
    added = [Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=kind) for name, kind in _FILTERS.items()]
    # What typer reads: a command's parameters as they are asked for, not as they are passed on.
    vars(asked).pop("__wrapped__")
    vars(asked)["__signature__"] = Signature([*own, *added])
    asked.__annotations__ = {each.name: each.annotation for each in (*own, *added)}
    return asked


def say(text: str) -> None:
    """A line for the person, not the pipe: on standard error."""
    typer.echo(text, err=True)


def tell_error(error: Exception) -> int:
    """Say what went wrong, and give the exit status: 2 for wrong use, 1 for input that failed."""
    from tickmark.ingest import errors  # noqa: PLC0415 - brings the readers with it

    if not isinstance(error, errors.TickmarkError):
        say(f"Error: {type(error).__name__}: {error}. This is a fault in Tickmark; `tickmark --debug ...` shows where.")
        return 1
    say(f"Error: {error}")
    # What was typed is wrong use; a file that cannot be read, or a document that is not there, is input that failed.
    wrong_use = (
        errors.InputError,
        errors.NotAnIndex,
        errors.IndexFormatError,
        errors.ModelMismatch,
        errors.SettingsError,
        errors.MissingExtra,
    )
    return 2 if isinstance(error, wrong_use) and not isinstance(error, errors.UnreadableFile) else 1


def settings_for(
    *, index: Path | None = None, host: str | None = None, port: int | None = None, contact: str | None = None
) -> Settings:
    """The settings, options of the command line first."""
    from tickmark.service.settings import load  # noqa: PLC0415 - a quarter of a second that --help does not need

    return load(index=index, host=host, port=port, contact=contact)


def open_library(settings: Settings, *, write: bool = False, create: bool = False) -> Library:
    """The index that the settings name."""
    from tickmark.service.opening import open_library as opened  # noqa: PLC0415

    return opened(settings, write=write, create=create)
