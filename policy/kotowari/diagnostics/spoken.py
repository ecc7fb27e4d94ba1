"""Diagnostics in the language of a person, and the words that stand round them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, comma_list, say
from kotowari.diagnostics.telling import in_language


def translated(diagnostic: Diagnostic, language: str) -> Diagnostic:
    """The diagnostic with all that it says in `language`; what the policy itself says stays."""
    if language == "en":
        return diagnostic
    fix = diagnostic.fix
    return replace(
        diagnostic,
        message=in_language(diagnostic.message, language),
        label=in_language(diagnostic.label, language),
        help=in_language(diagnostic.help, language),
        notes=tuple(_note(note, language) for note in diagnostic.notes),
        fix=fix and replace(fix, title=in_language(fix.title, language)),
    )


def _note(note: Note, language: str) -> Note:
    return replace(note, message=in_language(note.message, language))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are of each severity: `3 errors, 1 warning`."""
    found = [diagnostic.severity for diagnostic in diagnostics]
    counts = [(found.count(severity), severity) for severity in Severity]
    return comma_list(_counted(count, severity) for count, severity in counts if count)


def _counted(count: int, severity: Severity) -> Said:
    match severity:
        case Severity.ERROR:
            return say("1 error") if count == 1 else say("{count} errors", count=count)
        case Severity.WARNING:
            return say("1 warning") if count == 1 else say("{count} warnings", count=count)
        case Severity.NOTE:
            return say("1 note") if count == 1 else say("{count} notes", count=count)
        case _:
            assert_never(severity)


def severity_word(severity: Severity) -> Said:
    """The word for a severity, which stands before the code."""
    match severity:
        case Severity.ERROR:
            return say("error")
        case Severity.WARNING:
            return say("warning")
        case Severity.NOTE:
            return say("note")
        case _:
            assert_never(severity)
