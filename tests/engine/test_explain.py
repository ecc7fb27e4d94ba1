"""Why: conditions as they came out, and the defaults that they used."""

from __future__ import annotations

from tests.small import data, decide

import kotowari
from kotowari.engine.decision import Reason
from kotowari_cli import shape

REST = "rule rest accept because trust"


def reasons(decision: kotowari.Decision) -> dict[str, Reason]:
    return dict(decision.reasons)


def written(decision: kotowari.Decision, rule: str) -> shape.Clause:
    return next(reason["condition"] for reason in data(decision)["reasons"] if reason["rule"] == rule)


def outline(clause: shape.Clause, indent: str = "") -> list[str]:
    """A tree of conditions, a line each."""
    value = f" [{clause['value']}]" if "value" in clause else ""
    found = [f"{indent}{clause['truth']}: {clause['clause']}{value}"]
    return found + [line for part in clause["parts"] for line in outline(part, f"{indent}  ")]


def test_the_condition_of_a_rule_is_a_tree_with_the_values_that_were_seen() -> None:
    rules = """rule one about gantt
        when (customer.seats at least 5 and not customer.vip) or key-account  # as written, without this
        decline because trust"""
    facts = {"customer.seats": 7, "customer.vip": False, "customer.revenue": "10 USD"}
    assert outline(written(decide(rules, facts, "gantt please"), "one")) == [
        "true: request asks for gantt and (customer.seats at least 5 and not customer.vip) or key-account",
        "  true: request asks for gantt",
        "  true: (customer.seats at least 5 and not customer.vip) or key-account",
        "    true: customer.seats at least 5 and not customer.vip",
        "      true: customer.seats at least 5 [7]",
        "      true: not customer.vip [False]",
        "    false: key-account",
        "      false: customer.revenue at least 5_000 USD or customer.seats at least 200",
        "        false: customer.revenue at least 5_000 USD [10 USD]",
        "        false: customer.seats at least 200 [7]",
    ]


def test_what_is_not_known_is_unknown() -> None:
    rules = f"rule one when customer.vip and customer.plan is pro decline because trust {REST}"
    assert outline(written(decide(rules, {"customer.plan": "pro"}), "one")) == [
        "unknown: customer.vip and customer.plan is pro",
        "  unknown: customer.vip",
        "  true: customer.plan is pro [pro]",
    ]


def test_a_comparison_of_two_facts_shows_no_single_value() -> None:
    rules = f"rule one when order.paid at most order.total decline because trust {REST}"
    decision = decide(rules, {"order.paid": "5 USD", "order.total": "9 USD"})
    assert outline(written(decision, "one")) == ["true: order.paid at most order.total"]


def test_an_exception_also_shows_the_condition_of_its_rule() -> None:
    rules = """rule one about gantt when customer.vip decline because trust
        except two when customer.plan is pro accept because trust"""
    decision = decide(rules, {"customer.vip": True, "customer.plan": "pro"}, "gantt please")
    assert outline(written(decision, "two")) == [
        "true: request asks for gantt and customer.vip and customer.plan is pro",
        "  true: request asks for gantt",
        "  true: customer.vip [True]",
        "  true: customer.plan is pro [pro]",
    ]


def test_a_rule_without_a_condition_always_holds() -> None:
    assert outline(written(decide(REST), "rest")) == ["true: always"]


def test_only_rules_that_the_decision_names_are_explained() -> None:
    rules = f"""
        rule one when customer.vip decline because trust
        rule two when customer.plan is pro accept because trust overrides rest
        rule never when customer.seats more than 5 decline because trust
        {REST}
    """
    decision = decide(rules, {"customer.plan": "pro", "customer.seats": 2})
    assert list(reasons(decision)) == ["one", "rest", "two"]


def test_a_definition_is_told_once_in_a_tree() -> None:
    rules = f"rule one when key-account or (customer.vip and not key-account) decline because trust {REST}"
    decision = decide(rules, {"customer.revenue": "9_000 USD", "customer.vip": True})
    assert outline(written(decision, "one")) == [
        "true: key-account or (customer.vip and not key-account)",
        "  true: key-account",
        "    true: customer.revenue at least 5_000 USD or customer.seats at least 200",
        "      true: customer.revenue at least 5_000 USD [9000 USD]",
        "      unknown: customer.seats at least 200",
        "  false: customer.vip and not key-account",
        "    true: customer.vip [True]",
        "    false: not key-account",
        "      true: key-account",
    ]


# --- defaults ---------------------------------------------------------------------------------------------------------


def test_a_default_that_a_condition_used_is_assumed() -> None:
    rules = f"rule one when customer.nonprofit and customer.vip decline because trust {REST}"
    assert decide(rules, {"customer.vip": True}).assumed == ("customer.nonprofit",)
    assert decide(rules).assumed == ("customer.nonprofit",)


def test_a_default_beside_which_nothing_else_mattered_is_not() -> None:
    rules = f"rule one when customer.nonprofit and customer.vip decline because trust {REST}"
    assert decide(rules, {"customer.vip": False}).assumed == ()
    assert decide(rules, {"customer.nonprofit": False, "customer.vip": True}).assumed == ()
    assert decide(REST).assumed == ()
