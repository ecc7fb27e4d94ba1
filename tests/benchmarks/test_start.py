"""What benchmarks/start.py does; how fast it is, is for a person to read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from benchmarks import start


def test_each_command_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--rounds", "1", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["command"] for row in rows] == [*start.commands("starter", Path())]
    assert all(row["ms"] > 0 and row["cpu_ms"] > 0 for row in rows)
    assert [row["units"] for row in rows if row["command"] == start.CLICK] == [1.0]


def test_the_least_and_the_median_of_the_rounds_count_and_the_first_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([(1, 1), (1, 1), (30, 20), (90, 80), (40, 10), (70, 95), (35, 40), (71, 120)])

    def taken(_: start.Command) -> start.Taken:
        return start.Taken(*next(runs))

    monkeypatch.setattr(start, "taken", taken)
    given = {start.CLICK: start.Command(("click",), {}), "kotowari": start.Command(("kotowari",), {})}
    unit, ours = start.measured(given, 3)
    assert (unit["ms"], unit["cpu_ms"], unit["units"], unit["median_units"]) == (30, 10, 1, 1)
    assert (ours["ms"], ours["cpu_ms"], ours["units"], ours["median_units"]) == (70, 80, 8, 95 / 20)


def test_commands_read_the_cache_of_their_own(tmp_path: Path) -> None:
    start.taken(start.commands("starter", tmp_path)[start.CHECK])
    assert [path.suffix for path in (tmp_path / "kotowari" / "policies").iterdir()] == [".policy"]


def test_a_command_that_fails_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        start.taken(start.Command(("-c", "raise SystemExit(3)"), {}))
    assert start.main(["--rounds", "1", "--pack", "no-such-pack"]) == 1
    assert "this command failed: " in capfd.readouterr().err


def test_beyond_a_limit_is_told_by_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def taken(command: start.Command) -> start.Taken:
        return start.Taken(50, 60 if "check" in command.words else 20)

    monkeypatch.setattr(start, "taken", taken)
    assert start.main(["--rounds", "1", "--within", "2.9"]) == 1
    assert start.main(["--rounds", "1", "--within", "3"]) == 0
    header, *lines = capsys.readouterr().out.splitlines()[:7]
    assert header.split() == ["ms", "cpu", "ms", "units", "median"]
    assert [line.split()[-1] for line in lines] == ["1.00", "1.00", "1.00", "3.00", "3.00", "3.00"]


@pytest.mark.parametrize("words", [["--rounds", "0"], ["one"], ["--within", "x"]])
def test_wrong_options_are_told(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        start.main(words)
    assert ended.value.code == 2
