"""Finds the values of facts in texts, by the patterns that say where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Final

from kotowari.record import record
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.nodes import Phrase
from kotowari.text.patterns.pattern import Words
from kotowari.text.patterns.search import Search
from kotowari.text.reading.bounds import is_inexact
from kotowari.text.reading.capture import Captured, anywhere, behind
from kotowari.text.reading.contrary import is_contrary
from kotowari.text.reading.found import DaysOn, Raw, Reader, Told
from kotowari.text.reading.molds import Mold, Wanted, molds

# Nobody reads more places of one fact than this; time and memory stay bounded on any text.
MOST_PLACES: Final = 1000
# Of places that overlap, so many are looked at to see whether they say the same.
_MOST_OVERLAPS: Final = 4


@record
class Reading:
    """A value of a fact. `start` and `end` count characters of the text as given; `text` is what stands there."""

    fact: str
    start: int
    end: int
    text: str
    value: Told


class ValueFinder:
    """Finds the values of facts; raises `PatternError` where a pattern cannot be read."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        made = [mold for each in wanted for pattern in each.patterns for mold in molds(each, pattern)]
        self._facts = frozenset(mold.fact for mold in made)
        self._led = [mold for mold in made if mold.phrase.before]
        self._free: dict[Reader, list[Mold]] = {}
        for mold in made:
            if not mold.phrase.before:
                self._free.setdefault(mold.reader, []).append(mold)
        self._search = Search([Words(Phrase(mold.phrase.before)) for mold in self._led])

    def find(self, text: str, today: date, known: AbstractSet[str] = frozenset()) -> tuple[Reading, ...]:
        """The values in a text, by place, then by fact; words such as "yesterday" count from `today`.

        Facts that are `known` are not looked for. What is denied ("I do not need 3 nights") is left out. A place that
        several patterns of a fact find is told once for each value that is found there.
        """
        return self.find_in(View(fold(text)), today, known)

    def find_in(self, view: View, today: date, known: AbstractSet[str] = frozenset()) -> tuple[Reading, ...]:
        """The values in a text that others look into as well."""
        if self._facts <= known:
            return ()
        found: dict[str, list[Captured]] = {}
        for mold, captured in self._captured(view, known):
            kept = found.setdefault(mold.fact, [])
            if len(kept) < MOST_PLACES and _is_exact(mold, view, captured):
                kept.append(captured)
        readings = [each for fact, many in found.items() for each in _readings(view, fact, many, today)]
        return tuple(sorted(readings, key=lambda each: (each.start, each.end, each.fact, str(each.value))))

    def _captured(self, view: View, known: AbstractSet[str]) -> Iterator[tuple[Mold, Captured]]:
        for hit in self._search.hits(view) if self._led else ():
            led = self._led[hit.number]
            if led.fact not in known:
                yield from ((led, captured) for captured in behind(led, view, hit.start))
        for group in self._free.values():
            free = [mold for mold in group if mold.fact not in known]
            yield from anywhere(free, view) if free else ()


def _is_exact(mold: Mold, view: View, captured: Captured) -> bool:
    """Whether an amount of money is told as the pattern wants it; other values are taken as they stand."""
    if mold.amount is None:
        return True
    found = captured.found
    return not is_inexact(mold.amount, view.folded.text, found.start, (found.end, captured.end))


def _readings(view: View, fact: str, captured: Sequence[Captured], today: date) -> Iterator[Reading]:
    for each in _widest(captured):
        value = _told(each.found.value, today)
        if value is not None and not is_contrary(view.folded, each):
            start, end = view.folded.span(each.found.start, each.found.end)
            yield Reading(fact, start, end, view.folded.written[start:end], value)


def _told(value: Raw, today: date) -> Told | None:
    """The value; None for a day that no calendar has, and for one on another weekday than is said."""
    if not isinstance(value, DaysOn):
        return value
    try:
        day = today + timedelta(days=value.days)
    except OverflowError:
        return None
    return day if value.weekday in {None, day.weekday()} else None


def _widest(captured: Sequence[Captured]) -> list[Captured]:
    """Each value once for each place: of two that overlap and say the same, the wider."""
    kept: list[Captured] = []
    for each in sorted(captured, key=lambda each: (each.found.start, -each.found.end, each.start, each.end)):
        if not any(_says_the_same(each, other) for other in kept[-_MOST_OVERLAPS:]):
            kept.append(each)
    return kept


def _says_the_same(captured: Captured, other: Captured) -> bool:
    return captured.found.value == other.found.value and other.found.end > captured.found.start
