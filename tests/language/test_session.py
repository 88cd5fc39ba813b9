"""Cores and providers that the model computes on; what onnxruntime would say of a GPU is played."""

from pathlib import Path
from typing import Any

import onnxruntime
import pytest

from dragoman.errors import LanguageError
from dragoman.language import load
from dragoman.language.cores import usable, wanted

GPU = ("CUDAExecutionProvider", "CPUExecutionProvider")


def test_a_container_with_a_share_of_time_is_given_so_many_threads(tmp_path: Path) -> None:
    (tmp_path / "cpu.max").write_text("100000 100000\n")
    assert usable(tmp_path) == 1
    (tmp_path / "cpu.max").write_text("20000 100000\n")
    assert usable(tmp_path) == 1


def test_older_control_groups_are_understood(tmp_path: Path) -> None:
    (tmp_path / "cpu").mkdir()
    (tmp_path / "cpu" / "cpu.cfs_quota_us").write_text("100000\n")
    (tmp_path / "cpu" / "cpu.cfs_period_us").write_text("100000\n")
    assert usable(tmp_path) == 1


@pytest.mark.parametrize("text", ["max 100000\n", "-1 100000\n", "6400000 100000\n", "", "nonsense here\n"])
def test_no_limit_leaves_all_cores_that_the_process_is_bound_to(tmp_path: Path, text: str) -> None:
    here = usable(tmp_path / "nowhere")
    (tmp_path / "cpu.max").write_text(text)
    assert usable(tmp_path) == here >= 1


def test_threads_are_as_told() -> None:
    assert wanted(3) == 3
    assert wanted(None) == usable()


class Played:
    """A session as onnxruntime-gpu would open it."""

    opened: tuple[str, ...] = ()
    starts: tuple[str, ...] = GPU
    real = onnxruntime.InferenceSession

    def __init__(self, path: str, options: Any, providers: list[str]) -> None:
        type(self).opened = tuple(providers)
        self.session = self.real(path, options, providers=["CPUExecutionProvider"])

    def get_providers(self) -> list[str]:
        return list(self.starts)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.session, name)


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch, nlp: object) -> type[Played]:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: list(GPU))
    monkeypatch.setattr(onnxruntime, "InferenceSession", Played)
    return Played


def test_providers_are_asked_for_in_the_order_given(gpu: type[Played]) -> None:
    doc = load(threads=1, providers=GPU)("Talks began.")
    assert gpu.opened == GPU
    assert doc.has_annotation("DEP")


def test_a_provider_that_does_not_start_is_an_error_and_no_slow_reading(gpu: type[Played], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gpu, "starts", ("CPUExecutionProvider",))
    with pytest.raises(LanguageError, match=r"has CUDAExecutionProvider but could not start it.*cuDNN.*leave it out"):
        load(threads=1, providers=GPU)
