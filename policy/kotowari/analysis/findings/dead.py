"""Rules, exceptions and rows that can never apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.analysis.study import Study, conjuncts, for_example
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, say, say_as, several
from kotowari.engine.circuit import both
from kotowari.engine.judge import Judge
from kotowari.model import conditions as c
from kotowari.model.model import Rule


def dead_rules(study: Study) -> Iterator[Diagnostic]:
    """Rules that no request on any day from today on can make apply."""
    for name in sorted(study.dead):
        rule = study.model.rules[name]
        season = study.logic.in_season(rule)
        if study.possible(name, season) is False:
            yield from _out_of_season(study, rule)
            continue
        parts = list(conjuncts(study.logic.programs[0].conditions[name]))
        core = _core(study, name, parts)
        yield _impossible(study, rule, core) if core else _never_in_season(rule)


def _core(study: Study, name: str, parts: list[c.Condition]) -> list[c.Condition]:
    """As few of the parts as never hold together; none where that hangs on the dates of the rule as well."""
    formulas = {id(part): study.logic.condition(part) for part in parts}
    if study.possible(name, *formulas.values()) is not False:
        return []
    kept = list(parts)
    for part in parts:
        rest = [other for other in kept if other is not part]
        if study.possible(name, *(formulas[id(other)] for other in rest)) is False:
            kept = rest
    return kept


def _impossible(study: Study, rule: Rule, core: Sequence[c.Condition]) -> Diagnostic:
    first, *rest = core
    if not rest:
        message = say("`{rule}` can never apply: `{clause}` never holds", rule=rule.name, clause=first.clause)
    else:
        clauses = several((f"`{part.clause}`" for part in core), say_as("parts", " and "))
        message = say("`{rule}` can never apply: {clauses} never hold together", rule=rule.name, clauses=clauses)
    note = say("one of them") if rest else say("never holds")
    return Diagnostic(
        "dead-rule",
        message,
        rule.span,
        help=_nearest(study, core, say("change a condition, or take the rule out")),
        severity=Severity.WARNING,
        notes=tuple(Note(note, part.span) for part in core if part.span != rule.span),
    )


def _nearest(study: Study, core: Sequence[c.Condition], advice: Said) -> Said:
    """The advice, with a request for which all but the last of the parts hold."""
    if len(core) < 2:
        return advice
    most = core[:-1]

    def claim(judge: Judge) -> bool:
        return judge.always(both(*(judge.unknowns.circuit(part) for part in most)))

    found = study.example("dead-rule", claim, *(study.logic.condition(part) for part in most))
    if found is None:
        return advice
    return for_example(found, say("there `{clause}` is false: {advice}", clause=core[-1].clause, advice=advice))


def _never_in_season(rule: Rule) -> Diagnostic:
    return Diagnostic(
        "dead-rule",
        say("`{rule}` can never apply: its condition never holds within its dates", rule=rule.name),
        rule.span,
        help=say("change its dates or its condition, or take the rule out"),
        severity=Severity.WARNING,
    )


def _out_of_season(study: Study, rule: Rule) -> Iterator[Diagnostic]:
    """A rule whose last day is over is an ended one, which may stay for the record; any other can never have begun."""
    ends = _last_days(study, rule)
    windows = [rule, *([study.model.rules[rule.parent]] if rule.parent else [])]
    starts = max((one.starts for one in windows if one.starts), default=None)
    over = bool(ends) and (starts is None or starts <= min(ends))
    if over:
        yield Diagnostic(
            "ended-rule",
            say("`{rule}` applied until {day} and never will again", rule=rule.name, day=min(ends)),
            rule.span,
            help=say("take it out, or move its `until`"),
            severity=Severity.NOTE,
        )
        return
    yield Diagnostic(
        "dead-rule",
        say(
            "`{rule}` can never apply: it would begin on {start} but end on {end}",
            rule=rule.name,
            start=str(starts),
            end=min(ends),
        ),
        rule.span,
        help=say("change its dates, or those of its rule and of the strategies it cites"),
        severity=Severity.WARNING,
    )


def _last_days(study: Study, rule: Rule) -> list[date]:
    windows = [rule, *([study.model.rules[rule.parent]] if rule.parent else [])]
    ends = [one.ends for one in windows if one.ends]
    reasons = [study.model.principles[name].ends for name in rule.outcome.because]
    if reasons and all(reasons):
        ends.append(max(end for end in reasons if end is not None))
    return ends
