"""Diagnostics as a SARIF 2.1.0 log, which code hosts and editors read.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never
from urllib.parse import quote

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.pages import page, sentence
from kotowari.diagnostics.record import Json, dump
from kotowari.diagnostics.region import region
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.record import record

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_Object = dict[str, Json]


def to_sarif(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    *,
    silenced: Iterable[Diagnostic] = (),
    folder: str = "",
    version: str | None = None,
) -> str:
    """One run with all diagnostics in the order of their places, as a JSON text that is safe to print.

    What the policy silences is among the results, as suppressed in its source with its reason (§3.35).
    `folder` is the policy's folder, relative to the root of the repository or absolute, with `/`; `version` is that of
    the tool.
    """
    ordered = sorted([*diagnostics, *silenced], key=lambda diagnostic: diagnostic.order)
    codes = sorted({diagnostic.code for diagnostic in ordered})
    driver: _Object = {"name": "kotowari", "rules": [_rule(code) for code in codes]}
    if version is not None:
        driver["version"] = version
    places = _Places(sources, folder)
    results = [_result(diagnostic, codes.index(diagnostic.code), places) for diagnostic in ordered]
    if any(diagnostic.silenced for diagnostic in ordered):  # then all results say whether they are (§3.27.23)
        for diagnostic, result in zip(ordered, results, strict=True):
            result["suppressions"] = [_suppression(diagnostic.silenced, places)] if diagnostic.silenced else []
    run: _Object = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


@record
class _Places:
    """What turns spans into locations."""

    sources: Mapping[str, Source]
    folder: str

    def artifact(self, span: Span) -> _Object:
        """The file of a span."""
        return {"uri": _uri(f"{self.folder.rstrip('/')}/{span.source}" if self.folder else span.source)}

    def region(self, span: Span) -> _Object:
        """The stretch of a span; empty where its text is not at hand."""
        where = region(span, self.sources, utf16=True)
        if where is None:
            return {}
        return {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
        }

    def location(self, span: Span) -> _Object:
        """File and stretch of a span that stands somewhere."""
        stretch = self.region(span)
        place: _Object = {"artifactLocation": self.artifact(span)}
        return {"physicalLocation": {**place, "region": stretch} if stretch else place}


def _result(diagnostic: Diagnostic, index: int, places: _Places) -> _Object:
    parts = (diagnostic.message, diagnostic.label, diagnostic.help)
    result: _Object = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _level(diagnostic.severity),
        "message": _message("\n".join(part for part in parts if part)),
        "locations": [places.location(diagnostic.span)] if diagnostic.span.source else [],
    }
    related = [
        {"id": number, "message": _message(note.message), **places.location(note.span)}
        for number, note in enumerate(diagnostic.notes, 1)
        if note.span.source
    ]
    if related:
        result["relatedLocations"] = related
    if diagnostic.fix and places.region(diagnostic.fix.span):
        result["fixes"] = [_fix(diagnostic.fix, places)]
    return result


def _suppression(reason: Note, places: _Places) -> _Object:
    return {
        "kind": "inSource",
        "status": "accepted",
        "location": places.location(reason.span),
        "justification": reason.message,
    }


def _fix(fix: Fix, places: _Places) -> _Object:
    inserted: _Object = {"text": fix.replacement}
    replacement: _Object = {"deletedRegion": places.region(fix.span), "insertedContent": inserted}
    change: _Object = {"artifactLocation": places.artifact(fix.span), "replacements": [replacement]}
    return {"description": _message(fix.title), "artifactChanges": [change]}


def _rule(code: str) -> _Object:
    text, short = page(code), sentence(code)
    if text is None or short is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": _message(short),
        "help": {**_message(text), "markdown": _braced(text)},
    }


def _message(text: str) -> _Object:
    """Plain text in which nothing is a link (§3.11.6): `[text](place)` would be one."""
    return {"text": _braced(text).replace("](", "] (")}


def _braced(text: str) -> str:
    """`text` in which nothing is a placeholder (§3.11.5): `{0}` would be one."""
    return text.replace("{", "{{").replace("}", "}}")


def _level(severity: Severity) -> str:
    match severity:
        case Severity.ERROR | Severity.WARNING | Severity.NOTE:
            return severity.value
        case _:
            assert_never(severity)


def _uri(path: str) -> str:
    """`path` as a URI reference; an absolute one gets its scheme."""
    encoded = quote(path.encode("utf-8", "surrogatepass"))
    return f"file://{encoded}" if path.startswith("/") else encoded
