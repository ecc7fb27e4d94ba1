"""What `allow` names must be checks of replies: nothing else can be silenced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.diagnostics.diagnostic import Diagnostic, Fix
from kotowari.diagnostics.pages import codes
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
    of_drafts = allowed.check in OF_DRAFTS
    why = "it is looked for in drafts alone" if of_drafts else "only checks of how a reply reads can be"
    return Diagnostic(
        "cannot-silence",
        f"`{allowed.check}` cannot be silenced: {why}",
        allowed.span,
        help="leave it out" if of_drafts else f"mend what it finds; `kotowari explain {allowed.check}` says how",
    )


def _unknown(allowed: Allowance) -> Diagnostic:
    close = nearest(allowed.check, sorted(OF_SCRIPTS))
    return Diagnostic(
        "unknown-check",
        f"`{allowed.check}` is not a check of replies",
        allowed.span,
        label=f"did you mean `{close}`?" if close else "",
        help="`kotowari lint` prints the code of each finding in brackets",
        fix=Fix(allowed.span, close, f"write `{close}`") if close else None,
    )
