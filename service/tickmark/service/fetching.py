"""From the settings to an archive that can be asked, and from what was fetched into the index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tickmark.ingest.errors import FetchError, FetchRefused, InputError
from tickmark.ingest.fetch.door import check_installed, user_agent
from tickmark.ingest.fetch.folder import RECORD_SUFFIX
from tickmark.ingest.fetch.model import ArchiveName, Remote, Wanted
from tickmark.ingest.model import Metadata
from tickmark.service import ingesting
from tickmark.service.settings import Settings

if TYPE_CHECKING:
    from tickmark.index.library import Library
    from tickmark.ingest.fetch.http import Client

__all__ = ["Archive", "find", "ingest", "open_archive"]


class Archive(Protocol):
    """Where filings are published."""

    def find(self, issuer: str, wanted: Wanted, /) -> list[Remote]:
        """The wanted filings of an issuer, by the archive's code for it."""
        ...


@contextmanager
def open_archive(name: ArchiveName, settings: Settings) -> Iterator[tuple[Archive, Client]]:
    """An archive and the client that asks it.

    Raises:
        MissingExtra: the extra ``fetch`` is not installed.
        SettingsError: nobody said who is asking.
    """
    check_installed()
    agent = user_agent(settings.contact)
    from tickmark.ingest.fetch.hkex import Hkex  # noqa: PLC0415 - needs the extra
    from tickmark.ingest.fetch.http import Client  # noqa: PLC0415
    from tickmark.ingest.fetch.sec import Sec  # noqa: PLC0415

    most = settings.fetch_max_bytes
    if name == "sec":
        with Client(agent, (settings.sec_url, settings.sec_data_url), rate=settings.sec_rate, max_bytes=most) as client:
            yield Sec(client, www=settings.sec_url, data=settings.sec_data_url), client
    else:
        with Client(agent, (settings.hkex_url,), rate=settings.hkex_rate, max_bytes=most) as client:
            yield Hkex(client, base=settings.hkex_url), client


def find(archive: Archive, issuers: Sequence[str], wanted: Wanted) -> tuple[list[Remote], list[tuple[str, FetchError]]]:
    """The wanted filings of each issuer, and the issuers for which they could not be told.

    After a refusal no further issuer is asked for: each of them is told as failed.
    """
    found: list[Remote] = []
    failed: list[tuple[str, FetchError]] = []
    for issuer in dict.fromkeys(issuers):
        if failed and isinstance(failed[-1][1], FetchRefused):
            failed.append((issuer, FetchRefused("not tried, since the archive refuses to answer")))
            continue
        try:
            found += archive.find(issuer, wanted)
        except FetchError as error:
            failed.append((issuer, error))
    return found, failed


def ingest(library: Library, paths: Iterable[Path]) -> Iterator[ingesting.Outcome]:
    """Read fetched filings into the library, each with what its archive said of it."""
    for path in paths:
        candidate = ingesting.Candidate(path.name, path, path.stat().st_size)
        try:
            given = _said_of(path)
        except InputError as error:
            yield ingesting.Outcome(path.name, error=error)
        else:
            yield from ingesting.ingest(library, [candidate], given)


def _said_of(path: Path) -> Metadata:
    """The record beside a fetched filing."""
    beside = path.with_name(path.name + RECORD_SUFFIX)
    try:
        record = json.loads(beside.read_text(encoding="utf-8"))
        return ingesting.metadata(**{each.name: record.get(each.name) for each in fields(Metadata)})
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(
            "the record of where it came from cannot be read", where=beside.name, hint="Delete it, and fetch again."
        ) from error
