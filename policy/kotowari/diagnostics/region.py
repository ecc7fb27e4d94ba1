"""Spans as lines and columns, for those who know no offsets."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.record import record


@record
class Region:
    """A stretch of a text; everything counts from 1, and the end is the place after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(span: Span, sources: Mapping[str, Source], *, utf16: bool = False) -> Region | None:
    """Where `span` stands, or None where its text is not at hand; offsets beyond the text count as its end.

    Columns count characters, or with `utf16` the code units of UTF-16, in which an emoji is two.
    """
    source = sources.get(span.source)
    if source is None:
        return None
    return Region(*_place(source, span.start, utf16=utf16), *_place(source, span.end, utf16=utf16))


def _place(source: Source, offset: int, *, utf16: bool) -> tuple[int, int]:
    line, column = source.place(min(offset, len(source.text)))
    if utf16:
        start = source.line_starts[line - 1]
        column += sum(char > "\uffff" for char in source.text[start : start + column - 1])
    return line, column
