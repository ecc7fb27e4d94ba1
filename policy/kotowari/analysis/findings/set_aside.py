"""Rules that something always overrides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kotowari.analysis.study import Study, applies, counted, for_example
from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.engine.judge import Judge


def rules_set_aside(study: Study) -> Iterator[Diagnostic]:
    """Rules that can apply, but never without one that overrides them."""
    for name in sorted(study.idle):
        rule, logic = study.model.rules[name], study.logic
        by = [
            other
            for other in logic.programs[0].overriders.get(name, ())
            if study.possible(name, logic.applies(name), logic.in_force(other))
        ]
        found = study.example("always-set-aside", _is_set_aside(name, by), logic.applies(name))
        yield Diagnostic(
            "always-set-aside",
            _message(name, by),
            rule.span,
            help=for_example(found, say("take the rule out, or narrow what overrides it")),
            severity=Severity.WARNING,
            notes=tuple(Note(say("overrides it"), study.model.rules[other].span) for other in by[:3]),
        )


def _message(name: str, by: Sequence[str]) -> Said:
    others = counted(by)
    if len(by) == 1:
        return say("`{rule}` is never in force: whenever it applies, {others} sets it aside", rule=name, others=others)
    return say("`{rule}` is never in force: whenever it applies, {others} set it aside", rule=name, others=others)


def _is_set_aside(name: str, by: Sequence[str]) -> Callable[[Judge], bool]:
    def claim(judge: Judge) -> bool:
        return applies(judge, name) and any(judge.always(judge.rule(other)) for other in by)

    return claim
