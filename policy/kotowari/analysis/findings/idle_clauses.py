"""Conditions that are always true where they stand, or never matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import z3

from kotowari.analysis.study import Study, conjuncts, for_example
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, say, say_as, several
from kotowari.engine.circuit import both
from kotowari.engine.judge import Judge
from kotowari.engine.reads import facts
from kotowari.model import conditions as c
from kotowari.model.types import TEMPORAL

_ADVICE = say("take it out, or say what was meant")


def idle_clauses(study: Study) -> Iterator[Diagnostic]:
    """Parts of conditions without which the condition would say the same.

    Rows of tables are left aside: their cells are there to be read side by side.
    """
    for name, rule in study.model.rules.items():
        if rule.table is None and name not in study.dead:
            around = list(conjuncts(study.logic.programs[0].conditions[name]))
            own = list(conjuncts(rule.condition))
            yield from _idle(study, name, own, [part for part in around if not any(part is one for one in own)])
    for definition in study.model.definitions.values():
        yield from _idle(study, definition.name, list(conjuncts(definition.condition)), [])


def _idle(study: Study, name: str, own: Sequence[c.Condition], around: Sequence[c.Condition]) -> Iterator[Diagnostic]:
    """The parts that follow from the others, one after the other: of two that follow from each other one stays."""
    kept = list(own)
    for part in reversed(own):
        rest = [other for other in kept if other is not part]
        if _is_guard(part):
            continue
        if follows(study, name, part, [*around, *rest]):
            kept = rest
            yield _always(study, name, part, _cause(study, name, part, [*around, *rest]))
        else:
            yield from _alternatives(study, name, part, [*around, *rest])


def _is_guard(part: c.Condition) -> bool:
    """`is known` and `is not none` are written for the reader, even where a comparison says as much."""
    inner = part.part if isinstance(part, c.Not) else part
    return isinstance(inner, c.IsNone | c.IsKnown)


def follows(study: Study, name: str, part: c.Condition, others: Iterable[c.Condition]) -> bool:
    """Whether a part holds wherever the others do."""
    logic = study.logic
    without = logic.terms.opposite(logic.condition(part))
    linked = _linked(study, part, list(others))
    return study.possible(name, *(logic.condition(other) for other in linked), without) is False


def _linked(study: Study, part: c.Condition, others: Sequence[c.Condition]) -> Sequence[c.Condition]:
    """Those of the others that have anything to do with a part, through facts or the moment; all hold together."""
    reached = _reads(study, part)
    left, linked = list(others), list[c.Condition]()
    while near := [other for other in left if not reached.isdisjoint(_reads(study, other))]:
        linked += near
        left = [other for other in left if not any(other is one for one in near)]
        reached = reached.union(*(_reads(study, other) for other in near))
    return linked


def _reads(study: Study, condition: c.Condition) -> frozenset[str]:
    """The facts that a condition reads, and `now` for those that lie in time."""
    found = facts(condition)
    timed = any(study.model.facts[fact].type.kind in TEMPORAL for fact in found) or not found
    return found | frozenset({"now"} if timed else set[str]())


def _cause(study: Study, name: str, part: c.Condition, others: Sequence[c.Condition]) -> list[c.Condition]:
    """As few of the others as it follows from."""
    kept = list(others)
    for other in others:
        rest = [one for one in kept if one is not other]
        if follows(study, name, part, rest):
            kept = rest
    return kept


def _always(study: Study, name: str, part: c.Condition, cause: Sequence[c.Condition]) -> Diagnostic:
    return Diagnostic(
        "idle-clause",
        _true(part.clause, name, cause),
        part.span,
        help=_shown(study, [*cause, part], _ADVICE),
        severity=Severity.WARNING,
        notes=tuple(Note(say("this says as much"), one.span) for one in cause),
    )


def _true(clause: str, name: str, cause: Sequence[c.Condition]) -> Said:
    if not cause:
        return say("`{clause}` is always true, so it says nothing in `{name}`", clause=clause, name=name)
    return say(
        "`{clause}` is always true where {cause}, so it says nothing in `{name}`",
        clause=clause,
        cause=several((f"`{one.clause}`" for one in cause), say_as("parts", " and ")),
        name=name,
    )


def _shown(study: Study, parts: Sequence[c.Condition], advice: Said) -> Said:
    """The advice, with a request for which all of these hold."""

    def claim(judge: Judge) -> bool:
        return judge.always(both(*(judge.unknowns.circuit(part) for part in parts)))

    found = study.example("idle-clause", claim, *(study.logic.condition(part) for part in parts))
    return for_example(found, advice)


def _alternatives(study: Study, name: str, part: c.Condition, others: Sequence[c.Condition]) -> Iterator[Diagnostic]:
    """Of `A or B` those that add nothing: where they hold, another one does, or what stands around never holds."""
    if not isinstance(part, c.AnyOf):
        return
    logic = study.logic
    around = [logic.condition(other) for other in others]
    kept = list(part.parts)
    for alternative in reversed(part.parts):
        rest = [other for other in kept if other is not alternative]
        against = [logic.terms.opposite(logic.condition(other)) for other in rest]
        if not rest or study.possible(name, *around, logic.condition(alternative), *against) is not False:
            continue
        kept = rest
        yield _adds_nothing(study, name, replace(part, parts=tuple(rest)), alternative, around)


def _adds_nothing(
    study: Study, name: str, rest: c.AnyOf, alternative: c.Condition, around: Sequence[z3.BoolRef]
) -> Diagnostic:
    never = study.possible(name, *around, study.logic.condition(alternative)) is False
    clause = alternative.clause
    return Diagnostic(
        "idle-clause",
        say("`{clause}` never holds there, so it says nothing in `{name}`", clause=clause, name=name)
        if never
        else say(
            "`{clause}` adds nothing to what else is listed there, so it says nothing in `{name}`",
            clause=clause,
            name=name,
        ),
        alternative.span,
        help=_ADVICE if never else _shown(study, [alternative, rest], _ADVICE),
        severity=Severity.WARNING,
        notes=tuple(Note(say("this says as much"), other.span) for other in rest.parts if not never)[:3],
    )
