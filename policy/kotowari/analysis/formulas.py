"""Conditions as formulas over symbols."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from typing import assert_never
from zoneinfo import ZoneInfo

import z3

from kotowari.analysis.calendars import Calendars
from kotowari.analysis.symbols import Symbols
from kotowari.analysis.talk import Talks
from kotowari.analysis.terms import Terms
from kotowari.engine import reckon
from kotowari.model import conditions as c
from kotowari.model.conditions import facts_of
from kotowari.model.duration import Duration
from kotowari.model.types import NUMERIC, TEMPORAL, Kind
from kotowari.record import record

_HUNDREDTH = Fraction(1, 100)
_LINES = frozenset({*NUMERIC, *TEMPORAL, Kind.DURATION})


@record(frozen=False)
class Formulas:
    """The conditions of one policy (that of `place` among those looked at) as formulas; `now` is the moment."""

    terms: Terms
    symbols: Symbols
    talks: Talks
    calendars: Calendars
    place: int
    zone: ZoneInfo
    now: z3.ArithRef
    defined: dict[str, z3.BoolRef] = field(default_factory=dict[str, z3.BoolRef])

    @property
    def today(self) -> z3.ArithRef:
        """The number of the day of the decision."""
        return self.calendars.day(self.now, self.zone)

    def condition(self, condition: c.Condition) -> z3.BoolRef:  # noqa: C901, PLR0912 - one case for each kind
        """The condition."""
        match condition:
            case c.Always():
                return self.terms.true
            case c.All():
                return self.terms.both(*map(self.condition, condition.parts))
            case c.AnyOf():
                return self.terms.either(*map(self.condition, condition.parts))
            case c.Not():
                return self.terms.opposite(self.condition(condition.part))
            case c.Defined():
                if condition.name not in self.defined:
                    self.defined[condition.name] = self.condition(condition.condition)
                return self.defined[condition.name]
            case c.Compare():
                return self._compare(condition)
            case c.Between():
                return self.terms.both(*map(self._compare, condition.sides))
            case c.IsOneOf():
                symbol = self.symbols.of(self.place, condition.fact)
                return self.terms.either(
                    *(self.symbols.equals(symbol, value) for value in condition.values if value is not None)
                )
            case c.IsNone():
                return self.symbols.of(self.place, condition.fact).absent
            case c.IsKnown():
                return self.symbols.of(self.place, condition.fact).known
            case c.Includes():
                return self._includes(condition)
            case c.Mentions():
                return self._mentions(condition)
            case _:
                assert_never(condition)

    def _includes(self, condition: c.Includes) -> z3.BoolRef:
        symbol = self.symbols.of(self.place, condition.fact)
        flags = [symbol.choices.get(choice, self.terms.false) for choice in condition.choices]
        return self.terms.both(self.terms.opposite(symbol.absent), self._how_many(condition.how, flags))

    def _mentions(self, condition: c.Mentions) -> z3.BoolRef:
        symbol = self.symbols.of(self.place, condition.fact)
        talks = [self.talks.of(self.place, condition.fact, topic) for topic in condition.topics]
        flags = [talk.asks if condition.asks else talk.mentions for talk in talks]
        return self.terms.both(self.terms.opposite(symbol.absent), self._how_many(condition.how, flags))

    def _how_many(self, how: c.How, flags: list[z3.BoolRef]) -> z3.BoolRef:
        match how:
            case c.How.ANY:
                return self.terms.either(*flags)
            case c.How.ALL:
                return self.terms.both(*flags)
            case c.How.NONE:
                return self.terms.opposite(self.terms.either(*flags))
            case _:
                assert_never(how)

    # --- comparisons --------------------------------------------------------------------------------------------------

    def _compare(self, atom: c.Compare) -> z3.BoolRef:
        """The comparison; false where one of its facts is none."""
        facts = sorted(facts_of(atom.left) | facts_of(atom.right))
        present = [self.terms.opposite(self.symbols.of(self.place, fact).absent) for fact in facts]
        return self.terms.both(*present, self._holds(atom))

    def _holds(self, atom: c.Compare) -> z3.BoolRef:
        left, right = atom.left, atom.right
        if isinstance(left, c.Elapsed):
            return self._elapsed(left, right, atom.op)
        if isinstance(right, c.Elapsed):
            return self._elapsed(right, left, _TURNED[atom.op])
        if left.type.kind in _LINES and right.type.kind in _LINES:
            return self._ordered(*self._aligned(left, right), atom.op)
        return self._equal(left, right, atom.op)

    def _equal(self, left: c.Expression, right: c.Expression, op: c.Op) -> z3.BoolRef:
        """Values without an order are the same, or count as more."""
        match left, right:
            case c.FactRef(), c.FactRef():
                same = self.symbols.alike(
                    self.symbols.of(self.place, left.fact), self.symbols.of(self.place, right.fact)
                )
            case (c.FactRef(), c.Const()):
                same = self.symbols.equals(self.symbols.of(self.place, left.fact), right.value)
            case (c.Const(), c.FactRef()):
                same = self.symbols.equals(self.symbols.of(self.place, right.fact), left.value)
            case _:
                assert isinstance(left, c.Const)
                assert isinstance(right, c.Const)
                same = self.terms.truth(value=left.value == right.value)
        return self.terms.either(
            *([same] if reckon.holds(op, 0) else []), *([self.terms.opposite(same)] if reckon.holds(op, 1) else [])
        )

    def _ordered(self, left: z3.ArithRef, right: z3.ArithRef, op: c.Op) -> z3.BoolRef:
        match op:
            case c.Op.LESS:
                return left < right
            case c.Op.AT_MOST:
                return left <= right
            case c.Op.EQUAL:
                return left == right
            case c.Op.AT_LEAST:
                return left >= right
            case c.Op.MORE:
                return left > right
            case _:
                assert_never(op)

    def _aligned(self, left: c.Expression, right: c.Expression) -> tuple[z3.ArithRef, z3.ArithRef]:
        """Both sides as numbers; a date against a time compares days."""
        sides_ = [self.amount(left), self.amount(right)]
        if frozenset({left.type.kind, right.type.kind}) == TEMPORAL:
            kinds = (left.type.kind, right.type.kind)
            sides_ = [
                self.calendars.day(side, self.zone) if kind is Kind.TIME else side
                for side, kind in zip(sides_, kinds, strict=True)
            ]
        return sides_[0], sides_[1]

    def amount(self, expression: c.Expression) -> z3.ArithRef:
        """The value of an expression, as symbols count it."""
        match expression:
            case c.Const():
                return self.symbols.constant(expression.type, expression.value)
            case c.NowRef():
                return self.now
            case c.FactRef():
                return self.symbols.of(self.place, expression.fact).amount
            case c.Sum():
                left, right = self.amount(expression.left), self.amount(expression.right)
                return left + right if expression.sign > 0 else left - right
            case c.Product():
                return self.amount(expression.left) * self.amount(expression.right)
            case c.Share():
                share = self.amount(expression.percent) * self.amount(expression.amount)
                return share * self.terms.number(_HUNDREDTH)
            case c.Elapsed():
                raise AssertionError("an elapsed time is compared, never reckoned with")
            case _:
                assert_never(expression)

    def _elapsed(self, side: c.Elapsed, length: c.Expression, op: c.Op) -> z3.BoolRef:
        """The time since M compares with D as now does with M + D; the time until M as M does with now + D."""
        if facts_of(length):
            return self._free(side, length, op)
        plain = _length(length)
        moment = self.amount(side.moment)
        if side.moment.type.kind is Kind.TIME:
            if side.since:
                return self._ordered(self.now, self.calendars.later(moment, plain, self.zone), op)
            return self._ordered(moment, self.calendars.later(self.now, plain, self.zone), op)
        if side.since:
            return self._ordered(self.today, self.calendars.later_day(moment, plain), op)
        return self._ordered(moment, self.calendars.later_day(self.today, plain), op)

    def _free(self, side: c.Elapsed, length: c.Expression, op: c.Op) -> z3.BoolRef:
        """A length that a fact gives may come out anyhow: what the calendar makes of it is left to the engine."""
        sign = self.terms.whole(f"{side} ? {length}")
        zero = self.terms.count(0)
        return self._ordered(sign, zero, op)


_TURNED = {
    c.Op.LESS: c.Op.MORE,
    c.Op.AT_MOST: c.Op.AT_LEAST,
    c.Op.EQUAL: c.Op.EQUAL,
    c.Op.AT_LEAST: c.Op.AT_MOST,
    c.Op.MORE: c.Op.LESS,
}


def _length(expression: c.Expression) -> Duration:
    """A length that reads no fact."""
    match expression:
        case c.Const(value=Duration() as value):
            return value
        case c.Sum():
            return _length(expression.left) + _length(expression.right)
        case _:
            raise AssertionError("a length is a duration or a sum of some")
