"""Through a list of remotes: fetch what is not there yet, and tell what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tickmark.ingest.errors import FetchError, FetchRefused
from tickmark.ingest.fetch.folder import Folder
from tickmark.ingest.fetch.http import Client
from tickmark.ingest.fetch.model import Fetched, Remote

__all__ = ["fetch"]

REFUSALS = 2  # one may be about that file; a second is about the one who asks


def fetch(client: Client, folder: Folder, remotes: Sequence[Remote]) -> Iterator[Fetched]:
    """Fetch each remote that ``folder`` does not hold yet; as many results as remotes, in their order.

    One that fails costs none of the others, except that after two refusals in a row nothing more is asked: what is
    left is told as not tried.

    Raises:
        FetchError: the folder cannot be used (locked, not writable, full): every filing would meet the same.
    """
    refused = 0
    with folder.lock():
        for remote in remotes:
            if path := folder.held(remote):
                yield Fetched(remote, path, path.stat().st_size)
                continue
            if refused >= REFUSALS:
                yield Fetched(remote, error=_not_tried(remote))
                continue
            try:
                path, body = folder.keep(remote, partial(client.download, remote.url))
            except FetchError as error:
                refused = refused + 1 if isinstance(error, FetchRefused) else 0
                yield Fetched(remote, error=error)
            except OSError as error:
                raise FetchError(
                    f"the file cannot be written ({error.strerror or error})",
                    where=remote.name,
                    hint="Check the folder and the space on its disk.",
                ) from error
            else:
                refused = 0
                yield Fetched(remote, path, body.size, new=True)


def _not_tried(remote: Remote) -> FetchError:
    return FetchError(
        "not tried, since the archive refuses to answer",
        where=remote.url,
        hint="Run the same command again later; what is there already is not fetched again.",
    )
