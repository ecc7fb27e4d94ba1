"""Final rules that something overrides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.said import say
from kotowari.model.model import Model
from kotowari.model.overriding import overriders


def overridden_finals(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """A rule that overrides a final one, by name, as its exception, or through the rule of a final exception."""
    del today
    for name, by in overriders(model).items():
        rule = model.rules[name]
        if not rule.final:
            continue
        for other in by:
            yield Diagnostic(
                "overridden-final",
                say("`{other}` overrides `{rule}`, which is final", other=other, rule=name),
                model.rules[other].span,
                help=say("a final rule has no exceptions: narrow its own condition, or let it be overridden"),
                notes=(Note(say("it is declared final here"), rule.span),),
            )
