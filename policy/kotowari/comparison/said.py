"""Parts of the model in the words of the language, for people who compare them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import assert_never, cast

from kotowari.cases.written import literal
from kotowari.model import conditions as c
from kotowari.model.amounts import plain
from kotowari.model.duration import Duration
from kotowari.model.model import Allowance, Example, Outcome, TopicPattern
from kotowari.model.template import Placeholder, Template
from kotowari.model.types import FactType
from kotowari.model.wording import duration_phrase
from kotowari.text.patterns.pattern import Pattern

_CONDITIONS = (
    c.Compare,
    c.Between,
    c.IsOneOf,
    c.IsNone,
    c.IsKnown,
    c.Includes,
    c.Mentions,
    c.Not,
    c.All,
    c.AnyOf,
    c.Defined,
)


def said(value: object) -> str:
    """A value of a field on one line; empty for what says nothing."""
    match value:
        case None | c.Always():
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return plain(value)
        case datetime() | date():
            return value.isoformat()
        case Duration():
            return duration_phrase(value)
        case tuple() | list():
            return ", ".join(filter(None, map(said, cast("tuple[object, ...]", value))))
        case frozenset():
            return ", ".join(sorted(map(said, cast("frozenset[object]", value))))
        case Mapping():
            members = cast("Mapping[object, object]", value)
            return ", ".join(f"{key} {said(held)}".strip() for key, held in sorted(members.items(), key=str))
        case _:
            return _declared(value)


def _declared(value: object) -> str:
    match value:
        case Outcome():
            return " ".join(_outcome(value))
        case Template():
            return "".join(piece if isinstance(piece, str) else _placeholder(piece) for piece in value.pieces)
        case TopicPattern():
            return f"{value.language} {said(value.pattern)}"
        case Pattern():
            quoted = value.text if value.regex else f'"{value.text}"'
            return f"exactly {quoted}" if value.exact else quoted
        case FactType():
            return " ".join(_type(value))
        case Example():
            text = f' "{value.text}"' if value.text is not None else ""
            return f"{'example' if value.holds else 'counterexample'}{text}{_with(value)}"
        case Allowance():
            return f'{value.check} "{value.reason}"'
        case _ if isinstance(value, _CONDITIONS):
            return value.clause
        case _:
            return str(value)


def _outcome(outcome: Outcome) -> Iterator[str]:
    yield outcome.verdict.value
    for word, held in (("to", outcome.team), ("within", outcome.within), ("as", outcome.label)):
        if held is not None:
            yield f"{word} {said(held)}"
    if outcome.grant is not None:
        yield f"granting {expression(outcome.grant)}"
    if outcome.because:
        yield f"because {', '.join(outcome.because)}"


def _placeholder(piece: Placeholder) -> str:
    return f"{{{piece.name}}}" if piece.fallback is None else f"{{{piece.name}|{piece.fallback}}}"


def _type(fact_type: FactType) -> Iterator[str]:
    yield fact_type.kind.value
    if fact_type.choices:
        yield ", ".join(fact_type.choices)
    if fact_type.currency:
        yield f"in {fact_type.currency}"
    for word, end in (("from", fact_type.low), ("to", fact_type.high)):
        if end is not None:
            yield f"{word} {said(end)}"
    if fact_type.or_none:
        yield "or none"


def _with(example: Example) -> str:
    given = ", ".join(f"{name} {said(value)}" for name, value in sorted(example.given.items()))
    gives = f" gives {example.gives.value}" if isinstance(example.gives, StrEnum) else ""
    return f"{f' with {given}' if given else ''}{gives}"


def expression(value: c.Expression) -> str:
    """An expression as the language writes it."""
    match value:
        case c.Const():
            return literal(value.type, value.value)
        case c.FactRef():
            return value.fact
        case c.NowRef():
            return "now"
        case c.Sum():
            return f"{expression(value.left)} {'plus' if value.sign > 0 else 'minus'} {expression(value.right)}"
        case c.Product():
            return f"{expression(value.left)} times {expression(value.right)}"
        case c.Share():
            return f"{expression(value.percent)} of {expression(value.amount)}"
        case c.Elapsed():
            return f"time {'since' if value.since else 'until'} {expression(value.moment)}"
        case _:
            assert_never(value)
