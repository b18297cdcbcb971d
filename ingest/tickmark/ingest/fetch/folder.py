"""The folder that filings are fetched into: each there whole, with a record beside it, or not at all.

Beside ``NAME`` stands ``NAME.meta.json``: what the archive says of the filing (fields as in
:class:`tickmark.ingest.model.Metadata`), where it came from and what its bytes hash to. The records are the only
memory of what was fetched: there is no second list that could disagree with the files.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tickmark.ingest.errors import FetchError
from tickmark.ingest.fetch.model import Body, Remote
from tickmark.ingest.sidecar import SIDECAR

__all__ = ["Folder", "file_name"]

LOCK = ".tickmark-fetch.lock"
PART_SUFFIX = ".part"
STEM_CHARS = 150
HEAD = TAIL = 2048
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}")


def file_name(*parts: str, suffix: str) -> str:
    """A name that is safe in every file system: ASCII letters, digits, ``-`` and ``_``, never hidden, never a path.

    A suffix that is not one becomes ``.bin``, which nothing takes for a filing.
    """
    stem = "_".join(cleaned for part in parts if (cleaned := _UNSAFE.sub("-", part).strip("-")))
    return (stem[:STEM_CHARS] or "filing") + (suffix.lower() if _SUFFIX.fullmatch(suffix) else ".bin")


class Folder:
    """Keeps fetched filings. Hold :meth:`lock` while fetching."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Make the folder if need be, and keep other runs out of it: two at once would fetch everything twice.

        Raises:
            FetchError: another run is at it, or the folder cannot be made or written.
        """
        lock = FileLock(self._path / LOCK)
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout as error:
            raise FetchError(
                "another run is fetching into this folder", where=str(self._path), hint="Wait until it is done."
            ) from error
        except OSError as error:
            raise FetchError(
                f"the folder cannot be used ({error.strerror or error})", where=str(self._path), hint="Choose another."
            ) from error
        try:
            yield
        finally:
            lock.release()

    def held(self, remote: Remote) -> Path | None:
        """The filing if it is there, whole and from the same address."""
        path = self._path / remote.name
        with suppress(OSError, ValueError):
            record = json.loads(_record_of(path).read_text(encoding="utf-8"))
            same = isinstance(record, dict) and record.get("source_url") == remote.url
            if same and path.stat().st_size == record.get("bytes"):
                return path
        return None

    def keep(self, remote: Remote, download: Callable[[Path], Body]) -> tuple[Path, Body]:
        """Let ``download`` write the filing, look at it, and put it in place in one step.

        The record goes first: a record without its file says nothing, a file without its record would be ingested
        without what is known of it.

        Raises:
            FetchError: it could not be had, or is not what its name says.
            OSError: the folder cannot be written.
        """
        path = self._path / remote.name
        part = path.with_name(f".{path.name}{PART_SUFFIX}")
        try:
            body = download(part)
            _check(part, body, remote)
            _write(_record_of(path), json.dumps(_record(remote, body), ensure_ascii=False, indent=2) + "\n")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return path, body


def _record_of(path: Path) -> Path:
    return path.with_name(path.name + SIDECAR)


def _record(remote: Remote, body: Body) -> dict[str, object]:
    return {
        **asdict(remote.metadata),
        "source_url": remote.url,
        "archive": remote.archive,
        "archive_id": remote.id,
        "listed_as": remote.listed_as,
        "period_end": remote.period_end,
        "media_type": body.media_type,
        "bytes": body.size,
        "sha256": body.sha256,
        "fetched": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}{PART_SUFFIX}")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _check(path: Path, body: Body, remote: Remote) -> None:
    """A page that says "try again later" with status 200 is no filing, and neither is half of one."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(max(body.size - TAIL, 0))
        tail = file.read().rstrip().lower()
    pdf = remote.name.endswith(".pdf")
    if pdf and b"%PDF-" not in head:
        raise FetchError(
            f"a PDF was expected, and {body.media_type or 'something else'} came",
            where=remote.url,
            hint="Open the address in a browser to see what the archive says.",
        )
    # Where the protocol did not say how long it is, the last bytes have to.
    whole = tail.endswith((b"</html>", b"</document>", b"</sec-document>", b"</xbrl>")) or (pdf and b"%%eof" in tail)
    if not body.ends and not whole:
        raise FetchError(
            "the archive did not say how long it is, and its end cannot be seen",
            where=remote.url,
            hint="It may have been cut short; run the same command again.",
        )
