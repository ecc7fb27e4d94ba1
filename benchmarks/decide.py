"""Races Kotowari against other engines on the yardstick's policies, and prints what a decision costs.

    python benchmarks/decide.py [BENCH] [--sizes 10,100,1000,10000] [--shapes scoped,texty] [--peers datalogic,zen]
                                [--rounds 9] [--json]

BENCH holds the yardstick: `workload.py`, `peers.py` and `race.py`; without it, `../shared/bench` beside the checkout. A
peer that is not installed is left out with a word. Exit codes: 0 done; 1 a verdict was wrong; 2 nothing to measure,
Kotowari itself fell out, or wrong options.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypedDict, cast

HOME: Final = Path(__file__).resolve().parent.parent
BENCH: Final = HOME.parent / "shared" / "bench"
OURS: Final = "kotowari"
ENGINE: Final = "benchmarks.workload_policy:Kotowari"  # as the yardstick's processes find it
PEERS: Final = "datalogic,zen,cel,cedar,rule-engine"
CHECKED: Final = 4.0  # seconds in which verdicts are held against the yardstick's
TURN: Final = 0.25
LONG_TURN: Final = 5.0


class Row(TypedDict):
    """What one engine made of one policy; `ratio` is to the fastest peer, None where there is none."""

    engine: str
    size: int
    shape: str
    per_s: float
    ratio: float | None
    p50_us: float
    p99_us: float
    load_ms: float
    mib: float
    checked: int
    wrong: int


class Policy(NamedTuple):
    """The policy of the yardstick that is raced on."""

    size: int
    shape: str
    seed: int


def main(words: Sequence[str] | None = None) -> int:
    """Run the race that the words ask for."""
    parser = argparse.ArgumentParser(prog="benchmarks/decide.py")
    parser.add_argument("bench", nargs="?", type=Path, default=BENCH)
    parser.add_argument("--sizes", default="10,100,1000,10000")
    parser.add_argument("--shapes", default="scoped,texty")
    parser.add_argument("--peers", default=PEERS)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(words)
    yardstick = options.bench / "race.py"
    if not yardstick.is_file():
        print(f"no yardstick in {options.bench}: it has no race.py", file=sys.stderr)
        return 2
    names = [OURS, *filter(None, options.peers.split(","))]
    rows: list[Row] = []
    for shape in options.shapes.split(","):
        for size in map(int, options.sizes.split(",")):
            found = race(yardstick, names, Policy(size, shape, options.seed), options.rounds)
            rows.extend(found)
            if not options.json:
                print(table(found), flush=True)
            if not any(row["engine"] == OURS for row in found):
                return 2
    print(json.dumps(rows, indent=1) if options.json else growth(rows))
    return int(any(row["wrong"] for row in rows))


# --- the race ---------------------------------------------------------------------------------------------------------


class Turn(TypedDict):
    """What the yardstick says of an engine's turn; `n` is how many requests it decided."""

    n: int
    wrong: int
    per_s: float
    p50_us: float
    p99_us: float
    mib: float


class Engine:
    """An engine in a process of its own, which is the yardstick's and finds this repository by PYTHONPATH."""

    def __init__(self, yardstick: Path, name: str, policy: Policy) -> None:
        self.name = name
        self.turns: list[Turn] = []
        self._seconds = TURN
        self._command = [
            sys.executable,
            str(yardstick),
            "--worker",
            ENGINE if name == OURS else name,
            *map(str, policy),
        ]
        places = (HOME, HOME / "policy", HOME / "cli", os.environ.get("PYTHONPATH", ""))
        self._environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(place) for place in places if place)}
        loaded = self._start()
        checked = loaded and self._ask("check", CHECKED)
        self.good = checked is not None
        if loaded is not None and checked is not None:
            self.load_s, self.check = cast("dict[str, float]", loaded)["load_s"], cast("Turn", checked)
        else:
            self._tell(f"left out: {self._said()}")

    def take_turn(self) -> None:
        """Decide for a while.

        The yardstick's process ends where not one request is decided in a turn, whose time collecting garbage takes
        first. Such an engine begins again, with longer turns.
        """
        turn = self._ask("round", self._seconds)
        if turn is None and self._seconds < LONG_TURN:
            self._tell(f"decides nothing in {self._seconds:g} s; gets turns of {LONG_TURN:g} s")
            self._seconds = LONG_TURN
            self.end()
            self._start()
            turn = self._ask("round", self._seconds)
        if turn is None:
            self.good = False
            self._tell(f"left out: {self._said()}")
        else:
            self.turns.append(cast("Turn", turn))

    def median(self, what: Callable[[Turn], float]) -> float:
        """The median over the turns."""
        return statistics.median(map(what, self.turns))

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()
        self._last_words.close()

    def _start(self) -> object:
        self._last_words = tempfile.TemporaryFile("w+")  # noqa: SIM115 - it lives as long as the process
        self._process = subprocess.Popen(  # noqa: S603 - the yardstick
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._last_words,
            env=self._environment,
            text=True,
        )
        return self._answer()

    def _ask(self, command: str, seconds: float) -> object:
        """The answer to a command, None where there is none."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(f"{command} {seconds}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        return self._answer()

    def _answer(self) -> object:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return json.loads(line) if line else None

    def _said(self) -> str:
        self._process.wait()
        self._last_words.seek(0)
        return (self._last_words.read().splitlines() or ["its process ended without a word"])[-1]

    def _tell(self, words: str) -> None:
        print(f"{self.name}: {words}", file=sys.stderr, flush=True)


def race(yardstick: Path, names: Sequence[str], policy: Policy, rounds: int) -> list[Row]:
    """What each engine makes of a policy, the fastest first; who falls out on the way has no row."""
    engines: list[Engine] = []
    try:
        engines.extend(Engine(yardstick, name, policy) for name in names)
        for number in range(rounds):
            running = [engine for engine in engines if engine.good]
            first = number % max(1, len(running))
            for engine in (*running[first:], *running[:first]):
                engine.take_turn()
    finally:
        for engine in engines:
            engine.end()
    return rows_of([engine for engine in engines if engine.good], policy)


def rows_of(engines: Sequence[Engine], policy: Policy) -> list[Row]:
    """The rows of the engines that came through."""
    peers = [engine for engine in engines if engine.name != OURS]
    best = max(peers, key=lambda engine: engine.median(_per_s), default=None)
    rows = [
        Row(
            engine=engine.name,
            size=policy.size,
            shape=policy.shape,
            per_s=engine.median(_per_s),
            ratio=statistics.median(map(_ratio, engine.turns, best.turns)) if best else None,
            p50_us=engine.median(lambda turn: turn["p50_us"]),
            p99_us=engine.median(lambda turn: turn["p99_us"]),
            load_ms=1000 * engine.load_s,
            mib=engine.turns[-1]["mib"],
            checked=engine.check["n"],
            wrong=engine.check["wrong"],
        )
        for engine in engines
    ]
    return sorted(rows, key=lambda row: -row["per_s"])


def _per_s(turn: Turn) -> float:
    return turn["per_s"]


def _ratio(turn: Turn, other: Turn) -> float:
    return turn["per_s"] / other["per_s"]


# --- what is printed --------------------------------------------------------------------------------------------------


def table(rows: Sequence[Row]) -> str:
    """The engines on one policy, the fastest first."""
    lines = [f"\n{rows[0]['size']:,} rules, {rows[0]['shape']}" if rows else "\nno engine loaded this policy"]
    lines += [
        f"{'engine':12}{'decisions/s':>12}{'x peer':>8}{'p50 µs':>9}{'p99 µs':>9}{'load s':>8}{'MiB':>7}{'wrong':>7}"
    ]
    for row in rows:
        ratio = f"{row['ratio']:8.2f}" if row["ratio"] else f"{'':8}"
        lines.append(
            f"{row['engine']:12}{row['per_s']:12,.0f}{ratio}{row['p50_us']:9.1f}{row['p99_us']:9.1f}"
            f"{row['load_ms'] / 1000:8.2f}{row['mib']:7.1f}{row['wrong']:7}"
        )
    return "\n".join(lines)


def growth(rows: Iterable[Row]) -> str:
    """What a decision costs with the most rules, beside one with the fewest."""
    ours: dict[str, list[Row]] = {}
    for row in rows:
        if row["engine"] == OURS:
            ours.setdefault(row["shape"], []).append(row)
    lines: list[str] = []
    for shape, some in ours.items():
        few, many = (pick(some, key=lambda row: row["size"]) for pick in (min, max))
        times = few["per_s"] / many["per_s"]
        lines.append(f"{shape}: a decision by {many['size']:,} rules costs {times:.1f} times one by {few['size']:,}")
    return "\n" + "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
