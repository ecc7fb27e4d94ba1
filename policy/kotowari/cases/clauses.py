"""The clauses that make a condition what it is, with their places in the policy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from kotowari.cases.written import literal
from kotowari.diagnostics.span import Span
from kotowari.engine.judge import Judge
from kotowari.engine.reads import facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.types import Kind
from kotowari.record import record

# Whether something holds; None is unknown.
Truth: TypeAlias = "bool | None"

# Of many words that mention a topic the first few say enough.
_MOST_WORDS = 3


@record
class Clause:
    """A clause as it came out: `truth` is None for unknown.

    `seen` is what was found: the values of its facts or, with `quotes`, the words of the text that it is about.
    """

    text: str
    span: Span
    truth: Truth
    seen: tuple[str, ...] = ()
    quotes: bool = False


def truth_of(judged: Judge, condition: c.Condition) -> Truth:
    """Whether a condition holds in every completion (True), in none (False), or that hangs on what is not known."""
    circuit = judged.unknowns.circuit(condition)
    if judged.always(circuit):
        return True
    return None if judged.sometimes(circuit) else False


def telling(judged: Judge, condition: c.Condition, truth: Truth) -> Iterator[Clause]:
    """The smallest clauses for which a condition is `truth`: the parts that are the same, and theirs."""
    parts = _parts(condition)
    wanted = _opposite(truth) if isinstance(condition, c.Not) else truth
    same = [part for part in parts if truth_of(judged, part) is wanted]
    if not same:
        yield Clause(
            condition.clause, condition.span, truth, _seen(judged, condition), isinstance(condition, c.Mentions)
        )
    for part in same:
        for clause in telling(judged, part, wanted):
            yield clause if not isinstance(condition, c.Not) else _negated(condition, clause, truth, parts)


def _negated(condition: c.Not, clause: Clause, truth: Truth, parts: Sequence[c.Condition]) -> Clause:
    """`not X` as a whole where X is a single clause, else what stands within."""
    if _parts(parts[0]):
        return clause
    return Clause(condition.clause, condition.span, truth, clause.seen, clause.quotes)


def _opposite(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _parts(condition: c.Condition) -> tuple[c.Condition, ...]:
    match condition:
        case c.All() | c.AnyOf():
            return condition.parts
        case c.Not():
            return (condition.part,)
        case c.Defined():
            return (condition.condition,)
        case _:
            return ()


def _seen(judged: Judge, condition: c.Condition) -> tuple[str, ...]:
    situation = judged.situation
    match condition:
        case c.Always() | c.All() | c.AnyOf() | c.Not() | c.Defined():
            return ()
        case c.Mentions():
            places = situation.matches.get(condition.fact, ())
            words = (place.text for place in places if place.topic in condition.topics)
            return tuple(dict.fromkeys(words))[:_MOST_WORDS]
        case _:
            known = sorted(facts_of_atom(condition) & situation.facts.keys())
            types = judged.program.model.facts
            kinds = [fact for fact in known if types[fact].type.kind is not Kind.TEXT]
            return tuple(f"{fact} {literal(types[fact].type, situation.facts[fact])}" for fact in kinds)
