"""A cross-encoder's say in the order of passages."""

import pytest

from tickmark.index.embed import packaged_model
from tickmark.index.ranking.rerank import CrossEncoderReranker, rejoined
from tickmark.index.search import Searcher
from tickmark.ingest.errors import SettingsError

TEXTS = ["Revenue was 12 million.", "Water", "The mill used 91,400 tonnes of water in 2021."]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Makes a real cross-encoder of one small layer, its weights drawn with a seed: it loads and runs like any."""
    transformers, torch = pytest.importorskip("transformers"), pytest.importorskip("torch")
    tokenizer = transformers.AutoTokenizer.from_pretrained(packaged_model())

    def made(labels):
        target = tmp_path_factory.mktemp(f"cross{labels}")
        torch.manual_seed(7)
        config = transformers.BertConfig(
            vocab_size=tokenizer.vocab_size, hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=64, num_labels=labels, initializer_range=0.5,
        )  # fmt: skip
        transformers.BertForSequenceClassification(config).save_pretrained(target)
        tokenizer.save_pretrained(target)
        return str(target)

    return made


def test_both_orders_count():
    assert rejoined("abcd", [4, 3, 2, 1]) == list("abcd")
    assert rejoined("abcd", [1, 2, 3, 4]) == list("adbc")  # opposite orders: 1/60 + 1/63 is more than 1/61 + 1/62
    assert rejoined("abcd", [1, 4, 2, 3]) == list("badc")  # b 2nd and 1st, a 1st and 4th, d 4th and 2nd, c 3rd twice
    assert rejoined("", []) == []


@pytest.mark.model
def test_a_cross_encoder_scores_each_text(folder):
    model = CrossEncoderReranker(folder(1))
    scores = model.scores("How much water was used?", TEXTS)
    assert len(scores) == len(set(scores)) == 3
    assert model.scores("How much water was used?", TEXTS[::-1]) == pytest.approx(scores[::-1], abs=1e-5)
    assert model.scores("How much water was used?", []) == []


@pytest.mark.model
def test_a_model_for_something_else_is_refused(folder):
    with pytest.raises(SettingsError, match="gives 3 numbers a passage"):
        CrossEncoderReranker(folder(3)).scores("water", TEXTS)


@pytest.mark.model
def test_a_folder_without_a_model_is_named(tmp_path):
    with pytest.raises(SettingsError, match="cannot be loaded") as raised:
        CrossEncoderReranker(str(tmp_path / "nothing")).scores("water", TEXTS)
    assert "TICKMARK_RERANKER" in raised.value.where


class Longest:
    """Thinks that the longest text answers."""

    def scores(self, question, texts):
        return [float(len(text)) for text in texts]


@pytest.mark.model
def test_passages_move_and_scores_stay_in_order(three_filings, monkeypatch):
    searcher = Searcher(three_filings)
    before = searcher.search("water use").passages
    monkeypatch.setattr(three_filings, "reranker", Longest())
    after = searcher.search("water use").passages
    assert {p.passage.id for p in after} == {p.passage.id for p in before}
    assert [p.passage.id for p in after] != [p.passage.id for p in before]
    assert [p.score for p in after] == [p.score for p in before]
    longest = max(before[:30], key=lambda p: len(p.passage.index_text)).passage.id
    assert [p.passage.id for p in after].index(longest) <= [p.passage.id for p in before].index(longest)
