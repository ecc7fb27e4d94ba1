"""Pictures of measured numbers, by matplotlib: curves with their names at their ends, and bars.

What is ours stands out in blue; all else is grey, so that no eye has to tell colours apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import log
from typing import Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator


@dataclass(frozen=True, slots=True)
class Line:
    """A curve: its name, its points from left to right, and whether it is one of ours."""

    name: str
    points: tuple[tuple[float, float], ...]
    ours: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """Some curves that share their axes."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Panels side by side with the same axes: what goes up, what goes along, and how it was measured."""

    name: str
    title: str
    panels: tuple[Panel, ...]
    along: str
    told: str
    from_zero: bool = False  # else the factor counts, not the difference


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its length, and whether it is one of ours."""

    name: str
    value: float
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars one above the other, from zero."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    told: str


Picture = Curves | Bars


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours for a kind of page."""

    name: str
    page: str
    text: str
    quiet: str
    grid: str
    ours: str


THEMES: Final = (
    Theme("light", "#ffffff", "#1f2328", "#656d76", "#e6e9ed", "#0757ba"),
    Theme("dark", "#0d1117", "#e6edf3", "#8d96a0", "#21262d", "#58a6ff"),
)

# In inches of 72 points. What stands where hangs on no font: each machine makes the same picture.
PANEL, HEIGHT, ROW = 4.3, 3.7, 0.32
LEFT, RIGHT, TOP, BOTTOM = 0.66, 1.46, 0.76, 0.74
NAMES, HEAD, FOOT = 3.2, 0.46, 0.42
MARGIN: Final = 0.1
APART: Final = 0.07  # between the names at the ends of curves, as a part of the height of a panel
SETTINGS: Final = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "font.size": 9,
    "path.simplify": False,
    "svg.fonttype": "none",  # letters stay letters
    "svg.hashsalt": "kotowari",
}


def draw(picture: Picture, theme: Theme, kind: str = "svg") -> bytes:
    """The picture as a file of a kind, `svg` or `png`; the same picture gives the same bytes."""
    with rc_context(SETTINGS):
        figure = _curves(picture, theme) if isinstance(picture, Curves) else _bars(picture, theme)
        wide, high = figure.get_size_inches()
        head = 1 - 0.26 / high
        figure.text(MARGIN / wide, head, picture.title, color=theme.text, fontsize=11.5, fontweight="bold")
        figure.text(MARGIN / wide, 0.1 / high, picture.told, color=theme.quiet, fontsize=7.5)
        stream = BytesIO()
        if kind == "svg":
            figure.savefig(stream, format=kind, metadata={"Date": None, "Creator": None})
        else:
            figure.savefig(stream, format=kind, dpi=144)
        return stream.getvalue()


# --- curves -----------------------------------------------------------------------------------------------------------


def _curves(picture: Curves, theme: Theme) -> Figure:
    wide = PANEL * len(picture.panels)
    figure = Figure(figsize=(wide, HEIGHT), facecolor=theme.page)
    for place, panel in enumerate(picture.panels):
        axes = figure.add_axes(
            (
                (place * PANEL + LEFT) / wide,
                BOTTOM / HEIGHT,
                (PANEL - LEFT - RIGHT) / wide,
                (HEIGHT - TOP - BOTTOM) / HEIGHT,
            )
        )
        _axes(axes, picture, theme)
        axes.set_title(panel.title, loc="left", color=theme.quiet, fontsize=9, pad=11)
        for line in panel.lines:
            _draw_line(axes, line, theme)
        _name(axes, panel.lines, theme)
    return figure


def _axes(axes: Axes, picture: Curves, theme: Theme) -> None:
    points = [point for panel in picture.panels for line in panel.lines for point in line.points]
    across, up = sorted({point[0] for point in points}), [point[1] for point in points]
    ticks = steps(0 if picture.from_zero else min(up), max(up), even=picture.from_zero)
    axes.set_xscale("log")
    axes.set_xlim(across[0], across[-1])
    axes.set_yscale("linear" if picture.from_zero else "log")
    axes.set_ylim(*((0, max(ticks)) if picture.from_zero else (min(up) / 1.2, max(*up, ticks[-1]) * 1.1)))
    for axis, places in ((axes.xaxis, across), (axes.yaxis, ticks)):
        axis.set_major_locator(FixedLocator(places))
        axis.set_minor_locator(NullLocator())
        axis.set_major_formatter(FuncFormatter(lambda value, _: plain(value)))
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=theme.grid, linewidth=0.8)
    axes.tick_params(length=0, pad=6, colors=theme.quiet, labelsize=8.5)
    axes.set_xlabel(picture.along, color=theme.quiet, fontsize=8.5)
    _bare(axes, theme)


def _bare(axes: Axes, theme: Theme) -> None:
    axes.set_facecolor(theme.page)
    for side in axes.spines.values():
        side.set_visible(False)


def _draw_line(axes: Axes, line: Line, theme: Theme) -> None:
    across, up = zip(*line.points, strict=True)
    axes.plot(
        across,
        up,
        color=theme.ours if line.ours else theme.quiet,
        linewidth=2.2 if line.ours else 0.9,
        linestyle="--" if line.dashed else "-",
        marker="o",
        markersize=4.5 if line.ours else 2.5,
        clip_on=False,
        zorder=3 if line.ours else 2,
    )


def _name(axes: Axes, lines: Sequence[Line], theme: Theme) -> None:
    """The name and the last value of each curve at its end, none over another."""
    ordered = sorted(lines, key=lambda line: line.points[-1][1])
    wanted = [_height_of(axes, line.points[-1][1]) for line in ordered]
    for line, height in zip(ordered, apart(wanted, APART), strict=True):
        (last, value), right = line.points[-1], axes.get_xlim()[1]
        early = "" if last == right else f" at {plain(last)}"
        _say(axes, f"{line.name} {plain(rounded(value))}{early}", (right, _value_at(axes, height)), theme, line)


def _say(axes: Axes, words: str, place: tuple[float, float], theme: Theme, of: Line | Bar) -> None:
    """Words to the right of a place."""
    axes.annotate(
        words,
        place,
        xytext=(8, 0),
        textcoords="offset points",
        color=theme.ours if of.ours else theme.quiet,
        fontsize=9,
        fontweight="bold" if of.ours else "normal",
        verticalalignment="center_baseline",
        annotation_clip=False,
    )


def _height_of(axes: Axes, value: float) -> float:
    """How high a value stands, from 0 at the lower edge to 1 at the upper one."""
    low, high = axes.get_ylim()
    return log(value / low) / log(high / low) if axes.get_yscale() == "log" else (value - low) / (high - low)


def _value_at(axes: Axes, height: float) -> float:
    """The value at a height."""
    low, high = axes.get_ylim()
    return low * (high / low) ** height if axes.get_yscale() == "log" else low + (high - low) * height


# --- bars -------------------------------------------------------------------------------------------------------------


def _bars(picture: Bars, theme: Theme) -> Figure:
    wide, high = 2 * PANEL, HEAD + ROW * len(picture.bars) + FOOT
    figure = Figure(figsize=(wide, high), facecolor=theme.page)
    axes = figure.add_axes(
        (NAMES / wide, FOOT / high, (wide - NAMES - RIGHT / 2) / wide, (high - HEAD - FOOT) / high),
    )
    axes.set_xlim(0, max(bar.value for bar in picture.bars))
    axes.set_ylim(len(picture.bars) - 0.5, -0.5)
    axes.set_axis_off()
    _bare(axes, theme)
    for place, bar in enumerate(picture.bars):
        color, weight = (theme.ours, "bold") if bar.ours else (theme.quiet, "normal")
        axes.barh(place, bar.value, height=0.55, color=color, clip_on=False)
        middle = (high - HEAD - ROW * (place + 0.5)) / high
        figure.text(
            MARGIN / wide,
            middle,
            bar.name,
            color=color,
            fontsize=9,
            fontweight=weight,
            verticalalignment="center_baseline",
        )
        _say(axes, plain(rounded(bar.value)), (bar.value, place), theme, bar)
    return figure


# --- numbers and places -----------------------------------------------------------------------------------------------


def steps(low: float, high: float, *, even: bool) -> list[float]:
    """Round numbers between two, for the lines of a grid: evenly from zero, or a factor of ten, or about two, apart."""
    if even:
        step = next(width for width in _round_numbers(1, high) if high / width <= 5)
        return [step * count for count in range(int(-(-high // step)) + 1)]
    each = _round_numbers(low, high)
    return [number for number in each if high / low < 200 or f"{number:e}".startswith("1.0")]


def _round_numbers(low: float, high: float) -> list[float]:
    """1, 2 and 5 times the powers of ten, from `low` to `high`."""
    made = (float(f"{first}e{power}") for power in range(-9, 13) for first in (1, 2, 5))
    return [number for number in made if low <= number <= high]


def apart(wanted: Sequence[float], least: float) -> list[float]:
    """Places in ascending order, at least so far apart and as near as can be to those wanted, which ascend."""
    groups: list[list[float]] = []
    for place in wanted:
        groups.append([place])
        while len(groups) > 1 and _start(groups[-1], least) < _end(groups[-2], least) + least:
            groups[-2:] = [[*groups[-2], *groups[-1]]]
    return [_start(group, least) + least * number for group in groups for number in range(len(group))]


def _start(group: Sequence[float], least: float) -> float:
    return sum(group) / len(group) - least * (len(group) - 1) / 2


def _end(group: Sequence[float], least: float) -> float:
    return _start(group, least) + least * (len(group) - 1)


def rounded(value: float) -> float:
    """A value to two digits that count, or three where the first is 1."""
    digits = 3 if f"{value:e}".startswith("1") else 2
    return float(f"{value:.{digits - 1}e}")


def plain(value: float) -> str:
    """A number as people write it: 12,000 and 0.05."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.6f}".rstrip("0").rstrip(".")
