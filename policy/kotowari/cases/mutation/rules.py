"""Changes of rules: other outcomes, exceptions and rows that are gone, overrides and topics that are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kotowari.cases.mutation.mutant import Mutant, Sort
from kotowari.model.model import Model, Outcome, Rule, Verdict

_OTHER = {Verdict.ACCEPT: Verdict.DECLINE, Verdict.DECLINE: Verdict.ACCEPT, Verdict.ESCALATE: Verdict.DECLINE}


def of_rules(model: Model) -> Iterator[Mutant]:
    """The policy with one change of a rule, its condition aside."""
    for rule in model.rules.values():
        yield from _outcome(model, rule)
        if rule.parent is not None:
            yield Mutant(Sort.EXCEPTION, rule.name, rule.span, rule.name, None, {rule.name: None})
        elif rule.table is not None:
            yield Mutant(Sort.ROW, rule.name, rule.span, rule.name, None, {rule.name: None})
        for name in rule.overrides:
            if name != rule.parent:
                left = tuple(other for other in rule.overrides if other != name)
                old = f"overrides {name}"
                yield Mutant(
                    Sort.EXCEPTION, rule.name, rule.span, old, None, {rule.name: replace(rule, overrides=left)}
                )
    yield from _topics(model)


def _outcome(model: Model, rule: Rule) -> Iterator[Mutant]:
    for old, new, other in _outcomes(model, rule.outcome):
        yield Mutant(Sort.OUTCOME, rule.name, rule.outcome.span, old, new, {rule.name: replace(rule, outcome=other)})


def _outcomes(model: Model, outcome: Outcome) -> Iterator[tuple[str, str | None, Outcome]]:
    verdict = _OTHER[outcome.verdict]
    other = replace(outcome, verdict=verdict, team=None, within=None, grant=None)
    yield outcome.verdict.value, verdict.value, other
    if outcome.team is not None and len(model.teams) > 1:
        names = list(model.teams)
        team = names[(names.index(outcome.team) + 1) % len(names)]
        yield f"to {outcome.team}", f"to {team}", replace(outcome, team=team)
    if outcome.label is not None:
        yield f"as {outcome.label}", None, replace(outcome, label=None)


def _topics(model: Model) -> Iterator[Mutant]:
    """One topic less in what a rule, with its exceptions, or a table is about."""
    for rule in model.rules.values():
        if rule.parent is None and rule.table is None and len(rule.about) > 1:
            own = [rule, *(other for other in model.rules.values() if other.parent == rule.name)]
            yield from _less(rule.name, rule, own)
    for table in model.tables.values():
        rows = [model.rules[name] for name in table.rows if name in model.rules]
        if rows and len(table.about) > 1:
            yield from _less(table.name, replace(rows[0], span=table.span), rows)


def _less(name: str, head: Rule, own: list[Rule]) -> Iterator[Mutant]:
    for topic in head.about:
        left = tuple(other for other in head.about if other != topic)
        rules: dict[str, Rule | None] = {rule.name: replace(rule, about=left) for rule in own}
        yield Mutant(Sort.TOPIC, name, head.span, f"about {topic}", None, rules)
