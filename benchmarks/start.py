"""Measures how long a command takes from its start to its end, beside the start of Python and of a library.

    python benchmarks/start.py [--rounds N] [--pack PACK] [--within RATIO] [--json]

In each round every command runs once, one after the other, 25 rounds unless said otherwise; the cache is in a folder of
its own and was filled before. Printed are the milliseconds on the wall and those of the processor (user and system),
the least of the rounds, and the latter in units of `python -c "import click"`, least by least and median by median.
Exit codes: 0 done; 1 a command failed, or `check` of an English request from the cache takes more than RATIO units,
least by least; 2 wrong options.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple, TypedDict

import kotowari

HOME: Final = Path(__file__).resolve().parent.parent
ROUNDS: Final = 25
CLICK: Final = 'python -c "import click"'
CHECK: Final = "kotowari check, English, cached"
ENGLISH: Final = "Please add dark mode"
JAPANESE: Final = "ダークモードを追加してください"


class Command(NamedTuple):
    """What Python is to do, and what its environment has besides."""

    words: tuple[str, ...]
    environment: Mapping[str, str]


class Taken(NamedTuple):
    """Milliseconds of a run: on the wall, and of the processor."""

    wall: float
    busy: float


class Row(TypedDict):
    """What a command takes: milliseconds on the wall and of the processor, and these in units."""

    command: str
    ms: float
    cpu_ms: float
    units: float
    median_units: float


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks/start.py")
    parser.add_argument("--rounds", type=int, choices=range(1, 1000), metavar="N", default=ROUNDS)
    parser.add_argument("--pack", default="starter")
    parser.add_argument("--within", type=float, default=float("inf"), metavar="RATIO")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(words)
    try:
        with tempfile.TemporaryDirectory() as folder:
            rows = measured(commands(chosen.pack, Path(folder)), chosen.rounds)
    except subprocess.CalledProcessError as failed:
        print(f"this command failed: {failed.cmd}", file=sys.stderr)
        return 1
    print(json.dumps(rows, indent=1, ensure_ascii=False) if chosen.json else table(rows))
    return int(any(row["command"] == CHECK and row["units"] > chosen.within for row in rows))


def commands(pack: str, cache: Path) -> dict[str, Command]:
    """What is measured, by the name that a person reads."""
    ours = ("-m", "kotowari_cli")
    check = (*ours, "check", "--format", "json", "--policy", str(kotowari.packs() / pack))
    kept = {"XDG_CACHE_HOME": str(cache)}
    return {
        "python -c pass": Command(("-c", "pass"), {}),
        CLICK: Command(("-c", "import click"), {}),
        "kotowari --help": Command((*ours, "--help"), {}),
        CHECK: Command((*check, ENGLISH), kept),
        "kotowari check, Japanese, cached": Command((*check, JAPANESE), kept),
        "kotowari check, without the cache": Command((*check, ENGLISH), {"KOTOWARI_CACHE": "off"}),
    }


def measured(given: Mapping[str, Command], rounds: int) -> list[Row]:
    """What each command takes; a first round, which fills the cache, does not count."""
    took: dict[str, list[Taken]] = {name: [] for name in given}
    for number in range(rounds + 1):
        for name, command in given.items():
            run = taken(command)
            took[name] += [run] if number else []
    unit = [run.busy for run in took[CLICK]]
    return [
        Row(
            command=name,
            ms=min(run.wall for run in some),
            cpu_ms=min(run.busy for run in some),
            units=min(run.busy for run in some) / min(unit),
            median_units=median(run.busy for run in some) / median(unit),
        )
        for name, some in took.items()
    ]


def taken(command: Command) -> Taken:
    """What Python takes, its start and its end included. Raises CalledProcessError where it fails."""
    paths = os.pathsep.join((str(HOME / "policy"), str(HOME / "cli")))
    environment = {**os.environ, "PYTHONPATH": paths, **command.environment}
    for name in {"KOTOWARI_CACHE", "PYTHONDONTWRITEBYTECODE"} - command.environment.keys():
        environment.pop(name, None)  # a run finds what the one before has left
    whole, start = [sys.executable, *command.words], time.perf_counter()
    with subprocess.Popen(whole, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own words
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, whole)
    return Taken(1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime))


def table(rows: Sequence[Row]) -> str:
    """The rows for a person."""
    lines = [f"{'':36}{'ms':>8}{'cpu ms':>8}{'units':>7}{'median':>8}"]
    for row in rows:
        units = f"{row['units']:7.2f}{row['median_units']:8.2f}"
        lines.append(f"{row['command']:36}{row['ms']:8.1f}{row['cpu_ms']:8.1f}{units}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
