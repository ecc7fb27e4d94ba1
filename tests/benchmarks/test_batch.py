"""What benchmarks/batch.py does; how fast it is, is for a person to read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import batch


@pytest.fixture
def requests(tmp_path: Path) -> Path:
    file = tmp_path / "requests.jsonl"
    texts = ("Please add an export.", "領収書をください。", "I want a refund.")
    file.write_text("".join(json.dumps({"text": text, "more": 1}) + "\n" for text in texts), encoding="utf-8")
    return file


def test_lines_are_repeated_with_ids_of_their_own(requests: Path) -> None:
    lines = [json.loads(line) for line in batch.repeated(requests, 5)]
    assert [line["id"] for line in lines] == [0, 1, 2, 3, 4]
    assert [line["text"] for line in lines[3:]] == ["Please add an export.", "領収書をください。"]


def test_both_ways_are_run_and_compared(requests: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch.main([str(requests), "--lines", "400", "--jobs", "2", "--rounds", "1", "--pack", "starter"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("400 lines: ")
    assert last.endswith("bytes the same")


def test_too_little_gain_is_told_by_the_exit_code(requests: Path) -> None:
    words = [str(requests), "--lines", "1", "--rounds", "1", "--pack", "starter", "--at-least", "1000"]
    assert batch.main(words) == 1


def test_what_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch.main([str(tmp_path / "nothing.jsonl")]) == 2
    assert "nothing to measure" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what a process takes is read from /proc")
def test_what_memory_each_size_takes(requests: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [str(requests), "--memory", "2,600", "--jobs", "2", "--pack", "starter", "--json"]
    assert batch.main(words) == 0
    few, many = json.loads(capsys.readouterr().out)
    assert (few["lines"], few["jobs"], few["worker_mib"]) == (2, 2, 0.0)  # so few need no other process
    assert (many["lines"], many["jobs"]) == (600, 2)
    assert few["main_mib"] > 10
    assert many["worker_mib"] > 10


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        batch.peaks([sys.executable, "-c", "raise SystemExit(3)"], 1, 1)


@pytest.mark.parametrize("words", [["--lines", "0"], ["--jobs", "x"], ["one", "two"], ["--memory", "10,none"]])
def test_wrong_options_are_told(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        batch.main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: ")
