"""Names that a question writes without their capitals."""

import pytest

from tickmark.index.asked.written_names import only_a_name, written_names


@pytest.mark.parametrize(
    ("word", "text", "name", "initials"),
    [
        ("larkmoor", "An award from Larkmoor for looms.", True, False),
        ("lmr", "An award from LMR for looms.", False, True),
        ("lmr", "The loom makers' register (LMR) was renewed, and the LMR is kept.", False, False),
        ("loom", "Looms from Loom and a loom.", False, False),
    ],
)
def test_what_the_filings_write_as_a_name_alone(word, text, name, initials):
    assert only_a_name(word, [text]) is name
    assert only_a_name(word, [text], letters=True) is initials


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oxbarrow subsidiary cloth sold to its weavers", ("oxbarrow",)),
        ("Weaving subsidiary cloth sold to its weavers", ()),
        ("Oxbarrow cloth sold to all of its weavers", ()),
    ],
)
def test_whose_subsidiary_it_is_is_a_name_where_it_opens_a_question(text, names):
    assert written_names(text) == names
