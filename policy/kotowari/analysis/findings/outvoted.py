"""Rules whose verdict never counts, since one that ranks before it is always in force as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import z3

from kotowari.analysis.study import Study, counted, for_example
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.engine.judge import Judge
from kotowari.model.model import Rule


def outvoted_rules(study: Study) -> Iterator[Diagnostic]:
    """Rules that can be in force, but never give the verdict of any demand that they are about."""
    order, rules = study.model.order, list(study.paired.values())
    for rule in rules:
        stronger = [
            other
            for other in rules
            if order.index(other.outcome.verdict) < order.index(rule.outcome.verdict)
            and _meets(rule, other)
            and not study.apart(rule.name, other.name)
        ]
        if (
            stronger
            and study.possible(rule.name, study.logic.in_force(rule.name), _wins(study, rule, stronger)) is False
        ):
            yield _fault(study, rule, stronger)


def _meets(rule: Rule, other: Rule) -> bool:
    return bool(set(rule.about) & set(other.about)) or not (rule.about or other.about)


def _wins(study: Study, rule: Rule, stronger: Sequence[Rule]) -> z3.BoolRef:
    """That on one of the rule's demands nothing stronger is in force."""
    logic, terms = study.logic, study.logic.terms
    ways = [
        terms.both(
            logic.asks(topic) if topic else terms.true,
            *(terms.opposite(logic.in_force(other.name)) for other in stronger if not topic or topic in other.about),
        )
        for topic in (rule.about or ("",))
    ]
    return terms.either(*ways)


def _fault(study: Study, rule: Rule, stronger: Sequence[Rule]) -> Diagnostic:
    logic = study.logic
    by = [
        other for other in stronger if study.possible(rule.name, logic.in_force(rule.name), logic.in_force(other.name))
    ]
    study.outvoted[rule.name] = frozenset(other.name for other in by)
    found = study.example("always-outvoted", _is_outvoted(rule, by), logic.in_force(rule.name))
    return Diagnostic(
        "always-outvoted",
        _message(rule, by),
        rule.span,
        help=for_example(found, say("let it override what should not count there, or take it out")),
        severity=Severity.WARNING,
        notes=tuple(
            Note(say("this would {verdict}", verdict=other.outcome.verdict), other.outcome.span) for other in by[:3]
        ),
    )


def _message(rule: Rule, by: Sequence[Rule]) -> Said:
    others = counted(other.name for other in by)
    if len(by) == 1:
        return say(
            "`{rule}` never decides: whenever it is in force, so is {others}, which ranks before it",
            rule=rule.name,
            others=others,
        )
    return say(
        "`{rule}` never decides: whenever it is in force, so are {others}, which rank before it",
        rule=rule.name,
        others=others,
    )


def _is_outvoted(rule: Rule, by: Sequence[Rule]) -> Callable[[Judge], bool]:
    def claim(judge: Judge) -> bool:
        return judge.always(judge.rule(rule.name)) and any(judge.always(judge.rule(other.name)) for other in by)

    return claim
