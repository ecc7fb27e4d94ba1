"""The parts into which constants cut the values of an unknown fact, in the words of the language."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.small import asks, branches, decide

from kotowari.engine import parts, regions
from kotowari.engine.decision import Part
from kotowari.engine.regions import Region
from kotowari.model.calendar import zone
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind

REST = "rule rest accept because trust"
WHOLE = FactType(Kind.WHOLE, low=Decimal(1), high=Decimal(100))
MONEY = FactType(Kind.MONEY, currency="USD", low=Decimal(0))
NUMBER = FactType(Kind.NUMBER)


def words(kind: Kind, found: list[Region]) -> list[str]:
    """Each part in words."""
    return [said(parts.describe(kind, [region])) for region in found]


def said(part: Part) -> str:
    return f"{part.op} {', '.join(map(str, parts.value_of(part)))}"


# --- numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact_type", "roots", "expected"),
    [
        (NUMBER, [], ["is any"]),
        (NUMBER, ["5"], ["less than 5", "is 5", "more than 5"]),
        (NUMBER, ["5", "5", "-2"], ["less than -2", "is -2", "more than … and less than -2, 5", "is 5", "more than 5"]),
        (NUMBER, ["1/3"], [f"less than 0.{'3' * 34}", f"more than 0.{'3' * 33}4"]),
        (MONEY, ["0"], ["is 0", "more than 0"]),
        (MONEY, ["-5"], ["is any"]),
        (MONEY, ["2.5"], ["less than 2.5", "is 2.5", "more than 2.5"]),
        (WHOLE, ["5"], ["at most 4", "is 5", "at least 6"]),
        (WHOLE, ["5/2"], ["at most 2", "at least 3"]),
        (WHOLE, ["5", "6"], ["at most 4", "is 5", "is 6", "at least 7"]),
        (WHOLE, ["5", "7"], ["at most 4", "is 5", "is 6", "is 7", "at least 8"]),
        (WHOLE, ["1"], ["is 1", "at least 2"]),
        (WHOLE, ["100"], ["at most 99", "is 100"]),
        (WHOLE, ["1/2"], ["is any"]),
        (WHOLE, ["101"], ["is any"]),
        (FactType(Kind.WHOLE, low=Decimal(3), high=Decimal(3)), ["3"], ["is 3"]),
        (FactType(Kind.NUMBER, low=Decimal(3), high=Decimal(3)), [], ["is any"]),
    ],
)
def test_numbers_are_cut_where_an_amount_is_met_and_bounds_hold(
    fact_type: FactType, roots: list[str], expected: list[str]
) -> None:
    assert words(fact_type.kind, regions.numbers(fact_type, map(Fraction, roots))) == expected


def test_each_sample_belongs_to_its_own_part_alone() -> None:
    tokyo = zone("Asia/Tokyo")
    assert tokyo is not None
    cut = [*map(Fraction, ("5", "2.5", "99", "1/3", "100"))]
    for fact_type in (WHOLE, MONEY, NUMBER):
        found = regions.numbers(fact_type, cut)
        homes = [[parts.holds(other, region.sample, tokyo) for other in found] for region in found]
        assert homes == [[one is other for other in found] for one in found]


def test_a_point_that_takes_more_digits_than_numbers_have_is_no_part() -> None:
    root = Fraction(10**34 + 1, 10**40)
    assert [region.low is not None for region in regions.numbers(NUMBER, [root])] == [False, True]
    assert len(regions.numbers(NUMBER, [Fraction(10**33 + 1, 10**40)])) == 3


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (31_556_952, Duration(months=12)),
        (2_629_746, Duration(months=1)),
        (1_209_600, Duration(days=14)),
        (5_400, Duration(seconds=Decimal(5400))),
        (0, Duration()),
    ],
)
def test_durations_are_cut_at_what_a_person_would_say(seconds: int, expected: Duration) -> None:
    point = regions.numbers(FactType(Kind.DURATION), [Fraction(seconds)])[1]
    assert point.sample == expected


# --- in policies ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "possible"),
    [
        ("customer.seats more than 5 and customer.seats less than 6", ["accept"]),
        ("order.total more than 5 USD and order.total less than 6 USD", ["decline", "accept"]),
        ("customer.seats at least 1", ["decline"]),
        ("customer.seats less than 2", ["decline", "accept"]),
        ("order.items more than 99", ["decline", "accept"]),
        ("order.items at least 1 and order.items at most 100", ["decline"]),
        ("customer.revenue at least 0 USD", ["decline"]),
        ("order.total minus order.total more than 0 USD", ["accept"]),
        ("order.total at least 50% of order.total", ["decline", "accept"]),
        ("customer.plan is free or customer.plan is pro or customer.plan is enterprise", ["decline"]),
        ("customer.vip and not customer.vip", ["accept"]),
        ("customer.tags include beta and customer.tags include none of beta, partner", ["accept"]),
        ("customer.tags include all of beta, partner and not customer.tags include beta", ["accept"]),
        ('order.id is "a" and order.id is "b"', ["accept"]),
        ('order.id is "a" or order.id is not "a"', ["decline"]),
        ("customer.renewal is none and customer.renewal before 2026-07-01", ["accept"]),
        ("customer.renewal is none or customer.renewal is not none", ["decline"]),
        (
            "time since order.shipped at most 14 days and time since order.shipped more than 13 days",
            ["decline", "accept"],
        ),
        ("order.shipped after 2026-06-01 and order.shipped before 2026-06-02", ["accept"]),
        ("order.created after 2026-06-01 and order.created before 2026-06-02", ["accept"]),
        ("order.created is 2026-06-01 and order.created before 2026-06-01T09:00+09:00", ["decline", "accept"]),
        ("request asks for gantt and request mentions none of gantt, chat", ["accept"]),
        ("customer.tenure at least 1 month and customer.tenure less than 30 days", ["accept"]),
    ],
)
def test_exactly_the_verdicts_that_some_value_brings_are_possible(condition: str, possible: list[str]) -> None:
    decision = decide(f"rule one when {condition} decline because trust {REST}")
    assert (list(decision.possible), decision.ruling.exact) == (possible, True)


@pytest.mark.parametrize(
    "condition",
    [
        "order.shipped after customer.renewal",
        "customer.renewal before order.shipped",
        "order.created at least customer.renewal",
        "customer.renewal is order.shipped",
    ],
)
def test_an_unknown_moment_is_not_cut_by_one_that_is_none(condition: str) -> None:
    rules = f"rule one when {condition} or order.shipped before 2026-01-01 decline because trust {REST}"
    decision = decide(rules, {"customer.renewal": None})
    assert decision.possible == ("decline", "accept")
    assert asks(decision) == ["order.shipped"]
    assert branches(decision, "order.shipped") == {"at most 2025-12-31": "decline", "at least 2026-01-01": "accept"}


def test_texts_that_look_the_same_are_the_same() -> None:
    rules = f'rule one when order.id is "caf\u00e9" decline because trust {REST}'
    assert decide(rules, {"order.id": "cafe\u0301"}).verdict == "decline"


def test_a_text_is_cut_by_the_known_text_that_it_is_compared_with() -> None:
    rules = f"rule one when order.id is customer.name decline because trust {REST}"
    assert decide(rules).possible == ("decline", "accept")
    assert branches(decide(rules, {"customer.name": "Ann"}), "order.id") == {
        "is Ann": "decline", "is another text": "accept",
    }  # fmt: skip
    assert decide(rules, {"customer.name": "Ann", "order.id": "Ann"}).verdict == "decline"


def test_a_bound_that_no_decimal_meets_is_said_with_as_many_digits_as_a_number_may_have() -> None:
    below, above = regions.numbers(NUMBER, [Fraction(1, 3)])
    assert parts.describe(Kind.NUMBER, [below]).value == Decimal("0." + "3" * 34)
    assert parts.describe(Kind.NUMBER, [above]).value == Decimal("0." + "3" * 33 + "4")
