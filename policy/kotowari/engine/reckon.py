"""Amounts: sums, shares, and how two of them compare. All exact; nothing here can fail on a compiled policy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Context, Decimal
from typing import assert_never
from zoneinfo import ZoneInfo

from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.duration import Duration
from kotowari.model.types import Value

# Numbers have 34 digits; sums and products of as many as an expression may hold stay exact, and nothing traps.
_EXACT = Context(prec=2_000, traps=[])
_HUNDREDTH = Decimal("0.01")


class Missing(Exception):  # noqa: N818 - not an error: an amount that is unknown has no value
    """A fact of the expression is unknown."""


class Absent(Exception):  # noqa: N818 - not an error: what is none compares with nothing
    """A fact of the expression is none."""


Moment = date | datetime
Facts = Mapping[str, Value]


def amount(expression: c.Expression, facts: Facts, now: datetime) -> Value:
    """The value of an expression. Raises Missing or Absent; an elapsed time has no value of its own."""
    match expression:
        case c.Const():
            return expression.value
        case c.NowRef():
            return now
        case c.FactRef():
            if expression.fact not in facts:
                raise Missing
            value = facts[expression.fact]
            if value is None:
                raise Absent
            return value
        case c.Sum():
            return _sum(amount(expression.left, facts, now), amount(expression.right, facts, now), expression.sign)
        case c.Product():
            return _times(amount(expression.left, facts, now), amount(expression.right, facts, now))
        case c.Share():
            share = _times(amount(expression.percent, facts, now), amount(expression.amount, facts, now))
            return _times(share, _HUNDREDTH)
        case c.Elapsed():
            raise AssertionError("an elapsed time is compared, never reckoned with")
        case _:
            assert_never(expression)


def _sum(left: Value, right: Value, sign: int) -> Value:
    if isinstance(left, Duration) and isinstance(right, Duration):
        return left + right
    assert isinstance(left, Decimal)
    assert isinstance(right, Decimal)
    return _EXACT.add(left, right) if sign > 0 else _EXACT.subtract(left, right)


def _times(left: Value, right: Value) -> Decimal:
    assert isinstance(left, Decimal)
    assert isinstance(right, Decimal)
    return _EXACT.multiply(left, right)


def difference(left: Decimal, right: Decimal) -> Decimal:
    """Left minus right, exactly."""
    return _EXACT.subtract(left, right)


def sign(left: c.Expression, right: c.Expression, facts: Facts, now: datetime, zone: ZoneInfo) -> int:
    """-1, 0 or 1: how the left side compares with the right. Raises Missing or Absent."""
    if isinstance(left, c.Elapsed):
        return _elapsed(left, amount(right, facts, now), facts, now, zone)
    if isinstance(right, c.Elapsed):
        return -_elapsed(right, amount(left, facts, now), facts, now, zone)
    return compare(amount(left, facts, now), amount(right, facts, now), zone)


def _elapsed(side: c.Elapsed, length: Value, facts: Facts, now: datetime, zone: ZoneInfo) -> int:
    """The time since M compares with D as now does with M + D; the time until M as M does with now + D."""
    assert isinstance(length, Duration)
    moment = amount(side.moment, facts, now)
    assert isinstance(moment, date)
    if side.since:
        return order(_today_or_now(moment, now, zone), later(moment, length, zone))
    return order(moment, later(_today_or_now(moment, now, zone), length, zone))


def _today_or_now(like: Moment, now: datetime, zone: ZoneInfo) -> Moment:
    return now if isinstance(like, datetime) else calendar.day_of(now, zone)


def later(moment: Moment, length: Duration, zone: ZoneInfo) -> Moment:
    """A date or a time plus a length of time, by the rules of the calendar."""
    if isinstance(moment, datetime):
        return calendar.add(moment, length, zone)
    return calendar.add_date(moment, length)


def compare(left: Value, right: Value, zone: ZoneInfo) -> int:
    """-1, 0 or 1 for values of one type; values without an order are the same (0) or not (1)."""
    if isinstance(left, date) and isinstance(right, date):
        if isinstance(left, datetime) != isinstance(right, datetime):
            left, right = _day(left, zone), _day(right, zone)
        return order(left, right)
    if isinstance(left, Duration) and isinstance(right, Duration):
        left, right = left.length, right.length
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return (left > right) - (left < right)
    return 0 if left == right else 1


def order(left: Moment, right: Moment) -> int:
    """-1, 0 or 1 for two dates or two times."""
    return (left > right) - (left < right)


def _day(moment: Moment, zone: ZoneInfo) -> date:
    return calendar.day_of(moment, zone) if isinstance(moment, datetime) else moment


_TRUE = {
    c.Op.LESS: frozenset({-1}),
    c.Op.AT_MOST: frozenset({-1, 0}),
    c.Op.EQUAL: frozenset({0}),
    c.Op.AT_LEAST: frozenset({0, 1}),
    c.Op.MORE: frozenset({1}),
}


def signs_of(op: c.Op) -> frozenset[int]:
    """How comparisons come out that are true for this operator."""
    return _TRUE[op]


def holds(op: c.Op, sign_: int) -> bool:
    """Whether a comparison that came out so is true for this operator."""
    return sign_ in _TRUE[op]
