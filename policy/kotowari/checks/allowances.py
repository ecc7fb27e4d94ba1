"""What `allow` names must be checks of replies: nothing else can be silenced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Fix
from kotowari.diagnostics.pages import codes
from kotowari.diagnostics.said import say
from kotowari.diagnostics.suggest import nearest
from kotowari.model.model import Allowance, Model
from kotowari.review.codes import OF_DRAFTS, OF_SCRIPTS


def allowances(model: Model, today: date | None) -> Iterator[Diagnostic]:
    """Every code behind `allow` that is none, or that is not for a script to silence."""
    del today
    for allowed in all_allowances(model):
        if allowed.check not in OF_SCRIPTS:
            yield _fault(allowed)


def all_allowances(model: Model) -> Iterator[Allowance]:
    """What all scripts of a policy silence."""
    for rule in model.rules.values():
        yield from rule.allows
    for allows in model.script_allows.values():
        yield from allows
    for script in model.usual_scripts:
        yield from script.allows


def _fault(allowed: Allowance) -> Diagnostic:
    if allowed.check not in codes():
        return _unknown(allowed)
    check = allowed.check
    if check in OF_DRAFTS:
        message = say("`{check}` cannot be silenced: it is looked for in drafts alone", check=check)
        return Diagnostic("cannot-silence", message, allowed.span, help=say("leave it out"))
    return Diagnostic(
        "cannot-silence",
        say("`{check}` cannot be silenced: only checks of how a reply reads can be", check=check),
        allowed.span,
        help=say("mend what it finds; `kotowari explain {check}` says how", check=check),
    )


def _unknown(allowed: Allowance) -> Diagnostic:
    close = nearest(allowed.check, sorted(OF_SCRIPTS))
    return Diagnostic(
        "unknown-check",
        say("`{check}` is not a check of replies", check=allowed.check),
        allowed.span,
        label=say("did you mean `{name}`?", name=close) if close else "",
        help=say("`kotowari lint` prints the code of each finding in brackets"),
        fix=Fix(allowed.span, close, say("write `{name}`", name=close)) if close else None,
    )
