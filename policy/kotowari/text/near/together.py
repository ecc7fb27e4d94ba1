"""Where the words of a pattern stand closest together, and what keeps the pattern from matching there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kotowari.text.characters import IS_JAPANESE, IS_LETTER
from kotowari.text.near.found import Why
from kotowari.text.near.seen import Place, Seen
from kotowari.text.near.units import Unit

# How much longer a stretch may be, in characters, in which the words stand in the pattern's order.
_WORTH_THE_ORDER: Final = 60


def closest(units: Sequence[Unit]) -> tuple[Place, ...]:
    """One place for each word, as close together as can be, in the pattern's order if that is nearly as close.

    Each word has a place.
    """
    rarest = min(units, key=lambda unit: len(unit.places))
    near = min((_around(units, anchor) for anchor in rarest.places), key=lambda way: (_extent(way), way))
    ordered = [way for first in units[0].places if (way := _from(units, first))]
    best = min(ordered, key=lambda way: (_extent(way), way), default=near)
    return best if _extent(best) <= _extent(near) + _WORTH_THE_ORDER else near


def _around(units: Sequence[Unit], anchor: Place) -> tuple[Place, ...]:
    """For each word the place nearest to the anchor that no other word has taken."""
    taken: list[Place] = []
    for unit in units:
        taken.append(min(unit.places, key=lambda place: (place in taken, abs(place[0] - anchor[0]), place)))
    return tuple(taken)


def _from(units: Sequence[Unit], first: Place) -> tuple[Place, ...]:
    """The words in order, each where it stands first after the one before; none where one does not follow."""
    places = [first]
    for unit in units[1:]:
        after = next((place for place in sorted(unit.places) if place[0] >= places[-1][1]), None)
        if after is None:
            return ()
        places.append(after)
    return tuple(places)


def _extent(places: Sequence[Place]) -> int:
    return max(end for _, end in places) - min(start for start, _ in places)


def _in_order(places: Sequence[Place]) -> bool:
    return all(before[1] <= after[0] for before, after in pairwise(places))


def what_parts(places: Sequence[Place], seen: Seen) -> Why:
    """What keeps words from being found together that all are there."""
    ordered = sorted(places)
    if any(seen.sentence_ends(before[1], after[0]) for before, after in pairwise(ordered)):
        return Why.SENTENCES
    if not _in_order(places):
        return Why.ORDER
    between = [seen.folded.text[before[1] : after[0]] for before, after in pairwise(places)]
    if any(IS_LETTER.search(text) or IS_JAPANESE.search(text) for text in between):
        return Why.APART
    return Why.PARTED


def loosened(pieces: Sequence[str]) -> str:
    """The pattern of these pieces in this order with `...` between all of them."""
    return " ... ".join(pieces)
