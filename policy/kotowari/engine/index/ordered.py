"""Rules that compare an amount with constants: which of them are not false, by the place of the amount among these."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from kotowari.model.conditions import Op
from kotowari.record import record

# Beyond this many bits for one fact, only every so manyth threshold is kept.
MOST_BITS = 1 << 27


@record
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


@record
class Ordered:
    """`left[2 * n]` are the rules that are not false below the limit `n` and above the one before.

    `left[2 * n + 1]` are those on the limit, the last entry those above every limit.
    """

    limits: tuple[Decimal, ...]
    left: tuple[int, ...]

    def of(self, amount: Decimal) -> int:
        """The rules that are not false of an amount."""
        place = bisect_left(self.limits, amount)
        on = place < len(self.limits) and self.limits[place] == amount
        return self.left[2 * place + on]

    def whole(self) -> tuple[list[int], list[int]]:
        """The same for whole numbers: each entry of the second list counts from the number in the first at its place.

        The second list has one entry more, the first one, for what lies below all of them.
        """
        begins: dict[int, int] = {}
        for place, limit in enumerate(self.limits):
            number = int(limit)
            on = number == limit
            if on:
                begins[number] = self.left[2 * place + 1]
            above = number + 1 if limit >= 0 or on else number
            begins[above] = self.left[2 * place + 2]
        return list(begins), [self.left[0], *begins.values()]


def ordered(cuts: Iterable[tuple[int, Cut]], rules: int) -> tuple[Ordered, int]:
    """The table of these comparisons, each with the bit of its rule, among all `rules`.

    Also gives the rules that it does not tell everything of; there are some only where there are too many thresholds to
    keep.
    """
    by_limit: dict[Decimal, list[tuple[int, Cut]]] = defaultdict(list)
    every = 0
    for bit, cut in cuts:
        by_limit[cut.limit].append((bit, cut))
        every |= bit
    limits = sorted(by_limit)
    table = Ordered(tuple(limits), tuple(_sweep([by_limit[limit] for limit in limits], rules)))
    step = 1 + 2 * len(limits) * every.bit_length() // MOST_BITS
    return (table, 0) if step == 1 else (_thinned(table, step), every)


def _sweep(cuts: Sequence[Sequence[tuple[int, Cut]]], rules: int) -> list[int]:
    """The rules that are not false, from below the lowest limit to above the highest."""
    faults: dict[int, int] = defaultdict(int)  # how many parts of a rule are false
    left = rules
    for bit, cut in (one for there in cuts for one in there):
        if not cut.holds(-1):
            faults[bit] += 1
            left &= ~bit
    found = [left]
    for there in cuts:
        for before, after in ((-1, 0), (0, 1)):
            for bit, cut in there:
                change = cut.holds(before) - cut.holds(after)
                if change:
                    faults[bit] += change
                    left = left & ~bit if faults[bit] else left | bit & rules
            found.append(left)
    return found


def _thinned(table: Ordered, step: int) -> Ordered:
    """The same with fewer limits: a rule counts as false where it is false all the way from one to the next."""
    limits = table.limits[::step]
    ends = [0, *(2 * place + 1 for place in range(0, len(table.limits), step)), len(table.left)]
    left: list[int] = []
    for number in range(len(limits) + 1):
        somewhere = 0
        for one in table.left[ends[number] + (number > 0) : ends[number + 1]]:
            somewhere |= one
        left.append(somewhere)
        if number < len(limits):
            left.append(table.left[ends[number + 1]])
    return Ordered(limits, tuple(left))
