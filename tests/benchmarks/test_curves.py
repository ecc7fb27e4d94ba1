"""The one command of benchmarks/: from scripts to results, tables and pictures."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from benchmarks import curves, measure, result_files
from benchmarks.decide import OURS
from benchmarks.drawing import THEMES, draw
from benchmarks.result_files import About, Result, Rows

SIZES = {10: 100_000.0, 100: 40_000.0, 1000: 12_345.0}
ABOUT = About(date="2026-01-02", cores=2, processor="Abacus", system="Linux", python="3.11.7", packages={"click": "8"})
DECIDED = [
    {"engine": engine, "size": size, "shape": shape, "per_s": per_s / slow, "load_ms": size * 2.0, "mib": 30.0 * slow}
    for shape in ("scoped", "texty")
    for engine, slow in ((OURS, 1), ("zen", 10))
    for size, per_s in SIZES.items()
]
LOADED = [
    {"size": size, "shape": shape, "how": how, "load_s": 1.0, "ready_s": size / quick, "mib": 40.0}
    for shape in ("scoped", "texty")
    for how, quick in (("compiled", 100), ("cached", 10_000))
    for size in SIZES
]
STARTED = [{"command": 'python -c "import click"', "ms": 40.2}, {"command": "kotowari check", "ms": 80.6}]
BATCH = [{"lines": lines, "jobs": 2, "main_mib": 36.0, "worker_mib": 47.0} for lines in (10, 1000)]


def result(rows: Rows) -> Result:
    return Result(about=ABOUT, command="python benchmarks/some.py --json", statistic="medians of the rounds", rows=rows)


MADE = {"decide": result(DECIDED), "load": result(LOADED), "start": result(STARTED), "batch": result(BATCH)}


def put(folder: Path) -> None:
    for name, one in MADE.items():
        result_files.write(folder, name, one)


def texts(svg: bytes) -> list[str]:
    """The words in a picture, as they stand in the file."""
    root = ET.fromstring(svg)  # noqa: S314 - it was made here
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_each_result_has_its_pictures_with_all_series(tmp_path: Path) -> None:
    put(tmp_path / "results")
    words = ["--results", str(tmp_path / "results"), "--pictures", str(tmp_path / "pictures")]
    assert curves.main(words) == 0
    found = {file.stem: texts(file.read_bytes()) for file in (tmp_path / "pictures").iterdir()}
    assert found.keys() == {
        f"{name}-{theme.name}" for name in ("decisions", "loading", "memory", "start", "batch") for theme in THEMES
    }
    ends = {
        "decisions": ["kotowari 12,300", "zen 1,230"],
        "loading": ["kotowari 10", "cached 0.1", "zen 2"],
        "memory": ["kotowari 30", "zen 300"],
        "start": ["kotowari check", "81", 'python -c "import click"', "40"],
        "batch": ["each worker 47", "main process 36"],
    }
    for name, wanted in ends.items():
        assert set(wanted) <= set(found[f"{name}-light"]), name
        assert found[f"{name}-light"] == found[f"{name}-dark"]
    assert [found["decisions-light"].count(end) for end in ends["decisions"]] == [2, 2]
    assert "2026-01-02; 2 cores, Abacus, Python 3.11.7; medians of the rounds" in found["memory-light"]


def test_an_engine_that_fell_out_has_a_shorter_curve() -> None:
    rows = [row for row in DECIDED if (row["engine"], row["size"], row["shape"]) != ("zen", 1000, "texty")]
    picture = curves.decisions(result(rows))
    assert {"zen 1,230", "zen 4,000 at 100"} <= set(texts(draw(picture, THEMES[0])))


def test_without_results_there_is_nothing_to_draw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert curves.main(["--results", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"no results in {tmp_path}\n"


def test_results_come_back_as_they_were_written(tmp_path: Path) -> None:
    put(tmp_path)
    assert result_files.read(tmp_path) == MADE


def test_the_tables_have_every_number() -> None:
    page = result_files.tables(MADE)
    assert "`python benchmarks/some.py --json`, 2026-01-02: medians of the rounds." in page
    assert "| engine | size | shape | per_s | load_ms | mib |\n|---|---:|---|---:|---:|---:|\n" in page
    assert "| zen | 1,000 | texty | 1,230 | 2,000 | 300 |\n" in page
    assert "On 2 cores, Abacus, Linux, Python 3.11.7; click 8.\n" in page


def test_about_a_machine_nothing_is_told_that_names_it() -> None:
    told = result_files.about()
    assert told.keys() == About.__annotations__.keys()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["date"])
    assert told["cores"] >= 1
    assert told["packages"]["click"]
    assert not re.search(r"/\w+/|@", json.dumps(told).replace(told["processor"], ""))


# --- the one command --------------------------------------------------------------------------------------------------


def test_a_part_is_measured_kept_and_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "script.py"
    (tmp_path / "rows.json").write_text(json.dumps(STARTED))
    script.write_text(
        "import pathlib, sys\nassert sys.argv[1:] == ['--fast', '--json']\n"
        "print(pathlib.Path(__file__).with_name('rows.json').read_text())\n"
    )
    part = measure.Part(str(script), measure.Run((), "many rounds"), measure.Run(("--fast",), "one round"))
    monkeypatch.setattr(measure, "PARTS", {"start": part})
    words = ["--quick", "--results", str(tmp_path / "results"), "--pictures", str(tmp_path / "pictures")]
    assert measure.main(words) == 0
    assert result_files.read(tmp_path / "results")["start"]["rows"] == STARTED
    assert result_files.read(tmp_path / "results")["start"]["statistic"] == "one round"
    assert "| kotowari check | 80.6 |" in (tmp_path / "results" / "README.md").read_text(encoding="utf-8")
    assert (tmp_path / "pictures" / "start-dark.svg").is_file()


def test_what_fails_leaves_the_results_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "script.py"
    script.write_text("print('[]')\nraise SystemExit(1)\n")
    run = measure.Run((), "one round")
    monkeypatch.setattr(measure, "PARTS", {"start": measure.Part(str(script), run, run)})
    put(tmp_path / "results")
    assert measure.main(["--results", str(tmp_path / "results"), "--pictures", str(tmp_path / "pictures")]) == 1
    assert result_files.read(tmp_path / "results") == MADE
    assert "failed: start" in capsys.readouterr().err


def test_every_part_has_its_script() -> None:
    assert all((result_files.HOME / part.script).is_file() for part in measure.PARTS.values())


def test_a_part_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        measure.main(["decide", "finish"])
    assert ended.value.code == 2
    assert "there is no part 'finish'; choose from decide, load, start, japanese, batch" in capsys.readouterr().err


# --- what is in the repository ----------------------------------------------------------------------------------------


def test_the_pictures_and_tables_in_the_repository_show_its_results() -> None:
    found = result_files.read(result_files.HOME / "results")
    assert found
    for picture in curves.pictures(found):
        for theme in THEMES:
            kept = (result_files.HOME / "pictures" / f"{picture.name}-{theme.name}.svg").read_bytes()
            assert texts(kept) == texts(draw(picture, theme)), picture.name
            assert len(kept) < 60_000
    assert (result_files.HOME / "results" / "README.md").read_text(encoding="utf-8") == result_files.tables(found)


def test_the_picture_shows_what_the_readme_says_of_it() -> None:
    (scoped, texty) = curves.by_engine(result_files.read(result_files.HOME / "results")["decide"]["rows"], "per_s", 1.0)
    for panel in (scoped, texty):
        ours, *others = sorted(panel.lines, key=lambda line: not line.ours)
        assert len(others) == 5
        for other in others:
            assert all(high[1] > low[1] for high, low in zip(ours.points, other.points, strict=True)), other.name
            assert falls(other.points) > falls(ours.points), other.name


def falls(points: tuple[tuple[float, float], ...]) -> float:
    return points[0][1] / points[-1][1]


@pytest.mark.parametrize("page", ["README.md", "benchmarks/README.md"])
def test_pages_show_pictures_that_are_there_in_both_themes_and_say_what_they_show(checkout: Path, page: str) -> None:
    text = (checkout / page).read_text(encoding="utf-8")
    shown = re.findall(
        r'<picture>\n  <source media="\(prefers-color-scheme: dark\)" srcset="(\S+)-dark\.svg">\n'
        r'  <img alt="([^"]{60,})" src="(\S+)-light\.svg">\n</picture>',
        text,
    )
    assert len(shown) == text.count("<img ") > 0
    for dark, _, light in shown:
        assert dark == light
        for theme in THEMES:
            assert ((checkout / page).parent / f"{light}-{theme.name}.svg").is_file()


def test_what_the_page_of_benchmarks_names_is_there(checkout: Path) -> None:
    text = (checkout / "benchmarks" / "README.md").read_text(encoding="utf-8")
    scripts = set(re.findall(r"python benchmarks/(\w+)\.py", text))
    assert scripts >= {part.script.removesuffix(".py") for part in measure.PARTS.values()}
    modules = set(re.findall(r"python -m benchmarks\.(\w+)", text))
    assert modules == {"measure", "curves"}
    assert all((result_files.HOME / f"{name}.py").is_file() for name in scripts | modules)
    heads = {anchor(head) for head in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= heads
    assert all(name in text for name in measure.PARTS)


def anchor(head: str) -> str:
    """What a code host makes of a heading."""
    return re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-")
