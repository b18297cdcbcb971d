"""ZIP archives of filings: what is in them, within bounds, and one member at a time.

Nothing is unpacked onto the disk, and the directory of an archive is read once, however many members are taken out. A
member is called by the archive's name and its own path in it, made safe ("results.zip/2024/report.htm"); an archive in
an archive is opened as well, one in that is not. What is not read (encrypted, damaged, growing beyond all measure) is
named with the reason.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from tickmark.ingest.errors import InputError, UnreadableFile

__all__ = ["MOST_BYTES", "MOST_FILES", "MOST_MEMBERS", "MOST_TIMES", "Archive", "Contents", "Member"]

MOST_MEMBERS = 2_000
"""Filings of one archive, those in archives in it included."""
MOST_FILES = 50_000
"""Files of all kinds, and folders, that are looked at for them."""
MOST_BYTES = 2**30
"""Bytes that they may have together, unpacked."""
MOST_TIMES = 250
"""How many times its packed size a member of more than a megabyte may have; no filing packs nearly as small."""
_SMALL = 2**20
_DEEPEST = 2
_LONGEST_REASON = 200
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. ``inside`` is its index there; of one in an archive in it, that one's index comes first."""

    source: str
    inside: tuple[int, ...]
    size: int


@dataclass(slots=True)
class Contents:
    """What an archive holds: filings, what cannot be read, and files of other kinds by suffix."""

    members: list[Member] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    size: int = 0


class Archive:
    """An archive of filings; ``file`` is its path, or the file itself."""

    def __init__(self, file: Path | BinaryIO) -> None:
        self._file = file
        self._opened: zipfile.ZipFile | None = None
        self._inner: tuple[int, Archive] | None = None

    def contents(self, source: str, suffixes: Collection[str]) -> Contents:
        """What it holds.

        Args:
            source: its name.
            suffixes: of the files in it that may be filings; the others are counted.
        """
        listing = _Listing(frozenset(suffixes))
        listing.add(self, source, ())
        found = listing.found
        if not found.members and not found.failed:
            found.failed.append(
                UnreadableFile(
                    "there is no filing in this archive",
                    where=source,
                    hint=f"Files that end in {', '.join(sorted(suffixes))} are looked at.",
                )
            )
        return found

    def directory(self) -> list[zipfile.ZipInfo]:
        """Its members, as they are listed in it."""
        return self._archive().infolist()

    def unpack(self, inside: tuple[int, ...], source: str) -> bytes:
        """One member.

        Raises:
            UnreadableFile: it is damaged, or packed in a way that is not known.
        """
        first, *further = inside
        try:
            if not further:
                return self._archive().read(self.directory()[first])
        except (*_BROKEN, IndexError) as error:
            what = f"it cannot be unpacked ({_words(error)})"
            raise _refusal(source, what, "Pack it anew, or unpack it yourself.") from error
        return self.inner(first, source).unpack(tuple(further), source)

    def inner(self, index: int, source: str) -> Archive:
        """An archive in it, unpacked; members follow one another, so the last one is kept."""
        last = self._inner
        if last is None or last[0] != index:
            self._inner = last = index, Archive(io.BytesIO(self.unpack((index,), source)))
        return last[1]

    def _archive(self) -> zipfile.ZipFile:
        if self._opened is None:
            self._opened = zipfile.ZipFile(self._file)
        return self._opened


@dataclass(slots=True)
class _Listing:
    """A walk through an archive and those in it. ``same``: how many members had a name already."""

    suffixes: frozenset[str]
    found: Contents = field(default_factory=Contents)
    taken: set[str] = field(default_factory=set)
    same: Counter[str] = field(default_factory=Counter)
    files: int = 0

    def add(self, archive: Archive, source: str, inside: tuple[int, ...]) -> None:
        """Adds what an archive holds to what was found."""
        found = self.found
        try:
            infos = archive.directory()
        except _BROKEN as error:
            what = f"the archive is damaged or cut off ({_words(error)})"
            found.failed.append(_refusal(source, what, "Download or pack it anew."))
            return
        for index, info in enumerate(infos):
            self.files += 1
            path = _safe(info)
            if self.files > MOST_FILES or len(found.members) >= MOST_MEMBERS:
                found.failed.append(self._too_many(infos[index:], source))
                return
            if not path.name:
                if info.file_size:
                    found.passed_over["no name"] += 1
                continue
            if info.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts):
                continue
            if path.suffix.lower() not in self.suffixes:
                found.passed_over[path.suffix.lower() or "no suffix"] += 1
                continue
            name = self._unused(f"{source}/{path}")
            if refusal := _refused(info, name, found):
                found.failed.append(refusal)
                continue
            found.size += info.file_size  # an archive's own size counts before what it holds
            if path.suffix.lower() == ".zip":
                self._nested(archive, name, (*inside, index))
            else:
                found.members.append(Member(name, (*inside, index), info.file_size))

    def _too_many(self, left: list[zipfile.ZipInfo], source: str) -> UnreadableFile:
        """What is beyond the bounds, named by its first file."""
        path = _safe(left[0])
        if self.files > MOST_FILES:
            what = (
                f"it holds more than {MOST_FILES:,} files: {path} and those after it ({len(left):,}) are not looked at"
            )
        else:
            filings = sum(_safe(each).suffix.lower() in self.suffixes for each in left)
            what = f"it holds more than {MOST_MEMBERS:,} filings: {path} and those after it ({filings:,}) are not read"
        return _refusal(source, what, "Divide it into smaller archives.")

    def _nested(self, archive: Archive, name: str, inside: tuple[int, ...]) -> None:
        """An archive in an archive."""
        if len(inside) >= _DEEPEST:
            what = "an archive in an archive in an archive is not opened"
            self.found.failed.append(_refusal(name, what, "Unpack the outer ones first."))
            return
        try:
            inner = archive.inner(inside[-1], name)
        except UnreadableFile as error:
            self.found.failed.append(error)
        else:
            self.add(inner, name, inside)

    def _unused(self, name: str) -> str:
        """The name, or where another member has it, the name with a number."""
        path, free = PurePosixPath(name), name
        while free in self.taken:
            self.same[name] += 1
            free = str(path.with_name(f"{path.stem} ({self.same[name] + 1}){path.suffix}"))
        self.taken.add(free)
        return free


def _words(error: Exception) -> str:
    """What the library says of an error, as far as anyone reads it: it may quote the bytes of the archive."""
    said = str(error)
    return said if len(said) <= _LONGEST_REASON else f"{said[:_LONGEST_REASON]}..."


def _refused(info: zipfile.ZipInfo, source: str, found: Contents) -> UnreadableFile | None:
    """Why a member is not unpacked, if so."""
    if info.flag_bits & 1:
        return _refusal(source, "it is encrypted", "Unpack it with its password first.")
    if stat.S_ISLNK(info.external_attr >> 16):
        return _refusal(source, "it is a link, not a file", "Pack the file itself.")
    if info.file_size > _SMALL and info.file_size > MOST_TIMES * max(1, info.compress_size):
        times = info.file_size // max(1, info.compress_size)
        return _refusal(source, f"it unpacks to {times:,} times its size", "If it is a filing, unpack it yourself.")
    if found.size + info.file_size > MOST_BYTES:
        what = f"the archive unpacks to more than {MOST_BYTES // 2**20:,} MB, and this is beyond it"
        return _refusal(source, what, "Divide the archive into smaller ones.")
    return None


def _safe(info: zipfile.ZipInfo) -> PurePosixPath:
    """The path of a member as a name alone: relative, without steps upwards, drives or control characters.

    Names that are not marked as UTF-8 may be so all the same, or in the code page of Chinese systems.
    """
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = name.encode("utf-8", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = (re.sub(r"[\x00-\x1f\x7f-\x9f]", "", part).strip() for part in re.split(r"[/\\]", name))
    return PurePosixPath(*(part[-200:] for part in parts if part.strip(".") and not re.fullmatch(r"[A-Za-z]:", part)))


def _refusal(source: str, what: str, hint: str) -> UnreadableFile:
    return UnreadableFile(what, where=source, hint=hint)
