"""What holds of every policy and every request, on generated ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypedDict, cast

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st
from tests.engine.meant import TALKS, Json, meant
from tests.strategies import (
    SPARE,
    PolicyText,
    Scenario,
    further_facts,
    layouts,
    nested,
    policies,
    requests,
    scenarios,
    texts,
)
from tests.strategies_facts import BOTH, NOTE

import kotowari
from kotowari.model.model import REQUEST_TEXT
from kotowari.schema import decision_schema

some = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


REQUEST = {
    "text": "Please add gantt. Please add refund.",
    "now": "2026-04-01T09:00:00Z",
    "unavailable": ["order.total"],
}
HEAD = """
policy acme languages en, ja zone "Asia/Tokyo"
  otherwise escalate to product because trust unanswered escalate to lead because trust
value trust en "We trust people." ja 「信頼しています。」
team lead en "Lead" ja 「責任者」 answers within 1 day
team product en "Product" ja 「企画」 answers within 2 days
fact order.total is money in USD
topic gantt en "Gantt charts" ja 「ガント」 words en "gantt" words ja 「ガントチャート」
topic refund en "a refund" ja 「返金」 words en "refund" words ja 「返金」
usual script
  en answer "{team|We} will answer." reason "{because}" nothing instead
  ja answer 「{team|私ども}よりご連絡いたします。」 reason 「{because}」 nothing instead
"""


class Words(TypedDict):
    op: str
    value: object


class Branch(TypedDict):
    when: Words
    possible: list[str]


class Question(TypedDict):
    fact: str
    branches: list[Branch]


class Setting(Words):
    fact: str


class Change(TypedDict):
    set: list[Setting]
    verdict: str


class Decision(TypedDict):
    verdict: str | None
    possible: list[str]
    exact: bool
    request: dict[str, object]
    ask: list[Question]
    changes: list[Change]


def decide(policy: kotowari.Policy, request: Mapping[str, object]) -> Decision:
    return cast("Decision", policy.decide(request).to_dict())


def compiled(policy: PolicyText) -> kotowari.Policy:
    return kotowari.compile_policy(policy.files())


def written(decision: object) -> str:
    return json.dumps(decision, ensure_ascii=False)


def without(part: object, key: str) -> object:
    """Data without what stands under a key, at any depth."""
    if isinstance(part, dict):
        members = cast("dict[str, object]", part)
        return {name: without(member, key) for name, member in members.items() if name != key}
    return [without(each, key) for each in cast("list[object]", part)] if isinstance(part, list) else part


def with_facts(request: Mapping[str, object], facts: Mapping[str, object]) -> dict[str, object]:
    """The request with further facts, or with other values of its own; none of them is unavailable any longer."""
    groups = cast("dict[str, dict[str, object]]", request["facts"])
    named = {f"{group}.{member}": value for group, members in groups.items() for member, value in members.items()}
    given = {name: value for name, value in facts.items() if name != REQUEST_TEXT}
    missing = [name for name in cast("Iterable[str]", request.get("unavailable", ())) if name not in facts]
    text = {"text": facts[REQUEST_TEXT]} if REQUEST_TEXT in facts else {}
    return {**request, "facts": nested({**named, **given}), "unavailable": missing, **text}


# --- the same decision ------------------------------------------------------------------------------------------------


@some
@given(st.data())
def test_the_order_of_files_and_declarations_shows_only_in_sources(data: st.DataObject) -> None:
    scenario = data.draw(scenarios())
    shuffled = kotowari.compile_policy(data.draw(layouts(scenario.policy)))
    one, other = decide(compiled(scenario.policy), scenario.request), decide(shuffled, scenario.request)
    assert without(one, "source") == without(other, "source")


@some
@given(scenarios())
def test_a_fact_that_no_rule_reads_changes_nothing(scenario: Scenario) -> None:
    """But the echo of the request, and the note of a hand-over, which tells a person all that is known."""
    policy = compiled(scenario.policy)
    seen = [decide(policy, request) for request in (scenario.request, with_facts(scenario.request, {SPARE: 7}))]
    one, other = (without(without(decision, "request"), "note") for decision in seen)
    assert one == other


@some
@given(scenarios())
def test_one_input_gives_the_same_bytes_and_its_echo_the_same_decision(scenario: Scenario) -> None:
    policy, again = compiled(scenario.policy), compiled(scenario.policy)
    decision = decide(policy, scenario.request)
    assert written(decision) == written(decide(again, scenario.request))
    assert written(decision) == written(decide(policy, decision["request"]))


@some
@given(scenarios())
def test_every_decision_is_valid_against_the_schema(scenario: Scenario) -> None:
    decision = decide(compiled(scenario.policy), scenario.request)
    jsonschema.validate(json.loads(written(decision)), decision_schema())
    assert decision["possible"]


# --- what is said of what is not known yet ----------------------------------------------------------------------------


@some
@given(st.data())
def test_a_settled_verdict_stands_whatever_else_becomes_known(data: st.DataObject) -> None:
    """Without `is known` and defaults, which ask of what is not known whether it is."""
    policy = data.draw(policies(plain=True))
    request = data.draw(requests(policy))
    more: dict[str, object] = dict(data.draw(further_facts(policy)))
    if "text" not in request and "topics" not in request:
        more |= {REQUEST_TEXT: data.draw(texts(policy.topics))}
    rules = compiled(policy)
    before = decide(rules, request)
    known = decision_facts(before)
    after = decide(rules, with_facts(request, {name: value for name, value in more.items() if name not in known}))
    assert before["exact"]
    assert set(after["possible"]) <= set(before["possible"])
    if len(before["possible"]) == 1:
        assert after["verdict"] == before["verdict"]


def decision_facts(decision: Decision) -> set[str]:
    """The facts that the request of a decision gave."""
    groups = cast("dict[str, dict[str, object]]", decision["request"].get("facts", {}))
    return {f"{group}.{member}" for group, members in groups.items() for member in members}


@some
@given(st.data())
def test_an_answer_leads_where_its_branch_says(data: st.DataObject) -> None:
    policy = data.draw(policies(plain=True))
    request = data.draw(requests(policy))
    rules = compiled(policy)
    questions = decide(rules, request)["ask"]
    assume(questions)
    # A comparison of two unknown facts is free only until one of them is known.
    check_branches(
        rules,
        request,
        questions,
        topics=len(policy.topics),
        loose=any(test in "\n".join(policy.declarations) for test in BOTH),
    )


@pytest.mark.parametrize(
    ("fact", "condition", "given"),
    [
        ("customer.tags is any of beta, partner or none", "customer.tags include beta", {}),
        ("customer.tags is any of beta, partner or none", "not (customer.tags include any of beta, partner)", {}),
        ("customer.name is text or none", 'customer.name is "Ann"', {}),
        ("ticket.note is text or none", "ticket.note mentions gantt", {}),
        ("ticket.note is text or none", "ticket.note mentions none of gantt", {}),
        ("customer.tags is any of beta, partner or none", "customer.tags include none of beta", {}),
        ("order.rate is percent", "order.rate of order.total at most 100 USD", {"order": {"rate": "10.5"}}),
        ("order.rate is percent", "order.rate of order.total at most 100 USD", {"order": {"total": "105 USD"}}),
    ],
)
def test_an_answer_leads_where_its_branch_says_in_corners(fact: str, condition: str, given: dict[str, object]) -> None:
    rules = kotowari.compile_policy({"a.rules": f"{HEAD} fact {fact} rule one when {condition} decline because trust"})
    request = {"text": "", "facts": given, "now": REQUEST["now"]}
    questions = decide(rules, request)["ask"]
    assert questions
    check_branches(rules, request, questions, topics=1, loose=False)


def check_branches(
    rules: kotowari.Policy, request: Mapping[str, object], questions: Iterable[Question], *, topics: int, loose: bool
) -> None:
    """Each value that a branch is for leads to verdicts that the branch states, and, unless `loose`, to all of them."""
    for question in questions:
        type_ = rules.model.facts[question["fact"]].type
        talked = question["fact"] in (NOTE, REQUEST_TEXT)
        for branch in question["branches"]:
            # A text that speaks of one topic, or is any other, says with that how it speaks of all others.
            some_only = loose or (talked and (topics > 1 or branch["when"]["op"] not in TALKS))
            answers = [{question["fact"]: value} for value in meant(type_, **branch["when"])]
            possible = [set(rules.decide(with_facts(request, answer)).possible) for answer in answers]
            assert set[str]().union(*possible) <= set(branch["possible"]), (branch, answers, possible)
            assert some_only or leads_there(branch, possible), (branch, answers, possible)


def leads_there(branch: Branch, possible: Sequence[AbstractSet[str]]) -> bool:
    """Whether answers lead to all that was said: each of them or, where it says more than the branch, all together."""
    said = set(branch["possible"])
    if branch["when"]["op"].startswith("include"):
        return set[str]().union(*possible) == said
    return all(each == said for each in possible)


@some
@given(scenarios())
def test_a_change_brings_the_verdict_that_it_says(scenario: Scenario) -> None:
    policy = compiled(scenario.policy)
    changes = decide(policy, scenario.request)["changes"]
    assume(changes)
    for change in changes:
        values = {item["fact"]: meant_by(policy, item) for item in change["set"]}
        for number in range(max(len(each) for each in values.values())):
            chosen = {name: each[number % len(each)] for name, each in values.items()}
            note(f"{change}: {chosen}")
            assert policy.decide(with_facts(scenario.request, chosen)).verdict == change["verdict"]


def meant_by(policy: kotowari.Policy, item: Setting) -> list[Json]:
    return meant(policy.model.facts[item["fact"]].type, item["op"], item["value"])


# --- another process --------------------------------------------------------------------------------------------------

TAGGED = """
fact customer.tags is any of beta, partner, reseller, press
fact customer.plan is one of free, pro, basic
rule one about gantt, refund when customer.tags include any of beta, press decline because trust
  except three when customer.plan is one of pro, free accept because trust
rule two about refund when order.total more than 50 USD or customer.tags include none of partner, reseller
  escalate to lead because trust
rule four when request mentions any of gantt, refund and customer.plan is not basic accept because trust
"""
PRINT = f"""
import json, kotowari
decision = kotowari.compile_policy({{"a.rules": {HEAD + TAGGED!r}}}).decide({REQUEST!r})
print(json.dumps(decision.to_dict()))
"""


@pytest.mark.parametrize("facts", [{}, {"customer": {"tags": ["press", "beta"]}}])
def test_the_seed_of_hashes_does_not_show(facts: dict[str, object], checkout: Path) -> None:
    program = PRINT.replace("'unavailable'", f"'facts': {facts!r}, 'unavailable'")
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(checkout / "policy")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "3")
    }
    assert len(printed) == 1
    assert json.loads(printed.pop())["exact"]
