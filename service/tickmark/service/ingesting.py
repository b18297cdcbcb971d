"""From files and uploads into the index: the one way in, for the command line and for the service.

Nothing that was handed in is lost on the way: whatever happens to a file, there is an :class:`Outcome` that says so,
and the files after it are still read.
"""

from __future__ import annotations

import io
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tickmark.index.model import Change
from tickmark.ingest import read
from tickmark.ingest.errors import InputError, NothingToIngest, UnreadableFile
from tickmark.ingest.model import Filing, Metadata
from tickmark.ingest.readers.ooxml import kind_of
from tickmark.ingest.sidecar import SIDECAR
from tickmark.ingest.split import split
from tickmark.service import archives
from tickmark.service.given import Manifest, checked, over, read_sidecar
from tickmark.service.reading_ahead import read_ahead

if TYPE_CHECKING:
    from tickmark.index.library import Library

__all__ = [
    "READ_SUFFIXES",
    "Candidate",
    "Outcome",
    "Plan",
    "collect",
    "ingest",
    "ingest_bytes",
    "metadata",
    "read_candidate",
]

log = logging.getLogger(__name__)

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


def metadata(**said: str | None) -> Metadata:
    """What a person said of a filing, checked. Blank is the same as not said.

    Raises:
        InputError: an unknown field, or a value that it cannot take.
    """
    return checked(said)


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
        if path.is_dir():
            for file in _files_in(path):
                if file.name.lower().endswith(SIDECAR):
                    continue
                if file.suffix.lower() in FILING_SUFFIXES:
                    found.setdefault(file.resolve(), (file.relative_to(path).as_posix(), file))
                else:
                    passed_over[file.suffix.lower() or "no suffix"] += 1
        elif path.exists():
            found.setdefault(path.resolve(), (path.name, path))
        else:
            source = _printable(str(path))
            error = _unreadable(source, "there is no such file or folder", "Check the path.")
            failed.append(Outcome(source, error=error))
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
            contents = archives.contents(file, source, FILING_SUFFIXES)
    except OSError as error:
        failed.append(Outcome(source, error=_unreadable(source, error.strerror or str(error), "Check the file.")))
        return
    failed += [Outcome(error.where, error=error) for error in contents.failed]
    passed_over.update(contents.passed_over)
    for member in contents.members:
        yield Candidate(member.source, path, member.size, member.inside)


def read_candidate(candidate: Candidate, given: Metadata | None = None, manifest: Manifest | None = None) -> Filing:
    """The filing in a file, without an index. What its sidecar says wins over what is ``given`` for all files.

    Raises:
        InputError: it, or its sidecar, cannot be read; says why.
    """
    given = over(read_sidecar(candidate.path), given or Metadata())
    if manifest is not None:
        given = over(manifest.of(candidate.source, candidate.path.name), given)
    try:
        if candidate.inside:
            with candidate.path.open("rb") as file:
                data = archives.unpack(file, candidate.inside, candidate.source)
        else:
            data = candidate.path.read_bytes()
    except OSError as error:
        raise _unreadable(candidate.source, error.strerror or str(error), "Check that it may be read.") from error
    return _read(data, candidate.source, given)


def _tried(candidate: Candidate, given: Metadata, manifest: Manifest | None) -> Filing | InputError:
    """The filing, or what keeps it from being read: both may come from another process."""
    try:
        return read_candidate(candidate, given, manifest)
    except InputError as error:
        return error


def ingest(
    library: Library, candidates: Iterable[Candidate], given: Metadata, manifest: Manifest | None = None
) -> Iterator[Outcome]:
    """Read each file into the library, and tell what became of it as soon as it is there.

    What the ``manifest`` says of a file wins over its sidecar, and that over what is ``given`` for all.

    Trouble with a document is in its outcome; trouble with the index (locked, another model, a full disk) is raised,
    since every document after it would meet the same.
    """
    for candidate, found in read_ahead(candidates, partial(_tried, given=given, manifest=manifest)):
        if manifest is not None:
            manifest.of(candidate.source, candidate.path.name)  # noted here as well: it may have been read elsewhere
        yield (
            Outcome(candidate.source, error=found)
            if isinstance(found, InputError)
            else _add(library, found, candidate.source)
        )


def ingest_bytes(library: Library, data: bytes, source: str, given: Metadata) -> Iterator[Outcome]:
    """The same for one file that is in memory already: one outcome, or one for each filing of an archive."""
    if kind_of(data) != "zip":
        yield _ingested(library, data, source, given)
        return
    file = io.BytesIO(data)
    contents = archives.contents(file, source, FILING_SUFFIXES)
    yield from (Outcome(error.where, error=error) for error in contents.failed)
    for member in contents.members:
        try:
            if given.title and len(contents.members) > 1:
                raise _unreadable(member.source, "a title names one filing, and the archive holds several", "")
            unpacked = archives.unpack(file, member.inside, member.source)
        except InputError as error:
            yield Outcome(member.source, error=error)
        else:
            yield _ingested(library, unpacked, member.source, given)


def _ingested(library: Library, data: bytes, source: str, given: Metadata) -> Outcome:
    try:
        filing = _read(data, source, given)
    except InputError as error:
        return Outcome(source, error=error)
    return _add(library, filing, source)


def _read(data: bytes, source: str, given: Metadata | None) -> Filing:
    try:
        return read(data, source, given)
    except InputError:
        raise
    except Exception as error:  # a document that breaks a reader must not cost the ones after it
        log.debug("reading %s failed", source, exc_info=True)
        raise _unreadable(
            source, f"reading it failed ({type(error).__name__}: {error})", "Please report this file."
        ) from error


def _add(library: Library, filing: Filing, source: str) -> Outcome:
    try:
        passages, rows = split(filing)
    except Exception as error:  # as in _read
        log.debug("splitting %s failed", source, exc_info=True)
        return Outcome(source, error=_unreadable(source, f"splitting it failed ({error})", "Please report this file."))
    change = library.add(filing, passages, rows)
    return Outcome(
        source,
        change=change,
        filing_id=filing.id,
        tables=len(filing.tables),
        figures=sum(1 for _ in filing.figures()),
        passages=len(passages),
        set_aside=sum(len(table.noise) for table in filing.tables),
        not_understood=_not_understood(filing),
        warnings=filing.warnings,
    )


def _not_understood(filing: Filing) -> int:
    """Cells that print digits in which no figure was read."""
    return sum(
        1
        for table in filing.tables
        for row in table.rows
        for cell in row.cells
        if not cell.figures and any(char.isdigit() for char in cell.printed)
    )


def _unreadable(source: str, what: str, hint: str) -> UnreadableFile:
    return UnreadableFile(what, where=source, hint=hint)


def _files_in(folder: Path) -> Iterator[Path]:
    """Every file under ``folder`` in the order of its names, hidden ones and links to folders left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since it was listed: reading it will say so
        return 0


def _printable(name: str) -> str:
    """A file name that no encoding chokes on: bytes that are not UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
