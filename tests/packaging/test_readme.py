from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


def script(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run .ci/readme.py as .ci/run does."""
    command = [sys.executable, "-X", "utf8", str(checkout / ".ci" / "readme.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("try", ["python3 -m pip install '.[ja]'", "kotowari check"]),
        ("test", ["python3 -m pip install -e '.[test]'", "python3 -m pytest"]),
    ],
)
def test_the_two_commands_are_the_ones_that_ci_runs(checkout: Path, name: str, words: list[str]) -> None:
    run = script(checkout, "command", name)
    assert run.returncode == 0, run.stderr
    assert run.stdout.count("\n") == 1
    assert all(word in run.stdout for word in words)
    assert f"command=$(python3 .ci/readme.py command {name})" in (checkout / ".ci" / "run").read_text(encoding="utf-8")


def test_a_command_that_readme_does_not_have_ends_the_run(checkout: Path) -> None:
    run = script(checkout, "command", "nothing-of-this-name")
    assert run.returncode == 1
    assert "0 fenced blocks are marked `command: nothing-of-this-name`" in run.stderr


def test_other_output_than_shown_ends_the_run(checkout: Path, tmp_path: Path) -> None:
    printed = tmp_path / "printed.txt"
    printed.write_text("Successfully installed kotowari\nsomething else\n", encoding="utf-8")
    run = script(checkout, "shown", "try", str(printed))
    assert run.returncode == 1
    assert "+something else" in run.stderr


def test_every_file_that_readme_links_is_there(checkout: Path) -> None:
    links: list[str] = re.findall(r"\]\(([^)#:]+)\)", (checkout / "README.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (checkout / link).exists()] == []


def block(checkout: Path, mark: str) -> str:
    """The fenced block of README.md after the comment `<!-- mark -->`."""
    (found,) = re.findall(
        rf"<!-- {mark} -->\n```\w+\n(.*?)\n```", (checkout / "README.md").read_text("utf-8"), re.DOTALL
    )
    return str(found)


def python(checkout: Path, folder: Path, code: str, *arguments: str) -> str:
    """What the code prints, run in the folder on this checkout."""
    paths = os.pathsep.join(str(checkout / name) for name in ("policy", "cli"))
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_the_examples_of_the_readme_work(checkout: Path, tmp_path: Path) -> None:
    command = "from kotowari_cli.main import main; main()"
    python(checkout, tmp_path, command, "init", "my-policy")
    (tmp_path / "my-policy" / "fax.rules").write_text(block(checkout, "example: rule"), encoding="utf-8")
    python(checkout, tmp_path, command, "lint", "my-policy")
    verdict, _, reply = python(checkout, tmp_path, block(checkout, "example: python")).partition("\n")
    assert verdict == "decline"
    assert "We will not be adding fax." in reply


def test_the_readme_lists_every_command(checkout: Path) -> None:
    listed: list[str] = re.findall(r"^\| `kotowari ([\w-]+)", (checkout / "README.md").read_text("utf-8"), re.MULTILINE)
    help_text = python(checkout, checkout, "from kotowari_cli.main import main; main()", "--help")
    offered: list[str] = re.findall(r"^  ([a-z-]+)  ", help_text.partition("Commands:")[2], re.MULTILINE)
    assert sorted(listed) == sorted(offered)
