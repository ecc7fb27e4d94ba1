"""How the tests of the command line run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner

import kotowari
from kotowari_cli.main import run

HERE = Path(__file__).resolve().parent
ACME = HERE / "acme"


@dataclass(frozen=True)
class Ended:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs the command line in this process."""

    def __call__(self, *arguments: str, stdin: str | bytes = b"") -> Ended: ...


class Golden(Protocol):
    """Compares a text with the golden file of this name."""

    def __call__(self, name: str, text: str) -> None: ...


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, English, and nothing set that changes what is printed."""
    for name in ("KOTOWARI_POLICY", "KOTOWARI_DEBUG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def kotowari_in() -> Run:
    """The command line in this process, with its own streams."""

    def run_in(*arguments: str, stdin: str | bytes = b"") -> Ended:
        with CliRunner().isolation(input=stdin) as (out, err, *_):
            code = run(arguments)
        assert err is not None
        return Ended(code, out.getvalue().decode(), err.getvalue().decode())

    return run_in


@pytest.fixture
def acme(monkeypatch: pytest.MonkeyPatch) -> kotowari.Policy:
    """The policy of these tests, which the command line finds as well."""
    monkeypatch.setenv("KOTOWARI_POLICY", str(ACME))
    return kotowari.load(ACME)


@pytest.fixture
def golden(update: bool) -> Golden:  # noqa: FBT001 - pytest gives fixtures by name
    """Compares with the golden files under tests/cli/golden, or with --update rewrites them."""

    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / f"{name}.txt"
        if update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that runs this checkout."""
    checkout = HERE.parent.parent
    paths = os.pathsep.join(str(checkout / name) for name in ("policy", "cli"))
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", **more}


COMMAND = (sys.executable, "-m", "kotowari_cli")


def process(*arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Ended:
    """Run the command line in a process of its own."""
    ended = subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, check=False, env=env or environment()
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
