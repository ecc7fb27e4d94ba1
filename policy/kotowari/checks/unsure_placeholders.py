"""Placeholders that may be unknown, without words for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import Said, say
from kotowari.diagnostics.span import Span
from kotowari.engine.reads import facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.conditions import facts_of
from kotowari.model.model import Model, Outcome, Parts, Verdict
from kotowari.model.template import ASKED, BECAUSE, BY, GRANT, TEAM, Placeholder
from kotowari.record import record


@record
class _Place:
    """Somewhere parts of a reply are used: what surely holds there, and the outcomes it is used for."""

    parts: Parts
    certain: frozenset[str]
    outcomes: Sequence[Outcome]


def unsure_placeholders(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Every placeholder that may have nothing to say where it stands."""
    del today
    seen: set[Span] = set()
    for place in _places(model):
        for templates in place.parts.values():
            for template in templates.values():
                for placeholder in template.placeholders if template else ():
                    fact = model.facts.get(placeholder.name)
                    # That an internal fact stands in a reply at all is another check's matter.
                    why = None if fact and fact.internal else _unsure(placeholder, place)
                    if why and placeholder.fallback is None and placeholder.span not in seen:
                        seen.add(placeholder.span)
                        yield _fault(placeholder, why)


def _fault(placeholder: Placeholder, why: Said) -> Diagnostic:
    return Diagnostic(
        "unsure-placeholder",
        say("`{{{name}}}` {why}, and there are no words for that", name=placeholder.name, why=why),
        placeholder.span,
        help=say("write what to say then: `{{{name}|…}}`", name=placeholder.name),
    )


def _places(model: Model) -> Iterator[_Place]:
    defaults = frozenset(name for name, fact in model.facts.items() if fact.has_default and fact.default is not None)
    sure = _Certain(frozenset(name for name, fact in model.facts.items() if fact.type.or_none))
    for rule in model.rules.values():
        parent = model.rules.get(rule.parent) if rule.parent else None
        conditions = (rule.condition, *((parent.condition,) if parent else ()))
        yield _Place(rule.parts, defaults | sure.of_all(conditions), (rule.outcome,))
    for script in model.usual_scripts:
        own = sure.of(script.condition) if script.condition else frozenset[str]()
        every = (model.otherwise, model.unanswered, *(rule.outcome for rule in model.rules.values()))
        outcomes = [
            outcome
            for outcome in every
            if script.verdict in (None, outcome.verdict) and script.label in (None, outcome.label)
        ]
        yield _Place(script.parts, defaults | own, outcomes)


@record
class _Certain:
    """Which facts surely have a value where a condition is true. Those in `maybe_none` may be known to have none."""

    maybe_none: frozenset[str]

    def of_all(self, conditions: Iterable[c.Condition]) -> frozenset[str]:
        """The facts of conditions that all hold."""
        return frozenset[str]().union(*(self.of(condition) for condition in conditions))

    def of(self, condition: c.Condition) -> frozenset[str]:
        """The facts of a condition that holds: a comparison with none is false."""
        match condition:
            case c.All():
                return self.of_all(condition.parts)
            case c.AnyOf():
                first, *others = [self.of(part) for part in condition.parts]
                return first.intersection(*others)
            case c.Defined():
                return self.of(condition.condition)
            case c.Not():
                return self._of_not(condition.part)
            case c.Always() | c.IsNone() | c.IsKnown():
                return frozenset()
            case c.Compare() | c.Between() | c.IsOneOf() | c.Includes() | c.Mentions():
                return facts_of_atom(condition)

    def _of_not(self, condition: c.Condition) -> frozenset[str]:
        """A comparison that does not hold is one with known values, unless one of them is none."""
        match condition:
            case c.IsNone():
                return frozenset({condition.fact})
            case c.Compare() | c.Between() | c.IsOneOf() | c.Includes():
                facts = facts_of_atom(condition)
                return frozenset() if facts & self.maybe_none else facts
            case _:
                return frozenset()


def _unsure(placeholder: Placeholder, place: _Place) -> Said | None:
    name = placeholder.name
    if name in (BECAUSE, ASKED) or name in place.certain:
        return None
    if name in (TEAM, BY):
        return say("is there for escalations alone") if _any_not(place, Verdict.ESCALATE) else None
    if name == GRANT:
        return say("is there only where something is granted") if _no_grant(place) else None
    return say("may not be known here")


def _any_not(place: _Place, verdict: Verdict) -> bool:
    return any(outcome.verdict is not verdict for outcome in place.outcomes)


def _no_grant(place: _Place) -> bool:
    return any(outcome.grant is None or not facts_of(outcome.grant) <= place.certain for outcome in place.outcomes)
