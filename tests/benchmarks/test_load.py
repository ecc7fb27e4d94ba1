"""What benchmarks/load.py does, on a small yardstick of its own; how fast it is, is for a person to read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks import load

YARDSTICK = """
def make(size, shape, seed, requests):
    rules = [
        {"id": f"r{number}", "outcome": "accept", "all": [{"op": "ge", "fact": "customer.seats", "value": number}]}
        for number in range(size)
    ]
    facts = {"enum": {}, "number": ["customer.seats"], "flag": []}
    inbox = [{"customer": {"seats": 5}, "request": {"text": "hello"}} for _ in range(requests)]
    return {"facts": facts, "default": "decline", "rules": rules}, inbox
"""


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    (tmp_path / "workload.py").write_text(YARDSTICK, encoding="utf-8")
    return tmp_path


def test_each_policy_is_compiled_and_taken_from_the_cache(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load.main([str(bench), "--sizes", "3,30", "--shapes", "scoped", "--rounds", "1", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["size"], row["shape"], row["how"]) for row in rows] == [
        (3, "scoped", "compiled"),
        (3, "scoped", "cached"),
        (30, "scoped", "compiled"),
        (30, "scoped", "cached"),
    ]
    assert all(row["ready_s"] >= row["load_s"] > 0 and row["mib"] > 1 for row in rows)


def test_the_table_has_a_line_for_each(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load.main([str(bench), "--sizes", "3", "--shapes", "texty", "--rounds", "1"]) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["rules", "shape", "load", "s", "ready", "s", "MiB"]
    assert [line.split()[:3] for line in lines] == [["3", "texty", "compiled"], ["3", "texty", "cached"]]


def test_the_cache_of_the_user_is_left_alone(
    bench: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "mine"))
    assert load.main([str(bench), "--sizes", "3", "--shapes", "texty", "--rounds", "1"]) == 0
    assert capsys.readouterr().err == ""
    assert not (tmp_path / "mine").exists()


def test_without_the_yardstick_there_is_nothing_to_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load.main([str(tmp_path / "nowhere")]) == 2
    assert "it has no workload.py" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--rounds", "0"], ["--rounds", "x"], ["one", "two"]])
def test_wrong_options_are_told(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        load.main(words)
    assert ended.value.code == 2
