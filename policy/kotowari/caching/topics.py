"""The topics of a compiled policy, each read when a text may be about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from kotowari.caching.sealed import pack, unpack
from kotowari.record import record
from kotowari.text.patterns.pattern import Matcher, Pattern, compile_pattern
from kotowari.text.patterns.search import Hit
from kotowari.text.topics import (
    Match,
    Needles,
    SearchedText,
    TopicFinder,
    TopicPlaces,
    TopicWords,
    searched_text,
)

if TYPE_CHECKING:
    from kotowari.text.glance import Glance, Readied


@record
class StoredTopic:
    """A topic: strings one of which is in every text about it (None for none such), and the rest as bytes."""

    needles: Needles | None
    packed: bytes

    def read(self) -> Readied:
        """What it is recognised by, and what makes its patterns ready to match."""
        words, compiled = cast("tuple[TopicWords, dict[Pattern, Matcher]]", unpack(self.packed))
        return words, compiled.__getitem__


class StoredTopics:
    """Finds topics as a TopicFinder does, of which it makes one for each topic that a text may be about."""

    def __init__(self, topics: Mapping[str, StoredTopic]) -> None:
        self._topics = topics
        self._made: dict[str, TopicFinder] = {}

    def find(self, text: str) -> tuple[Match, ...]:
        """The topics of a text, sorted by place, then name."""
        return self.find_in(searched_text(text))

    def find_in(self, text: SearchedText) -> tuple[Match, ...]:
        """The topics of a text that others look into as well."""
        found = (match for name in self.possible(text) for match in self.finder(name).find_in(text))
        return tuple(sorted(found, key=lambda match: (match.start, match.end, match.topic)))

    def found_in(self, text: SearchedText) -> TopicPlaces:
        """Where each topic is in a text; as many are looked for as are asked for."""
        return _StoredPlaces(self, text)

    def possible(self, text: SearchedText) -> list[str]:
        """The topics that may be in a text."""
        folded = text.view.folded.text
        return [
            name
            for name, topic in self._topics.items()
            if topic.needles is None or any(needle in folded for needle in topic.needles.strings)
        ]

    def finder(self, name: str) -> TopicFinder:
        """What finds one topic."""
        finder = self._made.get(name)
        if finder is None:
            words, compiled = self._topics[name].read()
            finder = self._made[name] = TopicFinder([words], compiled)
        return finder


class _StoredPlaces:
    """Where topics are in one text."""

    def __init__(self, topics: StoredTopics, text: SearchedText) -> None:
        self._topics = topics
        self._text = text

    def names(self) -> Iterable[str]:
        """The topics that may be there, each once."""
        return self._topics.possible(self._text)

    def of(self, name: str) -> Iterable[Hit]:
        """Where a topic is, by place."""
        return self._topics.finder(name).found_in(self._text).of(name)


def stored_topics(topics: Iterable[TopicWords]) -> dict[str, StoredTopic]:
    """The topics with their patterns ready to match."""
    return {topic.name: _stored(topic) for topic in topics}


def _stored(topic: TopicWords) -> StoredTopic:
    from kotowari.text.glance import needles_of  # noqa: PLC0415 - where something is stored

    every = (*(pattern for pattern, _ in topic.patterns), *topic.excluded)
    return StoredTopic(needles_of(topic), pack((topic, {pattern: compile_pattern(pattern) for pattern in every})))


def stored_glance(topics: Mapping[str, StoredTopic]) -> Glance:
    """Looks for these topics."""
    from kotowari.text.glance import Glance, Topic  # noqa: PLC0415 - for requests as plain data alone

    return Glance({name: Topic(name, topic.needles, topic.read) for name, topic in topics.items()})
