"""The smallest changes of facts that would turn a verdict."""

from __future__ import annotations

import pytest
from tests.small import changes, decide

PLAN = "rule plan when customer.plan is pro decline because simplicity"
SEATS = "rule seats when customer.seats at least 200 escalate to lead because trust"
REST = "rule rest accept because trust"
KNOWN = {"customer.plan": "free", "customer.seats": 3}


def one(condition: str) -> str:
    return f"rule one when {condition} decline because trust {REST}"


# --- which facts ------------------------------------------------------------------------------------------------------


def test_a_change_of_one_fact_for_each_other_verdict() -> None:
    assert changes(decide(f"{PLAN} {SEATS} {REST}", KNOWN)) == {
        "customer.plan is pro": "decline",
        "customer.seats at least 200": "escalate",
    }


def test_two_facts_together_where_none_alone_brings_a_verdict() -> None:
    rules = f"rule both when customer.vip and customer.seats at least 5 decline because trust {REST}"
    assert changes(decide(rules, {"customer.vip": False, "customer.seats": 3})) == {
        "customer.seats at least 5 and customer.vip is True": "decline"
    }


def test_two_facts_are_named_only_for_verdicts_that_no_single_fact_brings() -> None:
    rules = f"""
        rule both when customer.vip and customer.seats at least 5 decline because trust
        rule few when customer.seats less than 2 escalate to lead because trust
        rule vip when customer.vip and order.items less than 5 decline because trust
        {REST}
    """
    facts = {"customer.vip": False, "customer.seats": 3, "order.items": 2}
    assert changes(decide(rules, facts)) == {"customer.seats at most 1": "escalate", "customer.vip is True": "decline"}


def test_an_unknown_fact_may_be_the_second_of_two() -> None:
    rules = f"rule both when customer.vip and customer.plan is pro decline because trust {REST}"
    assert changes(decide(rules, {"customer.vip": False})) == {
        "customer.plan is pro and customer.vip is True": "decline"
    }


def test_a_fact_that_nobody_can_change_stays() -> None:
    rules = one("customer.birth before 2008-06-16 or customer.vip")
    assert changes(decide(rules, {"customer.birth": "2010-01-01", "customer.vip": False})) == {
        "customer.vip is True": "decline"
    }


def test_texts_topics_and_the_language_stay() -> None:
    rules = one('request mentions gantt or request.language is en or order.id is "P-1"')
    assert changes(decide(rules, {"order.id": "P-2"}, "Please add gantt")) == {}


def test_an_unavailable_fact_stays() -> None:
    assert changes(decide(f"{PLAN} {SEATS} {REST}", KNOWN, unavailable=["customer.seats"])) == {
        "customer.plan is pro": "decline"
    }


def test_facts_that_decide_nothing_here_are_left_out() -> None:
    rules = f"{PLAN} rule late when customer.seats less than 2 accept because trust overrides plan {REST}"
    assert changes(decide(rules, KNOWN)) == {"customer.plan is pro": "decline"}


def test_a_default_can_change_too() -> None:
    assert changes(decide(one("customer.nonprofit"))) == {"customer.nonprofit is True": "decline"}


def test_a_change_makes_the_fact_known() -> None:
    assert changes(decide(one("customer.nonprofit is known and not customer.nonprofit"))) == {}
    assert changes(decide(one("customer.nonprofit is known and customer.nonprofit"))) == {
        "customer.nonprofit is True": "decline"
    }


def test_facts_matter_though_rules_also_ask_whether_others_are_known() -> None:
    rules = one("customer.nonprofit is known or customer.vip")
    assert changes(decide(rules, {"customer.vip": False})) == {"customer.vip is True": "decline"}


# --- when -------------------------------------------------------------------------------------------------------------


def test_there_are_no_changes_while_the_verdict_is_open() -> None:
    assert changes(decide(f"{PLAN} {SEATS} {REST}", {"customer.plan": "free"})) == {}


def test_there_are_no_changes_of_an_unanswered_verdict() -> None:
    assert changes(decide(f"{PLAN} {REST}", unavailable=["all"])) == {}


def test_a_settled_verdict_has_changes_though_not_every_fact_is_known() -> None:
    assert changes(decide(f"{PLAN} {SEATS} {REST}", {"customer.seats": 200})) == {
        "customer.plan is one of free, enterprise and customer.seats at most 199": "accept",
        "customer.plan is pro and customer.seats at most 199": "decline",
    }


def test_exceptions_and_rules_that_override_turn_a_verdict() -> None:
    rules = """
        rule no decline because trust
          except regulars when customer.tenure at least 1 year accept because trust
        rule firm when customer.seats more than 5 escalate to lead because trust overrides no
    """
    assert changes(decide(rules, {"customer.tenure": "3 months", "customer.seats": 2})) == {
        "customer.seats at least 6": "escalate",
        "customer.tenure at least P1Y": "accept",
    }


# --- in which words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ("customer.plan is one of free, pro", {"customer.plan": "enterprise"}, ["customer.plan is one of free, pro"]),
        ("customer.plan is not pro", {"customer.plan": "pro"}, ["customer.plan is one of free, enterprise"]),
        ("customer.seats more than 5", {"customer.seats": 5}, ["customer.seats at least 6"]),
        ("customer.seats is not 5", {"customer.seats": 5}, ["customer.seats at least 6", "customer.seats at most 4"]),
        ("order.total more than 5 USD", {"order.total": "5 USD"}, ["order.total more than 5 USD"]),
        ("order.total less than 5 USD", {"order.total": "5 USD"}, ["order.total less than 5 USD"]),
        ("order.total is 5 USD", {"order.total": "4 USD"}, ["order.total is 5 USD"]),
        ("order.total between 5 USD and 9 USD", {"order.total": "4 USD"}, ["order.total between 5 USD, 9 USD"]),
        (
            "order.total more than 5 USD and order.total at most 9 USD",
            {"order.total": "4 USD"},
            ["order.total more than … and at most 5 USD, 9 USD"],
        ),
        ("request.discount at most 10%", {"request.discount": 12}, ["request.discount at most 10"]),
        (
            "order.paid at most 50% of order.total",
            {"order.paid": "60 USD", "order.total": "100 USD"},
            ["order.paid at most 50 USD", "order.total at least 120 USD"],
        ),
        (
            "order.total at most 50 USD times order.items",
            {"order.total": "120 USD", "order.items": 2},
            ["order.items at least 3", "order.total at most 100 USD"],
        ),
        ("customer.tenure more than 90 minutes", {"customer.tenure": "1 hour"}, ["customer.tenure more than PT1H30M"]),
        ("order.shipped before 2026-06-01", {"order.shipped": "2026-06-01"}, ["order.shipped at most 2026-05-31"]),
        (
            "time since order.shipped at most 14 days",
            {"order.shipped": "2026-05-31"},
            ["order.shipped at least 2026-06-01"],
        ),
        (
            "order.created at least 2026-06-01T09:00:00+09:00",
            {"order.created": "2026-05-01T00:00:00Z"},
            ["order.created at least 2026-06-01T00:00:00Z"],
        ),
        ("customer.renewal is none", {"customer.renewal": "2026-07-01"}, ["customer.renewal is None"]),
        (
            "time until customer.renewal between 0 days and 90 days",
            {"customer.renewal": None},
            ["customer.renewal between 2026-06-15, 2026-09-13"],
        ),
        ("customer.tags include beta", {"customer.tags": []}, []),
    ],
)
def test_changes_are_in_the_words_of_the_language(
    condition: str, facts: dict[str, object], expected: list[str]
) -> None:
    assert sorted(changes(decide(one(condition), facts))) == expected


def test_neighbouring_values_that_bring_the_same_verdict_are_one_change() -> None:
    rules = f"""
        rule some when customer.seats between 10 and 20 decline because trust
        rule more when customer.seats more than 20 and customer.seats at most 50 decline because fairness
        {REST}
    """
    assert changes(decide(rules, {"customer.seats": 3})) == {"customer.seats between 10, 50": "decline"}


def test_neighbouring_values_of_the_first_of_two_facts_are_one_change() -> None:
    rules = f"""
        rule one when customer.vip and customer.seats between 10 and 20 decline because trust
        rule two when customer.vip and customer.seats more than 20 decline because trust
        {REST}
    """
    assert changes(decide(rules, {"customer.vip": False, "customer.seats": 3})) == {
        "customer.seats at least 10 and customer.vip is True": "decline"
    }
