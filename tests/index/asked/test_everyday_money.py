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
        ("what return did shareholders' money yield in 2021", "what was return on equity in 2021"),
        ("how good a return did Larkmoor's owners' capital earn", "what was Larkmoor's return on equity"),
        ("how much prize money did the weavers share in 2021", "how much prize money did the weavers get in 2021"),
        ("how much money did they make per share in 2021", "how much money did they make per share in 2021"),
        ("how much did each share earn in 2021", "what was earnings per share in 2021"),
        ("what were its shares each worth on the books", "what was net assets per share"),
        ("what are the shares worth to him", "what are the shares worth to him"),
        (
            "how much does the mill reckon it will make at best in May",
            "what net profit attributable to shareholders does the mill expect in May",
        ),
        ("how much wool does it expect to make in May", "how much wool does it expect to make in May"),
        ("在安全方面投入了多少钱", "安全投入多少钱"),
        ("每年在织造上投了多少钱", "每年织造投入多少钱"),
        ("在织机上用了多少人", "在织机上用了多少人"),
        ("what did the mill make at the operating level in May", "what was the operating profit of the mill in May"),
        ("profit at the pre-tax level in May", "profit before tax in May"),
        ("what did the mill make at the upper level", "what did the mill make at the upper level"),
        ("在织布方面有多少人", "在织布方面有多少人"),
    ],
)
def test_what_comes_in_and_who_gets_it(text, plain):
    assert as_filings_say(text) == plain
