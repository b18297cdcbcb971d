"""Figures of a folder of HTML filings as JSON lines, one file a filing, with all cores: what a scorer reads.

python benchmarks/ixbrl.py FILINGS OUTPUT [--only NAME ...] [--cells]
"""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tickmark.ingest.readers import read
from tickmark.service.wire.response import flat_figure


def write(job: tuple[Path, Path, bool]) -> tuple[str, int, float]:
    """Reads one filing and writes its figures; returns its name, how many there are, and the seconds it took."""
    path, target, cells = job
    began = time.perf_counter()
    filing = read(path.read_bytes(), path.name)
    figures = [flat_figure(figure, filing).model_dump_json() for figure in filing.figures() if figure.cell or not cells]
    target.write_text("".join(f"{line}\n" for line in figures), encoding="utf-8")
    return path.name, len(figures), time.perf_counter() - began


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("filings", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--cells", action="store_true", help="leave out the figures of running text")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    paths = [p for p in sorted(given.filings.glob("*.htm*")) if not given.only or p.stem in given.only]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for name, count, seconds in pool.map(
            write, [(p, given.output / f"{p.stem}.jsonl", given.cells) for p in paths]
        ):
            print(f"{name}: {count} figures in {seconds:.1f} s")


if __name__ == "__main__":
    main()
