"""Where topics are in a text: of each, the hits that count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from kotowari.cached import cached_property
from kotowari.text.patterns.chances import Chances, Look
from kotowari.text.patterns.covered import Covered
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Expression, Matcher
from kotowari.text.patterns.search import Hit, Search, Trial

# Nobody reads more evidence than this of one topic; time and memory stay bounded on any text.
MOST_PLACES: Final = 1000
# In a text of up to so many characters, each topic is looked for when it is asked for: where all of them can begin is
# kept until then.
_SHORT: Final = 1 << 12
# For so many, it is looked for at once whether each place has what a match needs.
_VERY_SHORT: Final = 1 << 10


class Sought:
    """Matchers, each of a topic that is given by its name."""

    def __init__(self, given: Iterable[tuple[str, Matcher]]) -> None:
        entries = tuple(given)
        self.names = [name for name, _ in entries]
        self.topics = frozenset(self.names)
        self.search = Search([matcher for _, matcher in entries])
        # Topics with expressions, which can match anywhere.
        self.anywhere = dict.fromkeys(name for name, matcher in entries if isinstance(matcher, Expression))

    def places(self, view: View) -> Chances:
        """Where phrases of each topic can begin in a short text, each place with the number of its matcher, in order.

        Some that cannot, since what they need does not follow, are left out.
        """
        text = view.folded.text
        if len(text) <= _VERY_SHORT and self._chances is not None:
            return self._chances(text, [*self.search.latin(text)])
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, numbers in self.search.places(view):
            for number in numbers:
                found[self.names[number]].append((start, number))
        return found

    @cached_property
    def _chances(self) -> Look | None:
        return self.search.chances(self.names)


class Found:
    """Where topics are in one text: `wanted` are their patterns, `excluded` those that remove matches of theirs."""

    def __init__(self, wanted: Sought, excluded: Sought, view: View) -> None:
        self._wanted = wanted
        self._excluded = excluded
        self._view = view
        self._places = wanted.places(view) if len(view.folded.text) <= _SHORT else None
        self._known: dict[str, _Row] = {}
        self._removed: dict[str, Covered] = {}

    def names(self) -> Iterable[str]:
        """The topics that may be there, each once."""
        return self._in_one_pass if self._places is None else {**self._wanted.anywhere, **self._places}

    def of(self, name: str) -> Iterable[Hit]:
        """Where a topic is, by place; each is looked for when it is asked for."""
        if self._places is None or name in self._wanted.anywhere:
            return self._in_one_pass.get(name, ())
        row = self._known.get(name)
        if row is None:
            places = self._places.get(name)
            if places is None:
                return ()
            row = self._known[name] = _Row(places)
        return self._hits_in(name, row)

    def _hits_in(self, name: str, row: _Row) -> Iterator[Hit]:
        """The hits of a topic, as far as they are asked for."""
        at = end = 0
        for number in range(MOST_PLACES):
            known = row.hits.get(number)
            if known is None:
                known = row.hits[number] = self._next_of(name, row.places, at, end)
            hit, at = known
            if hit is None:
                return
            end = hit.end
            yield hit

    def _next_of(self, name: str, places: Sequence[tuple[int, int]], at: int, end: int) -> tuple[Hit | None, int]:
        """The next hit of a topic that counts: the first that begins at or behind `end`, the longest of those.

        Its matchers can begin at these places, which are looked at from number `at` on; given back is where to go on.
        """
        latest: Hit | None = None
        while at < len(places) and (latest is None or places[at][0] == latest.start):
            start, number = places[at]
            at += 1
            found = self._trial.end_of(number, start) if start >= end else 0
            if found > (latest.end if latest else 0):
                hit = Hit(start, found, number)
                latest = latest if self._is_removed(name, hit) else hit
        return latest, at

    def _is_removed(self, name: str, hit: Hit) -> bool:
        return name in self._excluded.topics and self._removed_of(name).overlaps(hit)

    def _removed_of(self, name: str) -> Covered:
        """What removes matches of a topic."""
        if self._removing is None or name in self._excluded.anywhere:
            return self._all_removed[name]
        known = self._removed.get(name)
        if known is None:
            known = Covered()
            for start, number in self._removing.get(name, ()):
                if end := self._removing_trial.end_of(number, start):
                    known.add(Hit(start, end, number))
            self._removed[name] = known  # not before it is whole, since several threads may ask
        return known

    @cached_property
    def _removing(self) -> Chances | None:
        """Where in a short text what removes matches of each topic can begin."""
        return None if self._places is None else self._excluded.places(self._view)

    @cached_property
    def _removing_trial(self) -> Trial:
        return self._excluded.search.trial(self._view)

    @cached_property
    def _trial(self) -> Trial:
        return self._wanted.search.trial(self._view)

    @cached_property
    def _in_one_pass(self) -> Mapping[str, Sequence[Hit]]:
        """Where each topic is that is in the text; in a short one, each of those that can match anywhere."""
        chosen = _Chosen(self._wanted.names, self._wanted.topics if self._places is None else self._wanted.anywhere)
        for hit in self._wanted.search.hits(self._view, chosen):
            if not self._is_removed(self._wanted.names[hit.number], hit):
                chosen.add(hit)
        return chosen.hits

    @cached_property
    def _all_removed(self) -> Mapping[str, Covered]:
        removed = {name: Covered() for name in self._excluded.topics}
        for hit in self._excluded.search.hits(self._view):
            removed[self._excluded.names[hit.number]].add(hit)
        return removed


class _Row:
    """Where matchers of a topic can begin, and its hits, by number, as far as they have been found.

    Each comes with where to go on, None at the end. Several threads may ask: each hit follows from the one before,
    whoever finds it.
    """

    __slots__ = ("hits", "places")

    def __init__(self, places: Sequence[tuple[int, int]]) -> None:
        self.places = places
        self.hits: dict[int, tuple[Hit | None, int]] = {}


class _Chosen:
    """The hits that count of each topic that is `wanted`. `names` says to which one the hits of each matcher belong."""

    def __init__(self, names: Sequence[str], wanted: Container[str]) -> None:
        self.names = names
        self._wanted = wanted
        self.hits: dict[str, list[Hit]] = {}

    def at(self, number: int, start: int) -> bool:
        """Whether a further hit is not wanted there: it would be within another, or one too many."""
        name = self.names[number]
        if name not in self._wanted:
            return True
        kept = self.hits.get(name)
        return kept is not None and (len(kept) == MOST_PLACES or kept[-1].start < start < kept[-1].end)

    def ever(self, number: int) -> bool:
        """Whether the topic has enough."""
        name = self.names[number]
        return name not in self._wanted or len(self.hits.get(name, ())) == MOST_PLACES

    def add(self, hit: Hit) -> None:
        """Adds a hit that begins no earlier than the ones kept: the first counts, and the longest of those."""
        kept = self.hits.setdefault(self.names[hit.number], [])
        if not kept or kept[-1].end <= hit.start:
            if len(kept) < MOST_PLACES:
                kept.append(hit)
        elif kept[-1].start == hit.start and kept[-1].end < hit.end:
            kept[-1] = hit
