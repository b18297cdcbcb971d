"""The bot: takes what was asked, answers it once, and stays polite when it cannot.

Nothing here waits inside Slack's three seconds: what comes in is handed to :meth:`Bot.take`, which returns at once, and
the work goes on in a task of its own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Literal, TypeVar
from weakref import WeakValueDictionary

from anyio import to_thread
from slack_sdk.errors import SlackApiError

from tickmark.ingest.errors import TickmarkError
from tickmark.service.slack.blocks import Message, answer_message
from tickmark.service.slack.dedupe import Dedupe
from tickmark.service.slack.desk import Desk, Found
from tickmark.service.slack.feedback import Feedback, Judgement
from tickmark.service.slack.followup import completed, topic_of
from tickmark.service.slack.keeping import Keeping
from tickmark.service.slack.links import Links
from tickmark.service.slack.listing import filings_message, help_message, note
from tickmark.service.slack.posting import Poster, SlackAwayError, Spot, in_words
from tickmark.service.slack.threads import Place, Threads, Topic

__all__ = ["Asked", "Bot", "Clicked"]

SORRY = "Sorry, something went wrong on my side and I could not answer. Please try again in a moment."
NOT_POSTED = "I have an answer, but Slack did not let me post it here. Add me to this channel, or ask me directly."
NOT_TAKEN = "I no longer know that answer, so I could not keep your feedback. Ask again, and I will."
THANKS = {
    "right": "Thank you. Noted as right.",
    "wrong": "Thank you. Noted as wrong; it will be looked at.",
}

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something said to the bot.

    ``keys`` name it for deduplication. ``how`` is how sure it is that the bot was meant: a ``thread`` message was not
    addressed to it, a ``command`` does not show the question above the answer.
    """

    text: str
    spot: Spot
    place: Place
    keys: tuple[str, ...]
    how: Literal["mention", "direct", "thread", "command"]


@dataclass(frozen=True, slots=True)
class Clicked:
    """A click on a feedback button."""

    answer_id: str
    verdict: Judgement
    spot: Spot
    team: str


class Bot:
    """Everything but Slack's own protocol."""

    def __init__(self, desk: Desk, poster: Poster, links: Links, open_keeping: Callable[[], Keeping]) -> None:
        """A bot that does nothing before it is asked: its file is opened with the first thing that comes in."""
        self._desk = desk
        self._poster = poster
        self._links = links
        self._open_keeping = open_keeping
        self._opened: _Memory | None = None
        self._opening = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._starting: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    def take(self, what: Asked | Clicked) -> None:
        """Answer this, in a task of its own."""
        work: Coroutine[Any, Any, None] = self._answer(what) if isinstance(what, Asked) else self._note(what)
        task = asyncio.create_task(work)
        self._tasks.add(task)  # the loop itself does not keep a task alive
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Wait until all that was taken is done."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def stop(self, patience: float = 10.0) -> None:
        """Finish what is in work, as far as patience goes, and let go of the file."""
        if self._tasks:
            _, unfinished = await asyncio.wait(set(self._tasks), timeout=patience)
            for task in unfinished:
                task.cancel()
            if unfinished:
                log.warning("stopped with %d questions not answered", len(unfinished))
                await asyncio.wait(unfinished)
        if self._opened is not None:
            await to_thread.run_sync(self._opened.keeping.close)
            self._opened = None

    async def _answer(self, asked: Asked) -> None:
        try:
            memory = await self._memory()
            if asked.how == "thread" and not await self._is_ours(asked.place, memory):
                return  # people among themselves
            if not await to_thread.run_sync(memory.dedupe.claim, asked.keys):
                log.info("%s came again and is answered already", asked.keys[0])
                return
            try:
                await self._reply(asked, memory)
            finally:
                await to_thread.run_sync(memory.dedupe.done, asked.keys)
        except Exception as error:
            await self._fail(error, asked.spot)

    async def _reply(self, asked: Asked, memory: _Memory) -> None:
        word, _, rest = asked.text.partition(" ")
        if asked.how == "command" and word.casefold() in ("", "list"):
            filings = await self._desk.filings()
            await self._poster.whisper(asked.spot, filings_message(filings, self._links, rest.strip()))
        elif asked.text.strip(" ?!.").casefold() in ("", "help", "hello", "hi"):
            await self._poster.whisper(asked.spot, help_message())
        else:
            await self._reply_to_question(asked, memory)

    async def _reply_to_question(self, asked: Asked, memory: _Memory) -> None:
        topic = await to_thread.run_sync(memory.threads.topic, asked.place)
        found, read_as = await self._find(asked.text, topic)
        answer = found.answer
        if asked.how == "thread" and answer.verdict.status == "not_found":
            why = answer.verdict.reason or answer.verdict.text
            await self._poster.whisper(asked.spot, note(f"If you asked me: {why} Mention me to ask something else."))
            return
        answer_id = await to_thread.run_sync(memory.feedback.posting, answer)
        message = answer_message(
            found,
            self._links,
            answer_id=answer_id,
            read_as=read_as,
            asked_by=asked.spot.user if asked.how == "command" else "",
        )
        about = topic_of(answer)
        if topic is not None and answer.verdict.status == "not_found" and not (about.issuers and about.subject):
            await self._poster.answer(asked.spot, message)
            return
        if asked.how != "command":
            # Before it is posted: whoever reads the answer may follow it up at once.
            await to_thread.run_sync(memory.threads.remember, asked.place, about)
            await self._poster.answer(asked.spot, message)
            return
        async with self._start(asked.place):
            posted = await self._poster.answer(asked.spot, message)
            if posted is not None:  # an address to post through may tell no time stamp: then there is no thread
                await to_thread.run_sync(memory.threads.remember, asked.place._replace(thread=posted), about)

    async def _is_ours(self, place: Place, memory: _Memory) -> bool:
        """Whether the bot has answered in this thread, or is starting it just now."""
        if await to_thread.run_sync(memory.threads.topic, place) is not None:
            return True
        async with self._start(place):
            return await to_thread.run_sync(memory.threads.topic, place) is not None

    def _start(self, place: Place) -> asyncio.Lock:
        """Held while a command's answer goes out.

        Which thread it starts is known only once Slack has told its time stamp; whoever reads it may be quicker.
        """
        return self._starting.setdefault((place.team, place.channel), asyncio.Lock())

    async def _find(self, question: str, topic: Topic | None) -> tuple[Found, str]:
        """The answer, and the whole question where it was completed from what the thread is about."""
        plain = await self._desk.ask(question)
        whole = completed(question, plain.answer.interpretation, topic) if topic else None
        if whole is None:
            return plain, ""
        full = await self._desk.ask(whole)
        if full.answer.verdict.status == "not_found" and plain.answer.verdict.status == "answered":
            return plain, ""
        return full, whole

    async def _note(self, clicked: Clicked) -> None:
        try:
            memory = await self._memory()
            spot = clicked.spot
            known = await to_thread.run_sync(
                lambda: memory.feedback.click(
                    clicked.answer_id, clicked.verdict, user=spot.user, team=clicked.team, channel=spot.channel
                )
            )
            await self._poster.whisper(spot, note(THANKS[clicked.verdict] if known else NOT_TAKEN))
        except Exception as error:
            await self._fail(error, clicked.spot)

    async def _fail(self, error: Exception, spot: Spot) -> None:
        """To the log what happened; to the one who asked that it did, and what they can do."""
        if isinstance(error, SlackApiError):
            log.error("could not post an answer: %s", in_words(error, "TICKMARK_SLACK_BOT_TOKEN"))
            told = note(NOT_POSTED)
        elif isinstance(error, SlackAwayError):
            log.error("could not post an answer: Slack cannot be reached (%s)", error)
            return
        elif isinstance(error, TickmarkError):
            log.warning("a question was not answered: %s", error)
            told = _in_their_words(error)
        else:
            log.error("a question was not answered", exc_info=error)
            told = note(SORRY)
        await self._poster.whisper(spot, told)

    async def _memory(self) -> _Memory:
        async with self._opening:
            if self._opened is None:
                self._opened = _Memory(await to_thread.run_sync(self._open_keeping))
            return self._opened


class _Memory:
    """The bot's file, and what is kept in it."""

    def __init__(self, keeping: Keeping) -> None:
        self.keeping = keeping
        self.dedupe = Dedupe(keeping)
        self.threads = Threads(keeping)
        self.feedback = Feedback(keeping)


def _in_their_words(error: TickmarkError) -> Message:
    """An error that the asker can do something about; one that only the house can mend is just said to be one."""
    if error.status in (404, 422):
        return note(f"I could not answer: {error.what}. {error.hint}".strip())
    return note(SORRY)
