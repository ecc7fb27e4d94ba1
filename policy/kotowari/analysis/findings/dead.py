"""Rules, exceptions and rows that can never apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.analysis.study import Study, conjuncts, for_example
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
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
        message = f"`{rule.name}` can never apply: `{first.clause}` never holds"
    else:
        others = " and ".join(f"`{part.clause}`" for part in core)
        message = f"`{rule.name}` can never apply: {others} never hold together"
    return Diagnostic(
        "dead-rule",
        message,
        rule.span,
        help=f"{_nearest(study, core)}change a condition, or take the rule out",
        severity=Severity.WARNING,
        notes=tuple(Note("never holds" if not rest else "one of them", part.span) for part in core
                    if part.span != rule.span),
    )  # fmt: skip


def _nearest(study: Study, core: Sequence[c.Condition]) -> str:
    """A request for which all but the last of the parts hold."""
    if len(core) < 2:
        return ""
    most = core[:-1]

    def claim(judge: Judge) -> bool:
        return judge.always(both(*(judge.unknowns.circuit(part) for part in most)))

    found = study.example("dead-rule", claim, *(study.logic.condition(part) for part in most))
    return f"{for_example(found)}there `{core[-1].clause}` is false: " if found is not None else ""


def _never_in_season(rule: Rule) -> Diagnostic:
    return Diagnostic(
        "dead-rule",
        f"`{rule.name}` can never apply: its condition never holds within its dates",
        rule.span,
        help="change its dates or its condition, or take the rule out",
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
            f"`{rule.name}` applied until {min(ends).isoformat()} and never will again",
            rule.span,
            help="take it out, or move its `until`",
            severity=Severity.NOTE,
        )
        return
    yield Diagnostic(
        "dead-rule",
        f"`{rule.name}` can never apply: it would begin on {starts} but end on {min(ends)}",
        rule.span,
        help="change its dates, or those of its rule and of the strategies it cites",
        severity=Severity.WARNING,
    )


def _last_days(study: Study, rule: Rule) -> list[date]:
    windows = [rule, *([study.model.rules[rule.parent]] if rule.parent else [])]
    ends = [one.ends for one in windows if one.ends]
    reasons = [study.model.principles[name].ends for name in rule.outcome.because]
    if reasons and all(reasons):
        ends.append(max(end for end in reasons if end is not None))
    return ends
