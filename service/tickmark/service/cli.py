"""The command line: ``tickmark ingest``, ``ask``, ``figures`` and the rest.

Every command imports what it needs when it runs, so that ``tickmark --help`` answers at once; only typer is loaded
here. Commands of other packages (``tickmark eval``) join through the entry-point group
``tickmark.commands``: each entry names a ``typer.Typer``.

Results go to standard output, everything else to standard error. Exit status: 0 done; 1 some input failed (named, the
rest done); 2 wrong use.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import entry_points, version
from typing import Annotated

import typer

from tickmark.service.commands import ask, fetch, figures, ingest, library, serve, slack
from tickmark.service.commands.common import say, tell_error

__all__ = ["app", "main"]

COMMANDS = "tickmark.commands"

app = typer.Typer(
    name="tickmark",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Ask questions of company filings, and get figures that can be traced to where they are printed.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"tickmark {version('tickmark')}")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    show_version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", callback=_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error came from.")] = False,
) -> None:
    """Options that stand before every command."""
    ctx.obj = {"debug": debug}


app.command("ingest")(ingest.ingest)
app.add_typer(fetch.app, name="fetch")
app.command("ask")(ask.ask)
app.command("figures")(figures.figures)
app.command("tables")(figures.tables)
app.command("list")(library.list_filings)
app.command("remove")(library.remove)
app.command("check")(library.check)
app.command("serve")(serve.serve)
app.command("slack")(slack.slack)


def _join_others(arguments: Sequence[str]) -> None:
    """Add the commands of other packages.

    Only the one that was asked for is loaded, since they may take long; of the others the help knows the name. One
    that cannot be loaded must not take the rest down with it.
    """
    for entry in sorted(entry_points(group=COMMANDS), key=lambda each: each.name):
        if entry.name not in arguments:
            app.command(entry.name, help=f"Explained by `tickmark {entry.name} --help`.")(_nothing)
            continue
        try:
            app.add_typer(entry.load(), name=entry.name)
        except Exception as error:
            say(f"The command {entry.name!r} is not available: {error}")


def _nothing() -> None:
    """Stands in the help for a command that was not asked for."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A name or a filing may hold characters that the terminal's encoding has not; show them escaped.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    _join_others(sys.argv[1:])
    try:
        app()
    except Exception as error:
        if "--debug" in sys.argv[1:]:
            raise
        sys.exit(tell_error(error))


if __name__ == "__main__":
    main()
