"""Results for machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from tests.cases.conftest import AT, SAMPLES, RunTests, sample

from kotowari.requests import parse_yaml
from kotowari.schema import cases_schema, results_schema

MIXED = ("good", "missing-rule", "out-of-season", "outranked", "todo", "wrong-question", "wrong-reply")


@pytest.fixture
def mixed(desk: Path, run_tests: RunTests) -> Callable[[str], str]:
    """What `kotowari test` writes in a format for cases of every kind."""
    for name in MIXED:
        (desk / "cases" / f"{name}.yaml").write_bytes(sample(name))

    def write(format_: str) -> str:
        code, out, err = run_tests("desk", "--format", format_, *AT)
        assert (code, err) == (1, "")
        return out

    return write


def test_json_is_as_its_schema_says(mixed: Callable[[str], str]) -> None:
    data = json.loads(mixed("json"))
    Draft202012Validator(results_schema()).validate(data)  # pyright: ignore[reportUnknownMemberType] - untyped stubs
    assert data["counts"] == {"passed": 13, "failed": 6, "todo": 1, "fixed": 1}
    assert data["now"] == "2026-07-01T00:00:00Z"
    (found,) = [result for result in data["results"] if result["name"] == "a large team talks to sales"]
    assert found["source"] == "cases/missing-rule.yaml:2"
    assert found["differences"][1] == {"key": "rules", "expected": ["talk-to-sales"], "found": ["one-price"]}
    assert found["nearest"][0]["clauses"] == [
        {
            "clause": "customer.seats at least 50",
            "truth": "false",
            "seen": ["customer.seats 49"],
            "source": "policy.rules:42",
        }
    ]


def test_junit_counts_and_names(mixed: Callable[[str], str]) -> None:
    root = ET.fromstring(mixed("junit"))  # noqa: S314 - our own
    assert root.attrib == {"tests": "21", "failures": "7", "skipped": "1"}
    suites = {suite.attrib["name"]: suite for suite in root}
    assert list(suites) == ["policy.rules", *(f"cases/{name}.yaml" for name in MIXED)]
    (failure,) = suites["cases/out-of-season.yaml"].iter("failure")
    assert failure.attrib["message"] == "`shipping is free in winter`: expected `accept`, came out `escalate`"
    assert "2026-12-01 is not within its dates" in (failure.text or "")
    (skipped,) = root.iter("skipped")
    assert skipped.attrib["message"] == "todo: when the price list is out"


def test_tap_has_a_plan_and_a_line_each(mixed: Callable[[str], str]) -> None:
    lines = mixed("tap").splitlines()
    assert lines[:2] == ["TAP version 14", "1..21"]
    results = [line for line in lines if line.startswith(("ok ", "not ok "))]
    assert [int(line.removeprefix("not ").split()[1]) for line in results] == list(range(1, 22))
    assert sum(line.startswith("not ok") for line in results) == 8
    assert [line for line in results if "# TODO" in line] == [
        "not ok 18 - discounts for charities # TODO when the price list is out"
    ]
    blocks = "\n".join(lines).split("  ---\n")[1:]
    assert all(isinstance(parse_yaml(block.split("  ...")[0]), dict) for block in blocks)


def test_github_annotates_each_failure(mixed: Callable[[str], str]) -> None:
    lines = mixed("github").splitlines()
    assert len(lines) == 7
    assert lines[0].startswith(
        "::error file=desk/cases/missing-rule.yaml,line=7,col=16,endColumn=24,title=failed-case::"
    )


def test_sarif_has_each_failure_with_what_lies_behind_it(mixed: Callable[[str], str]) -> None:
    (run,) = json.loads(mixed("sarif"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["failed-case"] * 4 + ["passing-todo"] + [
        "failed-case"
    ] * 2
    related = run["results"][0]["relatedLocations"]
    assert {one["physicalLocation"]["artifactLocation"]["uri"] for one in related} == {
        "desk/cases/missing-rule.yaml",
        "desk/policy.rules",
    }


def test_where_nothing_fails_there_is_nothing_to_annotate(desk: Path, run_tests: RunTests) -> None:
    assert desk.is_dir()
    assert run_tests("desk", "--format", "github", *AT) == (0, "", "")
    code, out, _ = run_tests("desk", "--format", "sarif", *AT)
    assert (code, json.loads(out)["runs"][0]["results"]) == (0, [])


def test_names_that_a_terminal_would_obey_come_out_as_pictures(desk: Path, run_tests: RunTests) -> None:
    (desk / "cases" / "a.yaml").write_text(
        'cases:\n  - name: "bell \\a and \\e[31m # 5"\n    request: {text: "\\e[2J"}\n    expect: {verdict: accept}\n',
        encoding="utf-8",
    )
    for format_ in ("text", "tap", "junit", "github", "json", "sarif"):
        code, out, err = run_tests("desk", "--format", format_, *AT)
        assert (code, err) == (1, "")
        assert "\x1b" not in out
        assert "\a" not in out


@pytest.mark.parametrize("name", SAMPLES)
def test_the_schema_of_cases_takes_what_is_taken(name: str) -> None:
    refused = {"bad-field", "bad-table", "broken", "duplicate-keys", "empty", "no-cases", "no-is-text"}
    if name in {"broken", "duplicate-keys"}:
        pytest.skip("no YAML")
    document = parse_yaml(sample(name))
    valid = Draft202012Validator(cases_schema()).is_valid(json.loads(json.dumps(document)))  # pyright: ignore[reportUnknownMemberType] - untyped stubs
    assert valid is (name not in refused - {"bad-table"})
