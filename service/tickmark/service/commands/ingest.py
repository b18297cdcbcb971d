"""``tickmark ingest``: files and folders into the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tickmark.service.commands.common import IndexOption, open_library, say, settings_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickmark.service.intake.ingesting import Candidate, Outcome, Plan

__all__ = ["ingest", "summary", "tell"]


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files, and folders with all that is in them.", show_default=False),
    ],
    *,
    index: IndexOption = None,
    issuer: Annotated[str | None, typer.Option(metavar="NAME", help="Who issued these filings.")] = None,
    stock_code: Annotated[str | None, typer.Option(metavar="CODE", help="Their stock code.")] = None,
    form: Annotated[str | None, typer.Option(metavar="FORM", help='Their form, such as "annual report".')] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When they were published.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title, of one filing.")] = None,
    language: Annotated[str | None, typer.Option(metavar="LANG", help="en, zh-Hant or zh-Hans.")] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV or JSON, a row a file: source, and what is said of it."),
    ] = None,
) -> None:
    """Read filings into the index, made if it is not there yet.

    What is said of the filings here wins over what is read from them; what a manifest or a NAME.meta.json beside a
    file says of that file wins over both. A file that is there already is left alone; one
    that has changed is replaced whole.
    """
    from tickmark.service.intake import ingesting  # noqa: PLC0415 - the readers
    from tickmark.service.intake.given import read_manifest  # noqa: PLC0415

    given = ingesting.metadata(
        title=title, issuer=issuer, stock_code=stock_code, form=form, published=published, language=language
    )
    rows = read_manifest(manifest) if manifest else None
    settings = settings_for(index=index)
    plan = ingesting.collect(paths)
    if given.title and len(plan.candidates) > 1:
        raise typer.BadParameter(f"--title names one filing, and there are {len(plan.candidates)} here")
    _tell_passed_over(plan)
    outcomes = list(plan.failed)
    for outcome in plan.failed:
        tell(outcome)
    if plan.candidates:
        with open_library(settings, write=True, create=True) as library, _progress(plan) as advance:
            for candidate, outcome in zip(
                plan.candidates, ingesting.ingest(library, plan.candidates, given, rows), strict=True
            ):
                outcomes.append(outcome)
                advance(candidate, outcome)
    for source in rows.unused() if rows else ():
        say(f"not here   {source}: named in the manifest, and not among these files")
    typer.echo(summary(outcomes))
    if any(outcome.error for outcome in outcomes):
        raise typer.Exit(1)


def tell(outcome: Outcome) -> None:
    """One line for one file."""
    if outcome.error:
        say(f"failed     {outcome.error}")
        return
    say(
        f"{outcome.change:<10} {outcome.source} ({_count(outcome.tables, 'table')}, "
        f"{_count(outcome.figures, 'figure')}, {_count(outcome.passages, 'passage')})"
    )
    for warning in outcome.warnings:
        say(f"           {outcome.source}: {warning}")


def _tell_passed_over(plan: Plan) -> None:
    if plan.passed_over:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(plan.passed_over.items()))
        say(f"passed over {_count(plan.passed_over.total(), 'file')} of other kinds: {kinds}")


@contextmanager
def _progress(plan: Plan) -> Iterator[Callable[[Candidate, Outcome], None]]:
    """A bar in a terminal, a line a file elsewhere."""
    from rich.console import Console  # noqa: PLC0415

    console = Console(stderr=True, highlight=False, markup=False)
    if not console.is_terminal:
        yield lambda _, outcome: tell(outcome)
        return
    from rich import progress  # noqa: PLC0415

    columns = (
        progress.TextColumn("reading"),
        progress.BarColumn(),
        progress.TextColumn("{task.fields[done]}/{task.fields[of]} filings"),
        progress.DownloadColumn(),
        progress.TimeRemainingColumn(),
    )
    total = sum(candidate.size for candidate in plan.candidates)
    with progress.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, done=0, of=len(plan.candidates))
        done = 0

        def advance(candidate: Candidate, outcome: Outcome) -> None:
            nonlocal done
            done += 1
            bar.update(task, advance=candidate.size, done=done)
            # Only what a person has to look at: the rest is in the bar and in the summary.
            if outcome.error or outcome.warnings:
                tell(outcome)

        yield advance


def summary(outcomes: list[Outcome]) -> str:
    """What became of all of them, in three lines."""
    changes: Counter[str] = Counter(outcome.change or "failed" for outcome in outcomes)
    told = ", ".join(f"{changes[change]} {change}" for change in ("added", "replaced", "unchanged", "failed"))
    counts = [
        _count(sum(getattr(outcome, f"{noun}s") for outcome in outcomes), noun)
        for noun in ("table", "figure", "passage")
    ]
    lines = [f"{_count(len(outcomes), 'filing')}: {told}", ", ".join(counts)]
    set_aside = sum(outcome.set_aside for outcome in outcomes)
    not_understood = sum(outcome.not_understood for outcome in outcomes)
    warnings = sum(len(outcome.warnings) for outcome in outcomes)
    lines.append(
        f"set aside as noise: {_count(set_aside, 'line')}; "
        f"not understood: {_count(not_understood, 'cell')} with digits; {_count(warnings, 'warning')}"
    )
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
