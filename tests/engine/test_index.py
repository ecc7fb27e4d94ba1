"""The index, and what is settled by it at once, against the judge that looks at every rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.small import NOW, policy
from tests.strategies import Scenario, scenarios
from tests.wide import asked_of, wide

import kotowari
from kotowari.engine.decision import Ruling
from kotowari.engine.index import ordered
from kotowari.engine.judge import Judge, judge
from kotowari.engine.rule_on import rule_on
from kotowari.requests.request import read_now, read_request

WIDE = range(3)
REQUESTS = range(12)


def plain(policy: kotowari.Policy, judged: Judge) -> Judge:
    """A judge of the same situation that looks at every rule, as if there were no index."""
    every = judge(policy.program, judged.situation)
    today, rules = judged.situation.today, policy.model.rules
    every.left = {name: None for name in sorted(rules) if policy.program.in_season(rules[name], today)}
    return every


def judged(policy: kotowari.Policy, request: Mapping[str, object]) -> Judge:
    """What holds of the rules for a request, in full."""
    return policy.judged(read_request(request), read_now(request["now"]))


def same(policy: kotowari.Policy, request: Mapping[str, object]) -> None:
    """The rules that the index leaves out are false, and the ruling is that of all rules."""
    by_index = judged(policy, request)
    by_all = plain(policy, by_index)
    false = {name for name in policy.model.rules if name not in by_index.alive()}
    assert not [name for name in false if by_all._applies(name) is not False]
    assert ruled(rule_on(by_index)) == ruled(rule_on(by_all))


def ruled(ruling: Ruling) -> Ruling:
    """A ruling without its situation."""
    return replace(ruling, situation=None)  # type: ignore[arg-type] # only to be compared


def settled(policy: kotowari.Policy, request: Mapping[str, object]) -> None:
    """The verdict that is there at once, and all that is worked out later, are those of all rules."""
    quick = {key: value for key, value in request.items() if key in {"id", "text", "facts"}}
    moment = read_now(request["now"])
    for _ in range(2):  # so that its shape is known
        policy.decide(quick, now=moment)
    decision = policy.decide(quick, now=moment)
    ruling = rule_on(plain(policy, judged(policy, {**quick, "now": request["now"]})))
    assert decision.verdict is ruling.verdict
    assert ruled(decision.ruling) == ruled(ruling)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_what_the_index_leaves_decides_as_all_rules_do(scenario: Scenario) -> None:
    policy = kotowari.compile_policy(scenario.policy.files())
    same(policy, scenario.request)
    settled(policy, scenario.request)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_a_decision_says_the_same_whichever_way_it_came_about(scenario: Scenario) -> None:
    policy = kotowari.compile_policy(scenario.policy.files())
    quick = {key: value for key, value in scenario.request.items() if key in {"id", "text", "facts"}}
    moment = read_now(scenario.request["now"])
    for _ in range(2):  # so that its shape is known
        policy.decide(quick, now=moment)
    decision = policy.decide(quick, now=moment)
    assert decision.verdict == decision.to_dict()["verdict"]
    assert decision.to_dict() == policy.decide(read_request(quick), now=moment).to_dict()


@pytest.mark.parametrize("seed", WIDE)
def test_wide_policies_decide_by_the_index_as_by_all_rules(seed: int) -> None:
    _, policy = wide(seed)
    left: list[int] = []
    for number in REQUESTS:
        request = asked_of(seed, number)
        same(policy, request)
        left.append(len(judged(policy, request).alive()))
    assert min(left) < len(policy.model.rules) / 2


@pytest.mark.parametrize("seed", WIDE)
def test_wide_policies_settle_requests_as_they_are_judged(seed: int) -> None:
    _, policy = wide(seed)
    for number in REQUESTS:
        settled(policy, asked_of(seed, number))


def test_where_thresholds_are_left_out_decisions_stay_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordered, "MOST_BITS", 64)
    text, _ = wide(1)
    compiled = kotowari.compile_policy(text.files())
    for number in REQUESTS:
        same(compiled, asked_of(1, number))
        settled(compiled, asked_of(1, number))


def test_rules_that_all_override_those_before_them_are_weighed_in_time() -> None:
    count = 40
    names = [f"r{number}" for number in range(count)]
    rules = "\n".join(
        f"rule {name}\n  when customer.seats at least {number}\n  {'accept' if number % 2 else 'decline'} because trust"
        + (f"\n  overrides {', '.join(names[:number])}" if number else "")
        for number, name in enumerate(names)
    )
    compiled = policy(rules)
    for seats in (1, 1, 2, 38, 39, 500):
        decision = compiled.decide({"facts": {"customer": {"seats": seats}}}, now=read_now(NOW))
        assert decision.verdict is compiled.decide({"facts": {"customer": {"seats": seats}}, "now": NOW}).verdict
        assert decision.verdict == ("accept" if min(seats, count - 1) % 2 else "decline")


def test_a_long_row_of_rules_that_override_one_another_is_left_to_the_judge() -> None:
    count = 120
    rules = "\n".join(
        f"rule r{number:03}\n  when customer.vip\n  decline because trust"
        + (f"\n  overrides r{number - 1:03}" if number else "")
        for number in range(count)
    )
    compiled = policy(rules)
    for _ in range(2):
        compiled.decide({"facts": {"customer": {"vip": True}}}, now=read_now(NOW))
    decision = compiled.decide({"facts": {"customer": {"vip": True}}}, now=read_now(NOW))
    assert decision.verdict == "decline"
    assert [rule.name for rule in decision.ruling.rules] == [f"r{number:03}" for number in range(1, count, 2)]


def test_a_rule_that_wants_an_amount_both_absent_and_compared_never_holds() -> None:
    compiled = policy(
        "fact desk.score is whole number or none\n"
        "rule both when desk.score is none and desk.score at least 5 decline because trust\n"
        "rule plain when desk.score at least 5 accept because trust"
    )
    for score in (4, 4, 4, 5, 6, None):
        request = {"facts": {"desk": {"score": score}}, "now": NOW}
        same(compiled, request)
        settled(compiled, request)
