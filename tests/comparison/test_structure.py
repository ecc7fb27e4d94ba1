"""What was added, removed, changed and renamed, by meaning."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.test_properties import compiled
from tests.small import BOTH, policy
from tests.strategies import PolicyText, layouts, policies

import kotowari
from kotowari.comparison.structure import Item, Status, structure
from kotowari.model.model import Model

RULES = """
rule small about gantt when customer.seats at most 5 accept because trust
  example "gantt" with customer.seats 3
rule large about gantt when customer.seats more than 5 and key-account decline because simplicity
  except vip when customer.vip accept because trust
table seats about refund
  every row
  | customer.seats | customer.plan | outcome                      |
  | at most 5      | free          | accept because trust         |
  | at most 5      | pro           | decline because trust        |
  | more than 5    | any           | escalate to lead because trust |
"""
EXAMPLE = 'example "gantt" with customer.seats'
ROW = "customer.seats at most 5 and customer.plan is"
KEY = "customer.revenue at least 5_000 USD or customer.seats at least"


def different(old: str, new: str, **heads: str) -> list[str]:
    return told(policy(old), policy(new, **heads))


def told(old: kotowari.Policy, new: kotowari.Policy) -> list[str]:
    """A line for each declaration: kind, name, what became of it, and the clauses."""
    return [
        " ".join(
            filter(
                None,
                (
                    item.sort,
                    item.name,
                    item.status.value,
                    item.was and f"was {item.was}",
                    *(f"[{one.clause}: {one.before} → {one.after}]" for one in item.edits),
                ),
            )
        )
        for item in structure(old, new)
    ]


def test_the_same_policy_is_the_same() -> None:
    assert different(RULES, RULES) == []


def test_layout_and_order_are_nothing() -> None:
    rule, *others = RULES.strip().split("\nrule ")
    turned = "\n".join(("rule " + others[0], "# a remark", rule.replace(" when", "\n  when")))
    assert different(RULES, turned) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("at most 5 accept", "at most 6 accept",
         ["rule small changed [when: customer.seats at most 5 → customer.seats at most 6]"]),
        ("accept because trust\n  example", "decline because trust\n  example",
         ["rule small changed [gives: accept because trust → decline because trust]"]),
        ("rule small", "rule tiny", ["rule tiny renamed was small"]),
        ("rule large", "rule huge", ["rule huge renamed was large"]),
        ("rule small", 'rule tiny "Small teams"', ["rule tiny renamed was small [title:  → Small teams]"]),
        ("except vip", "except dear", ["exception dear renamed was vip"]),
        ("with customer.seats 3", "with customer.seats 4",
         [f"rule small changed [example: {EXAMPLE} 3 → {EXAMPLE} 4]"]),
        ("rule small", "rule new when customer.vip accept because trust\nrule small", ["rule new added"]),
        ("decline because simplicity", "decline because simplicity\n  owner product\n  until 2027-01-01",
         ["rule large changed [owner:  → product] [until:  → 2027-01-01]"]),
        ("decline because simplicity", 'decline because simplicity say en answer "We will not." nothing instead',
         ["rule large changed [say en answer:  → We will not.] [say en instead:  → nothing]"]),
        ("at most 5      | free ", "at most 5      | enterprise ",
         [f"row seats/1 changed [when: {ROW} free → {ROW} enterprise]"]),
        ("| at most 5      | free          | accept because trust         |\n", "", ["row seats/1 removed"]),
    ],
)  # fmt: skip
def test_what_is_different_is_told_by_clause(before: str, after: str, expected: list[str]) -> None:
    assert before in RULES
    assert different(RULES, RULES.replace(before, after)) == expected


def test_a_rule_with_its_title_is_the_same_rule_whatever_it_decides() -> None:
    old = 'rule one "Small teams" about gantt when customer.seats at most 5 accept because trust'
    new = 'rule two "Small teams" about gantt when customer.seats at most 6 decline because trust'
    (found,) = different(old, new)
    assert found.startswith("rule two renamed was one [when: ")
    untitled = [text.replace('"Small teams"', "") for text in (old, new)]
    assert [line.split()[2] for line in different(*untitled)] == ["removed", "added"]


def test_the_head_and_what_rules_speak_of() -> None:
    new = BOTH.replace("edition 1", "edition 2").replace("otherwise escalate to product", "otherwise escalate to lead")
    found = different(RULES, RULES, head=new)
    assert "[edition: 1 → 2]" in found[0]
    assert "[otherwise: escalate to product because trust → escalate to lead because trust]" in found[0]
    assert "[languages: en → en, ja]" in found[0]


def _world(rules: str, before: str, after: str) -> list[str]:
    one = policy(rules)
    files = {name: source.text for name, source in one.sources.items()}
    assert before in files["world.rules"]
    return told(one, kotowari.compile_policy({**files, "world.rules": files["world.rules"].replace(before, after)}))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('words en "gantt"', 'words en "gantt", "timeline"', ['topic gantt changed [words:  → en "timeline"]']),
        ("customer.seats at least 200", "customer.seats at least 100",
         [f"definition key-account changed [when: {KEY} 200 → {KEY} 100]"]),
        ("fact order.items is whole number from 1 to 100", "fact order.items is whole number from 1 to 99 fixed",
         ["fact order.items changed [is: whole number from 1 to 100 → whole number from 1 to 99] [fixed: no → yes]"]),
        ('fact customer.seats en "seats"', 'fact customer.seats en "people"',
         ["fact customer.seats changed [called en: seats → people]"]),
        ("answers within 4 hours", "answers within 5 hours",
         ["team lead changed [answers within: 4 hours → 5 hours]"]),
        ("fact request.discount is percent", "fact request.discount is percent usually 5%",
         ["fact request.discount changed [usually:  → 5%]"]),
        ("fact customer.nonprofit is yes or no usually no", "fact customer.nonprofit is yes or no",
         ["fact customer.nonprofit changed [usually: no → ]"]),
        ("fact customer.renewal is date or none", "fact customer.renewal is date or none usually none",
         ["fact customer.renewal changed [usually:  → none]"]),
        ("leads to low-price", "leads to fairness", ["value simplicity changed [leads to: low-price → fairness]"]),
        ("strategy quiet", "strategy silent", ["strategy silent renamed was quiet"]),
        ("topic refund", "topic money-back", []),
    ],
)  # fmt: skip
def test_what_is_different_about_other_declarations(before: str, after: str, expected: list[str]) -> None:
    rules = RULES.replace("topic refund", "topic money-back")
    if not expected:  # a topic that rules name: it is renamed with all who speak of it
        files = {name: source.text for name, source in policy(rules).sources.items()}
        new = {name: text.replace("about refund", "about money-back") for name, text in files.items()}
        new["world.rules"] = new["world.rules"].replace(before, after)
        assert told(policy(rules), kotowari.compile_policy(new)) == ["topic money-back renamed was refund"]
        return
    assert _world(rules, before, after) == expected


def test_what_a_changed_definition_or_fact_is_used_by_is_not_changed_itself() -> None:
    assert [line.split()[0] for line in _world(RULES, "seats at least 200", "seats at least 100")] == ["definition"]


def test_a_usual_script_is_known_by_what_it_is_for() -> None:
    one = policy(RULES)
    files = {name: source.text for name, source in one.sources.items()}
    other = files["world.rules"].replace('"Gladly."', '"With joy."')
    assert told(one, kotowari.compile_policy({**files, "world.rules": other})) == [
        "usual script accept changed [say en answer: Gladly. → With joy.]"
    ]


SCRIPT = 'script warm {}en answer "Gladly."\n'
ALLOW = 'allow no-thanks, too-long because "It answers one of ours." '
ONE = ALLOW.replace(", too-long", "")
NO_THANKS, TOO_LONG = (f'{code} "It answers one of ours."' for code in ("no-thanks", "too-long"))


@pytest.mark.parametrize(
    ("before", "after", "name", "expected"),
    [
        ("", ALLOW, "warm", [f"script warm changed [allow:  → {NO_THANKS}, {TOO_LONG}]"]),
        (ALLOW, "", "warm", [f"script warm changed [allow: {NO_THANKS}, {TOO_LONG} → ]"]),
        (ALLOW, ONE, "warm", [f"script warm changed [allow: {TOO_LONG} → ]"]),
        (ALLOW, ONE, "kind", [f"script kind renamed was warm [allow: {TOO_LONG} → ]"]),
        (ALLOW, ALLOW, "warm", []),
    ],
)
def test_what_a_script_allows_is_a_clause_of_it(before: str, after: str, name: str, expected: list[str]) -> None:
    old, new = SCRIPT.format(before), SCRIPT.format(after).replace("warm", name)
    assert different(RULES + old, RULES + new) == expected


def test_all_of_a_policy_is_compared() -> None:
    head = {"name", "texts", "edition", "languages", "zone", "order", "otherwise", "unanswered"}
    named = {"principles", "teams", "facts", "topics", "definitions", "labels", "rules", "tables", "scripts"}
    others = {"usual_scripts", "script_allows", "tensions", "complete"}
    assert {one.name for one in fields(Model)} == head | named | others | {"digest", "span"}


some = settings(max_examples=40)


@some
@given(policies(), st.data())
def test_a_policy_is_the_same_in_any_layout(text: PolicyText, data: st.DataObject) -> None:
    assert structure(compiled(text), kotowari.compile_policy(data.draw(layouts(text)))) == ()


@some
@given(policies(), policies())
def test_what_is_added_one_way_is_removed_the_other(one: PolicyText, other: PolicyText) -> None:
    there, back = structure(compiled(one), compiled(other)), structure(compiled(other), compiled(one))

    def names(items: tuple[Item, ...], status: Status) -> set[tuple[str, str]]:
        return {(item.sort, item.name) for item in items if item.status is status}

    assert names(there, Status.ADDED) == names(back, Status.REMOVED)
    assert bool(there) is bool(back)
