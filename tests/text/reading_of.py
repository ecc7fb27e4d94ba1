"""What a fact is read as, in one line a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kotowari.text.patterns.pattern import Pattern
from kotowari.text.reading.finder import ValueFinder
from kotowari.text.reading.molds import Wanted
from kotowari.text.reading.sorts import Sort

TODAY = date(2026, 11, 22)
PLANS = {"free": ("free", "the free plan", "無料プラン"), "pro": ("pro", "the Pro plan", "プロプラン")}


Names = Mapping[str, Sequence[str]]


def finder(sort: Sort, *patterns: str, currency: str = "USD", names: Names = PLANS) -> ValueFinder:
    wanted = Wanted("fact", sort, tuple(Pattern(pattern) for pattern in patterns), currency, names)
    return ValueFinder([wanted])


def readings(
    sort: Sort, pattern: str, text: str, *, currency: str = "USD", names: Names = PLANS
) -> list[tuple[str, object]]:
    """The words of the customer and the value, for each place."""
    found = finder(sort, pattern, currency=currency, names=names).find(text, TODAY)
    for each in found:
        assert text[each.start : each.end] == each.text
    return [(each.text, each.value) for each in found]


def value(sort: Sort, pattern: str, text: str, *, currency: str = "USD") -> object:
    """The one value, None where there is none."""
    found = readings(sort, pattern, text, currency=currency)
    assert len(found) < 2, found
    return found[0][1] if found else None
