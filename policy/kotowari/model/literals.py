"""From a value as written to a value of a type."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NoReturn
from zoneinfo import ZoneInfo

from kotowari.diagnostics.said import Said, Several, comma_list, say
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.model.duration import Duration
from kotowari.model.faults import Faults
from kotowari.model.order import outside
from kotowari.model.takes import takes
from kotowari.model.types import FactType, Kind, Value

_WORDS = {"yes": True, "no": False}
_UNITS = {"month": (1, 0), "year": (12, 0), "day": (0, 1), "week": (0, 7)}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


class NoValue(Exception):  # noqa: N818 - not an error: the fault has been reported, and there is no value
    """What was written is no value of the type; the fault has been reported."""


def describe(type_: FactType) -> str:
    """The type as people say it: "money in USD", "one of `free`, `pro`"."""
    if type_.kind is Kind.MONEY:
        return _money_in(type_)
    if type_.choices:
        several = type_.kind is Kind.ANY_OF
        choices = _choices(type_)
        return say("any of {choices}", choices=choices) if several else say("one of {choices}", choices=choices)
    return type_.kind.value


def _money_in(type_: FactType) -> Said:
    return say("money in {currency}", currency=type_.currency or "")


def _choices(type_: FactType) -> Several:
    return comma_list(f"`{choice}`" for choice in type_.choices)


def length(node: n.Length, faults: Faults) -> Duration:
    """A duration as written. Calendar units are whole."""
    months = days = 0
    seconds = Decimal(0)
    for amount, unit in node.parts:
        if unit in _SECONDS:
            seconds += amount * _SECONDS[unit]
        else:
            count = _whole(amount, unit, node.span, faults)
            months += count * _UNITS[unit][0]
            days += count * _UNITS[unit][1]
    if months < 0 or days < 0 or seconds < 0:
        faults.add("wrong-type", say("a duration is never negative"), node.span, help=say("leave the minus sign out"))
    if abs(seconds) > _MOST * _DAY:
        _too_long(node.span, faults)
        seconds = Decimal(0)
    return Duration(months, days, seconds)


def _whole(amount: Decimal, unit: str, span: Span, faults: Faults) -> int:
    """An amount of a calendar unit; 1 where it is none, which is reported."""
    if amount != amount.to_integral_value():
        faults.add("wrong-unit", say("{unit}s are counted whole", unit=unit), span, help=say("use a smaller unit"))
        return 1
    if abs(amount) > _MOST:
        _too_long(span, faults)
        return 1
    return int(amount)


def _too_long(span: Span, faults: Faults) -> None:
    faults.add(
        "out-of-range",
        say("this is longer than any calendar"),
        span,
        help=say("write at most {most:,} of a unit", most=_MOST),
    )


_MOST = 100_000
_DAY = 86_400

# What `from` and `to` take.
Bound = Decimal | Duration | date | datetime | None


def bound(value: Value) -> Bound:
    """A value as a bound; None where it cannot be one."""
    return value if isinstance(value, Decimal | Duration | date) else None


def type_of(node: n.Literal) -> FactType | None:
    """The type that a literal has by its looks; None where only its use can tell."""
    match node:
        case n.Number():
            return FactType(Kind.NUMBER)
        case n.Percent():
            return FactType(Kind.PERCENT)
        case n.Money():
            return FactType(Kind.MONEY, currency=node.currency)
        case n.Length():
            return FactType(Kind.DURATION)
        case n.Moment():
            return FactType(Kind.TIME if node.has_clock else Kind.DATE)
        case n.String():
            return FactType(Kind.TEXT)
        case n.Word() | n.NoneValue():
            return None


def plain(node: n.Literal, zone: ZoneInfo, faults: Faults) -> Value:
    """The value of a literal that has a type of its own. A time without an offset is in the policy's zone."""
    match node:
        case n.Number() | n.Percent() | n.Money():
            return node.value
        case n.Length():
            return length(node, faults)
        case n.Moment():
            return moment(node.text, zone) if node.has_clock else date.fromisoformat(node.text)
        case n.String():
            return node.plain
        case n.Word():
            return node.text
        case n.NoneValue():
            return None


def moment(text: str, zone: ZoneInfo) -> datetime:
    """A time as written; without an offset it is in the zone."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def read(nodes: Sequence[n.Literal], type_: FactType, zone: ZoneInfo, faults: Faults, *, bare: bool = False) -> Value:
    """The value of a fact of this type, from one literal or, for a set, several. Raises NoValue after reporting.

    With `bare` a number alone is in the unit of the fact.
    """
    if len(nodes) == 1 and isinstance(nodes[0], n.NoneValue):
        if type_.or_none:
            return None
        _wrong(nodes[0].span, "`none`", type_, faults, say("declare the fact with `or none`"))
    if type_.kind is Kind.ANY_OF:
        return frozenset(choice(node, type_, faults) for node in nodes)
    if len(nodes) > 1:
        span = nodes[0].span.to(nodes[-1].span)
        _wrong(span, say("a list"), type_, faults, say("give one value"))
    return _single(nodes[0], type_, zone, faults, bare=bare)


def _single(node: n.Literal, type_: FactType, zone: ZoneInfo, faults: Faults, *, bare: bool) -> Value:
    if type_.kind is Kind.ONE_OF:
        return choice(node, type_, faults)
    if type_.kind is Kind.FLAG:
        if isinstance(node, n.Word) and node.text in _WORDS:
            return _WORDS[node.text]
        _wrong(node.span, _shown(node), type_, faults, say("write `yes` or `no`"))
    own = type_of(node)
    if own is None:
        _wrong(node.span, _shown(node), type_, faults)
    unit_stands_in_type = bare and isinstance(node, n.Number) and type_.kind in {Kind.MONEY, Kind.PERCENT}
    check_unit(type_ if unit_stands_in_type else own, type_, node, faults)
    value = plain(node, zone, faults)
    advice = _never(value, own.kind, type_.kind)
    if advice is not None:
        _wrong(node.span, _shown(node), type_, faults, advice)
    check_range(value, type_, node.span, faults)
    return value


def is_fraction(value: Value) -> bool:
    """Whether this is a number, but no whole one."""
    return isinstance(value, Decimal) and value != value.to_integral_value()


def _never(value: Value, own: Kind, wanted: Kind) -> str | None:
    """What to do about a value of the right unit that the fact never takes all the same; None where it does."""
    if wanted is Kind.WHOLE and is_fraction(value):
        return say("write a whole number, or make the fact a `number`")
    if wanted is Kind.TIME and own is Kind.DATE:
        return say("write the time as well: `2026-04-01T00:00`")
    return say("write the date alone: `2026-04-01`") if wanted is Kind.DATE and own is Kind.TIME else None


def choice(node: n.Node, type_: FactType, faults: Faults) -> str:
    """A word that must be among the choices."""
    text = node.text if isinstance(node, n.Word | n.Name) else None
    if text is None:
        _wrong(node.span, _shown(node), type_, faults, say("write one of its words, without quotes"))
    if text not in type_.choices:
        message = say("`{word}` is not {type}", word=text, type=describe(type_))
        none = say("a fact of type {kind} has no words", kind=type_.kind.value)
        help_ = say("use a word that the fact takes")
        faults.misnamed("unknown-choice", message if type_.choices else none, node.span, (text, type_.choices), help_)
        raise NoValue
    return text


def check_range(value: Value, type_: FactType, span: Span, faults: Faults) -> None:
    """The bounds of the fact. Raises NoValue, after reporting, for a value outside of them."""
    if outside(value, type_):
        faults.add(
            "out-of-range",
            say("this value is outside of what the fact takes ({takes})", takes=takes(type_)),
            span,
            help=say("change the value, or the bounds of the fact"),
        )
        raise NoValue


_PLAIN = frozenset({Kind.WHOLE, Kind.NUMBER})
_MOMENTS = frozenset({Kind.DATE, Kind.TIME})


def comparable(left: FactType, right: FactType) -> bool:
    """Whether two amounts can be held against each other; currencies are looked at apart."""
    for group in (_PLAIN, _MOMENTS):
        if left.kind in group:
            return right.kind in group
    return left.kind is right.kind


def check_unit(written: FactType, wanted: FactType, node: n.Node, faults: Faults) -> None:
    """Raises NoValue, after reporting, where what is written has not the unit of what it meets."""
    if comparable(written, wanted):
        if written.kind is Kind.MONEY and written.currency != wanted.currency:
            faults.add(
                "wrong-currency",
                say("{one} meets {other}", one=_money_in(written), other=_money_in(wanted)),
                node.span,
                help=say("amounts in different currencies are never compared: give the amount in the same one"),
            )
            raise NoValue
        return
    measured = {*_PLAIN, Kind.MONEY, Kind.PERCENT, Kind.DURATION}
    code = "wrong-unit" if written.kind in measured and wanted.kind in measured else "wrong-type"
    faults.add(
        code,
        say(
            "{shown} is {type}, but {wanted} is needed",
            shown=_shown(node),
            type=article(written),
            wanted=article(wanted),
        ),
        node.span,
        help=_LENGTHS if written.kind is Kind.DURATION and wanted.kind in _MOMENTS else _example(wanted),
    )
    raise NoValue


_LENGTHS = say("compare a length with a length: `time until order.due at most 3 days`, or `time since` it")
_EXAMPLES = {
    Kind.FLAG: say("write `yes` or `no`"),
    Kind.ONE_OF: say("write one of its words, without quotes"),
    Kind.ANY_OF: say("write some of its words, without quotes"),
    Kind.PERCENT: say("write the sign: `10%`"),
    Kind.DURATION: say("write the unit: `14 days`, `4 hours`"),
    Kind.DATE: say("write a date: `2026-04-01`"),
    Kind.TIME: say("write a date, or a time: `2026-04-01T09:00`"),
    Kind.TEXT: say('write a text in quotes: `"P-1042"`'),
    Kind.WHOLE: say("write a number without a unit"),
    Kind.NUMBER: say("write a number without a unit"),
}
_ARTICLES = {
    Kind.FLAG: say("a yes or no"),
    Kind.NUMBER: say("a plain number"),
    Kind.WHOLE: say("a plain number"),
    Kind.PERCENT: say("a percentage"),
    Kind.DURATION: say("a duration"),
    Kind.DATE: say("a date"),
    Kind.TIME: say("a time"),
    Kind.TEXT: say("a text"),
}


def _example(type_: FactType) -> str:
    """How to write a value of a type."""
    if type_.kind is Kind.MONEY:
        return say("write the currency: `5_000 {currency}`", currency=type_.currency or "")
    return _EXAMPLES.get(type_.kind, "")


def article(type_: FactType) -> str:
    """The type with its article where it has one: "a date", "money in USD"."""
    return _ARTICLES.get(type_.kind) or describe(type_)


def _shown(node: n.Node) -> str:
    match node:
        case n.Word() | n.Name():
            return f"`{node.text}`"
        case n.FactValue():
            return f"`{node.name}`"
        case n.NoneValue():
            return "`none`"
        case _:
            return say("this")


def _wrong(span: Span, shown: str, type_: FactType, faults: Faults, help_: str = "") -> NoReturn:
    faults.add(
        "wrong-type",
        say("{shown} is no value of this fact, which is {type}", shown=shown, type=article(type_)),
        span,
        help=help_ or _example(type_),
    )
    raise NoValue
