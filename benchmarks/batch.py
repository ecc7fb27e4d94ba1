"""Measures what `kotowari batch` gains from several cores, and what memory it takes.

    python benchmarks/batch.py [FILE] [--lines N] [--jobs N] [--rounds N] [--pack PACK] [--at-least RATIO]
    python benchmarks/batch.py [FILE] --memory 1000,10000,100000 [--jobs N] [--pack PACK] [--json]

FILE has requests as JSON Lines, of which `text` is taken; without it, the questions of a bank in `../shared/data`
beside the checkout. They are repeated until there are as many lines as wanted, 100,000 unless given, each with an id of
its own and the same moment. Each round runs the command with one process and with as many as there are cores, or with
`--jobs`, one after the other. Printed are the seconds on the wall, those of all cores together, and the load that the
machine had before; a machine that others use shows less than it can do. The bytes that come out have to be the same.

With `--memory`, the command runs once for each of these numbers of lines, and the most memory is told that the process
which reads and writes has had, and that any of the others has had, with what they share counted in each (Linux alone).

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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Final, TypedDict

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


class Memory(TypedDict):
    """The most memory, in MiB, that a run has taken: its first process, and any of the others; 0 without others."""

    lines: int
    jobs: int
    main_mib: float
    worker_mib: float


def main(words: list[str]) -> int:
    """Measure and print; the exit code."""
    chosen = _parser().parse_args(words)
    if not chosen.file.is_file():
        print(f"nothing to measure: there is no file {chosen.file}", file=sys.stderr)
        return 2
    return _memory(chosen) if chosen.memory else _gain(chosen)


def _gain(chosen: argparse.Namespace) -> int:
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
    parser.add_argument("--memory", type=_counts, metavar="LINES,…")
    parser.add_argument("--json", action="store_true", help="with --memory")
    return parser


def _counts(words: str) -> list[int]:
    return [_count(word) for word in words.split(",")]


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
    load, before, start = os.getloadavg()[0], _busy(), time.perf_counter()
    subprocess.run(_command(given, pack, jobs), check=True)  # noqa: S603 - our own command
    return Took(time.perf_counter() - start, _busy() - before, load)


def _command(given: Path, pack: str, jobs: int) -> list[str]:
    policy = str(kotowari.packs() / pack)
    command = [sys.executable, "-m", "kotowari_cli", "batch", str(given), "--policy", policy, "--jobs", str(jobs)]
    return [*command, "--output", str(_output(given, jobs))]


def _busy() -> float:
    """Seconds that ended processes of ours kept cores busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# --- memory -----------------------------------------------------------------------------------------------------------


def _memory(chosen: argparse.Namespace) -> int:
    if not sys.platform.startswith("linux"):
        print("nothing to measure: what a process takes at its peak is read from /proc", file=sys.stderr)
        return 2
    rows: list[Memory] = []
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "requests.jsonl"
        for lines in (1, *chosen.memory):  # the first compiles the policy, which the others take from the cache
            given.write_text("".join(repeated(chosen.file, lines)), encoding="utf-8")
            rows.append(peaks(_command(given, chosen.pack, chosen.jobs), lines, chosen.jobs))
    if chosen.json:
        print(json.dumps(rows[1:], indent=1))
    else:
        print(f"{'lines':>9}{'first process':>15}{'each other':>12}   (MiB at the peak)")
        for row in rows[1:]:
            print(f"{row['lines']:9,}{row['main_mib']:15.1f}{row['worker_mib']:12.1f}")
    return 0


def peaks(command: Sequence[str], lines: int, jobs: int) -> Memory:
    """Run a command and look again and again at what its processes have taken at most."""
    with subprocess.Popen(command) as process:  # noqa: S603 - our own command
        found: dict[int, float] = {}
        while process.poll() is None:
            for number in (process.pid, *_children(process.pid)):
                found[number] = max(found.get(number, 0.0), _peak(number))
            time.sleep(0.02)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    first = found.pop(process.pid, 0.0)
    return Memory(lines=lines, jobs=jobs, main_mib=first, worker_mib=max(found.values(), default=0.0))


def _children(number: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{number}/task/{number}/children").read_text().split()]
    except OSError:  # it has ended
        return []


def _peak(number: int) -> float:
    """The most memory that a process has had, in MiB; 0 where it has ended."""
    try:
        (line,) = (line for line in Path(f"/proc/{number}/status").read_text().splitlines() if "VmHWM" in line)
    except (OSError, ValueError):
        return 0.0
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
