"""Loose words of money and profits in the place of a filing's."""

import pytest

from tickmark.index.asked.turns import as_filings_say


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "how much cash did Larkmoor Mills' core business pull in",
            "Larkmoor Mills' net cash flow from operating activities",
        ),
        (
            "Leaving out the one-offs, what did Larkmoor's owners make in May",
            "excluding the one-offs, Larkmoor's net profit attributable to shareholders in May",
        ),
        ("how much did the shareholders make on their shares", "how much did the shareholders make on their shares"),
        ("在安全方面投入了多少钱", "安全投入多少钱"),
        ("每年在织造上投了多少钱", "每年织造投入多少钱"),
        ("在织机上用了多少人", "在织机上用了多少人"),
        ("在织布方面有多少人", "在织布方面有多少人"),
    ],
)
def test_what_comes_in_and_who_gets_it(text, plain):
    assert as_filings_say(text) == plain
