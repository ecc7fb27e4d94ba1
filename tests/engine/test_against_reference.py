"""The engine against the reference interpreter, on generated policies and requests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict, cast

from hypothesis import HealthCheck, assume, given, settings
from tests import reference
from tests.asked import asked
from tests.strategies import Scenario, scenarios

import kotowari

# The reference goes through every completion, so that a few seconds decide many small requests but no large one.
MOST = 3_000


class RuleNamed(TypedDict):
    rule: str


class Demand(TypedDict):
    about: list[str]
    verdict: str | None
    possible: list[str]
    rules: list[RuleNamed]
    also: list[RuleNamed]


class SetAside(TypedDict):
    rule: str
    by: str


class Decision(TypedDict):
    """What a decision says that the reference says as well."""

    verdict: str | None
    possible: list[str]
    exact: bool
    demands: list[Demand]
    set_aside: list[SetAside]
    undetermined: list[RuleNamed]


def names(rules: Iterable[RuleNamed]) -> set[str]:
    return {rule["rule"] for rule in rules}


def in_force(decision: Decision) -> set[str]:
    return {name for demand in decision["demands"] for name in names([*demand["rules"], *demand["also"]])}


def demands(decision: Decision) -> dict[str, tuple[str | None, set[str]]]:
    """The verdict of each topic asked for and of the whole, and what they can be."""
    return {
        topic: (demand["verdict"], set(demand["possible"]))
        for demand in decision["demands"]
        for topic in demand["about"] or [reference.WHOLE]
    }


def decided_demands(decided: reference.Decided) -> dict[str, tuple[str | None, set[str]]]:
    """The same of the reference. A demand that no rule can decide is none, and one that may have no rule is open."""
    found: dict[str, tuple[str | None, set[str]]] = {}
    for topic, verdicts in decided.demands.items():
        possible = {str(verdict) for verdict in verdicts if verdict}
        if possible:
            found[topic] = (possible.copy().pop() if len(verdicts) == 1 else None, possible)
    return found


def said(decision: Decision) -> dict[str, object]:
    """A decision in the words of the reference."""
    return {
        "verdict": decision["verdict"],
        "possible": set(decision["possible"]),
        "demands": demands(decision),
        "in force": in_force(decision),
        "undetermined": names(decision["undetermined"]),
        "set aside": {(pair["rule"], pair["by"]) for pair in decision["set_aside"]},
    }


def expected(decided: reference.Decided) -> dict[str, object]:
    return {
        "verdict": decided.verdict,
        "possible": set(decided.possible),
        "demands": decided_demands(decided),
        "in force": set(decided.in_force),
        "undetermined": set(decided.undetermined),
        "set aside": set(decided.set_aside),
    }


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_the_engine_decides_as_the_reference_does(scenario: Scenario) -> None:
    policy = kotowari.compile_policy(scenario.policy.files())
    try:
        decided = reference.decide(policy.model, asked(policy.model, scenario.request), MOST)
    except reference.TooManyCompletionsError:
        assume(condition=False)
        raise
    decision = cast("Decision", policy.decide(scenario.request).to_dict())
    assert decision["exact"]
    assert said(decision) == expected(decided)
