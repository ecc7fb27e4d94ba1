"""Values and strategies that no rule serves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import say
from kotowari.model.model import Model


def unserved_values(model: Model, today: date) -> Iterator[Diagnostic]:
    """What no outcome cites, and what nothing that is cited leads to or serves."""
    del today
    served = _served(model)
    for principle in model.principles.values():
        if principle.name not in served:
            yield Diagnostic(
                "unserved-value",
                say("no rule serves the strategy `{name}`", name=principle.name)
                if principle.is_strategy
                else say("no rule serves the value `{name}`", name=principle.name),
                principle.span,
                help=say("let a rule cite it behind `because`, or take it out"),
                severity=Severity.WARNING,
            )


def _served(model: Model) -> set[str]:
    outcomes = [rule.outcome for rule in model.rules.values()] + [model.otherwise, model.unanswered]
    open_ = [name for outcome in outcomes for name in outcome.because]
    open_ += [name for tension in model.tensions for name in tension.because]
    served: set[str] = set()
    while open_:
        name = open_.pop()
        onward = model.principles[name].leads_to
        if name not in served:
            served.add(name)
            open_ += [onward] if onward is not None else []
    return served
