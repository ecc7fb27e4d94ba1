"""The values of the reference interpreter: what it compares, and the few values that stand for all of a domain.

Amounts are fractions and durations count by their average length, so that nothing is ever rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, pairwise
from math import floor
from typing import assert_never
from zoneinfo import ZoneInfo

from kotowari.model.calendar import add, add_date, day_of, subtract, zone
from kotowari.model.conditions import Const, Elapsed, Expression, FactRef, NowRef, Product, Share, Sum
from kotowari.model.duration import Duration
from kotowari.model.model import Model
from kotowari.model.types import Kind, Value


class Talk(StrEnum):
    """How a text speaks of a topic."""

    NO = "no"
    MENTIONS = "mentions"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it is decided on: the facts given or read, and how each known text speaks of the topics it mentions.

    A text fact that is missing from `found` is unknown, and so are the topics in it.
    """

    facts: Mapping[str, Value]
    found: Mapping[str, Mapping[str, Talk]]
    now: datetime
    unavailable: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class TalkOf:
    """How an unknown text speaks of a topic."""

    fact: str
    topic: str

    @property
    def facts(self) -> frozenset[str]:
        return frozenset({self.fact})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides held against each other."""

    left: Expression
    right: Expression

    @property
    def turned(self) -> Pair:
        return Pair(self.right, self.left)

    @property
    def ordered(self) -> Pair:
        return min(self, self.turned, key=repr)

    @property
    def facts(self) -> frozenset[str]:
        return facts_in(self.left) | facts_in(self.right)


# A fact by its name, a topic of a text, or how a comparison of unknown facts turns out (-1, 0 or 1).
Unknown = str | TalkOf | Pair
Known = Value | Fraction | int


def values_given(model: Model, asked: Asked) -> dict[str, Known]:
    """The facts that are not unknown: given, read, or with a default."""
    usual = {fact.name: fact.default for fact in model.facts.values() if fact.has_default}
    return {**usual, **asked.facts}


def facts_in(expression: Expression) -> frozenset[str]:
    match expression:
        case Const() | NowRef():
            return frozenset()
        case FactRef():
            return frozenset({expression.fact})
        case Sum() | Product():
            return facts_in(expression.left) | facts_in(expression.right)
        case Share():
            return facts_in(expression.percent) | facts_in(expression.amount)
        case Elapsed():
            return facts_in(expression.moment)
        case _:
            assert_never(expression)


def is_free(known: Mapping[str, Known], pair: Pair) -> bool:
    """Whether a comparison can turn out any way: two unknown facts take part, or no value could stand for the others.

    The latter is a time since or until something held against an unknown duration: a month has no fixed length.
    """
    unknown = pair.facts - known.keys()
    lengths = [other for side, other in _both_ways(pair) if isinstance(side, Elapsed)]
    return len(unknown) > 1 or any(facts_in(length) & unknown for length in lengths)


def _both_ways(pair: Pair) -> tuple[tuple[Expression, Expression], ...]:
    return (pair.left, pair.right), (pair.right, pair.left)


# --- comparing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scales:
    """Compares the sides of a pair, at a moment and in a time zone."""

    now: datetime
    where: ZoneInfo

    @staticmethod
    def of(model: Model, asked: Asked) -> Scales:
        where = zone(model.zone)
        assert where is not None
        return Scales(asked.now, where)

    @property
    def today(self) -> date:
        return day_of(self.now, self.where)

    def sign(self, pair: Pair, values: Mapping[str, Known]) -> int | None:
        """-1, 0 or 1 as the left side is less, the same or more; None where a side is none."""
        if any(values[name] is None for name in pair.facts):
            return None
        match pair.left, pair.right:
            case Elapsed() as left, right:
                return self._elapsed(left, self.value(right, values), values)
            case left, Elapsed() as right:
                return -self._elapsed(right, self.value(left, values), values)
            case left, right:
                return self._order(self.value(left, values), self.value(right, values))

    def _elapsed(self, elapsed: Elapsed, length: Known, values: Mapping[str, Known]) -> int:
        moment = self.value(elapsed.moment, values)
        assert isinstance(length, Duration)
        if elapsed.since:
            return self._order(self.now, self._later(moment, length))
        return self._order(moment, self._later(self.now, length))

    def _later(self, moment: Known, length: Duration) -> Known:
        if isinstance(moment, datetime):
            return add(moment, length, self.where)
        assert isinstance(moment, date)
        return add_date(moment, length)

    def _order(self, left: Known, right: Known) -> int:
        if isinstance(left, date) and isinstance(right, date):
            if isinstance(left, datetime) and isinstance(right, datetime):
                return (left > right) - (left < right)
            days = self.day(left), self.day(right)
            return (days[0] > days[1]) - (days[0] < days[1])
        if isinstance(left, (Fraction, Duration)):
            return (size(left) > size(right)) - (size(left) < size(right))
        return int(left != right)

    def day(self, moment: date) -> date:
        return day_of(moment, self.where) if isinstance(moment, datetime) else moment

    def value(self, expression: Expression, values: Mapping[str, Known]) -> Known:
        match expression:
            case Const():
                return _exact(expression.value)
            case FactRef():
                return _exact(values[expression.fact])
            case NowRef():
                return self.now
            case Sum():
                return _sum(self.value(expression.left, values), self.value(expression.right, values), expression.sign)
            case Product():
                return size(self.value(expression.left, values)) * size(self.value(expression.right, values))
            case Share():
                percent, amount = self.value(expression.percent, values), self.value(expression.amount, values)
                return size(percent) * size(amount) / 100
            case Elapsed():
                raise NotImplementedError("a time since or until something is only held against a duration")
            case _:
                assert_never(expression)


def _exact(value: Known) -> Known:
    return Fraction(value) if isinstance(value, Decimal) else value


def size(value: Known) -> Fraction:
    """An amount; a duration's is its average length in seconds."""
    if isinstance(value, Duration):
        return Fraction(value.length)
    assert isinstance(value, Fraction)
    return value


def _sum(left: Known, right: Known, sign: int) -> Known:
    if isinstance(left, Duration) and isinstance(right, Duration):
        return left + right
    return size(left) + sign * size(right)


# --- values that stand for all others ---------------------------------------------------------------------------------


def representatives(
    model: Model, asked: Asked, name: str, pairs: Iterable[Pair], words: Sequence[Known]
) -> tuple[Known, ...]:
    """Values of an unknown fact, at least one for every way in which the conditions on it can turn out together.

    `pairs` are all comparisons, `words` the values that conditions look for in the fact.
    """
    scales, known = Scales.of(model, asked), values_given(model, asked)
    alone = [pair for pair in pairs if name in pair.facts and not is_free(known, pair)]
    domain = _Domain(scales, name, known, alone)
    found = [*domain.values(model, words), *([None] if model.facts[name].type.or_none else [])]
    told_apart: dict[object, Known] = {}
    for value in found:
        signs = tuple(scales.sign(pair, {**known, name: value}) for pair in alone)
        told_apart.setdefault((value is None, signs, value if _is_listed(value) else None), value)
    return tuple(told_apart.values())


def _is_listed(value: Known) -> bool:
    """Flags, words and sets: there are few of them, and conditions look for each."""
    return isinstance(value, (bool, str, frozenset))


@dataclass(frozen=True, slots=True)
class _Domain:
    """What an unknown fact can be, seen from the comparisons in which it is all that is unknown."""

    scales: Scales
    name: str
    known: Mapping[str, Known]
    alone: Sequence[Pair]

    def values(self, model: Model, words: Sequence[Known]) -> list[Known]:
        type_ = model.facts[self.name].type
        match type_.kind:
            case Kind.FLAG:
                return [False, True]
            case Kind.ONE_OF:
                return list(type_.choices)
            case Kind.ANY_OF:
                sizes = range(len(type_.choices) + 1)
                return [frozenset(some) for size in sizes for some in combinations(type_.choices, size)]
            case Kind.WHOLE | Kind.NUMBER | Kind.MONEY | Kind.PERCENT:
                return list(self.amounts(_bound(type_.low), _bound(type_.high), whole=type_.kind is Kind.WHOLE))
            case Kind.DURATION:
                return list(self.amounts(_bound(type_.low) or Fraction(0), _bound(type_.high), whole=False))
            case Kind.DATE:
                return [day for day in self.days(type_.low, type_.high) if _inside(day, type_.low, type_.high)]
            case Kind.TIME:
                return [when for when in self.times(type_.low, type_.high) if _inside(when, type_.low, type_.high)]
            case Kind.TEXT:
                others = [self.other(pair) for pair in self.alone]
                return [*(word for word in (*words, *others) if isinstance(word, str)), "any other text"]

    def other(self, pair: Pair) -> Known:
        """What the fact is held against, None where it stands on both sides or a side is none."""
        sides = [other for side, other in _both_ways(pair) if self.name in facts_in(side)]
        if len(sides) > 1 or any(self.known.get(name, 0) is None for name in pair.facts):
            return None
        return self.scales.value(sides[0], self.known)

    def amounts(self, low: Fraction | None, high: Fraction | None, *, whole: bool) -> Iterator[Fraction]:
        """The bounds, the points at which a comparison turns, and some between and beyond them."""
        bounds = [bound for bound in (low, high) if bound is not None] or [Fraction(0)]
        turns = sorted({*bounds, *(turn for pair in self.alone for turn in self.turns(pair))})
        around = [Fraction(floor(turn) + step) for turn in turns for step in (-1, 0, 1, 2)]
        between = [(left + right) / 2 for left, right in pairwise(turns)]
        beyond = [turns[0] - 1, turns[-1] + 1]
        for point in around if whole else [*filter(_is_decimal, turns), *between, *beyond]:
            if (low is None or low <= point) and (high is None or point <= high):
                yield point

    def turns(self, pair: Pair) -> Iterator[Fraction]:
        """Where the two sides are the same: both are straight lines over the unknown amount."""
        if any(self.known.get(name, 0) is None for name in pair.facts):
            return
        at_0, at_1 = (self.distance(pair, Fraction(point)) for point in (0, 1))
        if at_0 != at_1:
            yield at_0 / (at_0 - at_1)

    def distance(self, pair: Pair, point: Fraction) -> Fraction:
        values = {**self.known, self.name: point}
        return size(self.scales.value(pair.left, values)) - size(self.scales.value(pair.right, values))

    def moments(self, *bounds: Known) -> Iterator[date]:
        """Days and times near which a comparison turns."""
        yield self.scales.now
        yield from (bound for bound in bounds if isinstance(bound, date))
        for pair in self.alone:
            elapsed = [side for side in (pair.left, pair.right) if isinstance(side, Elapsed)]
            match self.other(pair), elapsed:
                case date() as moment, []:
                    yield moment
                case Duration() as length, [Elapsed(since=True)]:
                    yield subtract(self.scales.now, length, self.scales.where)
                case Duration() as length, [Elapsed()]:
                    yield add(self.scales.now, length, self.scales.where)
                case _:
                    pass

    def days(self, *bounds: Known) -> list[date]:
        """Some days round each; months differ by three days, so that four are enough."""
        found = {self.scales.day(moment) + timedelta(step) for moment in self.moments(*bounds) for step in range(-4, 5)}
        return sorted(found)

    def times(self, *bounds: Known) -> list[datetime]:
        clocks = [moment for moment in self.moments(*bounds) if isinstance(moment, datetime)]
        found = [clock + timedelta(step) for clock in clocks for step in range(-4, 5)]
        found += [datetime.combine(day, time(), self.scales.where) for day in self.days(*bounds)]
        ticks = [timedelta(microseconds=tick) for tick in (-1, 0, 1)]
        return sorted(moment + tick for moment in found for tick in ticks)


def _bound(value: Value) -> Fraction | None:
    return None if value is None else size(_exact(value))


def _is_decimal(number: Fraction) -> bool:
    """Whether the number can be written with a decimal point."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _inside(moment: date, low: Value, high: Value) -> bool:
    return (not isinstance(low, date) or low <= moment) and (not isinstance(high, date) or moment <= high)
