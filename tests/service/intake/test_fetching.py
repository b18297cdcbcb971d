"""Several issuers of one archive, and what ``tickmark fetch`` refuses before anything is asked."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from tickmark.ingest.errors import FetchError, FetchRefused, UnknownIssuer
from tickmark.ingest.fetch.model import Found, Remote, Wanted
from tickmark.ingest.model import Metadata
from tickmark.service.commands import fetch
from tickmark.service.intake import fetching

WANTED = Wanted()


def remote(name: str) -> Remote:
    return Remote("sec", name, f"https://archive.example/{name}", f"{name}.htm", Metadata())


class Archive:
    """Answers what it was told to, and remembers who was asked for."""

    def __init__(self, **answers: Found | FetchError) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def find(self, issuer: str, _: Wanted, /) -> Found:
        self.asked.append(issuer)
        answer = self.answers[issuer]
        if isinstance(answer, FetchError):
            raise answer
        return answer


def test_an_unknown_issuer_costs_none_of_the_others() -> None:
    unknown = UnknownIssuer("no such ticker")
    archive = Archive(A=Found((remote("a"),)), B=unknown, C=Found((remote("c"),)))
    assert fetching.find(archive, ["A", "B", "C"], WANTED) == ([remote("a"), remote("c")], [("B", unknown)])


def test_a_filing_that_two_issuers_share_is_there_once() -> None:
    archive = Archive(A=Found((remote("a"), remote("x"))), B=Found((remote("x"),)))
    assert fetching.find(archive, ["A", "B", "A"], WANTED) == ([remote("a"), remote("x")], [])
    assert archive.asked == ["A", "B"]


def test_what_an_archive_could_not_tell_is_told_under_its_issuer() -> None:
    broken = FetchError("a row without a link")
    archive = Archive(A=Found((remote("a"),), (broken,)))
    assert fetching.find(archive, ["A"], WANTED) == ([remote("a")], [("A", broken)])


def test_after_a_refusal_no_other_issuer_is_asked_for() -> None:
    archive = Archive(A=Found((remote("a"),)), B=FetchRefused("403"), C=Found(()), D=Found(()))
    found, failed = fetching.find(archive, ["A", "B", "C", "D"], WANTED)
    assert found == [remote("a")]
    assert [issuer for issuer, _ in failed] == ["B", "C", "D"]
    assert archive.asked == ["A", "B"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("sec", "--ticker"),
        ("sec --ticker NWM --from yesterday", "'yesterday' is not a date"),
        ("sec --ticker NWM --until 20240101", "'20240101' is not a date"),
        ("sec --ticker NWM --from 2024-02-01 --until 2024-01-01", "is before"),
        ("sec --ticker NWM --last 0", "'--last'"),
        ("hkex --stock-code 06680 --form 10-K", "annual-report"),
        ("hkex --stock-code 06680 --language fr", "en or zh"),
    ],
)
def test_wrong_use_is_said_before_anything_is_asked(monkeypatch, arguments: str, said: str) -> None:
    monkeypatch.setattr(fetching, "open_archive", pytest.fail)
    result = CliRunner().invoke(fetch.app, arguments.split(), env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("last", "since", "meant"),
    [(None, None, 1), (3, None, 3), (None, "2024-01-01", None), (3, "2024-01-01", 3)],
)
def test_without_a_bound_the_newest_is_meant(
    monkeypatch, last: int | None, since: str | None, meant: int | None
) -> None:
    seen: list[Wanted] = []
    monkeypatch.setattr(fetch, "_fetch", lambda _name, _issuers, wanted, *_, **__: seen.append(wanted))
    options = [*(["--last", str(last)] if last else []), *(["--from", since] if since else [])]
    assert CliRunner().invoke(fetch.app, ["sec", "--ticker", "NWM", *options]).exit_code == 0
    assert [(wanted.last, wanted.since) for wanted in seen] == [(meant, since)]
