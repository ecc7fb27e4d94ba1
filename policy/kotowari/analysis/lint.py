"""All that analysis finds in a policy, in the order of places, and no more of one kind than anybody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kotowari.analysis import available
from kotowari.analysis.plain import ON_REQUEST, PLAIN
from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import say
from kotowari.model.model import Model

# Of one kind. The rest is counted.
MOST_SHOWN = 10


def findings(policy: Policy, today: date, *, all_: bool = False) -> tuple[Diagnostic, ...]:
    """What is to be said of the policy from today on; with `all_`, all of it.

    Where z3 is not installed, only what needs no proof.
    """
    model = policy.model
    seen = [one for finding in (*PLAIN, *(ON_REQUEST if all_ else ())) for one in finding(model, today)]
    if available():
        from kotowari.analysis.proofs import proved  # noqa: PLC0415 - the only road to z3, which need not be installed

        seen += proved(policy, today, most=None if all_ else MOST_SHOWN)
    shown = seen if all_ else _few(model, seen)
    return tuple(sorted(dict.fromkeys(shown), key=lambda one: one.order))


def _few(model: Model, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    seen: Counter[str] = Counter()
    for one in found:
        seen[one.code] += 1
        if seen[one.code] <= MOST_SHOWN:
            yield one
    for code, count in sorted(seen.items()):
        if count > MOST_SHOWN:
            yield Diagnostic(
                "more-findings",
                say("{count} more of `{code}` are not shown", count=count - MOST_SHOWN, code=code),
                model.span,
                help=say("`kotowari lint --all` shows them"),
                severity=Severity.NOTE,
            )
