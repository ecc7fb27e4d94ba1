"""Why a decision is not another one: what stands in the way, and the ways that lead there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import jsonschema
import pytest
from hypothesis import given, note, settings
from tests.engine.meant import meant
from tests.engine.test_properties import compiled, with_facts
from tests.small import NOW, policy
from tests.strategies import Scenario, scenarios

import kotowari
from kotowari.comparison.needs import Lacking, Need
from kotowari.comparison.why_not import WhyNot, verdict_or_rule, why_not
from kotowari.comparison.why_not_record import why_not_data
from kotowari.decision_format import part_data
from kotowari.engine.decision import Part
from kotowari.model.model import REQUEST_TEXT, Verdict
from kotowari.model.types import Kind
from kotowari.schema import why_not_schema

some = settings(max_examples=60)

GANTT = """
rule no-gantt about gantt decline because simplicity
  except big when customer.seats at least 200 or customer.vip escalate to lead because trust
rule chat about chat when customer.plan is pro and customer.seats at least 5 accept because trust
"""


def asked(
    rules: str, goal: str, facts: Mapping[str, object] | None = None, text: str | None = None, **request: object
) -> WhyNot:
    decision = policy(rules).decide({"now": NOW, "facts": facts or {}, "text": text, **request})
    wanted = verdict_or_rule(decision, goal)
    assert wanted is not None
    return why_not(decision, wanted)


def told(needs: Iterable[Need]) -> list[object]:
    """Clauses by their words, those that would have to be false behind a `-`; ways that are open in lists."""
    return [
        ("" if need.wanted else "- ") + need.clause.text
        if isinstance(need, Lacking)
        else [told(way) if len(way) > 1 else told(way)[0] for way in need.ways]
        for need in needs
    ]


def ways(found: WhyNot) -> list[list[str]]:
    return [[f"{fact} {part.op} {part.value}" for fact, part in route.parts] for route in found.routes]


# --- what stands in the way -------------------------------------------------------------------------------------------


def test_what_a_rule_lacks_is_told_with_what_would_do_instead() -> None:
    found = asked(GANTT, "big", {"customer.seats": 3, "customer.vip": False}, "Please add gantt")
    (barred,) = found.barred
    assert told(barred.needs) == [["customer.seats at least 200", "customer.vip"]]
    (need,) = barred.needs
    assert not isinstance(need, Lacking)
    assert [way[0].clause.seen for way in need.ways if isinstance(way[0], Lacking)] == [
        ("customer.seats 3",),
        ("customer.vip no",),
    ]


def test_a_clause_that_holds_may_be_what_must_not() -> None:
    rules = "rule one when not (customer.vip or customer.seats at least 5) accept because trust"
    found = asked(rules, "accept", {"customer.vip": True, "customer.seats": 7})
    assert told(found.barred[0].needs) == ["- customer.vip", "- customer.seats at least 5"]


def test_an_unknown_clause_stands_in_the_way_too() -> None:
    found = asked("rule one when customer.vip accept because trust", "accept")
    assert not found.reached
    assert found.possible
    (need,) = found.barred[0].needs
    assert isinstance(need, Lacking)
    assert need.clause.truth is None
    assert ways(found) == [["customer.vip is True"]]


def test_the_nearest_rule_comes_first() -> None:
    rules = """
    rule far when customer.vip and customer.seats at least 5 accept because trust
    rule near when customer.plan is pro accept because trust
    rule over when customer.plan is pro accept because trust until 2026-01-01
    """
    found = asked(rules, "accept", {"customer.vip": False, "customer.seats": 1, "customer.plan": "free"})
    assert [one.rule.name for one in found.barred] == ["near", "far", "over"]
    assert found.barred[2].out_of_season is not None


def test_rules_that_override_and_outrank_are_named() -> None:
    rules = """
    rule small accept because trust
    rule large when customer.seats at least 5 decline because trust overrides small
    rule other escalate to lead because trust
    """
    found = asked(rules, "small", {"customer.seats": 7})
    assert [other.rule.name for other in found.barred[0].set_aside] == ["large"]
    assert [other.rule.name for other in found.above] == ["large", "other"]
    assert not found.routes


def test_reasons_that_have_ended() -> None:
    found = asked("rule one accept because spring", "accept")
    assert found.barred[0].ended
    assert found.barred[0].out_of_season is None


def test_otherwise_waits_for_the_rules_in_force() -> None:
    found = asked(GANTT, "escalate", {"customer.seats": 3, "customer.vip": False}, "Please add gantt")
    assert [other.rule.name for other in found.in_force] == ["no-gantt"]
    assert ["request.text mentions none of gantt"] in ways(found)


def test_what_is_so_already_needs_nothing() -> None:
    found = asked(GANTT, "decline", {"customer.seats": 3, "customer.vip": False}, "Please add gantt")
    assert found.reached
    assert (found.routes, found.above, found.in_force) == ((), (), ())


# --- the ways there ---------------------------------------------------------------------------------------------------


def test_up_to_three_changes_with_the_topic_that_would_have_to_be_asked_for() -> None:
    found = asked(GANTT, "accept", {"customer.seats": 3, "customer.plan": "free"}, "Good morning")
    assert ways(found) == [
        ["request.text asks for chat", "customer.plan is pro", "customer.seats at least 5"],
    ]
    assert found.searched


def test_a_way_that_fewer_changes_go_is_not_told_with_more() -> None:
    rules = """
    rule one when customer.vip accept because trust
    rule two when customer.vip and customer.plan is pro accept because trust
    rule three when customer.plan is pro and customer.seats at least 5 accept because trust
    """
    facts = {"customer.vip": False, "customer.seats": 1, "customer.plan": "free"}
    assert ways(asked(rules, "accept", facts)) == [
        ["customer.vip is True"],
        ["customer.plan is pro", "customer.seats at least 5"],
    ]


def test_members_of_a_set_may_come_and_go() -> None:
    rules = "rule one when customer.tags include beta and customer.tags include none of partner accept because trust"
    assert ways(asked(rules, "accept", {"customer.tags": ["partner"]})) == [
        ["customer.tags include beta", "customer.tags include none of partner"]
    ]
    assert ways(asked(rules, "accept")) == [["customer.tags include beta", "customer.tags include none of partner"]]


def test_what_nobody_can_change_stays() -> None:
    rules = "rule one when customer.birth before 2008-06-16 accept because trust"
    assert asked(rules, "accept", {"customer.birth": "2010-01-01"}).routes == ()
    rules = "rule one when customer.vip accept because trust"
    assert asked(rules, "accept", unavailable=["customer.vip"]).routes == ()


def test_too_much_to_try_out_is_said() -> None:
    names = [f"f.n{number}" for number in range(8)]
    facts = "\n".join(f"fact {name} is whole number" for name in names)
    steps = "\n".join(
        f"rule r{number}x{step} when {name} at least {step} accept because trust"
        for number, name in enumerate(names)
        for step in range(2, 90, 2)
    )
    always = " and ".join(f"({name} less than 9 or {name} at least 9)" for name in names)
    found = asked(
        f"{facts}\n{steps}\nrule always when {always} decline because trust", "accept", dict.fromkeys(names, 1)
    )
    assert found.routes == ()
    assert not found.searched


# --- on policies that nobody thought of -------------------------------------------------------------------------------


@some
@given(scenarios())
def test_every_way_leads_there_and_the_data_are_valid(scenario: Scenario) -> None:
    rules = compiled(scenario.policy)
    decision = rules.decide(scenario.request)
    for verdict in Verdict:
        goal = verdict_or_rule(decision, verdict.value)
        assert goal is not None
        found = why_not(decision, goal)
        jsonschema.validate(json.loads(json.dumps(why_not_data(decision, found))), why_not_schema())
        assert found.reached is (decision.verdict is verdict)
        for route in found.routes:
            for request in requests_of(rules, scenario.request, route.parts):
                note(f"{verdict}: {route} {request}")
                assert rules.decide(request).verdict is verdict


def requests_of(
    rules: kotowari.Policy, request: Mapping[str, object], parts: Iterable[tuple[str, Part]]
) -> Iterator[dict[str, object]]:
    """The request changed as a way says; with a value from each end of a part."""
    facts: dict[str, list[object]] = {}
    topics: dict[str, object] = dict(cast("Mapping[str, object]", request.get("topics") or {}))
    for fact, part in parts:
        if fact == REQUEST_TEXT:
            topics[str(part.value)] = "asks" if part.op == "asks for" else False
        elif rules.model.facts[fact].type.kind is Kind.ANY_OF:
            now = facts.get(fact) or [sorted(members(rules, request, fact))]
            had = set(cast("list[str]", now[0]))
            facts[fact] = [sorted(had | {str(part.value)} if part.op == "include" else had - {str(part.value)})]
        else:
            shown = part_data(rules.model, fact, part)
            facts[fact] = list(meant(rules.model.facts[fact].type, str(shown["op"]), shown["value"]))
    for number in range(max([1, *(len(values) for values in facts.values())])):
        chosen = {name: values[number % len(values)] for name, values in facts.items()}
        yield {**with_facts(request, chosen), "topics": topics}


def members(rules: kotowari.Policy, request: Mapping[str, object], fact: str) -> Iterable[str]:
    value = rules.decide(request).judge.situation.facts.get(fact)
    return value if isinstance(value, frozenset) else ()


@some
@given(scenarios())
def test_a_rule_that_nothing_keeps_is_in_force(scenario: Scenario) -> None:
    rules = compiled(scenario.policy)
    decision = rules.decide(scenario.request)
    for name in rules.model.rules:
        goal = verdict_or_rule(decision, name)
        assert goal is not None
        (barred,) = why_not(decision, goal).barred or (None,)
        in_force = decision.judge.always(decision.judge.rule(name))
        assert in_force if barred is None else barred.free is in_force


@some
@given(scenarios())
def test_where_one_fact_does_it_one_fact_is_told(scenario: Scenario) -> None:
    rules = compiled(scenario.policy)
    decision = rules.decide(scenario.request)
    for change in decision.changes:
        goal = verdict_or_rule(decision, change.verdict.value)
        assert goal is not None
        sizes = {len(route.parts) for route in why_not(decision, goal).routes}
        assert sizes
        assert min(sizes) <= len(change.parts)


@pytest.mark.parametrize("name", ["acept", "no-gant", ""])
def test_what_is_neither_a_verdict_nor_a_rule(name: str) -> None:
    assert verdict_or_rule(policy(GANTT).decide({"now": NOW}), name) is None
