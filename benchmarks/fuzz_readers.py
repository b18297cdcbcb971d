"""Looks for files that a reader fails on: ``python benchmarks/fuzz_readers.py --form html --seconds 600``.

Hypothesis builds hostile filings of each form (:mod:`fuzz_inputs`), and of each is asked what must hold of every file:
it is read or refused with an error of the tree, and in a time that grows with its size; every figure stands where it
says; every planted word is found again, or the filing says what it lost; passages cover every block; and what is kept
in an index comes back as it was. What fails is written to ``--keep`` with its trace, smallest first found, one a place.
``--own FOLDER`` has files to change as well: real ones, that the project does not hold.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import resource
import signal
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_inputs import FORMS, SUFFIXES, Input, inputs
from hypothesis import HealthCheck, Phase, given, seed, settings

from tickmark.index.database.codec import decode_block, decode_figure, decode_passage, decode_row, encode, encode_block
from tickmark.ingest import read
from tickmark.ingest.errors import TickmarkError
from tickmark.ingest.model import Block, Filing, Table
from tickmark.ingest.split import split
from tickmark.service.intake.archives import Archive
from tickmark.service.intake.given import read_sidecar

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "filings"
REPORT = b"Harrow Vale plc\n\nAnnual report 2023\n\nRevenue rose by 5% in 2023.\n"
SUFFIX = (".txt", ".htm", ".csv", ".md", ".zip")


class Finding(Exception):
    """Something that must hold does not."""


class TooSlow(BaseException):
    """The time for one input is over; no reader can take it for an error of its own."""


def _over(_number: int, _frame: object) -> None:
    raise TooSlow


def allowed(data: bytes) -> float:
    """Processor seconds that one input may take: some for its start, and forty a megabyte (as unpacked)."""
    size = len(data)
    if data[:2] == b"PK":
        try:
            size = sum(info.file_size for info in zipfile.ZipFile(io.BytesIO(data)).infolist())
        except Exception:
            size = len(data)
    return 2.0 + 40e-6 * min(size, 50_000_000)


def check_filing(filing: Filing, planted: tuple[str, ...]) -> None:
    """What must hold of every filing."""
    seen: set[str] = set()
    for figure in filing.figures():
        if filing.text[slice(*figure.span.chars)] != figure.quote or not figure.quote:
            raise Finding("a figure does not stand where it says")
        if figure.id in seen:
            raise Finding("two figures of one name")
        seen.add(figure.id)
        period = figure.period
        if period and (period.start or period.end or "") > (period.end or ""):
            raise Finding("a period ends before it begins")
        if decode_figure(encode(figure)) != figure:
            raise Finding("a figure does not come back as it was kept")
    passages, rows = split(filing)
    covered = {n for p in passages for n in range(p.span.lines[0], p.span.lines[1] + 1)}
    covered |= {
        n for n, line in enumerate(filing.text.split("\n"), 1) if not re.search(r"\w", re.sub("<[^>]*>", "", line))
    }
    for block in filing.blocks:
        start, stop = block.span.chars
        if not 0 <= start <= stop <= len(filing.text):
            raise Finding("a block stands outside the text")
        if any(map(str.strip, _shown(block))) and not covered.issuperset(
            range(block.span.lines[0], block.span.lines[1] + 1)
        ):
            raise Finding("a block stands in no passage")
        if decode_block(*encode_block(block)) != block:
            raise Finding("a block does not come back as it was kept")
    if {name for row in rows for name in row.figure_ids} != seen:
        raise Finding("rows and figures differ")
    if any(decode_passage(encode(each)) != each for each in passages) or any(decode_row(encode(r)) != r for r in rows):
        raise Finding("a passage or row does not come back as it was kept")
    said = " ".join(text for block in filing.blocks for text in _shown(block))
    lost = [word for word in planted if word not in said]
    told = [w for w in filing.warnings if "was found" not in w]
    if lost and not told:
        raise Finding("words are lost and nothing is said")


def _shown(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell for row in block.grid for cell in row)
        yield from (block.caption, block.lead_in, block.unit_line, *(aside.text for aside in block.noise))
    else:
        yield block.text


def check(data: bytes, name: str, planted: tuple[str, ...] = ()) -> None:
    """Reads one input. Raises whatever is wrong with how it was read."""
    try:
        if name.endswith(".zip"):
            archive = Archive(io.BytesIO(data))
            found = archive.contents(name, SUFFIX)
            for error in found.failed:
                _told(error)
            for member in found.members:
                try:
                    read(archive.unpack(member.inside, member.source), member.source)
                except TickmarkError as error:
                    _told(error)
            return
        filing = _beside(data) if name.endswith(".json") else read(data, name)
    except TickmarkError as error:
        _told(error)
        return
    check_filing(filing, planted)


def _beside(data: bytes) -> Filing:
    """A small report with these bytes as the record beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        path.with_name("report.txt.meta.json").write_bytes(data)
        filing = read(REPORT, path.name, read_sidecar(path))
    names = (filing.title, filing.issuer, filing.form or "", *filing.issuer_names, *filing.tickers)
    " ".join(names).encode()
    return filing


def check_growth(data: bytes, name: str, spent: float) -> None:
    """Whether the time for a text grows with it: half and quarter of it are read again, where it took long."""
    if spent < 1 or name.endswith((".docx", ".xlsx", ".pdf", ".zip", ".json")):
        return
    took = [spent]
    for part in (2, 4, 8):
        began = time.process_time()
        check(data[: len(data) // part], name)
        took.append(time.process_time() - began)
    if took[0] > 9 * took[2] and took[1] > 9 * took[3]:
        raise Finding("the time grows faster than the file")


def _told(error: TickmarkError) -> None:
    if not (error.what and error.where and error.hint):
        raise Finding("an error does not say what, where and what to do") from error
    if len(str(error)) > 1_000:
        raise Finding("an error longer than anyone reads") from error


@dataclass(slots=True)
class Search:
    """One run over one form. ``found``: how often each place failed."""

    form: str
    keep: Path | None
    examples: int = 0
    found: Counter[str] = field(default_factory=Counter)

    def place(self, error: BaseException) -> str:
        """Where it failed: the kind of error and the innermost line of Tickmark's own."""
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "/tickmark/" in f.filename]
        kind = str(error) if isinstance(error, Finding) else type(error).__name__
        at = f"{frames[-1].filename.rpartition('/tickmark/')[2]}:{frames[-1].lineno}" if frames else "check"
        return kind if isinstance(error, Finding) else f"{kind} at {at}"

    def one(self, given_input: Input) -> None:
        """Tries one input, and raises only what is new."""
        data, planted = given_input
        self.examples += 1
        name = f"fuzz{SUFFIXES[self.form]}"
        try:
            signal.setitimer(signal.ITIMER_PROF, allowed(data))
            try:
                began = time.process_time()
                check(data, name, planted)
                spent = time.process_time() - began
                signal.setitimer(signal.ITIMER_PROF, allowed(data))
                check_growth(data, name, spent)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.note(data, error)

    def note(self, data: bytes, error: BaseException) -> None:
        """Counts a failure; of each place the smallest input is kept."""
        place = self.place(error)
        self.found[place] += 1
        name = hashlib.sha256(place.encode()).hexdigest()[:8]
        if self.found[place] == 1:
            print(f"{self.form}: {place} ({len(data)} bytes, {name})", flush=True)
        if self.keep is None:
            return
        target = self.keep / f"{self.form}-{name}{SUFFIXES[self.form]}"
        if not target.exists() or target.stat().st_size > len(data):
            target.write_bytes(data)
            trace = "".join(traceback.format_exception(error)[-12:])
            target.with_name(target.name + ".trace").write_text(f"{place}\n{trace}", encoding="utf-8")


def search(form: str, *, seconds: float, first: int, keep: Path | None, size: int, own: Path | None) -> Search:
    """Searches one form for so many seconds of processor time; ``own``: a folder of more files to change."""
    run = Search(form, keep)
    strategy = inputs(form, [CORPUS, own] if own else [CORPUS], size)
    number = first
    began = time.process_time()
    while time.process_time() - began < seconds:

        @seed(number)
        @settings(
            max_examples=50,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def attempt(given_input: Input) -> None:
            if time.process_time() - began < seconds:
                run.one(given_input)

        attempt()
        number += 1
    spent = time.process_time() - began
    print(
        f"{form}: {run.examples} inputs in {spent:.0f} s, seeds {first} to {number - 1}, {len(run.found)} places",
        flush=True,
    )
    return run


def main() -> int:
    """Command line. Exit status 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--form", choices=FORMS, nargs="*", default=FORMS)
    parser.add_argument("--seconds", type=float, default=60.0, help="processor time for each form")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=60_000, help="characters of the inputs that are grown")
    parser.add_argument("--own", type=Path, help="folder of files to change, beside the samples")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that fail")
    parser.add_argument("--megabytes", type=int, default=2_000, help="memory that the process may take")
    parser.add_argument(
        "--try", dest="again", type=Path, nargs="*", default=[], help="read these files, and nothing else"
    )
    chosen = parser.parse_args()
    signal.signal(signal.SIGPROF, _over)
    resource.setrlimit(resource.RLIMIT_AS, (chosen.megabytes * 2**20,) * 2)
    if chosen.again:
        for path in chosen.again:
            started = time.process_time()
            check(path.read_bytes(), path.name)
            print(f"{path.name}: holds, {time.process_time() - started:.2f} s")
        return 0
    if chosen.keep:
        chosen.keep.mkdir(parents=True, exist_ok=True)
    how = {"first": chosen.seed, "keep": chosen.keep, "size": chosen.size, "own": chosen.own}
    runs = [search(form, seconds=chosen.seconds, **how) for form in chosen.form]
    return int(any(run.found for run in runs))


if __name__ == "__main__":
    raise SystemExit(main())
