"""Words that people type short, told by what stands beside them."""

import pytest

from tickmark.index.asked.clips import in_full


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("int. exp. of the mill", "interest expenses of the mill"),
        ("fin. costs", "finance costs"),
        ("final div per share", "final dividend per share"),
        ("ST debt", "short-term debt"),
        ("cash & equiv", "cash & equivalents"),
        ("trade recs", "trade receivables"),
        ("hdcount, heat recov", "headcount, heat recovery"),
        ("CB holders", "convertible bonds holders"),
        ("op CF", "operating cash flow"),
        ("oper. costs, wrk accidents", "operating costs, work accidents"),
        ("u/l profit", "underlying profit"),
        ("NI margin", "net income margin"),
        ("AR days", "accounts receivable days"),
        ("AC mtgs held", "audit committee meetings held"),
        ("bd attendance", "board attendance"),
        ("conv. bonds, conv. price", "convertible bonds, conversion price"),
        ("PV cap", "PV capacity"),
        ("occ. ill.", "occupational illness"),
        ("env. fines", "environmental fines"),
        ("cust. complaints, top custs", "customer complaints, top customers"),
        ("pkg mat'ls", "packaging materials"),
        ("vol. hours", "volunteer hours"),
        ("avg trng hours", "avg training hours"),
        ("temp staff, FT staff", "temporary staff, full-time staff"),
        ("enviro. fines by qtr", "environmental fines by quarter"),
        ("raw mats bought", "raw materials bought"),
        ("injuries per 1m hours", "injuries per million hours"),
        ("kilns in N. China, looms in s africa", "kilns in North China, looms in South africa"),
        ("what did it pay its CFO", "what did it pay its chief financial officer"),
    ],
)
def test_its_neighbour_tells_what_it_is_short_for(typed, written):
    assert in_full(typed) == written


@pytest.mark.parametrize(
    "text",
    [
        "12 ST shares",
        "the NI works",
        "int main",
        "div of Aldous",
        "exp in May",
        "AC power",
        "the inv. of Aldous",
        "market cap",
        "PT Larkmoor",
        "the mat on the loom",
        "vol. 12",
        "it has to prov nothing",
    ],
)
def test_alone_it_may_be_anything(text):
    assert in_full(text) == text
