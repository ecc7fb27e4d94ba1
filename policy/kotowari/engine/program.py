"""A policy made ready to decide: what does not depend on the request, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kotowari.cached import cached_property
from kotowari.diagnostics.span import NOWHERE
from kotowari.engine.domains import Lasting
from kotowari.engine.index.index import Index, compile_index
from kotowari.engine.reads import atoms, facts, reads_the_clock
from kotowari.engine.season import in_season
from kotowari.model import conditions as c
from kotowari.model.model import REQUEST_TEXT, Model, Rule
from kotowari.model.overriding import overriders
from kotowari.record import record


@record
class Program:
    """The model with its indexes.

    `conditions` holds for each rule all that must be true for it to apply, dates aside: an exception's also has its
    rule's. `overriders` names for each rule those that override it. `readers` names for each fact the rules whose
    condition reads it; of the facts in `tested` some rule asks whether they are known. `comparisons` and `texts` hold
    what each fact is compared with anywhere.
    """

    model: Model
    conditions: Mapping[str, c.Condition]
    overriders: Mapping[str, tuple[str, ...]]
    readers: Mapping[str, frozenset[str]]
    tested: frozenset[str]
    comparisons: Mapping[str, tuple[c.Compare, ...]]
    texts: Mapping[str, tuple[str, ...]]

    @cached_property
    def index(self) -> Index:
        """The rules by what makes them false, worked out when something is first decided."""
        return compile_index(self.model, self.conditions, self.readers)

    @cached_property
    def lasting(self) -> Lasting:
        """Domains of facts that are the same for all requests of a day."""
        return Lasting(self.model, self.comparisons)

    @cached_property
    def by_moment(self) -> bool:
        """Whether the moment of the decision may matter, and not its day alone."""
        read = (atom for condition in self.conditions.values() for atom in atoms(condition))
        sides = (side for atom in read for side in (atom.sides if isinstance(atom, c.Between) else (atom,)))
        return any(isinstance(atom, c.Compare) and reads_the_clock(atom) for atom in sides)

    def in_season(self, rule: Rule, today: date) -> bool:
        """Whether today lies in a rule's dates (for an exception, in its rule's too) and not all its reasons ended."""
        return in_season(self.model, rule, today)


class Conditions(Mapping[str, c.Condition]):
    """All that must be true for each rule of a model to apply, worked out when it is first asked for."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._found: dict[str, c.Condition] = {}

    def __getitem__(self, name: str) -> c.Condition:
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = _whole(self._model, self._model.rules[name])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._model.rules)

    def __len__(self) -> int:
        return len(self._model.rules)


def compile_program(model: Model) -> Program:
    """The indexes of a model."""
    conditions = {name: _whole(model, rule) for name, rule in model.rules.items()}
    readers: dict[str, set[str]] = defaultdict(set)
    for name, condition in conditions.items():
        for fact in facts(condition):
            readers[fact].add(name)
    comparisons, texts = _constants(list(conditions.values()))
    frozen = {fact: frozenset(names) for fact, names in readers.items()}
    read = (atom for condition in conditions.values() for atom in atoms(condition))
    tested = frozenset(atom.fact for atom in read if isinstance(atom, c.IsKnown))
    return Program(model, conditions, overriders(model), frozen, tested, comparisons, texts)


def _whole(model: Model, rule: Rule) -> c.Condition:
    parent = model.rules.get(rule.parent) if rule.parent else None
    own = [] if isinstance(rule.condition, c.Always) else [rule.condition]
    above = [] if parent is None or isinstance(parent.condition, c.Always) else [parent.condition]
    parts = (*_about(rule), *above, *own)
    if not parts:
        return c.Always("always", NOWHERE)
    if len(parts) == 1:
        return parts[0]
    return c.All(" and ".join(part.clause for part in parts), rule.span, parts)


def _about(rule: Rule) -> Sequence[c.Condition]:
    """That the request asks for one of the topics the rule is about."""
    if not rule.about:
        return ()
    which = rule.about[0] if len(rule.about) == 1 else f"any of {', '.join(rule.about)}"
    return (c.Mentions(f"request asks for {which}", rule.span, REQUEST_TEXT, c.How.ANY, rule.about, asks=True),)


def _constants(
    conditions: Sequence[c.Condition],
) -> tuple[dict[str, tuple[c.Compare, ...]], dict[str, tuple[str, ...]]]:
    comparisons: dict[str, dict[c.Compare, None]] = defaultdict(dict)
    texts: dict[str, set[str]] = defaultdict(set)
    for condition in conditions:
        for atom in atoms(condition):
            if isinstance(atom, c.IsOneOf):
                texts[atom.fact].update(value for value in atom.values if isinstance(value, str))
            for compare in atom.sides if isinstance(atom, c.Between) else (atom,):
                if isinstance(compare, c.Compare):
                    for fact in facts(compare):
                        comparisons[fact][compare] = None
    return (
        {fact: tuple(found) for fact, found in comparisons.items()},
        {fact: tuple(sorted(found)) for fact, found in texts.items()},
    )
