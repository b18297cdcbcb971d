"""Reading other people's JSON: the shape that is expected, or an error that says which it was not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tickmark.ingest.errors import FetchError

__all__ = ["iso_date", "mapping", "sequence", "unexpected"]


def unexpected(what: str, where: str) -> FetchError:
    """An answer that has another shape than it had when this was written: better an error than half a list."""
    return FetchError(
        f"the answer has another shape than expected ({what})",
        where=where,
        hint="The archive may have changed; a newer Tickmark may know it.",
    )


def mapping(value: object, what: str, where: str) -> dict[str, Any]:
    """``value`` if it is an object of JSON.

    Raises:
        FetchError: it is not.
    """
    if not isinstance(value, dict):
        raise unexpected(f"{what} is not an object", where)
    return value


def sequence(value: object, what: str, where: str) -> list[Any]:
    """``value`` if it is an array of JSON.

    Raises:
        FetchError: it is not.
    """
    if not isinstance(value, list):
        raise unexpected(f"{what} is not an array", where)
    return value


def iso_date(text: object, form: str, where: str) -> str:
    """A printed date in ``form`` (of strptime) as an ISO date.

    Raises:
        FetchError: it is not one.
    """
    try:
        return datetime.strptime(str(text).strip(), form).date().isoformat()
    except ValueError as error:
        raise unexpected(f"{text!r} is not a date", where) from error
