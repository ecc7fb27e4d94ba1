"""The race of benchmarks/decide.py, on a yardstick whose engines do what their names say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benchmarks import decide

# It speaks as the yardstick's processes do. `slow` decides nothing in a short turn, `never` in none, `absent` cannot be
# loaded, `liar` is wrong once.
YARDSTICK = """
import json, sys
name = sys.argv[2]
if name == "absent":
    import no_such_module
print(json.dumps({"load_s": 0.5}), flush=True)
speed, turns = {"slow": 10, "liar": 300}.get(name, 100), 0
for line in sys.stdin:
    command, seconds = line.split()
    turns += command == "round"
    if command == "round" and (name == "never" or name == "slow" and float(seconds) < 1):
        1 / 0
    per_s = speed * (1 + turns % 2)
    print(json.dumps({"n": 7, "wrong": int(name == "liar"), "per_s": per_s, "p50_us": 1e6 / per_s,
                      "p99_us": 2e6 / per_s, "mib": 20.0 + turns}), flush=True)
"""
POLICY = decide.Policy(10, "scoped", 7)


@pytest.fixture
def yardstick(tmp_path: Path) -> Path:
    file = tmp_path / "race.py"
    file.write_text(YARDSTICK, encoding="utf-8")
    return file


def test_each_engine_has_a_row_with_the_medians_of_its_turns(yardstick: Path) -> None:
    ours, peer = decide.race(yardstick, ["zen", decide.OURS], POLICY, 3)[::-1]
    assert {ours["engine"], peer["engine"]} == {decide.OURS, "zen"}
    assert (ours["size"], ours["shape"], ours["checked"], ours["wrong"]) == (10, "scoped", 7, 0)
    assert (ours["per_s"], ours["p50_us"], ours["p99_us"]) == (200, 5000, 10000)
    assert (ours["ratio"], ours["load_ms"], ours["mib"]) == (1.0, 500, 23.0)


def test_rows_begin_with_the_fastest_and_the_ratio_is_to_the_fastest_peer(yardstick: Path) -> None:
    rows = decide.race(yardstick, [decide.OURS, "zen", "liar"], POLICY, 2)
    assert [row["engine"] for row in rows] == ["liar", decide.OURS, "zen"]
    assert [row["ratio"] for row in rows] == [1.0, pytest.approx(1 / 3), pytest.approx(1 / 3)]


def test_without_peers_there_is_no_ratio(yardstick: Path) -> None:
    (row,) = decide.race(yardstick, [decide.OURS], POLICY, 1)
    assert row["ratio"] is None


def test_who_decides_nothing_in_a_turn_gets_longer_ones(yardstick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = decide.race(yardstick, [decide.OURS, "slow"], POLICY, 2)
    assert [row["engine"] for row in rows] == [decide.OURS, "slow"]
    assert capsys.readouterr().err == "slow: decides nothing in 0.25 s; gets turns of 5 s\n"


@pytest.mark.parametrize(
    ("name", "why"),
    [("never", "ZeroDivisionError: division by zero"), ("absent", "No module named 'no_such_module'")],
)
def test_who_falls_out_is_told_and_the_others_race_on(
    yardstick: Path, capsys: pytest.CaptureFixture[str], name: str, why: str
) -> None:
    rows = decide.race(yardstick, [name, decide.OURS, "zen"], POLICY, 2)
    assert {row["engine"] for row in rows} == {decide.OURS, "zen"}
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"{name}: left out: ")
    assert said.endswith(why)


def run(bench: Path, *words: str) -> int:
    return decide.main([str(bench), "--sizes", "10,100", "--shapes", "scoped", "--rounds", "1", *words])


def test_the_rows_as_json(yardstick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(yardstick.parent, "--peers", "zen", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["engine"], row["size"]) for row in rows] == [
        (decide.OURS, 10),
        ("zen", 10),
        (decide.OURS, 100),
        ("zen", 100),
    ]
    assert rows[0].keys() == decide.Row.__annotations__.keys()


def test_a_wrong_verdict_is_told_by_the_exit_code(yardstick: Path) -> None:
    assert run(yardstick.parent, "--peers", "liar") == 1


def test_where_we_fall_out_ourselves_nothing_was_measured(yardstick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "ENGINE", "absent")
    assert run(yardstick.parent, "--peers", "zen") == 2


def test_engines_find_this_repository(yardstick: Path) -> None:
    yardstick.write_text("import benchmarks.workload_policy, kotowari\n" + YARDSTICK, encoding="utf-8")
    assert str(yardstick.parent) not in sys.path
    assert len(decide.race(yardstick, [decide.OURS], POLICY, 1)) == 1
