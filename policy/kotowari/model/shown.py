"""What stands in a source, on one line, for explanations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n


class Wording:
    """The texts of the files, and where their comments stand."""

    def __init__(self, files: Iterable[n.File], sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._comments = {file.name: sorted((span.start, span.end) for span in file.comments) for file in files}

    def of(self, span: Span) -> str:
        """What stands at a place, without line breaks and comments."""
        source = self._sources.get(span.source)
        if source is None:
            return ""
        comments = self._comments.get(span.source, [])
        pieces: list[str] = []
        position = span.start
        for start, end in comments[bisect_left(comments, (span.start, 0)) : bisect_right(comments, (span.end, 0))]:
            pieces.append(source.text[position:start])
            position = end
        pieces.append(source.text[position : span.end])
        return " ".join(" ".join(pieces).split())
