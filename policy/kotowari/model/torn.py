"""What of the files could not be read, so that nobody complains of what only follows from that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.words import DECLARATIONS


class TornFiles:
    """The clauses of all files of which something was lost."""

    def __init__(self, files: Iterable[n.File]) -> None:
        self._torn: dict[str, list[n.Torn]] = {}
        self._heads: dict[str, list[int]] = {}
        self.anything = False
        self.is_cut = False
        for file in files:
            self._torn[file.name] = sorted(file.torn, key=lambda torn: torn.span.start)
            self._heads[file.name] = sorted(_heads(file))
            self.anything = self.anything or bool(file.torn) or file.cut
            self.is_cut = self.is_cut or file.cut

    def covers(self, span: Span) -> bool:
        """Whether a place lies in a clause of which something was lost."""
        torn = self._torn.get(span.source, [])
        near = torn[: bisect_right(torn, span.start, key=lambda clause: clause.span.start)]
        return any(span.start < clause.span.end or span.start == clause.span.start for clause in near)

    def is_intact(self, place: Span, *words: str) -> bool:
        """Whether what stands round a place was read so far that a missing clause of these words is really missing."""
        if self.is_cut:
            return False
        heads = self._heads.get(place.source, [])
        found = bisect_right(heads, place.start)
        start = heads[found - 1] if found else 0
        end = heads[found] if found < len(heads) else None
        return not any(
            start <= torn.span.start and (end is None or torn.span.start < end) and _could_be(torn.word, words)
            for torn in self._torn.get(place.source, [])
        )


def _could_be(torn: str, words: tuple[str, ...]) -> bool:
    """Whether a lost clause may have been one of these: it was, or nobody knows what it was."""
    return not words or torn in words or torn in {"", "except", *DECLARATIONS}


def _heads(file: n.File) -> Iterable[int]:
    """Where declarations and exceptions begin."""
    for declaration in file.declarations:
        yield declaration.span.start
        if isinstance(declaration, n.Rule):
            yield from (exception.span.start for exception in declaration.exceptions)
