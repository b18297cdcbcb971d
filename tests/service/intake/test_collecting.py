"""Which files are read: every path that leads to none is named, with what to do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tickmark.ingest.errors import UnreadableFile
from tickmark.service.intake.collecting import collect
from tickmark.service.intake.ingesting import read_candidate


def told(path: Path) -> str:
    (outcome,) = collect([path]).failed
    assert outcome.error is not None
    assert outcome.error.hint
    return outcome.error.what


def test_paths_that_lead_to_no_file(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Revenue was £5 million.", encoding="utf-8")
    assert told(tmp_path / "gone.txt") == "there is no such file or folder"
    assert told(report / "page.txt") == "there is no such file or folder"
    assert "too long" in told(tmp_path / ("x" * 3_000))
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in told(tmp_path / "pipe")
    assert "not a file" in told(Path("/dev/zero"))


def test_what_is_no_file_in_a_folder_is_left(tmp_path: Path) -> None:
    """A link to nothing looks like a filing, so it is named; a socket does not."""
    (tmp_path / "lost.pdf").symlink_to(tmp_path / "nowhere.pdf")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "s.txt"))
        (candidate,) = collect([tmp_path]).candidates
    assert candidate.source == "lost.pdf"
    with pytest.raises(UnreadableFile, match="No such file"):
        read_candidate(candidate)


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path) -> None:
    """Asked as a user who may not: root may look everywhere."""
    tmp_path.chmod(0o755)  # the folders above it may be closed as well, but it is where the process begins
    (tmp_path / "open.txt").write_text("Revenue was £5 million.", encoding="utf-8")
    (tmp_path / "closed").mkdir(mode=0)
    code = (
        "import os\n"
        "from pathlib import Path\n"
        "from tickmark.service.intake.collecting import collect\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "plan = collect([Path('.')])\n"
        "print([c.source for c in plan.candidates], [str(o.error) for o in plan.failed])\n"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout == "['open.txt'] ['closed: Permission denied. Check the path, and that it may be read.']\n"
