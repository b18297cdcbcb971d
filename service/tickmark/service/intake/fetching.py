"""From the settings to an archive that can be asked, and what it has of several issuers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from tickmark.ingest.errors import FetchError, FetchRefused
from tickmark.ingest.fetch.door import check_installed, user_agent
from tickmark.ingest.fetch.model import ArchiveName, Found, Remote, Wanted
from tickmark.service.settings import Settings

if TYPE_CHECKING:
    from tickmark.ingest.fetch.http import Client

__all__ = ["Archive", "find", "open_archive"]


class Archive(Protocol):
    """Where filings are published."""

    def find(self, issuer: str, wanted: Wanted, /) -> Found:
        """The wanted filings of an issuer, by the archive's code for it."""
        ...


@contextmanager
def open_archive(
    name: ArchiveName, settings: Settings, tell: Callable[[str], None] | None = None
) -> Iterator[tuple[Archive, Client]]:
    """An archive and the client that asks it; ``tell`` is told of waits.

    Raises:
        MissingExtra: the extra ``fetch`` is not installed.
        SettingsError: nobody said who is asking.
    """
    check_installed()
    agent = user_agent(settings.contact)
    from tickmark.ingest.fetch.hkex import Hkex  # noqa: PLC0415 - needs the extra
    from tickmark.ingest.fetch.http import Client  # noqa: PLC0415
    from tickmark.ingest.fetch.sec import Sec  # noqa: PLC0415

    hkex = name == "hkex"
    with Client(
        agent,
        [settings.hkex_url] if hkex else [settings.sec_url, settings.sec_data_url],
        rate=settings.hkex_rate if hkex else settings.sec_rate,
        max_bytes=settings.fetch_max_bytes,
        tell=tell,
    ) as client:
        if hkex:
            yield Hkex(client, base=settings.hkex_url), client
        else:
            yield Sec(client, www=settings.sec_url, data=settings.sec_data_url), client


def find(archive: Archive, issuers: Sequence[str], wanted: Wanted) -> tuple[list[Remote], list[tuple[str, FetchError]]]:
    """The wanted filings of each issuer, each once, and by issuer what could not be told.

    After a refusal no further issuer is asked for: each of them is told as failed.
    """
    found: dict[str, Remote] = {}
    failed: list[tuple[str, FetchError]] = []
    for issuer in dict.fromkeys(issuers):
        if failed and isinstance(failed[-1][1], FetchRefused):
            failed.append((issuer, FetchRefused("not tried, since the archive refuses to answer")))
            continue
        try:
            told = archive.find(issuer, wanted)
        except FetchError as error:
            failed.append((issuer, error))
        else:
            found |= {remote.url: remote for remote in told.remotes}
            failed += [(issuer, error) for error in told.failed]
    return list(found.values()), failed
