"""Rules that compare an amount with constants: which of them are false, by the place of the amount among these."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kotowari.model.conditions import Op

# Beyond this many bits for one fact, only every so manyth threshold is kept.
MOST_BITS = 1 << 27


@dataclass(frozen=True, slots=True)
class Cut:
    """A comparison with a constant; it has to be false where it is `negated`."""

    op: Op
    limit: Decimal
    negated: bool

    def holds(self, sign: int) -> bool:
        """Whether the conjunct is true of an amount that lies so to the limit: below (-1), on it (0) or above (1)."""
        return _HOLDS[self.op][sign + 1] is not self.negated


_HOLDS: Mapping[Op, tuple[bool, bool, bool]] = {
    Op.LESS: (True, False, False),
    Op.AT_MOST: (True, True, False),
    Op.EQUAL: (False, True, False),
    Op.AT_LEAST: (False, True, True),
    Op.MORE: (False, False, True),
}


@dataclass(frozen=True, slots=True)
class Ordered:
    """`dead[2 * n]` are the rules that are false below the limit `n` and above the one before, `dead[2 * n + 1]` on it.

    The last entry is that of all amounts above every limit. The entry of `absent` is that of a fact that is none.
    """

    limits: tuple[Decimal, ...]
    dead: tuple[int, ...]
    absent: int

    def of(self, amount: Decimal) -> int:
        """The rules that are false of an amount."""
        place = bisect_left(self.limits, amount)
        on = place < len(self.limits) and self.limits[place] == amount
        return self.dead[2 * place + on]

    def whole(self) -> tuple[list[int], list[int]]:
        """The same for whole numbers: each entry of the second list counts from the number in the first at its place.

        The second list has one entry more, the first one, for what lies below all of them.
        """
        begins: dict[int, int] = {}
        for place, limit in enumerate(self.limits):
            number = int(limit)
            on = number == limit
            if on:
                begins[number] = self.dead[2 * place + 1]
            above = number + 1 if limit >= 0 or on else number
            begins[above] = self.dead[2 * place + 2]
        return list(begins), [self.dead[0], *begins.values()]


def ordered(cuts: Iterable[tuple[int, Cut]]) -> tuple[Ordered, int]:
    """The table of these comparisons, each with the bit of its rule, and the rules that it does not tell everything of.

    There are some of the latter only where there are too many thresholds to keep.
    """
    by_limit: dict[Decimal, list[tuple[int, Cut]]] = defaultdict(list)
    absent = every = 0
    for bit, cut in cuts:
        by_limit[cut.limit].append((bit, cut))
        every |= bit
        absent |= 0 if cut.negated else bit
    limits = sorted(by_limit)
    dead = _sweep([by_limit[limit] for limit in limits])
    step = 1 + 2 * len(limits) * every.bit_length() // MOST_BITS
    table = Ordered(tuple(limits), tuple(dead), absent)
    return (table, 0) if step == 1 else (_thinned(table, step), every)


def _sweep(cuts: Sequence[Sequence[tuple[int, Cut]]]) -> list[int]:
    """The rules that are false, from below the lowest limit to above the highest."""
    faults: dict[int, int] = defaultdict(int)  # how many parts of a rule are false
    dead = 0
    for bit, cut in (one for there in cuts for one in there):
        if not cut.holds(-1):
            faults[bit] += 1
            dead |= bit
    found = [dead]
    for there in cuts:
        for before, after in ((-1, 0), (0, 1)):
            for bit, cut in there:
                change = cut.holds(before) - cut.holds(after)
                if change:
                    faults[bit] += change
                    dead = dead | bit if faults[bit] else dead & ~bit
            found.append(dead)
    return found


def _thinned(table: Ordered, step: int) -> Ordered:
    """The same with fewer limits: a rule counts as false where it is false all the way from one to the next."""
    limits = table.limits[::step]
    ends = [0, *(2 * place + 1 for place in range(0, len(table.limits), step)), len(table.dead)]
    dead: list[int] = []
    for number in range(len(limits) + 1):
        between = table.dead[ends[number] + (number > 0) : ends[number + 1]]
        common = between[0]
        for one in between[1:]:
            common &= one
        dead.append(common)
        if number < len(limits):
            dead.append(table.dead[ends[number + 1]])
    return Ordered(limits, tuple(dead), table.absent)
