"""Diagnostics as annotations of GitHub Actions."""

from __future__ import annotations

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.github import to_github
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span

TEXT = "rule x\n  when 工程表 is pro\n"
SOURCES = {"a.rules": Source("a.rules", TEXT), "b,c:d%.rules": Source("b,c:d%.rules", TEXT)}


def test_place_level_and_title() -> None:
    diagnostic = Diagnostic(
        "unknown-value", "`pro` is no plan", Span("a.rules", 19, 22), "did you mean `free`?", "see facts"
    )
    assert to_github([diagnostic], SOURCES) == (
        "::error file=a.rules,line=2,col=13,endColumn=16,title=unknown-value::"
        "`pro` is no plan%0Adid you mean `free`?%0Asee facts"
    )


def test_several_lines_have_no_columns() -> None:
    diagnostic = Diagnostic("x", "m", Span("a.rules", 0, 12), severity=Severity.WARNING)
    assert to_github([diagnostic], SOURCES) == "::warning file=a.rules,line=1,endLine=2,title=x::m"


def test_nowhere_and_texts_that_are_not_at_hand() -> None:
    found = [Diagnostic("x", "m", NOWHERE, severity=Severity.NOTE), Diagnostic("y", "n", Span("z.rules", 1, 2))]
    assert to_github(found, SOURCES).split("\n") == ["::notice title=x::m", "::error file=z.rules,title=y::n"]


def test_folder_goes_before_the_name() -> None:
    diagnostic = Diagnostic("x", "m", Span("a.rules", 0, 1))
    assert "file=rules/acme/a.rules," in to_github([diagnostic], SOURCES, folder="rules/acme")
    assert "file=rules/acme/a.rules," in to_github([diagnostic], SOURCES, folder="rules/acme/")


def test_what_comes_from_files_is_data() -> None:
    message = "100%\n::add-mask::x\r\x1b[0m\u202e"
    annotation = to_github([Diagnostic("x", message, Span("b,c:d%.rules", 0, 1))], SOURCES)
    assert annotation == (
        "::error file=b%2Cc%3Ad%25.rules,line=1,col=1,endColumn=2,title=x::100%25␊::add-mask::x␍␛[0m\\u202e"
    )
