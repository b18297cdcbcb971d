"""What a person says of a filing, checked."""

from __future__ import annotations

from datetime import date
from typing import get_args

from tickmark.ingest.errors import InputError
from tickmark.ingest.model import Language, Metadata

__all__ = ["metadata"]


def metadata(
    *,
    title: str | None = None,
    issuer: str | None = None,
    stock_code: str | None = None,
    form: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Metadata:
    """What a person said of a filing, checked. Blank is the same as not said.

    Raises:
        InputError: no such date or language.
    """
    if published := _said(published):
        try:
            date.fromisoformat(published)
        except ValueError as error:
            raise InputError(
                f"{published!r} is not a date",
                where="published",
                hint="Write it as YYYY-MM-DD, for example 2024-03-28.",
            ) from error
    spoken: Language | None = None
    if language := _said(language):
        known = {name.lower(): name for name in get_args(Language)}
        spoken = known.get(language.lower())
        if spoken is None:
            raise InputError(
                f"{language!r} is not a language of filings here",
                where="language",
                hint=f"Choose one of {', '.join(known.values())}.",
            )
    return Metadata(
        title=_said(title),
        issuer=_said(issuer),
        stock_code=_said(stock_code),
        form=_said(form),
        published=published,
        language=spoken,
    )


def _said(value: str | None) -> str | None:
    return (value or "").strip() or None
