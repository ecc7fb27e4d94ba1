"""Values that a decision speaks of: "customer.seats at least 200", taken by its word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias, cast

from tests.reference_values import size
from tests.strategies import ASKS, DENIES

from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.values import ValueProblem, read_value, to_json

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_ORDERED: Mapping[str, Callable[[Value, Value], bool]] = {
    "at least": lambda value, end: not _before(value, end),
    "at most": lambda value, end: not _before(end, value),
    "more than": lambda value, end: _before(end, value),
    "less than": lambda value, end: _before(value, end),  # noqa: PLW0108 - like its neighbours, and defined below
}
_SETS: Mapping[str, Callable[[frozenset[str], frozenset[str]], bool]] = {
    "include": lambda members, named: named <= members,
    "include all of": lambda members, named: named <= members,
    "include any of": lambda members, named: bool(named & members),
    "include none of": lambda members, named: not named & members,
}
TALKS = {"asks for": ASKS, "mentions": DENIES, "mentions none of": "Hello."}


def meant(type_: FactType, op: str, value: object) -> list[Json]:
    """Values, as requests give them, of which these words are true: those at the ends, and some further in."""
    if op in TALKS:
        return [TALKS[op].format(value)]
    if (op, value) == ("is", "any"):
        return [to_json(type_, each) for each in _samples(type_) if each is not None and _is_taken(type_, each)]
    listed = cast("list[object]", value) if isinstance(value, list) else [value]
    ends = [read(type_, end) for end in listed]
    near = [near for end in ends for near in _around(type_, end)]
    found = [each for each in dict.fromkeys(near) if is_so(op, each, ends)]
    return [to_json(type_, each) for each in found if _is_taken(type_, each)]


def read(type_: FactType, raw: object) -> Value:
    return read_value(type_, [raw] if type_.kind is Kind.ANY_OF and raw is not None else raw, offset=UTC)


def is_so(op: str, value: Value, ends: list[Value]) -> bool:
    """Whether a value is what the words say."""
    if op in ("is", "is one of"):
        return value in ends
    if value is None:
        return False
    if isinstance(value, frozenset):
        return _SETS[op](value, frozenset[str]().union(*(end for end in ends if isinstance(end, frozenset))))
    ops = ["at least", "at most"] if op == "between" else op.split(" … and ")
    return all(_ORDERED[each](value, end) for each, end in zip(ops, ends, strict=True))


def _before(left: Value, right: Value) -> bool:
    if isinstance(left, (Decimal, Duration)):
        return _amount(left) < _amount(right)
    assert isinstance(left, date)
    assert isinstance(right, date)
    return left < right


def _amount(value: Value) -> Fraction:
    return Fraction(value) if isinstance(value, Decimal) else size(value)


def _around(type_: FactType, end: Value) -> Iterator[Value]:
    """The value itself, and values near it."""
    yield end
    match end:
        case Decimal():
            steps = ("1", "-1", "100") if type_.kind is Kind.WHOLE else ("1", "-1", "0.01", "-0.01", "100")
            yield from (end + Decimal(step) for step in steps)
        case Duration():
            yield from (Duration(seconds=end.length + step) for step in (-1, 1, 100_000) if end.length + step >= 0)
        case datetime():
            yield from (end + step for step in (*_TICKS, *_DAYS))
        case date():
            yield from (end + step for step in _DAYS)
        case frozenset():
            some = range(len(type_.choices) + 1)
            yield from (frozenset(few) for count in some for few in combinations(type_.choices, count))
        case _:
            return


_TICKS = (timedelta(microseconds=1), timedelta(microseconds=-1))
_DAYS = (timedelta(1), timedelta(-1), timedelta(40))


def _samples(type_: FactType) -> list[Value]:
    """Some values of a fact that is not none."""
    match type_.kind:
        case Kind.FLAG:
            return [True, False]
        case Kind.ONE_OF:
            return list(type_.choices)
        case Kind.ANY_OF:
            return [frozenset(), frozenset(type_.choices)]
        case Kind.WHOLE | Kind.NUMBER | Kind.MONEY | Kind.PERCENT:
            return [type_.low, type_.high, *(Decimal(amount) for amount in (0, 1, 1_000))]
        case Kind.DURATION:
            return [type_.low, type_.high, *(Duration(days=days) for days in (0, 1, 400))]
        case Kind.DATE:
            return [type_.low, type_.high, date(2026, 6, 1), date(2020, 1, 1)]
        case Kind.TIME:
            return [type_.low, type_.high, datetime(2026, 6, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)]
        case Kind.TEXT:
            return ["", "any other text"]


def _is_taken(type_: FactType, value: Value) -> bool:
    try:
        read_value(type_, to_json(type_, value), offset=UTC)
    except ValueProblem:
        return False
    return True
