"""Turns of phrase that name a metric by none of its words."""

import pytest

from tickmark.index.asked_turns import as_filings_say
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("how big was the consolidated balance sheet", "total assets"),
        ("how much money did the yard bring in from operations", "net cash flow from operating activities"),
        ("hours that weavers were taught, added up", "total hours that weavers were taught"),
        ("looms and mills added up", "looms and mills added up"),
        ("yes / no / abstain", "for / against / abstain"),
        ("warrants sold to KV Sec", "warrants sold to KV Securities"),
        ("RE raw mats bought", "rare earth raw materials bought"),
        ("一般(非危险)废物", "一般非危险废物"),
        ("how many shares made up the capital in 2022, before it jumped 60%", "how many shares in the capital in"),
        ("what was the capital before it jumped", "what was the capital before it jumped"),
    ],
)
def test_a_turn_of_phrase_is_put_as_a_filing_names_it(text, plain):
    assert understand(text, [], Calendar()).rest == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("earnings per fully diluted share", "earnings fully diluted per share"),
        ("earnings per share (basic)", "earnings basic per share"),
        ("what equity interest has it in the quarry", "what percentage held has it in the quarry"),
        ("fires in the course of the year", "fires during the year"),
        ("courses in weaving", "courses in weaving"),
        ("how much did it lay out on looms", "how much did it spend on looms"),
        ("who laid out the plan", "who laid out the plan"),
        ("how much cash was it sitting on", "how much cash was it hold"),
        ("how much did the mill book for bad debts", "how much did the mill for bad debts"),
        ("what did it recognise as rent", "what did it as rent"),
        ("how much did the order book grow", "how much did the order book grow"),
        ("R&D intensity", "R&D as a percentage of revenue"),
    ],
)
def test_words_that_mean_something_else_alone(text, plain):
    assert as_filings_say(text) == plain
