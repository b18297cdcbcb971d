"""What there is to read under some paths: files, folders and archives, each file with the name it will be cited by."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tickmark.index.model import Change
from tickmark.ingest.errors import InputError, NothingToIngest, UnreadableFile
from tickmark.ingest.readers.ooxml import kind_of
from tickmark.ingest.sidecar import SIDECAR
from tickmark.service.intake import archives

__all__ = ["FILING_SUFFIXES", "READ_SUFFIXES", "Candidate", "Outcome", "Plan", "collect", "unreadable"]

READ_SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ".pdf"}
    | {".docx", ".docm", ".xlsx", ".xlsm", ".csv", ".tsv", ".zip"}
)
# Filings come in these as well. They are tried, so that one that cannot be read is named and not passed over.
FILING_SUFFIXES = READ_SUFFIXES | {".doc", ".xls"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to read. ``source`` is the name that its citations will carry; ``inside``: its place in an archive."""

    source: str
    path: Path
    size: int
    inside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a ``change`` in the index, or the ``error`` that kept it out."""

    source: str
    change: Change | None = None
    filing_id: str | None = None
    tables: int = 0
    figures: int = 0
    passages: int = 0
    set_aside: int = 0
    not_understood: int = 0
    warnings: tuple[str, ...] = ()
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What was found under the paths given: files to read, paths that cannot be, and other files by suffix."""

    candidates: tuple[Candidate, ...]
    failed: tuple[Outcome, ...] = ()
    passed_over: Counter[str] = field(default_factory=Counter)


def collect(paths: Sequence[Path]) -> Plan:
    """The files to read under ``paths``: a file as it is, a folder with all that is in it, hidden files aside.

    A file is called by its name, one from a folder by its path within that folder, so that the name does not depend
    on where the command was given. Files that would share a name are called by their whole path. A ZIP archive stands
    for the filings in it, each called by the archive's name and its own ("results.zip/report.htm").

    Raises:
        NothingToIngest: there is nothing to read under any of the paths.
    """
    found: dict[Path, tuple[str, Path]] = {}
    failed: list[Outcome] = []
    passed_over: Counter[str] = Counter()
    for path in paths:
        for name, file in _under(path, failed, passed_over):
            found.setdefault(file.resolve(), (name, file))
    if not found and not failed:
        raise NothingToIngest(
            "no filing to read",
            where=", ".join(str(path) for path in paths),
            hint=f"Files that end in {', '.join(sorted(READ_SUFFIXES))} can be read.",
        )
    shared = Counter(name for name, _ in found.values())
    candidates: list[Candidate] = []
    for name, path in found.values():
        source = _printable(name if shared[name] == 1 else path.as_posix())
        if _is_archive(path):
            candidates += _unpacked(source, path, failed, passed_over)
        else:
            candidates.append(Candidate(source, path, _size(path)))
    return Plan(tuple(candidates), tuple(failed), passed_over)


def _under(path: Path, failed: list[Outcome], passed_over: Counter[str]) -> Iterator[tuple[str, Path]]:
    """The files that may be filings under a path, each with its name; what is none of that is noted."""
    source = _printable(str(path))
    try:
        mode = path.stat().st_mode
    except OSError as error:
        failed.append(Outcome(source, error=_not_there(source, error)))
        return
    if stat.S_ISREG(mode):
        yield path.name, path
        return
    if not stat.S_ISDIR(mode):
        hint = "Save what it gives as a file first."
        failed.append(Outcome(source, error=unreadable(source, "this is a pipe or a device, not a file", hint)))
        return
    for file in _files_in(path, failed):
        if file.name.lower().endswith(SIDECAR):
            continue
        if file.suffix.lower() in FILING_SUFFIXES:
            yield file.relative_to(path).as_posix(), file
        else:
            passed_over[file.suffix.lower() or "no suffix"] += 1


def _is_archive(path: Path) -> bool:
    """Told by content: Office documents are ZIP files too."""
    try:
        with path.open("rb") as file:
            return kind_of(file) == "zip"
    except OSError:  # reading it will say so
        return False


def _unpacked(source: str, path: Path, failed: list[Outcome], passed_over: Counter[str]) -> Iterator[Candidate]:
    """The filings in an archive; what cannot be read of it is noted in ``failed``."""
    try:
        with path.open("rb") as file:
            contents = archives.Archive(file).contents(source, FILING_SUFFIXES)
    except OSError as error:
        failed.append(Outcome(source, error=unreadable(source, error.strerror or str(error), "Check the file.")))
        return
    failed += [Outcome(error.where, error=error) for error in contents.failed]
    passed_over.update(contents.passed_over)
    for member in contents.members:
        yield Candidate(member.source, path, member.size, member.inside)


def unreadable(source: str, what: str, hint: str) -> UnreadableFile:
    """The error of a file that cannot be read: what, and what to do."""
    return UnreadableFile(what, where=source, hint=hint)


def _not_there(source: str, error: OSError) -> UnreadableFile:
    """Why a path that was given leads to nothing."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return unreadable(source, "there is no such file or folder", "Check the path.")
    return unreadable(source[:200], error.strerror or str(error), "Check the path, and that it may be read.")


def _files_in(folder: Path, failed: list[Outcome]) -> Iterator[Path]:
    """Every file under ``folder`` in the order of its names, hidden ones and links to folders left out.

    A folder that may not be looked into is noted in ``failed``; a link to nothing is given, so that reading it says so.
    """

    def closed(error: OSError) -> None:
        source = _printable(str(Path(error.filename)))
        failed.append(Outcome(source, error=_not_there(source, error)))

    for root, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since it was listed: reading it will say so
        return 0


def _printable(name: str) -> str:
    """A file name that no encoding chokes on: bytes that are not UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
