"""Races Kotowari against other engines on the yardstick's policies, and prints what a decision costs.

    python benchmarks/decide.py [BENCH] [--sizes 10,100,1000,10000] [--shapes scoped,texty] [--peers datalogic,zen]
                                [--rounds 9] [--json]

BENCH holds the yardstick: `workload.py`, `peers.py` and `race.py`; without it, `../shared/bench` beside the checkout. A
peer that is not installed is left out with a word. Exit codes: 0 done; 1 a verdict was wrong; 2 nothing to measure, or
wrong options.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, TypedDict, cast

HOME: Final = Path(__file__).resolve().parent.parent
BENCH: Final = HOME.parent / "shared" / "bench"
ENGINE: Final = "benchmarks.workload_policy:Kotowari"
PEERS: Final = "datalogic,zen,cel,cedar,rule-engine"


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


# From the names of engines, the number of rules, a shape, a seed, and the number of rounds.
Race = Callable[[list[str], int, str, int, int], list[Row]]


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
    if not (options.bench / "race.py").is_file():
        print(f"no yardstick in {options.bench}: it has no race.py", file=sys.stderr)
        return 2
    run = _race(options.bench)
    names = [ENGINE, *filter(None, options.peers.split(","))]
    rows: list[Row] = []
    for shape in options.shapes.split(","):
        for size in map(int, options.sizes.split(",")):
            found = run(names, size, shape, options.seed, options.rounds)
            rows.extend(found)
            if not options.json:
                print(table(found))
    print(json.dumps(rows, indent=1) if options.json else growth(rows))
    return int(any(row["wrong"] for row in rows))


def _race(bench: Path) -> Race:
    """The yardstick's own race. Engines run in processes of their own, which find this repository by PYTHONPATH."""
    places = (HOME, HOME / "policy", HOME / "cli", os.environ.get("PYTHONPATH", ""))
    os.environ["PYTHONPATH"] = os.pathsep.join(str(place) for place in places if place)
    sys.path.insert(0, str(bench))
    try:
        return cast("Race", importlib.import_module("race").race)
    finally:
        sys.path.remove(str(bench))


def table(rows: Sequence[Row]) -> str:
    """The engines on one policy, the fastest first."""
    lines = [f"\n{rows[0]['size']:,} rules, {rows[0]['shape']}" if rows else "\nno engine loaded this policy"]
    lines += [
        f"{'engine':12}{'decisions/s':>12}{'x peer':>8}{'p50 µs':>9}{'p99 µs':>9}{'load s':>8}{'MiB':>7}{'wrong':>7}"
    ]
    for row in rows:
        name = "kotowari" if row["engine"] == ENGINE else row["engine"]
        ratio = f"{row['ratio']:8.2f}" if row["ratio"] else f"{'':8}"
        lines.append(
            f"{name:12}{row['per_s']:12,.0f}{ratio}{row['p50_us']:9.1f}{row['p99_us']:9.1f}"
            f"{row['load_ms'] / 1000:8.2f}{row['mib']:7.1f}{row['wrong']:7}"
        )
    return "\n".join(lines)


def growth(rows: Iterable[Row]) -> str:
    """What a decision costs with the most rules, beside one with the fewest."""
    ours: dict[str, list[Row]] = {}
    for row in rows:
        if row["engine"] == ENGINE:
            ours.setdefault(row["shape"], []).append(row)
    lines: list[str] = []
    for shape, some in ours.items():
        few, many = (pick(some, key=lambda row: row["size"]) for pick in (min, max))
        times = few["per_s"] / many["per_s"]
        lines.append(f"{shape}: a decision by {many['size']:,} rules costs {times:.1f} times one by {few['size']:,}")
    return "\n" + "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
