"""What a person sees of cases that fail and of files that are wrong, in both languages, 80 columns wide."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cases.conftest import AT, HERE, SAMPLES, RunTests, sample

from kotowari.diagnostics.display import columns

FAILING = {
    "missing-rule",
    "out-of-season",
    "outranked",
    "todo",
    "undecided",
    "wrong-question",
    "wrong-reply",
    "wrong-verdict",
}
PASSING = {"good"}


def expected_code(name: str) -> int:
    return 0 if name in PASSING else 1 if name in FAILING else 2


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", SAMPLES)
def test_sample(  # noqa: PLR0913 - fixtures
    name: str, language: str, desk: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    (desk / "cases" / f"{name}.yaml").write_bytes(sample(name))
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests("desk", "--file", f"{name}.yaml", *AT)
    assert code == expected_code(name)
    shown = f"{out}{err}"
    assert not (out and err)
    assert max(map(columns, shown.splitlines())) <= 80
    path = HERE / "golden" / f"{name}.{language}.txt"
    if update:
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == path.read_text(encoding="utf-8")


# Each example of the desk that is made wrong, and what it becomes.
WRONG_EXAMPLES = {
    "with customer.plan plus, order.total 1_000 JPY gives accept": "with customer.plan plus, order.total 999 JPY",
    'counterexample "Is shipping free?" with customer.plan basic': 'counterexample "Is shipping free?"',
    'counterexample "No discount needed, thank you"': 'counterexample "A discount, thank you"',
    '"Can I have a discount?" with customer.seats 50 gives': '"May I have a refund?" with customer.seats 50 gives',
}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_examples_that_fail(
    language: str, desk: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    text = (desk / "policy.rules").read_text(encoding="utf-8")
    for right, wrong in WRONG_EXAMPLES.items():
        assert right in text
        text = text.replace(right, wrong)
    (desk / "policy.rules").write_text(text, encoding="utf-8")
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests("desk", *AT)
    assert (code, err) == (1, "")
    assert max(map(columns, out.splitlines())) <= 80
    path = HERE / "golden" / f"examples.{language}.txt"
    if update:
        path.write_text(out, encoding="utf-8", newline="\n")
    assert out == path.read_text(encoding="utf-8")


def test_a_policy_without_examples_and_cases(tmp_path: Path, run_tests: RunTests) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "policy.rules").write_text(
        'policy bare\n  languages en\n  zone "UTC"\n  otherwise accept because care\n'
        '  unanswered accept because care\nvalue care en "We care."\n',
        encoding="utf-8",
    )
    code, out, err = run_tests("bare")
    assert (code, out) == (1, "")
    assert err == (
        "error: no case found: no rule has an example, and there is no file in `cases`\n"
        '  write `example "…"` into a rule, or a file `bare/cases/first.yaml`\n'
    )


def test_every_language_has_its_golden_files() -> None:
    names = {path.name for path in (HERE / "golden").glob("*.txt")}
    assert names == {
        f"{name}.{language}.txt" for name in [*SAMPLES, "examples", "left-open"] for language in ("en", "ja")
    }


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_example_that_another_rule_leaves_open(
    language: str, desk: Path, run_tests: RunTests, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    rule = "rule crowds\n  when customer.seats at least 500\n  escalate to sales because care\n"
    (desk / "crowds.rules").write_text(rule, encoding="utf-8")
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    code, out, err = run_tests("desk", "--rule", "free-shipping", *AT)
    assert code == 1
    shown, path = f"{out}{err}", HERE / "golden" / f"left-open.{language}.txt"
    if update:
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == path.read_text(encoding="utf-8")
