"""From what is known of a request to the rules that are not false already.

Sets of rules are integers: bit `p` stands for the rule at place `p`. The first rule to look at has the highest place:
those of the strongest verdict come first, and last those of the verdict that stands otherwise, which matter only where
a weaker one is in force.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from kotowari.cached import cached_property
from kotowari.engine.index.conjuncts import Conjunct, conjuncts
from kotowari.engine.index.layers import Layers
from kotowari.engine.index.tables import Table, fact_of, table
from kotowari.engine.season import has_season, in_season
from kotowari.engine.situation import Situation
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT, Model, Rule, Verdict
from kotowari.model.types import Value
from kotowari.record import record


@record
class Index:
    """The rules of a policy by what makes them false.

    `names` are the rules by place, `counts` how many of them have each verdict, from the lowest place. `tables` say
    what the values of each fact rule out, `topics` which rules need one of several topics, each with whether it has to
    be asked for. `reads` are the rules that read a fact. `rest` holds for each place what no table tells; of those that
    are `plain` the tables tell everything. `dated` are the rules that do not apply on every day.
    """

    model: Model
    names: tuple[str, ...]
    counts: tuple[tuple[Verdict, int], ...]
    places: Mapping[str, int]
    tables: Mapping[str, Table]
    topics: Layers
    reads: Mapping[str, int]
    rest: Sequence[tuple[Conjunct, ...]]
    plain: int
    dated: tuple[tuple[int, Rule], ...]

    @property
    def all(self) -> int:
        """Every rule."""
        return (1 << len(self.names)) - 1

    @cached_property
    def single(self) -> int:
        """The rules of which the tables tell everything but one thing."""
        return sum(1 << place for place, parts in enumerate(self.rest) if len(parts) == 1)

    @property
    def others(self) -> int:
        """The rules of the verdicts that do not stand otherwise."""
        _, first = self.counts[0]
        return self.all >> first << first

    def alive(self, situation: Situation) -> int:
        """The rules that may apply; no topic is looked for that may be in the text, and no text that no rule reads."""
        left = self.left(situation.facts) & self.applying(situation.today)
        if left & self.reads.get(REQUEST_TEXT, 0) and REQUEST_TEXT in situation.mentions:
            possible = situation.mentions[REQUEST_TEXT]
            left &= ~self.topics.without((topic, asks) for topic in possible for asks in (False, True))
        return left

    def left(self, facts: Mapping[str, Value]) -> int:
        """The rules that these values do not make false."""
        found = self.all
        for fact, value in facts.items():
            if fact in self.tables:
                found &= self.tables[fact].left(value)
        return found

    @cached_property
    def applying(self) -> Callable[[date], int]:
        """The rules that apply on a day; those of the latest days are kept."""
        return lru_cache(maxsize=8)(self._applying)

    def _applying(self, today: date) -> int:
        found = self.all
        for bit, rule in self.dated:
            if not in_season(self.model, rule, today):
                found ^= bit
        return found

    def listed(self, rules: int) -> list[str]:
        """The names of a set of rules, sorted."""
        return sorted(self.names[place] for place in places(rules))


def places(rules: int) -> Iterator[int]:
    """The places of a set of rules, the highest first."""
    while rules:
        place = rules.bit_length() - 1
        yield place
        rules ^= 1 << place


def needed_topics(conjunct: Conjunct) -> c.Mentions | None:
    """The topics of the request of which a conjunct needs one; None where it needs something else."""
    match conjunct:
        case Conjunct(c.Mentions(fact=fact, how=c.How.ANY) as atom, negated=False) if fact == REQUEST_TEXT:
            return atom
        case _:
            return None


def compile_index(model: Model, conditions: Mapping[str, c.Condition], readers: Mapping[str, Collection[str]]) -> Index:
    """The index of a policy from all that each of its rules needs, and from the rules that read each fact."""
    # What stands otherwise comes last, then the weakest verdict.
    weakest = [model.otherwise.verdict, *(one for one in reversed(model.order) if one is not model.otherwise.verdict)]
    verdicts = Counter(rule.outcome.verdict for rule in model.rules.values())
    reading = readers.get(REQUEST_TEXT, ())
    # Among rules of one verdict, those come first that need no look at the text.
    names = sorted(
        model.rules, key=lambda name: (weakest.index(model.rules[name].outcome.verdict), name not in reading, name)
    )
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
        tuple((verdict, verdicts[verdict]) for verdict in weakest),
        numbers,
        _tables(model, found, rest),
        topics,
        {fact: sum(1 << numbers[name] for name in by) for fact, by in readers.items()},
        tuple(map(tuple, rest)),
        sum(1 << place for place, parts in enumerate(rest) if not parts),
        tuple((1 << numbers[name], rule) for name, rule in model.rules.items() if has_season(model, rule)),
    )


def _tables(
    model: Model, found: Mapping[str, Iterable[tuple[int, Conjunct]]], rest: list[list[Conjunct]]
) -> dict[str, Table]:
    """The tables of the facts; conjuncts of which a table does not tell everything are added to the rest."""
    tables: dict[str, Table] = {}
    rules = (1 << len(rest)) - 1
    for fact, given in found.items():
        tables[fact], unsure = table(
            model.facts[fact].type, [(1 << place, conjunct) for place, conjunct in given], rules
        )
        for place, conjunct in given if unsure else ():
            rest[place].append(conjunct)
    return tables
