"""Parts of a fact's values in the words of the language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import TypeVar
from zoneinfo import ZoneInfo

from kotowari.engine.decision import Part
from kotowari.engine.reckon import compare
from kotowari.engine.regions import MOST_DIGITS, Bound, Region
from kotowari.model.types import TEMPORAL, Kind, Value

G = TypeVar("G")


def describe(kind: Kind, regions: Sequence[Region]) -> Part:
    """Neighbouring parts of a domain as one, in words."""
    if all(region.values for region in regions):
        values = tuple(region.values[0] for region in regions)
        return Part("is", values[0]) if len(values) == 1 else Part("is one of", values)
    if regions[0].rest or regions[-1].rest:
        return _all_but(regions)
    low, high = _sayable(regions[0].low, ROUND_CEILING), _sayable(regions[-1].high, ROUND_FLOOR)
    words = _TEMPORAL if kind in TEMPORAL else _MEASURED
    if low is None and high is None:
        return Part("is", "any")
    if high is None:
        assert low is not None
        return Part(words[0] if low.inside else words[1], low.value)
    if low is None:
        return Part(words[2] if high.inside else words[3], high.value)
    return _stretch(low, high, words)


def _sayable(bound: Bound | None, rounding: str) -> Bound | None:
    """A bound with no more digits than a number may have, so that what is said can also be given."""
    if bound is None or not isinstance(bound.value, Decimal):
        return bound
    return Bound(Context(prec=MOST_DIGITS, rounding=rounding).plus(bound.value), bound.inside)


_MEASURED = ("at least", "more than", "at most", "less than")
_TEMPORAL = ("at least", "after", "at most", "before")


def _stretch(low: Bound, high: Bound, words: tuple[str, str, str, str]) -> Part:
    if low.inside and high.inside:
        return Part("is", low.value) if low.value == high.value else Part("between", (low.value, high.value))
    op = f"{words[0] if low.inside else words[1]} … and {words[2] if high.inside else words[3]}"
    return Part(op, (low.value, high.value))


def _all_but(regions: Sequence[Region]) -> Part:
    """Every text but those that are compared with; listed ones beside it are left out of the words."""
    return Part("is", "another text") if len(regions) == 1 else Part("is", "this or another text")


def runs(regions: Sequence[Region], groups: Sequence[G]) -> list[tuple[list[Region], G]]:
    """Neighbouring stretches of one group put together, and listed values wherever they stand; none stays apart."""
    found: list[tuple[list[Region], G]] = []
    for region, group in zip(regions, groups, strict=True):
        others = found if region.values else found[-1:]
        same = next((run for run, other in others if other == group and _joins(run[-1], region)), None)
        if same is None:
            found.append(([region], group))
        else:
            same.append(region)
    return found


def _joins(left: Region, right: Region) -> bool:
    return bool(left.values) == bool(right.values) and not left.rest and not right.rest and not _is_none(right)


def _is_none(region: Region) -> bool:
    return region.values == (None,)


def value_of(part: Part) -> tuple[Value, ...]:
    """The values of a part, one or several."""
    return part.value if isinstance(part.value, tuple) else (part.value,)


def holds(region: Region, value: Value, zone: ZoneInfo) -> bool:
    """Whether a value belongs to a part."""
    if region.values or value is None:
        return value in region.values
    if region.rest:
        return True
    low, high = region.low, region.high
    above = low is None or _beyond(compare(value, low.value, zone), inside=low.inside)
    return above and (high is None or _beyond(compare(high.value, value, zone), inside=high.inside))


def _beyond(sign: int, *, inside: bool) -> bool:
    return sign >= 0 if inside else sign > 0
