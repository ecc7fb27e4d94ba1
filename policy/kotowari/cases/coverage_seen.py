"""What decisions have shown of a policy, gathered one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from kotowari.cases.clauses import Truth
from kotowari.cases.coverage_plan import End, Plan, Threshold, Unit
from kotowari.cases.coverage_tree import Leaf, Outcome, leaves, outcome
from kotowari.diagnostics.span import Span
from kotowari.engine.judge import Judge
from kotowari.engine.reads import facts_of_atom
from kotowari.engine.situation import Mention
from kotowari.model import conditions as c
from kotowari.record import record


@record(frozen=False)
class Seen:
    """What was seen of each thing to cover.

    `fired` counts the decisions in which a rule was in force, or a definition held, `sure` those of them in which no
    rule hung on anything unknown, `near` those that were one clause away. `decided` holds the unit, the place of the
    clause in its condition, and how the clause came out.
    """

    fired: Counter[str] = field(default_factory=Counter[str])
    sure: Counter[str] = field(default_factory=Counter[str])
    near: Counter[str] = field(default_factory=Counter[str])
    decided: set[tuple[str, int, bool]] = field(default_factory=set[tuple[str, int, bool]])
    matched: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    sides: set[tuple[Span, End | None, bool]] = field(default_factory=set[tuple[Span, End | None, bool]])
    languages: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])


def observe(seen: Seen, plan: Plan, judged: Judge) -> None:
    """Add what a decision shows. The plan may be that of the same policy with other dates."""
    sure = all(isinstance(judged.rule(rule.name), bool) for rule in judged.candidates())
    for unit in plan.units:
        _observe_unit(seen, unit, judged, sure=sure)
    for threshold in plan.thresholds:
        side = _side(threshold, judged)
        if side is not None:
            seen.sides.add((*threshold.key, side))
    _observe_texts(seen, plan, judged)


def _truth(judged: Judge, leaf: Leaf) -> Truth:
    """Whether a clause holds; None as soon as that hangs on something unknown."""
    circuit = judged.unknowns.circuit(leaf)
    return circuit if isinstance(circuit, bool) else None


def _observe_unit(seen: Seen, unit: Unit, judged: Judge, *, sure: bool) -> None:
    found = outcome(unit.condition, lambda leaf: _truth(judged, leaf))
    seen.decided.update((unit.key, place, truth) for place, truth in (*found.decided_by, *found.guarded_by))
    fires = _fires(unit, found, judged)
    seen.fired[unit.key] += fires
    seen.sure[unit.key] += fires and sure
    seen.near[unit.key] += _is_near(unit, found, judged)


def _fires(unit: Unit, found: Outcome, judged: Judge) -> bool:
    if unit.rows:
        return any(judged.rule(row) is True for row in unit.rows)
    return judged.rule(unit.name) is True if unit.is_rule else found.truth is True


def _is_near(unit: Unit, found: Outcome, judged: Judge) -> bool:
    """Whether one clause alone keeps a rule from holding, where something else brought the request near it."""
    if found.truth is not False:
        return False
    below = leaves(unit.condition)
    return any(not _is_elsewhere(below[place], judged, alone=len(below) == 1) for place, _ in found.decided_by)


def _is_elsewhere(leaf: Leaf, judged: Judge, *, alone: bool) -> bool:
    """Whether a request is simply another one: of the topics it has nothing, not even to say no to them.

    Where there is no other clause, nothing else can bring a request near.
    """
    if not isinstance(leaf, c.Mentions):
        return alone
    mentions = judged.situation.mentions.get(leaf.fact, {})
    return all(mentions.get(topic, Mention.NO) is Mention.NO for topic in leaf.topics)


def _side(threshold: Threshold, judged: Judge) -> bool | None:
    """On which side of a threshold the values are; None where one is unknown or none."""
    comparison, facts = threshold.comparison, judged.situation.facts
    if any(facts.get(fact) is None for fact in facts_of_atom(comparison)):
        return None
    return _truth(judged, comparison)


def _observe_texts(seen: Seen, plan: Plan, judged: Judge) -> None:
    places = [place for matches in judged.situation.matches.values() for place in matches]
    seen.matched.update((place.topic, place.pattern) for place in places)
    found = {place.topic for place in places}
    language = judged.situation.language
    seen.languages.update((unit.key, language) for unit in plan.units if not found.isdisjoint(unit.topics))
