"""How fast PDF files are read: ``python benchmarks/pdf.py FILE...``.

Pages per second of processor time, on one core: the reader alone, the whole of reading (tables and figures made), and
pdfplumber's text and tables of the same pages where it is installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from tickmark.ingest import read
from tickmark.ingest.readers.pdf import read_pdf


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def plumbed(path: Path) -> None:
    import pdfplumber  # type: ignore[import-not-found]  # noqa: PLC0415 - only compared with

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


def main(paths: list[str]) -> None:
    print(f"{'file':30} {'pages':>6} {'reader':>8} {'read':>8} {'pdfplumber':>11}   pages a second")
    for path in map(Path, paths):
        data = path.read_bytes()
        with pdfium.PdfDocument(data) as document:
            pages = len(document)
        times = [seconds(lambda: read_pdf(data, path.name)), seconds(lambda: read(data, path.name))]  # noqa: B023
        try:
            times.append(seconds(lambda: plumbed(path)))  # noqa: B023
        except ImportError:
            times.append(float("inf"))
        rates = [f"{pages / spent:.1f}" if spent < float("inf") else "-" for spent in times]
        print(f"{path.name[-30:]:30} {pages:>6} {rates[0]:>8} {rates[1]:>8} {rates[2]:>11}")


if __name__ == "__main__":
    main(sys.argv[1:])
