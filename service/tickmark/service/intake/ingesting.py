"""From files and uploads into the index: the one way in, for the command line and for the service.

Nothing that was handed in is lost on the way: whatever happens to a file, there is an :class:`Outcome` that says so,
and the files after it are still read.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tickmark.ingest import read
from tickmark.ingest.errors import InputError
from tickmark.ingest.model import Filing, Metadata
from tickmark.ingest.readers.ooxml import kind_of
from tickmark.ingest.split import split
from tickmark.service.intake import archives
from tickmark.service.intake.collecting import (
    FILING_SUFFIXES,
    READ_SUFFIXES,
    Candidate,
    Outcome,
    Plan,
    collect,
    unreadable,
)
from tickmark.service.intake.given import Manifest, checked, over, read_sidecar
from tickmark.service.intake.reading_ahead import read_ahead

if TYPE_CHECKING:
    from tickmark.index.library import Library

__all__ = [
    "FILING_SUFFIXES",
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


def metadata(**said: str | None) -> Metadata:
    """What a person said of a filing, checked. Blank is the same as not said.

    Raises:
        InputError: an unknown field, or a value that it cannot take.
    """
    return checked(said)


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
            data = _archive(candidate.path, candidate.path.stat().st_mtime_ns).unpack(
                candidate.inside, candidate.source
            )
        else:
            data = candidate.path.read_bytes()
    except OSError as error:
        raise unreadable(candidate.source, error.strerror or str(error), "Check that it may be read.") from error
    return _read(data, candidate.source, given)


@lru_cache(maxsize=1)
def _archive(path: Path, _changed: int) -> archives.Archive:
    """The archive at a path, opened once for all of its members: they follow one another."""
    return archives.Archive(path)


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
    archive = archives.Archive(io.BytesIO(data))
    contents = archive.contents(source, FILING_SUFFIXES)
    yield from (Outcome(error.where, error=error) for error in contents.failed)
    for member in contents.members:
        try:
            if given.title and len(contents.members) > 1:
                raise unreadable(member.source, "a title names one filing, and the archive holds several", "")
            unpacked = archive.unpack(member.inside, member.source)
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
        raise unreadable(
            source, f"reading it failed ({type(error).__name__}: {error})", "Please report this file."
        ) from error


def _add(library: Library, filing: Filing, source: str) -> Outcome:
    try:
        passages, rows = split(filing)
    except Exception as error:  # as in _read
        log.debug("splitting %s failed", source, exc_info=True)
        return Outcome(source, error=unreadable(source, f"splitting it failed ({error})", "Please report this file."))
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
