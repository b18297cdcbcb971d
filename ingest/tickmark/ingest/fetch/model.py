"""The nouns of fetching. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tickmark.ingest.errors import FetchError
from tickmark.ingest.model import Language, Metadata

__all__ = ["ArchiveName", "Body", "Fetched", "Found", "Remote", "Wanted"]

ArchiveName = Literal["sec", "hkex"]


@dataclass(frozen=True, slots=True)
class Remote:
    """A filing that an archive offers.

    ``id`` is the archive's own name for it: an accession number, or a news id with its language. ``name`` is the file
    name it will have, the same on every run, so that a second run finds what the first one fetched.
    ``metadata`` holds only what the archive says for certain; ``period_end`` is an ISO date. ``listed_as`` is the
    issuer's short name on the exchange's board, which is not fit to be its name.
    """

    archive: ArchiveName
    id: str
    url: str
    name: str
    metadata: Metadata
    period_end: str | None = None
    listed_as: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The wanted filings of an issuer, newest first, and those of them whose address could not be told."""

    remotes: tuple[Remote, ...]
    failed: tuple[FetchError, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which filings of an issuer: forms (none: any), the ``last`` of each form, ISO dates of publication, inclusive."""

    forms: tuple[str, ...] = ()
    last: int | None = None
    since: str | None = None
    until: str | None = None
    amendments: bool = False
    language: Language = "en"

    def covers(self, published: str) -> bool:
        """Whether a day of publication (ISO) lies in the time that is wanted."""
        return (self.since is None or self.since <= published) and (self.until is None or published <= self.until)


@dataclass(frozen=True, slots=True)
class Body:
    """What came over the wire: how many bytes (after decompression), their SHA-256, and what they claim to be.

    ``ends`` says whether the protocol told where the body ends. Where it did not, a connection that broke off looks
    like one that was done.
    """

    size: int
    sha256: str
    media_type: str
    ends: bool


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one remote: ``new`` says whether it was fetched now; ``error`` why it is not there."""

    remote: Remote
    path: Path | None = None
    size: int = 0
    new: bool = False
    error: FetchError | None = None
