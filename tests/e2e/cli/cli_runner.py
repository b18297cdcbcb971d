"""The command line run as its users run it, and two small filings for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPORT = """Northwind Magnetics Ltd.

(Stock Code: 01234)

# ESG report 2022

## Climate

Published on 30 March 2023.

Indicator\tUnit\t2021\t2022
Total emissions of the plants\ttCO2e\t91,777\t88,404
Emissions of purchased power\ttCO2e\t70,310\t66,215
"""
LETTER = """Brookside Pumps plc

# Letter to shareholders

The dividend for 2023 was 12.5 pence per share.
"""

Result = subprocess.CompletedProcess[str]


def tickmark(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Result:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TICKMARK_")}
    code = "from tickmark.service.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=cwd,
        env={**inherited, "HF_HUB_OFFLINE": "1", "COLUMNS": "200", **environment},
    )


def assert_readable(result: Result, status: int) -> None:
    """The error of a person: its status, nothing on standard output, a line or two and no traceback."""
    assert result.returncode == status, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()
