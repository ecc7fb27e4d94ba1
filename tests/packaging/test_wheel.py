from __future__ import annotations

import importlib.util
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Protocol, cast

import pytest


class WheelScript(Protocol):
    """The part of .ci/wheel.py that is tested here."""

    def expected(self) -> set[str]: ...
    def faults(self, names: list[str]) -> list[str]: ...


INFO = ["kotowari-0.1.0.dist-info/entry_points.txt", "kotowari-0.1.0.dist-info/licenses/LICENSE"]


@pytest.fixture
def project(checkout: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture
def wheel(checkout: Path) -> WheelScript:
    spec = importlib.util.spec_from_file_location("ci_wheel", checkout / ".ci" / "wheel.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("WheelScript", module)


def test_the_console_script_can_be_called(project: dict[str, dict[str, object]]) -> None:
    scripts = cast("dict[str, str]", project["project"]["scripts"])
    assert list(scripts) == ["kotowari"]
    assert callable(EntryPoint("kotowari", scripts["kotowari"], "console_scripts").load())


def test_a_wheel_of_the_checkout_has_no_faults(wheel: WheelScript) -> None:
    assert wheel.faults([*sorted(wheel.expected()), *INFO]) == []


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("policy/kotowari/load.py", "not a name of ours at the top: policy"),
        ("kotowari/py.typed", "twice: kotowari/py.typed"),
        ("kotowari/rules/starter/old.rules", "not in the checkout: kotowari/rules/starter/old.rules"),
    ],
)
def test_a_file_too_many_is_a_fault(wheel: WheelScript, more: str, fault: str) -> None:
    assert fault in wheel.faults([*sorted(wheel.expected()), *INFO, more])


def test_a_file_too_few_is_a_fault(wheel: WheelScript) -> None:
    names = [*sorted(wheel.expected() - {"kotowari/language/grammar.lark"}), *INFO]
    assert wheel.faults(names) == [
        "left out: kotowari/language/grammar.lark",
        "nothing like: kotowari/language/grammar.lark",
    ]
