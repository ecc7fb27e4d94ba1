"""The topics of a compiled policy, each read when a text may be about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from kotowari.caching.sealed import pack, unpack
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.needles import needles
from kotowari.text.patterns.pattern import Matcher, Pattern, compile_pattern
from kotowari.text.topics import Match, TopicFinder, TopicWords


@dataclass(frozen=True, slots=True)
class StoredTopic:
    """A topic: strings one of which is in every text about it (None for none such), and the rest as bytes."""

    needles: tuple[str, ...] | None
    packed: bytes


class StoredTopics(TopicFinder):
    """Finds topics as a TopicFinder does, of which it makes one for each topic that a text may be about."""

    def __init__(self, topics: Mapping[str, StoredTopic]) -> None:  # the finders come later
        self._topics = topics
        self._made: dict[str, TopicFinder] = {}

    def find_in(self, view: View) -> tuple[Match, ...]:
        """The topics of a text that others look into as well."""
        text = view.folded.text
        possible = [name for name, topic in self._topics.items() if _may_be_there(topic, text)]
        found = (match for name in possible for match in self._finder(name).find_in(view))
        return tuple(sorted(found, key=lambda match: (match.start, match.end, match.topic)))

    def _finder(self, name: str) -> TopicFinder:
        finder = self._made.get(name)
        if finder is None:
            stored = cast("tuple[TopicWords, dict[Pattern, Matcher]]", unpack(self._topics[name].packed))
            finder = self._made[name] = TopicFinder([stored[0]], stored[1].__getitem__)
        return finder


def _may_be_there(topic: StoredTopic, text: str) -> bool:
    return topic.needles is None or any(needle in text for needle in topic.needles)


def stored_topics(topics: Iterable[TopicWords]) -> dict[str, StoredTopic]:
    """The topics with their patterns ready to match."""
    return {topic.name: _stored(topic) for topic in topics}


def _stored(topic: TopicWords) -> StoredTopic:
    wanted = [pattern for pattern, _ in topic.patterns]
    compiled = {pattern: compile_pattern(pattern) for pattern in (*wanted, *topic.excluded)}
    needed = [needles(compiled[pattern]) for pattern in wanted]
    every = None if None in needed else tuple(sorted({needle for some in needed for needle in some or ()}))
    return StoredTopic(every, pack((topic, compiled)))
