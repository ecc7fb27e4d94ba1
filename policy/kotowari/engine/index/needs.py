"""What rules need of a text, and the searches by which that is seen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, cast

from kotowari.cached import cached_property
from kotowari.engine.index.index import Index, needed_topics
from kotowari.text.glance import Glance, Search, Seen

# By needle, what tells whether a topic is there where that needle is.
Searches: TypeAlias = Mapping[str, list[Callable[[Seen], bool]]]


class Needs(NamedTuple):
    """What a rule still needs where no table has ruled it out: one of each of these `topics`, and perhaps `more`."""

    topics: tuple[Searches, ...]
    more: bool


class AllNeeds:
    """What the rules need by place, worked out when it is asked for; None stands in `known` for what was not yet."""

    def __init__(self, index: Index, glance: Glance) -> None:
        self._index = index
        self._glance = glance
        self.known: list[Needs | None] = [None] * len(index.names)

    def of(self, place: int) -> Needs:
        """What the rule at a place needs."""
        found = self.known[place]
        if found is None:
            rest = self._index.rest[place]
            atoms = [atom for conjunct in rest if (atom := needed_topics(conjunct))]
            topics = tuple(_filed(self._searches([(topic, atom.asks) for topic in atom.topics])) for atom in atoms)
            found = self.known[place] = Needs(topics, len(atoms) < len(rest))
        return found

    def _searches(self, topics: Iterable[tuple[str, bool]]) -> Iterable[Search]:
        for topic, asks in topics:
            yield from self._glance.asked(topic) if asks else self._glance.mentioned(topic)

    def met(self, there: Iterable[str]) -> int:
        """The rules that these needles do not leave without the first thing that they need."""
        helped = self._helped
        found = helped[""]
        for needle in there:
            found |= helped.get(needle, 0)
        return found

    @cached_property
    def _helped(self) -> dict[str, int]:
        """The rules by the needles of which they need one first; under the empty string those that need none, too."""
        needing, _ = self._index.topics.first
        found = {"": self._index.all & ~needing}
        for needle, _, rules in self.first():
            found[needle] = found.get(needle, 0) | rules
        return found

    def first(self) -> Iterator[tuple[str, Callable[[Seen], bool], int]]:
        """The searches for the topics that rules need first, with the rules of which a topic is one of these."""
        _, having = self._index.topics.first
        for topic, rules in cast("Mapping[tuple[str, bool], int]", having).items():
            for needle, there in self._searches([topic]):
                yield needle, there, rules


def _filed(searches: Iterable[Search]) -> Searches:
    found: dict[str, list[Callable[[Seen], bool]]] = {}
    for needle, there in searches:
        found.setdefault(needle, []).append(there)
    return found


def one_holds(found: Iterable[Callable[[Seen], bool]], seen: Seen) -> bool:
    """Whether a topic is there for certain, where its needle is."""
    for there in found:  # noqa: SIM110 - mostly there is one, and `any` takes several times as long to begin
        if there(seen):
            return True
    return False


def all_hold(needs: Iterable[Searches], where: Container[str], seen: Seen) -> bool:
    """Whether each of these needs is met; `where` says which needles are in the text."""
    return all(
        any(needle in where and one_holds(found, seen) for needle, found in searches.items()) for searches in needs
    )
