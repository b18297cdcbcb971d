"""Metadata that people give: options, a manifest (CSV or JSON, a row a file), a sidecar beside a file. All of it wins.

A manifest names each file under ``source``; the other columns are fields of
:class:`~tickmark.ingest.model.Metadata`. A sidecar of ``report.pdf`` is called ``report.pdf.meta.json`` (or
``report.meta.json``) and holds one object of the same fields. What is said of one file wins over what is said of all:
the manifest's row first, then the sidecar, then the options.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from tickmark.ingest.errors import InputError
from tickmark.ingest.model import FiscalPeriod, Language, Metadata
from tickmark.ingest.sidecar import PROVENANCE, SIDECAR

__all__ = ["FIELDS", "Manifest", "checked", "over", "read_manifest", "read_sidecar"]

FIELDS: Final = tuple(each.name for each in fields(Metadata))
_DATES: Final = frozenset({"published", "period_start", "period_end"})
_LONGEST_SHOWN: Final = 60
_DATE_HINT: Final = "Write it as YYYY-MM-DD, for example 2024-03-28."
_LISTS: Final = frozenset({"tickers", "issuer_names"})
_CHOICES: Final[dict[str, tuple[str, ...]]] = {"language": get_args(Language), "fiscal_period": get_args(FiscalPeriod)}
_SHAPES: Final[dict[str, tuple[str, str]]] = {
    "cik": (r"[0-9]{1,10}", "a CIK: up to ten digits, for example 0000320193"),
    "accession": (r"[0-9]{10}-[0-9]{2}-[0-9]{6}", "an accession number, for example 0000320193-24-000123"),
    "currency": (r"[A-Z]{3}", "a currency: its ISO code, for example USD"),
    "fiscal_year": (r"(?:19|20)[0-9]{2}", "a fiscal year, for example 2024"),
    "fiscal_year_end": (r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", "a day of the year: MM-DD, for example 06-30"),
}  # fmt: skip


@dataclass(slots=True)
class Manifest:
    """Metadata by the name of a file; ``used`` are the names that were asked for."""

    rows: dict[str, Metadata] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def of(self, source: str, name: str) -> Metadata:
        """What is said of a file, by its source name (a path within its folder) or its bare name."""
        for each in (source, name):
            if each in self.rows:
                self.used.add(each)
                return self.rows[each]
        return Metadata()

    def unused(self) -> list[str]:
        """Files that the manifest names and nothing asked for."""
        return [source for source in self.rows if source not in self.used]


def over(first: Metadata, then: Metadata) -> Metadata:
    """What ``first`` says, and for the rest what ``then`` does."""
    return replace(then, **{name: value for name in FIELDS if (value := getattr(first, name))})


def checked(said: Mapping[str, Any], where: str = "") -> Metadata:
    """What was said of a filing, each field checked. Blank is the same as not said.

    Args:
        said: field to value: text, or for lists text with ";" between, or a list.
        where: what to name in errors, before the field.

    Raises:
        InputError: an unknown field, or a value that it cannot take.
    """
    values: dict[str, Any] = {}
    for name, value in said.items():
        place = f"{where}, {name}" if where else name
        if name not in FIELDS:
            raise InputError(
                f"there is no field {_shown(name)}", where=where, hint=f"The fields are {', '.join(FIELDS)}."
            )
        if name in _LISTS:
            values[name] = _listed(value, place)
        elif not (value is None or isinstance(value, (str, int))) or isinstance(value, bool):
            raise InputError(f"{_shown(value)} is not text", where=place, hint="Write one value, as text.")
        elif text := _whole(str(value if value is not None else "").strip(), place):
            values[name] = _value(name, text, place)
    start, end = values.get("period_start"), values.get("period_end")
    if start and end and start > end:
        raise InputError(f"the period ends ({end}) before it begins ({start})", where=where, hint="Check both days.")
    return Metadata(**values)


def _shown(value: Any) -> str:
    """A value as an error names it: short enough to be read."""
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}..."


def _whole(text: str, place: str) -> str:
    """A text as it is. JSON can write half a character (a lone surrogate), which nothing can keep or print."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{_shown(text)} holds half a character", where=place, hint="Save it as UTF-8.") from error
    return text


def _listed(value: Any, place: str) -> tuple[str, ...]:
    items = (
        value.split(";")
        if isinstance(value, str)
        else value
        if isinstance(value, list)
        else ()
        if value is None
        else None
    )
    if items is None or not all(isinstance(item, str) for item in items):
        raise InputError(f"{_shown(value)} is no list of texts", where=place, hint='Write "A;B", or a JSON list.')
    return tuple(dict.fromkeys(_whole(item.strip(), place) for item in items if item.strip()))


def _value(name: str, text: str, place: str) -> Any:
    if name in _DATES:
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise InputError(f"{_shown(text)} is not a date", where=place, hint=_DATE_HINT) from error
        if not 1900 <= day.year < 2100:
            raise InputError(f"{_shown(text)} is no date of a filing", where=place, hint=_DATE_HINT)
        return day.isoformat()
    if name in _CHOICES:
        known = {choice.lower(): choice for choice in _CHOICES[name]}
        if text.lower() not in known:
            what = "a language of filings here" if name == "language" else "a part of a fiscal year"
            raise InputError(
                f"{_shown(text)} is not {what}", where=place, hint=f"Choose one of {', '.join(known.values())}."
            )
        return known[text.lower()]
    if name in _SHAPES:
        pattern, what = _SHAPES[name]
        text = text.upper() if name == "currency" else text
        if not re.fullmatch(pattern, text):
            raise InputError(f"{_shown(text)} is not {what}", where=place, hint="Correct it, or leave it out.")
        return int(text) if name == "fiscal_year" else text.zfill(10) if name == "cik" else text
    return text


def read_manifest(path: Path) -> Manifest:
    """A manifest of metadata.

    Raises:
        InputError: it cannot be read, or a row cannot be used; names the row (the first is 1) and the field.
    """
    text = _text_of(path)
    rows = _json_rows(text, path) if path.suffix.lower() == ".json" else _csv_rows(text, path)
    manifest = Manifest()
    for number, row in enumerate(rows, 1):
        place = f"{path.name}, row {number}"
        source = row.pop("source", None)
        if not isinstance(source, str) or not source.strip():
            raise InputError("the row names no file", where=f"{place}, source", hint="Give the file's name as source.")
        _whole(source, f"{place}, source")
        if source.strip() in manifest.rows:
            raise InputError(f"{_shown(source)} stands in two rows", where=place, hint="Keep one of them.")
        manifest.rows[source.strip()] = checked(row, place)
    return manifest


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(path), hint="Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8 text", where=str(path), hint="Save it as UTF-8.") from error


def _csv_rows(text: str, path: Path) -> list[dict[str, Any]]:
    reader = csv.DictReader(io.StringIO(text))
    rows: list[dict[str, Any]] = []
    try:
        if "source" not in (reader.fieldnames or ()):
            hint = f"The first line names the columns: source, and any of {', '.join(FIELDS)}."
            raise InputError("there is no column 'source'", where=path.name, hint=hint)
        for number, row in enumerate(reader, 1):
            if None in row:
                hint = "Put a cell that holds commas in quotation marks."
                raise InputError(
                    "the row has more cells than the header", where=f"{path.name}, row {number}", hint=hint
                )
            rows.append(dict(row))
    except csv.Error as error:
        place = f"{path.name}, row {len(rows) + 1}"
        raise InputError(
            f"it is no CSV ({error})", where=place, hint="Look for a quotation mark without end."
        ) from error
    return rows


def _json_rows(text: str, path: Path) -> list[dict[str, Any]]:
    rows = _json(text, path)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        hint = 'Write a list with one object a file: [{"source": "report.pdf", "issuer": "..."}].'
        raise InputError("it is no list of objects", where=path.name, hint=hint)
    return [dict(row) for row in rows]


def _json(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        hint = "Write texts and lists of texts alone."
        raise InputError("it is nested too deep to be metadata", where=path.name, hint=hint) from error
    except ValueError as error:  # a number of thousands of digits is one, too
        hint = "Look at the place that is named, or save it anew."
        raise InputError(f"it is not JSON ({error})", where=path.name, hint=hint) from error


def read_sidecar(path: Path) -> Metadata:
    """What the sidecar of a file says; nothing where there is none.

    Raises:
        InputError: it cannot be used; names the field.
    """
    for beside in (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)):
        if beside.is_file():
            said = _json(_text_of(beside), beside)
            if not isinstance(said, dict):
                raise InputError("it is no object", where=beside.name, hint='Write {"issuer": "...", "form": "..."}.')
            return checked({name: value for name, value in said.items() if name not in PROVENANCE}, beside.name)
    return Metadata()
