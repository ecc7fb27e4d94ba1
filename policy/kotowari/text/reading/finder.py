"""Finds the values of facts in texts, by the patterns that say where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final

from kotowari.record import record
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.nodes import Phrase
from kotowari.text.patterns.pattern import Words
from kotowari.text.patterns.search import Search
from kotowari.text.reading.bounds import Telling, are_joined, telling
from kotowari.text.reading.capture import Captured, anywhere, behind
from kotowari.text.reading.contrary import is_contrary
from kotowari.text.reading.days import Day
from kotowari.text.reading.found import Raw, Reader, Told
from kotowari.text.reading.molds import Mold, Wanted, molds
from kotowari.text.reading.sorts import Sort

# Nobody reads more places of one fact than this; time and memory stay bounded on any text.
MOST_PLACES: Final = 1000
# Of places that overlap or follow each other, so many are looked at to see whether they say the same.
_MOST_OVERLAPS: Final = 4


@record
class Reading:
    """A value of a fact. `start` and `end` count characters of the text as given; `text` is what stands there."""

    fact: str
    start: int
    end: int
    text: str
    value: Told


@record
class Read:
    """What a text says of facts: values of theirs, and which it tells `inexactly`, be it besides."""

    readings: tuple[Reading, ...]
    inexactly: frozenset[str]


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
        return self.read_in(View(fold(text)), today, known).readings

    def read_in(self, view: View, today: date, known: AbstractSet[str] = frozenset()) -> Read:
        """What a text that others look into as well says of the facts that are not `known`."""
        if self._facts <= known:
            return Read((), frozenset())
        found: dict[str, list[_Caught]] = {}
        for mold, captured in self._captured(view, known):
            caught = found.setdefault(mold.fact, [])
            if len(caught) < MOST_PLACES:
                caught.append(_caught(mold, view, captured, today))
        readings = [each for fact, many in found.items() for each in _readings(view, fact, many)]
        readings.sort(key=lambda each: (each.start, each.end, each.fact, str(each.value)))
        inexactly = frozenset(fact for fact, many in found.items() if any(map(_is_told_inexactly, many)))
        return Read(tuple(readings), inexactly)

    def _captured(self, view: View, known: AbstractSet[str]) -> Iterator[tuple[Mold, Captured]]:
        for hit in self._search.hits(view) if self._led else ():
            led = self._led[hit.number]
            if led.fact not in known:
                yield from ((led, captured) for captured in behind(led, view, hit.start))
        for group in self._free.values():
            free = [mold for mold in group if mold.fact not in known]
            yield from anywhere(free, view) if free else ()


@record
class _Caught:
    """What is captured; `value` is None where it is no value today, or is denied."""

    captured: Captured
    sort: Sort
    value: Told | None
    telling: Telling


def _is_told_inexactly(caught: _Caught) -> bool:
    return caught.telling is Telling.INEXACT and caught.value is not None


def _caught(mold: Mold, view: View, captured: Captured, today: date) -> _Caught:
    found = captured.found
    value = None if is_contrary(view.folded, captured) else _told(found.value, today)
    ends = (found.end, captured.end)
    return _Caught(captured, mold.sort, value, telling(mold.sort, mold.words, view.folded.text, found.start, ends))


def _readings(view: View, fact: str, caught: Sequence[_Caught]) -> Iterator[Reading]:
    for each in _widest([each for each in _told_exactly(view, caught) if each.value is not None]):
        assert each.value is not None
        start, end = view.folded.span(each.captured.found.start, each.captured.found.end)
        yield Reading(fact, start, end, view.folded.written[start:end], each.value)


def _told_exactly(view: View, caught: Sequence[_Caught]) -> Sequence[_Caught]:
    """What is told as its pattern wants it, and both ends of a range however they are told: two values, so none."""
    if all(each.telling is Telling.WANTED for each in caught):
        return caught
    ordered = sorted(
        (each for each in caught if each.value is not None),
        key=lambda each: (each.captured.found.start, each.captured.end),
    )
    told = {id(each) for each in ordered if each.telling is Telling.WANTED}
    for place, each in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + _MOST_OVERLAPS]:
            if each.value != other.value and _are_joined(view, each, other):
                told |= {id(each), id(other)}
    return [each for each in ordered if id(each) in told]


def _are_joined(view: View, one: _Caught, other: _Caught) -> bool:
    captured, start = one.captured, other.captured.found.start
    return any(are_joined(one.sort, view.folded.text, end, start) for end in (captured.found.end, captured.end))


def _told(value: Raw, today: date) -> Told | None:
    """The value; None for a day that is none from today on."""
    return value.on(today) if isinstance(value, Day) else value


def _widest(caught: Sequence[_Caught]) -> list[_Caught]:
    """Each value once for each place: of two that overlap and say the same, the wider."""
    kept: list[_Caught] = []
    for each in sorted(caught, key=_place):
        if not any(_says_the_same(each.captured, other.captured) for other in kept[-_MOST_OVERLAPS:]):
            kept.append(each)
    return kept


def _place(caught: _Caught) -> tuple[int, int, int, int]:
    captured = caught.captured
    return captured.found.start, -captured.found.end, captured.start, captured.end


def _says_the_same(captured: Captured, other: Captured) -> bool:
    return captured.found.value == other.found.value and other.found.end > captured.found.start
