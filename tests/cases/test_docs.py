"""What docs/cases.md says is true: its cases pass, it shows what is printed, its words are those of the schema."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from tests.cases.conftest import RunTests
from tests.docs.pages import blocks, policies, text_of

from kotowari.schema import cases_schema

PAGES = ("cases.md", "ja/cases.md")


def lay_out(page: str, folder: Path, *, failing: bool) -> None:
    (folder / "cases").mkdir(parents=True)
    (folder / "policy.rules").write_text(policies(page)["page"]["policy.rules"], encoding="utf-8")
    fences = re.findall(r"^```(yaml[^\n]*)$", text_of(page), re.MULTILINE)
    for number, (fence, block) in enumerate(zip(fences, blocks(page, "yaml"), strict=True)):
        if ("fails" in fence) is failing:
            name = "fails" if failing else f"box-{number}"
            (folder / "cases" / f"{name}.yaml").write_text(block.body, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_cases_of_the_page_are_as_expected(
    page: str, tmp_path: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(page, tmp_path / "shop", failing=False)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8" if page.startswith("ja/") else "C.UTF-8")
    code, out, err = run_tests("shop")
    assert (code, err) == (0, "")
    shown = blocks(page, "console")[0].body
    assert shown.splitlines()[1:] == out.splitlines()


def test_the_failure_is_what_is_printed(tmp_path: Path, run_tests: RunTests, *, update: bool) -> None:
    lay_out("cases.md", tmp_path / "shop", failing=True)
    code, out, _ = run_tests("shop", "-n", "a team of 49")
    (block,) = blocks("cases.md", "text")
    if update:
        path = Path(__file__).parent.parent.parent / "docs" / "cases.md"
        path.write_text(text_of("cases.md").replace(block.body, out), encoding="utf-8", newline="\n")
        return
    assert (code, out) == (1, block.body)


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_an_expectation_is_told(page: str) -> None:
    definitions = cast("dict[str, dict[str, dict[str, object]]]", cases_schema()["$defs"])
    told = set(re.findall(r"^\| `(\w+)` \|", text_of(page), re.MULTILINE))
    assert told == set(definitions["expect"]["properties"])
