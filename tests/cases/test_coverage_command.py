"""`kotowari test --coverage` as a person uses it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cases.conftest import AT, HERE, RunTests, sample
from tests.cases.test_docs import lay_out
from tests.docs.pages import blocks

from kotowari.diagnostics.display import columns
from kotowari.schema import results_schema


@pytest.fixture
def tried(desk: Path) -> Path:
    """The desk with cases that all pass."""
    (desk / "cases" / "good.yaml").write_bytes(sample("good"))
    return desk


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_shown(
    language: str, tried: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests(tried.name, "--coverage", *AT)
    assert (code, err) == (0, "")
    assert max(map(columns, out.splitlines())) <= 80
    path = HERE / "golden_coverage" / f"{language}.txt"
    if update:
        path.write_text(out, encoding="utf-8", newline="\n")
    assert out == path.read_text(encoding="utf-8")


def test_json_is_as_its_schema_says(tried: Path, run_tests: RunTests) -> None:
    code, out, _ = run_tests(tried.name, "--coverage", "--format", "json", *AT)
    data = json.loads(out)
    Draft202012Validator(results_schema()).validate(data)  # pyright: ignore[reportUnknownMemberType] - untyped stubs
    assert code == 0
    found = data["coverage"]
    assert found["totals"]["total"] == {
        key: found["totals"]["rules"][key] + found["totals"]["clauses"][key] for key in ("covered", "total")
    } | {"percent": found["totals"]["total"]["percent"]}
    (rule,) = [one for one in found["rules"] if one["name"] == "one-price"]
    assert rule["clauses"] == [
        {"clause": "request asks for discount", "source": "policy.rules:44", "when_true": True, "when_false": True}
    ]
    assert "coverage" not in json.loads(run_tests(tried.name, "--format", "json", *AT)[1])


def test_too_little_fails(tried: Path, run_tests: RunTests) -> None:
    _, out, _ = run_tests(tried.name, "--coverage", "--format", "json", *AT)
    percent = json.loads(out)["coverage"]["totals"]["total"]["percent"]
    assert 0 < percent < 100
    assert run_tests(tried.name, "--coverage", "--fail-under", str(percent), *AT)[0] == 0
    code, _, err = run_tests(tried.name, "--coverage", "--fail-under", str(percent + 1), *AT)
    assert (code, err) == (1, f"error: the coverage is {percent}%, less than the {percent + 1}% of --fail-under\n")


class Page(HTMLParser):
    """What a browser would show of a page, and which elements it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick"}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_is_text_and_nothing_else(
    language: str, tried: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tried / "policy.rules"
    text = policy.read_text(encoding="utf-8")
    text = text.replace('"Partners are called"', '"<script>alert(1)</script> & more"')
    policy.write_text(text.replace('words en "discount"', 'words en "discount", "R & D"'), encoding="utf-8")
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests(tried.name, "--coverage-html", "page.html", "--format", "tap", *AT)
    assert (code, err, out.splitlines()[0]) == (0, "", "TAP version 14")
    written = Path("page.html").read_text(encoding="utf-8")
    page = Page(written)
    assert "script" not in page.elements
    assert "<script>alert(1)</script> & more" in page.text
    assert "R & D policy.rules:" in page.text
    assert f'<html lang="{language}">' in written
    assert ("What the cases of Paper desk cover" if language == "en" else "紙の窓口：ケースの網羅率") in page.text


def test_a_page_that_cannot_be_written(tried: Path, run_tests: RunTests) -> None:
    code, out, err = run_tests(tried.name, "--coverage-html", "none/page.html", *AT)
    assert (code, out, err.splitlines()[0]) == (2, "", "error: there is no folder for `none/page.html`")


def test_several_processes_cover_the_same(tried: Path, run_tests: RunTests) -> None:
    assert run_tests(tried.name, "--coverage", "-j", "2", *AT) == run_tests(tried.name, "--coverage", *AT)


def test_options_that_do_not_go_together(tried: Path, run_tests: RunTests) -> None:
    code, out, err = run_tests(tried.name, "--fail-under", "50")
    assert (code, out, err.splitlines()[0]) == (2, "", "error: `--fail-under` goes with --coverage or --mutate")
    code, out, err = run_tests(tried.name, "--coverage", "--format", "tap")
    assert (code, out, err.splitlines()[0]) == (
        2,
        "",
        "error: `--format tap` has no place for a coverage, mutants or suggestions",
    )


def test_the_coverage_of_the_page_is_what_is_printed(tmp_path: Path, run_tests: RunTests) -> None:
    lay_out("cases.md", tmp_path / "shop", failing=False)
    (shown,) = [block.body for block in blocks("cases.md", "console") if "--coverage" in block.body]
    command, *lines = shown.splitlines()
    code, out, err = run_tests("shop", *command.split()[4:])
    assert (code, err, out.splitlines()) == (0, "", lines)
