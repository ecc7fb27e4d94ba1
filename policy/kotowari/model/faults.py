"""Where the model's makers put what they find wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TypedDict, Unpack

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest
from kotowari.record import record


class Further(TypedDict, total=False):
    """What a diagnostic may say besides what is wrong, under the names of its fields."""

    label: str
    help: str
    notes: tuple[Note, ...]
    severity: Severity
    fix: Fix


# So begins the help for a name that nobody declares.
DECLARE = "declare it with"


@record(frozen=False)
class Faults:
    """Diagnostics being collected."""

    found: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, code: str, message: str, span: Span, **further: Unpack[Further]) -> None:
        """One more."""
        self.found.append(Diagnostic(code, message, span, **further))

    def unknown(self, kind: str, name: str, span: Span, names: Iterable[str], help_: str) -> None:
        """A name of this kind that is not declared, with the nearest that is."""
        names = list(names)
        if help_.startswith(DECLARE) and nearest(name, names) is not None:
            help_ = f"if not, {help_}"
        self.misnamed(f"unknown-{kind}", f"`{name}` is not a {kind} of this policy", span, (name, names), help_)

    def misnamed(self, code: str, message: str, span: Span, wanted: tuple[str, Iterable[str]], help_: str) -> None:
        """A name that is none of those that could stand here, with the nearest of them."""
        close = nearest(*wanted)
        if close is None:
            self.add(code, message, span, help=help_)
        else:
            fix = Fix(span, close, f"write `{close}`")
            self.add(code, message, span, label=f"did you mean `{close}`?", help=help_, fix=fix)
