"""Analysis against enumeration: on small policies both say the same of every rule, and witnesses behave as claimed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, Phase, assume, given, settings
from tests import reference
from tests.analysis.worlds import can_be_enumerated, truth, worlds
from tests.reference import World
from tests.strategies import PolicyText, Scenario, policies, scenarios

from kotowari.analysis.findings.idle_clauses import follows, idle_clauses
from kotowari.analysis.findings.outvoted import outvoted_rules
from kotowari.analysis.findings.tensions import tense
from kotowari.analysis.logic import Logic
from kotowari.analysis.study import conjuncts, in_force, study
from kotowari.analysis.witness import Claim, witness
from kotowari.api import Policy, compile_policy
from kotowari.diagnostics.span import Span
from kotowari.model.conditions import All, Always, AnyOf, Condition
from kotowari.model.model import Fact, Model, Rule, Verdict
from kotowari.model.types import Kind, Value

TODAY = date(2026, 5, 1)
SLOW = settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a smaller policy is not worth minutes
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


# The values of facts that can be counted.
LISTED: dict[Kind, Callable[[Fact], Sequence[Value]]] = {
    Kind.FLAG: lambda _: (True, False),
    Kind.ONE_OF: lambda fact: fact.type.choices,
}


def found_in(seen: Sequence[World]) -> list[tuple[World, reference.Found]]:
    return [(world, reference.find(world)) for world in seen]


def without(condition: Condition, spans: Collection[Span]) -> Condition:
    """A condition less the parts that stand at these places."""
    match condition:
        case All() | AnyOf():
            kept = (part for part in condition.parts if part.span not in spans)
            return replace(condition, parts=tuple(without(part, spans) for part in kept))
        case _:
            return condition if condition.span not in spans else Always("", condition.span)


def around(model: Model, rule: Rule, world: World) -> bool:
    """What else has to hold where a rule's own condition counts."""
    above = world.holds(model.rules[rule.parent].condition) if rule.parent else True
    return above and (not rule.about or any(world.asks_for(topic) for topic in rule.about))


def compiled(text: PolicyText) -> Policy:
    return compile_policy(text.files())


@SLOW
@given(text=policies(plain=True))
def test_analysis_and_enumeration_agree(text: PolicyText) -> None:
    policy = compiled(text)
    assume(can_be_enumerated(policy.model))
    seen = worlds(policy.model, TODAY)
    assume(len(seen) > 0)
    expected, made = truth(policy.model, seen), study(policy, TODAY)
    assert made.dead == expected.dead
    assert made.idle == expected.idle
    list(outvoted_rules(made))
    assert made.outvoted.keys() == expected.outvoted
    told = {frozenset((rule, other)) for rule, others in made.outvoted.items() for other in others}
    assert {frozenset(pair) for pair in tense(made)} == expected.tense - told
    logic = made.logic
    assert {
        (one, other)
        for one in made.living
        for other in made.living.keys() - {one}
        if not logic.possible(logic.in_force(one), logic.terms.opposite(logic.in_force(other)))
    } == expected.covered
    for name, rule in made.living.items():
        parts = list(conjuncts(rule.condition))
        for part in parts:
            others = [other for other in parts if other is not part]
            always = all(world.holds(part) for world in seen if all(world.holds(other) for other in others))
            assert follows(made, name, part, others) is always
    for fact in policy.model.facts.values():
        for value in LISTED[fact.type.kind](fact) if fact.type.kind in LISTED else ():
            here = [found for world, found in found_in(seen) if world.values.get(fact.name) == value]
            alone = logic.possible(logic.nothing(), logic.symbols.equals(logic.symbols.of(0, fact.name), value))
            assert alone is any(not found.in_force for found in here) or not here
    assert made.open == []


@SLOW
@given(text=policies(plain=True))
def test_without_idle_clauses_rules_say_the_same(text: PolicyText) -> None:
    policy = compiled(text)
    assume(can_be_enumerated(policy.model))
    made = study(policy, TODAY)
    idle = {found.span for found in idle_clauses(made)}
    assume(idle)
    for world in worlds(policy.model, TODAY):
        for rule in made.living.values():
            if around(policy.model, rule, world):
                assert world.holds(without(rule.condition, idle)) is world.holds(rule.condition)


@SLOW
@given(text=policies(plain=True))
def test_whatever_can_be_in_force_has_a_witness(text: PolicyText) -> None:
    policy = compiled(text)
    assume(can_be_enumerated(policy.model))
    made = study(policy, TODAY)
    for name in made.living:
        found = made.example("", in_force(name), made.logic.in_force(name))
        assert found is not None
        again = policy.decide(found.request, now=found.now)
        assert name in {rule.name for demand in again.ruling.demands for rule in (*demand.rules, *demand.also)}


@SLOW
@given(scenario=scenarios())
def test_what_the_engine_decides_is_possible(scenario: Scenario) -> None:
    """Of all policies, those with dates and with amounts of two facts among them."""
    policy = compiled(scenario.policy)
    decision = policy.decide(scenario.request)
    logic = Logic(policy)
    for name in policy.model.rules:
        if decision.judge.always(decision.judge.rule(name)):
            assert logic.possible(logic.in_force(name)), name
    if decision.ruling.verdict is not None and len(decision.possible) == 1:
        assert logic.possible(logic.verdict(decision.ruling.verdict))


def gives(verdict: Verdict) -> Claim:
    return lambda decisions: decisions[0].verdict is verdict


@SLOW
@given(text=policies())
def test_a_witness_decides_as_claimed(text: PolicyText) -> None:
    policy = compiled(text)
    logic = Logic(policy)
    for verdict in Verdict:
        found = witness(logic, gives(verdict), logic.verdict(verdict))
        if found is not None:
            assert policy.decide(found.request, now=found.now).verdict is verdict
