"""Where the model's makers put what they find wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final, TypedDict, Unpack

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.said import Said, say
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


# What names stand for, as messages say it.
_KINDS: Final[Mapping[str, Said]] = {
    "value": say("value"),
    "strategy": say("strategy"),
    "value or strategy": say("value or strategy"),
    "team": say("team"),
    "fact": say("fact"),
    "topic": say("topic"),
    "definition": say("definition"),
    "label": say("label"),
    "rule": say("rule"),
    "exception": say("exception"),
    "table": say("table"),
    "script": say("script"),
    "choice of a fact": say("choice of a fact"),
}
_DECLARE: Final = "declare it with `{words}`"


def kind_word(kind: str) -> Said:
    """The word for a kind of names."""
    return _KINDS[kind]


def declare(kind: str, name: str) -> Said:
    """The help for a name that nobody declares."""
    return say("declare it with `{words}`", words=f"{kind} {name}")


def declare_fact(name: str) -> Said:
    """The help for a fact that nobody declares."""
    return declare("fact", f"{name} is …")


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
        if isinstance(help_, Said) and help_.key == _DECLARE and nearest(name, names) is not None:
            help_ = say("if not, {help}", help=help_)
        message = say("`{name}` is not a {kind} of this policy", name=name, kind=kind_word(kind))
        self.misnamed(f"unknown-{kind}", message, span, (name, names), help_)

    def misnamed(self, code: str, message: str, span: Span, wanted: tuple[str, Iterable[str]], help_: str) -> None:
        """A name that is none of those that could stand here, with the nearest of them."""
        close = nearest(*wanted)
        self.meant(code, message, span, (close, close) if close else None, help_)

    def meant(self, code: str, message: str, span: Span, meant: tuple[str, str] | None, help_: str) -> None:
        """Something in whose place a name was `meant`, given with how it is written there; None where none is near."""
        if not meant:
            self.add(code, message, span, help=help_)
        else:
            name, written = meant
            fix = Fix(span, written, say("write `{name}`", name=name))
            self.add(code, message, span, label=say("did you mean `{name}`?", name=name), help=help_, fix=fix)
