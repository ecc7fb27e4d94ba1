"""What a text has to do with each topic, and what being about one topic says of others.

Where every pattern of a topic finds nothing but what patterns of other topics find, a text about it is about those as
well. That is true of texts; a caller who states topics can say anything, and is left aside here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

import z3

from kotowari.analysis.terms import Terms
from kotowari.model.model import Model, Topic
from kotowari.record import record
from kotowari.text.authoring.alike_denied import denied_alike
from kotowari.text.authoring.covering import Covered, covered
from kotowari.text.patterns.pattern import Pattern, compile_pattern


@record
class Talk:
    """Whether a text mentions a topic, and whether it asks for it."""

    mentions: z3.BoolRef
    asks: z3.BoolRef


@record
class Version:
    """A topic as one or several policies know it: the same name, and patterns that find the same."""

    key: str
    name: str
    places: frozenset[int]
    topic: Topic

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """What finds it."""
        return tuple(dict.fromkeys(words.pattern for words in self.topic.words))

    @property
    def excluded(self) -> frozenset[Pattern]:
        """What takes matches away."""
        return frozenset(self.topic.excluded)


@record(frozen=False)
class Talks:
    """Makes symbols for topics when a condition first reads them; what holds of them anyhow is added to `laws`."""

    terms: Terms
    models: Sequence[Model]
    laws: list[z3.BoolRef] = field(default_factory=list[z3.BoolRef])
    made: dict[tuple[str, str], Talk] = field(default_factory=dict[tuple[str, str], Talk])
    versions: tuple[Version, ...] = ()
    _pool: Covered | None = None
    _owners: list[tuple[Version, Pattern]] = field(default_factory=list[tuple[Version, Pattern]])
    _wider: dict[int, frozenset[int]] = field(default_factory=dict[int, "frozenset[int]"])

    def __post_init__(self) -> None:
        self.versions = tuple(_versions(self.models))

    def of(self, place: int, fact: str, topic: str) -> Talk:
        """A topic of a text, as the policy of this place knows it."""
        version = next(one for one in self.versions if one.name == topic and place in one.places)
        return self._talk(fact, version)

    def _talk(self, fact: str, version: Version) -> Talk:
        key = (fact, version.key)
        if key not in self.made:
            name = f"{fact} {version.key}"
            talk = Talk(self.terms.boolean(f"{name} mentioned"), self.terms.boolean(f"{name} asked"))
            self.made[key] = talk
            self.laws.append(self.terms.either(self.terms.opposite(talk.asks), talk.mentions))
            for asks in (False, True):
                self._imply(fact, version, asks=asks)
        return self.made[key]

    def _imply(self, fact: str, version: Version, *, asks: bool) -> None:
        """One of the topic's patterns is found, and with it the topics that this pattern stands for as well."""
        implied: list[list[Version]] = []
        for pattern in version.patterns:
            found = self._implied(version, pattern, asks=asks)
            if not found:  # which alone finds nothing but this topic, so that nothing follows
                return
            implied.append(found)
        if not implied:
            return
        talk = self.made[fact, version.key]
        own = talk.asks if asks else talk.mentions
        others = [[self._talk(fact, other) for other in each] for each in implied]
        ways = [self.terms.both(*(one.asks if asks else one.mentions for one in each)) for each in others]
        self.laws.append(self.terms.either(self.terms.opposite(own), *ways))

    def _implied(self, version: Version, pattern: Pattern, *, asks: bool) -> list[Version]:
        """The other topics that are found wherever this pattern of the topic counts."""
        pool, owners = self._pooled()
        number = next(n for n, (owner, own) in enumerate(owners) if owner.key == version.key and own == pattern)
        found: dict[str, Version] = {}
        for other in sorted(self._by(pool, number)):
            owner, wider = owners[other]
            if owner.key == version.key or not owner.excluded <= version.excluded or owner.key in found:
                continue
            if wider == pattern or not asks or _alike(pattern, wider):
                found[owner.key] = owner
        return list(found.values())

    def _pooled(self) -> tuple[Covered, list[tuple[Version, Pattern]]]:
        if self._pool is None:
            self._owners = [(version, pattern) for version in self.versions for pattern in version.patterns]
            self._pool = covered(compile_pattern(pattern) for _, pattern in self._owners)
        return self._pool, self._owners

    def _by(self, pool: Covered, number: int) -> frozenset[int]:
        found = self._wider.get(number)
        if found is None:
            own = self._owners[number][1]
            same = (other for other, (_, pattern) in enumerate(self._owners) if pattern == own)
            found = self._wider[number] = frozenset({*pool.by(number), *same}) - {number}
        return found


def _alike(pattern: Pattern, wider: Pattern) -> bool:
    return denied_alike(compile_pattern(pattern), compile_pattern(wider))


def _versions(models: Sequence[Model]) -> list[Version]:
    """Every topic once for each way in which its words are written."""
    found: dict[tuple[str, frozenset[Pattern], frozenset[Pattern]], Version] = {}
    for place, model in enumerate(models):
        for name, topic in model.topics.items():
            own = (name, frozenset(words.pattern for words in topic.words), frozenset(topic.excluded))
            known = found.get(own)
            places = frozenset({place}) | (known.places if known else frozenset[int]())
            key = known.key if known else (f"{name}@{place}" if any(other[0] == name for other in found) else name)
            found[own] = Version(key, name, places, topic)
    return list(found.values())
