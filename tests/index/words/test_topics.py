"""Words that filings use for what is asked in others."""

from __future__ import annotations

from tickmark.index.words.topics import told_words


def test_what_is_asked_in_other_words_is_told() -> None:
    (told,) = told_words("Is Acme in any legal battles?")
    assert "lawsuits" in told
    assert told_words("scope 2 emissions 2022") == ()
