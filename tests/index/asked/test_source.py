"""The document that a question is to be read from."""

from tickmark.index.asked.source import without_dated_source, without_source


def test_the_document_that_is_named_as_the_source_asks_for_nothing():
    assert without_source("shares held by Aldous, according to the pledge notice?") == "shares held by Aldous?"
    assert without_source("berths let in the harbour notice") == "berths let"
    assert without_source("shares held by each, share pledge announcement") == "shares held by each"
    assert without_source("stake of Aldous, % of shs ( pledge ann)") == "stake of Aldous, % of shs"
    assert without_source("costs of the pledge announcement") == "costs of the pledge announcement"
    assert without_source("What does Aldous hold as of the harbour's notice?") == "What does Aldous hold?"
    assert (
        without_source("the notice of the meeting: how long was it?") == "the notice of the meeting: how long was it?"
    )
    assert without_source("stake of Aldous as of pledge notice") == "stake of Aldous"
    assert without_source("What was earned, according to its early unaudited numbers?") == "What was earned?"
    assert without_source("looms per its own numbers") == "looms per its own numbers"
    assert without_source("tar burnt, according to the 2023 sustainability report?") == "tar burnt?"
    assert without_source("大股东在质押公告里一共持有多少股") == "大股东一共持有多少股"
    assert without_source("in the announcement") == "in the announcement"  # nothing else is said


def test_a_source_behind_a_comma_is_taken_out_whatever_it_is_called():
    assert without_dated_source("equity at 31 May 2024, per the July 2024 flash numbers") == "equity at 31 May 2024"
    assert without_dated_source("cost per the loom, and per the year") == "cost per the loom, and per the year"
    assert without_dated_source("cost per loom") == "cost per loom"


def test_when_it_came_out_is_where_it_is_to_be_read():
    asked = "What stake did Aldous hold when the May 2024 pledge notice came out?"
    assert without_source(asked) == "What stake did Aldous hold?"
    assert without_source("What stake did Aldous hold when the pledge was announced in") == "What stake did Aldous hold"
    assert without_source("How many notices came out?") == "How many notices came out?"


def test_the_document_that_opens_a_chinese_question_asks_for_nothing():
    assert without_source("业绩快报里2022年的营业利润是多少") == "2022年的营业利润是多少"
    assert without_source("根据年度报告中的船只数量是多少") == "船只数量是多少"
    assert without_source("北风年报里的船只数量是多少") == "北风年报里的船只数量是多少"  # whose it is has to be seen


def test_the_document_may_be_named_in_front():
    assert without_source("In the pledge notice, by how much was it larger?") == "by how much was it larger?"
    assert without_source("Going by the harbour's filing: what was sold?") == "what was sold?"
    assert without_source("In the pledge, what was let?") == "In the pledge, what was let?"
