"""Measures what it costs to load a policy of many rules: compiled from its files, and from the cache.

    python benchmarks/load.py [BENCH] [--sizes 10,100,1000,10000] [--shapes scoped,texty] [--rounds 3] [--json]

BENCH holds the yardstick, of which `workload.py` is needed; without it, `../shared/bench` beside the checkout. Each
policy is written as rule files. In each round one process compiles them and one takes them from the cache, which is in
a folder of its own and was filled before. Printed are the seconds of the processor for loading, and for loading and one
decision, which makes what all later ones use: the least of the rounds, since other programs only add to it. MiB is what
a process has grown by at its peak, the library included. Exit codes: 0 done; 2 nothing to measure, or wrong options.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, cast

if TYPE_CHECKING:
    from benchmarks.workload_policy import Workload

HOME: Final = Path(__file__).resolve().parent.parent
BENCH: Final = HOME.parent / "shared" / "bench"
SEED: Final = 7
HOWS: Final = ("compiled", "cached")


# From a number of rules, a shape, a seed and a number of requests, the yardstick's policy and requests to it.
Make = Callable[[int, str, int, int], "tuple[Workload, list[dict[str, dict[str, object]]]]"]


class Cost(TypedDict):
    """What loading cost once: seconds of the processor, also with the first decision, and MiB at the peak."""

    load_s: float
    ready_s: float
    mib: float


class Row(Cost):
    """What a policy costs, compiled from its files (`compiled`) or taken from the cache (`cached`)."""

    size: int
    shape: str
    how: str


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks/load.py")
    parser.add_argument("bench", nargs="?", type=Path, default=BENCH)
    parser.add_argument("--sizes", default="10,100,1000,10000")
    parser.add_argument("--shapes", default="scoped,texty")
    parser.add_argument("--rounds", type=int, choices=range(1, 100), metavar="N", default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(words)
    if not (options.bench / "workload.py").is_file():
        print(f"no yardstick in {options.bench}: it has no workload.py", file=sys.stderr)
        return 2
    rows: list[Row] = []
    if not options.json:
        print(f"{'rules':>7} {'shape':8}{'':10}{'load s':>9}{'ready s':>9}{'MiB':>8}")
    for shape in options.shapes.split(","):
        for size in map(int, options.sizes.split(",")):
            found = measured(options.bench, size, shape, options.rounds)
            rows.extend(found)
            for row in () if options.json else found:
                shown = f"{row['load_s']:9.3f}{row['ready_s']:9.3f}{row['mib']:8.1f}"
                print(f"{row['size']:7,} {row['shape']:8}{row['how']:10}{shown}", flush=True)
    if options.json:
        print(json.dumps(rows, indent=1))
    return 0


def measured(bench: Path, size: int, shape: str, rounds: int) -> list[Row]:
    """What one policy costs, either way."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "policy"
        folder.mkdir()
        places = (HOME, HOME / "policy", HOME / "cli", bench)
        paths = os.pathsep.join(str(path) for path in places)
        environment = {**os.environ, "PYTHONPATH": paths, "XDG_CACHE_HOME": str(Path(place) / "cache")}
        environment.pop("KOTOWARI_CACHE", None)
        _child(environment, "write", folder, str(size), shape)
        _child(environment, "cached", folder)  # it fills the cache
        costs = [
            (how, cast("Cost", json.loads(_child(environment, how, folder)))) for _ in range(rounds) for how in HOWS
        ]
    rows: list[Row] = []
    for how in HOWS:
        some = [cost for name, cost in costs if name == how]
        least = {key: min(cast("dict[str, float]", cost)[key] for cost in some) for key in ("load_s", "ready_s", "mib")}
        rows.append(cast("Row", {"size": size, "shape": shape, "how": how, **least}))
    return rows


def _child(environment: dict[str, str], step: str, *words: object) -> str:
    command = [sys.executable, __file__, "--child", step, *map(str, words)]
    return subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


# --- in a process of its own, where everything is imported where it is counted ----------------------------------------


def write(folder: Path, size: int, shape: str) -> None:
    """Write the rule files of a policy of the yardstick, and a request to it beside them."""
    from benchmarks.workload_policy import files  # noqa: PLC0415

    policy, (request,) = cast("Make", importlib.import_module("workload").make)(size, shape, SEED, 1)
    for name, text in files(policy).items():
        (folder / name).write_text(text, encoding="utf-8")
    asked = {"text": request["request"].pop("text"), "facts": request, "now": "2026-06-01T09:00:00Z"}
    (folder.parent / "request.json").write_text(json.dumps(asked), encoding="utf-8")


def load(folder: Path, how: str) -> Cost:
    """Load a policy and let it decide once."""
    before = _peak()
    import kotowari  # noqa: PLC0415
    from kotowari.caching.policies import load_cached  # noqa: PLC0415

    request = json.loads((folder.parent / "request.json").read_text(encoding="utf-8"))
    ways: dict[str, Callable[[Path], kotowari.Policy]] = {"compiled": kotowari.load, "cached": load_cached}
    start = time.process_time()
    policy = ways[how](folder)
    loaded = time.process_time()
    assert policy.decide(request).verdict is not None
    return Cost(load_s=loaded - start, ready_s=time.process_time() - start, mib=_peak() - before)


def _peak() -> float:
    """The most memory that this process has had, in MiB."""
    status = Path("/proc/self/status")
    if status.is_file():  # on Linux `ru_maxrss` begins with what the process had that started this one
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
    import resource  # noqa: PLC0415 - not on every system

    unit = 1 << 20 if platform.system() == "Darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def child(words: Sequence[str]) -> None:
    """Do what the words say, and print what it cost."""
    match words:
        case ["write", folder, size, shape]:
            write(Path(folder), int(size), shape)
        case [how, folder]:
            print(json.dumps(load(Path(folder), how)))
        case _:
            raise ValueError(words)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2:])
    else:
        sys.exit(main())
