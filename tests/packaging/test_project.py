from __future__ import annotations

import tomllib
from pathlib import Path
from typing import cast

import pytest

DECIDING = ("cases", "checks", "diagnostics", "engine", "language", "model", "replies", "review", "text")
KEPT_AWAY = {"click", "io", "os", "pathlib", "random", "rich", "socket", "subprocess", "time", "yaml"}


def read(path: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def contracts(checkout: Path) -> list[dict[str, object]]:
    tool = cast("dict[str, dict[str, list[dict[str, object]]]]", read(checkout / "pyproject.toml")["tool"])
    return tool["importlinter"]["contracts"]


def test_every_module_has_a_floor(contracts: list[dict[str, object]], checkout: Path) -> None:
    (floors,) = (contract for contract in contracts if contract.get("containers") == ["kotowari"])
    listed = " ".join(cast("list[str]", floors["layers"])).translate(str.maketrans("()|:", "    ")).split()
    package = checkout / "policy" / "kotowari"
    modules = {path.stem for path in package.glob("*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    assert floors["exhaustive"] is True
    assert modules - {"__init__", "__main__"} <= set(listed)


def test_what_decides_is_kept_from_the_world(contracts: list[dict[str, object]]) -> None:
    (pure,) = (contract for contract in contracts if contract["type"] == "forbidden")
    assert pure["source_modules"] == [f"kotowari.{floor}" for floor in DECIDING]
    assert set(cast("list[str]", pure["forbidden_modules"])) >= KEPT_AWAY
    assert "allow_indirect_imports" not in pure


def test_what_decides_verdicts_is_pinned(checkout: Path) -> None:
    wanted = cast("list[str]", read(checkout / "pyproject.toml")["project"]["dependencies"])
    pinned = dict(line.split("==") for line in wanted if "==" in line)
    assert set(pinned) >= {"google-re2", "snowballstemmer", "tzdata"}


def test_the_lock_is_of_this_project_and_of_the_public_index(checkout: Path) -> None:
    lock = cast("dict[str, list[dict[str, object]]]", read(checkout / "uv.lock"))
    wanted = set(cast("list[str]", read(checkout / "pyproject.toml")["project"]["dependencies"]))
    (own,) = (package for package in lock["package"] if package["name"] == "kotowari")
    locked = cast("dict[str, list[dict[str, str]]]", own["metadata"])["requires-dist"]
    assert {f"{item['name']}{item['specifier']}" for item in locked if "marker" not in item} == wanted
    assert own["version"] == read(checkout / "pyproject.toml")["project"]["version"]
    sources = [package["source"] for package in lock["package"] if package is not own]
    assert sources
    assert all(source == {"registry": "https://pypi.org/simple"} for source in sources)


def test_the_changelog_has_a_place_for_what_comes(checkout: Path) -> None:
    assert "\n## [Unreleased]\n" in (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
