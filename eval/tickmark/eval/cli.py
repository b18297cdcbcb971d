"""``tickmark eval``: run systems on sets of questions, score what they say, and compare.

Joins the command line through the entry-point group ``tickmark.commands``. Only typer is imported here; what a command
needs, it imports when it runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

RANKED = "nDCG@10 R@5 RR@3 RR"

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Score this and other systems on the same questions.",
)

MeasuresOption = Annotated[
    str, typer.Option("--measures", metavar="NAMES", help="Measures of ir-measures, separated by blanks.")
]
SeedOption = Annotated[int, typer.Option(help="The seed of everything random.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("run")
def run_command(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The set: documents, questions, judgements.")],
    system: Annotated[
        str, typer.Option("--system", metavar="NAME", help="See `tickmark eval systems`; trec:FILE is a run file.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="RUN", help="The folder to write the run to.")],
    *,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages to ask for.")] = 20,
    index: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to keep indexes for runs to come. Default: nowhere.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Draw only so many questions.")] = None,
    seed: SeedOption = 0,
    field: Annotated[
        str | None, typer.Option(metavar="NAME", help="The field of queries.jsonl to ask, where there are several.")
    ] = None,
    split: Annotated[str | None, typer.Option(metavar="NAME", help="The judgements in qrels/NAME.tsv.")] = None,
    pages_from: Annotated[int, typer.Option(min=0, max=1, help="The number of the first page in the judgements.")] = 1,
    facts: Annotated[
        bool, typer.Option("--facts", help="Tell the system what the set knows of each document: issuer, form, date.")
    ] = False,
) -> None:
    """Ask a system every question of a set, and write down what it says."""
    from tickmark.eval.datasets import Options, load  # noqa: PLC0415
    from tickmark.eval.run import run  # noqa: PLC0415
    from tickmark.eval.systems import make  # noqa: PLC0415

    made = make(system)
    dataset = load(data, Options(text_field=field, split=split, pages_from=pages_from, limit=limit, seed=seed))
    every = max(1, len(dataset.questions) // 20)
    record, _ = run(
        dataset,
        made,
        out=out,
        index=index,
        k=k,
        facts=facts,
        seed=seed,
        settings={"limit": limit, "field": field, "split": split, "pages_from": pages_from},
        advance=lambda done: None if done % every else _say(f"{done}/{len(dataset.questions)} questions"),
    )
    _say(
        f"{record.system} on {record.dataset}: {record.documents} documents, {record.questions} questions, "
        f"{record.answered} responses, {record.failed} failed; {record.prepare_seconds:.1f} s to prepare, "
        f"{record.ask_seconds:.1f} s to ask"
    )
    for unread in record.unread:
        _say(f"not read: {unread.what}: {unread.why}")
    if record.unread:
        _say(f"{len(record.unread)} things could not be read; what is judged there counts as not found")
    typer.echo(str(out))


@app.command("score")
def score_command(
    runs: Annotated[list[Path], typer.Argument(help="Folders of runs.", show_default=False)],
    *,
    measures: MeasuresOption = RANKED,
    seed: SeedOption = 0,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print a table in Markdown.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score runs; writes scores.json into the folder of each. Several runs are shown side by side."""
    import msgspec  # noqa: PLC0415

    from tickmark.eval.record import read_run, write_scores  # noqa: PLC0415
    from tickmark.eval.score import score  # noqa: PLC0415
    from tickmark.eval.tables import scored  # noqa: PLC0415

    found = []
    for run in runs:
        scores = score(read_run(run), ranked=measures.split(), seed=seed)
        write_scores(run, scores)
        found.append(scores)
    if as_json:
        typer.echo(msgspec.json.encode(found[0] if len(found) == 1 else found).decode())
    else:
        typer.echo(scored(found, markdown=markdown))


@app.command("compare")
def compare_command(
    a: Annotated[Path, typer.Argument(help="The folder of one run.", show_default=False)],
    b: Annotated[Path, typer.Argument(help="The folder of the other.", show_default=False)],
    *,
    measures: MeasuresOption = RANKED,
    seed: SeedOption = 0,
    as_json: JsonOption = False,
) -> None:
    """Compare two runs on the same questions: differences, intervals, p-values, and what was won and lost.

    Won and lost are those of the second run.
    """
    import msgspec  # noqa: PLC0415

    from tickmark.eval.compare import compare  # noqa: PLC0415
    from tickmark.eval.record import read_run  # noqa: PLC0415
    from tickmark.eval.tables import compared  # noqa: PLC0415

    comparison = compare(read_run(a), read_run(b), ranked=measures.split(), seed=seed)
    typer.echo(msgspec.json.encode(comparison).decode() if as_json else compared(comparison))
    for names, system in ((comparison.only_a, comparison.a), (comparison.only_b, comparison.b)):
        if names:
            _say(f"only {system} has: {', '.join(names)}")


@app.command("report")
def report_command(
    runs: Annotated[list[Path], typer.Argument(help="Folders of runs on one set.", show_default=False)],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")] = Path("report.html"),
    measures: MeasuresOption = RANKED,
    seed: SeedOption = 0,
) -> None:
    """Write one HTML file with scores, plots, and every question. The others are compared with the first run."""
    from tickmark.eval.record import read_run  # noqa: PLC0415
    from tickmark.eval.report import report  # noqa: PLC0415

    out.write_text(report([read_run(run) for run in runs], ranked=measures.split(), seed=seed), encoding="utf-8")
    typer.echo(str(out))


@app.command("gate")
def gate_command(
    *,
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The set.")] = Path("corpus"),
    thresholds: Annotated[Path | None, typer.Option(metavar="FILE", help="Thresholds other than the stored.")] = None,
    set_from_here: Annotated[
        bool, typer.Option("--set-from-here", help="Measure, and store what was measured less a margin.")
    ] = False,
) -> None:
    """Run Tickmark on the sample corpus and fail below the stored thresholds."""
    from tickmark.eval.gate import THRESHOLDS, checks, set_thresholds  # noqa: PLC0415
    from tickmark.eval.tables import grid, number  # noqa: PLC0415

    stored = thresholds or THRESHOLDS
    if set_from_here:
        limits = set_thresholds(data, stored)
        typer.echo(grid([["measure", "threshold"], *([name, number(limit)] for name, limit in limits.items())]))
        return
    found = checks(data, stored)
    rows = [["measure", "measured", "threshold", "passed"]]
    rows += [[c.measure, number(c.value), number(c.threshold), "yes" if c.passed else "NO"] for c in found]
    typer.echo(grid(rows))
    if not all(check.passed for check in found):
        raise typer.Exit(1)


@app.command("systems")
def systems_command() -> None:
    """List the systems that can be run."""
    from tickmark.eval.systems import SYSTEMS  # noqa: PLC0415

    for name, (about, _) in SYSTEMS.items():
        typer.echo(f"{name:<20} {about}")
    typer.echo(f"{'trec:FILE':<20} any other, by the TREC run file that it wrote")


def _say(text: str) -> None:
    typer.echo(text, err=True)
