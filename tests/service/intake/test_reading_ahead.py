"""Files read ahead by other processes: all of them, in order, whatever becomes of one."""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass

from tickmark.ingest.errors import UnreadableFile
from tickmark.service.intake.reading_ahead import read_ahead


@dataclass(frozen=True)
class Piece:
    name: str
    size: int = 10


def pid_of(piece: Piece) -> tuple[str, int]:
    return piece.name, os.getpid()


def dies_elsewhere(piece: Piece) -> str:
    if piece.name == "b" and os.environ.get("TICKMARK_TEST_MAIN") != str(os.getpid()):
        os._exit(3)
    return piece.name


def test_little_is_read_here() -> None:
    found = list(read_ahead([Piece("a"), Piece("b")], pid_of, workers=2))
    assert found == [(Piece("a"), ("a", os.getpid())), (Piece("b"), ("b", os.getpid()))]


def test_much_is_read_elsewhere_in_the_order_given() -> None:
    pieces = [Piece(name) for name in "abcdefg"]
    found = list(read_ahead(pieces, pid_of, workers=2, worth_it=0))
    assert [(piece, name) for piece, (name, _) in found] == [(piece, piece.name) for piece in pieces]
    assert os.getpid() not in {pid for _, (_, pid) in found}


def test_a_process_that_dies_loses_nothing(monkeypatch) -> None:
    monkeypatch.setenv("TICKMARK_TEST_MAIN", str(os.getpid()))
    pieces = [Piece(name) for name in "abcd"]
    assert [name for _, name in read_ahead(pieces, dies_elsewhere, workers=2, worth_it=0)] == list("abcd")


def test_errors_come_back_whole() -> None:
    error = UnreadableFile("it is torn", where="a.pdf", hint="Mend it")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
