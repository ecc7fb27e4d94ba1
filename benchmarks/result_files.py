"""What was measured, as files: the rows that a script gives, with the machine, the day and the versions."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final, TypedDict, cast

import kotowari
from kotowari.extension import IS_COMPILED

HOME: Final = Path(__file__).resolve().parent
# What numbers hang on, besides Python: what we compile to and search with, and the peers.
PACKAGES: Final = (
    "ahocorasick-rs",
    "click",
    "google-re2",
    "sudachipy",
    "cedarpy",
    "common-expression-language",
    "datalogic-py",
    "rule-engine",
    "zen-engine",
)

Rows = Sequence[Mapping[str, object]]


class About(TypedDict):
    """What the numbers were measured on, and when; nothing in it names a machine."""

    date: str
    cores: int
    processor: str
    system: str
    python: str
    packages: Mapping[str, str]


class Result(TypedDict):
    """What one script has measured: its command, what its numbers are of several rounds, and its rows."""

    about: About
    command: str
    statistic: str
    rows: Rows


def about() -> About:
    """The machine that this runs on, today."""
    return About(
        date=datetime.now(UTC).date().isoformat(),  # noqa: TID251 - a measurement has its day
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        processor=_processor(),
        system=platform.system(),
        python=platform.python_version(),
        packages=dict(_versions()),
    )


def _versions() -> list[tuple[str, str]]:
    found = [("kotowari", f"{kotowari.__version__} {'compiled' if IS_COMPILED else 'in Python alone'}")]
    for package in PACKAGES:
        try:
            found.append((package, metadata.version(package)))
        except metadata.PackageNotFoundError:  # a peer that is not installed took no part
            continue
    return found


def _processor() -> str:
    """The make of the processor, where the system says it, else the kind."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def write(folder: Path, name: str, result: Result) -> Path:
    """Put a result into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.json"
    file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return file


def tables(results: Mapping[str, Result]) -> str:
    """All results as a page of tables, for those who would rather read numbers."""
    lines = ["# Results", "", "Written by `python -m benchmarks.measure`; [how each came about](../README.md)."]
    for name, result in results.items():
        made = result["about"]
        packages = ", ".join(f"{package} {version}" for package, version in made["packages"].items())
        machine = f"{made['cores']} cores, {made['processor']}, {made['system']}, Python {made['python']}"
        lines += ["", f"## {name}", "", f"`{result['command']}`, {made['date']}: {result['statistic']}.", ""]
        lines += [*_table(result["rows"]), "", f"On {machine}; {packages}."]
    return "\n".join(lines) + "\n"


def _table(rows: Rows) -> list[str]:
    columns = list(rows[0])
    right = [isinstance(rows[0][column], int | float) for column in columns]
    return [
        f"| {' | '.join(columns)} |",
        f"|{'|'.join('---:' if number else '---' for number in right)}|",
        *(f"| {' | '.join(_shown(row[column]) for column in columns)} |" for row in rows),
    ]


def _shown(value: object) -> str:
    match value:
        case float():
            return f"{float(f'{value:.3g}'):,.10g}"
        case int():
            return f"{value:,}"
        case None:
            return ""
        case _:
            return str(value)


def read(folder: Path) -> dict[str, Result]:
    """All results of a folder by their names."""
    return {
        file.stem: cast("Result", json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(folder.glob("*.json"))
    }
