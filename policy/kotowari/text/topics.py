"""Finds what a text is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Final, Protocol

from kotowari.record import record
from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Matcher, Pattern, compile_pattern
from kotowari.text.patterns.search import Hit
from kotowari.text.places import MOST_PLACES, Found, Sought

__all__: Final = [
    "MOST_PLACES", "Match", "Needles", "SearchedText", "TopicFinder", "TopicPlaces", "TopicSearch", "TopicWords",
    "is_unwanted", "searched_text",
]  # fmt: skip


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
class Needles:
    """Strings one of which is in every folded text about a topic; where it is `at_words`, one that begins a word."""

    strings: tuple[str, ...]
    at_words: bool


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


@record(eq=False)
class SearchedText:
    """A text that topics are looked for in, and what has been found out about it.

    `found` keeps for each finder where its topics are. `denied` says of mentions, by where they begin and end, whether
    they are known to be denied or known not to be.
    """

    view: View
    found: dict[TopicFinder, Found] = field(default_factory=dict["TopicFinder", Found])
    denied: dict[tuple[int, int], bool] = field(default_factory=dict[tuple[int, int], bool])


def searched_text(written: str) -> SearchedText:
    """A text as it is written, of which nothing has been found out yet."""
    return SearchedText(View(fold(written)))


def is_unwanted(text: SearchedText, hit: Hit) -> bool:
    """Whether what is mentioned there is only said not to be wanted."""
    place = hit.start, hit.end
    known = text.denied.get(place)
    if known is None:
        known = text.denied[place] = is_denied(text.view.folded, hit.start, hit.end)
    return known


class TopicPlaces(Protocol):
    """Where topics are in one text, denied or not; each is looked for when it is asked for."""

    def names(self) -> Iterable[str]:
        """The topics that may be there, each once."""
        ...

    def of(self, name: str) -> Iterable[Hit]:
        """Where a topic is, by place."""
        ...


class TopicSearch(Protocol):
    """Finds topics in texts."""

    def find(self, text: str) -> tuple[Match, ...]:
        """The topics of a text, sorted by place, then name."""
        ...

    def find_in(self, text: SearchedText) -> tuple[Match, ...]:
        """The topics of a text that others look into as well."""
        ...

    def found_in(self, text: SearchedText) -> TopicPlaces:
        """Where each topic is in a text; as many are looked for as are asked for."""
        ...


class TopicFinder:
    """Finds topics in texts; raises `PatternError` where a pattern of theirs cannot be read.

    `compiled` makes patterns ready to match.
    """

    def __init__(self, topics: Iterable[TopicWords], compiled: Callable[[Pattern], Matcher] = compile_pattern) -> None:
        given = tuple(topics)
        self._patterns = [entry for topic in given for entry in topic.patterns]
        self._wanted = Sought((topic.name, compiled(pattern)) for topic in given for pattern, _ in topic.patterns)
        self._excluded = Sought((topic.name, compiled(pattern)) for topic in given for pattern in topic.excluded)

    def find(self, text: str) -> tuple[Match, ...]:
        """The topics of a text, sorted by place, then name.

        Where matches of one topic overlap, the one that begins first counts, the longest of those. Each topic is
        reported at most at its first `MOST_PLACES` places.
        """
        return self.find_in(searched_text(text))

    def find_in(self, text: SearchedText) -> tuple[Match, ...]:
        """The topics of a text that others look into as well."""
        found = self.found_in(text)
        matches = [self._match(text, name, hit) for name in found.names() for hit in found.of(name)]
        return tuple(sorted(matches, key=lambda match: (match.start, match.end, match.topic)))

    def found_in(self, text: SearchedText) -> Found:
        """Where each topic is in a text, denied or not; as many are looked for as are asked for."""
        found = text.found.get(self)
        if found is None:
            found = text.found[self] = Found(self._wanted, self._excluded, text.view)
        return found

    def _match(self, text: SearchedText, name: str, hit: Hit) -> Match:
        pattern, source = self._patterns[hit.number]
        folded = text.view.folded
        start, end = folded.span(hit.start, hit.end)
        return Match(name, start, end, folded.written[start:end], is_unwanted(text, hit), source, pattern.text)
