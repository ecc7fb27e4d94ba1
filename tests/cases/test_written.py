"""Values as rules write them are read back as the same values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import policy

from kotowari.cases.written import literal
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.values import read_value

TENURE = FactType(Kind.DURATION)

VALUES: tuple[tuple[str, Value], ...] = (
    ("customer.tenure", Duration()),
    ("customer.tenure", Duration(days=1)),
    ("customer.tenure", Duration(days=14)),
    ("customer.tenure", Duration(14, 3, Decimal(5_430))),
    ("customer.tenure", Duration(0, 2, Decimal("0.5"))),
    ("customer.tenure", Duration(0, 0, Decimal(36 * 3600))),
    ("customer.plan", "pro"),
    ("customer.nonprofit", False),
    ("customer.renewal", None),
    ("customer.renewal", date(2026, 4, 1)),
    ("customer.tags", frozenset({"partner", "beta"})),
    ("customer.name", 'Anna "Nan" \\ Doe'),
    ("customer.name", "青葉「花子」"),
    ("customer.revenue", Decimal("5000.5")),
    ("order.created", datetime(2026, 4, 1, 9, 30, tzinfo=UTC)),
    ("request.discount", Decimal("12.5")),
)


@pytest.mark.parametrize(("fact", "value"), VALUES)
def test_a_value_is_read_back(fact: str, value: Value) -> None:
    written = literal(policy("").model.facts[fact].type, value)
    model = policy(f"""
rule r
  when customer.vip
  accept because trust
  example with {fact} {written}
""").model
    assert model.rules["r"].examples[0].given == {fact: value}


@given(st.builds(Duration, st.integers(0, 99), st.integers(0, 99), st.decimals(0, 999_999, places=2)))
def test_every_amount_of_a_duration_is_written(value: Duration) -> None:
    assert read_value(TENURE, literal(TENURE, value), offset=UTC) == value
