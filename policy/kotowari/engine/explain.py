"""Why: the conditions of rules as they came out, and which defaults they used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from kotowari.engine.circuit import unknowns
from kotowari.engine.decision import Reason
from kotowari.engine.judge import Judge, judge
from kotowari.engine.reads import facts_of_atom
from kotowari.engine.unknowns import Unknowns
from kotowari.model import conditions as c


def reason(judged: Judge, rule: str) -> Reason:
    """The condition of a rule as it came out. What a definition says is told once, where it first stands."""
    return _reason(judged.unknowns, judged.program.conditions[rule], set())


def _reason(seen: Unknowns, condition: c.Condition, told: set[str]) -> Reason:
    circuit = seen.circuit(condition)
    truth = circuit if isinstance(circuit, bool) else None
    fact: str | None = None
    parts: Iterable[c.Condition] = ()
    match condition:
        case c.Always():
            return Reason(condition.clause or "always", truth=True, fact=None, parts=())
        case c.All() | c.AnyOf():
            parts = condition.parts
        case c.Not():
            parts = (condition.part,) if not _is_atom(condition.part) else ()
            fact = _single_fact(condition.part) if _is_atom(condition.part) else None
        case c.Defined():
            parts = () if condition.name in told else (condition.condition,)
            told.add(condition.name)
        case c.Compare() | c.Between() | c.IsOneOf() | c.IsNone() | c.IsKnown() | c.Includes() | c.Mentions():
            fact = _single_fact(condition)
        case _:
            assert_never(condition)
    return Reason(condition.clause, truth, fact, tuple(_reason(seen, part, told) for part in parts))


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
