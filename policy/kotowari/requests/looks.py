"""How the values of a fact are looked at: what they leave of the rules, most of them without a second look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date
from decimal import Decimal
from math import ceil, floor
from typing import Final

from kotowari.engine.index.index import Index
from kotowari.engine.index.tables import Table
from kotowari.model.model import Fact
from kotowari.model.types import Kind, Value
from kotowari.model.values import read_value
from kotowari.record import record

# The kinds of values that cannot change later.
_UNCHANGING: Final = (str, int, float, Decimal, date, type(None))


@record
class Flag:
    """The rules that each of two values leaves."""

    yes: int
    no: int


@record
class Choice:
    """The rules that are left, by value."""

    left: dict[Value, int]


@record
class Whole:
    """The rules that whole numbers from `low` to `high` leave.

    Each entry of `left`, but for the first one, counts from the number on that stands in `begins`.
    """

    low: int | None
    high: int | None
    begins: list[int]
    left: list[int]


@record
class Look:
    """How one fact is looked at: in this `way`, whatever else there may be by `other`.

    `other` raises TypeError or ValueError for a value that is not ordinary, or that the fact does not take. The look
    narrows down the rules where one of them reads the fact; it leaves a `share` of them, on the average of all values.
    """

    way: Flag | Choice | Whole | None
    other: Callable[[object], int]
    narrows: bool
    share: float


def look_at(fact: Fact, index: Index) -> Look:
    """How a fact is looked at by the rules of an index."""
    table = index.tables.get(fact.name)
    way = _way(fact, table, index.all)
    return Look(way, _other(fact, table, index.all), table is not None, _share(way, len(index.names)))


def value_of(fact: Fact, raw: object) -> Value:
    """The value that is given; raises TypeError or ValueError where another than this has to look at it."""
    if not isinstance(raw, _UNCHANGING):
        raise TypeError
    return read_value(fact.type, raw, offset=UTC)


def _way(fact: Fact, table: Table | None, all_: int) -> Flag | Choice | Whole | None:
    match fact.type.kind:
        case Kind.FLAG:
            return Flag(*(table.left(value) if table else all_ for value in (True, False)))
        case Kind.ONE_OF:
            values: list[Value] = [*fact.type.choices, *((None,) if fact.type.or_none else ())]
            return Choice({value: table.left(value) if table else all_ for value in values})
        case Kind.WHOLE:
            begins, left = table.ordered.whole() if table and table.ordered else ([], [all_])
            low, high = fact.type.low, fact.type.high
            return Whole(
                ceil(low) if isinstance(low, Decimal) else None,
                floor(high) if isinstance(high, Decimal) else None,
                begins,
                left,
            )
        case _:
            return None


def _share(way: Flag | Choice | Whole | None, rules: int) -> float:
    match way:
        case Flag(yes=yes, no=no):
            left: Sequence[int] = (yes, no)
        case Choice(left=by_value):
            left = tuple(by_value.values())
        case Whole(left=in_order):
            left = in_order
        case _:
            return 1.0
    return sum(one.bit_count() for one in left) / (len(left) * max(1, rules))


def _other(fact: Fact, table: Table | None, all_: int) -> Callable[[object], int]:
    def other(raw: object) -> int:
        value = value_of(fact, raw)
        return table.left(value) if table else all_

    return other
