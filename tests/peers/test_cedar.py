"""What the conditions of rules say, held against a second implementation: Cedar, by way of cedarpy."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.peers.cedar import holding, translatable
from tests.small import BOTH, WORLD
from tests.strategies import PolicyText, nested, policies
from tests.strategies_facts import Pick

import kotowari
from kotowari.engine.program import compile_program

# To each generated policy so many requests are put; the suite tries 200 policies.
REQUESTS = 10

Asked = tuple[Mapping[str, object], Mapping[str, str]]


@st.composite
def asked_policies(draw: st.DrawFn) -> tuple[PolicyText, list[Asked]]:
    """A policy, and requests that give all its facts and state topics."""
    policy = draw(policies(plain=True))
    pick = Pick(draw)
    requests: list[Asked] = []
    for _ in range(REQUESTS):
        facts = {fact.name: pick.one(fact.values) for fact in policy.facts}
        stated = pick.some(policy.topics, 0, 3)
        requests.append((facts, {topic: pick.one(["asks", "mentions"]) for topic in stated}))
    return policy, requests


def both(policy: kotowari.Policy, facts: Mapping[str, object], topics: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """The rules whose conditions hold, of those that Cedar has words for: as the engine says, and as Cedar says."""
    states = {topic: topics.get(topic, False) for topic in policy.model.topics}
    decision = policy.decide({"facts": nested(facts), "topics": states, "text": "", "now": "2026-06-15T12:00:00Z"})
    conditions = compile_program(policy.model).conditions
    translations = translatable(conditions)
    ours = {name for name in translations if decision.judge.unknowns.circuit(conditions[name]) is True}
    return ours, holding(translations, {name: decision.judge.situation.facts[name] for name in facts}, topics)


@given(asked_policies())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_rules_apply(scenario: tuple[PolicyText, list[Asked]]) -> None:
    text, requests = scenario
    policy = kotowari.compile_policy(text.files())
    for facts, topics in requests:
        ours, theirs = both(policy, facts, topics)
        assert ours == theirs, (facts, topics)


RULES = """
rule cheap when order.total at most 50% of order.paid accept because trust
rule each when order.paid at most 50 USD times order.items accept because trust
rule left when order.total minus order.paid more than 0.5 USD accept because trust
rule plan when customer.plan is not one of free, pro accept because trust
rule tags when customer.tags include none of beta, reseller accept because trust
rule soon when customer.renewal before 2026-12-31 or customer.renewal is none accept because trust
rule wish about gantt accept because trust
rule said when request mentions all of gantt, refund accept because trust
usual script
  en answer "Done."
  ja answer 「かしこまりました。」
"""
FACTS: dict[str, object] = {
    "order.total": "50.5 USD",
    "order.paid": "101 USD",
    "order.items": 3,
    "customer.plan": "enterprise",
    "customer.tags": ["partner"],
    "customer.renewal": None,
}


@pytest.mark.parametrize(
    ("changed", "topics", "rules"),
    [
        ({}, {}, {"cheap", "each", "plan", "tags", "soon"}),
        ({"order.total": "50.51 USD"}, {"gantt": "asks"}, {"each", "plan", "tags", "soon", "wish"}),
        ({"order.items": 2}, {"gantt": "mentions", "refund": "asks"}, {"cheap", "plan", "tags", "soon", "said"}),
        ({"customer.plan": "pro", "customer.tags": ["beta"]}, {}, {"cheap", "each", "soon"}),
        ({"customer.renewal": "2026-12-31", "order.paid": "1 USD"}, {}, {"each", "left", "plan", "tags"}),
    ],
)
def test_rules_that_apply_by_both(changed: Mapping[str, object], topics: Mapping[str, str], rules: set[str]) -> None:
    policy = kotowari.compile_policy({"policy.rules": BOTH + WORLD + RULES})
    assert both(policy, {**FACTS, **changed}, topics) == (rules, rules)
