"""The verdict at once, where nothing that matters for it is unknown."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias, cast

from kotowari.engine.index.index import Index, needed_topics
from kotowari.model.model import Verdict
from kotowari.record import record
from kotowari.text.glance import Glance, Search, Seen, folded_text

# From the rules that are left, those that read something unknown, and the text; None where it takes a judge.
Settle: TypeAlias = Callable[[int, int, str | None], Verdict | None]

# By needle, what tells whether a topic is there where that needle is.
_Searches: TypeAlias = Mapping[str, Sequence[Callable[[Seen], bool]]]

_NEVER: Final = -1 << 60
_DEEPEST: Final = 50  # rules that override one another in a row; longer rows are for the judge


class _Needs(NamedTuple):
    """What a rule still needs where no table has ruled it out: one of each of these `topics`, and perhaps `more`."""

    topics: tuple[_Searches, ...]
    more: bool


class _AllNeeds:
    """What the rules need by place, worked out when it is asked for; None stands in `known` for what was not yet."""

    def __init__(self, index: Index, glance: Glance) -> None:
        self._index = index
        self._glance = glance
        self.known: list[_Needs | None] = [None] * len(index.names)

    def of(self, place: int) -> _Needs:
        """What the rule at a place needs."""
        found = self.known[place]
        if found is None:
            rest = self._index.rest[place]
            atoms = [atom for conjunct in rest if (atom := needed_topics(conjunct))]
            topics = tuple(_filed(self._searches([(topic, atom.asks) for topic in atom.topics])) for atom in atoms)
            found = self.known[place] = _Needs(topics, len(atoms) < len(rest))
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
        """The rules by the needles of which they need one first; under the empty string those that need none."""
        needing, having = self._index.topics.first
        helped = {"": self._index.all & ~needing}
        for topic, rules in cast("Mapping[tuple[str, bool], int]", having).items():
            for needle, _ in self._searches([topic]):
                helped[needle] = helped.get(needle, 0) | rules
        return helped


@record
class _Weighing:
    """Which of the rules of one request are in force where some override others.

    `above` says by place which rules override it. `alive` are the rules of this request that no table rules out;
    `known` keeps what has been found.
    """

    needs: _AllNeeds
    above: Mapping[int, tuple[int, ...]]
    alive: int
    unknown: int
    seen: Seen | None
    known: dict[int, bool | None] = field(default_factory=dict[int, "bool | None"])

    def in_force(self, place: int, depth: int = 0) -> bool | None:
        """Whether a rule that applies is in force: none that overrides it is. None where that takes a judge."""
        unsure = False
        for other in self.above.get(place, ()):
            if other not in self.known:
                self.known[other] = self._stands(other, depth + 1)
            found = self.known[other]
            if found:
                return False
            unsure = unsure or found is None
        return None if unsure else True

    def _stands(self, place: int, depth: int) -> bool | None:
        if not self.alive >> place & 1:
            return False
        needed = self.needs.of(place)
        if needed.topics and self.seen is not None and not _holds(needed.topics, self.seen.text, self.seen):
            return False
        if needed.more or self.unknown >> place & 1 or depth > _DEEPEST:
            return None
        return self.in_force(place, depth)


def settler(  # noqa: C901, PLR0915 - every decision runs through this loop: nothing in it is a call that need not be one
    index: Index, glance: Glance, overriders: Mapping[str, Sequence[str]]
) -> Settle:
    """What settles the verdict where one of the rules that are left has another one than stands otherwise."""
    needs = _AllNeeds(index, glance)
    known = needs.known
    above = {index.places[name]: tuple(index.places[other] for other in by) for name, by in overriders.items()}
    verdicts = [verdict for verdict, count in index.counts for _ in range(count)]
    otherwise, first = index.counts[0]  # rules of this verdict have the places below `first`
    stronger = index.model.order[: index.model.order.index(otherwise)]
    # Where one of these holds, the verdict is the strongest and stands otherwise, too.
    sure = 0 if stronger else index.plain & ((1 << first) - 1) & ~sum(1 << place for place in above)
    worth = glance.worth
    # With more such rules than this, a pass for all topics takes no longer than the searches for theirs.
    reading, _ = index.topics.first
    many = worth / max(0.01, index.topics.average) - 1  # besides the one that is looked at

    def settle(left: int, unknown: int, text: str | None) -> Verdict | None:  # noqa: C901, PLR0912, PLR0915 - the same
        if left & sure and left & sure & ~unknown:
            return otherwise
        alive = left
        found: Verdict | None = None
        seen: Seen | None = None
        where: str | AbstractSet[str] | None = None  # what says whether a needle is in the text
        written: str = text or ""
        folded: str = ""
        spent = 0
        while left:
            place = left.bit_length() - 1
            if place < first and found is None:
                return otherwise
            left ^= 1 << place
            topics, more = known[place] or needs.of(place)
            if topics:
                if text is None:
                    return None
                if where is None:
                    where = folded = folded_text(written)
                    spent = 0 if (left & reading).bit_count() < many else worth
                if spent >= worth:
                    where, spent = glance.there(folded), _NEVER
                    left &= needs.met(where)
                searches = topics[0]  # what most rules need of a text
                spent += len(searches)
                # Once it is known what is in the text, that is less than what many topics are searched for by.
                for needle in searches if where is folded else [one for one in where if one in searches]:
                    if needle in where:
                        seen = seen or glance.seen(written, folded)
                        if _one_holds(searches[needle], seen):
                            break
                else:
                    continue
                if len(topics) > 1 and not _holds(topics[1:], where, seen):
                    continue
            if more or (unknown and unknown >> place & 1):
                return None
            if place in above:
                seen = seen or (None if text is None else glance.seen(written, folded or folded_text(written)))
                in_force = _Weighing(needs, above, alive, unknown, seen).in_force(place)
                if in_force is None:
                    return None
                if not in_force:
                    continue
            found = verdicts[place]
            if place < first or found in stronger:
                return found
            left &= (1 << first) - 1  # against a weaker verdict, those that stand otherwise matter
        return found or otherwise

    return settle


def _filed(searches: Iterable[Search]) -> _Searches:
    found: dict[str, list[Callable[[Seen], bool]]] = {}
    for needle, there in searches:
        found.setdefault(needle, []).append(there)
    return found


def _one_holds(found: Iterable[Callable[[Seen], bool]], seen: Seen) -> bool:
    for there in found:  # noqa: SIM110 - mostly there is one, and `any` takes several times as long to begin
        if there(seen):
            return True
    return False


def _holds(needs: Iterable[_Searches], where: Container[str], seen: Seen) -> bool:
    return all(
        any(needle in where and _one_holds(found, seen) for needle, found in searches.items()) for searches in needs
    )
