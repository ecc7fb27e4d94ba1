"""Checks of replies that a script silences, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.model.faults import Faults
from kotowari.model.model import Allowance


def allowances(allows: Iterable[n.Allow], faults: Faults) -> tuple[Allowance, ...]:
    """What the clauses of one script silence, each check once."""
    first: dict[str, n.Name] = {}
    found: list[Allowance] = []
    for allow in allows:
        reason = " ".join(allow.reason.plain.split())
        if not reason:
            faults.add(
                "empty-reason",
                say("this `allow` gives no reason"),
                allow.reason.span,
                help=say("say to those who read the file after you why the check is wrong here"),
            )
        found.extend(Allowance(code.text, reason, code.span) for code in _each_once(allow, first, faults))
    return tuple(found)


def _each_once(allow: n.Allow, first: dict[str, n.Name], faults: Faults) -> Iterator[n.Name]:
    for code in allow.codes:
        if not code.text:  # it stands for one that is missing, which has been reported
            continue
        if first.setdefault(code.text, code) is code:
            yield code
        else:
            faults.add(
                "duplicate",
                say("`{check}` is allowed twice", check=code.text),
                code.span,
                help=say("leave one of them out"),
                notes=(Note(say("the first one"), first[code.text].span),),
            )
