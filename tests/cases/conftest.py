"""The desk of these tests: a small policy, samples of cases, and the command that runs them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import kotowari
from kotowari.testing import Suite, read_files, suite_of
from kotowari_cli.main import run

HERE = Path(__file__).resolve().parent
DESK = HERE / "desk"
SAMPLES = sorted(path.stem for path in (HERE / "samples").glob("*.yaml"))
NOW = datetime(2026, 7, 1, 0, 0, tzinfo=UTC)
AT = ("--now", NOW.isoformat())

RunTests = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, English, a cache of its own, and nothing set that changes what is printed."""
    for name in ("KOTOWARI_POLICY", "KOTOWARI_DEBUG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A copy of the desk's policy, without cases."""
    folder = tmp_path / "desk"
    shutil.copytree(DESK, folder)
    (folder / "cases").mkdir()
    return folder


@pytest.fixture
def run_tests() -> RunTests:
    """`kotowari test` in this process: exit code, standard output and standard error."""

    def run_in(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        with CliRunner().isolation(input=stdin) as (out, err, *_):
            code = run(("test", *arguments))
        assert err is not None
        return code, out.getvalue().decode(), err.getvalue().decode()

    return run_in


def sample(name: str) -> bytes:
    return (HERE / "samples" / f"{name}.yaml").read_bytes()


def suite(**files: str) -> Suite:
    """The desk's policy with files of cases of these contents."""
    contents: Mapping[str, bytes] = {f"cases/{name}.yaml": text.encode() for name, text in files.items()}
    return suite_of(kotowari.load(DESK), read_files(contents), NOW)
