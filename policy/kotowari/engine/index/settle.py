"""The verdict at once, where nothing that matters for it is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kotowari.engine.index.index import Index, needed_topics
from kotowari.model.model import Verdict
from kotowari.text.glance import Glance, Seen

# From the rules that are left, those that read something unknown, and the text; None where it takes a judge.
Settle: TypeAlias = Callable[[int, int, str | None], Verdict | None]
# What to search for, whether the topic is there (or asked for) once that is found.
_Search: TypeAlias = tuple[str, Callable[[Seen], bool]]
# What a rule still needs where no table has ruled it out: of each of these, one.
_Needs: TypeAlias = tuple[tuple[_Search, ...], ...]

_NEVER = -1 << 60
_DEEPEST = 50  # rules that override one another in a row; longer rows are for the judge


@dataclass(frozen=True, slots=True)
class _Weighing:
    """Which of the rules of one request are in force where some override others.

    `needs` says by place what a rule needs, `above` which rules override it. `alive` are the rules of this request that
    no table rules out; `known` keeps what has been found.
    """

    needs: Sequence[_Needs | None]
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
        needed = self.needs[place]
        if needed is None or self.unknown >> place & 1 or depth > _DEEPEST:
            return None
        if needed and (self.seen is None or not _holds(needed, self.seen)):
            return False
        return self.in_force(place, depth)


def settler(  # noqa: C901, PLR0915 - every decision runs through this loop: nothing in it is a call that need not be one
    index: Index, glance: Glance, overriders: Mapping[str, Sequence[str]]
) -> Settle:
    """What settles the verdict."""
    needs = tuple(_needs(index, glance, place) for place in range(len(index.names)))
    above = {index.places[name]: tuple(index.places[other] for other in by) for name, by in overriders.items()}
    verdicts = tuple(index.model.rules[name].outcome.verdict for name in index.names)
    otherwise = index.model.otherwise.verdict
    others = sum(1 << place for place, verdict in enumerate(verdicts) if verdict is not otherwise)
    # One pass for all topics comes first where many rules are left, else once many searches have found nothing.
    worth = glance.worth
    many = worth * len(needs) // max(1, sum(len(each[0]) for each in needs if each))

    def settle(left: int, unknown: int, text: str | None) -> Verdict | None:  # noqa: C901, PLR0915 - the same
        if not left & others:  # whether they are in force or not, the verdict is the same
            return otherwise
        alive = left
        seen: Seen | None = None
        spent = 0
        while left:
            place = left.bit_length() - 1
            needed = needs[place]
            if needed is None or (unknown and unknown >> place & 1):
                return None
            holds = not needed
            if needed:
                if seen is None:
                    assert text is not None
                    seen = Seen(text)
                    spent = 0 if left.bit_count() < many else worth
                if spent >= worth:
                    left, spent = _possible(index, glance, seen, left), _NEVER
                    continue
                for needle, there in needed[0]:  # what most rules need of a text
                    if needle in seen.text and there(seen):
                        holds = len(needed) == 1 or _holds(needed[1:], seen)
                        break
                spent += len(needed[0])
            if holds:
                if place not in above:
                    return verdicts[place]
                seen = seen or (None if text is None else Seen(text))
                in_force = _Weighing(needs, above, alive, unknown, seen).in_force(place)
                if in_force is not False:
                    return verdicts[place] if in_force else None
            left ^= 1 << place
        return otherwise

    return settle


def _possible(index: Index, glance: Glance, seen: Seen, left: int) -> int:
    """Those of the rules for which the text may have the topics."""
    things = [(topic, asks) for topic in glance.possible(seen) for asks in (False, True)]
    return left & ~index.topics.without(things)


def _holds(needs: _Needs, seen: Seen) -> bool:
    text = seen.text
    for searches in needs:
        for needle, there in searches:
            if needle in text and there(seen):
                break
        else:
            return False
    return True


def _needs(index: Index, glance: Glance, place: int) -> _Needs | None:
    """What a rule needs besides that no table rules it out; None where it is more than topics."""
    found: list[tuple[_Search, ...]] = []
    for conjunct in index.rest[place]:
        atom = needed_topics(conjunct)
        if atom is None:
            return None
        each = [glance.asked(topic) if atom.asks else glance.mentioned(topic) for topic in atom.topics]
        found.append(tuple(search for searches in each for search in searches))
    return tuple(found)
