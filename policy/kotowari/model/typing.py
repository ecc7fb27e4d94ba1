"""From conditions as written to typed conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from kotowari.diagnostics.diagnostic import Severity
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model import literals
from kotowari.model.duration import Duration
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue, article, check_unit
from kotowari.model.model import REQUEST_TEXT, Fact
from kotowari.model.names import Names
from kotowari.model.types import NUMERIC, TEMPORAL, FactType, Kind, Value

_TIME = FactType(Kind.TIME)
_DURATION = FactType(Kind.DURATION)
_OPS = {"<": c.Op.LESS, "<=": c.Op.AT_MOST, ">=": c.Op.AT_LEAST, ">": c.Op.MORE, "before": c.Op.LESS, "after": c.Op.MORE}
_ORDERED = frozenset({*NUMERIC, *TEMPORAL, Kind.DURATION})
_NUMBERS = frozenset({Kind.WHOLE, Kind.NUMBER})


@dataclass(slots=True)
class Typer:
    """Types conditions and expressions. A condition that cannot be typed is reported and becomes `Always`."""

    names: Names
    facts: dict[str, Fact]
    zone: ZoneInfo
    faults: Faults
    sources: dict[str, Source]
    definition: Callable[[str], c.Condition | None]

    # --- conditions ---------------------------------------------------------------------------------------------------

    def condition(self, node: n.Condition, clause: str | None = None) -> c.Condition:
        """The typed condition; `clause` is how to show it where that is not what stands in the source."""
        shown = clause or self.wording(node.span)
        try:
            return self._condition(node, shown)
        except NoValue:
            return c.Always(shown, node.span)

    def _condition(self, node: n.Condition, shown: str) -> c.Condition:
        match node:
            case n.Group():
                return self.condition(node.part)
            case n.Not():
                return c.Not(shown, node.span, self.condition(node.part))
            case n.Junction():
                kind = c.All if node.operator == "and" else c.AnyOf
                return kind(shown, node.span, tuple(self.condition(part) for part in node.parts))
            case n.Flag():
                return self._flag(node, shown)
            case n.Defined():
                return self._defined(node, shown)
            case n.Comparison():
                return self._comparison(node, shown)
            case n.Between():
                return self._between(node, shown)
            case n.Is():
                return self._is(node, shown)
            case n.State():
                return self._state(node, shown)
            case n.Includes():
                return self._includes(node, shown)
            case n.Mentions():
                return self._mentions(node, shown)
            case _:
                assert_never(node)

    def wording(self, span: Span) -> str:
        """What stands at a place, on one line, without comments."""
        text = self.sources[span.source].text[span.start : span.end] if span.source in self.sources else ""
        lines = [_COMMENT.sub("", line) for line in text.split("\n")]
        return " ".join(" ".join(lines).split())

    def _flag(self, node: n.Flag, shown: str) -> c.Condition:
        fact = self._fact(node.fact, node.span)
        if fact.type.kind is not Kind.FLAG:
            self.faults.add("wrong-type", f"`{node.fact}` is not a yes or no: it is {article(fact.type)}", node.span,
                            help=_HOW_TO_ASK.get(fact.type.kind, "compare it with something"))  # fmt: skip
            raise NoValue
        return c.IsOneOf(shown, node.span, node.fact, (True,))

    def _defined(self, node: n.Defined, shown: str) -> c.Condition:
        condition = self.definition(node.name)
        if condition is None:
            if node.name not in self.names.lost:
                help_ = "facts have a dot in their names; a condition of several parts gets a name with `define`"
                self.faults.unknown("definition", node.name, node.span, self.names.definitions, help_)
            raise NoValue
        return c.Defined(shown, node.span, node.name, condition)

    def _comparison(self, node: n.Comparison, shown: str) -> c.Condition:
        self._ordered(node.left, node.right)
        left, right = self._pair(node.left, node.right)
        if node.operator in ("before", "after") and left.type.kind not in TEMPORAL:
            self.faults.add("wrong-type", f"`{node.operator}` compares dates and times, not {article(left.type)}",
                            node.span, help="write `less than` or `more than`")  # fmt: skip
            raise NoValue
        return c.Compare(shown, node.span, left, _OPS[node.operator], right)

    def _ordered(self, *sides: n.Expression) -> None:
        """Only what has an order is more or less than something; other expressions than facts always have one."""
        for side in sides:
            fact = self._fact(side.name, side.span) if isinstance(side, n.FactValue) else None
            if fact is not None and fact.type.kind not in _ORDERED:
                self.faults.add("wrong-type", f"`{fact.name}` is never more or less: it is {article(fact.type)}",
                                side.span, help=_HOW_TO_ASK.get(fact.type.kind, "let it stand alone"))  # fmt: skip
                raise NoValue

    def _between(self, node: n.Between, shown: str) -> c.Condition:
        self._ordered(node.value, node.low, node.high)
        value, low = self._pair(node.value, node.low)
        _, high = self._pair(node.value, node.high)
        return c.Between(shown, node.span, value, low, high)

    def _is(self, node: n.Is, shown: str) -> c.Condition:
        parts = [self._is_value(node, value, shown) for value in node.values]
        constants = [part for part in parts if isinstance(part, c.IsOneOf)]
        found: c.Condition
        if len(constants) == len(parts):
            values = tuple(dict.fromkeys(value for part in constants for value in part.values))
            found = c.IsOneOf(shown, node.span, constants[0].fact, values)
        else:
            found = parts[0] if len(parts) == 1 else c.AnyOf(shown, node.span, tuple(parts))
        return c.Not(shown, node.span, found) if node.negated else found

    def _is_value(self, node: n.Is, value: n.Expression, shown: str) -> c.IsOneOf | c.Compare:
        if isinstance(value, n.Word | n.String):
            fact = self._left_fact(node.value)
            self._no_set(fact, node)
            if fact.type.kind is Kind.TEXT and isinstance(value, n.Word):
                self.faults.add("wrong-type", f"`{value.text}` stands without quotes, but `{fact.name}` is a text",
                                value.span, help=f'write `"{value.text}"`')  # fmt: skip
                raise NoValue
            return c.IsOneOf(shown, node.span, fact.name, (self._constant(value, fact.type),))
        if isinstance(value, n.FactValue):
            self._no_set(self._left_fact(node.value) if isinstance(node.value, n.FactValue) else None, node)
        left, right = self._pair(node.value, value)
        return c.Compare(shown, node.span, left, c.Op.EQUAL, right)

    def _no_set(self, fact: Fact | None, node: n.Is) -> None:
        if fact is not None and fact.type.kind is Kind.ANY_OF:
            self.faults.add("wrong-type", f"`{fact.name}` is a set, which is never one of its words", node.span,
                            help=f"write `{fact.name} include …`")  # fmt: skip
            raise NoValue

    def _state(self, node: n.State, shown: str) -> c.Condition:
        fact = self._left_fact(node.value)
        if node.state == "none":
            if not fact.type.or_none:
                self.faults.add("wrong-type", f"`{fact.name}` is never none, so this condition never holds", node.span,
                                help="declare the fact with `or none`, or ask whether it `is known`")  # fmt: skip
                raise NoValue
            found: c.Condition = c.IsNone(shown, node.span, fact.name)
        else:
            found = c.IsKnown(shown, node.span, fact.name)
        negated = node.negated != (node.state == "unknown")
        return c.Not(shown, node.span, found) if negated else found

    def _includes(self, node: n.Includes, shown: str) -> c.Condition:
        fact = self._left_fact(node.value)
        if fact.type.kind is not Kind.ANY_OF:
            self.faults.add("wrong-type", f"`{fact.name}` is not a set: it is {article(fact.type)}", node.value.span,
                            help="only facts of type `any of` include something")  # fmt: skip
            raise NoValue
        choices = tuple(literals.choice(name, fact.type, self.faults) for name in node.which.names)
        return c.Includes(shown, node.span, fact.name, _how(node.which), choices)

    def _mentions(self, node: n.Mentions, shown: str) -> c.Condition:
        subject = REQUEST_TEXT
        if node.subject is not None:
            fact = self._left_fact(node.subject)
            if fact.type.kind is not Kind.TEXT:
                self.faults.add("wrong-type", f"`{fact.name}` is no text, so it mentions nothing", node.subject.span,
                                help="only `request` and facts of type `text` mention topics")  # fmt: skip
                raise NoValue
            subject = fact.name
        found = [self.names.topic(name) for name in node.which.names]
        if not all(found):
            raise NoValue
        return c.Mentions(shown, node.span, subject, _how(node.which), _texts(node.which.names), node.asks)

    # --- expressions --------------------------------------------------------------------------------------------------

    def amount(self, node: n.Expression) -> c.Expression | None:
        """What an outcome grants; reports what cannot be an amount."""
        try:
            found = self._expression(node)
            if found.type.kind not in {*NUMERIC, Kind.DURATION}:
                self.faults.add("wrong-type", f"{article(found.type)} is no amount to grant", node.span,
                                help="grant money, a number, a percentage or a duration")  # fmt: skip
                return None
        except NoValue:
            return None
        return found

    def _pair(self, left: n.Expression, right: n.Expression) -> tuple[c.Expression, c.Expression]:
        """Both sides of a comparison, of one unit. A bare word takes its meaning from the fact on the other side."""
        if isinstance(left, n.Word | n.String | n.NoneValue):
            one, other = self._bare(left, right), self._expression(right)
        else:
            one = self._expression(left)
            bare = isinstance(right, n.Word | n.String | n.NoneValue)
            other = self._bare(right, left) if bare else self._expression(right)
        if isinstance(one, c.Elapsed) and isinstance(other, c.Elapsed):
            self.faults.add("wrong-type", "two stretches of time up to now are compared", left.span.to(right.span),
                            help="compare the two moments: `A before B`")  # fmt: skip
            raise NoValue
        if isinstance(one, c.Const) and not isinstance(other, c.Const):
            check_unit(one.type, other.type, left, self.faults)
        else:
            check_unit(other.type, one.type, right, self.faults)
        self._same_choices(one, other, right)
        self._in_bounds(one, other, right)
        self._whole_days(one, other, right)
        return one, other

    def _bare(self, word: n.Expression, other: n.Expression) -> c.Const:
        assert isinstance(word, n.Word | n.String | n.NoneValue)
        fact = self._left_fact(other)
        return c.Const(self._constant(word, fact.type), fact.type)

    def _constant(self, node: n.Literal, type_: FactType) -> Value:
        return literals.read([node], type_, self.zone, self.faults)

    def _same_choices(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        if one.type.kind is Kind.ONE_OF and not set(one.type.choices) & set(other.type.choices):
            self.faults.add("wrong-type", "these two facts have no word in common, so they are never the same",
                            node.span, help="compare facts that take the same words")  # fmt: skip
            raise NoValue

    def _in_bounds(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        """A constant that the fact can never reach makes a condition that is always or never true."""
        if isinstance(one, c.FactRef) and isinstance(other, c.Const) and one.type.kind in _ORDERED:
            same = one.type.kind is other.type.kind or one.type.kind in NUMERIC
            if same and literals.outside(other.value, one.type):
                self.faults.add("out-of-range", f"`{one.fact}` never takes this value, so this is always or never true",
                                node.span, help="compare it with a value inside of its bounds, or change the bounds",
                                severity=Severity.WARNING)  # fmt: skip

    def _whole_days(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        if not isinstance(one, c.Elapsed) or one.moment.type.kind is not Kind.DATE:
            return
        if isinstance(other, c.Const) and isinstance(other.value, Duration) and other.value.seconds:
            self.faults.add("wrong-unit", "a date has no hours, so the time since it is counted in days", node.span,
                            help="count in days, or make the fact a `time`")  # fmt: skip
            raise NoValue

    def _expression(self, node: n.Expression) -> c.Expression:
        match node:
            case n.FactValue():
                fact = self._fact(node.name, node.span)
                return c.FactRef(fact.name, fact.type)
            case n.Now():
                return c.NowRef(_TIME)
            case n.Arithmetic():
                return self._arithmetic(node)
            case n.Elapsed():
                return self._elapsed(node)
            case n.Word() | n.String() | n.NoneValue():
                self.faults.add("wrong-type", "this is no amount", node.span, help="write a number, a date or a fact")
                raise NoValue
            case _:
                type_ = literals.type_of(node)
                assert type_ is not None
                return c.Const(self._unbounded(node), type_)

    def _unbounded(self, node: n.Number | n.Percent | n.Money | n.Length | n.Moment) -> Value:
        value = literals.plain(node, self.zone, self.faults)
        assert not isinstance(value, str)
        return value

    def _elapsed(self, node: n.Elapsed) -> c.Expression:
        moment = self._expression(node.moment)
        if moment.type.kind not in TEMPORAL:
            self.faults.add("wrong-type", f"the time {node.direction} something needs a date or a time, "
                            f"not {article(moment.type)}", node.moment.span)  # fmt: skip
            raise NoValue
        return c.Elapsed(moment, node.direction == "since", _DURATION)

    def _arithmetic(self, node: n.Arithmetic) -> c.Expression:
        left, right = self._expression(node.left), self._expression(node.right)
        for side, part in ((left, node.left), (right, node.right)):
            if isinstance(side, c.Elapsed) or side.type.kind not in {*NUMERIC, Kind.DURATION}:
                self.faults.add("wrong-type", f"nothing can be reckoned with {article(side.type)}", part.span,
                                help="reckon with numbers, money, percentages and durations; "
                                "for moments write `time since` and `time until`")  # fmt: skip
                raise NoValue
        if node.operator in ("plus", "minus"):
            check_unit(right.type, left.type, node.right, self.faults)
            if node.operator == "minus" and left.type.kind is Kind.DURATION:
                self.faults.add("wrong-type", "durations are added, never subtracted", node.span,
                                help="compare the two durations")  # fmt: skip
                raise NoValue
            return c.Sum(left, right, 1 if node.operator == "plus" else -1, _wide(left.type))
        return self._scaled(node, left, right)

    def _scaled(self, node: n.Arithmetic, left: c.Expression, right: c.Expression) -> c.Expression:
        if facts_of(left) & facts_of(right):
            self.faults.add("wrong-type", "a fact is multiplied by itself", node.span,
                            help="compare the fact itself")  # fmt: skip
            raise NoValue
        if node.operator == "of":
            if left.type.kind is not Kind.PERCENT or right.type.kind not in {*_NUMBERS, Kind.MONEY}:
                self.faults.add("wrong-unit", "`of` takes a percentage of an amount", node.span,
                                help="write `10% of order.total`")  # fmt: skip
                raise NoValue
            return c.Share(left, right, _wide(right.type))
        plain = [side for side in (left, right) if side.type.kind in _NUMBERS]
        if not plain or Kind.DURATION in (left.type.kind, right.type.kind):
            self.faults.add("wrong-unit", f"{article(left.type)} times {article(right.type)} means nothing", node.span,
                            help="multiply an amount by a plain number")  # fmt: skip
            raise NoValue
        other = right if left.type.kind in _NUMBERS else left
        return c.Product(left, right, _wide(other.type))

    # --- facts --------------------------------------------------------------------------------------------------------

    def _fact(self, name: str, span: Span) -> Fact:
        fact = self.facts.get(name)
        if fact is None:
            if name not in self.names.lost:
                self.faults.unknown("fact", name, span, self.facts)
            raise NoValue
        return fact

    def _left_fact(self, node: n.Expression) -> Fact:
        if isinstance(node, n.FactValue):
            return self._fact(node.name, node.span)
        self.faults.add("wrong-type", "a fact is needed here", node.span, help="write the name of a fact")
        raise NoValue


_COMMENT = re.compile(r"(?:^|(?<=\s))[#＃][^\n\"「]*$")
_HOW_TO_ASK = {
    Kind.ONE_OF: "write `is` and one of its words",
    Kind.ANY_OF: "write `include` and one of its words",
    Kind.TEXT: "write `is` and a text in quotes, or `mentions` and a topic",
    Kind.DATE: "write `before` or `after` and a date",
    Kind.TIME: "write `before` or `after` and a date, or `time since`",
}


def _how(which: n.Which) -> c.How:
    return c.How.ANY if which.how == "one" else c.How(which.how)


def _texts(names: Sequence[n.Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in names))


def _wide(type_: FactType) -> FactType:
    """The type of a result: the unit stays, bounds and wholeness do not."""
    kind = Kind.NUMBER if type_.kind is Kind.WHOLE else type_.kind
    return FactType(kind, currency=type_.currency)


def facts_of(expression: c.Expression) -> frozenset[str]:
    """The facts that an expression reads."""
    match expression:
        case c.FactRef():
            return frozenset({expression.fact})
        case c.Const() | c.NowRef():
            return frozenset()
        case c.Sum() | c.Product():
            return facts_of(expression.left) | facts_of(expression.right)
        case c.Share():
            return facts_of(expression.percent) | facts_of(expression.amount)
        case c.Elapsed():
            return facts_of(expression.moment)
        case _:
            assert_never(expression)


def is_moment(value: Value) -> bool:
    """Whether a value is a date or a time."""
    return isinstance(value, date | datetime)
