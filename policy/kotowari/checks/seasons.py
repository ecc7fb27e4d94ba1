"""What has ended, or will soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
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
    verb = "ended" if ends < today else "ends"
    rules = f"; no reason is left for {', '.join(stopping)} then" if stopping else ""
    return Diagnostic(
        "strategy-ends",
        f"the strategy `{principle.name}` {verb} on {ends.isoformat()}{rules}",
        principle.span,
        help="move its `until`, or let the rules cite what comes after it",
        severity=Severity.WARNING,
    )
