"""ZIP archives of filings: what is in them, within bounds, and one member at a time.

Nothing is unpacked onto the disk. A member is called by the archive's name and its own path in it, made safe
("results.zip/2024/report.htm"); an archive in an archive is opened as well, one in that is not. What is not read
(encrypted, damaged, growing beyond all measure) is named with the reason.
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
from pathlib import PurePosixPath
from typing import BinaryIO

from tickmark.ingest.errors import InputError, UnreadableFile

__all__ = ["MOST_BYTES", "MOST_MEMBERS", "MOST_TIMES", "Contents", "Member", "contents", "unpack"]

MOST_MEMBERS = 2_000
"""Filings of one archive, those in archives in it included."""
MOST_BYTES = 2**30
"""Bytes that they may have together, unpacked."""
MOST_TIMES = 250
"""How many times its packed size a member of more than a megabyte may have; no filing packs nearly as small."""
_SMALL = 2**20
_DEEPEST = 2
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


def contents(file: BinaryIO, source: str, suffixes: Collection[str]) -> Contents:
    """What an archive holds.

    Args:
        file: the archive.
        source: its name.
        suffixes: of the files in it that may be filings; the others are counted.
    """
    found = Contents()
    _list(file, source, (), suffixes, found)
    if not found.members and not found.failed:
        found.failed.append(
            UnreadableFile(
                "there is no filing in this archive",
                where=source,
                hint=f"Files that end in {', '.join(sorted(suffixes))} are looked at.",
            )
        )
    return found


def unpack(file: BinaryIO, inside: tuple[int, ...], source: str) -> bytes:
    """One member of an archive.

    Raises:
        UnreadableFile: it is damaged, or packed in a way that is not known.
    """
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            data = archive.read(archive.infolist()[inside[0]])
    except (*_BROKEN, IndexError) as error:
        raise _refusal(source, f"it cannot be unpacked ({error})", "Pack it anew, or unpack it yourself.") from error
    return data if len(inside) == 1 else unpack(io.BytesIO(data), inside[1:], source)


def _list(file: BinaryIO, source: str, inside: tuple[int, ...], suffixes: Collection[str], found: Contents) -> None:
    """Adds what an archive holds to what was found."""
    try:
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except _BROKEN as error:
        hint = "Download or pack it anew."
        found.failed.append(_refusal(source, f"the archive is damaged or cut off ({error})", hint))
        return
    taken = {member.source for member in found.members}
    for index, info in enumerate(infos):
        path = _safe(info)
        if info.is_dir() or not path.name or any(part.startswith((".", "__MACOSX")) for part in path.parts):
            continue
        if path.suffix.lower() not in suffixes:
            found.passed_over[path.suffix.lower() or "no suffix"] += 1
            continue
        if len(found.members) >= MOST_MEMBERS:
            left = sum(_safe(each).suffix.lower() in suffixes for each in infos[index:])
            what = f"it holds more than {MOST_MEMBERS:,} filings: {path} and those after it ({left:,}) are not read"
            found.failed.append(_refusal(source, what, "Divide it into smaller archives."))
            return
        name = _unused(f"{source}/{path}", taken)
        if refusal := _refused(info, name, found):
            found.failed.append(refusal)
        elif path.suffix.lower() == ".zip":
            _nested(file, name, (*inside, index), suffixes, found)
        else:
            found.members.append(Member(name, (*inside, index), info.file_size))
            found.size += info.file_size


def _nested(file: BinaryIO, source: str, inside: tuple[int, ...], suffixes: Collection[str], found: Contents) -> None:
    """An archive in an archive."""
    if len(inside) >= _DEEPEST:
        what = "an archive in an archive in an archive is not opened"
        found.failed.append(_refusal(source, what, "Unpack the outer ones first."))
        return
    try:
        data = unpack(file, inside[-1:], source)
    except UnreadableFile as error:
        found.failed.append(error)
    else:
        found.size += len(data)
        _list(io.BytesIO(data), source, inside, suffixes, found)


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


def _unused(name: str, taken: set[str]) -> str:
    """The name, or where another member has it, the name with a number."""
    path, count, free = PurePosixPath(name), 2, name
    while free in taken:
        free, count = str(path.with_name(f"{path.stem} ({count}){path.suffix}")), count + 1
    taken.add(free)
    return free


def _refusal(source: str, what: str, hint: str) -> UnreadableFile:
    return UnreadableFile(what, where=source, hint=hint)
