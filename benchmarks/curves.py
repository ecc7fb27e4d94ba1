"""Draws what was measured: a picture for each kind of result, for pages that are light and for dark ones.

    python -m benchmarks.curves [--results FOLDER] [--pictures FOLDER] [--format svg|png]

The results are what `benchmarks.measure` has put into `benchmarks/results`; the pictures go to `benchmarks/pictures`.
The same results give the same bytes with the same version of matplotlib, which comes with the extra `bench`. Exit
codes: 0 done; 2 there are no results, or wrong options.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, cast

from benchmarks.decide import OURS
from benchmarks.drawing import THEMES, Bar, Bars, Curves, Line, Panel, Picture, draw
from benchmarks.result_files import HOME, Result, Rows, read

SHAPES: Final = {"scoped": "Most rules name one product", "texty": "Every rule reads the text"}


def main(words: Sequence[str] | None = None) -> int:
    """Draw what there is; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.curves")
    parser.add_argument("--results", type=Path, default=HOME / "results")
    parser.add_argument("--pictures", type=Path, default=HOME / "pictures")
    parser.add_argument("--format", choices=("svg", "png"), default="svg")
    options = parser.parse_args(words)
    made = pictures(read(options.results))
    if not made:
        print(f"no results in {options.results}", file=sys.stderr)
        return 2
    options.pictures.mkdir(parents=True, exist_ok=True)
    for picture in made:
        for theme in THEMES:
            file = options.pictures / f"{picture.name}-{theme.name}.{options.format}"
            file.write_bytes(draw(picture, theme, options.format))
            print(file.name)
    return 0


def pictures(results: Mapping[str, Result]) -> list[Picture]:
    """The pictures of all the results that are there."""
    made: list[Picture] = []
    match results:
        case {"decide": decide, "load": load}:
            made += [decisions(decide), loading(load, decide), memory(decide)]
        case {"decide": decide}:
            made += [decisions(decide), memory(decide)]
        case _:
            pass
    made += [starting(results["start"])] if "start" in results else []
    made += [batch(results["batch"])] if "batch" in results else []
    return made


def decisions(result: Result) -> Picture:
    """Decisions a second over the number of rules."""
    return Curves("decisions", "Decisions a second", by_engine(result["rows"], "per_s", 1.0), "rules", told(result))


def memory(result: Result) -> Picture:
    """Memory over the number of rules."""
    panels = by_engine(result["rows"], "mib", 1.0)
    return Curves("memory", "Memory of a process that decides, in MiB", panels, "rules", told(result))


def loading(result: Result, peers: Result) -> Picture:
    """Seconds until a policy decides over its number of rules: compiled, from the cache, and what the peers take."""
    rows, others = result["rows"], {panel.title: panel.lines for panel in by_engine(peers["rows"], "load_ms", 0.001)}
    panels: list[Panel] = []
    for shape in _shapes(rows):
        title, where = SHAPES.get(shape, shape), {"shape": shape}
        ours = (
            Line(OURS, points(rows, {**where, "how": "compiled"}, "ready_s"), ours=True),
            Line("cached", points(rows, {**where, "how": "cached"}, "ready_s"), ours=True, dashed=True),
        )
        panels.append(Panel(title, (*ours, *(line for line in others.get(title, ()) if not line.ours))))
    return Curves("loading", "Seconds until a policy decides", tuple(panels), "rules", told(result))


def starting(result: Result) -> Picture:
    """Milliseconds from the start of a command to its end."""
    bars = (
        Bar(str(row["command"]), cast("float", row["ms"]), ours=OURS in str(row["command"])) for row in result["rows"]
    )
    return Bars("start", "Milliseconds of a whole command", tuple(bars), told(result))


def batch(result: Result) -> Picture:
    """Memory of `kotowari batch` over the number of requests."""
    rows = result["rows"]
    lines = (
        Line("each worker", points(rows, {}, "worker_mib", along="lines"), ours=True),
        Line("main process", points(rows, {}, "main_mib", along="lines"), ours=True),
    )
    title = "Memory of kotowari batch, in MiB"
    return Curves(
        "batch", title, (Panel(f"{rows[0]['jobs']} workers", lines),), "requests", told(result), from_zero=True
    )


def by_engine(rows: Rows, value: str, unit: float) -> tuple[Panel, ...]:
    """A panel for each shape of policy, with a curve for each engine."""
    panels: list[Panel] = []
    for shape in _shapes(rows):
        engines = dict.fromkeys(str(row["engine"]) for row in rows if row["shape"] == shape)
        lines = (
            Line(name, points(rows, {"shape": shape, "engine": name}, value, unit=unit), ours=name == OURS)
            for name in engines
        )
        panels.append(Panel(SHAPES.get(shape, shape), tuple(lines)))
    return tuple(panels)


def points(
    rows: Rows, where: Mapping[str, str], value: str, *, along: str = "size", unit: float = 1.0
) -> tuple[tuple[float, float], ...]:
    """The values of the rows that are of this kind, from left to right."""
    chosen = (row for row in rows if all(row[key] == wanted for key, wanted in where.items()))
    return tuple(sorted((cast("float", row[along]), unit * cast("float", row[value])) for row in chosen))


def told(result: Result) -> str:
    """On what, when and how it was measured."""
    about = result["about"]
    machine = f"{about['cores']} cores, {about['processor']}, Python {about['python']}"
    return f"{about['date']}; {machine}; {result['statistic']}"


def _shapes(rows: Rows) -> list[str]:
    return list(dict.fromkeys(str(row["shape"]) for row in rows))


if __name__ == "__main__":
    sys.exit(main())
