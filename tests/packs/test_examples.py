"""Every example and counterexample of every shipped pack, and of the policy of these tests, holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from tests.small import AOBA

import kotowari
from kotowari.api import load_diagnostics
from kotowari.model.calendar import zone
from kotowari.model.model import Example
from kotowari.model.writing import to_json

NOW = "2026-11-20T09:00:00+09:00"
PACKS = ("starter", "airline", "retail", "bank", "inn", "prettier", "black", "ripgrep", "aoba")


@cache
def policy_of(pack: str) -> kotowari.Policy:
    return kotowari.load(AOBA if pack == AOBA.name else kotowari.packs() / pack)


def examples() -> Iterator[tuple[str, str, Example]]:
    for pack in PACKS:
        for rule in policy_of(pack).model.rules.values():
            for example in rule.examples:
                yield pack, rule.name, example


def decide(policy: kotowari.Policy, example: Example) -> kotowari.Decision:
    """The decision on what an example asks; its `now` is on the clocks of the policy unless it says otherwise."""
    facts = {name: to_json(policy.model.facts[name].type, value) for name, value in example.given.items()}
    now = datetime.fromisoformat(example.now or NOW)
    text = {} if example.text is None else {"text": example.text}
    return policy.decide(
        {"facts": facts, **text}, now=now if now.tzinfo else now.replace(tzinfo=zone(policy.model.zone))
    )


def shown(pack: str, rule: str, example: Example) -> str:
    place = policy_of(pack).place(example.span.source, example.span.start)
    return f"{pack} {place} {rule}: {example.text or 'no text'}"


def whether_it_holds(policy: kotowari.Policy, rule: str, example: Example) -> bool | None:
    """Whether the whole condition of a rule holds, dates aside; None where that hangs on what is not known."""
    judged = decide(policy, example)._judge
    circuit = judged.unknowns.circuit(judged.program.conditions[rule])
    if judged.always(circuit):
        return True
    return None if judged.sometimes(circuit) else False


def test_every_example_holds_and_no_counterexample_does() -> None:
    wrong = [
        f"{shown(pack, rule, example)} ({found})"
        for pack, rule, example in examples()
        if (found := whether_it_holds(policy_of(pack), rule, example)) is not example.holds
    ]
    assert wrong == []


def test_every_example_gives_the_verdict_that_it_says() -> None:
    wrong = [
        f"{shown(pack, rule, example)} ({found})"
        for pack, rule, example in examples()
        if example.gives and (found := decide(policy_of(pack), example).verdict) != example.gives
    ]
    assert wrong == []


@pytest.mark.parametrize("pack", [pack for pack in PACKS if pack != AOBA.name])
def test_every_pack_compiles_without_a_word(pack: str) -> None:
    assert [f"{one.code}: {one.message}" for one in load_diagnostics(kotowari.packs() / pack)[0]] == []


def test_every_rule_of_the_starter_pack_has_examples_of_both_kinds_in_both_languages() -> None:
    kinds = {(holds, english) for holds in (True, False) for english in (True, False)}
    missing = {
        rule.name: kinds - {(example.holds, example.text.isascii()) for example in rule.examples if example.text}
        for rule in policy_of("starter").model.rules.values()
        if not rule.table
    }
    assert {name: kinds for name, kinds in missing.items() if kinds} == {}


@pytest.mark.parametrize("pack", ["airline", "retail"])
def test_every_rule_of_a_desk_has_examples_of_both_kinds(pack: str) -> None:
    rules = [rule for rule in policy_of(pack).model.rules.values() if not rule.table]
    assert [rule.name for rule in rules if {example.holds for example in rule.examples} != {True, False}] == []


def test_every_pack_has_a_page_that_explains_it() -> None:
    folders = sorted(path for path in Path(kotowari.packs()).iterdir() if path.is_dir())
    assert {"airline", "retail", "starter"} <= {path.name for path in folders}
    assert all((path / "README.md").read_text(encoding="utf-8").startswith(f"# {path.name}\n") for path in folders)
