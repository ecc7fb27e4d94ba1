"""From expressions as written to typed expressions: every unit and every currency is checked."""

from __future__ import annotations

from typing import NoReturn
from zoneinfo import ZoneInfo

from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model import literals
from kotowari.model.faults import Faults, declare_fact
from kotowari.model.literals import NoValue, article, check_unit
from kotowari.model.model import Fact
from kotowari.model.names import Names
from kotowari.model.types import NUMERIC, TEMPORAL, FactType, Kind, Value
from kotowari.record import record

_TIME = FactType(Kind.TIME)
_DURATION = FactType(Kind.DURATION)
_NUMBERS = frozenset({Kind.WHOLE, Kind.NUMBER})
_AMOUNTS = frozenset({*NUMERIC, Kind.DURATION})


@record
class Expressions:
    """Types expressions. What cannot be typed is reported, and raises NoValue."""

    names: Names
    facts: dict[str, Fact]
    zone: ZoneInfo
    faults: Faults

    def granted(self, node: n.Expression) -> c.Expression | None:
        """What an outcome grants; None, and reported, where it cannot be an amount."""
        try:
            found = self.typed(node)
            if found.type.kind not in _AMOUNTS or isinstance(found, c.Elapsed):
                self.wrong(
                    say("{type} is no amount to grant", type=article(found.type)),
                    node.span,
                    say("grant money, a number, a percentage or a duration"),
                )
        except NoValue:
            return None
        return found

    def typed(self, node: n.Expression) -> c.Expression:  # noqa: RET503 - `wrong` never returns
        """An expression with its type."""
        match node:
            case n.FactValue():
                fact = self.fact(node.name, node.span)
                return c.FactRef(fact.name, fact.type)
            case n.Now():
                return c.NowRef(_TIME)
            case n.Arithmetic():
                return self._arithmetic(node)
            case n.Elapsed():
                return self._elapsed(node)
            case n.Word() | n.String() | n.NoneValue():
                self.wrong(say("this is no amount"), node.span, say("write a number, a date or a fact"))
            case n.Number() | n.Percent() | n.Money() | n.Length() | n.Moment():
                type_ = literals.type_of(node)
                assert type_ is not None
                return c.Const(literals.plain(node, self.zone, self.faults), type_)

    def constant(self, node: n.Literal, type_: FactType) -> Value:
        """A value of a type."""
        return literals.read([node], type_, self.zone, self.faults)

    # --- facts --------------------------------------------------------------------------------------------------------

    def fact(self, name: str, span: Span) -> Fact:
        """The fact of a name; reports a name that nobody declares."""
        fact = self.facts.get(name)
        if fact is None:
            self.names.unknown("fact", n.Name(span, name), self.facts, declare_fact(name))
            raise NoValue
        return fact

    def left_fact(self, node: n.Expression) -> Fact:  # noqa: RET503 - `wrong` never returns
        """The fact that must stand here and nothing else."""
        if isinstance(node, n.FactValue):
            return self.fact(node.name, node.span)
        self.wrong(say("a fact is needed here"), node.span, say("write the name of a fact"))

    # --- reckoning ----------------------------------------------------------------------------------------------------

    def _elapsed(self, node: n.Elapsed) -> c.Expression:
        moment = self.typed(node.moment)
        if moment.type.kind not in TEMPORAL:
            message = say(
                "the time {direction} something needs a date or a time, not {type}",
                direction=node.direction,
                type=article(moment.type),
            )
            self.wrong(message, node.moment.span, say("name a fact of type `date` or `time`"))
        return c.Elapsed(moment, node.direction == "since", _DURATION)

    def _arithmetic(self, node: n.Arithmetic) -> c.Expression:
        left, right = self._operand(node.left), self._operand(node.right)
        if node.operator not in {"plus", "minus"}:
            return self._scaled(node, left, right)
        check_unit(right.type, left.type, node.right, self.faults)
        if node.operator == "minus" and left.type.kind is Kind.DURATION:
            self.wrong(say("durations are added, never subtracted"), node.span, say("compare the two durations"))
        return c.Sum(left, right, 1 if node.operator == "plus" else -1, _wide(left.type))

    def _operand(self, node: n.Expression) -> c.Expression:
        found = self.typed(node)
        if isinstance(found, c.Elapsed) or found.type.kind not in _AMOUNTS:
            what = say("the time since something") if isinstance(found, c.Elapsed) else article(found.type)
            self.wrong(
                say("nothing can be reckoned with {what}", what=what),
                node.span,
                say("reckon with numbers, money, percentages and durations; compare `time since` and `time until`"),
            )
        return found

    def _scaled(self, node: n.Arithmetic, left: c.Expression, right: c.Expression) -> c.Expression:
        if c.facts_of(left) & c.facts_of(right):
            self.wrong(say("a fact is multiplied by itself"), node.span, say("compare the fact itself"))
        if node.operator == "of":
            if left.type.kind is not Kind.PERCENT or right.type.kind not in {*_NUMBERS, Kind.MONEY}:
                self._wrong_unit(
                    say("`of` takes a percentage of an amount"), node.span, say("write `10% of order.total`")
                )
            return c.Share(left, right, _wide(right.type))
        has_number = left.type.kind in _NUMBERS or right.type.kind in _NUMBERS
        if not has_number or Kind.DURATION in {left.type.kind, right.type.kind}:
            message = say("{one} times {other} means nothing", one=article(left.type), other=article(right.type))
            self._wrong_unit(message, node.span, say("multiply an amount by a plain number"))
        other = right if left.type.kind in _NUMBERS else left
        return c.Product(left, right, _wide(other.type))

    # --- faults -------------------------------------------------------------------------------------------------------

    def wrong(self, message: str, span: Span, help_: str) -> NoReturn:
        """A fault of types."""
        self.faults.add("wrong-type", message, span, help=help_)
        raise NoValue

    def _wrong_unit(self, message: str, span: Span, help_: str) -> NoReturn:
        self.faults.add("wrong-unit", message, span, help=help_)
        raise NoValue


def _wide(type_: FactType) -> FactType:
    """The type of a result: the unit stays, bounds and wholeness do not."""
    kind = Kind.NUMBER if type_.kind is Kind.WHOLE else type_.kind
    return FactType(kind, currency=type_.currency)
