from __future__ import annotations

import pytest
from archive_server import ArchiveServer

from tickmark.ingest.fetch.door import user_agent
from tickmark.ingest.fetch.http import Client
from tickmark.ingest.fetch.pace import Clock


class FakeTime:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self.told: list[str] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.now, self.sleep)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def fake_time():
    return FakeTime()


@pytest.fixture
def server(fake_time):
    with ArchiveServer(lambda: fake_time.now) as running:
        yield running


@pytest.fixture
def make_client(server, fake_time):
    made = []

    def make(*, rate=5.0, max_bytes=1_000_000, agent=None):
        agent = agent or user_agent("Jane Doe jane@example.com")
        made.append(
            Client(
                agent, [server.url], rate=rate, max_bytes=max_bytes, tell=fake_time.told.append, clock=fake_time.clock
            )
        )
        return made[-1]

    yield make
    for client in made:
        client.__exit__(None, None, None)


@pytest.fixture
def client(make_client):
    return make_client()
