"""What the commands share: options, the index, and how errors end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tickmark.index.filters import Filters
    from tickmark.index.library import Library
    from tickmark.service.settings import Settings

__all__ = [
    "DocumentFilter",
    "FormFilter",
    "IndexOption",
    "IssuerFilter",
    "PeriodFrom",
    "PeriodTo",
    "PublishedFrom",
    "PublishedTo",
    "StockCodeFilter",
    "filters_of",
    "open_library",
    "say",
    "settings_for",
    "tell_error",
]

IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="The index folder. Default: $TICKMARK_INDEX, or .tickmark."),
]
IssuerFilter = Annotated[
    list[str] | None, typer.Option("--issuer", metavar="NAME", help="Only filings of this issuer. Repeatable.")
]
StockCodeFilter = Annotated[
    list[str] | None, typer.Option("--stock-code", metavar="CODE", help="Only filings under this code. Repeatable.")
]
FormFilter = Annotated[
    list[str] | None, typer.Option("--form", metavar="FORM", help="Only filings of this form. Repeatable.")
]
DocumentFilter = Annotated[
    list[str] | None, typer.Option("--document", metavar="ID", help="Only this document. Repeatable.")
]
PublishedFrom = Annotated[
    str | None, typer.Option("--published-from", metavar="DATE", help="Only filings published on this day or later.")
]
PublishedTo = Annotated[
    str | None, typer.Option("--published-to", metavar="DATE", help="Only filings published on this day or before.")
]
PeriodFrom = Annotated[
    str | None, typer.Option("--period-from", metavar="DATE", help="Only periods that end on this day or later.")
]
PeriodTo = Annotated[
    str | None, typer.Option("--period-to", metavar="DATE", help="Only periods that end on this day or before.")
]


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


def filters_of(
    *,
    issuer: list[str] | None = None,
    stock_code: list[str] | None = None,
    form: list[str] | None = None,
    document: list[str] | None = None,
    published_from: str | None = None,
    published_to: str | None = None,
    period_from: str | None = None,
    period_to: str | None = None,
) -> Filters:
    """The filters that the options ask for."""
    from tickmark.index.filters import Filters  # noqa: PLC0415

    asked = {
        "issuer": issuer,
        "stock_code": stock_code,
        "form": form,
        "document_id": document,
        "published_from": published_from,
        "published_to": published_to,
        "period_from": period_from,
        "period_to": period_to,
    }
    return Filters.parse({name: value for name, value in asked.items() if value})


def open_library(settings: Settings, *, write: bool = False, create: bool = False) -> Library:
    """The index that the settings name."""
    from tickmark.service.opening import open_library as opened  # noqa: PLC0415

    return opened(settings, write=write, create=create)
