"""What a condition demands, part by part: where one of them is false, all of it is."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.model import conditions as c
from kotowari.record import record


@record
class Conjunct:
    """A part that has to be true or, where it is `negated`, has to be false."""

    part: c.Condition
    negated: bool = False


def conjuncts(condition: c.Condition, *, negated: bool = False) -> Iterator[Conjunct]:  # noqa: C901, PLR0912 - a case a kind
    """The parts of a condition that all have to hold, as small as they can be told apart."""
    match condition:
        case c.Always() if not negated:
            return
        case c.Defined():
            yield from conjuncts(condition.condition, negated=negated)
        case c.Not():
            yield from conjuncts(condition.part, negated=not negated)
        case c.All() if not negated:
            for part in condition.parts:
                yield from conjuncts(part)
        case c.AnyOf() if negated:
            for part in condition.parts:
                yield from conjuncts(part, negated=True)
        case c.Between() if not negated:
            yield from map(Conjunct, condition.sides)
        case c.Includes() if condition.how is c.How.ALL and not negated:
            for choice in condition.choices:
                yield Conjunct(c.Includes(condition.clause, condition.span, condition.fact, c.How.ANY, (choice,)))
        case c.Mentions() if condition.how is c.How.ALL and not negated:
            for topic in condition.topics:
                yield Conjunct(
                    c.Mentions(condition.clause, condition.span, condition.fact, c.How.ANY, (topic,), condition.asks)
                )
        case _:
            yield Conjunct(condition, negated)
