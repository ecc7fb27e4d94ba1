"""Conditions as policies of Cedar, Amazon's language for permissions: a second implementation to be held against.

A rule becomes a `permit` whose `when` is the rule's condition; which of them hold is for Cedar to say. Cedar has whole
numbers of 64 bits and no text search: numbers are scaled, and conditions on topics, moments and months are not
translated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final, NamedTuple, assert_never

import cedarpy

from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT
from kotowari.model.types import Kind, Value

_NAMED: Final = frozenset({Kind.FLAG, Kind.ONE_OF, Kind.TEXT})
_UNTOLD: Final = frozenset({Kind.TIME, Kind.DURATION})
# Numbers of facts come with at most so many places behind the point.
SCALE: Final = 10**3
_OPERATORS: Final = {c.Op.LESS: "<", c.Op.AT_MOST: "<=", c.Op.EQUAL: "==", c.Op.AT_LEAST: ">=", c.Op.MORE: ">"}


class UntranslatableError(Exception):
    """What Cedar has no words for."""


class Scaled(NamedTuple):
    """A whole number in Cedar's words that stands for a number so many times smaller."""

    text: str
    scale: int


def translatable(conditions: Mapping[str, c.Condition]) -> dict[str, str]:
    """The conditions that Cedar has words for, in these words."""
    found: dict[str, str] = {}
    for name, condition in conditions.items():
        try:
            found[name] = translated(condition)
        except UntranslatableError:
            continue
    return found


def holding(translations: Mapping[str, str], facts: Mapping[str, Value], topics: Mapping[str, str]) -> set[str]:
    """The names of the conditions that hold, as Cedar says; `topics` are those that are asked for or mentioned."""
    policies = "\n".join(
        f"@id({json.dumps(name)}) permit(principal, action, resource) when {{ {text} }};"
        for name, text in translations.items()
    )
    context = {name: given for name, value in facts.items() if (given := _given(value)) is not None}
    context["topics"] = sorted(topics)
    context["asked"] = sorted(topic for topic, said in topics.items() if said == "asks")
    asked = {"principal": 'User::"u"', "action": 'Action::"a"', "resource": 'Request::"r"', "context": context}
    answer = cedarpy.is_authorized(asked, policies, [])
    assert not answer.diagnostics.errors, answer.diagnostics.errors
    return set(answer.diagnostics.id_annotations_by_reason.values())


def _given(value: Value) -> object:
    match value:
        case bool() | str():
            return value
        case frozenset():
            return sorted(value)
        case Decimal() | date() if not isinstance(value, datetime):
            return _whole(value)
        case _:
            return None if value is None else "given"  # only whether it is none is ever asked


def _whole(value: Value) -> int:
    match value:
        case Decimal():
            scaled = value * SCALE
            if scaled != scaled.to_integral_value():
                raise UntranslatableError(f"{value} has too many places")
            return int(scaled)
        case date() if not isinstance(value, datetime):
            return value.toordinal() * SCALE
        case _:
            raise UntranslatableError(repr(value))


# --- conditions -------------------------------------------------------------------------------------------------------


def translated(condition: c.Condition) -> str:  # noqa: C901, PLR0912 - one case for each kind of condition
    """The condition in Cedar's words; a fact that is none has no attribute."""
    match condition:
        case c.Always():
            return "true"
        case c.All():
            return "(" + " && ".join(translated(part) for part in condition.parts) + ")"
        case c.AnyOf():
            return "(" + " || ".join(translated(part) for part in condition.parts) + ")"
        case c.Not():
            return f"!({translated(condition.part)})"
        case c.Defined():
            return translated(condition.condition)
        case c.Compare():
            return _compared(condition.left, condition.op, condition.right)
        case c.Between():
            low = _compared(condition.value, c.Op.AT_LEAST, condition.low)
            return f"({low} && {_compared(condition.value, c.Op.AT_MOST, condition.high)})"
        case c.IsOneOf():
            values = " || ".join(f"{_fact(condition.fact)} == {_literal(value)}" for value in condition.values)
            return f"({_present({condition.fact})} && ({values}))"
        case c.IsNone():
            return f"!({_present({condition.fact})})"
        case c.Includes():
            return _includes(condition)
        case c.Mentions():
            return _mentions(condition)
        case c.IsKnown():
            raise UntranslatableError(condition.clause)
        case _:
            assert_never(condition)


def _includes(condition: c.Includes) -> str:
    return f"({_present({condition.fact})} && {_has(_fact(condition.fact), condition.how, condition.choices)})"


def _mentions(condition: c.Mentions) -> str:
    if condition.fact != REQUEST_TEXT:
        raise UntranslatableError(condition.clause)
    return _has("context.asked" if condition.asks else "context.topics", condition.how, condition.topics)


def _has(names: str, how: c.How, wanted: Sequence[str]) -> str:
    function = "containsAll" if how is c.How.ALL else "containsAny"
    found = f"{names}.{function}([{', '.join(map(json.dumps, wanted))}])"
    return f"!({found})" if how is c.How.NONE else found


def _compared(left: c.Expression, op: c.Op, right: c.Expression) -> str:
    present = _present(c.facts_of(left) | c.facts_of(right))
    kinds = {left.type.kind, right.type.kind}
    if isinstance(left, c.FactRef) and isinstance(right, c.FactRef) and kinds <= _NAMED:
        return f"({present} && {_fact(left.fact)} == {_fact(right.fact)})"
    if kinds & _UNTOLD:
        raise UntranslatableError(repr(kinds))
    first, second = _number(left), _number(right)
    return f"({present} && {first.text} * {second.scale} {_OPERATORS[op]} {second.text} * {first.scale})"


def _number(expression: c.Expression) -> Scaled:
    match expression:
        case c.Const():
            return Scaled(str(_whole(expression.value)), SCALE)
        case c.FactRef():
            return Scaled(_fact(expression.fact), SCALE)
        case c.Sum():
            left, right = _number(expression.left), _number(expression.right)
            sign = "+" if expression.sign > 0 else "-"
            text = f"({left.text} * {right.scale} {sign} {right.text} * {left.scale})"
            return Scaled(text, left.scale * right.scale)
        case c.Product():
            return _multiplied(_number(expression.left), _number(expression.right), 1)
        case c.Share():
            return _multiplied(_number(expression.percent), _number(expression.amount), 100)
        case c.NowRef() | c.Elapsed():
            raise UntranslatableError(repr(expression))
        case _:
            assert_never(expression)


def _multiplied(left: Scaled, right: Scaled, times: int) -> Scaled:
    return Scaled(f"({left.text} * {right.text})", left.scale * right.scale * times)


def _present(facts: set[str] | frozenset[str]) -> str:
    return " && ".join(f"context has {json.dumps(fact)}" for fact in sorted(facts)) or "true"


def _fact(name: str) -> str:
    return f"context[{json.dumps(name)}]"


def _literal(value: Value) -> str:
    return json.dumps(value) if isinstance(value, bool | str) else str(_whole(value))
