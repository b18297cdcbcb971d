import pytest

from tickmark.ingest.concepts import CONCEPT, concept_words


@pytest.mark.parametrize(
    ("concept", "words"),
    [
        ("us-gaap:Assets", "Assets"),
        ("us-gaap:IncomeTaxesPaidNet", "Income taxes paid net"),
        ("own:EBITDAMargin2024", "EBITDA margin 2024"),
        ("ifrs-full:ProfitLossAttributableToOwnersOfParent", "Profit loss attributable to owners of parent"),
    ],
)
def test_the_words_in_a_name(concept, words):
    assert concept_words(concept) == words


@pytest.mark.parametrize("text", ["What is us-gaap:Assets in 2024?", "us-gaap:Assets", "(us-gaap:assets)"])
def test_a_concept_in_a_question(text):
    assert CONCEPT.search(text)[0].lower() == "us-gaap:assets"


@pytest.mark.parametrize("text", ["at 10:Assets", "http://x.example/A:Assets", "note: Assets", "ratio 3:1", "see a:b"])
def test_other_colons_are_no_concepts(text):
    assert CONCEPT.search(text) is None
