"""Real decisions as cases, and YAML that reads back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases.conftest import DESK, RunTests

import kotowari
from kotowari.requests import parse_yaml
from kotowari.testing.yaml_text import to_yaml

# Every text that JSON can carry: no lone surrogates.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_yaml_reads_back(value: object) -> None:
    assert parse_yaml(to_yaml({"value": value})) == {"value": value}


@pytest.mark.parametrize(
    "text",
    ["no", "off", "1e5", "0o7", "1_000", "12:30", "2026-07-01", "~", "", ".inf", "-", "+1", "a: b", "#x", "- x", "y"],
)
def test_words_that_look_like_something_else_stay_words(text: str) -> None:
    assert parse_yaml(to_yaml([text])) == [text]


def test_exact_numbers_stay_exact() -> None:
    assert parse_yaml(to_yaml([Decimal("0.10"), Decimal("1E+3")])) == [Decimal("0.10"), 1000]


REQUESTS: tuple[Mapping[str, object], ...] = (
    {"id": "T-1", "text": "A discount, and is shipping free?", "facts": {"customer": {"seats": 3, "tags": ["beta"]}}},
    {"id": "T-1", "text": "割引はありますか", "facts": {"customer": {"seats": 120, "tags": []}}},
    {"text": "no", "facts": {"customer": {"country": "no", "tags": []}}},
    {"text": "A discount?", "topics": {"shipping": "mentions"}},
    {"text": "x" * 100, "unavailable": ["all"]},
)


@pytest.fixture
def decisions() -> list[str]:
    policy = kotowari.load(DESK)
    return [json.dumps(policy.decide(request).to_dict(), ensure_ascii=False) for request in REQUESTS]


def test_the_cases_of_decisions_pass(desk: Path, decisions: list[str], run_tests: RunTests) -> None:
    (desk.parent / "decisions.jsonl").write_text("\n".join(decisions) + "\n\n", encoding="utf-8")
    assert run_tests("--from", "decisions.jsonl", "-o", "desk/cases/real.yaml") == (0, "", "")
    written = (desk / "cases" / "real.yaml").read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if line.startswith("  - name:")] == [
        "  - name: T-1",
        "  - name: T-1 (2)",
        "  - name: 'no'",
        "  - name: A discount?",
        f"  - name: {'x' * 59}…",
    ]
    assert run_tests("desk", "--file", "real.yaml") == (0, "5 cases: as expected\n", "")


def test_a_decision_over_many_lines_comes_by_standard_input(decisions: list[str], run_tests: RunTests) -> None:
    pretty = json.dumps(json.loads(decisions[1]), indent=2).encode()
    code, out, err = run_tests("--from", "-", stdin=pretty)
    assert (code, err) == (0, "")
    assert parse_yaml(out) == {
        "cases": [
            {
                "name": "T-1",
                "request": json.loads(decisions[1])["request"],
                "expect": {"verdict": "escalate", "rules": ["talk-to-sales"], "team": ["sales"]},
            }
        ]
    }


def test_what_is_no_decision_is_told_and_left_out(decisions: list[str], run_tests: RunTests) -> None:
    without = json.loads(decisions[0])
    del without["request"]
    lines = [decisions[2], '{"line": 2, "error": "no"}', "{", json.dumps(without), '{"format": "kotowari.decision/1"}']
    code, out, err = run_tests("--from", "-", stdin="\n".join(lines).encode())
    assert code == 2
    assert out.count("- name:") == 1
    assert [line for line in err.splitlines() if line.startswith("error")] == [
        "error: line 2: this is no decision in the format `kotowari.decision/1`",
        "error: line 3: this is not JSON: expecting property name enclosed in double",
        "error: line 4: the decision does not hold its request; decide again without",
        "error: line 5: the decision does not hold its request; decide again without",
    ]


def test_of_many_lines_that_are_wrong_the_first_are_told(decisions: list[str], run_tests: RunTests) -> None:
    code, _, err = run_tests("--from", "-", stdin="\n".join([*["x"] * 100, decisions[2]]).encode())
    assert code == 2
    assert len([line for line in err.splitlines() if line.startswith("error")]) == 6
    assert "error: so it is with 95 more\n" in err


def test_where_there_is_no_decision_nothing_is_written(desk: Path, run_tests: RunTests) -> None:
    target = desk / "cases" / "real.yaml"
    code, out, err = run_tests("--from", "-", "-o", str(target), stdin=b"\n")
    assert (code, out) == (2, "")
    assert "there is no decision in standard input" in err
    assert not target.exists()
