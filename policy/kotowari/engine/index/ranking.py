"""Which rules weigh more than others: by their verdicts, and by what they override."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from kotowari.engine.index.index import Index
from kotowari.engine.index.needs import AllNeeds, all_hold
from kotowari.model.model import Verdict
from kotowari.record import record
from kotowari.text.glance import Seen

_DEEPEST: Final = 50  # rules that override one another in a row; longer rows are for the judge


@record
class Ranking:
    """The places of an index by what their rules weigh.

    Below the place `first` stand the rules of the verdict that stands `otherwise`, from `stronger` on those with a
    stronger one. `verdicts` are those of all places; `above` says which rules override the one at a place, `overridden`
    are all that have such. Where one of the rules is left that are `sure`, and reads nothing unknown, the verdict
    stands otherwise and is the strongest.
    """

    verdicts: tuple[Verdict, ...]
    otherwise: Verdict
    first: int
    stronger: int
    sure: int
    above: Mapping[int, tuple[int, ...]]
    overridden: int


def ranking(index: Index, overriders: Mapping[str, Sequence[str]]) -> Ranking:
    """The ranking of the rules, of which some override others."""
    otherwise, first = index.counts[0]
    strong = index.model.order[: index.model.order.index(otherwise)]
    above = {index.places[name]: tuple(index.places[other] for other in by) for name, by in overriders.items()}
    overridden = sum(1 << place for place in above)
    return Ranking(
        verdicts=tuple(verdict for verdict, count in index.counts for _ in range(count)),
        otherwise=otherwise,
        first=first,
        stronger=sum(count for verdict, count in index.counts if verdict not in strong),
        sure=0 if strong else index.plain & ((1 << first) - 1) & ~overridden,
        above=above,
        overridden=overridden,
    )


@record
class Weighing:
    """Which of the rules of one request are in force where some override others.

    `above` says by place which rules override it. `alive` are the rules of this request that no table rules out;
    `known` keeps what has been found.
    """

    needs: AllNeeds
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
        if needed.topics and self.seen is not None and not all_hold(needed.topics, self.seen.text, self.seen):
            return False
        if needed.more or self.unknown >> place & 1 or depth > _DEEPEST:
            return None
        return self.in_force(place, depth)
