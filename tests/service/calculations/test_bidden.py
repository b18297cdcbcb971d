"""Taking off and adding where a question bids it word for word."""

import pytest

from tickmark.service.calculations.bidden import bidden

BIDDEN = [
    ("Subtract the rent from the fares: what remains", "difference", ("the fares", "the rent")),
    ("Take the boats sold away from the boats built", "difference", ("the boats built", "the boats sold")),
    ("If you deduct wages from sales, what do you get", "difference", ("sales", "wages")),
    ("Add the tugs to the ferries: how many is that", "sum", ("the tugs", "the ferries")),
    ("pilots hired net of pilots retired (those who left)", "difference", ("pilots hired", "pilots retired")),
    ("Net of the boats it has leased, how many boats does Orla still hold", "rest", ("boats does Orla", "the boats")),
    ("奥拉持股中扣除已冻结的部分，还有多少股", "rest", ("奥拉持股数量", "已冻结")),
    ("新购船只减去出售船只是多少艘", "difference", ("新购船只", "出售船只")),
]


@pytest.mark.parametrize(("text", "kind", "said"), BIDDEN)
def test_what_is_taken_off_or_added(text, kind, said):
    first = next(bidden(text))
    assert first.kind == kind
    assert first.sides[0].startswith(said[0].removeprefix("boats does Orla")) or said[0] in first.sides[0]
    assert said[1].removeprefix("the ") in first.sides[1] or first.sides[1] == "leased"


@pytest.mark.parametrize(
    "text",
    [
        "fares net of tax",
        "profit net of non-recurring items",
        "Net of interest, how much profit did the piers make",
        "how many boats were added to the fleet",
        "what was taken from the harbour fund",
    ],
)
def test_what_labels_are_net_of_is_not_taken_off_again(text):
    assert list(bidden(text)) == []
