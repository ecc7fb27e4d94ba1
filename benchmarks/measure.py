"""Measures all that the pictures show, puts it into `benchmarks/results`, as data and as tables, and draws.

    python -m benchmarks.measure                    everything
    python -m benchmarks.measure decide start       some of it
    python -m benchmarks.measure --quick            with few rounds, for a look

Where nothing else is done, everything takes about eleven minutes. Each part runs its script in a process of its own and
says how long it took. Exit codes: 0 done; 1 a script failed, whose results stay as they were; 2 wrong options.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import curves, result_files
from benchmarks.result_files import HOME, Result


@dataclass(frozen=True, slots=True)
class Run:
    """The options of a script, and what its numbers then are."""

    options: tuple[str, ...]
    statistic: str


@dataclass(frozen=True, slots=True)
class Part:
    """A script, as it is run for the pictures and for a quick look."""

    script: str
    full: Run
    quick: Run


PARTS: Final = {
    "decide": Part(
        "decide.py", Run(("--rounds", "7"), "medians of 7 rounds"), Run(("--rounds", "3"), "medians of 3 rounds")
    ),
    "load": Part("load.py", Run(("--rounds", "3"), "the least of 3 rounds"), Run(("--rounds", "1"), "one round")),
    "start": Part(
        "start.py", Run(("--rounds", "25"), "the least of 25 rounds"), Run(("--rounds", "5"), "the least of 5 rounds")
    ),
    "japanese": Part(
        "japanese.py", Run(("--rounds", "30"), "medians of 30 rounds"), Run(("--rounds", "5"), "medians of 5 rounds")
    ),
    "batch": Part(
        "batch.py",
        Run(("--memory", "1000,10000,100000", "--jobs", "2"), "one run each"),
        Run(("--memory", "1000,3000,10000", "--jobs", "2"), "one run each"),
    ),
}


def main(words: Sequence[str] | None = None) -> int:
    """Measure and draw; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.measure")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; else all")
    parser.add_argument("--quick", action="store_true", help="few rounds, for a look")
    parser.add_argument("--results", type=Path, default=HOME / "results")
    parser.add_argument("--pictures", type=Path, default=HOME / "pictures")
    options = parser.parse_args(words)
    for name in options.parts:
        if name not in PARTS:
            parser.error(f"there is no part {name!r}; choose from {', '.join(PARTS)}")
    failed = [name for name in options.parts or PARTS if not measured(name, options.results, quick=options.quick)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
        return 1
    options.results.joinpath("README.md").write_text(
        result_files.tables(result_files.read(options.results)), encoding="utf-8"
    )
    return curves.main(["--results", str(options.results), "--pictures", str(options.pictures)])


def measured(name: str, folder: Path, *, quick: bool) -> bool:
    """Run a script and keep what it measured; says whether it came through."""
    part = PARTS[name]
    chosen = part.quick if quick else part.full
    command = [part.script, *chosen.options, "--json"]
    told = f"python benchmarks/{' '.join(command)}"
    print(f"{name}: {told}", flush=True)
    start = time.monotonic()
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(HOME / command[0]), *command[1:]], check=False, stdout=subprocess.PIPE, text=True
    )
    print(f"{name}: {time.monotonic() - start:.0f} s, exit code {run.returncode}", flush=True)
    if run.returncode:
        return False
    result = Result(about=result_files.about(), command=told, statistic=chosen.statistic, rows=json.loads(run.stdout))
    result_files.write(folder, name, result)
    return True


if __name__ == "__main__":
    sys.exit(main())
