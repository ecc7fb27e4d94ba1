"""The hooks for pre-commit and the action for GitHub: they call commands that there are, and do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from tests.testing.test_pytest_plugin import CASES, FAILS, POLICY, write

from kotowari.requests import parse_yaml
from kotowari_cli.main import run as command

Json = dict[str, object]


def read(path: Path) -> object:
    return parse_yaml(path.read_bytes())


# --- pre-commit -------------------------------------------------------------------------------------------------------


@pytest.fixture
def hooks(checkout: Path) -> dict[str, Json]:
    return {str(hook["id"]): hook for hook in cast("list[Json]", read(checkout / ".pre-commit-hooks.yaml"))}


def test_each_hook_is_a_command(hooks: dict[str, Json], capsys: pytest.CaptureFixture[str]) -> None:
    assert sorted(hooks) == ["kotowari-fmt", "kotowari-lint", "kotowari-test"]
    for name, hook in hooks.items():
        program, *words = str(hook["entry"]).split()
        assert (program, words) == ("kotowari", [name.removeprefix("kotowari-")])
        assert hook["language"] == "python"
        assert command((*words, "--help")) == 0
    assert capsys.readouterr().out.count("Usage: kotowari ") == 3


def test_only_the_formatter_gets_the_files_that_changed(hooks: dict[str, Json]) -> None:
    assert [name for name, hook in hooks.items() if hook.get("pass_filenames", True)] == ["kotowari-fmt"]


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("rules/policy.rules", {"kotowari-fmt", "kotowari-lint", "kotowari-test"}),
        ("policy.rules", {"kotowari-fmt", "kotowari-lint", "kotowari-test"}),
        ("rules/cases/real.yaml", {"kotowari-test"}),
        ("cases/real.yml", {"kotowari-test"}),
        ("showcases/real.yaml", set[str]()),
        ("rules/cases/deep/real.yaml", set[str]()),
        ("rules/README.md", set[str]()),
        ("notes.rules.txt", set[str]()),
    ],
)
def test_a_changed_file_starts_the_hooks_that_look_at_it(hooks: dict[str, Json], name: str, starts: set[str]) -> None:
    assert {hook for hook, known in hooks.items() if re.search(str(known["files"]), name)} == starts


# --- the action -------------------------------------------------------------------------------------------------------

# https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
TOP = {"name", "author", "description", "inputs", "outputs", "runs", "branding"}
STEP = {"name", "id", "if", "uses", "with", "run", "shell", "env", "working-directory", "continue-on-error"}
INPUT = {"description", "required", "default", "deprecationMessage"}


@pytest.fixture
def action(checkout: Path) -> Json:
    return cast("Json", read(checkout / "action.yml"))


@pytest.fixture
def steps(action: Json) -> list[Json]:
    return cast("list[Json]", cast("Json", action["runs"])["steps"])


def test_the_action_is_as_github_wants_it(action: Json, steps: list[Json]) -> None:
    assert action.keys() <= TOP
    assert cast("Json", action["runs"])["using"] == "composite"
    for entry in cast("dict[str, Json]", action["inputs"]).values():
        assert entry.keys() <= INPUT
        assert isinstance(entry["default"], str)
    for step in steps:
        assert step.keys() <= STEP
        assert ("run" in step) is ("shell" in step) is not ("uses" in step)


def test_inputs_are_known_and_never_become_a_part_of_a_script(action: Json, steps: list[Json]) -> None:
    scripts = [str(step["run"]) for step in steps if "run" in step]
    assert len(scripts) == 2
    assert "${{" not in "".join(scripts)
    used = set(re.findall(r"inputs\.([\w-]+)", str(steps)))
    assert used == set(cast("Json", action["inputs"]))


RunCheck = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(steps: list[Json], tmp_path: Path, checkout: Path) -> RunCheck:
    """The last step of the action, as the runner runs it, in the folder `work`."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    kotowari = tmp_path / "bin" / "kotowari"
    write(kotowari, f'#!/bin/sh\nexec "{sys.executable}" -m kotowari_cli "$@"\n')
    kotowari.chmod(0o755)
    write(tmp_path / "script.sh", str(steps[-1]["run"]))
    (tmp_path / "work").mkdir(exist_ok=True)

    def run_check(policy: str, fail: str = "true", language: str = "C") -> tuple[int, str, str]:
        environment = {
            "FAIL": fail, "KOTOWARI": str(kotowari), "POLICY": policy, "RUNNER_TEMP": str(tmp_path),
            "PATH": os.environ["PATH"], "PYTHONPATH": f"{checkout / 'policy'}{os.pathsep}{checkout / 'cli'}",
            "LANG": f"{language}.UTF-8", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(tmp_path / "cache"),
        }  # fmt: skip
        done = subprocess.run(
            [bash, "--noprofile", "--norc", "-eo", "pipefail", str(tmp_path / "script.sh")],
            cwd=tmp_path / "work", env=environment, capture_output=True, check=False, encoding="utf-8",
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    return run_check


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A policy in a folder whose name a shell or a command of the runner would take apart."""
    folder = tmp_path / "work" / "my, $(shop)"
    write(folder / "policy.rules", POLICY)
    write(folder / "cases" / "sizes.yaml", CASES)
    assert command(("fmt", str(folder))) == 0
    return folder


def test_a_good_policy_passes(shop: Path, check: RunCheck) -> None:
    code, out, _ = check(shop.name)
    assert (code, out.split("\n")[-2:]) == (0, ["no problems", ""])
    assert "::" not in out


def test_what_fails_and_what_is_out_of_layout_is_annotated_together(shop: Path, check: RunCheck) -> None:
    write(shop / "cases" / "wrong.yaml", FAILS)
    write(
        shop / "policy.rules", (shop / "policy.rules").read_text(encoding="utf-8").replace("  edition 1", " edition 1")
    )
    code, out, _ = check(shop.name)
    layout, failed = (line for line in out.splitlines() if line)
    assert code == 1
    assert layout.startswith("::error file=my%2C $(shop)/policy.rules,title=layout::")
    assert failed.startswith("::error file=my%2C $(shop)/cases/wrong.yaml,line=4,")
    assert check(shop.name, "false") == (0, out, check(shop.name)[2])


def test_annotations_are_in_the_language_of_the_locale(shop: Path, check: RunCheck) -> None:
    assert check(shop.name, language="ja_JP")[1].endswith("問題はありません\n")
    write(
        shop / "policy.rules", (shop / "policy.rules").read_text(encoding="utf-8").replace("  edition 1", " edition 1")
    )
    code, out, _ = check(shop.name, language="ja_JP")
    assert (code, out.count("::error ")) == (1, 1)
    assert out.endswith(",title=layout::書式がそろっていません。`kotowari fmt` でそろえられます\n")


def test_a_fault_is_annotated_once(shop: Path, check: RunCheck) -> None:
    write(shop / "policy.rules", POLICY.replace("decline because care", "decline because core"))
    code, out, err = check(shop.name)
    assert (code, out.count("::error ")) == (1, 1)
    assert out.startswith("::error file=my%2C $(shop)/policy.rules,line=15,")
    assert err == ""


@pytest.mark.parametrize("fail", ["true", "false"])
def test_what_is_no_policy_fails_whatever_is_said(check: RunCheck, fail: str) -> None:
    code, _, err = check("nowhere", fail)
    assert code == 2
    assert "there is no folder `nowhere`" in err
