"""Facts, topics, definitions, labels, teams and scripts that nothing in the policy uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import assert_never

from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.diagnostics.span import Span
from kotowari.engine.reads import facts_of_atom
from kotowari.model import conditions as c
from kotowari.model.conditions import facts_of
from kotowari.model.model import Model, Outcome, Parts
from kotowari.model.template import Template
from kotowari.record import record

# Of the facts that nothing uses.
MOST_SHOWN = 3


def unused(model: Model, today: date) -> Iterator[Diagnostic]:
    """Declarations that could go, and nothing would be decided or said otherwise."""
    del today
    used = _Used()
    used.look(model)
    for kind, declared, known in (
        (say("topic"), {name: topic.span for name, topic in model.topics.items()}, used.topics),
        (say("definition"), {name: one.span for name, one in model.definitions.items()}, used.definitions),
        (say("label"), {name: label.span for name, label in model.labels.items()}, used.labels),
        (say("team"), {name: team.span for name, team in model.teams.items()}, used.teams),
    ):
        for name, span in declared.items():
            if name not in known:
                yield _fault(kind, name, span)
    for name, parts in model.scripts.items():
        place = _place(parts)
        if place is not None and not any(id(template) in used.templates for template in _templates(parts)):
            yield _fault(say("script"), name, place)


def unused_facts(model: Model, today: date) -> Iterator[Diagnostic]:
    """All in one note, for those who want to know: a desk may give facts that no rule needs yet."""
    del today
    used = _Used()
    used.look(model)
    facts = [fact for fact in model.facts.values() if not fact.built_in and fact.name not in used.facts]
    if facts:
        first, *rest = sorted(facts, key=lambda fact: (fact.span.source, fact.span.start))
        yield Diagnostic(
            "unused-declaration",
            say("nothing uses {count} facts, `{name}` among them", count=len(facts), name=first.name)
            if rest
            else say("nothing uses the {kind} `{name}`", kind=say("fact"), name=first.name),
            first.span,
            help=say("take out what nobody gives, or write the rule that needs it"),
            severity=Severity.NOTE,
            notes=tuple(Note(say("nor this"), fact.span) for fact in rest[:MOST_SHOWN]),
        )


def _fault(kind: Said, name: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "unused-declaration",
        say("nothing uses the {kind} `{name}`", kind=kind, name=name),
        span,
        help=say("take it out, or write the rule that needs it"),
        severity=Severity.WARNING,
    )


# --- what is used -----------------------------------------------------------------------------------------------------


@record(frozen=False)
class _Used:
    """The names that something refers to; templates by what they are, since two may read alike."""

    facts: set[str] = field(default_factory=set[str])
    topics: set[str] = field(default_factory=set[str])
    definitions: set[str] = field(default_factory=set[str])
    labels: set[str] = field(default_factory=set[str])
    teams: set[str] = field(default_factory=set[str])
    templates: set[int] = field(default_factory=set[int])

    def look(self, model: Model) -> None:
        """Takes in everything that decides or is said."""
        for rule in model.rules.values():
            self.topics.update(rule.about)
            self.teams.update([rule.owner] if rule.owner else [])
            self._condition(rule.condition)
            self._outcome(rule.outcome)
            self._parts(rule.parts)
        for outcome in (model.otherwise, model.unanswered):
            self._outcome(outcome)
        for script in model.usual_scripts:
            self._parts(script.parts)
            if script.condition is not None:
                self._condition(script.condition)
        for claim in model.complete:
            self.facts.update(claim.facts)
            self.topics.update(claim.topics)

    def _outcome(self, outcome: Outcome) -> None:
        self.labels.update([outcome.label] if outcome.label else [])
        self.teams.update([outcome.team] if outcome.team else [])
        self.facts.update(facts_of(outcome.grant) if outcome.grant else ())

    def _parts(self, parts: Parts) -> None:
        for template in _templates(parts):
            self.templates.add(id(template))
            self.facts.update(placeholder.name for placeholder in template.placeholders)

    def _condition(self, condition: c.Condition) -> None:
        match condition:
            case c.Always():
                return
            case c.All() | c.AnyOf():
                for part in condition.parts:
                    self._condition(part)
            case c.Not():
                self._condition(condition.part)
            case c.Defined():
                self.definitions.add(condition.name)
                self._condition(condition.condition)
            case c.Compare() | c.Between() | c.IsOneOf() | c.IsNone() | c.IsKnown() | c.Includes() | c.Mentions():
                self.facts.update(facts_of_atom(condition))
                self.topics.update(condition.topics if isinstance(condition, c.Mentions) else ())
            case _:
                assert_never(condition)


def _templates(parts: Parts) -> Iterator[Template]:
    for each in parts.values():
        yield from (template for template in each.values() if template is not None)


def _place(parts: Parts) -> Span | None:
    """Where the first words of a script stand."""
    return min(
        (template.span for template in _templates(parts)), key=lambda span: (span.source, span.start), default=None
    )
