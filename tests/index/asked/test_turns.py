"""Turns of phrase that name a metric by none of its words."""

import pytest

from tickmark.index.asked.turns import as_filings_say
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
        ("power used in 2022, before the mill's expansion", "power used in"),
        ("any fires in 2022? how many were there", "how many fires in"),
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
        ("smoke that went up the stacks", "smoke emitted"),
        ("fibre burnt with the heat put to use", "fibre burnt with heat recovery"),
        ("how many of the weavers who joined", "how many of the weavers who joined"),
        ("how many of the people who joined", "how many of the new hires"),
        ("how many served as wardens", "how many were wardens"),
        ("share capital split A vs H", "issued shares split A shares and H shares"),
        ("stock broken down by A/H shares", "stock broken down by A shares and H shares"),
        ("shares in issue, domestic and Hong Kong classes", "shares in issue, A shares and H shares"),
        ("staff in mainland and Hong Kong offices", "staff in mainland and Hong Kong offices"),
        ("weavers in 2021, not the latest: women", "weavers in 2021: women"),
        ("weavers in 2021, not now", "weavers in 2021"),
        ("weavers who are not now paid", "weavers who are not now paid"),
        ("how long on average was each welding course", "average hours per welding course"),
        ("shares free of any lien", "shares free of any pledge"),
        ("grants, how far down on a year earlier", "grants, change from a year earlier"),
    ],
)
def test_words_that_mean_something_else_alone(text, plain):
    assert as_filings_say(text) == plain
