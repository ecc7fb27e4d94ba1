"""Comments and blank lines: between which words they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language.formatting.tree import clings
from kotowari.language.scan import column_of
from kotowari.language.tokens import Leaf
from kotowari.record import record


@record
class Remark:
    """A comment; `column` is where it stood (from 0), `blank` says that a blank line stood before it."""

    text: str
    column: int
    blank: bool


@record(frozen=False)
class Remarks:
    """The comments on lines of their own before each word, those behind words, and the words behind a blank line.

    Words are known by where they begin; what stands behind the last one is kept under `end`.
    """

    end: int
    before: dict[int, list[Remark]] = field(default_factory=dict[int, list[Remark]])
    behind: dict[int, Remark] = field(default_factory=dict[int, Remark])
    blank: set[int] = field(default_factory=set[int])


def comment_text(source: Source, span: Span) -> str:
    """A comment as it is written: with an ASCII `#`, a space between it and words, and nothing behind them."""
    words = source.text[span.start + 1 : span.end].rstrip()
    return f"# {words}" if words[:1].isalnum() else f"#{words}"


def find_remarks(source: Source, words: Sequence[Leaf], comments: Iterable[Span]) -> Remarks:
    """Where the comments of a source belong. Their order is kept, whatever word they are put to."""
    finder = _Finder(source, words, Remarks(len(source.text) + 1))
    for comment in comments:
        finder.comment(comment)
    finder.up_to(len(source.text) + 1)
    return finder.found


class _Finder:
    def __init__(self, source: Source, words: Sequence[Leaf], found: Remarks) -> None:
        self._source = source
        self._words = words
        self._held = _held(words)
        self._next = 0
        self._behind = 0  # where the last word or comment ended
        self._own: list[Remark] = []  # waiting for the word that they stand before
        self.found = found

    def up_to(self, place: int) -> None:
        """Pass the words before a place; a comment that waits goes to the next word that may begin a line."""
        while self._next < len(self._words) and self._words[self._next].start < place:
            word = self._words[self._next]
            if not clings(word):
                self._settle(word.start)
            if self._is_blank(word.start):
                self.found.blank.add(word.start)
            self._next, self._behind = self._next + 1, word.end
        if self._next == len(self._words) and place == self.found.end:
            self._settle(place)

    def comment(self, span: Span) -> None:
        self.up_to(span.start)
        line_start = self._source.text.rfind("\n", 0, span.start) + 1
        before = self._source.text[line_start : span.start]
        remark = Remark(comment_text(self._source, span), column_of(before), self._is_blank(span.start))
        word = self._anchor() if before.strip() else None
        if word is None or self._own or word.start in self.found.behind:
            self._own.append(remark)
        else:
            self.found.behind[word.start] = remark
        self._behind = span.end

    def _anchor(self) -> Leaf | None:
        """The word that a comment stands behind, with those that cling to it."""
        place = self._held[self._next]
        return self._words[place - 1] if place else None

    def _settle(self, start: int) -> None:
        if self._own:
            self.found.before[start] = self._own
            self._own = []

    def _is_blank(self, start: int) -> bool:
        return self._source.text.count("\n", self._behind, start) > 1


def _held(words: Sequence[Leaf]) -> list[int]:
    """For each place the next one whose word does not cling to the one before it."""
    held = [len(words)] * (len(words) + 1)
    for place in range(len(words) - 1, -1, -1):
        held[place] = held[place + 1] if clings(words[place]) else place
    return held
