"""What every door checks before it asks, and what it needs after."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from tickmark.ingest.errors import QuestionError

if TYPE_CHECKING:
    from tickmark.index.library import Library
    from tickmark.service.settings import Settings

__all__ = ["checked_k", "checked_question", "text_of"]


def checked_question(question: str, settings: Settings) -> str:
    """The question, unless there is none or too much of it.

    Raises:
        QuestionError: it is empty, or longer than the settings allow.
    """
    if not question.strip():
        raise QuestionError(
            "the question is empty", hint='Ask for a figure, a company and a period: "Northwind revenue 2023".'
        )
    if len(question) > settings.max_question_chars:
        raise QuestionError(
            f"the question has {len(question):,} characters, and {settings.max_question_chars:,} are allowed",
            hint="Shorten it: a company, a metric and a period are enough.",
        )
    return question


def checked_k(k: int, settings: Settings) -> int:
    """How many results were asked for, unless that is too many.

    Raises:
        QuestionError: it is none, or more than the settings allow.
    """
    if not 1 <= k <= settings.max_k:
        raise QuestionError(f"k is {k}, and may be from 1 to {settings.max_k}", where="k")
    return k


def text_of(library: Library) -> Callable[[str], str]:
    """The source text of a filing by its id; each is fetched once, since one answer often quotes a filing often."""
    return lru_cache(maxsize=64)(library.text)
