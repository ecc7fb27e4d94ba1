"""Measures what `kotowari batch` gains from several cores.

    python benchmarks/batch.py [FILE] [--lines N] [--jobs N] [--rounds N] [--pack PACK] [--at-least RATIO]

FILE has requests as JSON Lines, of which `text` is taken; without it, the questions of a bank in `../shared/data`
beside the checkout. They are repeated until there are as many lines as wanted, 100,000 unless given, each with an id of
its own and the same moment. Each round runs the command with one process and with as many as there are cores, or with
`--jobs`, one after the other. Printed are the seconds on the wall, those of all cores together, and the load that the
machine had before; a machine that others use shows less than it can do. The bytes that come out have to be the same.
Exit codes: 0 done; 1 the bytes differ, or the median of the ratios is below `--at-least`; 2 nothing to measure, or
wrong options.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Final

import kotowari

DATA: Final = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "bank" / "questions.jsonl"
LINES: Final = 100_000
NOW: Final = "2026-11-20T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took: seconds on the wall, seconds of all cores together, and the machine's load before it."""

    wall: float
    busy: float
    load: float

    def __str__(self) -> str:
        return f"{self.wall:7.1f} s wall {self.busy:7.1f} s of cores, load before {self.load:.1f}"


def main(words: list[str]) -> int:
    """Measure and print; the exit code."""
    chosen = _parser().parse_args(words)
    if not chosen.file.is_file():
        print(f"nothing to measure: there is no file {chosen.file}", file=sys.stderr)
        return 2
    ratios: list[float] = []
    same = True
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "requests.jsonl"
        given.write_text("".join(repeated(chosen.file, chosen.lines)), encoding="utf-8")
        for number in range(1, chosen.rounds + 1):
            one, several = (_run(given, chosen.pack, jobs) for jobs in (1, chosen.jobs))
            ratios.append(one.wall / several.wall)
            same = same and filecmp.cmp(_output(given, 1), _output(given, chosen.jobs), shallow=False)
            print(f"round {number}\n  1 process   {one}\n  {chosen.jobs} processes {several}")
            print(f"  {ratios[-1]:.2f} times the speed for {several.busy / one.busy:.2f} times the work", flush=True)
    median = statistics.median(ratios)
    print(f"{chosen.lines:,} lines: {median:.2f} times the speed (median); bytes {'the same' if same else 'DIFFER'}")
    return int(not same or median < chosen.at_least)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measures what batch gains from several cores.")
    parser.add_argument("file", nargs="?", type=Path, default=DATA)
    parser.add_argument("--lines", type=_count, default=LINES)
    parser.add_argument("--jobs", type=_count, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=_count, default=3)
    parser.add_argument("--pack", default="bank")
    parser.add_argument("--at-least", type=float, default=0.0)
    return parser


def _count(word: str) -> int:
    count = int(word)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def repeated(file: Path, count: int) -> Iterator[str]:
    """So many lines with the texts of a file, over and over."""
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    for number, text in enumerate(islice(cycle(texts), count)):
        yield json.dumps({"id": number, "now": NOW, "text": text}, ensure_ascii=False) + "\n"


def _output(given: Path, jobs: int) -> Path:
    return given.with_name(f"decisions-{jobs}.jsonl")


def _run(given: Path, pack: str, jobs: int) -> Took:
    policy = str(kotowari.packs() / pack)
    command = [sys.executable, "-m", "kotowari_cli", "batch", str(given), "--policy", policy, "--jobs", str(jobs)]
    load, before, start = os.getloadavg()[0], _busy(), time.perf_counter()
    subprocess.run([*command, "--output", str(_output(given, jobs))], check=True)  # noqa: S603 - our own command
    return Took(time.perf_counter() - start, _busy() - before, load)


def _busy() -> float:
    """Seconds that ended processes of ours kept cores busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
