"""`tension` and `complete over`: what they name has to be there, and they decide nothing."""

from __future__ import annotations

import pytest
from tests.diagnostics.test_golden import HERE, PREAMBLE

from kotowari.loader import Compiled, compile_files

TEXT = (HERE / PREAMBLE).read_text(encoding="utf-8")
RULES = """
fact customer.plan is one of free, pro
fact customer.name is text
fact order.day is date
topic gantt en "Gantt charts"
  words en "gantt"
rule one
  when customer.plan is free
  accept because care
rule two
  when customer.plan is free
  decline because care
table prices
  every row
  | customer.plan | outcome              |
  | free          | accept because care  |
  | any           | decline because care |
"""


def compiled(claims: str = "", over: str = "") -> Compiled:
    head = TEXT.replace('  zone "UTC"', f'  zone "UTC"\n  complete over {over}' if over else '  zone "UTC"')
    return compile_files({"a.rules": head + RULES + claims}, lint=False)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ("tension one, three because care", "unknown-rule"),
        ("tension one, two because speed", "unknown-value"),
        ("tension one because care", "missing-clause"),
        ("tension one, gantt because care", "unknown-rule"),
    ],
)
def test_a_tension_is_between_rules_for_the_sake_of_a_value(claims: str, code: str) -> None:
    assert [found.code for found in compiled(claims).errors] == [code]


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ("customer.plam", "unknown-fact"),
        ("gant", "unknown-topic"),
        ("customer.name", "wrong-type"),
        ("order.day", "wrong-type"),
    ],
)
def test_rules_are_complete_over_facts_and_topics(over: str, code: str) -> None:
    assert [found.code for found in compiled(over=over).errors] == [code]


def test_the_name_of_a_table_stands_for_all_its_rows() -> None:
    model = compiled("tension prices, one because care").model
    assert model is not None
    assert [tension.rules for tension in model.tensions] == [("prices/1", "prices/2", "one")]


def test_facts_and_topics_are_told_apart() -> None:
    model = compiled(over="gantt, customer.plan").model
    assert model is not None
    assert [(claim.facts, claim.topics) for claim in model.complete] == [(("customer.plan",), ("gantt",))]


def test_what_decides_nothing_is_no_part_of_the_digest() -> None:
    plain, claimed = compiled().model, compiled("tension one, two because care", over="customer.plan").model
    assert plain is not None
    assert claimed is not None
    assert plain.digest == claimed.digest
