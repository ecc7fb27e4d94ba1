"""Finds what a text is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, cast

from kotowari.record import record
from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import Folded, fold
from kotowari.text.patterns.covered import Covered
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Matcher, Pattern, compile_pattern
from kotowari.text.patterns.search import Hit, Search

# Nobody reads more evidence than this of one topic; time and memory stay bounded on any text.
MOST_PLACES: Final = 1000


@record
class TopicWords:
    """What a topic is recognised by.

    Each pattern comes with the place in the policy that states it, such as `topics.rules:7`. The `excluded` patterns
    remove those matches alone that they overlap.
    """

    name: str
    patterns: tuple[tuple[Pattern, str], ...]
    excluded: tuple[Pattern, ...] = ()


@record
class Match:
    """A topic found.

    `start` and `end` count characters of the text as given, and `text` is what the customer wrote there. `denied` says
    that it is mentioned only to say that it is not wanted; `source` and `pattern` say by what it was found.
    """

    topic: str
    start: int
    end: int
    text: str
    denied: bool
    source: str
    pattern: str


class TopicFinder:
    """Finds topics in texts; raises `PatternError` where a pattern of theirs cannot be read.

    `compiled` makes patterns ready to match.
    """

    def __init__(self, topics: Iterable[TopicWords], compiled: Callable[[Pattern], Matcher] = compile_pattern) -> None:
        given = tuple(topics)
        self._wanted = [(topic.name, pattern, source) for topic in given for pattern, source in topic.patterns]
        self._names = [name for name, _, _ in self._wanted]
        self._search = Search([compiled(pattern) for _, pattern, _ in self._wanted])
        excluded = [(topic.name, pattern) for topic in given for pattern in topic.excluded]
        self._excluded = [name for name, _ in excluded]
        self._excluding = Search([compiled(pattern) for _, pattern in excluded])

    def find(self, text: str) -> tuple[Match, ...]:
        """The topics of a text, sorted by place, then name.

        Where matches of one topic overlap, the one that begins first counts, the longest of those. Each topic is
        reported at most at its first `MOST_PLACES` places.
        """
        return self.find_in(View(fold(text)))

    def find_in(self, view: View) -> tuple[Match, ...]:
        """The topics of a text that others look into as well."""
        matches = [self._match(view.folded, hit) for hits in self.hits(view).values() for hit in hits]
        return tuple(sorted(matches, key=lambda match: (match.start, match.end, match.topic)))

    def hits(self, view: View) -> Mapping[str, Sequence[Hit]]:
        """Where the topics are that are there, by name, denied or not."""
        known = view.found.get(self)
        if known is None:
            known = view.found[self] = self._hits(view)
        return cast("Mapping[str, Sequence[Hit]]", known)

    def _hits(self, view: View) -> Mapping[str, Sequence[Hit]]:
        removed = self._removed(view)
        chosen = _Chosen(self._names)
        for hit in self._search.hits(view, chosen):
            covered = removed.get(self._names[hit.number]) if removed else None
            if covered is None or not covered.overlaps(hit):
                chosen.add(hit)
        return chosen.hits

    def _removed(self, view: View) -> dict[str, Covered]:
        removed: dict[str, Covered] = {}
        for hit in self._excluding.hits(view) if self._excluded else ():
            removed.setdefault(self._excluded[hit.number], Covered()).add(hit)
        return removed

    def _match(self, folded: Folded, hit: Hit) -> Match:
        name, pattern, source = self._wanted[hit.number]
        start, end = folded.span(hit.start, hit.end)
        denied = is_denied(folded, hit.start, hit.end)
        return Match(name, start, end, folded.written[start:end], denied, source, pattern.text)


class _Chosen:
    """The hits that count of each topic. `names` says to which topic the hits of each matcher belong."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.hits: dict[str, list[Hit]] = {}

    def at(self, number: int, start: int) -> bool:
        """Whether a further hit is not wanted there: it would be within another, or one too many."""
        kept = self.hits.get(self.names[number])
        return kept is not None and (len(kept) == MOST_PLACES or kept[-1].start < start < kept[-1].end)

    def ever(self, number: int) -> bool:
        """Whether the topic has enough."""
        return len(self.hits.get(self.names[number], ())) == MOST_PLACES

    def add(self, hit: Hit) -> None:
        """Adds a hit that begins no earlier than the ones kept: the first counts, and the longest of those."""
        kept = self.hits.setdefault(self.names[hit.number], [])
        if not kept or kept[-1].end <= hit.start:
            if len(kept) < MOST_PLACES:
                kept.append(hit)
        elif kept[-1].start == hit.start and kept[-1].end < hit.end:
            kept[-1] = hit
