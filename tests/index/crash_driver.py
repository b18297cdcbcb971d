"""Kills a process that changes an index at one point after another, and looks each time at what is left.

Run as ``python crash_driver.py FOLDER points|moments COUNT``. Prints how many times it killed; exits 1 with the reason
when an index was left half-done. It forks, so it does no work itself: every check is a process of its own.

*points*: at the n-th SQL statement, or file opened, renamed, made or removed, for n spread over the whole change.
*moments*: at any time, also inside tantivy and FAISS, while changes go on for ever.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path

import faiss  # noqa: F401  imported before forking, so that no child spends its life importing
import tantivy  # noqa: F401
from index_samples import HashingEmbedder, read

from tickmark.index.library import Library
from tickmark.ingest.errors import UnknownDocument

WATCHED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "shutil.rmtree"}


def in_child(work):
    """Run in a process of its own; its exit status, or -9 when it was killed."""
    pid = os.fork()
    if pid == 0:
        status = 0
        try:
            work()
        except BaseException:
            traceback.print_exc()
            status = 1
        sys.stderr.flush()
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def prepare(folder):
    with Library.open(folder, create=True, embedder=HashingEmbedder()) as library:
        list(library.add_many([read(1, source="a.txt"), read(2, source="b.txt"), read(3, source="c.txt")]))


def change(folder, kill_at=None):
    """Add one filing, replace one, remove one, and bring the views up to date."""
    count = [0]

    def tick(*_):
        count[0] += 1
        if count[0] == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    library = Library.open(folder, write=True, embedder=HashingEmbedder())
    sys.addaudithook(lambda event, args: tick() if event in WATCHED and str(folder) in str(args) else None)
    library.store._writer.set_trace_callback(tick)
    library.add(*read(4, source="d.txt"))
    library.refresh()
    library.add(*read(5, source="b.txt"))
    with suppress(UnknownDocument):  # when it was killed after this, the last time
        library.remove(read(3)[0].id)
    library.close()
    (folder / "points").write_text(str(count[0]))


def change_for_ever(folder):
    library = Library.open(folder, write=True, embedder=HashingEmbedder())
    reported = folder / "reported"
    # onward from what was reported: a filing that replaces a later one would look like a loss
    said = reported.read_text().split() if reported.exists() else []  # killed before it wrote: there, and empty
    number = int(said[-1]) + 1 if said else 10
    while True:
        library.add(*read(number, source=f"{number % 5}.txt", passages=number % 4))
        library.refresh()
        with reported.open("a") as file:
            file.write(f"{number}\n")
        number += 1


def check(folder, states=None):
    """Every filing is there whole, the state is one of those allowed, and both views hold just what the store does."""
    with Library.open(folder, embedder=HashingEmbedder()) as library:
        summaries = library.summaries()
        passages, rows = set(), set()
        for summary in summaries:
            filing = library.load(summary.id)
            number = int(summary.id, 16)
            expected = read(number, source=summary.source, passages=summary.passages)
            assert (filing, library.passages_of(filing.id), library.rows_of(filing.id)) == expected, "half a filing"
            passages |= {p.id for p in expected[1]}
            rows |= {r.id for r in expected[2]}
        state = tuple(int(summary.id, 16) for summary in summaries)
        assert states is None or state in states, f"{state} is no state between two changes"
        for kind, kept in (("passage", passages), ("row", rows)):
            for find in (library.lexical, library.dense):
                assert {item for item, _ in find("every", 9999, kind)} == kept, f"{kind}: a view disagrees"
        reported = folder / "reported"
        if reported.exists() and (lines := reported.read_text().split()):
            last = int(lines[-1])
            newest = {int(s.source[0]): int(s.id, 16) for s in summaries if s.source[0].isdigit()}
            assert newest[last % 5] >= last, "what was reported done is lost"
    with Library.open(folder, write=True, embedder=HashingEmbedder(), wait=0):
        pass  # the lock of the killed process is free


def points(folder, count):
    states = {(1, 2, 3), (1, 2, 3, 4), (1, 3, 4, 5), (1, 4, 5)}
    base, trial = folder / "base", folder / "trial"
    assert in_child(lambda: prepare(base)) == 0
    shutil.copytree(base, trial)
    assert in_child(lambda: change(trial)) == 0
    total = int((trial / "points").read_text())
    for n in range(count):
        shutil.rmtree(trial)
        shutil.copytree(base, trial)
        kill_at = 1 + n * (total - 1) // max(1, count - 1)
        assert in_child(partial(change, trial, kill_at)) == -signal.SIGKILL, f"not killed at {kill_at} of {total}"
        assert in_child(lambda: check(trial, states)) == 0, f"killed at {kill_at} of {total}"
        assert in_child(lambda: change(trial)) == 0, f"cannot go on after being killed at {kill_at}"
        assert in_child(lambda: check(trial, {(1, 4, 5)})) == 0, f"wrong at the end, after {kill_at}"
    return count


def moments(folder, count):
    chance = random.Random(7)
    trial = folder / "trial"
    assert in_child(lambda: prepare(trial)) == 0
    for n in range(count):
        pid = os.fork()
        if pid == 0:
            try:
                change_for_ever(trial)
            finally:
                traceback.print_exc()
                os._exit(1)
        time.sleep(chance.uniform(0.05, 0.4))
        os.kill(pid, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert status == -signal.SIGKILL, f"died of itself, run {n}"
        assert in_child(lambda: check(trial)) == 0, f"killed in run {n}"
    return count


if __name__ == "__main__":
    folder, mode, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    try:
        print({"points": points, "moments": moments}[mode](folder, count))
    except AssertionError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
