"""A single text through BERT, in as few steps as there are.

A question is a dozen tokens: a dozen rows times each matrix of weights. Beside products that small, the general path
through a library of all models spends a good part of its time on getting from one to the next. Here a layer is ten
operations, and its three projections are one product. The weights are the loaded model's own, in its own precision;
those in float32 are laid out for a product of few rows, which is a copy (42 MB for the packaged model).

The model is that of Devlin et al. 2019, its vector the mean over the last layer, as sentence-transformers pools it
(Reimers and Gurevych 2019). Any other make of model is for the library to run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from tickmark.index.views import heavy

__all__ = ["BertEncoder"]


_Pair = tuple[Any, Any]


class _Layer(NamedTuple):
    """The weights of one layer, each a pair of a matrix (inputs, outputs) or scale, and its bias."""

    projected: _Pair
    attended: _Pair
    attended_norm: _Pair
    widened: _Pair
    narrowed: _Pair
    narrowed_norm: _Pair


class BertEncoder:
    """The encoder of a loaded model, for one text at a time. Changes nothing once made: safe to share between threads.

    Args:
        model: A sentence-transformers model that :meth:`fits`.
    """

    def __init__(self, model: Any) -> None:
        bert = model[0].auto_model
        torch = heavy.torch()
        self._functional, self._addmm = torch.nn.functional, torch.addmm
        config, weights = bert.config, {name: value.detach() for name, value in bert.state_dict().items()}
        self._heads = int(config.num_attention_heads)
        self._epsilon = float(config.layer_norm_eps)
        self._words = weights["embeddings.word_embeddings.weight"]
        # a text alone is all of the first kind
        kind = weights["embeddings.token_type_embeddings.weight"][0].float()
        self._places = weights["embeddings.position_embeddings.weight"].float() + kind
        self._first_norm = _exact(weights, "embeddings.LayerNorm")
        self._layers = [_layer(weights, f"encoder.layer.{n}") for n in range(config.num_hidden_layers)]

    @staticmethod
    def fits(model: Any) -> bool:
        """Whether a model is a plain BERT on the processor, whose tokens' mean is its vector."""
        modules = list(model)
        bert: Any = getattr(modules[0], "auto_model", None)
        if type(bert).__name__ != "BertModel" or model.device.type != "cpu" or not 2 <= len(modules) <= 3:
            return False
        pooling = modules[1].get_config_dict() if type(modules[1]).__name__ == "Pooling" else {}
        config = bert.config
        return (
            pooling.get("pooling_mode") == "mean"
            and pooling.get("include_prompt", True)
            and all(type(module).__name__ == "Normalize" for module in modules[2:])
            and not getattr(modules[0], "do_lower_case", False)
            and getattr(config, "position_embedding_type", "absolute") == "absolute"
            and config.hidden_act == "gelu"
            and not config.is_decoder
            and not config.add_cross_attention
            and _is_complete(bert)
        )

    def vector(self, ids: Any) -> npt.NDArray[np.float32]:
        """The vector of one text: float32, (dimension,), of length one.

        Args:
            ids: Its tokens, a torch tensor of int64, (number of tokens,): no padding, no more than the model reads.
        """
        functional = self._functional
        x = self._norm(self._words[ids].float() + self._places[: len(ids)], self._first_norm)
        for layer in self._layers:
            parted = self._times(x, layer.projected).view(len(ids), 3, self._heads, -1).permute(1, 2, 0, 3)
            seen = functional.scaled_dot_product_attention(*parted.unsqueeze(1)).squeeze(0)
            joined = seen.transpose(0, 1).reshape(len(ids), -1)
            x = self._norm(self._times(joined, layer.attended) + x, layer.attended_norm)
            wide = functional.gelu(self._times(x, layer.widened))
            x = self._norm(self._times(wide, layer.narrowed) + x, layer.narrowed_norm)
        found: npt.NDArray[np.float32] = functional.normalize(x.mean(0), dim=0).numpy()
        return found

    def _norm(self, x: Any, pair: _Pair) -> Any:
        return self._functional.layer_norm(x, (x.shape[-1],), *pair, self._epsilon)

    def _times(self, x: Any, pair: _Pair) -> Any:
        """A product in the precision of the weights, and its outcome in float32."""
        matrix, bias = pair
        return self._addmm(bias, x.to(matrix.dtype), matrix).float()


def _layer(weights: Mapping[str, Any], name: str) -> _Layer:
    torch = heavy.torch()

    parts = [_pair(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    joined, biases = (torch.cat(each) for each in zip(*parts, strict=True))
    return _Layer(
        _turned(joined, biases),
        _turned(*_pair(weights, f"{name}.attention.output.dense")),
        _exact(weights, f"{name}.attention.output.LayerNorm"),
        _turned(*_pair(weights, f"{name}.intermediate.dense")),
        _turned(*_pair(weights, f"{name}.output.dense")),
        _exact(weights, f"{name}.output.LayerNorm"),
    )


def _pair(weights: Mapping[str, Any], name: str) -> _Pair:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _turned(matrix: Any, bias: Any) -> _Pair:
    """A matrix (outputs, inputs) as (inputs, outputs), in memory too where it is float32.

    There a text of 12 to 15 tokens takes four fifths of the time so; in bfloat16 it would take longer.
    """
    turned = matrix.t()
    return (turned.contiguous() if turned.dtype == heavy.torch().float32 else turned), bias


def _exact(weights: Mapping[str, Any], name: str) -> _Pair:
    """What is small is kept in float32, where it costs nothing."""
    scale, bias = _pair(weights, name)
    return scale.float(), bias.float()


def _is_complete(bert: Any) -> bool:
    """Whether all weights are those of a plain BERT: an adapter would bring others."""
    parts = ("query", "key", "value")
    inner = {f"attention.self.{part}" for part in parts} | {
        "attention.output.dense",
        "attention.output.LayerNorm",
        "intermediate.dense",
        "output.dense",
        "output.LayerNorm",
    }
    known = {f"encoder.layer.{n}.{name}" for n in range(bert.config.num_hidden_layers) for name in inner}
    known |= {f"embeddings.{name}" for name in ("word_embeddings", "position_embeddings", "token_type_embeddings")}
    known |= {"embeddings.LayerNorm", "pooler.dense"}
    found = {name.rpartition(".")[0] for name in bert.state_dict() if not name.startswith("embeddings.position_ids")}
    return found <= known and known - found <= {"pooler.dense"}
