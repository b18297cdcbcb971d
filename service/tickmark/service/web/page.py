"""The pages of the web box: their templates, and what every one of them is given."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException

from tickmark.ingest.errors import TickmarkError
from tickmark.service.api.problems import title_for, title_of

__all__ = ["page", "problem_page", "told_of"]

# Marks that turn the direction of writing: in the title of a window nothing keeps them to their own word.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("tickmark.service", "web/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["thousands"] = "{:,}".format
    templates.filters["count_of"] = _count_of
    templates.filters["capital"] = _capital
    templates.filters["undirected"] = _undirected
    return templates


def _capital(text: str) -> str:
    """``text`` with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def _count_of(number: int, noun: str) -> str:
    """So many of a thing: "1 table", "1,071 figures"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _undirected(text: str) -> str:
    return _DIRECTION.sub("", text)


def page(template: str, *, status: int = 200, **given: Any) -> HTMLResponse:
    """A page from a template."""
    return HTMLResponse(_templates().get_template(template).render(**given), status_code=status)


def told_of(error: TickmarkError | HTTPException) -> dict[str, str]:
    """An error as a page tells it: ``title``, ``detail`` and ``hint``."""
    if isinstance(error, TickmarkError):
        detail = f"{error.where}: {error.what}" if error.where else error.what
        return {"title": title_for(error), "detail": detail, "hint": error.hint}
    return {"title": title_of(error.status_code), "detail": str(error.detail), "hint": ""}


def problem_page(error: TickmarkError | HTTPException) -> HTMLResponse:
    """A page that says what went wrong."""
    status = error.status if isinstance(error, TickmarkError) else error.status_code
    return page("box_problem.html", status=status, at="", problem=told_of(error))
