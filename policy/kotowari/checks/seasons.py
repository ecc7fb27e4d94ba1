"""What has ended, or will soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import Said, comma_list, say
from kotowari.model.model import Model, Principle

# Long enough to decide what comes after a strategy.
NOTICE = timedelta(days=30)


def seasons(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Strategies that have ended or end within 30 days, and the rules that stop with them; nothing without a day."""
    if today is None:
        return
    for principle in model.principles.values():
        if principle.ends is not None and principle.ends <= today + NOTICE:
            yield _ends(model, principle, principle.ends, today)


def _ends(model: Model, principle: Principle, ends: date, today: date) -> Diagnostic:
    stopping = [
        f"`{rule.name}`"
        for rule in model.rules.values()
        if principle.name in rule.outcome.because
        and all((end := model.principles[name].ends) is not None and end <= ends for name in rule.outcome.because)
    ]
    ending = _ending(principle.name, ends, over=ends < today)
    rules = comma_list(stopping)
    return Diagnostic(
        "strategy-ends",
        say("{ending}; no reason is left for {rules} then", ending=ending, rules=rules) if stopping else ending,
        principle.span,
        help=say("move its `until`, or let the rules cite what comes after it"),
        severity=Severity.WARNING,
    )


def _ending(name: str, day: date, *, over: bool) -> Said:
    if over:
        return say("the strategy `{name}` ended on {day}", name=name, day=day)
    return say("the strategy `{name}` ends on {day}", name=name, day=day)
