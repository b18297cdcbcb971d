from __future__ import annotations

import shutil
from json import dumps, loads

import numpy as np
import pytest

from tickmark.index.embed import SentenceTransformerEmbedder, packaged_model
from tickmark.index.views.bert import BertEncoder

TEXTS = [
    "How many tonnes of rock were crushed at the Ostrava quarry in 2021?",
    "Revenue",
    "",
    " . ",
    "净利润是多少",
    "Café MÜLLER  owed $1,234.56\n(2020: nil)",
    "the mill ground rye and oats and barley " * 60,  # longer than the model reads
]


@pytest.fixture(scope="module")
def model():
    return SentenceTransformerEmbedder(precision="float32", device="cpu")


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(packaged_model(), tmp_path / "model")


def _change(path, **values):
    path.write_text(dumps({**loads(path.read_text("utf-8")), **values}), "utf-8")


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_the_short_way_gives_the_vector_of_the_library(model, text):
    short, library = model.encode_query(text), model._forward([text], None)[0]
    assert model._single is not None
    assert short.shape == (384,)
    assert short.dtype == np.float32
    assert np.linalg.norm(short) == pytest.approx(1, abs=1e-5)
    assert short @ library > 0.999999


@pytest.mark.model
def test_in_bfloat16_it_keeps_more_digits_than_it_loses():
    rough = SentenceTransformerEmbedder(precision="bfloat16", device="cpu")
    exact = SentenceTransformerEmbedder(precision="float32", device="cpu")
    for text in TEXTS:
        assert rough.encode_query(text) @ exact.encode_query(text) > 0.9995


@pytest.mark.model
def test_a_prompt_is_read_with_the_question(folder):
    _change(folder / "config_sentence_transformers.json", prompts={"query": "the question: "})
    prompted = SentenceTransformerEmbedder(str(folder), precision="float32", device="cpu")
    vector = prompted.encode_query("output of the mill")
    assert prompted._single is not None
    assert vector @ prompted.encode(["the question: output of the mill"])[0] > 0.99999
    assert vector @ prompted.encode(["output of the mill"])[0] < 0.99


@pytest.mark.model
def test_another_make_of_model_goes_through_the_library(folder):
    _change(folder / "1_Pooling" / "config.json", pooling_mode_mean_tokens=False, pooling_mode_cls_token=True)
    other = SentenceTransformerEmbedder(str(folder), precision="float32", device="cpu")
    vector = other.encode_query("output of the mill")
    assert not BertEncoder.fits(other._model)
    assert other._single is None
    # one thread adds up in another order than two
    assert np.allclose(vector, other._forward(["output of the mill"], None)[0], atol=1e-6)


@pytest.mark.model
@pytest.mark.parametrize("changed", [{"hidden_act": "relu"}, {"is_decoder": True}])
def test_another_make_of_bert_goes_through_the_library(folder, changed):
    _change(folder / "config.json", **changed)
    other = SentenceTransformerEmbedder(str(folder), precision="float32", device="cpu")
    assert not BertEncoder.fits(other._model)
