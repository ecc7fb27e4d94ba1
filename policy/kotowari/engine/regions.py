"""The parts into which the constants that matter cut the values of an unknown fact.

Within a part every comparison with something known comes out the same, so one value of it speaks for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction

from kotowari.model.duration import Duration
from kotowari.model.types import NUMERIC, FactType, Kind, Value
from kotowari.record import record

MOST_DIGITS = 34
_WIDE = Context(prec=80)
_PLAIN = Context(prec=2_000)


@record
class Bound:
    """One end of a part; the value itself belongs to the part where it is `inside`."""

    value: Value
    inside: bool


@record
class Region:
    """A part of a domain: either the listed `values`, or all between `low` and `high` (None: no end there).

    `sample` is a value of it. `rest` marks all the values that no other part lists.
    """

    sample: Value
    values: tuple[Value, ...] = ()
    low: Bound | None = None
    high: Bound | None = None
    rest: bool = False


# --- listed values ----------------------------------------------------------------------------------------------------


def choices(fact_type: FactType, texts: Sequence[str]) -> list[Region]:
    """One part for each value of a flag or an enumeration; for a text, each that is compared with and all others."""
    if fact_type.kind is Kind.FLAG:
        return [Region(value, (value,)) for value in (True, False)]
    if fact_type.kind is Kind.ONE_OF:
        return [Region(choice, (choice,)) for choice in fact_type.choices]
    listed = [Region(text, (text,)) for text in sorted(set(texts))]
    return [*listed, Region(_other_than(texts), rest=True)]


def _other_than(texts: Sequence[str]) -> str:
    """A text that is none of these."""
    return "\x00" * (1 + max((len(text) for text in texts), default=0))


# --- numbers ----------------------------------------------------------------------------------------------------------


def numbers(fact_type: FactType, roots: Iterable[Fraction]) -> list[Region]:
    """The points where an amount is exactly met, and the stretches between them."""
    low, high = _fraction(fact_type.low), _fraction(fact_type.high)
    inner = sorted({root for root in roots if (low is None or low <= root) and (high is None or root <= high)})
    ends = [None, *inner, None]
    found: list[Region] = []
    for place, root in enumerate(inner):
        found.extend(_stretch(fact_type, ends[place], root, low, high))
        found.extend(_point(fact_type, root))
    found.extend(_stretch(fact_type, ends[len(inner)], None, low, high))
    return found


def _stretch(
    fact_type: FactType, below: Fraction | None, above: Fraction | None, low: Fraction | None, high: Fraction | None
) -> list[Region]:
    """What lies strictly between two roots, within the bounds of the fact; nothing where no value lies there."""
    lowest = below if below is not None else low
    highest = above if above is not None else high
    inside_low, inside_high = below is None, above is None
    if fact_type.kind is Kind.WHOLE:
        return _whole_stretch((lowest, inside_low), (highest, inside_high))
    sample = _between(lowest, highest, closed=below is None and above is None)
    if sample is None:
        return []
    return [
        Region(
            _value(fact_type, sample),
            low=None if below is None else Bound(_value(fact_type, below), inside=False),
            high=None if above is None else Bound(_value(fact_type, above), inside=False),
        )
    ]


def _between(low: Fraction | None, high: Fraction | None, *, closed: bool) -> Fraction | None:
    if low is None:
        return Fraction(0) if high is None else high - 1
    if high is None:
        return low + 1
    if low == high:
        return low if closed else None
    return None if low > high else (low + high) / 2


def _whole_stretch(low: tuple[Fraction | None, bool], high: tuple[Fraction | None, bool]) -> list[Region]:
    """Whole numbers have a first and a last one in every stretch."""
    first = None if low[0] is None else _ceiling(low[0], inside=low[1])
    last = None if high[0] is None else -_ceiling(-high[0], inside=high[1])
    if first is not None and last is not None and first > last:
        return []
    sample = first if first is not None else last if last is not None else 0
    return [
        Region(
            Decimal(sample),
            low=None if low[1] or first is None else Bound(Decimal(first), inside=True),
            high=None if high[1] or last is None else Bound(Decimal(last), inside=True),
        )
    ]


def _ceiling(number: Fraction, *, inside: bool) -> int:
    up = -(-number.numerator // number.denominator)
    return up if inside or up != number else up + 1


def _point(fact_type: FactType, root: Fraction) -> list[Region]:
    """The root itself, where it is a number that the fact can have."""
    if fact_type.kind is Kind.WHOLE and root.denominator != 1:
        return []
    value = _value(fact_type, root)
    exact = value.length if isinstance(value, Duration) else value
    if not isinstance(exact, Decimal) or Fraction(exact) != root or len(exact.as_tuple().digits) > MOST_DIGITS:
        return []
    bound = Bound(value, inside=True)
    return [Region(value, low=bound, high=bound)]


def _value(fact_type: FactType, number: Fraction) -> Value:
    decimal = _WIDE.divide(Decimal(number.numerator), Decimal(number.denominator))
    if decimal == decimal.to_integral_value():
        decimal = decimal.quantize(Decimal(1), context=_PLAIN)
    return _duration(decimal) if fact_type.kind is Kind.DURATION else decimal


def _duration(seconds: Decimal) -> Duration:
    """A duration of this average length, in months or days where it has whole ones: a person says "1 year"."""
    for unit in (Duration(months=1), Duration(days=1)):
        count = _WIDE.divide(seconds, unit.length)
        if count and count == count.to_integral_value():
            return Duration(months=unit.months * int(count), days=unit.days * int(count))
    return Duration(seconds=seconds)


def _fraction(bound: Value) -> Fraction | None:
    if isinstance(bound, Duration):
        return Fraction(bound.length)
    return Fraction(bound) if isinstance(bound, Decimal) else None


def root(at_zero: Decimal, at_one: Decimal) -> Fraction | None:
    """Where a line through these two values meets zero; None where it is flat."""
    try:
        slope = Fraction(at_one) - Fraction(at_zero)
    except (InvalidOperation, ValueError):  # pragma: no cover - amounts of a compiled policy are finite
        return None
    return -Fraction(at_zero) / slope if slope else None


def is_measured(kind: Kind) -> bool:
    """Whether values of this kind lie on a line of numbers."""
    return kind in NUMERIC or kind is Kind.DURATION
