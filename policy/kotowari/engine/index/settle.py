"""The verdict at once, where nothing that matters for it is unknown."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

from kotowari.engine.index.index import Index
from kotowari.engine.index.needs import AllNeeds, all_hold, one_holds
from kotowari.engine.index.ranking import Ranking, Weighing
from kotowari.model.model import Verdict
from kotowari.text.glance import Glance, Seen

# From the rules that are left, those that read something unknown, and the text; None where it takes a judge.
Settle: TypeAlias = Callable[[int, int, str | None], Verdict | None]

_NEVER: Final = -1 << 60


def settler(  # noqa: C901, PLR0915 - every decision runs through this loop: nothing in it is a call that need not be one
    index: Index, glance: Glance, ranking: Ranking
) -> Settle:
    """What settles the verdict by the rules that are left."""
    needs = AllNeeds(index, glance)
    known = needs.known
    verdicts, otherwise, first, stronger, sure, above = (
        ranking.verdicts, ranking.otherwise, ranking.first, ranking.stronger, ranking.sure, ranking.above,
    )  # fmt: skip
    others = index.others
    worth = glance.worth
    # With more such rules than this, a pass for all topics takes no longer than the searches for theirs.
    reading, _ = index.topics.first
    many = worth / index.topics.average - 1  # besides the one that is looked at

    def settle(left: int, unknown: int, text: str | None) -> Verdict | None:  # noqa: C901, PLR0912, PLR0915 - the same
        # Where no other rule is left, the verdict is the same whether the rest are in force or not.
        if not left & others or (left & sure and left & sure & ~unknown):
            return otherwise
        alive = left
        found: Verdict | None = None
        seen: Seen | None = None
        where: str | AbstractSet[str] | None = None  # what says whether a needle is in the text
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
                    where = folded = glance.folded(text)
                    spent = 0 if (left & reading).bit_count() < many else worth
                if spent >= worth:
                    where, spent = glance.there(folded), _NEVER
                    left &= needs.met(where)
                searches = topics[0]  # what most rules need of a text
                spent += len(searches)
                # Once it is known what is in the text, that is less than what many topics are searched for by.
                for needle in searches if where is folded else [one for one in where if one in searches]:
                    if needle in where:
                        seen = seen or glance.seen(text, folded)
                        if one_holds(searches[needle], seen):
                            break
                else:
                    continue
                if len(topics) > 1 and not all_hold(topics[1:], where, seen):
                    continue
            if more or (unknown and unknown >> place & 1):
                return None
            if place in above:
                if seen is None and text is not None:
                    seen = glance.seen(text, folded or glance.folded(text))
                in_force = Weighing(needs, above, alive, unknown, seen).in_force(place)
                if in_force is None:
                    return None
                if not in_force:
                    continue
            found = verdicts[place]
            if place < first or place >= stronger:
                return found
            left &= (1 << first) - 1  # against a weaker verdict, those that stand otherwise matter
        return found or otherwise

    return settle
