"""Diagnostics as JSON, for scripts and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.display import UNPRINTABLE
from kotowari.diagnostics.region import region
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

FORMAT = "kotowari.diagnostics/1"


def to_json(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], silenced: Iterable[Diagnostic] = ()
) -> str:
    """All diagnostics in the order of their places, and how many there are, as one JSON text that is safe to print.

    What is silenced is not counted among them, and stands under the check that the policy silences.
    """
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.order)
    found = [diagnostic.severity for diagnostic in ordered]
    return dump(
        {
            "format": FORMAT,
            "errors": found.count(Severity.ERROR),
            "warnings": found.count(Severity.WARNING),
            "notes": found.count(Severity.NOTE),
            "diagnostics": [to_dict(diagnostic, sources) for diagnostic in ordered],
            "silenced": [_silenced_check(found, sources) for found in by_check(silenced)],
        }
    )


def by_check(silenced: Iterable[Diagnostic]) -> Sequence[Sequence[Diagnostic]]:
    """What is silenced, by the place in the policy that silences it."""
    found: dict[tuple[str, int], list[Diagnostic]] = {}
    for one in sorted(silenced, key=lambda diagnostic: diagnostic.order):
        if one.silenced is not None:
            found.setdefault((one.silenced.span.source, one.silenced.span.start), []).append(one)
    return [each for _, each in sorted(found.items())]


def _silenced_check(found: Sequence[Diagnostic], sources: Mapping[str, Source]) -> dict[str, Json]:
    reason = found[0].silenced
    assert reason is not None
    return {
        "code": found[0].code,
        "because": reason.message,
        **_place(reason.span, sources),
        "diagnostics": [to_dict(one, sources) for one in found],
    }


def to_dict(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> dict[str, Json]:
    """One diagnostic as data; every key is always there.

    `start` and `end` count characters from 0; `line`, `column`, `endLine` and `endColumn` count from 1, and the end is
    the place after the last character. Lines and columns are null where the text is not at hand, and so are all of
    these and `source` where the diagnostic stands nowhere.
    """
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "label": diagnostic.label,
        "help": diagnostic.help,
        **_place(diagnostic.span, sources),
        "notes": [{"message": note.message, **_place(note.span, sources)} for note in diagnostic.notes],
        "fix": {"title": fix.title, "replacement": fix.replacement, **_place(fix.span, sources)} if fix else None,
    }


def dump(value: Json) -> str:
    """`value` as indented JSON; characters that a terminal would obey, hide or reorder are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return UNPRINTABLE.sub(lambda match: match[0] if match[0] == "\n" else json.dumps(match[0])[1:-1], text)


def _place(span: Span, sources: Mapping[str, Source]) -> dict[str, Json]:
    where = region(span, sources)
    known = bool(span.source)
    return {
        "source": span.source or None,
        "start": span.start if known else None,
        "end": span.end if known else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "endLine": where.end_line if where else None,
        "endColumn": where.end_column if where else None,
    }
