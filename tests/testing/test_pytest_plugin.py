"""Policies among the tests of a project: real runs of pytest in folders of their own."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

import kotowari
from kotowari_cli import pytest_policies
from kotowari_cli.main import run as command
from kotowari_cli.render import trials

pytest_plugins = ["pytester"]
# A run inside this one forgets what it imports; what is there before is not imported anew each time.
PRELOADED = (pytest_policies, trials)

POLICY = """\
policy shop en "Shop"
  edition 1
  languages en
  zone "Europe/Paris"
  otherwise escalate to desk because care
  unanswered escalate to desk because care
value care en "We look after every order."
team desk en "the desk" answers within 1 day
fact customer.seats en "seats" is whole number from 1
  ask en "How many people work there?"
topic discount en "a discount"
  words en "discount"
rule one-price about discount
  when customer.seats less than 50
  decline because care
  say en
    thanks "Thank you for asking about {asked}."
    answer "We keep one price for everyone."
    reason "{because}"
    instead "Paying by the year costs less."
  example "Can we have a discount?" with customer.seats 3 gives decline
  counterexample "We do not need a discount" with customer.seats 3
usual script escalate
  en thanks "Thank you for asking about {asked}." answer "{team} will write to you by {by}."
"""
CASES = """\
cases:
  - name: a small team
    request: {text: Any discount?, facts: {customer.seats: 3}}
    expect: {verdict: decline}
  - name: "sizes::large [50]"
    request: {text: Any discount?, facts: {customer.seats: 50}}
    expect: {verdict: escalate}
"""
FAILS = """\
cases:
  - name: nobody is turned away
    request: {text: Any discount?, facts: {customer.seats: 3}}
    expect: {verdict: accept}
"""
TODO = """\
cases:
  - name: discounts for schools
    todo: until the price list is out
    request: {text: Any discount?, facts: {customer.seats: 3}}
    expect: {verdict: accept}
"""
DONE = TODO.replace("accept", "decline")
PLUGIN = ("-p", "no:kotowari", "-p", "kotowari_cli.pytest_plugin", "-p", "no:hypothesispytest")


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "PYTEST_ADDOPTS", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def shop(pytester: pytest.Pytester) -> Path:
    """The project: one test of its own, and a policy that its settings name."""
    write(pytester.path / "pytest.ini", "[pytest]\ntestpaths = tests\nkotowari =\n  rules/shop\n")
    write(pytester.path / "tests" / "test_own.py", "def test_own(): pass\n")
    folder = pytester.path / "rules" / "shop"
    write(folder / "policy.rules", POLICY)
    write(folder / "cases" / "sizes.yaml", CASES)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*PLUGIN, *arguments)


def ids(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    return [line for line in run(pytester, "--collect-only", "-q", *arguments).outlines if "::" in line]


OWN = "tests/test_own.py::test_own"
SIZES = ["rules/shop/cases/sizes.yaml::a small team", "rules/shop/cases/sizes.yaml::sizes: :large [50]"]
RULES = [
    "rules/shop/policy.rules::one-price::example 1",
    "rules/shop/policy.rules::one-price::counterexample 2",
]

# --- what is collected ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("shop")
def test_each_example_and_case_is_a_test_with_a_name(pytester: pytest.Pytester) -> None:
    assert ids(pytester) == [OWN, *SIZES, *RULES]
    run(pytester).assert_outcomes(passed=5)


@pytest.mark.usefixtures("shop")
def test_only_what_is_named_is_run(pytester: pytest.Pytester) -> None:
    assert ids(pytester, "tests/test_own.py") == [OWN]
    assert ids(pytester, "rules") == [*SIZES, *RULES]
    assert ids(pytester, "rules/shop/cases/sizes.yaml") == SIZES
    assert ids(pytester, RULES[1], SIZES[1]) == [RULES[1], SIZES[1]]
    assert ids(pytester, "-k", "counterexample or large") == [SIZES[1], RULES[1]]
    assert ids(pytester, ".") == [*SIZES, *RULES, OWN]


def test_the_option_adds_a_policy_once(pytester: pytest.Pytester, shop: Path) -> None:
    (pytester.path / "pytest.ini").unlink()
    assert ids(pytester) == [OWN]
    assert ids(pytester, "--kotowari", "rules/shop", "tests") == [OWN, *SIZES, *RULES]
    assert ids(pytester, "--kotowari", str(shop), SIZES[0]) == [SIZES[0]]
    assert ids(pytester, "--kotowari", "rules/../rules/shop", "--kotowari", "rules/shop", "rules") == [*SIZES, *RULES]


def test_a_policy_within_another_one_is_its_own(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "inner" / "policy.rules", POLICY)
    assert ids(pytester, "rules") == [*SIZES, *RULES]
    assert ids(pytester, "--kotowari", "rules/shop/inner", "rules") == [
        *SIZES,
        *(name.replace("shop/", "shop/inner/") for name in RULES),
        *RULES,
    ]


def test_a_policy_may_be_the_root_beside_tests_that_do_not_need_it(pytester: pytest.Pytester) -> None:
    write(pytester.path / "policy.rules", "policy")
    write(pytester.path / "test_own.py", "def test_own(): pass\n")
    write(pytester.path / "pytest.ini", "[pytest]\nkotowari = .\n")
    run(pytester, "test_own.py").assert_outcomes(passed=1)
    run(pytester).assert_outcomes(errors=1)
    write(pytester.path / "policy.rules", POLICY)
    run(pytester).assert_outcomes(passed=3)


# --- what fails -------------------------------------------------------------------------------------------------------


def test_a_failure_is_shown_as_the_command_shows_it(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "cases" / "wrong.yaml", FAILS)
    result = run(pytester)
    result.assert_outcomes(passed=5, failed=1)
    text = result.stdout.str()
    with CliRunner().isolation() as (out, *_):
        assert command(("test", "rules/shop")) == 1
    from_command = out.getvalue().decode().partition("\n\n")[0]
    assert from_command.startswith("error[failed-case]: `nobody is turned away`: expected `accept`, came out")
    assert "^^^^^^ came out: `decline`" in from_command
    assert from_command in text
    assert "Traceback" not in text
    assert "runtest" not in text
    result.stdout.fnmatch_lines(["FAILED rules/shop/cases/wrong.yaml::nobody is turned away - *"])


def test_a_failing_example_shows_its_clause(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "policy.rules", POLICY.replace("with customer.seats 3 gives", "with customer.seats 80 gives"))
    result = run(pytester, "rules")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["error?failed-example?: this example of `one-price` does not hold:*", "*-----*false*"])


@pytest.mark.usefixtures("shop")
def test_a_failure_is_told_in_the_language_of_the_terminal(
    pytester: pytest.Pytester, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shop / "cases" / "wrong.yaml", FAILS)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "期待は `accept`、結果は `decline`" in run(pytester).stdout.str().replace("\n  ", "")


def test_colours_are_for_terminals_alone(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "cases" / "wrong.yaml", FAILS)
    coloured = run(pytester, "--color=yes", "--junitxml=out.xml").stdout.str()
    assert "\x1b[1;31merror[failed-case]\x1b[0m" in coloured
    (failure,) = ET.parse(pytester.path / "out.xml").iter("failure")  # noqa: S314 - our own
    assert "nobody is turned away" in failure.attrib["message"]
    assert "error[failed-case]" in (failure.text or "")
    assert "\x1b" not in (failure.text or "")
    assert "#x1B" not in (failure.text or "")


def test_what_is_still_to_do_is_expected_to_fail(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "cases" / "todo.yaml", TODO)
    result = run(pytester, "-rx")
    result.assert_outcomes(passed=5, xfailed=1)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["XFAIL *::discounts for schools - until the price list is out"])
    run(pytester, "--runxfail").assert_outcomes(passed=5, failed=1)


@pytest.mark.parametrize("option", [(), ("--runxfail",)])
def test_what_is_done_must_not_be_called_to_do(pytester: pytest.Pytester, shop: Path, option: tuple[str, ...]) -> None:
    write(shop / "cases" / "todo.yaml", DONE)
    result = run(pytester, *option)
    result.assert_outcomes(passed=5, failed=1)
    assert "passes, though it is marked `todo`" in result.stdout.str()


def test_the_last_failures_and_the_first_one(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "cases" / "a.yaml", FAILS)
    write(shop / "cases" / "b.yaml", FAILS.replace("nobody", "nobody::else"))
    run(pytester).assert_outcomes(passed=5, failed=2)
    run(pytester, "--lf").assert_outcomes(failed=2)
    run(pytester, "--lf", "-x").assert_outcomes(failed=1)


@pytest.mark.usefixtures("shop")
def test_the_moment_can_be_given(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "policy.rules", POLICY.replace("decline because care\n", "decline because care\n  until 2030-01-01\n"))
    run(pytester, "rules", "--kotowari-now", "2029-06-01T00:00:00Z").assert_outcomes(passed=4)
    run(pytester, "rules", "--kotowari-now", "2031-06-01T00:00:00Z").assert_outcomes(passed=3, failed=1)
    wrong = run(pytester, "rules", "--kotowari-now", "soon")
    assert wrong.ret == pytest.ExitCode.USAGE_ERROR
    assert "--kotowari-now: " in wrong.stderr.str()


# --- what cannot be run -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("policy.rules", POLICY.replace("decline because", "decline becuase"), "policy.rules:15"),
        ("cases/sizes.yaml", "cases: [", "cases/sizes.yaml:1"),
        ("cases/sizes.yaml", CASES.replace("customer.seats", "customer.seat"), "customer.seats"),
    ],
)
def test_what_is_unreadable_is_an_error_of_collection_told_once(
    pytester: pytest.Pytester, shop: Path, name: str, text: str, code: str
) -> None:
    write(shop / name, text)
    result = run(pytester)
    result.assert_outcomes(errors=1)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert code in result.stdout.str()
    assert "Traceback" not in result.stdout.str()
    run(pytester, "tests/test_own.py").assert_outcomes(passed=1)
    assert run(pytester, "rules/shop/cases/sizes.yaml").ret == pytest.ExitCode.INTERRUPTED


def test_a_policy_without_anything_to_run_is_an_error(pytester: pytest.Pytester, shop: Path) -> None:
    write(shop / "policy.rules", "\n".join(line for line in POLICY.splitlines() if "example" not in line) + "\n")
    (shop / "cases" / "sizes.yaml").unlink()
    result = run(pytester)
    result.assert_outcomes(errors=1)
    assert "no case found" in result.stdout.str()


def test_a_folder_without_rules_is_an_error(pytester: pytest.Pytester, shop: Path) -> None:
    (shop / "policy.rules").unlink()
    result = run(pytester)
    result.assert_outcomes(errors=1)
    assert "holds no rule files" in result.stdout.str()


@pytest.mark.usefixtures("shop")
def test_a_folder_that_is_not_there_is_told_at_once(pytester: pytest.Pytester) -> None:
    result = run(pytester, "--kotowari", "rules/shpo")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "there is no folder `rules/shpo`" in result.stderr.str()


# --- the plugin as it is installed ------------------------------------------------------------------------------------


@pytest.fixture
def installed(pytester: pytest.Pytester, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry point of pyproject.toml, as an installation has it."""
    project = cast("dict[str, dict[str, object]]", tomllib.loads((checkout / "pyproject.toml").read_text("utf-8")))
    points = cast("dict[str, dict[str, str]]", project["project"]["entry-points"])["pytest11"]
    site = pytester.path / "site"
    info = site / "kotowari_entry-1.dist-info"
    write(info / "METADATA", "Metadata-Version: 2.1\nName: kotowari-entry\nVersion: 1\n")
    write(info / "entry_points.txt", "[pytest11]\n" + "".join(f"{name} = {value}\n" for name, value in points.items()))
    folders = (site, checkout / "policy", checkout / "cli")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, folders)))


@pytest.mark.usefixtures("installed", "shop")
def test_it_is_there_where_kotowari_is_installed(pytester: pytest.Pytester) -> None:
    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=5)


@pytest.mark.usefixtures("installed")
def test_a_project_without_policies_loads_nothing_of_it(pytester: pytest.Pytester) -> None:
    write(
        pytester.path / "test_own.py",
        "import sys\n"
        "def test_own():\n"
        "    assert 'kotowari_cli.pytest_plugin' in sys.modules\n"
        "    loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "    assert not loaded & {'kotowari', 'lark', 're2', 'rich'}\n",
    )
    write(pytester.path / "other.rules", POLICY)
    pytester.runpytest_subprocess("-W", "error", "-p", "no:hypothesispytest").assert_outcomes(passed=1)


@pytest.mark.usefixtures("installed")
def test_processes_share_the_work(pytester: pytest.Pytester, shop: Path) -> None:
    pytest.importorskip("xdist", reason="needs pytest-xdist")
    write(shop / "cases" / "wrong.yaml", FAILS)
    result = pytester.runpytest_subprocess("-n", "2")
    result.assert_outcomes(passed=5, failed=1)
    assert "^^^^^^ came out: `decline`" in result.stdout.str()


def test_the_sample_is_a_policy() -> None:
    assert kotowari.compile_policy({"policy.rules": POLICY}).diagnostics == ()
