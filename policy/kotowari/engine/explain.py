"""Why: the conditions of rules as they came out, and which defaults they used."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kotowari.engine.circuit import Circuit, gate, opposite, unknowns
from kotowari.engine.decision import Reason
from kotowari.engine.judge import Judge, judge
from kotowari.engine.reads import facts_of_atom
from kotowari.engine.unknowns import Unknowns
from kotowari.model import conditions as c


def reason(judged: Judge, rule: str) -> Reason:
    """The condition of a rule as it came out. What a definition says is told once, where it first stands."""
    return _reason(judged.unknowns, judged.program.conditions[rule], set())[0]


def _reason(seen: Unknowns, condition: c.Condition, told: set[str]) -> tuple[Reason, Circuit]:
    """The condition as it came out, and as a circuit, which follows from those of its parts."""
    fact: str | None = None
    parts: list[tuple[Reason, Circuit]] = []
    match condition:
        case c.Always():
            return Reason(condition.clause or "always", truth=True, fact=None, parts=()), True
        case c.All() | c.AnyOf():
            parts = [_reason(seen, part, told) for part in condition.parts]
            circuit = gate((part for _, part in parts), conjunction=isinstance(condition, c.All))
        case c.Not():
            if _is_atom(condition.part):
                fact, circuit = _single_fact(condition.part), seen.circuit(condition)
            else:
                parts = [_reason(seen, condition.part, told)]
                circuit = opposite(parts[0][1])
        case c.Defined():
            circuit = seen.circuit(condition)
            if condition.name not in told:
                told.add(condition.name)
                parts = [_reason(seen, condition.condition, told)]
        case c.Compare() | c.Between() | c.IsOneOf() | c.IsNone() | c.IsKnown() | c.Includes() | c.Mentions():
            fact, circuit = _single_fact(condition), seen.circuit(condition)
        case _:
            assert_never(condition)
    truth = circuit if isinstance(circuit, bool) else None
    return Reason(condition.clause, truth, fact, tuple(part for part, _ in parts)), circuit


def _is_atom(condition: c.Condition) -> bool:
    return not isinstance(condition, c.Always | c.All | c.AnyOf | c.Not | c.Defined)


def _single_fact(condition: c.Condition) -> str | None:
    """The one fact that an atom reads, so that its value can be shown beside it."""
    if isinstance(condition, c.Always | c.All | c.AnyOf | c.Not | c.Defined | c.Mentions):
        return None
    facts = facts_of_atom(condition)
    return next(iter(facts)) if len(facts) == 1 else None


def assumed(judged: Judge) -> tuple[str, ...]:
    """The facts whose defaults mattered: without them some rule would not come out as it did."""
    situation = judged.situation
    defaults = situation.assumed
    if not defaults:
        return ()
    values = {name: value for name, value in situation.facts.items() if name in situation.known}
    opened = judge(judged.program, replace(situation, facts=values))
    names = {name for fact in defaults for name in judged.program.readers.get(fact, ())}
    found = {unknown for name in names for unknown in unknowns(opened.rule(name))}
    owners = {fact for unknown in found for fact in opened.unknowns.of[unknown]}
    return tuple(sorted(owners & defaults))
