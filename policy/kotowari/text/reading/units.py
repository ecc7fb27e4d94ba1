"""The unit that a pattern has beside its `#`, which tells what a bare number stands for: `#% off`, `$#`, 「#円」."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from typing import Final, TypeAlias, TypeVar, assert_never

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import LETTER
from kotowari.text.fold import fold
from kotowari.text.reading.found import Raw
from kotowari.text.reading.lengths import UNIT_NAMES
from kotowari.text.reading.money import spoken
from kotowari.text.reading.people import COUNTERS
from kotowari.text.reading.sorts import Sort

# What a number without a unit stands for.
Bare: TypeAlias = Callable[[Decimal], Raw]

_EXACT: Final = Context(prec=200)
_TENTH: Final = "割"
_PERCENT: Final = {"%": 1, "percent": 1, "per cent": 1, "pct": 1, "ぱーせんと": 1, _TENTH: 10}
_PEOPLE: Final[Mapping[str, str]] = dict.fromkeys(COUNTERS, "people")
_OPTIONS_AFTER: Final = regex(r"\s*\(([^()]*)\)")
_OPTIONS_BEFORE: Final = regex(r"\(([^()]*)\)\s*$")
_Meaning = TypeVar("_Meaning")


@record
class Unit:
    """What a bare number stands for beside a unit, and the pattern without the unit, if it can do without.

    What counts people is such a unit: 「#人」 reads 3名, too.
    """

    bare: Bare
    without: str | None


def unit_in(sort: Sort, currency: str, pattern: str) -> Unit | None:
    """The unit beside the `#` of a pattern; None where it has none. A plain number needs none."""
    match sort:
        case Sort.NUMBER:
            found = _behind(_PEOPLE, pattern)
            return Unit(_itself, found[1] if found else None)
        case Sort.PERCENT:
            return _percent(pattern)
        case Sort.MONEY:
            return _money(pattern, currency)
        case Sort.LENGTH:
            found = _behind(UNIT_NAMES, pattern)
            return found and Unit(_of_unit(found[0]), found[1])
        case Sort.DATE | Sort.CHOICE:
            return None
        case _:
            assert_never(sort)


def _itself(value: Decimal) -> Raw:
    return value


def _of_unit(unit: str) -> Bare:
    return lambda value: ((value, unit),)


def _percent(pattern: str) -> Unit | None:
    found = _behind(_PERCENT, pattern)
    if found is None:
        return None
    factor, without = found
    return Unit(lambda value: _EXACT.multiply(value, Decimal(factor)), without if factor == 1 else None)


def _money(pattern: str, currency: str) -> Unit | None:
    names = dict.fromkeys(spoken(currency), currency)
    found = _behind(names, pattern) or _ahead(names, pattern)
    return found and Unit(_itself, found[1])


def _behind(names: Mapping[str, _Meaning], pattern: str) -> tuple[_Meaning, str] | None:
    """The unit behind the `#`, and the pattern without it."""
    folded = fold(pattern)
    hole = _hole(folded.text)
    options = _OPTIONS_AFTER.match(folded.text, hole + 1)
    if options:
        meaning, end = _shared(names, options[1]), options.end()
    else:
        found = re.compile(rf"\s*({_any(names)})(?!(?<=[a-z]){LETTER})").match(folded.text, hole + 1)
        meaning, end = (names[found[1]], found.end()) if found else (None, 0)
    if meaning is None:
        return None
    return meaning, pattern[: folded.span(hole, hole + 1)[1]] + pattern[folded.span(0, end)[1] :]


def _ahead(names: Mapping[str, _Meaning], pattern: str) -> tuple[_Meaning, str] | None:
    """The unit before the `#`, and the pattern without it."""
    folded = fold(pattern)
    hole = _hole(folded.text)
    options = _OPTIONS_BEFORE.search(folded.text[:hole])
    if options:
        meaning, start = _shared(names, options[1]), options.start()
    else:
        found = re.compile(rf"(?<!{LETTER})({_any(names)})\s*$").search(folded.text[:hole])
        meaning, start = (names[found[1]], found.start()) if found else (None, 0)
    if meaning is None:
        return None
    return meaning, pattern[: folded.span(start, start)[0]] + pattern[folded.span(hole, hole + 1)[0] :]


def _shared(names: Mapping[str, _Meaning], options: str) -> _Meaning | None:
    """What all alternatives mean, where they mean one thing."""
    meanings = {names.get(option.strip()) for option in options.split("|")}
    return meanings.pop() if len(meanings) == 1 else None


def _any(names: Mapping[str, object]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _hole(folded: str) -> int:
    found = re.search(r"(?<!\\)#", folded)
    assert found is not None, "a pattern that is read with has a `#`"
    return found.start()
