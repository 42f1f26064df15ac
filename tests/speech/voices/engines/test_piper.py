"""Neural voices, with a model small enough to make."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.speech import voices
from tests.speech.voices.settings import TEXT, a_voice, problem_of


def a_model(folder: Path) -> Path:
    """A voice in ONNX that a test can make: each phoneme is a short tone."""
    import math

    import onnx
    from onnx import TensorProto, helper

    wave = [0.5 * math.sin(2 * math.pi * 200 * at / 16_000) for at in range(2400)]
    nodes = [
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["ids", "last"], ["column"]),
        helper.make_node("Mul", ["column", "wave"], ["tones"]),
        helper.make_node("Reshape", ["tones", "flat"], ["output"]),
    ]
    graph = helper.make_graph(
        nodes,
        "voice",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, None]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, None])],
        [
            helper.make_tensor("last", TensorProto.INT64, [1], [2]),
            helper.make_tensor("wave", TensorProto.FLOAT, [1, 1, len(wave)], wave),
            helper.make_tensor("flat", TensorProto.INT64, [3], [1, 1, -1]),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    path = folder / "giong.onnx"
    onnx.save(model, path)
    letters = sorted(set(unicodedata.normalize("NFD", TEXT.words)))
    ids = {letter: [number] for number, letter in enumerate(["_", "^", "$", *letters])}
    config = {"audio": {"sample_rate": 16_000}, "espeak": {"voice": "vi"}, "phoneme_type": "text"}
    shape = {"num_symbols": len(ids), "num_speakers": 1, "phoneme_id_map": ids}
    Path(f"{path}.json").write_text(json.dumps(config | shape), encoding="utf-8")
    return path


class TestPiper:
    """Neural voices, with a model small enough to make."""

    def test_a_model_speaks(self, tmp_path: Path) -> None:
        """The same words, the same bytes."""
        a_model(tmp_path)
        settings = a_voice("piper", model="giong.onnx")
        first, second = (voices.open_voice(settings, tmp_path).speak(TEXT) for _ in range(2))
        assert first == second
        assert first.rate_hz == 16_000
        assert first.seconds > 1

    def test_another_model_is_another_voice(self, tmp_path: Path) -> None:
        """By its bytes, not by its name."""
        model = a_model(tmp_path)
        settings = a_voice("piper", model="giong.onnx")
        before = voices.open_voice(settings, tmp_path).identity
        config = Path(f"{model}.json")
        config.write_text(config.read_text().replace("16000", "22050"))
        model.touch()
        os.utime(model, ns=(1, 1))
        assert voices.open_voice(settings, tmp_path).identity != before

    def test_a_model_that_is_not_there(self, tmp_path: Path) -> None:
        """Is named with its path, also when only its identity is asked for."""
        settings = a_voice("piper", model="giong.onnx")
        assert problem_of(settings, tmp_path) == "voice-missing-file"
        with pytest.raises(Stopped):
            _ = voices.open_voice(settings, tmp_path).identity

    def test_a_file_that_is_no_model(self, tmp_path: Path) -> None:
        """Is named too."""
        a_model(tmp_path).write_bytes(b"not a model")
        assert problem_of(a_voice("piper", model="giong.onnx"), tmp_path) == "voice-missing-file"
