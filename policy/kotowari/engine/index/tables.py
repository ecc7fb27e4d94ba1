"""The rules that the value of one fact makes false."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from unicodedata import normalize

from kotowari.engine.index.conjuncts import Conjunct
from kotowari.engine.index.layers import Layers
from kotowari.engine.index.ordered import Cut, Ordered, ordered
from kotowari.model import conditions as c
from kotowari.model.model import Fact
from kotowari.model.types import NUMERIC, FactType, Kind, Value
from kotowari.record import record

_LISTED = frozenset({Kind.FLAG, Kind.ONE_OF, Kind.TEXT})
_MIRRORED = {c.Op.LESS: c.Op.MORE, c.Op.AT_MOST: c.Op.AT_LEAST, c.Op.EQUAL: c.Op.EQUAL,
             c.Op.AT_LEAST: c.Op.AT_MOST, c.Op.MORE: c.Op.LESS}  # fmt: skip


@record
class Table:
    """What the values of one fact rule out.

    `listed` are flags, choices and texts by value, with what all other values have in `other`; `ordered` are amounts;
    `members` are rules that need one of several members of a set, `spoilt` those that a member makes false. `absent`
    are the rules that are false where the fact is none. All these are among the `rules`.
    """

    type: FactType
    rules: int
    absent: int
    listed: Mapping[Hashable, int] = field(default_factory=dict[Hashable, int])
    other: int = 0
    ordered: Ordered | None = None
    members: Layers = field(default_factory=Layers)
    spoilt: Mapping[str, int] = field(default_factory=dict[str, int])

    def left(self, value: Value) -> int:
        """The rules that this value does not make false."""
        if self.ordered is not None and value is not None:
            return self.ordered.of(value) if isinstance(value, Decimal) else self.rules
        return self.rules & ~self._dead(value)

    def _dead(self, value: Value) -> int:
        if value is None:
            return self.absent
        if isinstance(value, frozenset):
            found = self.members.without(value) | self.other
            for member in value:
                found |= self.spoilt.get(member, 0)
            return found
        return self.listed.get(composed(value), self.other)


def composed(value: Value) -> Hashable:
    """Texts that look the same are the same."""
    return normalize("NFC", value) if isinstance(value, str) and not value.isascii() else value


def fact_of(conjunct: Conjunct, types: Mapping[str, Fact]) -> str | None:
    """The fact in whose table a conjunct can stand; None where it needs more than a look at one value."""
    match conjunct.part:
        case c.IsOneOf(fact=fact):
            return fact if types[fact].type.kind in _LISTED else None
        case c.IsNone(fact=fact) | c.Includes(fact=fact, how=c.How.ANY):
            return fact
        case c.Compare(left=c.FactRef(fact=fact, type=of), right=c.Const()) if of.kind in NUMERIC:
            return fact
        case c.Compare(left=c.Const(), right=c.FactRef(fact=fact, type=of)) if of.kind in NUMERIC:
            return fact
        case _:
            return None


def cut_of(conjunct: Conjunct) -> Cut | None:
    """The comparison of an amount with a constant, the amount on the left; None where a conjunct is something else."""
    match conjunct.part:
        case c.Compare(left=c.FactRef(), op=op, right=c.Const(value=Decimal() as limit)):
            return Cut(op, limit, conjunct.negated)
        case c.Compare(left=c.Const(value=Decimal() as limit), op=op):
            return Cut(_MIRRORED[op], limit, conjunct.negated)
        case _:
            return None


def table(type_: FactType, conjuncts: Iterable[tuple[int, Conjunct]], rules: int) -> tuple[Table, int]:
    """The table of a fact, from the conjuncts that stand in it with the bits of their rules, among all `rules`.

    Also gives the rules of which it does not tell everything.
    """
    given = tuple(conjuncts)
    if type_.kind in NUMERIC:
        return _amounts(type_, given, rules)
    if type_.kind is Kind.ANY_OF:
        return _sets(type_, given, rules), 0
    if type_.kind in _LISTED:
        return _listed(type_, given, rules), 0
    return Table(type_, rules, *_presence(given)), 0


def _presence(given: Iterable[tuple[int, Conjunct]]) -> tuple[int, Mapping[Hashable, int], int]:
    """For a fact that may be none, of which nothing else is asked: the rules that are false where it is, or is not."""
    absent = present = 0
    for bit, conjunct in given:
        absent |= bit if conjunct.negated else 0
        present |= 0 if conjunct.negated else bit
    return absent, {}, present


def _amounts(type_: FactType, given: Iterable[tuple[int, Conjunct]], rules: int) -> tuple[Table, int]:
    cuts: list[tuple[int, Cut]] = []
    absent = present = 0
    for bit, conjunct in given:
        cut = cut_of(conjunct)
        if cut is not None:
            cuts.append((bit, cut))
            absent |= 0 if cut.negated else bit
        elif conjunct.negated:
            absent |= bit
        else:
            present |= bit
    found, unsure = ordered(cuts, rules & ~present)
    return Table(type_, rules, absent, ordered=found), unsure


def _listed(type_: FactType, given: Iterable[tuple[int, Conjunct]], rules: int) -> Table:
    needs, spoilt = Layers(), defaultdict[Hashable, int](int)
    absent = present = 0
    for bit, conjunct in given:
        match conjunct.part:
            case c.IsOneOf(values=values) if conjunct.negated:
                for value in values:
                    spoilt[composed(value)] |= bit
            case c.IsOneOf(values=values):
                needs.need(bit, map(composed, values))
                absent |= bit
            case _ if conjunct.negated:
                absent |= bit
            case _:
                present |= bit
    known = (True, False) if type_.kind is Kind.FLAG else type_.choices
    every = sorted({*needs.things(), *spoilt, *known}, key=str)
    listed = {value: needs.without((value,)) | spoilt.get(value, 0) | present for value in every}
    return Table(type_, rules, absent, listed, needs.without(()) | present)


def _sets(type_: FactType, given: Iterable[tuple[int, Conjunct]], rules: int) -> Table:
    needs, spoilt = Layers(), defaultdict[str, int](int)
    absent = present = 0
    for bit, conjunct in given:
        match conjunct.part:
            case c.Includes(choices=choices) if conjunct.negated:
                for choice in choices:
                    spoilt[choice] |= bit
            case c.Includes(choices=choices):
                needs.need(bit, choices)
                absent |= bit
            case _ if conjunct.negated:
                absent |= bit
            case _:
                present |= bit
    return Table(type_, rules, absent, other=present, members=needs, spoilt=spoilt)
