"""Values of facts: what a request writes, read by the type of the fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import TypeVar, cast

from kotowari.diagnostics.said import say
from kotowari.diagnostics.suggest import nearest
from kotowari.model.amounts import MAX_DIGITS, TooManyDigitsError, folded, plain, read_money, read_number, read_percent
from kotowari.model.duration import Duration
from kotowari.model.moments import read_date, read_duration, read_time
from kotowari.model.order import outside
from kotowari.model.takes import given, takes
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.writing import JsonValue, decision_value, show_value, to_json
from kotowari.regex import regex

__all__ = ["JsonValue", "ValueProblem", "decision_value", "encodable", "read_value", "show_value", "to_json"]

_T = TypeVar("_T")

_FLAGS = {"yes": True, "true": True, "no": False, "false": False}
_SURROGATE = regex("[\ud800-\udfff]")


class ValueProblem(ValueError):  # noqa: N818 - a problem of the request, which the caller turns into a message
    """A value that a fact does not take.

    `given` shows the value as it was given, short and safe to print; `takes` is what the fact takes, as a phrase with
    an example; `nearest` is the choice that was probably meant.
    """

    def __init__(self, given: str, takes: str, nearest: str | None = None) -> None:
        super().__init__(given, takes, nearest)
        self.given = given
        self.takes = takes
        self.nearest = nearest

    def __str__(self) -> str:
        meant = f"; did you mean `{self.nearest}`?" if self.nearest else ""
        return f"it takes {self.takes}, not `{self.given}`{meant}"


def encodable(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate, which no output can hold; as long as before, so that places stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def read_value(fact_type: FactType, raw: object, *, offset: tzinfo) -> Value:
    """The value of a fact of `fact_type` that `raw`, from JSON, YAML, Python or a command line, stands for.

    Times that carry no offset are in `offset`, that of the request's `now`. Where there may be none, null is none, and
    so is the word `none`, but for text. Raises ValueProblem for everything that the fact does not take.
    """
    if raw is None or (isinstance(raw, str) and fact_type.kind is not Kind.TEXT and reads_as_none(raw)):
        if fact_type.or_none:
            return None
        raise ValueProblem("none", takes(fact_type))
    value = _READERS[fact_type.kind](fact_type, raw, offset)
    if outside(value, fact_type):
        raise ValueProblem(given(raw), takes(fact_type))
    return value


def reads_as_none(raw: str) -> bool:
    """Whether this is the word `none`, in any case and width, which stands for none with every fact but texts."""
    return folded(raw).lower() == "none"


def _flag(fact_type: FactType, raw: object, _: tzinfo) -> bool:
    if isinstance(raw, bool):
        return raw
    return _known(_FLAGS.get(folded(raw).lower()) if isinstance(raw, str) else None, fact_type, raw)


def _one_of(fact_type: FactType, raw: object, _: tzinfo) -> str:
    word = unicodedata.normalize("NFC", raw.strip()) if isinstance(raw, str) else None
    if word in fact_type.choices:
        return word
    raise ValueProblem(given(raw), takes(fact_type), nearest(word, fact_type.choices) if word else None)


def _any_of(fact_type: FactType, raw: object, offset: tzinfo) -> frozenset[str]:
    members = _members(raw)
    if members is None:
        raise ValueProblem(given(raw), takes(fact_type))
    return frozenset(_one_of(fact_type, member, offset) for member in members)


def _members(raw: object) -> Iterable[object] | None:
    """The members of a list, a set (in an order that does not change), or a text with commas; else None."""
    if isinstance(raw, str):
        return re.split("[,，、]", raw) if raw.strip() else ()
    if isinstance(raw, set | frozenset):
        return sorted(cast("Iterable[object]", raw), key=str)
    return cast("Iterable[object]", raw) if isinstance(raw, list | tuple) else None


def _whole(fact_type: FactType, raw: object, _: tzinfo) -> Decimal:
    number = _number_by(read_number, fact_type, raw)
    return _known(number if number == number.to_integral_value() else None, fact_type, raw)


def _number(fact_type: FactType, raw: object, _: tzinfo) -> Decimal:
    return _number_by(read_number, fact_type, raw)


def _percent(fact_type: FactType, raw: object, _: tzinfo) -> Decimal:
    return _number_by(read_percent, fact_type, raw)


def _number_by(read: Callable[[object], Decimal | None], fact_type: FactType, raw: object) -> Decimal:
    try:
        return _known(read(raw), fact_type, raw)
    except TooManyDigitsError:
        raise _too_many_digits(fact_type, raw) from None


def _money(fact_type: FactType, raw: object, _: tzinfo) -> Decimal:
    try:
        money = _known(read_money(raw), fact_type, raw)
    except TooManyDigitsError:
        raise _too_many_digits(fact_type, raw) from None
    if money.currency == fact_type.currency:
        return money.amount
    if money.currency:
        raise ValueProblem(
            given(raw), say("{takes}, and no {currency}", takes=takes(fact_type), currency=money.currency)
        )
    example = f"{plain(money.amount)} {fact_type.currency}"
    raise ValueProblem(given(raw), say("money with its currency, such as `{example}`", example=example))


def _too_many_digits(fact_type: FactType, raw: object) -> ValueProblem:
    return ValueProblem(given(raw), say("{takes}, of at most {most} digits", takes=takes(fact_type), most=MAX_DIGITS))


def _duration(fact_type: FactType, raw: object, _: tzinfo) -> Duration:
    try:
        return _known(read_duration(raw), fact_type, raw)
    except TooManyDigitsError:
        raise _too_many_digits(fact_type, raw) from None


def _date(fact_type: FactType, raw: object, offset: tzinfo) -> date:
    value = read_date(raw)
    if value is None and read_time(raw, offset) is not None:
        raise ValueProblem(given(raw), say("a date without a time, such as `2026-04-01`"))
    return _known(value, fact_type, raw)


def _time(fact_type: FactType, raw: object, offset: tzinfo) -> datetime:
    value = read_time(raw, offset)
    day = read_date(raw)
    if value is None and day is not None:
        raise ValueProblem(
            given(raw),
            say(
                "a time, such as `{midnight}` for the midnight when that day begins",
                midnight=f"{day.isoformat()}T00:00",
            ),
        )
    return _known(value, fact_type, raw)


def _text(fact_type: FactType, raw: object, _: tzinfo) -> str:
    return _known(encodable(raw) if isinstance(raw, str) else None, fact_type, raw)


def _known(value: _T | None, fact_type: FactType, raw: object) -> _T:
    if value is None:
        raise ValueProblem(given(raw), takes(fact_type))
    return value


_READERS: dict[Kind, Callable[[FactType, object, tzinfo], Value]] = {
    Kind.FLAG: _flag,
    Kind.ONE_OF: _one_of,
    Kind.ANY_OF: _any_of,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
    Kind.DURATION: _duration,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.TEXT: _text,
}
