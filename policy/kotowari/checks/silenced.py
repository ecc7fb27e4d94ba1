"""Which findings of the reply checks a policy silences with `allow`, and which of those silence nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import field, replace

from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.model.model import Allowance, Model, Parts
from kotowari.model.template import Template
from kotowari.record import record
from kotowari.review.codes import OF_LETTERS, OF_SCRIPTS


@record
class Scope:
    """What one script allows, and its strings; `rule` is the rule whose own reply it is."""

    allows: Sequence[Allowance]
    strings: frozenset[Span]
    rule: str | None = None

    def has(self, span: Span) -> bool:
        """Whether this is one of its strings, or stands in one."""
        return span in self.strings or any(span.within(string) for string in self.strings)


@record(frozen=False)
class Silencer:
    """Marks the findings that are allowed, and remembers what was of use."""

    scopes: Sequence[Scope]
    used: set[Span] = field(default_factory=set[Span])

    @classmethod
    def of(cls, model: Model) -> Silencer:
        """The silencer of a policy."""
        return cls(tuple(_scopes(model)))

    def of_letter(self, found: Diagnostic, rule: str | None, said: Collection[Template]) -> Diagnostic:
        """A finding on the letter of this rule.

        A rule's own `allow` holds for all of its letter; that of a script for its strings and, where the letter has one
        of them, for what the letter lacks.
        """
        strings = {template.span for template in said}
        return self._marked(found, (scope for scope in self.scopes if _holds(scope, found, rule, strings)))

    def of_strings(self, found: Diagnostic) -> Diagnostic:
        """A finding on a string, in whichever letter."""
        return self._marked(found, (scope for scope in self.scopes if scope.has(found.span)))

    def useless(self) -> Iterator[Diagnostic]:
        """Every `allow` that silenced nothing."""
        for scope in self.scopes:
            for allowed in scope.allows:
                if allowed.span not in self.used and allowed.check in OF_SCRIPTS:
                    yield _useless(allowed)

    def _marked(self, found: Diagnostic, scopes: Iterator[Scope]) -> Diagnostic:
        allows = [allowed for scope in scopes for allowed in scope.allows if allowed.check == found.code]
        self.used.update(allowed.span for allowed in allows)
        return replace(found, silenced=Note(allows[0].reason, allows[0].span)) if allows else found


def _scopes(model: Model) -> Iterator[Scope]:
    for rule in model.rules.values():
        if rule.allows:
            yield Scope(rule.allows, _strings(rule.parts), rule.name)
    for name, allows in model.script_allows.items():
        yield Scope(allows, _strings(model.scripts[name]))
    for script in model.usual_scripts:
        if script.allows:
            yield Scope(script.allows, _strings(script.parts))


def _strings(parts: Parts) -> frozenset[Span]:
    return frozenset(template.span for block in parts.values() for template in block.values() if template is not None)


def _holds(scope: Scope, found: Diagnostic, rule: str | None, strings: Collection[Span]) -> bool:
    if scope.rule is not None:
        return scope.rule == rule
    return scope.has(found.span) or (found.code in OF_LETTERS and not scope.strings.isdisjoint(strings))


def _useless(allowed: Allowance) -> Diagnostic:
    return Diagnostic(
        "useless-allow",
        say("`{check}` finds nothing here that is to be silenced", check=allowed.check),
        allowed.span,
        help=say("take it out"),
        severity=Severity.WARNING,
    )
