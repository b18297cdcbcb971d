"""TREC run files: six columns, ``query Q0 document rank score tag``.

Ids may hold blanks in Tickmark and not in TREC, so they are percent-encoded. A document's id may end in
``#c120-480``, a stretch of its text, so that a run can name passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote

from tickmark.eval.model import Place, Response
from tickmark.ingest.errors import InputError

__all__ = ["Line", "by_document", "read_run", "write_run"]

_SAFE = "/|:;,()[]{}@!*'+=~$&?"
_CHARS = re.compile(r"(?P<doc>.+)#c(?P<start>\d+)-(?P<end>\d+)")


class Line(NamedTuple):
    """One line of a run."""

    query: str
    place: Place
    score: float


def by_document(response: Response) -> list[str]:
    """The documents of a response, each at the rank of its first passage."""
    return list(dict.fromkeys(passage.doc for passage in response.passages))


def write_run(path: Path, responses: Iterable[Response], tag: str, *, level: Literal["document", "passage"]) -> None:
    """Write a run. Scores fall with the rank by one, since tools sort by score and passages may tie."""
    with path.open("w", encoding="utf-8") as file:
        for response in responses:
            query = quote(response.question, safe=_SAFE)
            if level == "document":
                names = [quote(doc, safe=_SAFE) for doc in by_document(response)]
            else:
                names = list(dict.fromkeys(_name(passage.place) for passage in response.passages))
            for rank, name in enumerate(names, 1):
                file.write(f"{query} Q0 {name} {rank} {len(names) - rank + 1} {tag}\n")


def _name(place: Place) -> str:
    doc = quote(place.doc, safe=_SAFE)
    return f"{doc}#c{place.chars[0]}-{place.chars[1]}" if place.chars else doc


def read_run(path: Path) -> Iterator[Line]:
    """The lines of a run, in the order of the file. Raises InputError with the line that is broken."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(f"it cannot be read ({error})", where=str(path)) from error
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip():
            continue
        try:
            query, _, name, _, score, _ = row.split()
            match = _CHARS.fullmatch(name)
            chars = (int(match["start"]), int(match["end"])) if match else None
            yield Line(unquote(query), Place(unquote(match["doc"] if match else name), chars), float(score))
        except ValueError as error:
            raise InputError(
                "this is not a line of a run",
                where=f"{path}, line {number}",
                hint="A line has six columns: query, Q0, document, rank, score, tag.",
            ) from error
