"""``tickmark fetch``: filings from the archives where they are published, into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tickmark.service.commands.common import IndexOption, open_library, say, settings_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickmark.ingest.errors import FetchError
    from tickmark.ingest.fetch.model import ArchiveName, Fetched, Remote, Wanted
    from tickmark.service.settings import Settings

__all__ = ["app"]

MEGABYTE = 1_000_000

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Fetch filings from where they are published. Nothing is fetched twice; a run that was stopped goes on.",
)

Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to fetch into, made if need be.")]
Last = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", help="The newest N of each form. Without --from, the newest one.", show_default=False
    ),
]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published on this day or before.")]
Contact = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Who is asking: a name and an e-mail address. Default: $TICKMARK_CONTACT."),
]
Ingest = Annotated[bool, typer.Option("--ingest", help="Read what was fetched into the index.")]


@app.command("sec")
def sec(
    ticker: Annotated[
        list[str], typer.Option(metavar="TICKER", help="The issuer's ticker, or its CIK in digits. Repeatable.")
    ],
    *,
    form: Annotated[
        list[str] | None, typer.Option(metavar="FORM", help="Such as 10-K or 20-F. Repeatable. Default: every form.")
    ] = None,
    last: Last = None,
    since: Since = None,
    until: Until = None,
    amendments: Annotated[bool, typer.Option("--amendments", help="Amendments of these forms too (10-K/A).")] = False,
    to: Folder = Path("filings"),
    contact: Contact = None,
    ingest: Ingest = False,
    index: IndexOption = None,
) -> None:
    """Fetch the main documents of filings from the SEC's EDGAR."""
    from tickmark.ingest.fetch.model import Wanted  # noqa: PLC0415 - brings the readers with it

    time = _time(last, since, until)
    wanted = Wanted(tuple(form or ()), *time, amendments=amendments)
    _fetch("sec", ticker, wanted, to, settings_for(index=index, contact=contact), ingest=ingest)


@app.command("hkex")
def hkex(
    stock_code: Annotated[list[str], typer.Option(metavar="CODE", help="The stock code, such as 06680. Repeatable.")],
    *,
    form: Annotated[
        list[str] | None,
        typer.Option(metavar="FORM", help="Such as annual-report or esg-report. Repeatable. Default: everything."),
    ] = None,
    last: Last = None,
    since: Since = None,
    until: Until = None,
    language: Annotated[str, typer.Option(metavar="LANG", help="en or zh.")] = "en",
    to: Folder = Path("filings"),
    contact: Contact = None,
    ingest: Ingest = False,
    index: IndexOption = None,
) -> None:
    """Fetch filings from HKEXnews, the archive of the Hong Kong exchange."""
    from tickmark.ingest.fetch.hkex_forms import FORMS  # noqa: PLC0415 - brings the readers with it
    from tickmark.ingest.fetch.model import Wanted  # noqa: PLC0415

    if unknown := [each for each in form or () if each not in FORMS]:
        raise typer.BadParameter(f"no such form: {', '.join(unknown)}. Forms are {', '.join(FORMS)}")
    if language not in ("en", "zh"):
        raise typer.BadParameter(f"--language is en or zh, and not {language!r}")
    wanted = Wanted(tuple(form or ()), *_time(last, since, until), language="en" if language == "en" else "zh-Hant")
    _fetch("hkex", stock_code, wanted, to, settings_for(index=index, contact=contact), ingest=ingest)


def _time(last: int | None, since: str | None, until: str | None) -> tuple[int | None, str | None, str | None]:
    for option, value in (("--from", since), ("--until", until)):
        try:
            if value is not None and date.fromisoformat(value).isoformat() != value:
                raise ValueError
        except ValueError as error:
            raise typer.BadParameter(f"{option} {value!r} is not a date; write it as 2024-03-28") from error
    if since and until and until < since:
        raise typer.BadParameter(f"--until {until} is before --from {since}")
    # Without any bound an issuer has thousands of filings, which hardly anyone means.
    return (1 if last is None and since is None else last), since, until


def _fetch(
    name: ArchiveName, issuers: Sequence[str], wanted: Wanted, to: Path, settings: Settings, *, ingest: bool
) -> None:
    from tickmark.ingest.fetch.folder import Folder as Keeper  # noqa: PLC0415
    from tickmark.service.intake import fetching  # noqa: PLC0415

    with fetching.open_archive(name, settings, say) as (archive, client):
        from tickmark.ingest.fetch.run import fetch  # noqa: PLC0415 - needs the extra

        say(f"asking {name.upper()} for filings of {', '.join(issuers)}")
        remotes, unknown = fetching.find(archive, issuers, wanted)
        for issuer, error in unknown:
            say(f"failed     {issuer}: {error}")
        done: list[Fetched] = []
        if remotes:
            with _progress(remotes) as advance:
                for each in fetch(client, Keeper(to), remotes):
                    done.append(each)
                    advance(each)
    typer.echo(_summary(done, unknown, to))
    failed = bool(unknown) or any(each.error for each in done)
    if ingest and (paths := [each.path for each in done if each.path]):
        failed |= _ingest(paths, settings)
    if failed:
        raise typer.Exit(1)


def _ingest(paths: Sequence[Path], settings: Settings) -> bool:
    """Read the files into the index; whether any of them failed."""
    from tickmark.ingest.model import Metadata  # noqa: PLC0415
    from tickmark.service.commands.ingest import summary, tell  # noqa: PLC0415
    from tickmark.service.intake import ingesting  # noqa: PLC0415

    candidates = [ingesting.Candidate(path.name, path, path.stat().st_size) for path in paths]
    outcomes = []
    with open_library(settings, write=True, create=True) as library:
        for outcome in ingesting.ingest(library, candidates, Metadata()):
            outcomes.append(outcome)
            tell(outcome)
    typer.echo(summary(outcomes))
    return any(outcome.error for outcome in outcomes)


@contextmanager
def _progress(remotes: Sequence[Remote]) -> Iterator[Callable[[Fetched], None]]:
    """A bar in a terminal, a line a filing elsewhere."""
    from rich.console import Console  # noqa: PLC0415

    console = Console(stderr=True, highlight=False, markup=False)
    if not console.is_terminal:
        yield _tell
        return
    from rich import progress  # noqa: PLC0415

    columns = (
        progress.TextColumn("fetching"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("filings, {task.fields[megabytes]:.1f} MB"),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=len(remotes), megabytes=0.0)
        size = 0

        def advance(each: Fetched) -> None:
            nonlocal size
            size += each.size if each.new else 0
            bar.update(task, advance=1, megabytes=size / MEGABYTE)
            if each.error:
                _tell(each)

        yield advance


def _tell(each: Fetched) -> None:
    """One line for one filing."""
    if each.error:
        say(f"failed     {each.remote.name}: {each.error}")
    else:
        say(f"{'fetched' if each.new else 'there':<10} {each.remote.name} ({each.size:,} bytes)")


def _summary(done: Sequence[Fetched], unknown: Sequence[tuple[str, FetchError]], to: Path) -> str:
    new = sum(each.new for each in done)
    failed = sum(each.error is not None for each in done)
    there = len(done) - new - failed
    lines = [
        f"{len(done):,} filing{'' if len(done) == 1 else 's'}: {new:,} fetched, {there:,} already there, "
        f"{failed:,} failed (in {to})"
    ]
    lines += [f"failed: {each.remote.name}" for each in done if each.error]
    lines += [f"failed: {issuer}" for issuer in dict.fromkeys(issuer for issuer, _ in unknown)]
    return "\n".join(lines)
