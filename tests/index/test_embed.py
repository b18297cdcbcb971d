from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from tickmark.index import embed
from tickmark.index.embed import DEFAULT_MODEL, EmbedderInfo, SentenceTransformerEmbedder, packaged_model
from tickmark.index.views import threads
from tickmark.ingest.errors import SettingsError

TEXTS = [
    "Scope 2 emissions were 105,925 tCO2e.",
    "Revenue",
    "",
    "净利润",
    *[f"sentence {n} " * n for n in range(1, 90, 4)],
]


@pytest.fixture(scope="module")
def model():
    return SentenceTransformerEmbedder()


def test_importing_the_index_imports_nothing_heavy():
    code = (
        "import sys, tickmark.index.library as library; "
        "print([m for m in ('torch', 'sentence_transformers', 'transformers', 'faiss', 'tantivy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_packaged_weights_are_verified_once(monkeypatch, tmp_path):
    folder = packaged_model()
    monkeypatch.setattr(embed.hashlib, "file_digest", lambda *_: pytest.fail("read again"))
    assert packaged_model() == folder
    shutil.copytree(folder, tmp_path / "model", ignore=shutil.ignore_patterns("*.safetensors"))
    (tmp_path / "model" / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.undo()
    monkeypatch.setattr(embed, "find_spec", lambda name: type("Spec", (), {"origin": str(tmp_path / "__init__.py")}))
    with pytest.raises(SettingsError, match=r"not those that were published"):
        packaged_model()
    monkeypatch.setattr(embed, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match="is not installed"):
        packaged_model()


@pytest.mark.model
def test_vectors_have_length_one_and_a_place_each(model):
    assert model.info.name == DEFAULT_MODEL
    assert model.info.dimension == 384
    vectors = model.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert model.encode([]).shape == (0, 384)
    again = model.encode(TEXTS)
    assert np.array_equal(vectors, again), "the same texts in the same company give the same bytes"


@pytest.mark.model
@pytest.mark.parametrize(("precision", "tolerance"), [(None, 1e-3), ("float32", 1e-5)])
def test_company_hardly_matters(model, precision, tolerance):
    model = SentenceTransformerEmbedder(precision=precision) if precision else model
    together = model.encode(TEXTS)
    alone = np.stack([model.encode_query(text) for text in TEXTS])
    assert (together * alone).sum(axis=1).min() > 1 - tolerance


@pytest.mark.model
def test_precisions_agree(model):
    exact = SentenceTransformerEmbedder("sentence-transformers/all-MiniLM-L6-v2", precision="float32")
    assert exact.info == EmbedderInfo(DEFAULT_MODEL, 384, "float32")
    assert (exact.encode(TEXTS) * model.encode(TEXTS)).sum(axis=1).min() > 0.999


@pytest.mark.model
def test_meaning_is_near(model):
    question = model.encode_query("How much water did the company use?")
    near, far = model.encode(["Total water consumption (tonnes)", "Net profit attributable to shareholders"])
    assert question @ near > question @ far + 0.2


@pytest.mark.model
def test_a_question_asked_again_costs_nothing(model):
    first = model.encode_query("a question asked twice")
    began = time.perf_counter()
    assert model.encode_query("a question asked twice") is first
    assert time.perf_counter() - began < 0.001
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 1


@pytest.mark.model
def test_threads_may_share_a_model(model):
    expected = model.encode(TEXTS)
    results = []
    threads = [threading.Thread(target=lambda: results.append(model.encode(TEXTS))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert all(np.allclose(result, expected, atol=1e-5) for result in results)  # threads may sum in another order
    assert len(results) == 4


@pytest.mark.model
def test_any_model_folder_will_do(model, tmp_path):
    folder = tmp_path / "my-model"
    shutil.copytree(packaged_model(), folder)
    other = SentenceTransformerEmbedder(str(folder))
    assert other.info.name == str(folder.resolve())
    assert other.encode(["Revenue"])[0] @ model.encode(["Revenue"])[0] > 0.9999


@pytest.mark.model
@pytest.mark.parametrize("kind", ["missing", "empty", "broken"])
def test_a_model_that_cannot_be_loaded(tmp_path, kind, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    folder = tmp_path / kind
    if kind != "missing":
        folder.mkdir()
    if kind == "broken":
        (folder / "modules.json").write_text("{")
    with pytest.raises(SettingsError, match=rf"{kind}.* cannot be loaded"):
        SentenceTransformerEmbedder(str(folder))


@pytest.mark.model
def test_batches_stay_within_the_budget(model):
    texts = list(dict.fromkeys(TEXTS))
    batches = list(model._batches(texts))
    assert sorted(n for batch in batches for n in batch) == list(range(len(texts)))
    lengths = [len(ids) for ids in model._model.tokenizer(texts, truncation=True, max_length=256)["input_ids"]]
    for batch in batches:
        assert len(batch) == 1 or max(lengths[n] for n in batch) * len(batch) <= model._budget


@pytest.mark.model
@pytest.mark.parametrize(("waiting", "count"), [(0.4, 2), (9.5, 1)])
def test_a_question_takes_one_thread_where_others_work_and_texts_take_all(model, monkeypatch, waiting, count):
    import torch

    monkeypatch.setattr(threads.os, "getloadavg", lambda: (waiting, 0.0, 0.0))
    monkeypatch.setattr(threads.os, "cpu_count", lambda: 2)

    before, every, seen = torch.get_num_threads(), 2, []
    monkeypatch.setattr(threads, "_all_threads", lambda: every)
    torch.set_num_threads(every)
    normalize = torch.nn.functional.normalize  # on the way of a question and on that of texts alike

    def seeing(*args, **kwargs):
        seen.append(torch.get_num_threads())
        return normalize(*args, **kwargs)

    monkeypatch.setattr(torch.nn.functional, "normalize", seeing)
    try:
        model.encode_query(f"how many threads for {waiting}")
        of_question = set(seen)
        seen.clear()
        model.encode(["one text", "another text"])
    finally:
        after = torch.get_num_threads()
        torch.set_num_threads(before)
    assert of_question == {count}
    assert set(seen) == {every}
    assert after == every
