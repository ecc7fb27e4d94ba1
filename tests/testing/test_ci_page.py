"""What docs/ci.md says is true: its settings, its hooks, its inputs and its commands are those that there are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import cast

import pytest
from tests.docs.pages import blocks, codes, text_of
from tests.testing.test_pytest_plugin import POLICY, TODO, run, write

from kotowari.requests import parse_yaml
from kotowari_cli.main import run as command

pytest_plugins = ["pytester"]
PAGES = ("ci.md", "ja/ci.md")
CASES = f"""\
{TODO}
  - name: a small team
    request: {{text: Any discount?, facts: {{customer.seats: 3}}}}
    expect: {{verdict: decline}}
"""


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def project(pytester: pytest.Pytester) -> Path:
    """What the page has in mind: a policy in `rules/shop`."""
    write(pytester.path / "rules" / "shop" / "policy.rules", POLICY)
    write(pytester.path / "rules" / "shop" / "cases" / "sizes.yaml", CASES)
    return pytester.path


def yaml_blocks(page: str) -> list[dict[str, object]]:
    return [cast("dict[str, object]", parse_yaml(block.body.encode())) for block in blocks(page, "yaml")]


@pytest.mark.parametrize("page", PAGES)
def test_the_settings_collect_the_policy(page: str, project: Path, pytester: pytest.Pytester) -> None:
    prompt, *shown = blocks(page, "console")[0].body.splitlines()
    assert prompt == "$ pytest -v rules/shop"
    for name, text in (
        ("pytest.ini", blocks(page, "ini")[0].body),
        ("pyproject.toml", "[tool.pytest.ini_options]\n" + re.findall(r"`(kotowari = \[[^`]*\])`", text_of(page))[0]),
    ):
        write(project / name, text)
        assert [line for line in run(pytester, "-v").outlines if line.startswith("rules/")] == shown
        (project / name).unlink()


@pytest.mark.parametrize("page", PAGES)
def test_the_hooks_are_those_that_there_are(page: str, checkout: Path) -> None:
    (entry,) = cast("list[dict[str, list[dict[str, object]]]]", yaml_blocks(page)[0]["repos"])
    known = cast("list[dict[str, object]]", parse_yaml((checkout / ".pre-commit-hooks.yaml").read_bytes()))
    assert [hook["id"] for hook in entry["hooks"]] == [hook["id"] for hook in known]
    assert [hook["id"] for hook in entry["hooks"] if "args" in hook] == ["kotowari-lint", "kotowari-test"]


@pytest.mark.parametrize("page", PAGES)
def test_what_japanese_needs_is_what_is_pinned(page: str, checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (told,) = re.findall(r"additional_dependencies: \[(.*)\]", text_of(page))
    assert sorted(told.split(", ")) == sorted(project["optional-dependencies"]["ja"])


@pytest.mark.parametrize("page", PAGES)
def test_the_inputs_are_those_of_the_action(page: str, checkout: Path) -> None:
    action = cast("dict[str, dict[str, dict[str, str]]]", parse_yaml((checkout / "action.yml").read_bytes()))
    rows = re.findall(r"^\| `([\w-]+)` \|[^|]*\|([^|]*)\|$", text_of(page), re.MULTILINE)
    told = {name: "".join(codes(default)) for name, default in rows}
    assert told == {name: entry["default"] for name, entry in action["inputs"].items()}
    jobs = cast("dict[str, dict[str, list[dict[str, dict[str, str]]]]]", yaml_blocks(page)[1]["jobs"])
    assert jobs["policy"]["steps"][-1]["with"].keys() <= action["inputs"].keys()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", PAGES)
def test_the_commands_for_elsewhere_run(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(("fmt", "rules/shop")) == 0
    lines = blocks(page, "sh")[0].body.splitlines()
    assert len(lines) == 3
    for line in lines:
        program, *words = line.partition(" > ")[0].split()
        assert (program, command(words)) == ("kotowari", 0)
    assert "<testsuites " in capsys.readouterr().out
