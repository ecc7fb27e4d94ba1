"""A machine without the library that reads Japanese, or without its dictionary."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kotowari

PREAMBLE = """\
policy tiny en "Tiny"
  languages en
  zone "UTC"
  otherwise accept because trust
  unanswered accept because trust
value trust
  en "We trust our customers."
"""
ENGLISH = PREAMBLE + 'topic sso en "single sign-on"\n  words en "SSO"\n'
JAPANESE = PREAMBLE + 'topic sso en "single sign-on"\n  words en "SSO", 「統合認証」\n  not 「統合認証局」\n'
SHOWN = """\
error[missing-japanese]: patterns in Japanese need SudachiPy and its dictionary,
  which are not installed here
  ╭─ policy.rules:9:19
9 │   words en "SSO", 「統合認証」
  │                   ^^^^^^^^^^^^
  ╰─ install them with `pip install 'kotowari[ja]'`

1 error
"""


def run(folder: Path, missing: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line where the package `missing` cannot be imported."""
    broken = folder / "broken"
    broken.mkdir(exist_ok=True)
    (broken / f"{missing}.py").write_text(f"raise ModuleNotFoundError({missing!r})\n", encoding="utf-8")
    path = os.pathsep.join([str(broken), str(Path(kotowari.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "kotowari_cli", *words],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def policy(folder: Path, rules: str) -> str:
    (folder / "policy").mkdir()
    (folder / "policy" / "policy.rules").write_text(rules, encoding="utf-8")
    return str(folder / "policy")


@pytest.mark.parametrize("missing", ["sudachipy", "sudachidict_core"])
def test_patterns_in_japanese_are_an_error_that_says_what_to_do(tmp_path: Path, missing: str) -> None:
    outcome = run(tmp_path, missing, "lint", policy(tmp_path, JAPANESE))
    assert (outcome.returncode, outcome.stdout + outcome.stderr) == (1, SHOWN)


def test_a_policy_without_them_decides_the_same(tmp_path: Path) -> None:
    folder = policy(tmp_path, ENGLISH)
    words = ("check", "SSOは不要です", "--policy", folder, "--now", "2026-11-22T09:00:00Z", "--format", "json")
    with_it = run(tmp_path, "nothing_of_ours", *words)
    without = run(tmp_path, "sudachipy", *words)
    assert '"denied": true' in without.stdout
    # The digest names no dictionary that the policy does not use.
    assert (without.returncode, without.stdout) == (0, with_it.stdout)


def test_a_pack_in_japanese_is_copied_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOTOWARI_CACHE", "off")
    outcome = run(tmp_path, "sudachipy", "init", str(tmp_path / "mine"), "--pack", "inn")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert "kotowari check" not in outcome.stdout
    assert f"kotowari lint {tmp_path / 'mine'}" in outcome.stdout
    assert (tmp_path / "mine" / "policy.rules").is_file()
