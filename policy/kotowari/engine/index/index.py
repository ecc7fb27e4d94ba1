"""From what is known of a request to the rules that are not false already.

Sets of rules are integers: bit `p` stands for the rule at place `p`. The rules of the strongest verdict have the
highest places, so that the first one to look at is the highest bit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kotowari.engine.index.conjuncts import Conjunct, conjuncts
from kotowari.engine.index.layers import Layers
from kotowari.engine.index.tables import Table, fact_of, table
from kotowari.engine.season import has_season, in_season
from kotowari.engine.situation import Mention, Situation
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT, Model, Rule
from kotowari.model.types import Value


@dataclass(frozen=True, slots=True)
class Index:
    """The rules of a policy by what makes them false.

    `names` are the rules by place. `tables` say what the values of each fact rule out, `topics` which rules need one of
    several topics, each with whether it has to be asked for. `reads` are the rules that read a fact. `rest` holds for
    each place what no table tells. `dated` are the rules that do not apply on every day.
    """

    model: Model
    names: tuple[str, ...]
    places: Mapping[str, int]
    tables: Mapping[str, Table]
    topics: Layers
    reads: Mapping[str, int]
    rest: tuple[tuple[Conjunct, ...], ...]
    dated: tuple[tuple[int, Rule], ...]

    @property
    def all(self) -> int:
        """Every rule."""
        return (1 << len(self.names)) - 1

    def alive(self, situation: Situation) -> int:
        """The rules that are not false; the text is looked at only where one that is left reads it."""
        left = self.all & ~(self.out_of_season(situation.today) | self.dead(situation.facts))
        if left & self.reads.get(REQUEST_TEXT, 0) and REQUEST_TEXT in situation.mentions:
            left &= ~self.topics.without(_there(situation.mentions[REQUEST_TEXT]))
        return left

    def dead(self, facts: Mapping[str, Value]) -> int:
        """The rules that these values make false."""
        found = 0
        for fact, value in facts.items():
            if fact in self.tables:
                found |= self.tables[fact].dead(value)
        return found

    def out_of_season(self, today: date) -> int:
        """The rules that do not apply on this day."""
        return sum(bit for bit, rule in self.dated if not in_season(self.model, rule, today))

    def listed(self, rules: int) -> list[str]:
        """The names of a set of rules, sorted."""
        return sorted(self.names[place] for place in places(rules))


def places(rules: int) -> Iterator[int]:
    """The places of a set of rules, the highest first."""
    while rules:
        place = rules.bit_length() - 1
        yield place
        rules ^= 1 << place


def _there(mentions: Mapping[str, Mention]) -> Iterator[tuple[str, bool]]:
    """Each topic of a text, and once more where it is asked for."""
    for topic, mention in mentions.items():
        if mention is not Mention.NO:
            yield topic, False
        if mention is Mention.ASKS:
            yield topic, True


def needed_topics(conjunct: Conjunct) -> c.Mentions | None:
    """The topics of the request of which a conjunct needs one; None where it needs something else."""
    match conjunct:
        case Conjunct(c.Mentions(fact=fact, how=c.How.ANY) as atom, negated=False) if fact == REQUEST_TEXT:
            return atom
        case _:
            return None


def compile_index(model: Model, conditions: Mapping[str, c.Condition], readers: Mapping[str, Collection[str]]) -> Index:
    """The index of a policy from all that each of its rules needs, and from the rules that read each fact."""
    ranks = {verdict: rank for rank, verdict in enumerate(reversed(model.order))}
    reading = readers.get(REQUEST_TEXT, ())
    # Among rules of one verdict, those come first that need no look at the text.
    names = sorted(model.rules, key=lambda name: (ranks[model.rules[name].outcome.verdict], name not in reading, name))
    numbers = {name: place for place, name in enumerate(names)}
    found: dict[str, list[tuple[int, Conjunct]]] = defaultdict(list)
    topics = Layers()
    rest: list[list[Conjunct]] = []
    for place, name in enumerate(names):
        rest.append([])
        for conjunct in conjuncts(conditions[name]):
            fact = fact_of(conjunct, model.facts)
            if fact is not None:
                found[fact].append((place, conjunct))
                continue
            rest[-1].append(conjunct)
            needed = needed_topics(conjunct)
            if needed is not None:
                topics.need(1 << place, [(topic, needed.asks) for topic in needed.topics])
    return Index(
        model,
        tuple(names),
        numbers,
        _tables(model, found, rest),
        topics,
        {fact: sum(1 << numbers[name] for name in by) for fact, by in readers.items()},
        tuple(map(tuple, rest)),
        tuple((1 << numbers[name], rule) for name, rule in model.rules.items() if has_season(model, rule)),
    )


def _tables(
    model: Model, found: Mapping[str, Iterable[tuple[int, Conjunct]]], rest: list[list[Conjunct]]
) -> dict[str, Table]:
    """The tables of the facts; conjuncts of which a table does not tell everything are added to the rest."""
    tables: dict[str, Table] = {}
    for fact, given in found.items():
        tables[fact], unsure = table(model.facts[fact].type, [(1 << place, conjunct) for place, conjunct in given])
        for place, conjunct in given if unsure else ():
            rest[place].append(conjunct)
    return tables
