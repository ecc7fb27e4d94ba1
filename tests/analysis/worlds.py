"""Everything that can come: the completions of the reference interpreter, on every day that counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, product
from math import prod

from tests import reference
from tests.reference import World
from tests.reference_values import Asked, is_free

from kotowari.model.model import Model
from kotowari.model.types import TEMPORAL

MOST = 4_000


def can_be_enumerated(model: Model) -> bool:
    """Whether a few values of each fact stand for all: no amounts of two facts are compared, and no fact has a date."""
    read = [atom for rule in model.rules.values() for atom in reference.atoms(rule.condition)]
    pairs = [pair for atom in read for pair in reference.pairs_of(atom)]
    temporal = any(fact.type.kind in TEMPORAL for fact in model.facts.values())
    return not temporal and not any(is_free({}, pair) or len(pair.facts) > 1 for pair in pairs)


def days(model: Model, today: date) -> list[date]:
    """Today, and every later day on which a rule or a reason begins, or has just ended."""
    found = {today}
    windows = [(rule.starts, rule.ends) for rule in model.rules.values()]
    windows += [(principle.starts, principle.ends) for principle in model.principles.values()]
    for starts, ends in windows:
        found |= {starts} if starts else set()
        found |= {ends + timedelta(days=1)} if ends else set()
    return sorted(day for day in found if day >= today)


def worlds(model: Model, today: date) -> list[World]:
    """All of them; none where they are too many."""
    found: list[World] = []
    for day in days(model, today):
        asked = Asked({}, {}, datetime.combine(day, time(12), UTC))
        free = reference.unknowns(model, asked)
        if prod(len(choices) for choices in free.values()) * len(days(model, today)) > MOST:
            return []
        found.extend(World.of(model, asked, dict(zip(free, point, strict=True))) for point in product(*free.values()))
    return found


@dataclass(frozen=True)
class Truth:
    """What is so of the rules, by enumeration."""

    dead: frozenset[str]
    idle: frozenset[str]
    outvoted: frozenset[str]
    tense: frozenset[frozenset[str]]
    covered: frozenset[tuple[str, str]]


def truth(model: Model, seen: list[World]) -> Truth:
    found = [reference.find(world) for world in seen]
    applying = {name for world in seen for name, rule in model.rules.items() if world.applies(rule)}
    standing = {name for each in found for name in each.in_force}
    deciding = {name for world, each in zip(seen, found, strict=True) for name in _deciding(model, world, each)}
    pairs = {pair for world, each in zip(seen, found, strict=True) for pair in _tense(model, world, each)}
    covered = {
        (one, other)
        for one in standing
        for other in standing - {one}
        if all(other in each.in_force for each in found if one in each.in_force)
    }
    return Truth(
        dead=frozenset(model.rules.keys() - applying),
        idle=frozenset(applying - standing),
        outvoted=frozenset(standing - deciding),
        tense=frozenset(pairs),
        covered=frozenset(covered),
    )


def _demands(model: Model, world: World, name: str) -> list[str]:
    about = model.rules[name].about
    return [topic for topic in about if world.asks_for(topic)] if about else [reference.WHOLE]


def _deciding(model: Model, world: World, found: reference.Found) -> Iterator[str]:
    for name in found.in_force:
        verdict = model.rules[name].outcome.verdict
        if any(found.demands[topic] is verdict for topic in _demands(model, world, name)):
            yield name


def _tense(model: Model, world: World, found: reference.Found) -> Iterator[frozenset[str]]:
    for one, other in combinations(sorted(found.in_force), 2):
        shared = set(_demands(model, world, one)) & set(_demands(model, world, other))
        if shared and model.rules[one].outcome.verdict is not model.rules[other].outcome.verdict:
            yield frozenset((one, other))
