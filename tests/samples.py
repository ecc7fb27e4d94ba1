"""Values that belong to a part of a fact's domain, those at its ends among them, as requests give them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import cast

from kotowari.engine.decision import Part
from kotowari.model.duration import Duration
from kotowari.model.types import FactType, Kind, Value
from kotowari.model.writing import to_json

_FINE = Decimal("0.001")
_DIRECTIONS = {"more than": 1, "after": 1, "less than": -1, "before": -1, "at least": 0, "at most": 0}


def within(fact_type: FactType, part: Part) -> list[object]:
    """Values of a part; none for parts that do not say what a fact is (a set that includes a word, a text's topics)."""
    values = part.value if isinstance(part.value, tuple) else (part.value,)
    words = part.op.split(" … and ")
    if part.op in ("is", "is one of", "between"):
        found = [value for value in values if value not in ("any", "another text", "this or another text")]
    elif words[0] in _DIRECTIONS:
        found = [_end(fact_type, word, value) for word, value in zip(words, values, strict=True)]
    else:
        return []
    return [to_json(fact_type, value) for value in found if _is_inside(fact_type, value)]


def _end(fact_type: FactType, word: str, value: Value) -> Value:
    """The last value that this end of a part has, or one very near."""
    direction = _DIRECTIONS[word]
    match value:
        case Decimal():
            return value + direction * (1 if fact_type.kind is Kind.WHOLE else _FINE)
        case Duration():
            return Duration(seconds=value.length + direction)
        case datetime():
            return value + timedelta(microseconds=direction)
        case date():
            return value + timedelta(days=direction)
        case _:
            raise AssertionError(f"{value!r} has no order")


def _is_inside(fact_type: FactType, value: Value) -> bool:
    if isinstance(value, Duration):
        return value.length >= 0
    if isinstance(value, Decimal):
        low, high = fact_type.low, fact_type.high
        return not (isinstance(low, Decimal) and value < low) and not (isinstance(high, Decimal) and value > high)
    return True


def with_fact(request: Mapping[str, object], fact: str, value: object) -> dict[str, object]:
    """A request with one more fact, or another value of it."""
    facts = {group: dict(members) for group, members in _groups(request).items()}
    group, _, member = fact.partition(".")
    facts.setdefault(group, {})[member] = value
    return {**request, "facts": facts}


def _groups(request: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    return cast("Mapping[str, Mapping[str, object]]", request.get("facts", {}))
