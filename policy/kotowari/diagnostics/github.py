"""Diagnostics as annotations of GitHub Actions: one command a line, which the runner shows beside the source.

The escapes are those of the runner: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.display import printable
from kotowari.diagnostics.region import region
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.spoken import translated


def to_github(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], *, folder: str = "", language: str = "en"
) -> str:
    """A line for each diagnostic in the order of its place, in `language`; the text ends without a line feed.

    `folder` is the policy's folder as seen from the root of the repository, with `/`.
    """
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.order)
    return "\n".join(_command(translated(diagnostic, language), sources, folder) for diagnostic in ordered)


def _command(diagnostic: Diagnostic, sources: Mapping[str, Source], folder: str) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(diagnostic, sources, folder))
    parts = (diagnostic.message, diagnostic.label, diagnostic.help)
    # Only our own line breaks come through as such: those in a part are shown as a picture.
    message = _data("\n".join(printable(part) for part in parts if part))
    return f"::{_level(diagnostic.severity)} {properties}::{message}"


def _properties(diagnostic: Diagnostic, sources: Mapping[str, Source], folder: str) -> list[tuple[str, str]]:
    """What the runner takes; it reads columns only where a stretch ends on the line where it starts."""
    span, where = diagnostic.span, region(diagnostic.span, sources)
    properties: list[tuple[str, str]] = []
    if span.source:
        properties.append(("file", f"{folder.rstrip('/')}/{span.source}" if folder else span.source))
    if where:
        properties.append(("line", str(where.line)))
        if where.line == where.end_line:
            properties += [("col", str(where.column)), ("endColumn", str(where.end_column))]
        else:
            properties.append(("endLine", str(where.end_line)))
    return [*properties, ("title", diagnostic.code)]


def _level(severity: Severity) -> str:
    match severity:
        case Severity.ERROR | Severity.WARNING:
            return severity.value
        case Severity.NOTE:
            return "notice"
        case _:
            assert_never(severity)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
