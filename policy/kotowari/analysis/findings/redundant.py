"""Rules that another one makes redundant."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.analysis.study import Study, for_example, in_force
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import say
from kotowari.model.model import Rule


def redundant_rules(study: Study) -> Iterator[Diagnostic]:
    """Rules without which everything would come out the same: another one says and does the same, and more often."""
    redundant: set[str] = set()
    parents = {rule.parent for rule in study.model.rules.values()}
    rules = list(study.paired.values())
    for rule in rules:
        if rule.name in parents:
            continue
        other = next((other for other in rules if _covers(study, other, rule, redundant)), None)
        if other is not None:
            redundant.add(rule.name)
            yield _fault(study, rule, other)


def _covers(study: Study, other: Rule, rule: Rule, redundant: set[str]) -> bool:
    if other.name == rule.name or other.name in redundant or other.outcome != rule.outcome:
        return False
    if study.asks_more(other.name, rule.name) or not _says_as_much(study, other, rule):
        return False
    logic = study.logic
    alone = (logic.in_force(rule.name), logic.terms.opposite(logic.in_force(other.name)))
    return study.possible(rule.name, *alone) is False


def _says_as_much(study: Study, other: Rule, rule: Rule) -> bool:
    """Whether the other rule gives the same outcome for the same demands, and says, does and overrides the same."""
    overridden = {name for name, by in study.logic.programs[0].overriders.items() if rule.name in by}
    also = {name for name, by in study.logic.programs[0].overriders.items() if other.name in by}
    return (
        (set(rule.about) <= set(other.about) if rule.about else not other.about)
        and (not rule.parts or (rule.parts == other.parts))
        and (not rule.steps or rule.steps == other.steps)
        and (not any((rule.notes.wanted, rule.notes.avoid, rule.notes.risk)) or rule.notes == other.notes)
        and overridden <= also | {other.name}
    )


def _fault(study: Study, rule: Rule, other: Rule) -> Diagnostic:
    found = study.example("redundant-rule", in_force(rule.name, other.name), study.logic.in_force(rule.name))
    return Diagnostic(
        "redundant-rule",
        say(
            "`{rule}` changes nothing: whenever it is in force, `{other}` says the same",
            rule=rule.name,
            other=other.name,
        ),
        rule.span,
        help=for_example(found, say("take it out, or let it say something of its own")),
        severity=Severity.WARNING,
        notes=(Note(say("this says it as well"), other.span),),
    )
