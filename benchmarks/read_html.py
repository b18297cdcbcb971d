"""How fast HTML filings are read, and in how much memory: ``python benchmarks/read_html.py FILE... [--runs N]``.

Megabytes per second of processor time on one core: the whole of reading (tables, figures and inline XBRL, without
embedding) beside ``pandas.read_html`` on the same bytes, which gives the cells of tables and nothing else. Every run
reads each file with both, one right after the other; printed are medians over the runs. Then the peak memory of a
fresh process that reads one filing of about ``--size`` megabytes, made by repeating the body of the first file, and
with ``--table ROWS COLUMNS`` of one that reads a single table so large; ``--table`` alone needs no file.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import platform
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tickmark.ingest import read

_MISSING = "pandas and lxml are not installed: `pip install pandas lxml` compares with pandas.read_html"
_BODY = re.compile(rb"<body\b[^>]*>(.*)</body\s*>", re.IGNORECASE | re.DOTALL)


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def pandas_reader() -> Callable[[bytes], object] | None:
    """``pandas.read_html`` with lxml, where it is installed."""
    try:
        import lxml.html  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: F401, PLC0415
        import pandas as pd  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415
    except ImportError:
        return None
    return lambda data: pd.read_html(io.BytesIO(data), flavor="lxml", encoding="utf-8")


def repeated(data: bytes, size: int) -> bytes:
    """``data`` with its body repeated until the whole has at least ``size`` bytes."""
    body = _BODY.search(data)
    start, stop = body.span(1) if body else (0, len(data))
    times = max(1, -(-(size - len(data) + stop - start) // (stop - start)))
    return data[:start] + data[start:stop] * times + data[stop:]


def table(rows: int, columns: int) -> bytes:
    """A page that holds one table of numbers, all different nearly everywhere."""
    head = "".join(f"<td>{2024 - column}" for column in range(columns - 1))
    body = (
        f"<tr><td>Row {n}" + "".join(f"<td>{n * each + 5:,}" for each in range(1, columns)) for n in range(rows - 1)
    )
    return f"<!DOCTYPE html><html><body><table><tr><td>Item{head}{''.join(body)}</table></body></html>".encode()


def alone(data: bytes, what: str) -> None:
    """Reads one file in a fresh process, and prints its time and memory."""
    fresh = multiprocessing.get_context("spawn")
    answer = fresh.SimpleQueue()
    process = fresh.Process(target=peak, args=(data, answer))
    process.start()
    spent, before, after = answer.get()
    process.join()
    print(
        f"{what} of {len(data) / 1e6:.1f} MB: {spent:.1f} s, {after:.0f} MB at the peak ({before:.0f} before reading)"
    )


def peak(data: bytes, answer: multiprocessing.SimpleQueue[tuple[float, float, float]]) -> None:
    """Puts seconds, and the peak memory in megabytes before and after reading, on the queue."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    spent = seconds(lambda: read(data, "long.htm"))
    answer.put((spent, before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))


def compare(files: list[bytes], runs: int) -> None:
    """Prints a line a file, and one for all of them."""
    theirs = pandas_reader()
    if theirs is None:
        print(_MISSING)
    print(f"{'file':>6} {'MB':>6} {'tickmark':>10} {'read_html':>10}   MB a second, medians of {runs} runs")
    total = [0.0, 0.0]
    for number, data in enumerate(files, 1):
        times: list[list[float]] = [[], []]
        for _ in range(runs):
            times[0].append(seconds(lambda: read(data, "filing.htm")))  # noqa: B023
            if theirs is not None:
                times[1].append(seconds(lambda: theirs(data)))  # noqa: B023
        middles = [statistics.median(each) if each else float("inf") for each in times]
        total = [so_far + middle for so_far, middle in zip(total, middles, strict=True)]
        _line(str(number), len(data), middles)
    _line("all", sum(map(len, files)), total)


def _line(name: str, size: int, spent: list[float]) -> None:
    rates = [f"{size / 1e6 / each:.2f}" if each < float("inf") else "-" for each in spent]
    print(f"{name:>6} {size / 1e6:>6.2f} {rates[0]:>10} {rates[1]:>10}")


def main() -> None:
    """Runs all measurements and prints them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--size", type=float, default=10.0, help="megabytes of the long file")
    parser.add_argument("--table", type=int, nargs=2, metavar=("ROWS", "COLUMNS"), help="a large table to read")
    given = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    if files := [path.read_bytes() for path in given.paths]:
        compare(files, given.runs)
        alone(repeated(files[0], int(given.size * 1e6)), "a filing")
    if given.table:
        alone(table(*given.table), "a table")


if __name__ == "__main__":
    main()
