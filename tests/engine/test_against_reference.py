"""The engine against the reference interpreter, on generated policies and requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict, cast

import pytest
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


class Question(TypedDict):
    fact: str


class Decision(TypedDict):
    """What a decision says that the reference says as well."""

    verdict: str | None
    possible: list[str]
    exact: bool
    demands: list[Demand]
    set_aside: list[SetAside]
    undetermined: list[RuleNamed]
    ask: list[Question]


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
        "asked for": {question["fact"] for question in decision["ask"]} if decision["verdict"] is None else None,
    }


def expected(decided: reference.Decided, unavailable: frozenset[str]) -> dict[str, object]:
    return {
        "verdict": decided.verdict,
        "possible": set(decided.possible),
        "demands": decided_demands(decided),
        "in force": set(decided.in_force),
        "undetermined": set(decided.undetermined),
        "set aside": set(decided.set_aside),
        "asked for": set(decided.matters - unavailable) if decided.verdict is None else None,
    }


def agree(policy: kotowari.Policy, request: Mapping[str, object], decided: reference.Decided) -> None:
    decision = cast("Decision", policy.decide(request).to_dict())
    assert decision["exact"]
    assert said(decision) == expected(decided, asked(policy.model, request).unavailable)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(scenarios())
def test_the_engine_decides_as_the_reference_does(scenario: Scenario) -> None:
    policy = kotowari.compile_policy(scenario.policy.files())
    try:
        decided = reference.decide(policy.model, asked(policy.model, scenario.request), MOST)
    except reference.TooManyCompletionsError:
        assume(condition=False)
        raise
    agree(policy, scenario.request, decided)


# --- corners that generated policies seldom reach ---------------------------------------------------------------------

HEAD = """
policy acme languages en zone "America/New_York"
  otherwise accept because trust
  unanswered escalate to lead because trust
value trust en "We trust people."
team lead en "Lead" answers within 1 day
topic gantt en "Gantt charts" words en "gantt"
topic refund en "a refund" words en "refund"
usual script en answer "{team|We} will answer." reason "{because}" nothing instead
fact customer.seats is whole number from 1
fact customer.vip is yes or no
fact customer.tags is any of beta, partner or none
fact order.total is money in USD or none from 0 USD
fact order.paid is money in USD from 0 USD
fact order.share is percent from 0% to 100%
fact order.age is duration
fact order.shipped is date or none
fact order.created is time
fact ticket.note is text or none
rule one when """
CORNERS = (
    "order.total more than order.paid and order.paid more than order.total",
    "order.total is order.paid or order.total more than order.paid or order.paid more than order.total",
    "not (order.total at most order.paid) and not (order.total at least order.paid)",
    "order.total is none and order.total at least order.paid",
    "order.total is not none and not (order.total at most order.paid) and not (order.total at least order.paid)",
    "customer.seats more than 5 and customer.seats less than 6",
    "order.paid more than 5 USD and order.paid less than 6 USD",
    "customer.seats times 3 at least 10 and customer.seats times 3 at most 11",
    "order.share of order.paid more than order.paid",
    "order.paid less than 0.01 USD and order.paid at least 0 USD",
    "order.total minus order.total is 0 USD",
    "order.age less than 1 month and order.age more than 30 days",
    "order.age is 24 hours and not (order.age is 1 day)",
    "order.created is 2026-03-08 and order.created before 2026-03-08T05:00Z",
    "order.created after 2026-06-15 and order.created before 2026-06-16T04:00Z",
    "time since order.created at most 1 day and time since order.created more than 23 hours",
    "time since order.created at most 1 month and order.created before 2026-02-28T12:00Z",
    "time since order.shipped at most 1 month and order.shipped before 2026-02-28",
    "time until order.shipped at most 1 month and order.shipped after 2026-04-30",
    "order.shipped is none and not (order.shipped before 2026-04-01)",
    "order.created after order.shipped and order.shipped is none",
    "customer.tags include none of beta and customer.tags is none",
    "not (customer.tags include beta) and customer.tags is none",
    "customer.tags include any of beta, partner and not (customer.tags include all of beta, partner)",
    "ticket.note mentions gantt and ticket.note is none",
    "not (ticket.note mentions gantt) and ticket.note asks for gantt",
    "request asks for gantt and not (request mentions gantt)",
    "request mentions gantt and not (request asks for any of gantt, refund)",
    "customer.vip is known and customer.vip",
    "customer.vip is unknown or not customer.vip",
)
GIVEN: tuple[Mapping[str, object], ...] = (
    {},
    {"order": {"paid": "5 USD"}},
    {"order": {"total": None, "shipped": None}},
    {"order": {"total": "10 USD", "share": "50", "created": "2026-03-31T03:30:00Z"}},
    {"order": {"created": "2026-03-08T04:59:59Z", "shipped": "2026-02-28"}},
    {"order": {"shipped": "2026-02-27"}, "customer": {"tags": ["beta"], "seats": 4, "vip": False}},
)


@pytest.mark.parametrize("condition", CORNERS)
def test_the_engine_and_the_reference_agree_in_corners(condition: str) -> None:
    rules = f"{condition} decline because trust except two when customer.vip escalate to lead because trust"
    policy = kotowari.compile_policy({"a.rules": HEAD + rules})
    for facts in GIVEN:
        for words in ({}, {"text": "Please add gantt."}, {"topics": {"gantt": "mentions"}}):
            request = {"now": "2026-03-31T03:30:00Z", "facts": facts, **words}
            agree(policy, request, reference.decide(policy.model, asked(policy.model, request)))
