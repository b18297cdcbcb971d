"""Ask a system every question of a set, and write down what it says."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from tickmark.eval.environment import machine, versions
from tickmark.eval.model import Dataset, Question, Response, Unread
from tickmark.eval.record import Record, write_run_folder
from tickmark.eval.systems.base import Setup, System

__all__ = ["run"]

log = logging.getLogger(__name__)


def run(
    dataset: Dataset,
    system: System,
    *,
    out: Path | None = None,
    index: Path | None = None,
    k: int = 20,
    facts: bool = False,
    seed: int = 0,
    settings: dict[str, object] | None = None,
    advance: Callable[[int], None] = lambda _: None,
) -> tuple[Record, list[Response]]:
    """Run a system on a set.

    Args:
        dataset: What to search and to ask.
        system: What is asked. It is closed at the end.
        out: The folder to write the run to; None writes nothing.
        index: A folder to keep indexes in, for runs to come; None makes one and throws it away.
        k: How many passages are asked for.
        facts: Whether the system is told what the set knows of each document.
        seed: Of the draw of questions; for the record.
        settings: Further settings, for the record.
        advance: Told how many questions are done.

    Returns:
        The record, and a response for every question that got one.
    """
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with tempfile.TemporaryDirectory(prefix="tickmark-eval-") as scratch:
        try:
            begun = perf_counter()
            unread = system.prepare(Setup(dataset, index or Path(scratch), k=k, facts=facts))
            prepared = perf_counter()
            fingerprint = system.fingerprint()
            asked = perf_counter()
            responses = []
            for done, question in enumerate(dataset.questions, 1):
                response = _ask(system, question)
                if response is not None:
                    responses.append(response)
                advance(done)
            finished = perf_counter()
        finally:
            system.close()
    record = Record(
        system=system.name,
        gives=system.gives,
        dataset=dataset.name,
        dataset_fingerprint=dataset.fingerprint,
        index_fingerprint=fingerprint,
        documents=len(dataset.documents),
        questions=len(dataset.questions),
        answered=sum(response.error is None for response in responses),
        settings={"k": k, "facts": facts, **system.settings, **(settings or {})},
        versions=versions(system.libraries),
        machine=machine(),
        seed=seed,
        started=started,
        prepare_seconds=round(prepared - begun, 3),
        ask_seconds=round(finished - asked, 3),
        unread=_once([*dataset.unread, *unread]),
        failed=sum(response.error is not None for response in responses),
    )
    if out is not None:
        write_run_folder(out, record, dataset.questions, responses)
    return record, responses


def _ask(system: System, question: Question) -> Response | None:
    """One question, timed. A system that breaks over it has not answered it, and the run goes on."""
    begun = perf_counter()
    try:
        response = system.ask(question)
    except Exception as error:  # whatever it was, it is in the record, and counts as no answer
        log.debug("question %s failed", question.id, exc_info=True)
        return Response(question.id, error=f"{type(error).__name__}: {error}")
    if response is None or not system.timed:
        return response
    return replace(response, ms=round((perf_counter() - begun) * 1000, 3))


def _once(unread: list[Unread]) -> tuple[Unread, ...]:
    return tuple(dict.fromkeys(unread))
