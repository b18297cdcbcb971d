"""A command line run with a terminal for its messages, as a person sees it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Shown", "in_a_terminal"]

_CODE = "from tickmark.service.cli import main; main()"


class Shown(NamedTuple):
    """The exit status, what went to standard output, and what the terminal showed of the messages."""

    status: int
    out: str
    terminal: str


def in_a_terminal(*arguments: object, variables: Mapping[str, str]) -> Shown:
    """Runs ``tickmark`` with its messages going to a terminal of 120 columns."""
    main, other = pty.openpty()
    command = [sys.executable, "-c", _CODE, *map(str, arguments)]
    surroundings = {**os.environ, **variables, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=other, text=True, env=surroundings) as process:
        os.close(other)
        shown = b""
        while chunk := _read(main):
            shown += chunk
        out = process.communicate(timeout=60)[0]
    os.close(main)
    return Shown(process.returncode, out, shown.decode())


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the last one at the other end has gone
        return b""
