"""The pictures of benchmarks/: what is in them stands where a reader looks for it."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from benchmarks.drawing import THEMES, Bar, Bars, Curves, Line, Panel, Picture, apart, draw, plain, rounded, steps

ROADS = Curves(
    "roads",
    "Cars an hour",
    (
        Panel("Dry", (Line("ours", ((10, 120_000), (100, 98_765)), ours=True), Line("theirs", ((10, 90), (100, 9))))),
        Panel("Wet", (Line("ours", ((10, 100), (100, 55)), ours=True),)),
    ),
    "lanes",
    "2026-01-02; 2 cores",
)
LEVEL = Curves("level", "Level", (Panel("", (Line("lake", ((1, 0), (10, 42))),)),), "days", "by hand", from_zero=True)
BARS = Bars("waits", "Minutes", (Bar("bus & tram", 3.14159), Bar("walk", 45, ours=True)), "by hand")


def words(picture: Picture, theme: int = 0) -> list[str]:
    """The words in a picture, as they stand in the file."""
    root = ET.fromstring(draw(picture, THEMES[theme]))  # noqa: S314 - it was made here
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("theme", range(len(THEMES)))
def test_curves_have_their_names_and_last_values_at_their_ends(theme: int) -> None:
    found = words(ROADS, theme)
    assert {"ours 99,000", "theirs 9", "ours 55"} <= set(found)
    assert {"Cars an hour", "Dry", "Wet", "lanes", "2026-01-02; 2 cores", "100,000"} <= set(found)


def test_from_zero_the_axis_begins_there() -> None:
    assert {"0", "10", "20", "50", "lake 42"} <= set(words(LEVEL))


def test_bars_have_their_names_and_values() -> None:
    assert {"Minutes", "bus & tram", "3.1", "walk", "45", "by hand"} == set(words(BARS))


def test_each_curve_is_drawn_at_its_points() -> None:
    drawn = draw(ROADS, THEMES[0]).decode()
    widths = re.findall(r"fill: none; stroke: (#\w+); stroke-width: ([\d.]+)", drawn)
    assert [width for color, width in widths if color == THEMES[0].ours] == ["2.2", "2.2"]
    assert [width for color, width in widths if color == THEMES[0].quiet] == ["0.9"]


@pytest.mark.parametrize("picture", [ROADS, LEVEL, BARS], ids=lambda picture: picture.name)
def test_the_same_picture_gives_the_same_small_file_that_tells_nothing_of_its_maker(picture: Picture) -> None:
    first, second = (draw(picture, THEMES[1]) for _ in range(2))
    assert first == second
    assert len(first) < 60_000
    assert not re.search(rb"matplotlib\.org|<dc:date>|/home/|/usr/|/tmp/|site-packages", first)


def test_a_picture_may_be_of_pixels() -> None:
    assert draw(BARS, THEMES[0], "png").startswith(b"\x89PNG")


def test_colours_can_be_read_on_their_page() -> None:
    for theme in THEMES:
        assert min(contrast(color, theme.page) for color in (theme.text, theme.quiet, theme.ours)) >= 4.5
        assert 1.1 < contrast(theme.grid, theme.page) < 2


def contrast(one: str, other: str) -> float:
    """The ratio by which the Web Content Accessibility Guidelines go."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


# --- numbers and places -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([], []),
        ([0.5], [0.5]),
        ([0.1, 0.5, 0.9], [0.1, 0.5, 0.9]),
        ([0.5, 0.5], [0.45, 0.55]),
        ([0.0, 0.48, 0.52, 0.53], [0.0, 0.41, 0.51, 0.61]),
        ([0.1, 0.15, 0.2, 0.25], [0.025, 0.125, 0.225, 0.325]),
    ],
)
def test_places_that_are_too_near_move_apart(wanted: list[float], places: list[float]) -> None:
    assert apart(wanted, 0.1) == pytest.approx(places)


def test_a_move_that_meets_others_takes_them_along() -> None:
    places = apart([0.2, 0.31, 0.32, 0.33], 0.1)
    assert all(later - earlier >= 0.0999 for earlier, later in pairwise(places))
    assert sum(places) / 4 == pytest.approx((0.2 + 0.31 + 0.32 + 0.33) / 4)


@pytest.mark.parametrize(
    ("low", "high", "even", "lines"),
    [
        (8, 400_000, False, [10, 100, 1000, 10_000, 100_000]),
        (4.4, 360, False, [5, 10, 20, 50, 100, 200]),
        (0.003, 11, False, [0.01, 0.1, 1, 10]),
        (0, 48, True, [0, 10, 20, 30, 40, 50]),
        (0, 100, True, [0, 20, 40, 60, 80, 100]),
        (0, 7, True, [0, 2, 4, 6, 8]),
    ],
)
def test_the_grid_is_of_round_numbers(low: float, high: float, even: bool, lines: list[float]) -> None:  # noqa: FBT001
    assert steps(low, high, even=even) == pytest.approx(lines)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(102_345.6, "102,000"), (98_765, "99,000"), (8.16, "8.2"), (0.0412, "0.041"), (0.4, "0.4"), (1.156, "1.16"),
     (2.0, "2"), (195, "195"), (0, "0")],
)  # fmt: skip
def test_numbers_are_rounded_as_people_write_them(value: float, shown: str) -> None:
    assert plain(rounded(value)) == shown
