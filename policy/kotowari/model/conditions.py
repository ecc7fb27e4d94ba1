"""Typed conditions: what a rule asks, every name resolved and every unit checked.

A condition holds its own wording (`clause`, as written) so that an explanation can show it. Comparisons are exact.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import assert_never

from kotowari.cached import cached_property
from kotowari.diagnostics.span import Span
from kotowari.model.types import FactType, Value
from kotowari.record import record

# --- expressions ------------------------------------------------------------------------------------------------------


@record
class Const:
    """A value written in the policy."""

    value: Value
    type: FactType


@record
class FactRef:
    """The value of a fact, by its name."""

    fact: str
    type: FactType


@record
class NowRef:
    """The moment of the decision."""

    type: FactType


@record
class Sum:
    """`left + right`, or `left - right` where `sign` is -1; both of one unit."""

    left: Expression
    right: Expression
    sign: int
    type: FactType


@record
class Product:
    """`left × right`; at most one side has a unit, and no fact stands on both."""

    left: Expression
    right: Expression
    type: FactType


@record
class Share:
    """A percentage of an amount."""

    percent: Expression
    amount: Expression
    type: FactType


@record
class Elapsed:
    """The time since a moment, or until it; compared with a duration by adding that to the moment or to now."""

    moment: Expression
    since: bool
    type: FactType


Expression = Const | FactRef | NowRef | Sum | Product | Share | Elapsed


def facts_of(expression: Expression) -> frozenset[str]:
    """The facts that an expression reads."""
    match expression:
        case FactRef():
            return frozenset({expression.fact})
        case Const() | NowRef():
            return frozenset()
        case Sum() | Product():
            return facts_of(expression.left) | facts_of(expression.right)
        case Share():
            return facts_of(expression.percent) | facts_of(expression.amount)
        case Elapsed():
            return facts_of(expression.moment)
        case _:
            assert_never(expression)


# --- conditions -------------------------------------------------------------------------------------------------------


class Op(StrEnum):
    """How two sides compare; the values are the symbols that the language also reads."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"


class How(StrEnum):
    """How many of several names have to be there."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


@record
class _Clause:
    clause: str = field(compare=False)
    span: Span = field(compare=False, repr=False)


@record
class Always(_Clause):
    """No condition."""


@record
class Compare(_Clause):
    """Two sides held against each other; ordered values, or equality of any two values of one type."""

    left: Expression
    op: Op
    right: Expression

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts that the two sides read."""
        return facts_of(self.left) | facts_of(self.right)

    @cached_property
    def lengths(self) -> frozenset[str]:
        """The facts of the length that a time since or until something is held against."""
        elapsed, other = (self.left, self.right) if isinstance(self.left, Elapsed) else (self.right, self.left)
        return facts_of(other) - facts_of(elapsed) if isinstance(elapsed, Elapsed) else frozenset()

    @cached_property
    def said(self) -> tuple[str, str]:
        """What the two sides say: the same for all comparisons of the same two."""
        return repr(self.left), repr(self.right)


@record
class Between(_Clause):
    """Both ends included."""

    value: Expression
    low: Expression
    high: Expression

    @cached_property
    def sides(self) -> tuple[Compare, Compare]:
        """The two comparisons that it is made of."""
        return (
            Compare(self.clause, self.span, self.value, Op.AT_LEAST, self.low),
            Compare(self.clause, self.span, self.value, Op.AT_MOST, self.high),
        )


@record
class IsOneOf(_Clause):
    """The value of a fact is among these: choices, texts, or yes and no."""

    fact: str
    values: tuple[Value, ...]


@record
class IsNone(_Clause):
    """The fact is known to be absent."""

    fact: str


@record
class IsKnown(_Clause):
    """The fact was given or read; a default does not make it known. Always true or false."""

    fact: str


@record
class Includes(_Clause):
    """A set has any, all or none of these."""

    fact: str
    how: How
    choices: tuple[str, ...]


@record
class Mentions(_Clause):
    """A text (`request.text` or another fact) is about any, all or none of these topics.

    With `asks` a mention that is only denied does not count.
    """

    fact: str
    how: How
    topics: tuple[str, ...]
    asks: bool


@record
class Not(_Clause):
    """The opposite; unknown stays unknown."""

    part: Condition


@record
class All(_Clause):
    """Every part holds."""

    parts: tuple[Condition, ...]


@record
class AnyOf(_Clause):
    """At least one part holds."""

    parts: tuple[Condition, ...]


@record
class Defined(_Clause):
    """A definition, by its name, with its condition."""

    name: str
    condition: Condition


Atom = Compare | Between | IsOneOf | IsNone | IsKnown | Includes | Mentions
Condition = Always | Atom | Not | All | AnyOf | Defined
