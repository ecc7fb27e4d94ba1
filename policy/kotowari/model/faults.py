"""Where the model's makers put what they find wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest


@dataclass(slots=True)
class Faults:
    """Diagnostics being collected."""

    found: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        label: str = "",
        help: str = "",  # noqa: A002 - the field's name in a diagnostic
        notes: Iterable[Note] = (),
        severity: Severity = Severity.ERROR,
        fix: Fix | None = None,
    ) -> None:
        """One more."""
        self.found.append(Diagnostic(code, message, span, label, help, severity, tuple(notes), fix))

    def unknown(self, kind: str, name: str, span: Span, names: Iterable[str], help_: str = "") -> None:
        """A name of this kind that is not declared, with the nearest that is."""
        close = nearest(name, names)
        declare = f"declare it with `{kind} {name}{' is …' if kind == 'fact' else ''}`"
        self.add(
            f"unknown-{kind}",
            f"`{name}` is not a {kind} of this policy",
            span,
            label=f"did you mean `{close}`?" if close else "",
            help=help_ or (f"if not, {declare}" if close else declare),
            fix=Fix(span, close, f"write `{close}`") if close else None,
        )
