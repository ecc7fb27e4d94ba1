"""From conditions as written to typed conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from kotowari.diagnostics.diagnostic import Severity
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest
from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model import literals
from kotowari.model.conditions import facts_of
from kotowari.model.duration import Duration
from kotowari.model.expressions import Expressions
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue, article, check_unit
from kotowari.model.model import REQUEST_TEXT, Fact
from kotowari.model.names import Names
from kotowari.model.order import below, outside
from kotowari.model.shown import Wording
from kotowari.model.types import NUMERIC, TEMPORAL, FactType, Kind
from kotowari.record import record

__all__ = ["Typer", "facts_of"]

_OPS = {
    "<": c.Op.LESS,
    "<=": c.Op.AT_MOST,
    ">=": c.Op.AT_LEAST,
    ">": c.Op.MORE,
    "before": c.Op.LESS,
    "after": c.Op.MORE,
}
_ORDERED = frozenset({*NUMERIC, *TEMPORAL, Kind.DURATION})
# Conditions are walked by functions that call themselves, definitions within definitions included.
_DEEPEST = 100
_HOW_TO_ASK = {
    Kind.ONE_OF: say("write `is` and one of its words"),
    Kind.ANY_OF: say("write `include` and one of its words"),
    Kind.TEXT: say("write `is` and a text in quotes, or `mentions` and a topic"),
    Kind.DATE: say("write `before` or `after` and a date"),
    Kind.TIME: say("write `before` or `after` and a date, or `time since`"),
}


@record(frozen=False)
class Typer:
    """Types conditions. A condition that cannot be typed is reported and becomes `Always`.

    `definition` gives the condition of a definition that is typed by this, None for a name that nobody defines.
    """

    names: Names
    expressions: Expressions
    wording: Wording
    faults: Faults
    definition: Callable[[str, Typer], c.Condition | None]
    _level: int = 0
    _depths: dict[str, int] = field(default_factory=dict[str, int])

    def condition(self, node: n.Condition, clause: str | None = None) -> c.Condition:
        """The typed condition; `clause` is how to show it where that is not what stands in the source."""
        shown = clause or self.wording.of(node.span)
        self._level += 1
        try:
            return self._joined(node, shown) if self._level <= _DEEPEST else self._too_deep(node.span)
        except NoValue:
            return c.Always(shown, node.span)
        finally:
            self._level -= 1

    def _joined(self, node: n.Condition, shown: str) -> c.Condition:
        match node:
            case n.Group():
                return self.condition(node.part)
            case n.Not():
                return c.Not(shown, node.span, self.condition(node.part))
            case n.Junction():
                kind = c.All if node.operator == "and" else c.AnyOf
                return kind(shown, node.span, tuple(self.condition(part) for part in node.parts))
            case n.Defined():
                return self._defined(node, shown)
            case _:
                return self._atom(node, shown)

    def _atom(
        self, node: n.Flag | n.Comparison | n.Between | n.Is | n.State | n.Includes | n.Mentions, shown: str
    ) -> c.Condition:
        match node:
            case n.Flag():
                return self._flag(node, shown)
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

    # --- definitions --------------------------------------------------------------------------------------------------

    def _defined(self, node: n.Defined, shown: str) -> c.Condition:
        condition = self.definition(node.name, self)
        if condition is None:
            help_ = say("facts have a dot in their names; a condition of several parts gets a name with `define`")
            self.names.unknown("definition", n.Name(node.span, node.name), self.names.definitions, help_)
            raise NoValue
        depth = self._depths.setdefault(node.name, self._depth(condition))
        if self._level + depth > _DEEPEST:
            return self._too_deep(node.span)
        return c.Defined(shown, node.span, node.name, condition)

    def _depth(self, condition: c.Condition) -> int:
        """How deep a condition is nested, the definitions that it refers to included."""
        match condition:
            case c.Not():
                return 1 + self._depth(condition.part)
            case c.All() | c.AnyOf():
                return 1 + max((self._depth(part) for part in condition.parts), default=0)
            case c.Defined():
                return 1 + self._depths.get(condition.name, 0)
            case _:
                return 1

    def _too_deep(self, place: Span) -> c.Condition:
        self.faults.add(
            "too-deep",
            say("with its definitions, a condition is nested at most {deepest} deep", deepest=_DEEPEST),
            place,
            help=say("say directly what some of the definitions say through others"),
        )
        raise NoValue

    # --- comparisons --------------------------------------------------------------------------------------------------

    def _flag(self, node: n.Flag, shown: str) -> c.Condition:
        fact = self.expressions.fact(node.fact, node.span)
        if fact.type.kind is not Kind.FLAG:
            self.expressions.wrong(
                say("`{fact}` is not a yes or no: it is {type}", fact=node.fact, type=article(fact.type)),
                node.span,
                _HOW_TO_ASK.get(fact.type.kind, say("compare it with something")),
            )
        return c.IsOneOf(shown, node.span, node.fact, (True,))

    def _comparison(self, node: n.Comparison, shown: str) -> c.Condition:
        self._ordered(node.left, node.right)
        left, right = self._pair(node.left, node.right)
        if node.operator in {"before", "after"} and left.type.kind not in TEMPORAL:
            self.expressions.wrong(
                say("`{word}` compares dates and times, not {type}", word=node.operator, type=article(left.type)),
                node.span,
                say("write `less than` or `more than`"),
            )
        return c.Compare(shown, node.span, left, _OPS[node.operator], right)

    def _ordered(self, *sides: n.Expression) -> None:
        """Only what has an order is more or less than something; all expressions but facts have one."""
        for side in sides:
            fact = self.expressions.fact(side.name, side.span) if isinstance(side, n.FactValue) else None
            if fact is not None and fact.type.kind not in _ORDERED:
                self.expressions.wrong(
                    say("`{fact}` is never more or less: it is {type}", fact=fact.name, type=article(fact.type)),
                    side.span,
                    _HOW_TO_ASK.get(fact.type.kind, say("let it stand alone")),
                )

    def _between(self, node: n.Between, shown: str) -> c.Condition:
        self._ordered(node.value, node.low, node.high)
        value, low = self._pair(node.value, node.low)
        _, high = self._pair(node.value, node.high)
        if isinstance(low, c.Const) and isinstance(high, c.Const) and below(high.value, low.value):
            self.faults.add(
                "out-of-range",
                say("nothing lies between these two: the second is below the first"),
                node.low.span.to(node.high.span),
                help=say("put the lower one first"),
            )
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
        if isinstance(node.value, n.FactValue):
            self._no_set(self.expressions.left_fact(node.value), node)
        if isinstance(value, n.Word | n.String):
            fact = self.expressions.left_fact(node.value)
            if isinstance(value, n.Word):
                self._no_state(value, fact.type)
            if fact.type.kind is Kind.TEXT and isinstance(value, n.Word):
                self.expressions.wrong(
                    say("`{word}` stands without quotes, but `{fact}` is a text", word=value.text, fact=fact.name),
                    value.span,
                    say('write `"{word}"`', word=value.text),
                )
            return c.IsOneOf(shown, node.span, fact.name, (self.expressions.constant(value, fact.type),))
        left, right = self._pair(node.value, value)
        self._can_equal(left, right, value)
        return c.Compare(shown, node.span, left, c.Op.EQUAL, right)

    def _no_state(self, word: n.Word, type_: FactType) -> None:
        """`is knwon` reads like a choice of that name."""
        meant = None if word.text in type_.choices else nearest(word.text, _STATES)
        if meant is not None and nearest(word.text, type_.choices) is None:
            self.faults.misnamed(
                "misspelt-keyword",
                say("`{word}` is not a word of the language", word=word.text),
                word.span,
                (word.text, _STATES),
                say("words of the language are written exactly so"),
            )
            raise NoValue

    def _no_set(self, fact: Fact, node: n.Is) -> None:
        if fact.type.kind is Kind.ANY_OF:
            self.expressions.wrong(
                say("`{fact}` is a set, which is never one of its words", fact=fact.name),
                node.span,
                say("write `{fact} include …`", fact=fact.name),
            )

    # --- both sides ---------------------------------------------------------------------------------------------------

    def _pair(self, left: n.Expression, right: n.Expression) -> tuple[c.Expression, c.Expression]:
        """Both sides of a comparison, of one unit. A bare word takes its meaning from the fact on the other side."""
        one = self._bare(left, right) if isinstance(left, _BARE) else self.expressions.typed(left)
        other = self._bare(right, left) if isinstance(right, _BARE) else self.expressions.typed(right)
        if isinstance(one, c.Elapsed) and isinstance(other, c.Elapsed):
            self.expressions.wrong(
                say("two stretches of time up to now are compared"),
                left.span.to(right.span),
                say("compare the two moments: `A before B`"),
            )
        if isinstance(one, c.Const) and not isinstance(other, c.Const):
            check_unit(one.type, other.type, left, self.faults)
        else:
            check_unit(other.type, one.type, right, self.faults)
        self._same_choices(one, other, right)
        self._in_bounds(one, other, right)
        self._whole_days(one, other, right)
        return one, other

    def _bare(self, word: n.Word | n.String | n.NoneValue, other: n.Expression) -> c.Const:
        fact = self.expressions.left_fact(other)
        return c.Const(self.expressions.constant(word, fact.type), fact.type)

    def _same_choices(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        if one.type.kind is Kind.ONE_OF and not set(one.type.choices) & set(other.type.choices):
            self.expressions.wrong(
                say("these two facts have no word in common, so they are never the same"),
                node.span,
                say("compare facts that take the same words"),
            )

    def _in_bounds(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        """A constant that the fact can never reach makes a condition that is always or never true."""
        if isinstance(one, c.FactRef) and isinstance(other, c.Const) and one.type.kind in _ORDERED:
            same = one.type.kind is other.type.kind or one.type.kind in NUMERIC
            if same and outside(other.value, one.type):
                self._never_takes(one, node, say("compare it with a value inside of its bounds, or change the bounds"))

    def _can_equal(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        """A whole number is never a fraction, though it may be more or less than one."""
        if isinstance(one, c.Const):
            one, other = other, one
        if not isinstance(one, c.FactRef) or one.type.kind is not Kind.WHOLE:
            return
        if isinstance(other, c.Const) and literals.is_fraction(other.value):
            self._never_takes(one, node, say("write a whole number, or make the fact a `number`"))

    def _never_takes(self, fact: c.FactRef, node: n.Expression, help_: str) -> None:
        message = say("`{fact}` never takes this value, so this is always or never true", fact=fact.fact)
        self.faults.add("out-of-range", message, node.span, severity=Severity.WARNING, help=help_)

    def _whole_days(self, one: c.Expression, other: c.Expression, node: n.Expression) -> None:
        if not isinstance(one, c.Elapsed) or one.moment.type.kind is not Kind.DATE:
            return
        if isinstance(other, c.Const) and isinstance(other.value, Duration) and other.value.seconds:
            self.faults.add(
                "wrong-unit",
                say("a date has no hours, so the time since it is counted in days"),
                node.span,
                help=say("count in days, or make the fact a `time`"),
            )
            raise NoValue

    # --- what is known, what a set has, what a text mentions ----------------------------------------------------------

    def _state(self, node: n.State, shown: str) -> c.Condition:
        fact = self.expressions.left_fact(node.value)
        if node.state == "none" and not fact.type.or_none:
            self.expressions.wrong(
                say("`{fact}` is never none, so this condition never holds", fact=fact.name),
                node.span,
                say("declare the fact with `or none`, or ask whether it `is known`"),
            )
        kind = c.IsNone if node.state == "none" else c.IsKnown
        found = kind(shown, node.span, fact.name)
        return c.Not(shown, node.span, found) if node.negated != (node.state == "unknown") else found

    def _includes(self, node: n.Includes, shown: str) -> c.Condition:
        fact = self.expressions.left_fact(node.value)
        if fact.type.kind is not Kind.ANY_OF:
            self.expressions.wrong(
                say("`{fact}` is not a set: it is {type}", fact=fact.name, type=article(fact.type)),
                node.value.span,
                say("only facts of type `any of` include something"),
            )
        choices = tuple(literals.choice(name, fact.type, self.faults) for name in node.which.names)
        return c.Includes(shown, node.span, fact.name, _how(node.which), choices)

    def _mentions(self, node: n.Mentions, shown: str) -> c.Condition:
        subject = self._subject(node.subject) if node.subject is not None else REQUEST_TEXT
        found = [self.names.topic(name) for name in node.which.names]  # every unknown one is reported
        if not all(found):
            raise NoValue
        return c.Mentions(shown, node.span, subject, _how(node.which), _texts(node.which.names), node.asks)

    def _subject(self, node: n.Expression) -> str:
        fact = self.expressions.left_fact(node)
        if fact.type.kind is not Kind.TEXT:
            self.expressions.wrong(
                say("`{fact}` is no text, so it mentions nothing", fact=fact.name),
                node.span,
                say("only `request` and facts of type `text` mention topics"),
            )
        return fact.name


_STATES = ("known", "unknown")
_BARE = (n.Word, n.String, n.NoneValue)


def _how(which: n.Which) -> c.How:
    return c.How.ANY if which.how == "one" else c.How(which.how)


def _texts(names: Sequence[n.Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in names))
