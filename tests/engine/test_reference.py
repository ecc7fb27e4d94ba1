"""The reference interpreter on cases small enough to check by hand, one for each sentence on what policies mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from tests import reference
from tests.reference_values import Asked, Talk

import kotowari
from kotowari.model.model import REQUEST_TEXT
from kotowari.model.types import Value

HEAD = """
policy acme languages en zone "Asia/Tokyo"
  otherwise accept because trust
  unanswered escalate to lead because trust
value trust en "We trust people."
strategy sale en "This is a sale." until 2026-06-30 serves trust
team lead en "Lead" answers within 1 day
topic gantt en "Gantt charts" words en "gantt"
topic refund en "a refund" words en "refund"
usual script en answer "{team|We} will answer." reason "{because}" nothing instead
fact customer.plan is one of free, pro
fact customer.seats is whole number from 1
fact customer.vip is yes or no
fact customer.trial is yes or no usually yes
fact order.total is money in USD
fact order.paid is money in USD
fact order.shipped is date or none
fact order.created is time
"""
NOON = datetime(2026, 6, 30, 3, tzinfo=UTC)  # noon in Tokyo
NOTHING: Mapping[str, Mapping[str, Talk]] = {REQUEST_TEXT: {}}


def decide(
    rules: str,
    facts: Mapping[str, Value] | None = None,
    found: Mapping[str, Mapping[str, Talk]] = NOTHING,
    now: datetime = NOON,
    unavailable: frozenset[str] = frozenset(),
) -> reference.Decided:
    model = kotowari.compile_policy({"policy.rules": HEAD + rules}).model
    return reference.decide(model, Asked(facts or {}, found, now, unavailable))


def possible(rules: str, facts: Mapping[str, Value] | None = None) -> list[str]:
    return sorted(decide(rules, facts).possible)


ONE = "rule one when {} decline because trust"


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ("customer.plan is pro", {}, ["accept", "decline"]),
        ("customer.plan is pro or customer.plan is free", {}, ["decline"]),
        ("customer.vip and not customer.vip", {}, ["accept"]),
        ("customer.seats more than 5 and customer.seats less than 7", {}, ["accept", "decline"]),
        ("customer.seats more than 5 and customer.seats less than 6", {}, ["accept"]),
        ("order.total more than 5 USD and order.total less than 6 USD", {}, ["accept", "decline"]),
        ("customer.seats at least 1", {}, ["decline"]),
        ("customer.trial", {}, ["decline"]),
        ("customer.trial is known", {}, ["accept"]),
        ("customer.plan is known", {}, ["accept"]),
        ("customer.plan is known", {"customer.plan": "pro"}, ["decline"]),
    ],
)
def test_an_unknown_fact_can_be_anything_that_its_type_allows(
    condition: str, facts: dict[str, Value], expected: list[str]
) -> None:
    assert possible(ONE.format(condition), facts) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("order.shipped before 2026-04-01", ["accept"]),
        ("order.shipped at least 2026-04-01", ["accept"]),
        ("not (order.shipped before 2026-04-01)", ["decline"]),
        ("order.shipped between 2026-04-01 and 2026-04-02", ["accept"]),
        ("time since order.shipped at most 90 days", ["accept"]),
        ("order.shipped is none", ["decline"]),
    ],
)
def test_comparisons_with_none_are_false(condition: str, expected: list[str]) -> None:
    assert possible(ONE.format(condition), {"order.shipped": None}) == expected


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ("order.total at most 50 USD times customer.seats", {"customer.seats": Decimal(3)}, ["accept", "decline"]),
        ("order.total minus order.total more than 0 USD", {}, ["accept"]),
        ("order.paid at most 50% of order.total", {"order.paid": Decimal(5)}, ["accept", "decline"]),
        ("order.paid more than order.total and order.total more than order.paid", {}, ["accept"]),
        ("order.paid more than order.total or order.total at least order.paid", {}, ["decline"]),
    ],
)
def test_sums_and_comparisons_of_facts(condition: str, facts: dict[str, Value], expected: list[str]) -> None:
    assert possible(ONE.format(condition), facts) == expected


def test_a_comparison_of_two_unknown_facts_turns_out_any_way_whatever_else_is_asked_of_them() -> None:
    condition = "order.paid more than order.total and order.paid at most 5 USD and order.total at least 10 USD"
    assert possible(ONE.format(condition)) == ["accept", "decline"]
    assert possible(ONE.format(condition), {"order.paid": Decimal(5)}) == ["accept"]


@pytest.mark.parametrize(
    ("condition", "created", "expected"),
    [
        ("time since order.created at most 1 month", datetime(2026, 5, 31, 3, tzinfo=UTC), "decline"),
        ("time since order.created at most 1 month", datetime(2026, 5, 30, 2, 59, tzinfo=UTC), "accept"),
        ("time since order.created more than 36 hours", datetime(2026, 6, 28, 15, tzinfo=UTC), "accept"),
        ("time until order.created less than 1 day", datetime(2026, 7, 1, 2, 59, tzinfo=UTC), "decline"),
        ("order.created is 2026-06-30", datetime(2026, 6, 29, 15, tzinfo=UTC), "decline"),
        ("order.created before 2026-06-30", datetime(2026, 6, 29, 15, tzinfo=UTC), "accept"),
    ],
)
def test_days_count_on_the_calendar_of_the_zone(condition: str, created: datetime, expected: str) -> None:
    assert possible(ONE.format(condition), {"order.created": created}) == [expected]
    assert possible(ONE.format(condition)) == ["accept", "decline"]


def test_an_exception_overrides_its_rule_and_not_its_siblings() -> None:
    decided = decide("""
        rule one decline because trust
          except first when customer.vip accept because trust
          except second when customer.plan is pro escalate to lead because trust
    """, {"customer.vip": True, "customer.plan": "pro"})  # fmt: skip
    assert decided.in_force == {"first", "second"}
    assert decided.set_aside == {("one", "first"), ("one", "second")}
    assert decided.verdict == "escalate"


def test_what_overrides_a_rule_overrides_its_exceptions_and_what_is_set_aside_overrides_nothing() -> None:
    rules = """
        rule one decline because trust
          except first when customer.vip escalate to lead because trust
        rule two when customer.plan is pro accept because trust overrides one
        rule three when customer.trial accept because trust overrides two
    """
    decided = decide(rules, {"customer.vip": True, "customer.plan": "pro", "customer.trial": False})
    assert decided.in_force == {"two"}
    assert decided.set_aside == {("one", "two"), ("first", "two")}
    assert decide(rules, {"customer.vip": True, "customer.plan": "pro"}).in_force == {"first", "three"}


def test_both_days_of_a_window_count_and_an_exception_needs_that_of_its_rule() -> None:
    rules = """
        rule one when customer.vip decline because trust from 2026-06-30 until 2026-07-01
          except first when customer.plan is pro escalate to lead because trust
    """
    facts: dict[str, Value] = {"customer.vip": True, "customer.plan": "pro"}
    verdicts = [
        decide(rules, facts, now=datetime(2026, month, day, hour, tzinfo=UTC)).verdict
        for month, day, hour in ((6, 29, 14), (6, 29, 15), (7, 1, 14), (7, 1, 15))
    ]
    assert verdicts == ["accept", "escalate", "escalate", "accept"]


def test_a_rule_whose_reasons_have_all_ended_no_longer_applies_and_its_exceptions_still_do() -> None:
    rules = """
        rule one when customer.vip decline because sale
          except first when customer.plan is pro escalate to lead because trust, sale
    """
    later = datetime(2026, 6, 30, 15, tzinfo=UTC)
    free: dict[str, Value] = {"customer.vip": True, "customer.plan": "free"}
    assert [decide(rules, free, now=now).verdict for now in (NOON, later)] == ["decline", "accept"]
    assert decide(rules, free | {"customer.plan": "pro"}, now=later).in_force == {"first"}


@pytest.mark.parametrize(
    ("found", "verdicts"),
    [
        ({}, {"accept", "decline", "escalate"}),
        ({REQUEST_TEXT: {}}, {"accept"}),
        ({REQUEST_TEXT: {"gantt": Talk.MENTIONS}}, {"escalate"}),
        ({REQUEST_TEXT: {"gantt": Talk.ASKS}}, {"decline"}),
    ],
)
def test_topics_are_unknown_without_a_text_and_asking_is_mentioning(
    found: Mapping[str, Mapping[str, Talk]], verdicts: set[str]
) -> None:
    rules = """
        rule one about gantt decline because trust overrides two
        rule two when request mentions gantt escalate to lead because trust
    """
    assert decide(rules, found=found).possible == verdicts


def test_each_demand_has_the_verdict_of_the_rules_about_it() -> None:
    decided = decide("""
        rule one about gantt, refund decline because trust
        rule two about refund when customer.vip escalate to lead because trust
        rule three when customer.vip accept because trust
    """, found={REQUEST_TEXT: {"gantt": Talk.ASKS, "refund": Talk.ASKS}})  # fmt: skip
    assert decided.demands == {
        reference.WHOLE: {None, "accept"},
        "gantt": {"decline"},
        "refund": {"decline", "escalate"},
    }
    assert decided.in_force == {"one"}
    assert decided.undetermined == {"two", "three"}
    assert decided.matters == {"customer.vip"}
    assert decided.verdict is None


def test_the_verdict_is_unanswered_when_only_unavailable_facts_are_left() -> None:
    rules = ONE.format("customer.vip or customer.plan is pro")
    gone = frozenset({"customer.vip", "customer.plan"})
    assert decide(rules, unavailable=frozenset({"customer.vip"})).verdict is None
    assert decide(rules, unavailable=gone).verdict == "escalate"
    assert decide(rules, {"customer.plan": "pro"}, unavailable=gone).verdict == "decline"


def test_a_time_against_a_date_that_is_unknown() -> None:
    rules = ONE.format("order.created before order.shipped")
    created = datetime(2026, 6, 29, 15, tzinfo=UTC)
    assert possible(rules, {"order.created": created}) == ["accept", "decline"]
    assert possible(rules, {"order.created": created, "order.shipped": date(2026, 6, 30)}) == ["accept"]
    assert possible(rules, {"order.created": created, "order.shipped": date(2026, 7, 1)}) == ["decline"]
