"""Diagnostics as JSON."""

from __future__ import annotations

import json

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.record import FORMAT, to_dict, to_json
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span

TEXT = "rule x\r\n  when 工程表 is 👍 pro\n"
SOURCES = {"a.rules": Source("a.rules", TEXT)}
PLACE = Span("a.rules", TEXT.index("pro"), TEXT.index("pro") + 3)


def test_every_key_is_there() -> None:
    note = Note("declared here", Span("a.rules", 0, 6))
    fix = Fix(PLACE, "free", "write `free`")
    diagnostic = Diagnostic("unknown-value", "`pro` is no plan", PLACE, "label", "help", Severity.WARNING, (note,), fix)
    place = {"source": "a.rules", "start": 24, "end": 27, "line": 2, "column": 17, "endLine": 2, "endColumn": 20}
    first = {"source": "a.rules", "start": 0, "end": 6, "line": 1, "column": 1, "endLine": 1, "endColumn": 7}
    assert to_dict(diagnostic, SOURCES) == {
        "code": "unknown-value",
        "severity": "warning",
        "message": "`pro` is no plan",
        "label": "label",
        "help": "help",
        **place,
        "notes": [{"message": "declared here", **first}],
        "fix": {"title": "write `free`", "replacement": "free", **place},
    }


def test_nowhere_has_no_place() -> None:
    record = to_dict(Diagnostic("no-policy", "no policy", NOWHERE), SOURCES)
    places = ("source", "start", "end", "line", "column", "endLine", "endColumn", "fix")
    assert [record[key] for key in places] == [None] * len(places)


def test_a_text_that_is_not_at_hand_has_offsets_only() -> None:
    record = to_dict(Diagnostic("not-utf8", "not UTF-8", Span("b.rules", 3, 4)), SOURCES)
    assert (record["source"], record["start"], record["line"]) == ("b.rules", 3, None)


def test_offsets_beyond_the_text_count_as_its_end() -> None:
    record = to_dict(Diagnostic("x", "x", Span("a.rules", 900, 901)), SOURCES)
    assert (record["line"], record["column"], record["endLine"], record["endColumn"]) == (3, 1, 3, 1)


def test_json_counts_and_sorts() -> None:
    later = Diagnostic("b", "later", Span("a.rules", 9, 10))
    earlier = Diagnostic("a", "earlier", Span("a.rules", 0, 1), severity=Severity.NOTE)
    log = json.loads(to_json([later, earlier], SOURCES))
    assert log["format"] == FORMAT
    assert (log["errors"], log["warnings"], log["notes"]) == (1, 0, 1)
    assert [found["code"] for found in log["diagnostics"]] == ["a", "b"]


def test_json_is_harmless_to_print_and_means_the_same() -> None:
    message = '`\x1b[31m\u202e\udc80\x7f\x9b\U000e0041\u2028` 日本語 "q" \\ \n'
    text = to_json([Diagnostic("x", message, NOWHERE)], {})
    assert not set(text) & set("\x1b\u202e\udc80\x7f\x9b\U000e0041\u2028")
    assert "日本語" in text
    assert json.loads(text)["diagnostics"][0]["message"] == message
