"""Measures Tickmark as a user meets it, each step a process of its own: ingest, a warm question, the help text.

    python benchmarks/speed.py FOLDER_OR_FILE... [--questions FILE] [--runs N]

``--questions`` is a JSON Lines file with a ``question`` each (``corpus/questions.jsonl`` by default). Printed are
medians, with the smallest and largest of the runs behind; times are wall-clock seconds or milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
TICKMARK = [sys.executable, "-c", "from tickmark.service.cli import main; main()"]


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HF_HUB_OFFLINE": "1"})
    return time.perf_counter() - started


def _line(what: str, values: list[float], unit: str) -> None:
    low, middle, high = min(values), statistics.median(values), max(values)
    print(f"{what:44} {middle:8.2f} {unit}   ({low:.2f} to {high:.2f}, {len(values)} runs)")


def _ask(index: str, questions: list[str]) -> list[float]:
    """Milliseconds of each question in one warm process."""
    from tickmark.index.library import Library  # noqa: PLC0415 - only here, and only after the ingest was timed
    from tickmark.service.answer import answer  # noqa: PLC0415

    with Library.open(index) as library:
        for question in questions[:5]:
            answer(library, question)
        times = []
        for question in questions:
            started = time.perf_counter()
            answer(library, question)
            times.append(1000 * (time.perf_counter() - started))
    return times


def main() -> None:
    """Runs all measurements and prints them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--questions", default=str(ROOT / "corpus" / "questions.jsonl"))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    _line("tickmark --help", [_timed([*TICKMARK, "--help"]) for _ in range(max(5, given.runs))], "s")
    with tempfile.TemporaryDirectory() as folder:
        times = [_timed([*TICKMARK, "ingest", *given.paths, "--index", f"{folder}/{run}"]) for run in range(given.runs)]
        _line("ingest, embeddings included, whole process", times, "s")
        questions = [json.loads(line)["question"] for line in Path(given.questions).read_text("utf-8").splitlines()]
        asked = sorted(_ask(f"{folder}/0", questions))
        print(f"{'a warm question, p50':44} {statistics.median(asked):8.2f} ms  ({len(asked)} questions)")
        print(f"{'a warm question, p95':44} {asked[int(0.95 * len(asked))]:8.2f} ms")


if __name__ == "__main__":
    main()
